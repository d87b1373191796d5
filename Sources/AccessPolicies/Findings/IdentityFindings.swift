/// What a policy of a user, group or role gives too much of.
struct IdentityFindings {
    let policy: Policy

    func findings() -> [PolicyFinding] {
        policy.statements.filter { $0.effect == .allow }.flatMap { statement in
            negated(statement) + wide(statement) + passRole(statement) + decryption(statement)
        }
    }

    private func negated(_ statement: Statement) -> [PolicyFinding] {
        guard statement.action.isNegated else { return [] }
        return [
            PolicyFinding(
                kind: .allowNotAction, statement: statement.index, range: statement.action.key,
                message: "`Allow` with `NotAction` allows every action but those named, of all services",
                help: "list the actions that are needed in `Action`")
        ]
    }

    /// Sources: https://docs.aws.amazon.com/config/latest/developerguide/iam-policy-no-statements-with-admin-access.html and
    /// https://docs.aws.amazon.com/config/latest/developerguide/iam-policy-no-statements-with-full-access.html
    private func wide(_ statement: Statement) -> [PolicyFinding] {
        guard !statement.action.isNegated else { return [] }
        var found: [PolicyFinding] = []
        for value in statement.action.values {
            let name = value.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if value.text == "*" || name.count == 2 && name[0] == "*" && name[1] == "*" {
                if isEverywhere(statement), statement.conditions.isEmpty {
                    found.append(
                        PolicyFinding(
                            kind: .administrator, statement: statement.index, range: value.range,
                            message: "the statement allows everything on everything: it makes an administrator",
                            help: "list the actions that are needed"))
                } else {
                    found.append(
                        PolicyFinding(
                            kind: .wildcardAction, statement: statement.index, range: value.range,
                            message: "`\(value.text)` allows every action of every service",
                            help: "list the actions that are needed"))
                }
            } else if name.count == 2, name[1] == "*" {
                found.append(
                    PolicyFinding(
                        kind: .serviceWildcard, statement: statement.index, range: value.range,
                        message: "`\(value.text)` allows every action of `\(name[0])`",
                        help: "list the actions that are needed"))
            }
        }
        return found
    }

    /// `iam:PassRole` on all roles hands any of them to a service that the user controls.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-pass-role-with-star-in-resource
    private func passRole(_ statement: Statement) -> [PolicyFinding] {
        guard let iam = ActionTable.shared["iam"],
            iam.matching(statement.action).overlaps(iam.matching("iam:PassRole")),
            !statement.conditions.contains(where: {
                $0.meaning?.name == "iam:passedtoservice" && $0.test?.isNegated == false
                    && !$0.values.contains { $0.text.hasPrefix("*") }
            })
        else { return [] }
        guard let resource = statement.resource, isWhole(resource, service: "iam", "role/*") else { return [] }
        return [
            PolicyFinding(
                kind: .passRole, statement: statement.index, range: resource.values.first?.range ?? resource.key,
                message: "the statement lets `iam:PassRole` hand every role to any service",
                help: "name the roles, and the service in a condition on `iam:PassedToService`")
        ]
    }

    /// Decryption with any key reads whatever the account has encrypted. AWS does not look at conditions here.
    ///
    /// Sources: https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-1 and
    /// https://docs.aws.amazon.com/config/latest/developerguide/iam-customer-policy-blocked-kms-actions.html
    private func decryption(_ statement: Statement) -> [PolicyFinding] {
        guard let kms = ActionTable.shared["kms"], let resource = statement.resource,
            isWhole(resource, service: "kms", "key/*")
        else { return [] }
        let given = ["kms:Decrypt", "kms:ReEncryptFrom"].filter {
            kms.matching(statement.action).overlaps(kms.matching($0))
        }
        guard !given.isEmpty else { return [] }
        return [
            PolicyFinding(
                kind: .decryptsAll, statement: statement.index, range: resource.values.first?.range ?? resource.key,
                message: "the statement allows \(given.joined(separator: ", ")) with every key",
                help: "name the keys in `Resource`")
        ]
    }

    /// Whether all of an account's resources of a kind are meant: `*`, `arn:aws:iam::*:role/*`, or with an account.
    private func isWhole(_ element: ListElement, service: String, _ resource: String) -> Bool {
        let region = service == "iam" ? "" : "*"
        func all(in arn: ARN?) -> ResourcePattern {
            let (partition, account) = (arn?.partition ?? "*", arn?.account ?? "*")
            return ResourcePattern("arn:\(partition):\(service):\(region):\(account):\(resource)", hasVariables: false)
        }
        let match = ResourceMatch(element, hasVariables: policy.hasVariables)
        if element.isNegated { return match.overlaps(all(in: nil)) }
        return zip(element.values, match.patterns).contains { $1.covers(all(in: ARN($0.text))) }
    }

    private func isEverywhere(_ statement: Statement) -> Bool {
        guard let resource = statement.resource else { return true }
        return resource.isNegated || resource.values.contains { $0.text == "*" || Self.isAnyARN($0.text) }
    }

    /// `arn:aws:*`, `arn:*:*:*:*:*`: everything of a partition.
    private static func isAnyARN(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count > 1 && parts[0] == "arn" && parts.dropFirst(2).allSatisfy { $0 == "*" }
            && (parts.count > 2 || parts[1] == "*")
    }
}
