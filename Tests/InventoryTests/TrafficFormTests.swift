import Diagnostics
import Inventory
import Testing

/// The short forms of traffic entries.
struct TrafficFormTests {
    struct Case: CustomTestStringConvertible {
        var source: String
        var expected: String
        var testDescription: String { source }
        init(_ source: String, _ expected: String) { (self.source, self.expected) = (source, expected) }
    }

    private func entry(_ text: String) -> LoadedResource {
        LoadedResource("security_groups:\n- id: sg-1\n  ingress:\n  - \(text)\n")
    }

    @Test(
        "ports",
        arguments: [
            Case("443", "[443-443]"), Case("'443'", "[443-443]"), Case("8000-8100", "[8000-8100]"),
            Case("\"8000-8100\"", "[8000-8100]"),
            Case("[80, 443]", "[80-80, 443-443]"), Case("[80, 8000-8100]", "[80-80, 8000-8100]"),
            Case("all", "[0-65535]"), Case("ALL", "[0-65535]"),
            Case("'-1'", "[0-65535]"), Case("0-65535", "[0-65535]"), Case("0", "[0-0]"), Case("65535", "[65535-65535]"),
            Case("80 - 90", "[80-90]"),
            Case("[]", "[]"), Case("~", "null"), Case("", "null"), Case("[443, 80, 443]", "[443-443, 80-80, 443-443]"),
            Case("[all]", "[0-65535]"),
            Case("007", "[7-7]"),
        ])
    func ports(_ test: Case) {
        let resource = entry("{protocol: tcp, source: sg-2, ports: \(test.source)}")
        #expect(resource.problems == [])
        #expect(resource["ingress.0.ports"] == test.expected)
    }

    @Test func portsThatAreNotGivenAreUnknown() {
        #expect(entry("{protocol: tcp, source: sg-2}")["ingress.0.ports"] == "unknown")
    }

    private static let portsHelp = "help: write 443, 8000-8100 or all"

    @Test(
        "what is no port",
        arguments: [
            Case("http", "`http` is not a port or a range of ports, which `ingress.ports` needs | \(portsHelp)"),
            Case("''", "`` is not a port or a range of ports, which `ingress.ports` needs | \(portsHelp)"),
            Case("65536", "`65536` is beyond the ports, 0 to 65535 | \(portsHelp)"),
            Case("[80, 70000-70001]", "`70000-70001` is beyond the ports, 0 to 65535 | \(portsHelp)"),
            Case("9000-8000", "the ports `9000-8000` are reversed: 9000 is above 8000 | \(portsHelp)"),
            Case("80-", "`80-` is not a port or a range of ports, which `ingress.ports` needs | \(portsHelp)"),
            Case("80..90", "`80..90` is not a port or a range of ports, which `ingress.ports` needs | \(portsHelp)"),
            Case(
                "'80, 443'", "`80, 443` is not a port or a range of ports, which `ingress.ports` needs | \(portsHelp)"),
            Case("{from: 80, to: 90}", "`ingress.ports` is one value (port_range), not a mapping"),
            Case("[[80]]", "`ingress.ports` is one value (port_range), not a list"),
        ])
    func notPorts(_ test: Case) {
        let problems = entry("{protocol: tcp, source: sg-2, ports: \(test.source)}").problems
        #expect(problems.map { $0.drop { $0 != " " }.dropFirst() } == [Substring(test.expected)])
    }

    @Test(
        "protocols",
        arguments: [
            Case("tcp", "protocol 6"), Case("TCP", "protocol 6"), Case("6", "protocol 6"), Case("udp", "protocol 17"),
            Case("icmp", "protocol 1"),
            Case("icmpv6", "protocol 58"), Case("58", "protocol 58"), Case("0", "protocol 0"),
            Case("255", "protocol 255"), Case("gre", "protocol 47"),
            Case("\"-1\"", "protocol 256"), Case("-1", "protocol 256"), Case("all", "protocol 256"),
            Case("All", "protocol 256"),
        ])
    func protocols(_ test: Case) {
        let resource = entry("{source: sg-2, protocol: \(test.source)}")
        #expect(resource.problems == [])
        #expect(resource["ingress.0.protocol"] == test.expected)
    }

    @Test("what is no protocol", arguments: ["256", "tpc", "''", "-2", "tcp/udp", "tcp ", "any", "\"*\""])
    func notProtocols(source: String) {
        let resource = entry("{source: sg-2, protocol: '\(source.replacing("'", with: "").replacing("\"", with: ""))'}")
        let text = source.replacing("'", with: "").replacing("\"", with: "")
        #expect(
            resource.problems == [
                "7:30: `\(text)` is not a protocol: tcp, udp, icmp, icmpv6, all or a number to 255, which `ingress.protocol` needs"
            ])
    }

    @Test(
        "peers",
        arguments: [
            Case("0.0.0.0/0", "[cidr 0.0.0.0/0]"), Case("\"::/0\"", "[cidr ::/0]"),
            Case("[10.0.0.0/8, \"::/0\"]", "[cidr 10.0.0.0/8, cidr ::/0]"),
            Case("10.0.0.1", "[cidr 10.0.0.1/32]"), Case("2001:db8::1", "[cidr 2001:db8::1/128]"),
            Case("sg-0lab", "[securityGroup sg-0lab]"),
            Case("111122223333/sg-0lab", "[securityGroup 111122223333/sg-0lab]"), Case("pl-123", "[prefixList pl-123]"),
            Case("com.amazonaws.eu-west-1.s3", "[prefixList com.amazonaws.eu-west-1.s3]"),
            Case("[sg-1, pl-1, 10.0.0.0/8]", "[securityGroup sg-1, prefixList pl-1, cidr 10.0.0.0/8]"),
            Case("[sg-1, sg-1]", "[securityGroup sg-1, securityGroup sg-1]"),
            Case("[]", "[]"), Case("\"sg-\\x31\"", "[securityGroup sg-1]"),
            Case("::ffff:10.0.0.0/104", "[cidr 10.0.0.0/8]"),
        ])
    func peers(_ test: Case) {
        for style in ["{protocol: tcp, source: %}", "protocol: tcp\n    source: %"]
        where !test.source.hasPrefix("::") || !style.hasPrefix("{") {
            let resource = entry(style.replacing("%", with: test.source))
            #expect(resource.problems == [])
            #expect(resource["ingress.0.source"] == test.expected)
        }
    }

    private static let peerHelp =
        "help: a peer is an address range (10.0.0.0/8, ::/0), a security group (sg-…) or a prefix list (pl-…)"

    @Test(
        "what is no peer",
        arguments: [
            Case("www.example.com", "`www.example.com` is no peer | \(peerHelp)"),
            Case("sg-", "`sg-` is no peer | \(peerHelp)"), Case("pl-", "`pl-` is no peer | \(peerHelp)"),
            Case("any", "`any` is no peer | \(peerHelp)"), Case("''", "`` is no peer | \(peerHelp)"),
            Case("1111/sg-1", "`1111/sg-1` is no peer | \(peerHelp)"),
            Case("10.0.0.0/33", "the prefix of `10.0.0.0/33` is out of range | help: it is at most /32"),
            Case("\"::/129\"", "the prefix of `::/129` is out of range | help: it is at most /128"),
            Case("10.0.0.0/255.0.0.0", "what follows the slash in `10.0.0.0/255.0.0.0` is not a number"),
            Case("{cidr: 10.0.0.0/8}", "`ingress.source` is one value (peer), not a mapping"),
            Case("~", "`ingress.source` cannot be null"),
            Case("", "`ingress.source` cannot be null"),
        ])
    func notPeers(_ test: Case) {
        let problems = entry("{protocol: tcp, source: \(test.source)}").problems
        #expect(problems.map { $0.drop { $0 != " " }.dropFirst() } == [Substring(test.expected)])
    }

    @Test(
        "host bits are a warning, and the range is what it covers",
        arguments: [
            ("10.1.2.3/8", "10.0.0.0/8"), ("0.0.0.1/0", "0.0.0.0/0"), ("'2001:db8::1/64'", "2001:db8::/64"),
            ("192.0.2.255/31", "192.0.2.254/31"),
            ("'2001:db8:ffff:ffff:ffff:ffff:ffff:ffff/32'", "2001:db8::/32"),
        ])
    func hostBits(source: String, range: String) {
        let resource = entry("{protocol: tcp, source: [\(source), 10.9.0.0/16, \(source)]}")
        let text = source.replacing("'", with: "")
        let second = 30 + source.count + 15
        #expect(
            resource.problems
                == [30, second].map {
                    "7:\($0): warning: `\(text)` has host bits set; it is read as \(range) | help: write \(range)"
                })
        #expect(resource["ingress.0.source"] == "[cidr \(range), cidr 10.9.0.0/16, cidr \(range)]")
    }

    @Test func everyPlaceWithHostBitsGetsItsWarning() {
        let entries = String(repeating: "  - {protocol: tcp, source: 10.0.0.1/8}\n", count: 5)
        let result = Loading.load(
            Loading.header
                + "security_groups:\n- id: a\n  ingress:\n\(entries)  egress:\n\(entries.replacing("source", with: "destination"))"
        )
        #expect(result.diagnostics.count == 10 && !result.diagnostics.hasErrors)
    }

    @Test(
        "what an entry must say",
        arguments: [
            ("{protocol: tcp}", ["`ingress.source` is missing"]),
            ("{source: sg-1}", ["`ingress.protocol` is missing"]),
        ])
    func required(source: String, missing: [String]) {
        let resource = entry(source)
        #expect(resource.result.diagnostics.sortedByPosition().map(\.message) == missing)
        #expect(resource.problems.allSatisfy { $0.hasPrefix("7:5: ") })
    }
}
