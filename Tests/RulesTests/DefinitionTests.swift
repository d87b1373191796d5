import Engine
import Findings
import Rules
import Testing

/// `let`: a name is the same as what it stands for, wherever it is used.
struct DefinitionTests {
    /// A rule with names and the same without them.
    private static let pairs: [(name: String, named: String, plain: String)] = [
        (
            "in a condition",
            """
            let: {many: resource.vcpus * 2}
            flag: many > 8
            """,
            "flag: resource.vcpus * 2 > 8"
        ),
        (
            "one made of another, and in `when`",
            """
            let:
              many: resource.vcpus * 2
              more: many + 1
            when: many > 2
            flag: more > 9
            """,
            """
            when: resource.vcpus * 2 > 2
            flag: resource.vcpus * 2 + 1 > 9
            """
        ),
        (
            "within a macro whose element has another name",
            """
            let: {many: resource.vcpus * 2}
            flag: "[1, 2, 20].exists(n, n > many)"
            """,
            "flag: '[1, 2, 20].exists(n, n > resource.vcpus * 2)'"
        ),
        (
            "with a macro within it, used within another",
            """
            let: {small: "[1, 2, 3].filter(n, n < resource.vcpus)"}
            flag: "[1, 2].all(n, n in small)"
            """,
            "flag: '[1, 2].all(n, n in [1, 2, 3].filter(m, m < resource.vcpus))'"
        ),
        (
            "hidden by an element of the same name",
            """
            let: {n: resource.vcpus}
            flag: "[4, 5].exists(n, n > 4) && n > 4"
            """,
            "flag: '[4, 5].exists(m, m > 4) && resource.vcpus > 4'"
        ),
        (
            "a parameter in it",
            """
            params: {factor: {type: int, default: 3, meaning: A factor}}
            let: {many: resource.vcpus * params.factor}
            flag: many > 8
            """,
            "flag: resource.vcpus * 3 > 8"
        ),
    ]

    private static let inventory = """
        inventory: 1
        instances:
          - {id: i-1, vcpus: 1}
          - {id: i-2, vcpus: 4}
          - {id: i-3, vcpus: 8}
          - {id: i-4}
        """

    @Test(arguments: Self.pairs.indices)
    func aNameIsWhatItStandsFor(index: Int) throws {
        let pair = Self.pairs[index]
        let named = try verdicts(pair.named)
        #expect(named == (try verdicts(pair.plain)), "\(pair.name)")
        #expect(Set(named).count > 1, "\(pair.name)")
    }

    private func verdicts(_ body: String) throws -> [String] {
        let rules = try Trial.rules(Trial.ruleText("instance", body))
        let inventory = try Trial.inventory([Self.inventory])
        return Trial.judgements(rules, inventory).map { "\($0.verdict) \($0.missing)" }
    }
}
