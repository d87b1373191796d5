import SeededRandom

/// Small random policies about the little world, as text and as the naive evaluator has them.
extension NaivePolicy {
    init(using random: inout SeededGenerator) {
        statements = (0..<Int.random(in: 1...4, using: &random)).map { _ in Self.statement(using: &random) }
    }

    private static let principals = [
        "*", "*", "*", "444455556666", "arn:aws:iam::444455556666:user/alice", "111122223333", "logs.amazonaws.com",
        "999999999999",
    ]
    private static let actions = [
        "*", "s3:*", "s3:Get*", "s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:Put*", "s3:putobject",
        "s3:?etObject", "sqs:*",
    ]
    private static let resources = [
        "*", "arn:aws:s3:::b", "arn:aws:s3:::b/*", "arn:aws:s3:::b*", "arn:aws:s3:::b/pub/*", "arn:aws:s3:::b/sec/*",
        "arn:aws:s3:::c/*",
        "arn:aws:s3:::b/*/x",
    ]
    private static let conditions: [(tests: [String], key: String, values: [String])] = [
        (
            [
                "StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIfExists",
                "StringNotEqualsIfExists", "ForAnyValue:StringEquals", "ForAllValues:StringEquals",
                "ForAllValues:StringNotEquals",
            ],
            "aws:PrincipalAccount", ["444455556666", "111122223333", "*", "4444*"]
        ),
        (
            ["StringEquals", "StringNotEquals", "StringLike", "StringNotEqualsIfExists"], "aws:PrincipalOrgID",
            ["o-1", "o-*"]
        ),
        (
            ["StringEquals", "StringNotEquals", "StringNotEqualsIfExists", "StringEqualsIfExists"], "aws:SourceVpce",
            ["vpce-1"]
        ),
        (["StringEquals", "StringNotEquals"], "aws:SourceAccount", ["444455556666"]),
        (
            ["IpAddress", "NotIpAddress", "IpAddressIfExists", "NotIpAddressIfExists"], "aws:SourceIp",
            ["192.0.2.0/24", "0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1"]
        ),
        (["Bool"], "aws:SecureTransport", ["true", "false"]),
        (["Bool", "BoolIfExists"], "aws:PrincipalIsAWSService", ["true", "false"]),
        (
            ["ArnLike", "ArnNotLike"], "aws:PrincipalArn",
            ["arn:aws:iam::444455556666:user/*", "arn:aws:iam::*:user/alice", "arn:aws:iam::444455556666:user/alice"]
        ),
        (["Null"], "aws:PrincipalOrgID", ["true", "false"]), (["Null"], "aws:SourceVpce", ["true", "false"]),
    ]

    private static func statement(using random: inout SeededGenerator) -> NaiveStatement {
        let allows = !random.once(in: 3)
        var statement = NaiveStatement(
            allows: allows, isNotPrincipal: random.once(in: allows ? 20 : 6),
            principals: some(of: principals, 1...2, &random),
            isNotAction: random.once(in: 8), actions: some(of: actions, 1...2, &random),
            isNotResource: random.once(in: 8),
            resources: some(of: resources, 1...2, &random))
        for _ in 0..<random.pick([0, 0, 1, 1, 2]) {
            let (tests, key, values) = random.pick(conditions)
            let test = random.pick(tests)
            // An operator has a key once.
            guard !statement.conditions.contains(where: { $0.test == test && $0.key == key }) else { continue }
            statement.conditions.append(NaiveCondition(test: test, key: key, values: some(of: values, 1...2, &random)))
        }
        return statement
    }

    private static func some(of values: [String], _ count: ClosedRange<Int>, _ random: inout SeededGenerator)
        -> [String]
    {
        var result: [String] = []
        for _ in 0..<Int.random(in: count, using: &random) {
            let value = random.pick(values)
            if !result.contains(value) { result.append(value) }
        }
        return result
    }

    /// The policy as JSON; `random` shuffles what has no order, splits lists and changes case where that means nothing.
    func text(shuffledBy random: inout SeededGenerator) -> String {
        let texts = statements.shuffled(using: &random).map { Self.text($0, &random) }
        return "{\"Version\": \"2012-10-17\", \"Statement\": [\(texts.joined(separator: ", "))]}"
    }

    /// The policy as JSON, in its own order.
    var text: String {
        "{\"Version\": \"2012-10-17\", \"Statement\": [\(statements.map { Self.text($0) }.joined(separator: ", "))]}"
    }

    private static func text(_ statement: NaiveStatement, _ random: inout SeededGenerator) -> String {
        var statement = statement
        statement.principals.shuffle(using: &random)
        statement.actions.shuffle(using: &random)
        statement.resources.shuffle(using: &random)
        statement.conditions.shuffle(using: &random)
        if random.once(in: 2) { statement.actions = statement.actions.map { $0.uppercased() } }
        if random.once(in: 2) { statement.resources += statement.resources.prefix(1) }
        for index in statement.conditions.indices {
            statement.conditions[index].values.shuffle(using: &random)
            if random.once(in: 2) { statement.conditions[index].key = statement.conditions[index].key.lowercased() }
        }
        return text(statement)
    }

    private static func text(_ statement: NaiveStatement) -> String {
        var principals: [String] = []
        if statement.principals == ["*"] {
            principals = ["\"*\""]
        } else {
            let services = statement.principals.filter { $0.hasSuffix(".com") }
            let others = statement.principals.filter { !$0.hasSuffix(".com") }
            let parts = [("AWS", others), ("Service", services)].filter { !$0.1.isEmpty }.map {
                "\"\($0)\": \(list($1))"
            }
            principals = ["{\(parts.joined(separator: ", "))}"]
        }
        var operators: [(test: String, conditions: [NaiveCondition])] = []
        for condition in statement.conditions {
            if let index = operators.firstIndex(where: { $0.test == condition.test }) {
                operators[index].conditions.append(condition)
            } else {
                operators.append((condition.test, [condition]))
            }
        }
        let conditions = operators.map { test, conditions in
            "\"\(test)\": {\(conditions.map { "\"\($0.key)\": \(list($0.values))" }.joined(separator: ", "))}"
        }
        return "{\"Effect\": \"\(statement.allows ? "Allow" : "Deny")\", "
            + "\"\(statement.isNotPrincipal ? "Not" : "")Principal\": \(principals[0]), "
            + "\"\(statement.isNotAction ? "Not" : "")Action\": \(list(statement.actions)), "
            + "\"\(statement.isNotResource ? "Not" : "")Resource\": \(list(statement.resources)), "
            + "\"Condition\": {\(conditions.joined(separator: ", "))}}"
    }

    private static func list(_ values: [String]) -> String {
        values.count == 1 ? "\"\(values[0])\"" : "[\(values.map { "\"\($0)\"" }.joined(separator: ", "))]"
    }
}
