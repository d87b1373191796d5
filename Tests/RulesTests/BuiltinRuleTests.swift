import Catalog
import Diagnostics
import Engine
import Findings
import Rules
import Testing

/// What every built-in rule owes its users.
struct BuiltinRuleTests {
    @Test func allAreRead() {
        let complaints = DiagnosticRenderer(palette: Palette(isEnabled: false)).render(BuiltinRules.set.diagnostics)
        #expect(complaints == "")
    }

    @Test func thereAreSixtyOnTheFourCoreTypes() {
        let core = ["security_group", "network_acl", "bucket", "instance"]
        let count = BuiltinRules.rules.count { core.contains($0.typeName) }
        #expect(count >= 60)
        for type in core { #expect(BuiltinRules.rules.contains { $0.typeName == type }, "\(type)") }
    }

    @Test("every example passes", arguments: BuiltinRules.rules)
    func examples(rule: BuiltinRules.Named) {
        for outcome in ExampleRun.run(rule.rule, catalog: Trial.catalog) {
            let complaints = DiagnosticRenderer(palette: Palette(isEnabled: false)).render(outcome.problems)
            #expect(complaints == "", "\(outcome.example.name)")
            #expect(outcome.verdict == outcome.example.expect, "\(outcome.example.name)")
        }
    }

    /// Rules for which the inventory's silence is an answer, and why.
    static let neverUnknown = [
        "sg-egress-not-stated": "asks whether the inventory says something",
        "s3-versioning-off": "versioning has a default",
    ]

    @Test("the verdicts that can happen have examples", arguments: BuiltinRules.rules)
    func verdictsCovered(rule: BuiltinRules.Named) {
        let verdicts = Set(rule.rule.examples.map(\.expect))
        #expect(verdicts.contains(.compliant))
        #expect(verdicts.contains(.noncompliant))
        if rule.rule.when != nil { #expect(verdicts.contains(.notApplicable)) }
        if Self.neverUnknown[rule.rule.id] == nil, !Self.onlyDefaults(rule) {
            #expect(verdicts.contains(.insufficientData))
        }
        // An exception that is none any more must go.
        if Self.neverUnknown[rule.rule.id] != nil { #expect(!verdicts.contains(.insufficientData)) }
    }

    /// Whether every field that the rule reads is required or has a default, so that nothing can be unknown.
    private static func onlyDefaults(_ rule: BuiltinRules.Named) -> Bool {
        let shape = Trial.catalog.shape(of: Trial.catalog.types[rule.rule.resourceType])
        guard rule.rule.forEach.isEmpty else { return false }
        return rule.rule.fieldsRead.allSatisfy { path in
            guard !path.contains("."), let field = shape.field(path) else { return false }
            return field.isRequired || field.defaultText != nil || field.defaultIsNull
        }
    }

    @Test func idsAreUniqueAndBeginWithTheirService() {
        let prefixes = [
            "access_point": ["s3-access-point-"], "account": ["account-", "ebs-", "s3-", "ec2-", "vpc-"],
            "auto_scaling_group": ["asg-"], "bucket": ["s3-"], "capacity_reservation": ["capacity-reservation-"],
            "classic_load_balancer": ["clb-"], "cloudfront_distribution": ["cloudfront-"],
            "db_cluster": ["db-cluster-"], "db_cluster_snapshot": ["db-cluster-snapshot-"], "db_instance": ["db-"],
            "db_snapshot": ["db-snapshot-"], "dedicated_host": ["dedicated-host-"], "dns_record": ["dns-record-"],
            "dynamodb_table": ["dynamodb-"], "ecr_repository": ["ecr-"], "ecs_cluster": ["ecs-cluster-"],
            "ecs_service": ["ecs-service-"], "efs_file_system": ["efs-"], "eks_cluster": ["eks-"],
            "elastic_ip": ["eip-"], "elasticache_cluster": ["elasticache-"], "emr_cluster": ["emr-"],
            "flow_log": ["flow-log-"], "hosted_zone": ["zone-"], "iam_group": ["iam-group-"],
            "iam_policy": ["iam-policy-"], "iam_role": ["iam-role-"], "iam_user": ["iam-user-"], "image": ["ami-"],
            "instance": ["ec2-"], "internet_gateway": ["igw-"], "kms_key": ["kms-key-"],
            "lambda_function": ["lambda-"], "launch_template": ["lt-"], "load_balancer": ["lb-"],
            "log_group": ["log-group-"], "nat_gateway": ["nat-"], "network_acl": ["nacl-"],
            "network_firewall": ["netfw-"], "network_interface": ["eni-"], "opensearch_domain": ["opensearch-"],
            "prefix_list": ["pl-"], "queue": ["sqs-queue-"], "redshift_cluster": ["redshift-"],
            "reserved_instance": ["ri-", "ec2-"], "rest_api": ["apigw-"], "route_table": ["rtb-"],
            "sagemaker_notebook": ["sagemaker-notebook-"], "savings_plan": ["savings-plan-"],
            "secret": ["secretsmanager-"], "security_group": ["sg-"], "snapshot": ["ebs-"], "subnet": ["subnet-"],
            "topic": ["sns-topic-"], "trail": ["trail-"], "transit_gateway": ["tgw-"],
            "transit_gateway_attachment": ["tgw-attachment-"], "volume": ["ebs-"], "vpc": ["vpc-"],
            "vpc_endpoint": ["vpce-"], "vpc_peering_connection": ["pcx-"], "vpn_connection": ["vpn-"],
            "workspace": ["workspace-"],
        ]
        #expect(Set(BuiltinRules.rules.map(\.rule.id)).count == BuiltinRules.rules.count)
        for rule in BuiltinRules.rules {
            let allowed = prefixes[rule.typeName] ?? []
            #expect(allowed.contains { rule.rule.id.hasPrefix($0) }, "\(rule.rule.id) judges a \(rule.typeName)")
            #expect(
                rule.rule.id.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty },
                "\(rule.rule.id)")
        }
    }

    @Test("titles, fixes and meanings are sentences", arguments: BuiltinRules.rules)
    func sentences(rule: BuiltinRules.Named) {
        let title = rule.rule.title
        #expect(title.first?.isUppercase == true || title.first?.isNumber == true)
        #expect(!title.hasSuffix("."))
        #expect(rule.rule.fix.hasSuffix("."))
        #expect(rule.rule.fix.first?.isUppercase == true)
        for parameter in rule.rule.parameters {
            #expect(!parameter.meaning.isEmpty && !parameter.meaning.hasSuffix("."))
        }
        #expect(Set(rule.rule.examples.map(\.name)).count == rule.rule.examples.count, "names of examples are unique")
    }

    @Test("rules map to known frameworks", arguments: BuiltinRules.rules)
    func frameworks(rule: BuiltinRules.Named) {
        let known = ["aws-config", "trusted-advisor", "security-hub", "cis-aws-7.0", "prowler", "guard"]
        for map in rule.rule.maps {
            #expect(known.contains(map.framework), "\(map.framework)")
            #expect(!map.ids.isEmpty && Set(map.ids).count == map.ids.count, "\(map.framework)")
        }
    }
}
