import Findings
import Testing

/// `some`, `every`, `none` over lists of records and of scalars: empty, null, absent, and with elements that are unknown.
struct QuantifierTests {
    /// A list of outcomes for its elements, and what each quantifier makes of it.
    struct Case: CustomTestStringConvertible, Sendable {
        var list: String
        var elements: [Outcome]?
        var some: Outcome
        var every: Outcome
        var none: Outcome
        var testDescription: String { list }
    }

    /// Elements are attachments: to i-1 meets the condition, to i-2 does not, and to whatever is unknown.
    static func list(_ elements: [Outcome]) -> String {
        "["
            + elements.map { $0 == .yes ? "{instance: i-1}" : $0 == .no ? "{instance: i-2}" : "{device: x}" }.joined(
                separator: ", ") + "]"
    }

    static let cases: [Case] = {
        let outcomes: [Outcome] = [.yes, .no, .unknown]
        var lists: [[Outcome]] = [[]] + outcomes.map { [$0] }
        for a in outcomes { for b in outcomes { lists.append([a, b]) } }
        for a in outcomes { for b in outcomes { for c in outcomes { lists.append([a, b, c]) } } }
        return lists.map { elements in
            let some = elements.reduce(Outcome.no) { .or($0, $1) }
            return Case(
                list: list(elements), elements: elements, some: some, every: elements.reduce(.yes) { .and($0, $1) },
                none: some.negated)
        } + [
            Case(list: "null", some: .no, every: .yes, none: .yes),
            Case(list: "", some: .unknown, every: .unknown, none: .unknown),
        ]
    }()

    @Test("records", arguments: cases)
    func records(test: Case) throws {
        let field = test.list.isEmpty ? "" : ", attachments: \(test.list)"
        for (quantifier, expected) in [("some", test.some), ("every", test.every), ("none", test.none)] {
            let result = try Trial.outcome(
                "volume", "{attachments: {\(quantifier): {instance: i-1}}}", on: "{id: vol-1\(field)}")
            #expect(result.outcome == expected, "\(quantifier)")
            let isListMissing = test.elements == nil && expected == .unknown
            let places = (test.elements ?? []).indices.filter { test.elements?[$0] == .unknown }
            let missing =
                expected != .unknown
                ? [] : isListMissing ? ["attachments"] : places.map { "attachments[\($0)].instance" }
            #expect(result.missing == missing, "\(quantifier)")
        }
    }

    @Test("several keys must hold of the same element")
    func sameElement() throws {
        let both = "{acl: {grants: {some: {grantee: all-users, permission: read}}}}"
        let apart = "{acl: {grants: [{grantee: all-users, permission: write}, {grantee: x, permission: read}]}}"
        let together = "{acl: {grants: [{grantee: x, permission: write}, {grantee: all-users, permission: read}]}}"
        for (resource, expected) in [(apart, Outcome.no), (together, .yes)] {
            let text = "{name: example" + resource.replacing("{acl", with: ", acl", maxReplacements: 1)
            #expect(try Trial.outcome("bucket", both, on: text).outcome == expected)
        }
    }

    struct Nested: CustomTestStringConvertible, Sendable {
        var rules: String
        var expected: Outcome
        var testDescription: String { "\(rules) is \(expected.rawValue)" }
    }

    @Test(
        "a list in a list",
        arguments: [
            Nested(rules: "[]", expected: .no),
            Nested(rules: "[{status: enabled, transitions: []}]", expected: .no),
            Nested(rules: "[{status: enabled}]", expected: .no),  // transitions default to null
            Nested(rules: "[{status: enabled, transitions: [{days: 30, storage_class: glacier}]}]", expected: .yes),
            Nested(rules: "[{status: enabled, transitions: [{days: 31, storage_class: glacier}]}]", expected: .no),
            Nested(rules: "[{status: enabled, transitions: [{storage_class: glacier}]}]", expected: .unknown),
            Nested(rules: "[{status: disabled, transitions: [{storage_class: glacier}]}]", expected: .no),
            Nested(
                rules: "[{status: enabled, transitions: [{storage_class: glacier}]}, "
                    + "{status: enabled, transitions: [{days: 99, storage_class: glacier}, {days: 1, storage_class: glacier}]}]",
                expected: .yes),
        ])
    func nested(test: Nested) throws {
        let condition = "{lifecycle: {some: {status: enabled, transitions: {some: {days: {at_most: 30}}}}}}"
        #expect(
            try Trial.outcome("bucket", condition, on: "{name: example, lifecycle: \(test.rules)}").outcome
                == test.expected)
    }

    struct Ports: CustomTestStringConvertible, Sendable {
        var test: String
        var ports: String
        var expected: Outcome
        var testDescription: String { "\(test) on \(ports) is \(expected.rawValue)" }
    }

    @Test(
        "ports and peers of an entry",
        arguments: [
            Ports(test: "ports: {some: {covers: 22}}", ports: "22", expected: .yes),
            Ports(test: "ports: {some: {covers: 22}}", ports: "20-30", expected: .yes),
            Ports(test: "ports: {some: {covers: 20-30}}", ports: "[20-25, 26-30]", expected: .no),
            Ports(test: "ports: {some: {within: 20-30}}", ports: "[22, 99]", expected: .yes),
            Ports(test: "ports: {every: {within: 20-30}}", ports: "[22, 99]", expected: .no),
            Ports(test: "ports: {every: {within: 20-30}}", ports: "[20, 30, 22-29]", expected: .yes),
            Ports(test: "ports: {some: {overlaps: 20-30}}", ports: "30-40", expected: .yes),
            Ports(test: "ports: {none: {overlaps: 20-30}}", ports: "31-40", expected: .yes),
            Ports(test: "ports: {some: {size: 65536}}", ports: "all", expected: .yes),
            Ports(test: "ports: {some: {size: {above: 1}}}", ports: "[80, 443-443]", expected: .no),
            Ports(test: "ports: {some: 80}", ports: "[443, 80]", expected: .yes),
            Ports(test: "ports: {some: 80}", ports: "80-81", expected: .no),
            Ports(test: "ports: {contains: 80-81}", ports: "80-81", expected: .yes),
            Ports(test: "ports: {some: [80, 443]}", ports: "443", expected: .yes),
            Ports(test: "ports: {size: 2}", ports: "[80, 443]", expected: .yes),
            Ports(test: "ports: {some: 80}", ports: "", expected: .unknown),
            Ports(test: "protocol: tcp", ports: "80", expected: .yes),
            Ports(test: "protocol: 6", ports: "80", expected: .yes),
            Ports(test: "protocol: {not: [udp, \"-1\"]}", ports: "80", expected: .yes),
            Ports(test: "protocol: all", ports: "80", expected: .no),
        ])
    func ports(test: Ports) throws {
        let ports = test.ports.isEmpty ? "" : ", ports: \(test.ports)"
        let resource = "{id: sg-1, ingress: [{protocol: tcp\(ports), source: 10.0.0.0/8}]}"
        let inside = try Trial.outcome("security_group", "{ingress: {some: {\(test.test)}}}", on: resource)
        #expect(inside.outcome == test.expected, "in a quantifier")
        let judged = try Trial.judgements("security_group", "for_each: [ingress]\nflag: {\(test.test)}", on: resource)
        #expect(judged.map { Outcome($0.verdict) } == [test.expected], "for each")
    }
}
