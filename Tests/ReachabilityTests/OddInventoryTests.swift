import Catalog
import Diagnostics
import Inventory
import Networks
import Testing

@testable import Reachability

/// Inventories that AWS would not make: each has a defined outcome, which docs/networks.md lists.
struct OddInventoryTests {
    private static let self1 = "{protocol: tcp, ports: 22, source: sg-1}"
    private static let subnets =
        "{id: subnet-1, vpc: vpc-1, cidr: 10.0.1.0/24, ipv6_cidr: [], route_table: rtb-1, network_acl: acl-1}"

    /// `expected`: whether tcp/22 from 8.8.8.8 and from 10.0.1.10 arrives.
    @Test(
        "outcomes",
        arguments: [
            LabCase("a group that refers to itself", ["security_groups": "[\(Lab.group(self1))]"], "no", "yes"),
            LabCase(
                "groups that refer to each other",
                [
                    "security_groups":
                        "[\(Lab.group("{protocol: tcp, ports: 22, source: sg-2}")), \(Lab.group(self1, id: "sg-2"))]",
                    "network_interfaces": "[\(Lab.interface(groups: "security_groups: [sg-1, sg-2]"))]",
                ], "no", "yes"),
            LabCase(
                "groups that refer to each other, one of them without members",
                [
                    "security_groups":
                        "[\(Lab.group("{protocol: tcp, ports: 22, source: sg-2}")), \(Lab.group(self1, id: "sg-2"))]"
                ],
                "no", "no"),
            LabCase(
                "a group that is not there",
                ["security_groups": "[\(Lab.group("{protocol: tcp, ports: 22, source: sg-9}"))]"],
                "no", "perhaps"),
            LabCase("a NACL without entries", ["network_acls": Lab.acl(ingress: [], egress: [])], "no", "yes"),
            LabCase(
                "two entries of a NACL with one number, the first one allows",
                [
                    "network_acls": Lab.acl(
                        ingress: [Lab.allowAll, "{number: 100, action: deny, protocol: all, source: 0.0.0.0/0}"],
                        egress: [Lab.allowAllOut])
                ], "yes", "yes"),
            LabCase(
                "two entries of a NACL with one number, the first one denies",
                [
                    "network_acls": Lab.acl(
                        ingress: ["{number: 100, action: deny, protocol: all, source: 0.0.0.0/0}", Lab.allowAll],
                        egress: [Lab.allowAllOut])
                ], "no", "yes"),
            LabCase(
                "host bits", ["security_groups": "[\(Lab.group("{protocol: tcp, ports: 22, source: 8.1.2.3/8}"))]"],
                "yes", "no"),
            LabCase(
                "IPv4-mapped IPv6",
                ["security_groups": "[\(Lab.group("{protocol: tcp, ports: 22, source: \"::ffff:8.8.8.0/120\"}"))]"],
                "yes", "no"),
            LabCase(
                "all of IPv6 holds no IPv4",
                ["security_groups": "[\(Lab.group("{protocol: tcp, ports: 22, source: \"::/0\"}"))]"], "no", "no"),
            LabCase(
                "an interface in a subnet that is not there",
                ["network_interfaces": "[\(Lab.interface(subnet: "subnet-9"))]"],
                "perhaps", "perhaps"),
            LabCase(
                "a subnet of no VPC",
                [
                    "subnets":
                        "[{id: subnet-1, cidr: 10.0.1.0/24, ipv6_cidr: [], route_table: rtb-1, network_acl: acl-1}]"
                ], "yes",
                "yes"),
            LabCase(
                "a subnet of a VPC that is not there", ["vpcs": "[]"], "yes", "yes"),
            LabCase(
                "two subnets that overlap",
                [
                    "subnets":
                        "[\(subnets), \(subnets.replacing("subnet-1", with: "subnet-2").replacing("10.0.1.0/24", with: "10.0.0.0/16"))]"
                ],
                "yes", "yes"),
            LabCase(
                "a NACL that names a subnet which names another",
                [
                    "network_acls":
                        "[{id: acl-1, vpc: vpc-1, subnets: [], ingress: [\(Lab.allowAll)], egress: [\(Lab.allowAllOut)]}, "
                        + "{id: acl-2, vpc: vpc-1, subnets: [subnet-1], ingress: [], egress: []}]"
                ], "yes", "yes"),
            LabCase(
                "two subnets that name each other's NACL",
                [
                    "subnets":
                        "[\(subnets), \(subnets.replacing("subnet-1", with: "subnet-2").replacing("acl-1", with: "acl-2").replacing("10.0.1", with: "10.0.2"))]",
                    "network_acls":
                        "[{id: acl-1, vpc: vpc-1, subnets: [subnet-2], ingress: [\(Lab.allowAll)], egress: [\(Lab.allowAllOut)]}, "
                        + "{id: acl-2, vpc: vpc-1, subnets: [subnet-1], ingress: [], egress: []}]",
                ], "yes", "yes"),
            LabCase(
                "an interface attached to an instance that lists another",
                ["instances": "[{id: i-1, state: running, network_interfaces: [eni-2]}, {id: i-2}]"], "yes", "yes"),
            LabCase(
                "an interface that an instance lists without being attached to it",
                [
                    "network_interfaces": "[\(Lab.interface(attachment: "status: in_use, attachment: null"))]",
                    "instances": "[{id: i-1, state: running, network_interfaces: [eni-1]}]",
                ], "yes", "yes"),
            LabCase(
                "an interface attached to one instance and listed by another",
                ["instances": "[{id: i-1, state: running}, {id: i-2, state: running, network_interfaces: [eni-1]}]"],
                "yes", "yes"),
        ])
    func outcome(_ test: LabCase) throws {
        let network = try Lab.network(test.changes)
        #expect(try network.reaches("instance", "i-1", "tcp/22 from 8.8.8.8") == test.expected[0])
        #expect(try network.reaches("instance", "i-1", "tcp/22 from 10.0.1.10") == test.expected[1])
    }

    /// `expected`: whether tcp/22 from 10.9.9.9, outside of the VPC's range, arrives where only the local route leads.
    @Test(
        "ranges that nobody stated",
        arguments: [
            LabCase("all are stated", [:], "no"),
            LabCase("that of the VPC is not", ["vpcs": "[{id: vpc-1}]"], "perhaps"),
            LabCase("the VPC is not there", ["vpcs": "[]"], "perhaps"),
            LabCase("no VPC is named", ["subnets": "[\(subnets.replacing("vpc: vpc-1, ", with: ""))]"], "perhaps"),
            LabCase(
                "that of the subnet is not", ["subnets": "[\(subnets.replacing("cidr: 10.0.1.0/24, ", with: ""))]"],
                "no"),
            LabCase(
                "neither is, but the table lists the local route",
                ["vpcs": "[{id: vpc-1}]", "route_tables": Lab.table(Lab.route("10.0.0.0/16", "local"))], "no"),
        ])
    func ranges(_ test: LabCase) throws {
        let changes = ["route_tables": Lab.table()].merging(test.changes) { $1 }
        #expect(try Lab.network(changes).reaches("instance", "i-1", "tcp/22 from 10.9.9.9") == test.expected[0])
    }

    /// An interface that does not say its groups may be a member of any group of its VPC.
    @Test func membersThatNobodyKnows() throws {
        let other = Lab.interface("eni-2", ip: "10.0.1.11", groups: nil, attachment: "status: in_use")
        let changes = [
            "network_interfaces": "[\(Lab.interface()), \(other)]",
            "security_groups": "[\(Lab.group("{protocol: tcp, ports: 22, source: sg-2}")), \(Lab.group(id: "sg-2"))]",
        ]
        #expect(try Lab.network(changes).reaches("network_interface", "eni-1", "tcp/22 from 10.0.1.11") == "perhaps")
        #expect(try Lab.network(changes).reaches("network_interface", "eni-1", "tcp/22 from 8.8.8.8") == "no")
        #expect(try Lab.network(changes).fact("security_group", "sg-2", "attached") == "unknown")
    }

    /// What the interface says counts; the other instance is taken for an interface of its own.
    @Test func interfaceOfTwoInstances() throws {
        let network = try Lab.network([
            "instances":
                "[{id: i-1, state: running}, {id: i-2, state: running, network_interfaces: [eni-1], subnet: subnet-1, "
                + "public_ip: null, ipv6_addresses: [], security_groups: [sg-1]}]"
        ])
        #expect(try network.reaches("instance", "i-2", "tcp/22 from 8.8.8.8") == "no")
        #expect(try network.reaches("instance", "i-2", "tcp/22 from 10.0.1.10") == "yes")
    }

    /// Each account sees its own: in AWS names such as those of target groups are unique within account and region alone.
    @Test func severalAccountsWithTheSameIds() throws {
        let other = "inventory: 1\naccount: \"444455556666\"\nregion: eu-west-1\n"
        let shut = Lab.text(["internet_gateways": "[{id: igw-1, vpcs: []}]"])
        for files in [[Network.header + Lab.text(), other + shut], [other + shut, Network.header + Lab.text()]] {
            let network = try Network(files: files)
            let index = try #require(Network.catalog.typeNames.index(of: "instance"))
            var found: [String: String] = [:]
            for (segment, record) in network.inventory.resources(ofType: "instance") {
                let view = ResourceView(segment, record)
                let account = try #require(network.model.census.scope(view).account)
                let place = try #require(
                    (0..<network.model.census.count(.instance)).map { network.model.census.place(.instance, $0) }.first
                    {
                        network.model.census.scope(network.model.census.view($0)).account == account
                    })
                let traffic = network.model.arriving(at: place)
                found[account] = try traffic.certain.overlaps(Packet("tcp/22 from 8.8.8.8").traffic) ? "yes" : "no"
                #expect(traffic.isKnown)
                #expect(Int(record.type) == index)
            }
            #expect(found == ["111122223333": "yes", "444455556666": "no"])
        }
    }

    @Test func fiveThousandEntries() throws {
        let entries = (0..<5000).map { "{protocol: tcp, ports: 22, source: \(1 + $0 / 250 % 200).\($0 % 250).0.0/16}" }
        let text = Lab.text([
            "security_groups": "[{id: sg-1, vpc: vpc-1, ingress: [\(entries.joined(separator: ", "))], egress: []}]"
        ])
        let clock = ContinuousClock()
        var network: Network?
        let time = try clock.measure { network = try Network(text) }
        #expect(try network?.reaches("instance", "i-1", "tcp/22 from 8.8.8.8") == "yes")
        #expect(try network?.fact("security_group", "sg-1", "subsumed_entries") == "no")
        #expect(try network?.fact("instance", "i-1", "group_entries") == "5000")
        #expect(time < .seconds(30), "\(time)")
    }

    /// Errors of the loader, not of the model.
    @Test(
        "refused",
        arguments: [
            ("{protocol: tcp, ports: 443-80, source: 0.0.0.0/0}", "error"),
            ("{protocol: tcp, ports: 22, source: 8.1.2.3/8}", "warning"),
            ("{protocol: tcp, ports: 22, source: \"::ffff:8.8.8.8\"}", ""),
        ])
    func loader(entry: String, expected: String) {
        let text = Network.header + Lab.text(["security_groups": "[\(Lab.group(entry))]"])
        let result = InventoryLoader(catalog: Network.catalog, jobs: 1).load([
            SourceFile(path: "1.yaml", text: text.utf8)
        ])
        let severities = result.diagnostics.map { $0.severity == .error ? "error" : "warning" }
        #expect(severities == (expected.isEmpty ? [] : [expected]))
    }
}
