import AccessPolicies
import Networks

/// How `resource_policy_authorization` of Principal Mapper differs.
enum PrincipalMapper {
    static let deviations: [Deviation<RequestCase>] = [
        .statements(
            "`{\"AWS\": \"*\"}` does not name services",
            "AWS takes `\"*\"` and `{\"AWS\": \"*\"}` for the same in the policy of a resource.",
            Page.principal
        ) { statement, request in
            guard case .service = request.requester, let element = statement.principal else { return }
            // A plain `"*"` stands right behind its key, one in a mapping further on.
            statement.principal?.values.removeAll {
                $0.principal == .everyone && $0.text.range.start - element.key.end > 3
            }
        },
        .statements(
            "names with wildcards name nobody",
            "`Service: *` is every service. Where AWS takes no wildcard nobody knows what one would come to: Plumbline "
                + "is undecided.",
            Page.principal
        ) { statement, _ in
            statement.principal?.values.removeAll {
                switch $0.principal {
                case .wildcard, .service("*"): true
                case .identity(let arn, _): arn.contains("*")
                default: false
                }
            }
        },
        .statements(
            "canonical users are nobody who asks",
            "A canonical user id stands for an account; it does not say which, so that Plumbline is undecided about identities.",
            Page.principal
        ) { statement, request in
            guard case .identity = request.requester else { return }
            statement.principal?.values.removeAll {
                if case .canonicalUser = $0.principal { true } else { false }
            }
        },
        .statements(
            "the partition in a principal's ARN counts",
            "AWS refuses principals of another partition. Plumbline goes by the account.",
            Page.principal
        ) { statement, _ in
            statement.principal?.values.removeAll {
                $0.text.text.hasPrefix("arn:") && !$0.text.text.hasPrefix("arn:aws:")
            }
        },
        .statements(
            "resources have no case",
            "Names of objects have case, and so have ARNs in policies.",
            Page.resource
        ) { statement, _ in
            for index in statement.resource?.values.indices ?? 0..<0 {
                statement.resource!.values[index].text = statement.resource!.values[index].text.lowercased()
            }
        },
        .statements(
            "`SQS:` and `SNS:` in capitals are any action",
            "Its code compares the action with itself there. Prefixes have no case, and that is all.",
            Page.action
        ) { statement, _ in
            for index in statement.action.values.indices {
                if ["SQS:", "SNS:"].contains(statement.action.values[index].text.prefix(4)) {
                    statement.action.values[index].text = "*"
                }
            }
        },
        .statements(
            "`NotPrincipal: *` is everybody",
            "All but everybody is nobody.",
            Page.notPrincipal
        ) { statement, _ in
            if statement.principal?.isNegated == true {
                statement.principal?.values.removeAll { $0.principal == .everyone }
            }
        },
        .conditions(
            "`StringNotLike` is false without the key",
            "Negated operators are true of a request that has no such key, as its own `StringNotEquals` is.",
            Page.operators
        ) { condition, request in
            guard condition.testText.text.contains("StringNotLike"), request.context[condition.lowerKey] == nil else {
                return
            }
            condition.makeFalse()
        },
        .conditions(
            "`IpAddressIfExists` is `NotIpAddress`",
            "Its code knows `IpAddress` and takes every other operator with that word for the negation.",
            Page.operators
        ) { condition, _ in
            if condition.testText.text == "IpAddressIfExists" { condition.test = ConditionOperator("NotIpAddress") }
        },
        .conditions(
            "an unknown operator is false",
            "AWS refuses it, so that nobody knows: Plumbline is undecided.",
            Page.operators
        ) { condition, _ in
            if condition.test == nil { condition.makeFalse() }
        },
        .conditions(
            "IPv4 in IPv6 spelling is IPv6",
            "`::ffff:0.0.0.0/96` is all of IPv4. AWS does not say how it compares such ranges; as a limit it is none.",
            Page.operators
        ) { condition, _ in
            condition.values.removeAll { $0.text.hasPrefix("::ffff:") }
        },
        .statements(
            "an ARN cut short matches nothing",
            "AWS completes it with wildcards: `arn:aws:s3` is everything of S3.",
            Page.resource
        ) { statement, _ in
            statement.resource?.values.removeAll {
                $0.text.hasPrefix("arn:") && $0.text.utf8.count { $0 == UInt8(ascii: ":") } < 5
            }
        },
        Deviation(
            "variables in conditions are text",
            "Values of conditions may hold them too.",
            Page.variables
        ) { $0.policy.version = .v2008 },
        Deviation(
            "it stops at a statement without `Principal`",
            "AWS refuses it; Plumbline reports it and takes it for everybody.",
            Page.validation
        ) { asked in
            if asked.policy.statements.contains(where: { $0.principal == nil }) { asked.fails = true }
        },
        Deviation(
            "it stops at text that is no address, number or date",
            "AWS refuses it; Plumbline reports it and is undecided where it matters.",
            Page.validation
        ) { asked in
            if asked.policy.statements.contains(where: { $0.conditions.contains { $0.hasUnreadableValue } }) {
                asked.fails = true
            }
        },
    ]
}

extension Condition {
    /// Puts a condition that no request meets in its place.
    fileprivate mutating func makeFalse() {
        test = ConditionOperator("StringEquals")
        values = []
    }

    fileprivate var hasUnreadableValue: Bool {
        hasValue { text in
            switch test?.comparison {
            case .ipAddress: (try? CIDR(text)) == nil
            case .numericLessThan: Double(text) == nil
            case .dateLessThan: !(text.first?.isNumber ?? false)
            default: false
            }
        }
    }
}
