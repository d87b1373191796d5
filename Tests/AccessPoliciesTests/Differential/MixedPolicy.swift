import SeededRandom

/// Random policies of the parts that the tables try one by one.
enum MixedPolicy {
    static func text(using random: inout SeededGenerator) -> String {
        let texts = (0..<random.pick([1, 1, 2, 3])).map { _ in statement(using: &random) }
        return "{\"Version\": \"2012-10-17\", \"Statement\": [\(texts.map { "{\($0)}" }.joined(separator: ", "))]}"
    }

    private static func statement(using random: inout SeededGenerator) -> String {
        let allows = !random.once(in: 4)
        // Mostly something that the bucket has, so that the other parts decide.
        let level = random.once(in: 3) ? random.pick(LevelTableTests.rows) : LevelTableTests.rows[0]
        let principal =
            random.once(in: 3) ? random.pick(PrincipalTableTests.allow).element : #""Principal": {"AWS": "*"}"#
        return [
            "\"Effect\": \"\(allows ? "Allow" : "Deny")\"", principal, level.action, level.resource,
            "\"Condition\": {\(conditions(allows: allows, &random))}",
        ].joined(separator: ", ")
    }

    private static func conditions(allows: Bool, _ random: inout SeededGenerator) -> String {
        let rows = allows ? ConditionTableTests.allow : ConditionTableTests.deny
        var texts: [String] = []
        var operators: Set<Substring> = []
        for _ in 0..<random.pick([0, 1, 1, 2]) {
            let text = random.pick(rows).condition
            // An operator stands once; rows with several are left alone.
            let own = text.split(separator: "\": {").map { $0.split(separator: "\"").last ?? "" }.dropLast()
            guard !text.isEmpty, operators.isDisjoint(with: own) else { continue }
            operators.formUnion(own)
            texts.append(text)
        }
        return texts.joined(separator: ", ")
    }
}
