import Networks
import Testing

struct IPProtocolTests {
    @Test(
        "texts of protocols",
        arguments: [
            ("tcp", 6, "tcp"), ("TCP", 6, "tcp"), ("6", 6, "tcp"), ("udp", 17, "udp"), ("icmp", 1, "icmp"),
            ("icmpv6", 58, "icmpv6"), ("IPv6-ICMP", 58, "icmpv6"), ("58", 58, "icmpv6"), ("gre", 47, "gre"),
            ("esp", 50, "esp"), ("ah", 51, "ah"), ("sctp", 132, "sctp"), ("igmp", 2, "igmp"), ("4", 4, "ipv4"),
            ("ospf", 89, "ospf"), ("0", 0, "hopopt"), ("253", 253, "253"), ("255", 255, "255"),
            ("-1", 256, "all"), ("all", 256, "all"), ("All", 256, "all"),
        ])
    func reads(text: String, number: UInt16, name: String) throws {
        let read = try #require(IPProtocol(text))
        #expect(read.rawValue == number)
        #expect(read.description == name)
        #expect(IPProtocol(name) == read)
    }

    @Test(
        "texts that are no protocol",
        arguments: ["", "256", "-2", "tcpp", "tc", "6.0", "+6", " tcp", "99999999999999999"])
    func refuses(text: String) {
        #expect(IPProtocol(text) == nil)
    }

    @Test func everyNumberReadsBackFromItsText() throws {
        for number in UInt16(0)...256 {
            let transport = try #require(IPProtocol(rawValue: number))
            #expect(IPProtocol(transport.description) == transport)
        }
        #expect(IPProtocol(rawValue: 257) == nil)
    }

    @Test func onlySomeProtocolsHavePorts() throws {
        let carriers = (UInt16(0)...256).compactMap(IPProtocol.init(rawValue:)).filter(\.hasPorts)
        #expect(carriers == [.tcp, .udp, .dccp, .sctp, .udplite])
        #expect(IPProtocol.tcp.honoursPorts && IPProtocol.udp.honoursPorts && !IPProtocol.sctp.honoursPorts)
        #expect(IPProtocol.icmp.isICMP && IPProtocol.icmpv6.isICMP && !IPProtocol.all.isICMP)
    }

    @Test func allMatchesEveryProtocolButNotTheReverse() {
        #expect(IPProtocol.all.matches(.tcp) && IPProtocol.all.matches(.all) && IPProtocol.tcp.matches(.tcp))
        #expect(!IPProtocol.tcp.matches(.all) && !IPProtocol.tcp.matches(.udp))
    }
}
