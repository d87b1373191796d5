import Catalog
import Findings
import Rules
import Testing

/// `any`, `all`, `not` and `when` with operands that are true, false and unknown: what is unknown is never a pass.
struct LogicTests {
    static let outcomes: [Outcome] = [.yes, .no, .unknown]
    static let pairs = outcomes.flatMap { a in outcomes.map { (a, $0) } }
    static let triples = outcomes.flatMap { a in pairs.map { (a, $0.0, $0.1) } }

    /// A condition on `instance` that comes out so.
    static func atom(_ outcome: Outcome) -> String {
        switch outcome {
        case .yes: "{vcpus: 4}"
        case .no: "{key_pair: other}"
        case .unknown: "{type: m7g.large}"
        }
    }

    /// A test of one field that comes out so; an unknown one makes every test of the field unknown.
    static let instance = "{id: i-1, vcpus: 4, key_pair: mine}"

    static func outcome(_ condition: String) throws -> Outcome? {
        try Trial.outcome("instance", condition, on: instance).outcome
    }

    @Test("of two", arguments: pairs)
    func two(a: Outcome, b: Outcome) throws {
        let (first, second) = (Self.atom(a), Self.atom(b))
        #expect(try Self.outcome("{all: [\(first), \(second)]}") == .and(a, b))
        #expect(try Self.outcome("{any: [\(first), \(second)]}") == .or(a, b))
        #expect(try Self.outcome("{not: {all: [\(first), \(second)]}}") == Outcome.and(a, b).negated)
        #expect(try Self.outcome("{not: {any: [\(first), \(second)]}}") == Outcome.or(a, b).negated)
        #expect(
            try Self.outcome("{any: [{not: \(first)}, {not: \(second)}]}") == Outcome.and(a, b).negated, "De Morgan")
        #expect(try Self.outcome("{all: [{not: {not: \(first)}}, {not: {not: \(second)}}]}") == .and(a, b), "twice not")
        #expect(try Self.outcome("{all: [\(first)], any: [\(second)]}") == .and(a, b), "keys of one mapping are and")
    }

    @Test("of three", arguments: triples)
    func three(a: Outcome, b: Outcome, c: Outcome) throws {
        let list = [a, b, c].map(Self.atom).joined(separator: ", ")
        #expect(try Self.outcome("{all: [\(list)]}") == .and(.and(a, b), c))
        #expect(try Self.outcome("{any: [\(list)]}") == .or(.or(a, b), c))
        let nested = "{any: [{all: [\(Self.atom(a)), \(Self.atom(b))]}, \(Self.atom(c))]}"
        #expect(try Self.outcome(nested) == .or(.and(a, b), c))
    }

    @Test("of one", arguments: outcomes)
    func one(a: Outcome) throws {
        #expect(try Self.outcome("{any: [\(Self.atom(a))]}") == a)
        #expect(try Self.outcome("{all: [\(Self.atom(a))]}") == a)
        #expect(try Self.outcome("{not: \(Self.atom(a))}") == a.negated)
    }

    @Test("flag and require are opposites, and both know when they do not know", arguments: outcomes)
    func flagAndRequire(a: Outcome) throws {
        let flag = try Trial.judgements("instance", "flag: \(Self.atom(a))", on: Self.instance).map(\.verdict)
        let require = try Trial.judgements("instance", "require: \(Self.atom(a))", on: Self.instance).map(\.verdict)
        #expect(flag == [a == .yes ? .noncompliant : a == .no ? .compliant : .insufficientData])
        #expect(require == [a == .yes ? .compliant : a == .no ? .noncompliant : .insufficientData])
    }

    @Test("when decides first", arguments: pairs)
    func when(when: Outcome, condition: Outcome) throws {
        let body = "when: \(Self.atom(when))\nflag: \(Self.atom(condition))"
        let judgement = try #require(try Trial.judgements("instance", body, on: Self.instance).first)
        switch when {
        case .no:
            #expect(judgement.verdict == .notApplicable)
            #expect(judgement.missing.isEmpty)
        case .unknown:
            #expect(judgement.verdict == .insufficientData)
            #expect(judgement.missing == ["type"])
        case .yes: #expect(Outcome(judgement.verdict) == condition)
        }
    }

    struct Missing: CustomTestStringConvertible, Sendable {
        var condition: String
        var missing: [String]
        var testDescription: String { "\(condition) misses \(missing.joined(separator: ", "))" }
    }

    @Test(
        "the fields that are missing, and no others, are named",
        arguments: [
            Missing(condition: "{name: web, type: x}", missing: ["name", "type"]),
            Missing(condition: "{vcpus: 4, type: x}", missing: ["type"]),
            Missing(condition: "{any: [{vcpus: 5}, {type: x}, {name: web}]}", missing: ["type", "name"]),
            Missing(condition: "{all: [{type: x}, {not: {type: y}}]}", missing: ["type"]),
            Missing(
                condition: "{metadata_options: {http_tokens: required}}", missing: ["metadata_options.http_tokens"]),
            Missing(condition: "{metadata_options: {exists: true}}", missing: ["metadata_options"]),
            Missing(condition: "{tags: {has_keys: [A]}}", missing: ["tags"]),
            Missing(condition: "{tags: {key: {A: x}}}", missing: ["tags"]),
            Missing(condition: "{name: {size: {above: 3}}}", missing: ["name"]),
            Missing(condition: "{product_codes: {some: x}}", missing: ["product_codes"]),
            Missing(condition: "{volumes: {empty: true}, name: {not: null}}", missing: ["volumes", "name"]),
            Missing(condition: "{created: {older_than: 1d}}", missing: ["created"]),
        ])
    func missing(test: Missing) throws {
        let result = try Trial.outcome("instance", test.condition, on: Self.instance)
        #expect(result.outcome == .unknown)
        #expect(result.missing == test.missing)
    }
}
