import Expressions
import Networks
import Testing

/// The suite's section network_ext, and the sets of addresses and ports.
struct FunctionNetworkTests {
    @Test(
        "addresses",
        arguments: [
            FunctionCall(.string, .address("192.168.0.1"), gives: "192.168.0.1"),
            .init(.ip, "192.168.0.1.0", fails: .invalidArgument),
            .init(.string, .address("2001:DB8:0:0::68"), gives: "2001:db8::68"),
            .init(.ip, "fe80::1%en0", fails: .invalidArgument),
            .init(.ip, "::ffff:192.168.0.1", fails: .invalidArgument), .init(.ip, "010.0.0.1", fails: .invalidArgument),
            .init(.ip, "10.0.0.0/8", fails: .invalidArgument), .init(.ip, 1, fails: .noSuchOverload),
            .init(.isIP, "192.168.0.1", gives: true), .init(.isIP, "::1", gives: true),
            .init(.isIP, "192.168.0.256", gives: false),
            .init(.isIP, "::ffff:192.168.0.1", gives: false), .init(.isIP, "fe80::1%en0", gives: false),
            .init(.isIP, "", gives: false),
            .init(.isCanonical, "127.0.0.1", gives: true), .init(.isCanonical, "2001:db8::68", gives: true),
            .init(.isCanonical, "2001:DB8::68", gives: false), .init(.isCanonical, "2001:db8:0::68", gives: false),
            .init(.isCanonical, "::ffff:c0a8:1", gives: false),
            .init(.isCanonical, "127.0.0.1.0", fails: .invalidArgument),
            .init(.equals, .address("::ffff:c0a8:1"), .address("192.168.0.1"), gives: true),
            .init(.equals, .address("2001:db8::1"), .address("2001:DB8::1"), gives: true),
            .init(.equals, .address("127.0.0.1"), .address("10.0.0.1"), gives: false),
            .init(.type, .address("::1"), gives: .type(TypeName("net.IP"))),
            .init(.family, .address("1.2.3.4"), gives: 4),
            .init(.family, .address("2001:db8::68"), gives: 6), .init(.isUnspecified, .address("0.0.0.0"), gives: true),
            .init(.isUnspecified, .address("::"), gives: true), .init(.isUnspecified, .address("::1"), gives: false),
            .init(.isLoopback, .address("127.8.0.1"), gives: true),
            .init(.isLoopback, .address("1.2.3.4"), gives: false),
            .init(.isLoopback, .address("::1"), gives: true),
            .init(.isGlobalUnicast, .address("192.168.0.1"), gives: true),
            .init(.isGlobalUnicast, .address("255.255.255.255"), gives: false),
            .init(.isGlobalUnicast, .address("ff00::1"), gives: false),
            .init(.isGlobalUnicast, .address("169.254.0.1"), gives: false),
            .init(.isGlobalUnicast, .address("::1"), gives: false),
            .init(.isGlobalUnicast, .address("2001:db8::abcd"), gives: true),
            .init(.isGlobalUnicast, .address("224.0.0.1"), gives: false),
            .init(.isLinkLocalUnicast, .address("169.254.169.254"), gives: true),
            .init(.isLinkLocalUnicast, .address("fe80::1"), gives: true),
            .init(.isLinkLocalUnicast, .address("febf::1"), gives: true),
            .init(.isLinkLocalUnicast, .address("fec0::1"), gives: false),
            .init(.isLinkLocalUnicast, .address("fd80::1"), gives: false),
            .init(.isLinkLocalMulticast, .address("224.0.0.251"), gives: true),
            .init(.isLinkLocalMulticast, .address("224.0.1.0"), gives: false),
            .init(.isLinkLocalMulticast, .address("ff02::1"), gives: true),
            .init(.isLinkLocalMulticast, .address("ff12::1"), gives: true),
            .init(.isLinkLocalMulticast, .address("ff05::1"), gives: false),
        ])
    func addresses(call: FunctionCall) { call.check() }

    @Test(
        "ranges",
        arguments: [
            FunctionCall(.string, .range("2001:db8::/32"), gives: "2001:db8::/32"),
            .init(.cidr, "192.168.0.0/", fails: .invalidArgument),
            .init(.string, .range("10.0.0.5/8"), gives: "10.0.0.5/8"),
            .init(.cidr, "192.168.0.0", fails: .invalidArgument),
            .init(.cidr, "::ffff:192.168.0.1/24", fails: .invalidArgument),
            .init(.cidr, "10.0.0.0/33", fails: .invalidArgument),
            .init(.cidr, "10.0.0.0/08", fails: .invalidArgument), .init(.cidr, "10.0.0.0/+8", fails: .invalidArgument),
            .init(.cidr, "10.0.0.0/-0", fails: .invalidArgument), .init(.cidr, "/8", fails: .invalidArgument),
            .init(.isCIDR, "10.0.0.0/8", gives: true), .init(.isCIDR, "::/0", gives: true),
            .init(.isCIDR, "10.0.0.0", gives: false),
            .init(.type, .range("10.0.0.0/8"), gives: .type(TypeName("net.CIDR"))),
            .init(.equals, .range("127.0.0.1/24"), .range("127.0.0.1/24"), gives: true),
            .init(.equals, .range("127.0.0.1/24"), .range("127.0.0.0/24"), gives: false),
            .init(.containsIP, .range("192.168.0.0/24"), .address("192.168.0.1"), gives: true),
            .init(.containsIP, .range("192.168.0.9/24"), .address("192.168.0.1"), gives: true),
            .init(.containsIP, .range("192.168.0.0/24"), .address("192.168.1.1"), gives: false),
            .init(.containsIP, .range("192.168.0.0/24"), "192.168.0.1", gives: true),
            .init(.containsIP, .range("0.0.0.0/0"), .address("2001:db8::1"), gives: false),
            .init(.containsIP, .range("2001:db8::/32"), .address("192.168.1.1"), gives: false),
            .init(.containsIP, .range("::/0"), "x", fails: .invalidArgument),
            .init(.containsIP, .range("::/0"), 1, fails: .noSuchOverload),
            .init(.containsCIDR, .range("192.168.0.0/24"), .range("192.168.0.0/25"), gives: true),
            .init(.containsCIDR, .range("192.168.0.0/24"), .range("192.168.0.0/23"), gives: false),
            .init(.containsCIDR, .range("192.168.0.0/24"), "192.168.1.0/25", gives: false),
            .init(.containsCIDR, .range("10.0.0.0/8"), "10.0.0.0/8", gives: true),
            .init(.containsCIDR, .range("2001:db8::/32"), .range("2001:db8::/33"), gives: true),
            .init(.ip, .range("192.168.0.5/24"), gives: .address("192.168.0.5")),
            .init(.masked, .range("192.168.0.1/24"), gives: .range("192.168.0.0/24")),
            .init(.prefixLength, .range("2001:db8::/32"), gives: 32), .init(.prefixLength, group, gives: .null),
            .init(.string, group, gives: "sg-1"), .init(.string, ports, gives: "20-30"),
            .init(.string, .protocol(.tcp), gives: "tcp"),
        ])
    func ranges(call: FunctionCall) { call.check() }

    private static let group = Value.peer(PeerName(.securityGroup, "sg-1"))
    private static let list = Value.peer(PeerName(.prefixList, "pl-1"))
    private static let silent = Value.unknown(UnknownFields(["the addresses of pl-1"]))
    private static let internet = Value.addresses(.internet)
    private static let ports = Value.portRange(PortRange(low: 20, high: 30))

    @Test(
        "sets",
        arguments: [
            FunctionCall(.within, .range("10.1.0.0/16"), .range("10.0.0.0/8"), gives: true),
            .init(.within, .address("10.1.0.1"), .range("10.0.0.0/8"), gives: true),
            .init(.within, .range("10.0.0.0/8"), .range("10.1.0.0/16"), gives: false),
            .init(.within, .range("10.0.0.0/15"), [.range("10.0.0.0/16"), .range("10.1.0.0/16")], gives: true),
            .init(.covers, .range("0.0.0.0/0"), internet, gives: false),
            .init(.covers, .addresses(.all), internet, gives: true),
            .init(.covers, .range("10.0.0.0/8"), .address("10.1.2.3"), gives: true),
            .init(.overlaps, .range("10.0.0.0/8"), internet, gives: false),
            .init(.overlaps, .range("8.0.0.0/7"), internet, gives: true),
            .init(.within, .range("10.0.0.0/8"), [], gives: false),
            .init(.within, .addresses(AddressSet()), internet, gives: false),
            .init(.covers, .addresses(.all), .addresses(AddressSet()), gives: false),
            .init(.within, group, internet, gives: false), .init(.within, list, internet, gives: silent),
            .init(.overlaps, .range("10.0.0.0/8"), [.range("8.0.0.0/8"), list], gives: silent),
            .init(.isPublic, .address("8.8.8.8"), gives: true), .init(.isPublic, .range("10.0.0.0/8"), gives: false),
            .init(.isPublic, group, gives: false), .init(.isPublic, list, gives: silent),
            .init(.kind, group, gives: "security_group"),
            .init(.kind, list, gives: "prefix_list"), .init(.kind, .range("::/0"), gives: "cidr"),
            .init(.covers, ports, 22, gives: true), .init(.covers, ports, 31, gives: false),
            .init(.within, ports, .portRange(PortRange(low: 0, high: 100)), gives: true),
            .init(.within, ports, [22, .portRange(PortRange(low: 0, high: 100))], gives: true),
            .init(.overlaps, ports, .portRange(PortRange(low: 30, high: 40)), gives: true),
            .init(.overlaps, ports, .portRange(PortRange(low: 31, high: 40)), gives: false),
            .init(.size, ports, gives: 11),
            .init(.covers, ports, 70_000, fails: .noSuchOverload),
            .init(.covers, ports, .address("::1"), fails: .noSuchOverload),
            .init(.within, "a", internet, fails: .noSuchOverload),
        ])
    func sets(call: FunctionCall) { call.check() }
}
