import Testing

@testable import Reachability

/// Whether what an entry lets in arrives where something answers.
struct EffectTests {
    private static let balancer =
        "[{id: lb-1, type: application, scheme: internet_facing, ip_address_type: ipv4, subnets: [subnet-1], "
        + "security_groups: [sg-1], listeners: [{port: 22, protocol: tcp}]}]"
    private static let down = "status: available, attachment: null"

    @Test(
        "effects of a group and its instance",
        arguments: [
            LabCase("a running instance", [:], "effective", "effective"),
            LabCase("a stopped instance", ["instances": "[{id: i-1, state: stopped}]"], "latent", "latent"),
            LabCase("an instance that is stopping", ["instances": "[{id: i-1, state: stopping}]"], "latent", "latent"),
            LabCase("a terminated instance", ["instances": "[{id: i-1, state: terminated}]"], "latent", "latent"),
            LabCase("a pending instance", ["instances": "[{id: i-1, state: pending}]"], "effective", "effective"),
            LabCase("an instance that does not say its state", ["instances": "[{id: i-1}]"], "effective", "effective"),
            LabCase(
                "an interface attached to nothing",
                ["network_interfaces": "[\(Lab.interface(attachment: down))]", "instances": "[]"], "latent"),
            LabCase("no interfaces, stated", ["network_interfaces": "[]", "instances": "[]"], "latent"),
            LabCase("no interfaces collected", ["network_interfaces": "", "instances": "[]"], "undetermined"),
            LabCase(
                "no interfaces collected, a known instance that is private",
                [
                    "network_interfaces": "",
                    "instances":
                        "[{id: i-1, subnet: subnet-1, public_ip: null, ipv6_addresses: [], security_groups: [sg-1], state: running}]",
                ], "undetermined", "latent"),
            LabCase(
                "no interfaces collected, a known instance that is public",
                [
                    "network_interfaces": "",
                    "instances":
                        "[{id: i-1, subnet: subnet-1, public_ip: 203.0.113.9, security_groups: [sg-1], state: running}]",
                ], "effective", "effective"),
            LabCase(
                "interfaces that do not say their groups", ["network_interfaces": "[\(Lab.interface(groups: nil))]"],
                "undetermined", "undetermined"),
            LabCase(
                "a stopped instance and a load balancer",
                ["instances": "[{id: i-1, state: stopped}]", "load_balancers": balancer],
                "effective", "latent"),
            LabCase(
                "no public address", ["network_interfaces": "[\(Lab.interface(isPublic: "public_ip: null"))]"],
                "latent", "latent"),
            LabCase(
                "an Elastic IP that names the interface",
                [
                    "network_interfaces": "[\(Lab.interface(isPublic: nil))]",
                    "elastic_ips": "[{id: eipalloc-1, public_ip: 203.0.113.9, network_interface: eni-1}]",
                ], "effective", "effective"),
            LabCase(
                "an Elastic IP that names the instance",
                [
                    "network_interfaces": "[\(Lab.interface(isPublic: nil))]",
                    "elastic_ips": "[{id: eipalloc-1, public_ip: 203.0.113.9, instance: i-1}]",
                ], "effective", "effective"),
            LabCase(
                "a public address that the instance states",
                [
                    "network_interfaces": "[\(Lab.interface(isPublic: nil))]",
                    "instances": "[{id: i-1, state: running, public_ip: 203.0.113.9}]",
                ], "effective", "effective"),
            LabCase(
                "a private one that the instance states",
                [
                    "network_interfaces": "[\(Lab.interface(isPublic: nil))]",
                    "instances": "[{id: i-1, state: running, public_ip: null}]",
                ], "latent", "latent"),
            LabCase(
                "a public one that the instance states, of two interfaces", two("public_ip: 203.0.113.9"),
                "undetermined", "undetermined"),
            LabCase(
                "an instance with an interface that nobody described",
                [
                    "network_interfaces": "[\(Lab.interface(isPublic: "public_ip: null"))]",
                    "instances": "[{id: i-1, state: running, network_interfaces: [eni-1, eni-2]}]",
                ], "latent", "undetermined"),
            LabCase(
                "an account that blocks but allows exceptions",
                ["accounts": "[{id: \"111122223333\", vpc_block_public_access: {mode: block_ingress}}]"],
                "undetermined",
                "undetermined"),
            LabCase(
                "the same account, and a subnet that is excepted",
                [
                    "accounts": "[{id: \"111122223333\", vpc_block_public_access: {mode: block_ingress}}]",
                    "subnets":
                        "[{id: subnet-1, vpc: vpc-1, cidr: 10.0.1.0/24, ipv6_cidr: [], route_table: rtb-1, network_acl: acl-1, internet_gateway_block: \"off\"}]",
                ], "effective", "effective"),
        ])
    func effect(_ test: LabCase) throws {
        let network = try Lab.network(test.changes)
        #expect(try network.effect("security_group", "sg-1", "tcp/22 from internet") == test.expected[0])
        guard test.expected.count > 1 else { return }
        #expect(try network.effect("instance", "i-1", "tcp/22 from internet") == test.expected[1])
    }

    /// An instance's public address is that of its first interface.
    private static func two(_ address: String) -> [String: String] {
        let second = Lab.interface("eni-2", ip: "10.0.1.11", isPublic: nil, groups: "security_groups: [sg-1]")
        return [
            "network_interfaces": "[\(Lab.interface(isPublic: nil)), \(second)]",
            "instances": "[{id: i-1, state: running, \(address)}]",
        ]
    }

    /// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html: device 0 is the first interface.
    @Test func publicAddressOfAnInstanceIsThatOfItsFirstInterface() throws {
        let interfaces = [(0, "eni-1"), (1, "eni-2")].map { device, id in
            Lab.interface(
                id, ip: "10.0.1.1\(device)", isPublic: nil,
                attachment: "attachment: {instance: i-1, device_index: \(device)}")
        }
        let network = try Lab.network([
            "network_interfaces": "[\(interfaces.joined(separator: ", "))]",
            "instances": "[{id: i-1, state: running, public_ip: 203.0.113.9}]",
        ])
        #expect(try network.reaches("network_interface", "eni-1", "tcp/22 from 8.8.8.8") == "yes")
        #expect(try network.reaches("network_interface", "eni-2", "tcp/22 from 8.8.8.8") == "perhaps")
    }

    private static let privateSubnet =
        ", {id: subnet-2, vpc: vpc-1, cidr: 10.0.2.0/24, ipv6_cidr: [], route_table: rtb-2, network_acl: acl-1}]"
    private static let twoSubnets = [
        "subnets":
            "[{id: subnet-1, vpc: vpc-1, cidr: 10.0.1.0/24, ipv6_cidr: [], route_table: rtb-1, network_acl: acl-1}"
            + privateSubnet,
        "route_tables": Lab.table(Lab.internet).dropLast() + ", {id: rtb-2, vpc: vpc-1, routes: []}]",
    ]

    /// A database is in one of the subnets of its group
    /// (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html).
    @Test(
        "databases",
        arguments: [
            ("subnets: [subnet-1], publicly_accessible: true, port: 22", "effective"),
            ("subnets: [subnet-1], publicly_accessible: false, port: 22", "latent"),
            ("subnets: [subnet-1], port: 22", "undetermined"),
            ("subnets: [subnet-1], publicly_accessible: true, port: 3306", "latent"),
            ("subnets: [subnet-1], publicly_accessible: true", "undetermined"),
            ("subnets: [subnet-1], publicly_accessible: true, port: null", "latent"),
            ("subnets: [subnet-1, subnet-2], publicly_accessible: true, port: 22", "undetermined"),
            ("subnets: [subnet-2], publicly_accessible: true, port: 22", "latent"),
            ("publicly_accessible: true, port: 22", "undetermined"),
        ])
    func database(fields: String, expected: String) throws {
        var changes = Self.twoSubnets
        changes["db_instances"] = "[{id: db-1, security_groups: [sg-1], network_type: ipv4, \(fields)}]"
        let network = try Lab.network(changes)
        #expect(try network.effect("db_instance", "db-1", "tcp/22 from internet") == expected)
        let path = try #require(try network.path("db_instance", "db-1", "tcp/22 from internet"))
        let verdicts = ["effective": "passes", "latent": "stops", "undetermined": "undecided"]
        #expect("\(path.verdict)" == verdicts[expected])
        #expect(path.verdict != .undecided || !path.missing.isEmpty)
    }

    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html
    @Test(
        "load balancers",
        arguments: [
            ("type: application, scheme: internet_facing, listeners: [{port: 22, protocol: http}]", "effective"),
            ("type: application, scheme: internal, listeners: [{port: 22, protocol: http}]", "latent"),
            ("type: application, listeners: [{port: 22, protocol: http}]", "undetermined"),
            ("type: network, scheme: internet_facing, listeners: [{port: 22, protocol: udp}]", "latent"),
            ("type: network, scheme: internet_facing, listeners: [{port: 22, protocol: quic}]", "latent"),
            ("type: network, scheme: internet_facing, listeners: [{port: 22, protocol: tcp_udp}]", "effective"),
            ("type: network, scheme: internet_facing, listeners: [{port: 22, protocol: tls}]", "effective"),
            ("type: network, scheme: internet_facing, listeners: [{port: 22}]", "undetermined"),
            ("type: network, scheme: internet_facing, listeners: [{protocol: tcp}]", "undetermined"),
            ("type: network, scheme: internet_facing, listeners: []", "latent"),
            ("type: network, scheme: internet_facing", "undetermined"),
            ("type: gateway, scheme: internet_facing, listeners: [{port: 22}]", "latent"),
        ])
    func loadBalancer(fields: String, expected: String) throws {
        let network = try Lab.network([
            "load_balancers":
                "[{id: lb-1, subnets: [subnet-1], security_groups: [sg-1], ip_address_type: ipv4, \(fields)}]"
        ])
        #expect(try network.effect("load_balancer", "lb-1", "tcp/22 from internet") == expected)
    }
}
