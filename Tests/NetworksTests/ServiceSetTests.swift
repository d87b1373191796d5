import Networks
import Testing
import SeededRandom

/// Services by notation, for tests whose texts are known to be right: `tcp`, `tcp 22`, `icmp 3/4`, `icmp 8/-1`.
func services(_ texts: String...) throws -> ServiceSet {
    try texts.reduce(ServiceSet()) { set, text in
        let words = text.split(separator: " ").map(String.init)
        let transport = try #require(IPProtocol(words[0]))
        guard words.count > 1 else { return set.union(ServiceSet(transport)) }
        guard !transport.isICMP else {
            let numbers = words[1].split(separator: "/").compactMap { Int16($0) }
            return set.union(ServiceSet(transport, icmp: ICMPMatch(type: numbers[0], code: numbers[1])))
        }
        return set.union(ServiceSet(transport, ports: [try PortRange(words[1])]))
    }
}

struct ServiceSetTests {
    // Which protocols have ports that AWS looks at:
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
    @Test(
        "places on the axis",
        arguments: [
            ("tcp 22", 0x6_0016, 0x6_0016), ("tcp", 0x6_0000, 0x6_ffff), ("tcp all", 0x6_0000, 0x6_ffff),
            ("udp 53-67", 0x11_0035, 0x11_0043), ("sctp 22", 0x84_0000, 0x84_ffff), ("gre", 0x2f_0000, 0x2f_ffff),
            ("icmp 8/-1", 0x1_0800, 0x1_08ff), ("icmp 3/4", 0x1_0304, 0x1_0304), ("icmp -1/-1", 0x1_0000, 0x1_ffff),
            ("icmpv6 128/0", 0x3a_8000, 0x3a_8000), ("255", 0xff_0000, 0xff_ffff), ("all", 0, 0xff_ffff),
            ("all 443", 0, 0xff_ffff),
        ])
    func places(text: String, low: UInt32, high: UInt32) throws {
        #expect(try services(text).ranges == [low...high])
        #expect(try services(text).count == Int(high - low) + 1)
    }

    @Test(
        "texts of sets",
        arguments: [
            (["tcp 80-90", "tcp 22", "icmp 8/-1", "200"], "icmp type 8, tcp 22, tcp 80-90, protocol 200"),
            (["tcp 0-1023", "tcp 1024-65535"], "tcp"), (["all"], "all"), ([], "nothing"), (["gre"], "gre"),
            (["253"], "protocol 253"), (["sctp 22"], "sctp"), (["icmp -1/-1"], "icmp"), (["udp", "tcp"], "tcp, udp"),
            (["icmp 3/4", "icmp 3/5"], "icmp type 3 code 4-5"), (["icmpv6 1/-1", "icmpv6 2/-1"], "icmpv6 type 1-2"),
            (["icmp 3/255", "icmp 4/-1", "icmp 5/0"], "icmp type 3 code 255, icmp type 4, icmp type 5 code 0"),
            (["icmp 3/255", "icmp 4/0"], "icmp type 3 code 255, icmp type 4 code 0"),
            (["icmp 0/0", "icmp 255/255"], "icmp type 0 code 0, icmp type 255 code 255"),
        ])
    func prints(texts: [String], description: String) throws {
        let sets = try texts.map { text in try services(text) }
        #expect(sets.reduce(ServiceSet()) { $0.union($1) }.description == description)
        #expect(sets.reversed().reduce(ServiceSet()) { $0.union($1) }.description == description)
    }

    @Test func printsWhatIsMissingWhenThatIsLess() throws {
        let most = ServiceSet.all.subtracting(try services("tcp 22", "icmp 8/0"))
        #expect(most.description == "all but icmp type 8 code 0, tcp 22")
        #expect(try services("tcp").subtracting(services("tcp 22")).description == "tcp 0-21, tcp 23-65535")
    }

    @Test func anEntryOfAProtocolWithoutPortsTakesAllOfIt() throws {
        #expect(ServiceSet(.sctp, ports: [PortRange(22)]) == ServiceSet(.sctp, ports: []))
        #expect(ServiceSet(.all, ports: []) == .all)
        #expect(ServiceSet(.tcp, ports: []).isEmpty && ServiceSet(.icmp, ports: []) == ServiceSet(.icmp))
        #expect(ServiceSet(.tcp, icmp: ICMPMatch(type: 8, code: 0)) == ServiceSet(.tcp))
        // Neither the type nor the code has numbers above 255.
        #expect(ServiceSet(.icmp, icmp: ICMPMatch(type: 256, code: -1)).isEmpty)
        #expect(ServiceSet(.icmp, icmp: ICMPMatch(type: -1, code: 300)).isEmpty)
        let code = ServiceSet(.icmp, icmp: ICMPMatch(type: -1, code: 4))
        #expect(code.ranges.count == 256 && code.count == 256)
        #expect(try code.contains(services("icmp 3/4")) && !code.overlaps(services("icmp 3/5")))
    }

    @Test func portsAndProtocols() throws {
        let set = try services("tcp 80-90", "tcp 22", "tcp 91", "icmp 8/-1", "sctp", "gre")
        #expect(set.ports(of: .tcp) == [PortRange(22), PortRange(low: 80, high: 91)])
        #expect(set.ports(of: .sctp) == [.all] && set.ports(of: .udp).isEmpty && set.ports(of: .icmp).isEmpty)
        #expect(set.ports(of: .all).isEmpty && ServiceSet.all.ports(of: .udp) == [.all])
        #expect(set.protocols == [.icmp, .tcp, NaiveTraffic.gre, .sctp])
        #expect(ServiceSet().protocols.isEmpty && ServiceSet.all.protocols.count == 256)
        #expect(set.contains(.tcp, port: 85) && !set.contains(.tcp, port: 79) && !set.contains(.tcp))
        #expect(set.contains(.sctp, port: 1) && set.contains(.sctp) && !set.contains(.icmp, port: 8))
        #expect(ServiceSet.all.contains(.all) && !set.contains(.all, port: 22))
    }

    @Test func portsSurviveTheWayThere() {
        var random = SeededGenerator(seed: 20)
        for _ in 0..<200 {
            let ranges = random.portList(upTo: 4)
            let ports = ServiceSet(.udp, ports: ranges).ports(of: .udp)
            #expect(ServiceSet(.udp, ports: ports) == ServiceSet(.udp, ports: ranges))
            for port in UInt16(0)...20 {
                #expect(ports.contains { $0.contains(port) } == ranges.contains { $0.contains(port) })
            }
        }
    }

    @Test func operationsAgreeWithNaiveSets() {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<300 {
            let ((left, naiveLeft), (right, naiveRight)) = (random.services(), random.services())
            func naive(_ combine: (Bool, Bool) -> Bool) -> [Bool] { zip(naiveLeft, naiveRight).map(combine) }
            func members(_ set: ServiceSet) -> [Bool] {
                NaiveSet.packets.map { packet in set.ranges.contains { $0.contains(NaiveSet.place(packet)) } }
            }
            #expect(members(left) == naiveLeft)
            #expect(members(left.union(right)) == naive { $0 || $1 })
            #expect(members(left.intersection(right)) == naive { $0 && $1 })
            #expect(members(left.subtracting(right)) == naive { $0 && !$1 })
            #expect(left.contains(right) == !naive { !$0 && $1 }.contains(true))
            #expect(left.overlaps(right) == naive { $0 && $1 }.contains(true))
            #expect(left.isEmpty == !naiveLeft.contains(true))
            #expect((left == right) == (naiveLeft == naiveRight))
            #expect(left.union(right).count + left.intersection(right).count == left.count + right.count)
            let outside = ServiceSet.all.subtracting(left)
            #expect(outside.intersection(.all.subtracting(right)) == .all.subtracting(left.union(right)))
            #expect(outside.union(left) == .all && !outside.overlaps(left))
        }
    }
}
