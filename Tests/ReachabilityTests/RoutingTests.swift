import Testing

/// Which door a packet comes in by: https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
struct RoutingTests {
    private static let listed = "[{id: pl-1, entries: [{cidr: 8.8.0.0/16}]}, {id: pl-2, name: dark}]"
    private static func peering(_ state: String = "active") -> String {
        "[{id: pcx-1, state: \(state), requester: {vpc: vpc-1}, accepter: {vpc: vpc-2, cidr: [10.9.0.0/16], ipv6_cidr: []}}]"
    }

    /// `expected`: whether tcp/22 from 8.8.8.8, from 10.0.2.7 in the VPC and from 10.9.9.9 outside of it arrives.
    @Test(
        "routes",
        arguments: [
            LabCase("an internet gateway", ["route_tables": Lab.table(Lab.internet)], "yes", "yes", "yes"),
            LabCase("no route but the local one", ["route_tables": Lab.table()], "no", "yes", "no"),
            LabCase(
                "the local route, listed", ["route_tables": Lab.table(Lab.route("10.0.0.0/16", "local"))], "no", "yes",
                "no"),
            LabCase(
                "routes that nobody states", ["route_tables": "[{id: rtb-1, vpc: vpc-1, main: true}]"], "perhaps",
                "perhaps", "perhaps"),
            LabCase(
                "no routes", ["route_tables": "[{id: rtb-1, vpc: vpc-1, main: true, routes: null}]"], "no", "yes", "no"),
            LabCase(
                "a longer prefix to NAT",
                ["route_tables": Lab.table(Lab.internet, Lab.route("8.0.0.0/8", "nat-1"))], "no", "yes", "yes"),
            LabCase(
                "a shorter prefix to NAT",
                ["route_tables": Lab.table(Lab.route("0.0.0.0/1", "nat-1"), Lab.route("8.8.8.0/24", "igw-1"))],
                "yes", "yes", "no"),
            LabCase(
                "a longer prefix that is a black hole",
                ["route_tables": Lab.table(Lab.internet, Lab.route("8.8.8.8/32", "igw-1", "state: blackhole"))], "no",
                "yes",
                "yes"),
            LabCase(
                "two halves",
                ["route_tables": Lab.table(Lab.route("0.0.0.0/1", "igw-1"), Lab.route("128.0.0.0/1", "igw-1"))],
                "yes", "yes", "yes"),
            LabCase(
                "a prefix list takes its addresses",
                ["route_tables": Lab.table(Lab.internet, Lab.route("pl-1", "nat-1")), "prefix_lists": listed], "no",
                "yes", "yes"),
            LabCase(
                "a prefix list leads in",
                ["route_tables": Lab.table(Lab.route("pl-1", "igw-1")), "prefix_lists": listed], "yes",
                "yes", "no"),
            LabCase(
                "a route for a range goes before a list with the same one",
                [
                    "route_tables": Lab.table(Lab.route("pl-1", "nat-1"), Lab.route("8.8.0.0/16", "igw-1")),
                    "prefix_lists": listed,
                ], "yes", "yes", "no"),
            LabCase(
                "a list that nobody resolved may lead in",
                ["route_tables": Lab.table(Lab.route("pl-2", "igw-1")), "prefix_lists": listed], "perhaps", "perhaps",
                "perhaps"),
            LabCase(
                "a list that nobody resolved may take addresses away",
                ["route_tables": Lab.table(Lab.internet, Lab.route("pl-2", "tgw-1")), "prefix_lists": listed],
                "perhaps", "perhaps",
                "perhaps"),
            LabCase(
                "a list that AWS keeps, behind a gateway endpoint",
                ["route_tables": Lab.table(Lab.internet, Lab.route("pl-63", "vpce-1"))], "yes", "yes", "yes"),
            LabCase(
                "a NAT gateway is a way out", ["route_tables": Lab.table(Lab.route("0.0.0.0/0", "nat-1"))], "no", "yes",
                "no"),
            LabCase(
                "an appliance may pass traffic on", ["route_tables": Lab.table(Lab.route("0.0.0.0/0", "eni-9"))],
                "perhaps", "yes",
                "perhaps"),
            LabCase(
                "a firewall endpoint may pass traffic on",
                ["route_tables": Lab.table(Lab.route("0.0.0.0/0", "vpce-1"))],
                "perhaps", "yes", "perhaps"),
            LabCase(
                "an appliance between two subnets",
                ["route_tables": Lab.table(Lab.internet, Lab.route("10.0.2.0/24", "eni-9"))], "yes", "perhaps", "yes"),
            LabCase(
                "a local route that was replaced",
                ["route_tables": Lab.table(Lab.internet, Lab.route("10.0.0.0/16", "eni-9"))],
                "yes", "perhaps", "yes"),
            LabCase(
                "a default route to a transit gateway brings in no internet",
                ["route_tables": Lab.table(Lab.route("0.0.0.0/0", "tgw-1", "state: active"))], "no", "yes", "yes"),
            LabCase(
                "nor do two halves of one",
                [
                    "route_tables": Lab.table(
                        Lab.route("0.0.0.0/1", "tgw-1", "state: active"),
                        Lab.route("128.0.0.0/1", "tgw-1", "state: active"))
                ], "no", "yes", "yes"),
            LabCase(
                "a range of one's own behind a private gateway",
                ["route_tables": Lab.table(Lab.route("8.8.0.0/16", "vgw-1", "state: active"))], "yes", "yes", "no"),
            LabCase(
                "a transit gateway that may be gone", ["route_tables": Lab.table(Lab.route("10.8.0.0/13", "tgw-1"))],
                "no", "yes",
                "perhaps"),
            LabCase(
                "a peering",
                ["route_tables": Lab.table(Lab.route("10.8.0.0/13", "pcx-1")), "vpc_peering_connections": peering()],
                "no", "yes", "yes"),
            LabCase(
                "nobody comes through a peered VPC from behind it",
                ["route_tables": Lab.table(Lab.route("0.0.0.0/0", "pcx-1")), "vpc_peering_connections": peering()],
                "no", "yes", "yes"),
            LabCase(
                "a peering that was deleted",
                [
                    "route_tables": Lab.table(Lab.route("10.8.0.0/13", "pcx-1")),
                    "vpc_peering_connections": peering("deleted"),
                ], "no",
                "yes", "no"),
            LabCase(
                "a propagated route for the same range as a stated one",
                [
                    "route_tables": Lab.table(
                        Lab.route("10.9.0.0/16", "vgw-1", "state: active, origin: enable_vgw_route_propagation"),
                        Lab.route("10.9.0.0/16", "nat-1"))
                ], "no", "yes", "no"),
            LabCase(
                "two stated routes for one range, which AWS forbids",
                ["route_tables": Lab.table(Lab.internet, Lab.route("0.0.0.0/0", "nat-1"))], "perhaps", "yes", "perhaps"),
        ])
    func route(_ test: LabCase) throws {
        let network = try Lab.network(test.changes)
        let found = try ["8.8.8.8", "10.0.2.7", "10.9.9.9"].map {
            try network.reaches("network_interface", "eni-1", "tcp/22 from \($0)")
        }
        #expect(found == test.expected)
    }

    /// An internet gateway has to be there and attached: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
    @Test(
        "internet gateways",
        arguments: [
            LabCase("attached", [:], "yes"),
            LabCase("attached to nothing", ["internet_gateways": "[{id: igw-1, vpcs: []}]"], "no"),
            LabCase("attached to nothing, as null", ["internet_gateways": "[{id: igw-1, vpcs: null}]"], "no"),
            LabCase("attached to another VPC", ["internet_gateways": "[{id: igw-1, vpcs: [vpc-2]}]"], "no"),
            LabCase("that does not say", ["internet_gateways": "[{id: igw-1}]"], "perhaps"),
            LabCase("that the inventory has none of", ["internet_gateways": "[]"], "no"),
            LabCase("that nobody looked for", ["internet_gateways": ""], "perhaps"),
            LabCase(
                "that nobody looked for, but the route is active",
                ["internet_gateways": "", "route_tables": Lab.table(Lab.route("0.0.0.0/0", "igw-1", "state: active"))],
                "yes"),
            LabCase(
                "that is not there although the route is active",
                [
                    "internet_gateways": "[]",
                    "route_tables": Lab.table(Lab.route("0.0.0.0/0", "igw-1", "state: active")),
                ], "yes"),
            LabCase(
                "with a table that leads through a firewall first",
                [
                    "route_tables": Lab.table(Lab.internet).dropLast()
                        + ", {id: rtb-9, vpc: vpc-1, gateways: [igw-1], subnets: [], routes: ["
                        + Lab.route("10.0.1.0/24", "vpce-1") + "]}]"
                ], "perhaps"),
            LabCase(
                "with a table that leads nowhere else",
                [
                    "route_tables": Lab.table(Lab.internet).dropLast()
                        + ", {id: rtb-9, vpc: vpc-1, gateways: [igw-1], subnets: [], routes: ["
                        + Lab.route("10.0.0.0/16", "local") + "]}]"
                ], "yes"),
        ])
    func gateway(_ test: LabCase) throws {
        #expect(try Lab.network(test.changes).reaches("instance", "i-1", "tcp/22 from 8.8.8.8") == test.expected[0])
    }

    /// The table a subnet names, the one that names it, the main one: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
    @Test(
        "which table and which ACL",
        arguments: [
            ("route_table: rtb-2", "main: true", "subnets: []", "no"),
            ("name: x", "main: true", "subnets: []", "yes"),
            ("name: x", "main: true", "subnets: [subnet-1]", "no"),
            ("name: x", "main: false, subnets: [subnet-1]", "subnets: []", "yes"),
            ("name: x", "main: true", "main: false", "perhaps"),
            ("name: x", "main: true", "main: true, subnets: []", "perhaps"),
            ("name: x", "subnets: [subnet-1]", "subnets: [subnet-1]", "perhaps"),
            ("name: x", "subnets: []", "subnets: []", "perhaps"),
            ("route_table: null", "main: true, subnets: []", "subnets: []", "yes"),
            ("route_table: rtb-7", "main: true", "subnets: []", "perhaps"),
        ])
    func association(ofSubnet subnet: String, _ first: String, _ second: String, expected: String) throws {
        let tables = try Lab.network([
            "subnets": "[{id: subnet-1, vpc: vpc-1, cidr: 10.0.1.0/24, ipv6_cidr: [], network_acl: acl-1, \(subnet)}]",
            "route_tables":
                "[{id: rtb-1, vpc: vpc-1, \(first), routes: [\(Lab.internet)]}, {id: rtb-2, vpc: vpc-1, \(second), routes: []}]",
        ])
        #expect(try tables.reaches("network_interface", "eni-1", "tcp/22 from 8.8.8.8") == expected)
        // The same with ACLs: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html
        func renamed(_ text: String) -> String {
            text.replacing("route_table", with: "network_acl").replacing("rtb-", with: "acl-").replacing(
                "main", with: "default")
        }
        let acls = try Lab.network([
            "subnets":
                "[{id: subnet-1, vpc: vpc-1, cidr: 10.0.1.0/24, ipv6_cidr: [], route_table: rtb-1, \(renamed(subnet))}]",
            "network_acls":
                "[{id: acl-1, vpc: vpc-1, \(renamed(first)), ingress: [\(Lab.allowAll)], egress: [\(Lab.allowAllOut)]}, "
                + "{id: acl-2, vpc: vpc-1, \(renamed(second)), ingress: [], egress: []}]",
        ])
        #expect(try acls.reaches("network_interface", "eni-1", "tcp/22 from 8.8.8.8") == expected)
    }
}
