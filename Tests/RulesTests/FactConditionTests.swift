import Catalog
import Findings
import Rules
import Testing

@testable import Engine

/// Conditions on facts: the kernel reads words that `NetworkFacts` wrote, the general evaluator asks the network model.
struct FactConditionTests {
    static let network = """
        vpcs:
          - {id: vpc-1, cidr: 10.0.0.0/16, ipv6_cidr: [], dhcp_options: dopt-1}
          - {id: vpc-2, cidr: 10.1.0.0/16, ipv6_cidr: []}
        dhcp_options_sets: [{id: dopt-1, domain_name_servers: [10.9.9.9]}]
        internet_gateways: [{id: igw-1, vpcs: [vpc-1]}]
        route_tables:
          - id: rtb-1
            vpc: vpc-1
            main: true
            routes:
              - {destination: 10.0.0.0/16, target: local, target_kind: local, state: active}
              - {destination: 0.0.0.0/0, target: igw-1, target_kind: internet_gateway, state: active}
        network_acls:
          - id: acl-1
            vpc: vpc-1
            default: true
            ingress:
              - {number: 90, action: deny, protocol: tcp, ports: 3389, source: 0.0.0.0/0}
              - {number: 100, action: allow, protocol: all, source: 0.0.0.0/0}
              - {number: 110, action: allow, protocol: tcp, ports: 443, source: 10.0.0.0/8}
            egress: [{number: 100, action: allow, protocol: all, destination: 0.0.0.0/0}]
          - {id: acl-2, vpc: vpc-2, default: true, ingress: [{number: 100, action: allow, protocol: tcp, ports: 443, source: 0.0.0.0/0}], egress: []}
          - {id: acl-3, vpc: vpc-2}
        subnets:
          - {id: subnet-1, vpc: vpc-1, cidr: 10.0.0.0/24, ipv6_cidr: []}
          - {id: subnet-2, vpc: vpc-2, cidr: 10.1.0.0/24, ipv6_cidr: []}
          - {id: subnet-3, vpc: vpc-2, cidr: 10.1.1.0/24, ipv6_cidr: [], network_acl: acl-3, route_table: rtb-9}
        security_groups:
          - id: sg-1
            vpc: vpc-1
            ingress:
              - {protocol: tcp, ports: 22, source: [0.0.0.0/1, 128.0.0.0/1]}
              - {protocol: tcp, ports: 20-30, source: 10.0.0.0/8}
              - {protocol: tcp, ports: 3389, source: 93.184.216.0/24}
              - {protocol: tcp, ports: 22, source: 10.0.0.0/9}
            egress: [{protocol: all, destination: 0.0.0.0/0}]
          - {id: sg-2, vpc: vpc-1, ingress: [], egress: [{protocol: tcp, ports: 443, destination: 0.0.0.0/0}]}
          - {id: sg-3, vpc: vpc-2, ingress: [{protocol: tcp, ports: 443, source: pl-9}], egress: []}
          - {id: sg-4, vpc: vpc-2}
        network_interfaces:
          - {id: eni-1, subnet: subnet-1, private_ip: 10.0.0.5, public_ip: 52.1.1.1, ipv6_addresses: [], security_groups: [sg-1], status: in_use, attachment: {instance: i-1}}
          - {id: eni-2, subnet: subnet-2, private_ip: 10.1.0.5, public_ip: null, ipv6_addresses: [], security_groups: [sg-3], status: in_use}
        instances:
          - {id: i-1, state: running, network_interfaces: [eni-1], subnet: subnet-1}
          - {id: i-2, state: stopped, subnet: subnet-1, private_ip: 10.0.0.6, public_ip: 52.1.1.2, ipv6_addresses: [], security_groups: [sg-2]}
          - {id: i-3, state: running, subnet: subnet-3, public_ip: null, ipv6_addresses: [], security_groups: [sg-3]}
          - {id: i-4}

        """

    /// A type, and a condition on its facts; some are read behind references, where the place is another resource's.
    static let conditions: [(type: String, condition: String)] = [
        ("instance", "resource.exposure.admits({\"source\": \"internet\", \"protocol\": \"tcp\", \"port\": 22})"),
        ("instance", "!resource.exposure.admits({\"source\": \"any\"})"),
        ("instance", "resource.exposure.admits({\"source\": \"internet\", \"share\": 0.1, \"port\": [22, 443]})"),
        ("instance", "resource.groups_admit_nothing"),
        ("instance", "resource.dns_blocked || resource.groups_admit_nothing"),
        ("instance", "resource.group_entries > 2"),
        ("instance", "resource.subnet.internet_route && resource.state == \"running\""),
        ("instance", "resource.subnet.network_acl.drops_replies"),
        ("instance", "resource.security_groups.exists(g, g.exposure.admits({\"source\": \"internet\"}))"),
        ("instance", "resource.security_groups.all(g, g.attached)"),
        ("security_group", "resource.attached"),
        ("security_group", "resource.subsumed_entries && !resource.duplicate_entries"),
        ("security_group", "resource.entries_behind_acl"),
        ("security_group", "resource.exposure.admits({\"source\": \"internet\", \"port\": 3389})"),
        ("security_group", "resource.public_ipv4_share > 0.5"),
        ("security_group", "resource.ingress.exists(e, e.public_ipv4_share > 0.5)"),
        ("security_group", "size(resource.not_looked_at) > 0"),
        ("network_acl", "resource.shadowed_entries"),
        ("network_acl", "resource.drops_replies"),
        ("network_acl", "resource.exposure.admits({\"source\": \"internet\", \"protocol\": \"tcp\", \"port\": 22})"),
        (
            "network_interface",
            "resource.exposure.admits({\"source\": \"10.0.0.0/24\", \"protocol\": \"tcp\", \"port\": 25})"
        ),
        ("network_interface", "resource.groups_admit_nothing == false"),
        ("subnet", "resource.internet_route"),
        ("vpc", "resource.used"),
    ]

    @Test("the kernel and the general evaluator agree", arguments: conditions)
    func sameVerdicts(type: String, condition: String) throws {
        let rules = try Trial.rules(Trial.ruleText(type, "flag: |-\n  \(condition)"))
        func verdicts(usesKernel: Bool) throws -> [String] {
            let inventory = try Trial.inventory(["inventory: 1\n" + Self.network])
            let run = RuleRun(inventory: inventory, rules: rules, jobs: 1, version: "test", usesKernel: usesKernel)
            return (0..<run.partCount).flatMap { run.judgements(inPart: $0, .all) }.map {
                "\($0.resource.id) \($0.verdict.rawValue) \($0.missing)"
            }
        }
        let fast = try verdicts(usesKernel: true)
        #expect(try fast == verdicts(usesKernel: false))
        // A condition that holds of nothing, or of everything, would show little.
        #expect(fast.count > 1)
    }

    @Test(
        "what is not known is named",
        arguments: [
            ("instance", "i-4", "resource.exposure.admits({\"source\": \"any\"})", "instances.i-4.subnet"),
            ("instance", "i-3", "resource.exposure.admits({\"source\": \"any\"})", "route_tables.rtb-9"),
            ("security_group", "sg-4", "resource.subsumed_entries", "ingress"),
            ("network_acl", "acl-3", "resource.drops_replies", "ingress"),
            ("subnet", "subnet-3", "resource.internet_route", "subnets.subnet-3.route_table"),
        ])
    func missing(type: String, id: String, condition: String, name: String) throws {
        let rules = try Trial.rules(Trial.ruleText(type, "flag: |-\n  \(condition)"))
        let inventory = try Trial.inventory(["inventory: 1\n" + Self.network])
        let run = RuleRun(inventory: inventory, rules: rules, jobs: 1, version: "test")
        let judgement = (0..<run.partCount).flatMap { run.judgements(inPart: $0, .all) }.first { $0.resource.id == id }
        #expect(judgement?.verdict == .insufficientData)
        #expect(judgement?.missing.contains(name) == true, "\(judgement?.missing ?? [])")
    }
}
