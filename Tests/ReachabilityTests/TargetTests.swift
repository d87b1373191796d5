import Testing

/// Whether load balancers reach their targets: each thing that may stand in the way.
///
/// What has to be open: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html,
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html#target-security-groups.
struct TargetTests {
    /// A load balancer in subnet-2 that sends to i-1 at port 80.
    private static func lab(
        balancer: String = "security_groups: [sg-lb], subnets: [subnet-2]",
        out: String = "{protocol: tcp, ports: 80, destination: sg-1}",
        `in`: String = "{protocol: tcp, ports: 80, source: sg-lb}", near: String = Lab.allowAllOut,
        far: String = Lab.allowAll,
        group: String = "protocol: http, port: 80, target_type: instance, targets: [{id: i-1}]",
        ip: String = "10.0.1.10"
    ) -> [String: String] {
        [
            "subnets":
                "[{id: subnet-1, vpc: vpc-1, cidr: 10.0.1.0/24, ipv6_cidr: [], route_table: rtb-1, network_acl: acl-1}, "
                + "{id: subnet-2, vpc: vpc-1, cidr: 10.0.2.0/24, ipv6_cidr: [], route_table: rtb-1, network_acl: acl-2}]",
            "network_acls":
                "[{id: acl-1, vpc: vpc-1, ingress: [\(far)], egress: [\(Lab.allowAllOut)]}, "
                + "{id: acl-2, vpc: vpc-1, ingress: [\(Lab.allowAll)], egress: [\(near)]}]",
            "security_groups": "[\(Lab.group(`in`)), \(Lab.group(id: "sg-lb", egress: out))]",
            "network_interfaces": "[\(Lab.interface(ip: ip))]",
            "load_balancers":
                "[{id: lb, type: application, scheme: internal, ip_address_type: ipv4, \(balancer), "
                + "listeners: [{port: 80, protocol: http, target_groups: [tg]}]}]",
            "target_groups": "[{id: tg, vpc: vpc-1, \(group)}]",
        ]
    }

    private static let no80 = "{number: 1, action: deny, protocol: tcp, ports: 80, source: 0.0.0.0/0}, " + Lab.allowAll
    private static let no80Out =
        "{number: 1, action: deny, protocol: tcp, ports: 80, destination: 0.0.0.0/0}, " + Lab.allowAllOut
    private static let udp = "protocol: udp, port: 80, target_type: instance, targets: [{id: i-1}]"
    private static let byIP = "protocol: http, port: 80, target_type: ip, targets: [{id: 10.0.1.10}]"

    @Test(
        "load balancers",
        arguments: [
            LabCase("all is open", lab(), "no"),
            LabCase(
                "by addresses",
                lab(
                    out: "{protocol: tcp, ports: 80, destination: 10.0.1.10/32}",
                    in: "{protocol: tcp, ports: 80, source: 10.0.2.0/24}"), "no"),
            LabCase("its own group lets nothing out", lab(out: ""), "yes", "security_groups.sg-lb"),
            LabCase(
                "its own group lets another port out", lab(out: "{protocol: tcp, ports: 443, destination: sg-1}"),
                "yes",
                "security_groups.sg-lb"),
            LabCase("the ACL of its subnet", lab(near: no80Out), "yes", "network_acls.acl-2"),
            LabCase("the ACL of the target's subnet", lab(far: no80), "yes", "network_acls.acl-1"),
            LabCase(
                "the target's group", lab(in: "{protocol: tcp, ports: 443, source: sg-lb}"), "yes",
                "security_groups.sg-1"),
            LabCase(
                "the target's group, for others", lab(in: "{protocol: tcp, ports: 80, source: sg-1}"), "yes",
                "security_groups.sg-1"),
            LabCase(
                "the target has a port of its own",
                lab(group: "protocol: http, port: 80, target_type: instance, targets: [{id: i-1, port: 8080}]"), "yes",
                "security_groups.sg-lb"),
            LabCase("TCP is open, the targets get UDP", lab(group: udp), "yes", "security_groups.sg-lb"),
            LabCase(
                "UDP is open, the targets get UDP",
                lab(
                    out: "{protocol: udp, ports: 80, destination: sg-1}",
                    in: "{protocol: udp, ports: 80, source: sg-lb}", group: udp), "no"),
            LabCase("a target by address", lab(group: byIP), "no"),
            LabCase(
                "a target by address that its group refuses", lab(in: "", group: byIP), "yes", "security_groups.sg-1"),
            LabCase(
                "a target by an address that nobody has", lab(group: byIP.replacing("10.0.1.10", with: "10.0.1.99")),
                "unknown"),
            LabCase("a target by its own load balancer", lab(group: byIP.replacing("ip,", with: "alb,")), "unknown"),
            LabCase(
                "a function",
                lab(
                    group: "target_type: lambda, targets: [{id: \"arn:aws:lambda:eu-west-1:111122223333:function:f\"}]"),
                "no"),
            LabCase("no targets", lab(group: "protocol: http, port: 80, target_type: instance, targets: []"), "no"),
            LabCase(
                "targets that nobody stated", lab(group: "protocol: http, port: 80, target_type: instance"), "unknown"),
            LabCase(
                "a target that is not there",
                lab(group: "protocol: http, port: 80, target_type: instance, targets: [{id: i-9}]"), "unknown"),
            LabCase(
                "its subnets are not stated",
                lab(balancer: "security_groups: [sg-lb]", in: "{protocol: tcp, ports: 80, source: 10.0.2.0/24}"),
                "unknown"),
            LabCase("its groups are not stated", lab(balancer: "subnets: [subnet-2]"), "unknown"),
            LabCase(
                "the target's ACL lets nothing in, wherever it is",
                lab(balancer: "security_groups: [sg-lb]", far: no80), "yes", "network_acls.acl-1"),
            LabCase(
                "in the same subnet no ACL counts",
                lab(balancer: "security_groups: [sg-lb], subnets: [subnet-1]", far: no80), "no"),
        ])
    func reach(_ test: LabCase) throws {
        let network = try Lab.network(test.changes)
        #expect(try network.fact("load_balancer", "lb", "unreachable_targets") == test.expected[0])
        let clues = try network.clues("load_balancer", "lb", "unreachable_targets")
        guard test.expected.count > 1 else {
            #expect(clues.isEmpty)
            return
        }
        #expect(clues.count == 2)
        #expect(clues.first?.hasPrefix("target_groups.tg.targets[0] 1.yaml:") == true)
        #expect(clues.last?.hasPrefix(test.expected[1] + " 1.yaml:") == true, "\(clues)")
    }

    @Test(
        "classic load balancers",
        arguments: [("80", "no"), ("81", "yes")])
    func classic(port: String, expected: String) throws {
        var changes = Self.lab()
        changes["load_balancers"] = ""
        changes["target_groups"] = ""
        changes["classic_load_balancers"] =
            "[{id: lb, scheme: internal, subnets: [subnet-2], security_groups: [sg-lb], instances: [i-1], "
            + "listeners: [{protocol: tcp, port: 80, instance_port: \(port)}]}]"
        #expect(try Lab.network(changes).fact("classic_load_balancer", "lb", "unreachable_targets") == expected)
    }
}
