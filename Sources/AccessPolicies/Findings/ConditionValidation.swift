internal import Diagnostics
internal import Networks

/// What is wrong with one condition: its operator, its key, its values, and how they go together.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
struct ConditionValidation {
    let policy: Policy
    let statement: Statement
    let condition: Condition

    func findings() -> [PolicyFinding] {
        var found: [PolicyFinding] = []
        if condition.test == nil {
            let help = Suggestion.nearest(to: condition.testText.text, among: ConditionOperator.names).map {
                "did you mean `\($0)`?"
            }
            found.append(
                finding(
                    .unknownOperator, condition.testText.range, "IAM has no operator `\(condition.testText.text)`", help
                ))
        }
        if condition.meaning == nil {
            let help = Suggestion.nearest(to: condition.key.text, among: ConditionKeyTable.shared.names).map {
                "did you mean `\($0)`?"
            }
            found.append(
                finding(
                    .unknownKey, condition.key.range,
                    "`\(condition.key.text)` is no key that Plumbline knows: it counts as no limit",
                    help))
        }
        guard let test = condition.test else { return found }
        if condition.values.isEmpty {
            found.append(finding(.emptyElement, condition.key.range, "no value can meet an empty list"))
        }
        found += condition.values.compactMap { value($0, test) }
        guard let meaning = condition.meaning else { return found }
        if let problem = mismatch(test, meaning) { found.append(problem) }
        if let problem = quantifier(test, meaning) { found.append(problem) }
        if let problem = privateAddresses(test, meaning) { found.append(problem) }
        return found
    }

    private func finding(
        _ kind: PolicyFinding.Kind, _ range: TextRange, _ message: String, _ help: String? = nil
    ) -> PolicyFinding {
        PolicyFinding(kind: kind, statement: statement.index, range: range, message: message, help: help)
    }

    // MARK: Values

    private func value(_ value: PolicyText, _ test: ConditionOperator) -> PolicyFinding? {
        let text = value.text
        let hasVariable = text.contains("${") && VariableText(text).hasVariables
        if hasVariable {
            guard policy.version == .v2008 else { return nil }
            return finding(
                .literalVariable, value.range, "in the version 2008-10-17 `${…}` is plain text",
                "set `Version` to `2012-10-17`")
        }
        switch test.comparison {
        case .stringEquals where Glob.hasWildcard(text) && !text.contains("${") && isIdentifier:
            return finding(
                .literalWildcard, value.range, "`\(condition.testText.text)` takes `*` and `?` for plain characters",
                "use `\(test.isNegated ? "StringNotLike" : "StringLike")` for a pattern")
        case .bool, .null:
            guard !["true", "false"].contains(text.lowercased()) else { return nil }
            return finding(.invalidValue, value.range, "`\(text)` is neither `true` nor `false`")
        case .ipAddress:
            guard (try? CIDR(text)) == nil else { return nil }
            return finding(.invalidValue, value.range, "`\(text)` is neither an address nor a range of addresses")
        case .numericEquals, .numericLessThan, .numericLessThanEquals, .numericGreaterThan, .numericGreaterThanEquals:
            return Double(text) == nil ? finding(.invalidValue, value.range, "`\(text)` is no number") : nil
        case .dateEquals, .dateLessThan, .dateLessThanEquals, .dateGreaterThan, .dateGreaterThanEquals:
            guard PolicyDate.seconds(text) == nil else { return nil }
            return finding(.invalidValue, value.range, "`\(text)` is no date", "write it as `2026-01-31T12:00:00Z`")
        case .arnEquals, .arnLike:
            guard !text.hasPrefix("arn:"), text != "*" else { return nil }
            return finding(.invalidValue, value.range, "`\(text)` is no ARN")
        default: return nil
        }
    }

    /// Whether values of the key are ids, in which a real asterisk never stands.
    private var isIdentifier: Bool { condition.meaning.map { ![.free, .time, .secure].contains($0.role) } ?? false }

    // MARK: Operator and key

    private func mismatch(_ test: ConditionOperator, _ meaning: ConditionKey) -> PolicyFinding? {
        let type = meaning.type.hasPrefix("ArrayOf") ? String(meaning.type.dropFirst(7)) : meaning.type
        let name = test.comparison.rawValue
        let fits: Bool =
            switch type {
            case "Bool": name == "Bool" || name.hasPrefix("String") || name == "Null"
            case "Numeric": name.hasPrefix("Numeric") || name.hasPrefix("String") || name == "Null"
            case "Date": name.hasPrefix("Date") || name.hasPrefix("Numeric") || name == "Null"
            case "IPAddress": name == "IpAddress" || name == "Null"
            case "ARN": name.hasPrefix("Arn") || name.hasPrefix("String") || name == "Null"
            case "String":
                name.hasPrefix("String") || name == "Null" || name.hasPrefix("Arn") && holdsARNs(meaning)
            default: true
            }
        guard !fits else { return nil }
        return finding(
            .operatorMismatch, condition.testText.range,
            "`\(condition.testText.text)` does not suit `\(condition.key.text)`, which is of type \(type)")
    }

    /// Whether values are ARNs although the reference calls them text: keys, and what a service encrypts for.
    private func holdsARNs(_ meaning: ConditionKey) -> Bool {
        meaning.role == .kmsKey || meaning.name.hasPrefix("kms:encryptioncontext:")
    }

    private func quantifier(_ test: ConditionOperator, _ meaning: ConditionKey) -> PolicyFinding? {
        guard let quantifier = test.quantifier else { return nil }
        if quantifier == .all, statement.effect == .allow, !test.isNegated, !isRequired(meaning) {
            return finding(
                .ineffectiveCondition, condition.testText.range,
                "`ForAllValues` also holds of requests that have no `\(condition.key.text)`",
                "add `\"Null\": {\"\(condition.key.text)\": \"false\"}`")
        }
        guard !meaning.hasSeveralValues, meaning.role != .free, meaning.role != .federation else { return nil }
        return finding(
            .operatorMismatch, condition.testText.range,
            "`\(condition.key.text)` has one value, and `\(quantifier.rawValue.dropLast())` is for keys with several")
    }

    private func isRequired(_ meaning: ConditionKey) -> Bool {
        statement.conditions.contains {
            $0.test?.comparison == .null && $0.meaning?.name == meaning.name
                && $0.values.allSatisfy { $0.text.lowercased() == "false" }
        }
    }

    /// Requests from the internet have public addresses, and requests through VPC endpoints no `aws:SourceIp`.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip
    private func privateAddresses(_ test: ConditionOperator, _ meaning: ConditionKey) -> PolicyFinding? {
        guard meaning.name == "aws:sourceip", test.comparison == .ipAddress else { return nil }
        let cidrs = condition.values.compactMap { try? CIDR($0.text) }
        guard !cidrs.isEmpty, cidrs.count == condition.values.count,
            !AddressSet(cidrs: cidrs).overlaps(.internet), Self.isRFC1918(cidrs)
        else { return nil }
        return finding(
            .privateAddress, condition.key.range, "`aws:SourceIp` is never a private address",
            "for requests through a VPC endpoint there are `aws:VpcSourceIp` and `aws:SourceVpce`")
    }

    private static let rfc1918 = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].compactMap { try? CIDR($0) }

    private static func isRFC1918(_ cidrs: [CIDR]) -> Bool {
        AddressSet(cidrs: rfc1918).contains(AddressSet(cidrs: cidrs))
    }
}
