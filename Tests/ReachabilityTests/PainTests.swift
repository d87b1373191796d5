import Networks
import Testing

@testable import Reachability

/// Networks that checkers are known to answer wrongly about, as what arrives tells of them: IPv6 forgotten, ranges that add
/// up, ICMP read as ports, order, denies, unattached groups, and the entry named.
struct PainTests {
    private static func groups(_ entries: String...) -> [String: String] {
        ["security_groups": "[{id: sg-1, vpc: vpc-1, ingress: [\(entries.joined(separator: ", "))], egress: []}]"]
    }

    private static let dual = [
        "vpcs": "[{id: vpc-1, cidr: [10.0.0.0/16], ipv6_cidr: [\"2600:1f00:0:100::/56\"]}]",
        "subnets":
            "[{id: subnet-1, vpc: vpc-1, cidr: 10.0.1.0/24, ipv6_cidr: [\"2600:1f00:0:101::/64\"], route_table: rtb-1, network_acl: acl-1}]",
        "network_interfaces":
            "[\(Lab.interface(isPublic: "public_ip: null", ipv6: "ipv6_addresses: [\"2600:1f00:0:101::5\"]"))]",
        "route_tables": Lab.table("{destination: \"::/0\", target: igw-1, target_kind: internet_gateway}"),
    ]

    private static func dual(_ changes: [String: String]) -> [String: String] { dual.merging(changes) { $1 } }
    private static let ssh6 = groups("{protocol: tcp, ports: 22, source: \"::/0\"}")

    /// `expected`: from the internet at all (effect), then the entries that the open path names.
    @Test(
        "what the internet reaches at tcp/22",
        arguments: [
            LabCase("plain", [:], "effective", "ingress[0]"),
            LabCase("IPv6 alone", dual(ssh6), "effective", "ingress[0]"),
            LabCase(
                "IPv6 through an egress-only gateway",
                dual(
                    ssh6.merging(
                        [
                            "route_tables": Lab.table(
                                "{destination: \"::/0\", target: eigw-1, target_kind: egress_only_internet_gateway}")
                        ]) { $1 }), "latent"),
            LabCase("an entry for IPv6, an interface without", ssh6, "latent"),
            LabCase("an entry for IPv4, an interface that is public in IPv6 alone", dual([:]), "latent"),
            LabCase(
                "a unique local address is not public",
                dual(
                    ssh6.merging([
                        "network_interfaces":
                            "[\(Lab.interface(isPublic: "public_ip: null", ipv6: "ipv6_addresses: [\"fd00::5\"]"))]"
                    ]) { $1 }),
                "latent"),
            LabCase(
                "two halves",
                groups(
                    "{protocol: tcp, ports: 22, source: 0.0.0.0/1}", "{protocol: tcp, ports: 22, source: 128.0.0.0/1}"),
                "effective", "ingress[0]"),
            LabCase(
                "two halves in two groups",
                [
                    "security_groups":
                        "[\(Lab.group("{protocol: tcp, ports: 22, source: 0.0.0.0/1}")), \(Lab.group("{protocol: tcp, ports: 22, source: 128.0.0.0/1}", id: "sg-2"))]",
                    "network_interfaces": "[\(Lab.interface(groups: "security_groups: [sg-1, sg-2]"))]",
                ], "effective", "ingress[0]"),
            LabCase(
                "host bits before /0", groups("{protocol: tcp, ports: 22, source: 1.0.0.0/0}"), "effective",
                "ingress[0]"),
            LabCase(
                "a prefix list that holds both halves",
                groups("{protocol: tcp, ports: 22, source: pl-1}").merging(
                    ["prefix_lists": "[{id: pl-1, entries: [{cidr: 0.0.0.0/1}, {cidr: 128.0.0.0/1}]}]"]) { $1 },
                "effective",
                "ingress[0]"),
            LabCase(
                "a prefix list that nobody resolved", groups("{protocol: tcp, ports: 22, source: pl-1}"), "undetermined"
            ),
            LabCase("protocol -1", groups("{protocol: -1, source: 0.0.0.0/0}"), "effective", "ingress[0]"),
            LabCase("protocol 6", groups("{protocol: 6, ports: 22, source: 0.0.0.0/0}"), "effective", "ingress[0]"),
            LabCase("UDP 22", groups("{protocol: udp, ports: 22, source: 0.0.0.0/0}"), "latent"),
            LabCase("GRE", groups("{protocol: 47, source: 0.0.0.0/0}"), "latent"),
            LabCase(
                "ICMP type 22", groups("{protocol: icmp, icmp_type: 22, icmp_code: -1, source: 0.0.0.0/0}"), "latent"),
            LabCase(
                "ICMP types 0 to 255 read as ports", groups("{protocol: icmp, ports: 0-255, source: 0.0.0.0/0}"),
                "latent"),
            LabCase(
                "a self entry before an open one", groups("{protocol: all, source: sg-1}", Lab.ssh), "effective",
                "ingress[1]"),
            LabCase(
                "a self entry after an open one", groups(Lab.ssh, "{protocol: all, source: sg-1}"), "effective",
                "ingress[0]"),
            LabCase("a self entry alone", groups("{protocol: all, source: sg-1}"), "latent"),
            LabCase(
                "a group attached to nothing",
                [
                    "network_interfaces": "[\(Lab.interface(groups: "security_groups: [sg-2]"))]",
                    "security_groups": "[\(Lab.group(Lab.ssh)), \(Lab.group(id: "sg-2"))]",
                ],
                "latent"),
            LabCase(
                "the default group of a VPC that nobody uses", ["network_interfaces": "[]", "instances": "[]"], "latent"
            ),
            LabCase(
                "a NACL that denies both halves and then allows all",
                [
                    "network_acls": Lab.acl(
                        ingress: [
                            "{number: 1, action: deny, protocol: all, source: 0.0.0.0/1}",
                            "{number: 2, action: deny, protocol: tcp, ports: 0-1023, source: 128.0.0.0/1}",
                            Lab.allowAll,
                        ], egress: [Lab.allowAllOut])
                ], "latent"),
            LabCase(
                "a NACL that allows two halves",
                [
                    "network_acls": Lab.acl(
                        ingress: [
                            "{number: 2, action: allow, protocol: tcp, ports: 22, source: 0.0.0.0/1}",
                            "{number: 1, action: allow, protocol: tcp, ports: 22, source: 128.0.0.0/1}",
                        ], egress: [Lab.allowAllOut])
                ], "effective", "ingress[0]"),
            LabCase(
                "a deny that comes too late",
                [
                    "network_acls": Lab.acl(
                        ingress: ["{number: 999, action: deny, protocol: all, source: 0.0.0.0/0}", Lab.allowAll],
                        egress: [Lab.allowAllOut])
                ],
                "effective", "ingress[0]"),
            LabCase(
                "replies let out to a single ephemeral port",  // a client may happen to have it
                [
                    "network_acls": Lab.acl(
                        ingress: [Lab.allowAll],
                        egress: ["{number: 1, action: allow, protocol: tcp, ports: 40000, destination: 0.0.0.0/0}"])
                ], "effective", "ingress[0]"),
            LabCase(
                "replies let out below the ephemeral ports",
                [
                    "network_acls": Lab.acl(
                        ingress: [Lab.allowAll],
                        egress: ["{number: 1, action: allow, protocol: tcp, ports: 0-1023, destination: 0.0.0.0/0}"])
                ], "latent"),
        ])
    func internet(_ test: LabCase) throws {
        let network = try Lab.network(test.changes)
        let id = test.description.contains("two groups") ? "sg-2" : "sg-1"
        #expect(try network.effect("security_group", id, "tcp/22 from internet") == test.expected[0])
        guard test.expected.count > 1 else { return }
        let path = try #require(try network.path("security_group", id, "tcp/22 from internet"))
        #expect(path.verdict == .passes)
        let entry = path.steps.last { $0.kind == .securityGroup }?.entry
        #expect(entry == "security_groups.\(id).\(test.expected[1])")
    }

    /// ICMP has types in the place of ports: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
    @Test func pingIsNoPort() throws {
        let network = try Lab.network(Self.groups("{protocol: icmp, icmp_type: 8, icmp_code: -1, source: 0.0.0.0/0}"))
        #expect(try network.reaches("instance", "i-1", "icmp/8 from 8.8.8.8") == "yes")
        #expect(try network.reaches("instance", "i-1", "icmp/0 from 8.8.8.8") == "no")
        #expect(try network.reaches("instance", "i-1", "tcp/8 from 8.8.8.8") == "no")
    }

    /// An interface that the inventory says has no IPv6 address gets no IPv6 packet, not even of its VPC.
    @Test func noFamilyWithoutAnAddress() throws {
        var changes = Self.dual(Self.groups("{protocol: all, source: [0.0.0.0/0, \"::/0\"]}"))
        #expect(try Lab.network(changes).reaches("instance", "i-1", "tcp/22 from 2600:1f00:0:102::1") == "yes")
        changes["network_interfaces"] = "[\(Lab.interface(isPublic: "public_ip: null"))]"
        #expect(try Lab.network(changes).reaches("instance", "i-1", "tcp/22 from 2600:1f00:0:102::1") == "no")
        // A subnet for IPv6 alone: https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
        changes["network_interfaces"] = Self.dual["network_interfaces"]
        changes["subnets"] = Self.dual["subnets"]?.replacing("cidr: 10.0.1.0/24", with: "cidr: null")
        #expect(try Lab.network(changes).reaches("instance", "i-1", "tcp/22 from 10.0.2.7") == "no")
        #expect(try Lab.network(changes).reaches("instance", "i-1", "tcp/22 from 2600:1f00:0:102::1") == "yes")
    }

    /// Intended public services: the exposure tells them from what should not be.
    @Test func exposureNamesServicesAndAddresses() throws {
        let network = try Lab.network(Self.groups(Lab.ssh, "{protocol: tcp, ports: [80, 443], source: 0.0.0.0/0}"))
        let summary = try network.arriving("instance", "i-1").summary
        #expect(summary.hasPrefix("tcp 22, tcp 80, tcp 443 from the internet (IPv4)"), "\(summary)")
    }
}
