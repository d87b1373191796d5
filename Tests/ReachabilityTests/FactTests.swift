import Testing

@testable import Reachability

/// The facts of groups, ACLs and instances, and the entries that they name as clues, by file and line.
struct FactTests {
    struct Fact: CustomStringConvertible, Sendable {
        var description: String
        var changes: [String: String]
        /// `security_group sg-1 attached`.
        var fact: String
        var value: String
        /// Nil: not looked at. Lines are those of `Lab.text`, after the three of the header.
        var clues: [String]?

        init(_ name: String, _ changes: [String: String], _ fact: String, _ value: String, _ clues: [String]? = nil) {
            (description, self.changes, self.fact, self.value, self.clues) = (name, changes, fact, value, clues)
        }

        init(_ name: String, _ fact: String, _ value: String, _ clues: [String]? = nil) {
            self.init(name, [:], fact, value, clues)
        }
    }

    private static let far = "{protocol: tcp, ports: 22, source: 8.0.0.0/8}"
    private static let web = "{protocol: tcp, ports: 443, source: 0.0.0.0/0}"
    private static func groups(_ entries: String...) -> [String: String] {
        ["security_groups": "[{id: sg-1, vpc: vpc-1, ingress: [\(entries.joined(separator: ", "))], egress: []}]"]
    }
    private static func acl(_ ingress: String..., egress: String...) -> [String: String] {
        ["network_acls": Lab.acl(ingress: ingress, egress: egress)]
    }

    static let ofGroups = [
        Fact("carried by an interface", "security_group sg-1 attached", "yes"),
        Fact(
            "carried by nothing", ["network_interfaces": "[]", "instances": "[]"], "security_group sg-1 attached", "no"),
        Fact(
            "nobody looked", ["network_interfaces": "", "instances": "[]"], "security_group sg-1 attached", "unknown"),
        Fact(
            "an interface that does not say its groups", ["network_interfaces": "[\(Lab.interface(groups: nil))]"],
            "security_group sg-1 attached", "unknown"),
        Fact(
            "carried by an idle function",
            [
                "network_interfaces": "[]", "instances": "[]",
                "lambda_functions": "[{id: f, vpc: vpc-1, subnets: [subnet-1], security_groups: [sg-1]}]",
            ], "security_group sg-1 attached", "yes"),
        Fact(
            "named by a launch template's interface",
            [
                "network_interfaces": "[]", "instances": "[]",
                "launch_templates": "[{id: lt-1, network_interfaces: [{device_index: 0, security_groups: [sg-1]}]}]",
            ], "security_group sg-1 attached", "yes"),
        Fact(
            "named by its own entry only",
            ["network_interfaces": "[]", "instances": "[]"].merging(groups("{protocol: all, source: sg-1}")) { $1 },
            "security_group sg-1 attached", "no"),
        Fact(
            "duplicate", groups(Lab.ssh, web, "{protocol: \"6\", ports: 22-22, source: 0.0.0.0/0}"),
            "security_group sg-1 duplicate_entries", "yes", ["ingress[0] 1.yaml:9", "ingress[2] 1.yaml:9"]),
        Fact("a duplicate is not subsumed", groups(Lab.ssh, Lab.ssh), "security_group sg-1 subsumed_entries", "no", []),
        Fact(
            "subsumed by two together",
            groups(
                "{protocol: tcp, ports: 22, source: 0.0.0.0/0}", "{protocol: tcp, ports: 20-30, source: 0.0.0.0/1}",
                "{protocol: tcp, ports: 20-30, source: 128.0.0.0/1}"),
            "security_group sg-1 subsumed_entries", "yes",
            ["ingress[0] 1.yaml:9", "ingress[1] 1.yaml:9", "ingress[2] 1.yaml:9"]),
        Fact(
            "subsumed whatever its ports are",
            groups("{protocol: tcp, source: 10.0.0.0/8}", "{protocol: all, source: 0.0.0.0/0}"),
            "security_group sg-1 subsumed_entries", "yes"),
        Fact(
            "needless, perhaps: egress is not stated", ["security_groups": "[{id: sg-1, ingress: []}]"],
            "security_group sg-1 duplicate_entries", "unknown"),
        Fact(
            "behind an ACL",
            groups(Lab.ssh, "{protocol: tcp, ports: 443, source: 8.0.0.0/8}").merging(
                acl(
                    "{number: 9, action: deny, protocol: tcp, ports: 443, source: 0.0.0.0/0}", Lab.allowAll,
                    egress: Lab.allowAllOut)
            ) { $1 },
            "security_group sg-1 entries_behind_acl", "yes", ["ingress[1] 1.yaml:9", "network_acls.acl-1 1.yaml:8"]),
        Fact(
            "behind an ACL but for neighbours",
            groups("{protocol: tcp, ports: 443, source: 10.0.1.0/24}").merging(acl(egress: Lab.allowAllOut)) { $1 },
            "security_group sg-1 entries_behind_acl", "no"),
        Fact(
            "behind an ACL that nobody stated",
            groups("{protocol: tcp, ports: 443, source: 8.0.0.0/8}").merging([
                "network_acls": "[{id: acl-1, vpc: vpc-1}]"
            ]) { $1 },
            "security_group sg-1 entries_behind_acl", "unknown"),
    ]

    static let ofACLs = [
        Fact("nothing shadowed", "network_acl acl-1 shadowed_entries", "no", []),
        Fact(
            "shadowed by two halves",
            acl(
                "{number: 1, action: deny, protocol: all, source: 0.0.0.0/1}",
                "{number: 2, action: deny, protocol: all, source: 128.0.0.0/1}",
                "{number: 3, action: allow, protocol: tcp, ports: 22, source: 0.0.0.0/0}", egress: Lab.allowAllOut),
            "network_acl acl-1 shadowed_entries", "yes",
            ["ingress[2] 1.yaml:8", "ingress[0] 1.yaml:8", "ingress[1] 1.yaml:8"]),
        Fact(
            "shadowed, perhaps", ["network_acls": "[{id: acl-1, ingress: []}]"], "network_acl acl-1 shadowed_entries",
            "unknown"),
        Fact(
            "an entry whose replies are dropped",
            acl(
                "{number: 1, action: allow, protocol: tcp, ports: 443, source: 0.0.0.0/0}",
                egress: "{number: 5, action: allow, protocol: tcp, ports: 443, destination: 0.0.0.0/0}"),
            "network_acl acl-1 drops_replies", "yes"),
        Fact(
            "the two entries are named",
            acl(
                "{number: 1, action: allow, protocol: tcp, ports: 443, source: 0.0.0.0/0}",
                egress: "{number: 5, action: deny, protocol: all, destination: 0.0.0.0/0}"),
            "network_acl acl-1 drops_replies", "yes", ["ingress[0] 1.yaml:8", "egress[0] 1.yaml:8"]),
        Fact(
            "replies to all ports of clients",
            acl(
                "{number: 1, action: allow, protocol: tcp, ports: 443, source: 0.0.0.0/0}",
                egress: "{number: 5, action: allow, protocol: tcp, ports: 1024-65535, destination: 0.0.0.0/0}"),
            "network_acl acl-1 drops_replies", "no", []),
        // https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html: how a subnet of clients looks.
        Fact(
            "a subnet of clients: the entry for replies needs none itself",
            acl(
                "{number: 1, action: allow, protocol: tcp, ports: 1024-65535, source: 0.0.0.0/0}",
                egress: "{number: 5, action: allow, protocol: tcp, ports: 443, destination: 0.0.0.0/0}"),
            "network_acl acl-1 drops_replies", "no", []),
        Fact(
            "a service on a high port is no client",
            acl(
                "{number: 1, action: allow, protocol: tcp, ports: 8443, source: 0.0.0.0/0}",
                egress: "{number: 5, action: allow, protocol: tcp, ports: 443, destination: 0.0.0.0/0}"),
            "network_acl acl-1 drops_replies", "yes"),
        Fact(
            "UDP needs no replies",
            acl(
                "{number: 1, action: allow, protocol: udp, ports: 53, source: 0.0.0.0/0}",
                egress: "{number: 5, action: deny, protocol: all, destination: 0.0.0.0/0}"),
            "network_acl acl-1 drops_replies", "no"),
        Fact(
            "two ACLs that say nothing and that have nothing",
            ["network_acls": "[{id: acl-0, egress: []}, {id: acl-1, ingress: null, egress: []}]"],
            "network_acl acl-1 drops_replies", "no"),
    ]

    static let ofOthers = [
        Fact("an internet route", "subnet subnet-1 internet_route", "yes", ["route_tables.rtb-1.routes[0] 1.yaml:6"]),
        Fact("no internet route", ["route_tables": Lab.table()], "subnet subnet-1 internet_route", "no", []),
        Fact("an internet route, perhaps", ["internet_gateways": ""], "subnet subnet-1 internet_route", "unknown"),
        Fact("a VPC in use", "vpc vpc-1 used", "yes"),
        Fact(
            "an unused VPC", ["network_interfaces": "[]", "instances": "[]"], "vpc vpc-1 used", "no"),
        Fact(
            "a VPC with an idle function",
            [
                "network_interfaces": "[]", "instances": "[]",
                "lambda_functions": "[{id: f, vpc: vpc-1, security_groups: []}]",
            ],
            "vpc vpc-1 used", "yes"),
        Fact(
            "groups that admit nothing", groups(), "instance i-1 groups_admit_nothing", "yes",
            ["security_groups.sg-1 1.yaml:9", "security_groups 1.yaml:11"]),
        Fact("groups that admit something", "instance i-1 groups_admit_nothing", "no"),
        Fact(
            "a second interface that nobody described",
            groups().merging(["instances": "[{id: i-1, state: running, network_interfaces: [eni-1, eni-2]}]"]) { $1 },
            "instance i-1 groups_admit_nothing", "unknown"),
        Fact(
            "entries of two interfaces",
            ["network_interfaces": "[\(Lab.interface()), \(Lab.interface("eni-2", ip: "10.0.1.11"))]"],
            "instance i-1 group_entries", "1"),
        Fact(
            "entries of an interface that nobody described",
            ["instances": "[{id: i-1, state: running, network_interfaces: [eni-1, eni-2]}]"],
            "instance i-1 group_entries",
            "unknown"),
        Fact(
            "an endpoint that admits nobody",
            groups(Lab.ssh).merging([
                "vpc_endpoints": "[{id: vpce-1, type: interface, vpc: vpc-1, security_groups: [sg-1]}]"
            ]) { $1 },
            "vpc_endpoint vpce-1 refuses_clients", "yes", ["security_groups.sg-1 1.yaml:9"]),
        Fact(
            "an endpoint that admits members of its group",
            groups("{protocol: tcp, ports: 443, source: sg-1}").merging(
                ["vpc_endpoints": "[{id: vpce-1, type: interface, vpc: vpc-1, security_groups: [sg-1]}]"]) { $1 },
            "vpc_endpoint vpce-1 refuses_clients", "no"),
        Fact(
            "a gateway endpoint has no groups", ["vpc_endpoints": "[{id: vpce-1, type: gateway, vpc: vpc-1}]"],
            "vpc_endpoint vpce-1 refuses_clients", "no"),
    ]

    @Test("facts", arguments: ofGroups + ofACLs + ofOthers)
    func fact(_ test: Fact) throws {
        let network = try Lab.network(test.changes)
        let parts = test.fact.split(separator: " ").map(String.init)
        #expect(try network.fact(parts[0], parts[1], parts[2]) == test.value)
        if let clues = test.clues { #expect(try network.clues(parts[0], parts[1], parts[2]) == clues) }
        if test.value == "unknown" {
            let place = try network.place(parts[0], parts[1])
            #expect(!network.model.missing(parts[2], at: place).isEmpty)
        }
    }

    /// Groups and ACLs in two files: each clue stands in its own.
    @Test func cluesOfTwoFiles() throws {
        let acl = Lab.acl(ingress: ["{number: 1, action: deny, protocol: all, source: 0.0.0.0/0}"], egress: [])
        let network = try Network(files: [
            Network.header + Lab.text(["network_acls": "", "security_groups": "[\(Lab.group(Self.far))]"]),
            Network.header + "network_acls: \(acl)\n",
        ])
        #expect(try network.fact("security_group", "sg-1", "entries_behind_acl") == "yes")
        let clues = try network.clues("security_group", "sg-1", "entries_behind_acl")
        #expect(clues == ["ingress[0] 1.yaml:8", "network_acls.acl-1 2.yaml:4"])
    }
}
