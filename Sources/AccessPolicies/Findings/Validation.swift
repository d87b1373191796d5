internal import Diagnostics

/// What AWS would refuse or warn of when the policy is saved, in the manner of IAM Access Analyzer's policy validation.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
struct Validation {
    let policy: Policy
    let use: PolicyUse

    func findings() -> [PolicyFinding] {
        var found: [PolicyFinding] = []
        var sids: [String: TextRange] = [:]
        for statement in policy.statements {
            found += elements(statement)
            found += actions(statement)
            found += resources(statement)
            found += principals(statement)
            found += statement.conditions.flatMap {
                ConditionValidation(policy: policy, statement: statement, condition: $0).findings()
            }
            if let sid = statement.sid, sids.updateValue(sid.range, forKey: sid.text) != nil {
                found.append(
                    finding(.duplicateSid, statement, sid.range, "another statement has the `Sid` `\(sid.text)` too"))
            }
        }
        if policy.statements.isEmpty {
            found.append(
                PolicyFinding(
                    kind: .emptyElement, statement: nil, range: policy.range, message: "the policy has no statement"))
        }
        return found + size()
    }

    private func finding(
        _ kind: PolicyFinding.Kind, _ statement: Statement, _ range: TextRange, _ message: String, _ help: String? = nil
    ) -> PolicyFinding {
        PolicyFinding(kind: kind, statement: statement.index, range: range, message: message, help: help)
    }

    /// A bucket policy may have 20 KB.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/add-bucket-policy.html
    private func size() -> [PolicyFinding] {
        guard case .resource(let target) = use, target.service == "s3", policy.byteCount > 20 * 1024 else { return [] }
        return [
            PolicyFinding(
                kind: .tooLarge, statement: nil, range: policy.range,
                message: "the policy has \(policy.byteCount) bytes, and a bucket policy may have 20 480")
        ]
    }

    // MARK: Elements

    private func elements(_ statement: Statement) -> [PolicyFinding] {
        var found: [PolicyFinding] = []
        switch use {
        case .identity:
            if let principal = statement.principal {
                let name = principal.isNegated ? "NotPrincipal" : "Principal"
                found.append(
                    finding(.misplacedElement, statement, principal.key, "the policy of an identity has no `\(name)`"))
            }
            if statement.resource == nil { found.append(missing("Resource", statement)) }
        case .resource(let target):
            if statement.principal == nil { found.append(missing("Principal", statement)) }
            switch target.service {
            case "sts":
                if let resource = statement.resource {
                    found.append(
                        finding(
                            .misplacedElement, statement, resource.key,
                            "a trust policy has no `Resource`: it is about its role"))
                }
            case "ecr": break
            default: if statement.resource == nil { found.append(missing("Resource", statement)) }
            }
        }
        for element in [statement.action, statement.resource].compactMap({ $0 }) where element.values.isEmpty {
            found.append(finding(.emptyElement, statement, element.key, "the list is empty"))
        }
        if let principal = statement.principal, principal.values.isEmpty {
            found.append(finding(.emptyElement, statement, principal.key, "it names nobody"))
        }
        return found
    }

    private func missing(_ name: String, _ statement: Statement) -> PolicyFinding {
        finding(
            .missingElement, statement, statement.effectRange, "the statement has neither `\(name)` nor `Not\(name)`")
    }

    private func actions(_ statement: Statement) -> [PolicyFinding] {
        statement.action.values.compactMap { value in
            ActionCheck.problem(value.text).map { finding(.invalidAction, statement, value.range, $0.message, $0.help) }
        }
    }

    // MARK: Resources

    private static let partitions = [
        "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc",
    ]

    private func resources(_ statement: Statement) -> [PolicyFinding] {
        (statement.resource?.values ?? []).flatMap { value -> [PolicyFinding] in
            var found: [PolicyFinding] = []
            if let problem = Self.problem(ofARN: value.text) {
                found.append(finding(.invalidResource, statement, value.range, problem.0, problem.1))
            }
            if policy.version == .v2008, hasVariable(value.text) { found.append(literalVariable(value, statement)) }
            return found
        }
    }

    private static func problem(ofARN text: String) -> (String, String?)? {
        if text == "*" { return nil }
        guard text.hasPrefix("arn:") else {
            let help = text.contains("/") || !text.contains(":") ? "a bucket is written `arn:aws:s3:::\(text)`" : nil
            return ("`\(text)` is no ARN", help)
        }
        guard let arn = ARN(text) else {
            return text.hasSuffix("*") ? nil : ("an ARN has six parts between colons, and `\(text)` fewer", nil)
        }
        if !Glob.hasWildcard(arn.partition), !arn.partition.contains("${"), !partitions.contains(String(arn.partition))
        {
            return (
                "`\(arn.partition)` is no partition", Suggestion.help(for: String(arn.partition), among: partitions)
            )
        }
        if arn.resource.isEmpty { return ("`\(text)` names no resource", nil) }
        let isAccountWritten = !arn.account.isEmpty && !Glob.hasWildcard(arn.account) && !arn.account.contains("${")
        if isAccountWritten, !AccountID.isOne(arn.account), arn.account != "aws", arn.account != "cloudfront" {
            return ("`\(arn.account)` is no account id: those have twelve digits", nil)
        }
        let isBucket = arn.service == "s3" && !arn.resource.contains(":") && !arn.region.isEmpty
        let isOther = ["accesspoint/", "job/", "storage-lens", "access-grants", "async-request", "*"].contains {
            arn.resource.hasPrefix($0)
        }
        if isBucket, !isOther {
            return ("the ARN of a bucket has neither region nor account", "arn:\(arn.partition):s3:::\(arn.resource)")
        }
        return nil
    }

    private func hasVariable(_ text: String) -> Bool { text.contains("${") && VariableText(text).hasVariables }

    private func literalVariable(_ value: PolicyText, _ statement: Statement) -> PolicyFinding {
        finding(
            .literalVariable, statement, value.range, "in the version 2008-10-17 `${…}` is plain text",
            "set `Version` to `2012-10-17`")
    }

    // MARK: Principals

    private func principals(_ statement: Statement) -> [PolicyFinding] {
        (statement.principal?.values ?? []).compactMap { value in
            switch value.principal {
            case .deleted(let id):
                finding(
                    .deletedPrincipal, statement, value.text.range,
                    "`\(id)` is the id of a user or role that was deleted",
                    "remove it")
            case .wildcard(let text):
                finding(
                    .invalidPrincipal, statement, value.text.range,
                    "`\(text)` has a wildcard, which no principal may have",
                    "limit `*` by a condition on `aws:PrincipalArn` instead")
            case .invalid(let text):
                finding(
                    .invalidPrincipal, statement, value.text.range, "`\(text)` is no principal", Self.help(for: text))
            case .service(let name) where name != "*" && !name.contains("."):
                finding(
                    .invalidPrincipal, statement, value.text.range, "`\(name)` is no service principal",
                    "they end in `.amazonaws.com`")
            case .identity(let arn, _) where Glob.hasWildcard(arn):
                finding(
                    .invalidPrincipal, statement, value.text.range,
                    "`\(arn)` has a wildcard, which no principal may have",
                    "limit `*` by a condition on `aws:PrincipalArn` instead")
            case .everyone where statement.effect == .deny && statement.principal?.isNegated == true:
                finding(.invalidPrincipal, statement, value.text.range, "`NotPrincipal` with `*` leaves nobody")
            default: nil
            }
        }
    }

    private static func help(for text: String) -> String {
        text.allSatisfy(\.isNumber)
            ? "an account id has twelve digits" : "write an account id or the ARN of a user or role"
    }
}
