import Testing

/// Whether an instance can ask its name servers.
///
/// Neither groups nor ACLs filter what goes to the resolver of AWS, whichever of its addresses it is asked at:
/// https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html,
/// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html.
struct NameServerTests {
    private static func lab(_ servers: String?, egress: String = "", acl: String = Lab.allowAllOut) -> [String: String]
    {
        [
            "vpcs": "[{id: vpc-1, cidr: [10.0.0.0/16], ipv6_cidr: [], dhcp_options: dopt-1}]",
            "dhcp_options_sets": "[{id: dopt-1\(servers.map { ", domain_name_servers: [\($0)]" } ?? "")}]",
            "security_groups": "[\(Lab.group(Lab.ssh, egress: egress))]",
            "network_acls": Lab.acl(ingress: [Lab.allowAll], egress: [acl]),
        ]
    }

    private static let dns = "{protocol: udp, ports: 53, destination: 10.0.2.53/32}"

    @Test(
        "name servers",
        arguments: [
            LabCase("those of AWS", lab("AmazonProvidedDNS"), "no"),
            LabCase("those of AWS beside another", lab("10.0.2.53, AmazonProvidedDNS"), "no"),
            LabCase("one of one's own that the group keeps it from", lab("10.0.2.53"), "yes"),
            LabCase("one of one's own that the group lets it ask", lab("10.0.2.53", egress: dns), "no"),
            LabCase("the second of two", lab("10.0.2.54, 10.0.2.53", egress: dns), "no"),
            LabCase(
                "one of one's own that the ACL keeps it from",
                lab(
                    "10.0.2.53", egress: dns,
                    acl: "{number: 1, action: allow, protocol: tcp, ports: 0-65535, destination: 0.0.0.0/0}"),
                "yes"),
            LabCase("the address of AWS's that is the same everywhere", lab("169.254.169.253"), "no"),
            LabCase("the same in IPv6", lab("\"fd00:ec2::253\""), "no"),
            LabCase("the third address of the VPC", lab("10.0.0.2"), "no"),
            LabCase("the third address of another VPC", lab("10.1.0.2"), "yes"),
            LabCase("servers by name, which AWS does not take", lab("ns.example.com"), "unknown"),
            LabCase("no servers", lab(""), "no"),
            LabCase("servers that nobody stated", lab(nil), "unknown"),
            LabCase(
                "servers that nobody stated, but all of IPv4 may be asked",
                lab(nil, egress: "{protocol: all, destination: 0.0.0.0/0}"), "no"),
            LabCase(
                "groups that nobody stated",
                lab("10.0.2.53").merging(["network_interfaces": "[\(Lab.interface(groups: nil))]"]) { $1 }, "unknown"),
        ])
    func blocked(_ test: LabCase) throws {
        let network = try Lab.network(test.changes)
        #expect(try network.fact("instance", "i-1", "dns_blocked") == test.expected[0])
        if test.expected[0] == "yes" {
            let clues = try network.clues("instance", "i-1", "dns_blocked")
            #expect(clues.contains { $0.hasPrefix("dhcp_options_sets.dopt-1 ") })
            #expect(clues.contains { $0.hasPrefix("security_groups.sg-1 ") })
            #expect(clues.contains { $0.hasPrefix("network_acls.acl-1 ") })
        }
    }
}
