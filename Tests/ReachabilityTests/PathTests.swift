import Diagnostics
import Networks
import Testing

@testable import Reachability

/// What a path says stops traffic is what stops it: without it something changes.
struct PathTests {
    struct Blocker: CustomStringConvertible, Sendable {
        var description: String
        var changes: [String: String]
        var kind: Path.Kind
        var id: String
        /// The entry that decides, and its line; nil where no entry does.
        var entry: String?
        /// Text of the step.
        var detail: String
        /// The collection that is at fault: put back, the traffic passes.
        var fault: String

        init(
            _ name: String, _ changes: [String: String], _ kind: Path.Kind, _ id: String, _ detail: String,
            entry: String? = nil, fault: String
        ) {
            (description, self.changes, self.kind, self.id) = (name, changes, kind, id)
            (self.entry, self.detail, self.fault) = (entry, detail, fault)
        }
    }

    private static let denySSH = "{number: 50, action: deny, protocol: tcp, ports: 22, source: 0.0.0.0/0}"

    @Test(
        "blockers",
        arguments: [
            Blocker(
                "no route", ["route_tables": Lab.table()], .route, "rtb-1", "has no route to an internet gateway",
                fault: "route_tables"),
            Blocker(
                "a way out only",
                ["route_tables": Lab.table("{destination: 0.0.0.0/0, target: nat-1, target_kind: nat_gateway}")],
                .route,
                "rtb-1", "the route for 0.0.0.0/0 is a way out only", entry: "route_tables.rtb-1.routes[0]",
                fault: "route_tables"),
            Blocker(
                "a black hole", ["route_tables": Lab.table(Lab.internet.dropLast() + ", state: blackhole}")], .route,
                "rtb-1",
                "the route for 0.0.0.0/0 leads nowhere", entry: "route_tables.rtb-1.routes[0]", fault: "route_tables"),
            Blocker(
                "a gateway of another VPC", ["internet_gateways": "[{id: igw-1, vpcs: [vpc-2]}]"], .route, "rtb-1",
                "the route for 0.0.0.0/0 leads nowhere", entry: "route_tables.rtb-1.routes[0]",
                fault: "internet_gateways"),
            Blocker(
                "no public address", ["network_interfaces": "[\(Lab.interface(isPublic: "public_ip: null"))]"],
                .address,
                "eni-1", "has no public IPv4 address", fault: "network_interfaces"),
            Blocker(
                "an interface that refuses the internet",
                [
                    "network_interfaces":
                        "[\(Lab.interface(attachment: "status: in_use, attachment: {instance: i-1}, deny_all_internet_gateway_traffic: true"))]"
                ], .address, "eni-1", "refuses traffic of internet gateways", fault: "network_interfaces"),
            Blocker(
                "block public access of the VPC",
                ["vpcs": "[{id: vpc-1, cidr: [10.0.0.0/16], ipv6_cidr: [], internet_gateway_block: block_ingress}]"],
                .gateway,
                "subnet-1", "block public access is on", fault: "vpcs"),
            Blocker(
                "block public access of the account",
                [
                    "accounts":
                        "[{id: \"111122223333\", vpc_block_public_access: {mode: block_bidirectional, exclusions_allowed: false}}]"
                ], .gateway, "subnet-1", "block public access is on", fault: "accounts"),
            Blocker(
                "an entry of the ACL",
                ["network_acls": Lab.acl(ingress: [Lab.allowAll, denySSH], egress: [Lab.allowAllOut])],
                .networkACL, "acl-1", "#50 deny tcp/22 from 0.0.0.0/0", entry: "network_acls.acl-1.ingress[1]",
                fault: "network_acls"),
            Blocker(
                "no entry of the ACL", ["network_acls": Lab.acl(ingress: [], egress: [Lab.allowAllOut])], .networkACL,
                "acl-1",
                "no entry lets it in", fault: "network_acls"),
            Blocker(
                "the ACL drops replies",
                [
                    "network_acls": Lab.acl(
                        ingress: [Lab.allowAll],
                        egress: [
                            "{number: 10, action: deny, protocol: tcp, ports: 1024-65535, destination: 0.0.0.0/0}",
                            Lab.allowAllOut,
                        ])
                ], .reply, "acl-1", "#10 deny tcp/1024-65535 to 0.0.0.0/0 drops the replies",
                entry: "network_acls.acl-1.egress[0]", fault: "network_acls"),
            Blocker(
                "no entry for replies", ["network_acls": Lab.acl(ingress: [Lab.allowAll], egress: [])], .reply, "acl-1",
                "no entry lets the replies out", fault: "network_acls"),
            Blocker(
                "no entry of the group", ["security_groups": "[\(Lab.group())]"], .securityGroup, "sg-1",
                "no entry admits it",
                fault: "security_groups"),
            Blocker(
                "another port of the group",
                ["security_groups": "[\(Lab.group("{protocol: udp, ports: 22, source: 0.0.0.0/0}"))]"],
                .securityGroup, "sg-1", "no entry admits it", fault: "security_groups"),
            Blocker(
                "no group", ["network_interfaces": "[\(Lab.interface(groups: "security_groups: []"))]"], .securityGroup,
                "eni-1", "has no security group", fault: "network_interfaces"),
        ])
    func blocker(_ test: Blocker) throws {
        let network = try Lab.network(test.changes)
        let path = try #require(try network.path("instance", "i-1", "tcp/22 from internet"))
        #expect(path.verdict == .stops)
        let step = try #require(path.blocker)
        #expect("\(step.kind) \(step.id): \(step.detail)" == "\(test.kind) \(test.id): \(test.detail)")
        #expect(step.entry == test.entry)
        // It stands where the thing stands.
        let span = try #require(step.span)
        let line = span.file.position(of: span.start).line
        let text = Network.header + Lab.text(test.changes)
        let collection = text.split(separator: "\n")[line - 1].prefix { $0 != ":" }
        let named = [
            "route": "route_tables", "networkACL": "network_acls", "reply": "network_acls", "gateway": "subnets",
        ]
        let expected =
            named["\(step.kind)"]
            ?? (step.kind == .securityGroup && step.id == "sg-1" ? "security_groups" : "network_interfaces")
        #expect(collection == expected)
        // Put back, the traffic passes.
        var mended = test.changes
        mended[test.fault] = nil
        #expect(try Lab.network(mended).path("instance", "i-1", "tcp/22 from internet")?.verdict == .passes)
    }

    @Test func listenerOfALoadBalancer() throws {
        let balancer =
            "[{id: lb-1, type: application, scheme: internet_facing, ip_address_type: ipv4, subnets: [subnet-1], "
        let network = try Lab.network([
            "load_balancers": balancer + "security_groups: [sg-1], listeners: [{port: 443, protocol: https}]}]"
        ])
        let path = try #require(try network.path("load_balancer", "lb-1", "tcp/22 from internet"))
        #expect(path.blocker.map { "\($0.kind): \($0.detail)" } == "listener: listens to tcp 443 only")
        // Through the group, too: its entry for ssh is of no use at the load balancer.
        let alone = try Lab.network([
            "load_balancers": balancer + "security_groups: [sg-1], listeners: [{port: 443, protocol: https}]}]",
            "network_interfaces": "[]", "instances": "[]",
        ])
        #expect(try alone.path("security_group", "sg-1", "tcp/22 from internet")?.verdict == .stops)
        #expect(try alone.reaches("security_group", "sg-1", "tcp/22 from 8.8.8.8") == "no")
        #expect(try alone.effect("security_group", "sg-1", "tcp/22 from internet") == "latent")
    }

    @Test func anOpenPathNamesWhatLetsItThrough() throws {
        let path = try #require(try Lab.network().path("instance", "i-1", "tcp/22 from internet"))
        #expect(path.verdict == .passes)
        #expect(path.summary == "internet → igw-1 → acl-1 #100 → sg-1 ingress[0] → i-1")
        #expect(path.missing.isEmpty)
    }

    /// What is missing is named, so that somebody can add it.
    @Test(
        "what the inventory does not say",
        arguments: [
            LabCase(
                "the route table", ["subnets": subnet("network_acl: acl-1"), "route_tables": ""],
                "subnets.subnet-1.route_table"),
            LabCase(
                "a route table that is not there", ["subnets": subnet("network_acl: acl-1, route_table: rtb-7")],
                "route_tables.rtb-7"),
            LabCase(
                "the routes", ["route_tables": "[{id: rtb-1, vpc: vpc-1, main: true}]"], "route_tables.rtb-1.routes"),
            LabCase("the gateway's VPC", ["internet_gateways": "[{id: igw-1}]"], "internet_gateways.igw-1.vpcs"),
            LabCase(
                "the ACL", ["subnets": subnet("route_table: rtb-1"), "network_acls": ""], "subnets.subnet-1.network_acl"
            ),
            LabCase(
                "the ACL's entries", ["network_acls": "[{id: acl-1, vpc: vpc-1, egress: [\(Lab.allowAllOut)]}]"],
                "network_acls.acl-1.ingress"),
            LabCase(
                "the ACL's entries for replies",
                ["network_acls": "[{id: acl-1, vpc: vpc-1, ingress: [\(Lab.allowAll)]}]"],
                "network_acls.acl-1.egress"),
            LabCase(
                "the public address", ["network_interfaces": "[\(Lab.interface(isPublic: nil))]"],
                "network_interfaces.eni-1.public_ip"),
            LabCase(
                "the groups", ["network_interfaces": "[\(Lab.interface(groups: nil))]"],
                "network_interfaces.eni-1.security_groups"),
            LabCase("a group that is not there", ["security_groups": "[]"], "security_groups.sg-1"),
            LabCase(
                "the group's entries", ["security_groups": "[{id: sg-1, vpc: vpc-1}]"], "security_groups.sg-1.ingress"),
            LabCase(
                "a prefix list", ["security_groups": "[\(Lab.group("{protocol: tcp, ports: 22, source: pl-9}"))]"],
                "prefix_lists.pl-9"),
            LabCase(
                "the ports of an entry", ["security_groups": "[\(Lab.group("{protocol: tcp, source: 0.0.0.0/0}"))]"],
                "security_groups.sg-1.ingress[0]"),
            LabCase(
                "a subnet that is not there", ["network_interfaces": "[\(Lab.interface(subnet: "subnet-9"))]"],
                "subnets.subnet-9"),
        ])
    func missing(_ test: LabCase) throws {
        let network = try Lab.network(test.changes)
        let path = try #require(try network.path("network_interface", "eni-1", "tcp/22 from internet"))
        #expect(path.verdict == .undecided)
        #expect(path.missing.contains(test.expected[0]), "\(path.missing)")
        #expect(try network.reaches("network_interface", "eni-1", "tcp/22 from 8.8.8.8") == "perhaps")
        let place = try network.place("network_interface", "eni-1")
        #expect(network.model.missing("exposure", at: place).contains(test.expected[0]))
    }

    @Test func membersThatAreKnownAreMembers() throws {
        let network = try Lab.network([
            "network_interfaces": "",
            "instances": """
            [{id: i-1, subnet: subnet-1, private_ip: 10.0.1.9, public_ip: null, ipv6_addresses: [], security_groups: [sg-1]}]
            """,
            "security_groups": "[\(Lab.group("{protocol: tcp, ports: 22, source: sg-1}"))]",
        ])
        #expect(try network.reaches("instance", "i-1", "tcp/22 from 10.0.1.9") == "yes")
        #expect(try network.reaches("instance", "i-1", "tcp/22 from 10.0.1.8") == "perhaps")
        let missing = network.model.missing("exposure", at: try network.place("instance", "i-1"))
        #expect(missing == ["network_interfaces"])
    }

    private static func subnet(_ fields: String) -> String {
        "[{id: subnet-1, vpc: vpc-1, cidr: 10.0.1.0/24, ipv6_cidr: [], \(fields)}]"
    }
}
