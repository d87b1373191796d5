import Diagnostics
import Engine
import Rules
import Testing

/// Which conditions tests have decided: in the order in which the kernel asks, and no further than it asks.
struct BranchCoverageTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var type = "instance"
        var body: String
        /// `line:column text: gap` of each condition; `both` without a gap.
        var branches: [String]

        init(_ name: String, of type: String = "instance", _ body: String, _ branches: [String]) {
            (testDescription, self.type, self.body, self.branches) = (name, type, body, branches)
        }
    }

    static let cases = [
        Case("no test", "flag: {vcpus: 4}", ["9:19 4: never decided"]),
        Case(
            "one condition, both ways",
            """
            flag: {vcpus: 4}
            tests:
              - {name: a, given: {id: i-1, vcpus: 4}, expect: noncompliant}
              - {name: b, given: {id: i-1, vcpus: 5}, expect: compliant}
            """, ["9:19 4: both"]),
        Case(
            "unknown is neither",
            """
            flag: {vcpus: 4}
            tests:
              - {name: a, given: {id: i-1}, expect: insufficient_data}
            """, ["9:19 4: never decided"]),
        Case(
            "a false operand ends an and",
            """
            flag: {vcpus: 4, state: running}
            tests:
              - {name: a, given: {id: i-1, vcpus: 5, state: running}, expect: compliant}
            """, ["9:19 4: never true", "9:29 running: never decided"]),
        Case(
            "a true operand ends an or, an unknown one does not",
            """
            flag: {any: [{vcpus: 4}, {state: running}]}
            tests:
              - {name: a, given: {id: i-1, vcpus: 4, state: stopped}, expect: noncompliant}
              - {name: b, given: {id: i-1, state: running}, expect: noncompliant}
            """, ["9:26 4: never false", "9:38 running: never false"]),
        Case(
            "below a not",
            """
            flag: {state: {not: running}}
            tests:
              - {name: a, given: {id: i-1, state: stopped}, expect: noncompliant}
            """, ["9:25 running: never true"]),
        Case(
            "where `when` does not hold, nothing else is asked",
            """
            when: {state: running}
            flag: {vcpus: 4}
            tests:
              - {name: a, given: {id: i-1, vcpus: 4, state: stopped}, expect: not_applicable}
            """, ["9:19 running: never true", "10:19 4: never decided"]),
        Case(
            "each entry, and a quantifier in it", of: "security_group",
            """
            for_each: [ingress, egress]
            flag: {ports: {some: {covers: 22}}, description: {empty: true}}
            tests:
              - name: a
                given: {id: sg-1, egress: [], ingress: [{protocol: tcp, ports: [443, 22], source: 10.0.0.0/8, description: x}]}
                expect: compliant
            """, ["10:27 covers: both", "10:55 empty: never true"]),
        Case(
            "a quantifier over nothing asks nothing", of: "security_group",
            """
            flag: {ingress: {some: {description: {empty: true}}}}
            tests:
              - {name: a, given: {id: sg-1, ingress: []}, expect: compliant}
              - {name: b, given: {id: sg-1, ingress: null}, expect: compliant}
            """, ["9:43 empty: never decided"]),
        Case(
            "values of parameters in a test",
            """
            params: {limit: {type: int, default: 4, meaning: m}}
            flag: {vcpus: {above: $limit}}
            tests:
              - {name: a, given: {id: i-1, vcpus: 8}, expect: noncompliant}
              - {name: b, params: {limit: 8}, given: {id: i-1, vcpus: 8}, expect: compliant}
            """, ["10:20 above: both"]),
        Case(
            "expressions",
            """
            flag: "resource.vcpus > 4 && (resource.state == 'running' ? resource.ebs_optimized : true)"
            tests:
              - {name: a, given: {id: i-1, vcpus: 8, state: running, ebs_optimized: true}, expect: noncompliant}
              - {name: b, given: {id: i-1, vcpus: 8, state: stopped, ebs_optimized: true}, expect: noncompliant}
              - {name: c, given: {id: i-1, vcpus: 2, state: stopped, ebs_optimized: true}, expect: compliant}
            """,
            [
                "9:12 resource.vcpus > 4: both", "9:35 resource.state == 'running': both",
                "9:65 resource.ebs_optimized: never false",
            ]),
        Case(
            "a whole inventory", of: "security_group",
            """
            flag: {name: ""}
            tests:
              - name: a
                given: {security_groups: [{id: sg-1, name: ""}, {id: sg-2, name: x}]}
                expect: {sg-1: noncompliant}
            """, ["9:18 \"\": both"]),
    ]

    @Test("conditions decided", arguments: cases)
    func decided(test: Case) throws {
        let rule = try #require(try Trial.rules(Trial.ruleText(test.type, test.body)).first)
        for outcome in ExampleRun.run(rule, catalog: Trial.catalog) { #expect(outcome.problems.isEmpty) }
        let found = BranchCoverage(of: rule, catalog: Trial.catalog).branches.map { branch in
            let place = branch.span.file.position(of: branch.span.start)
            return "\(place.line):\(place.column) \(branch.span.text): \(branch.gap ?? "both")"
        }
        #expect(found == test.branches)
    }

    @Test("a single condition of a built-in rule is decided both ways", arguments: BuiltinRules.rules)
    func builtin(rule: BuiltinRules.Named) {
        let branches = BranchCoverage(of: rule.rule, catalog: Trial.catalog).branches
        // Every rule has a compliant and a noncompliant example.
        if branches.count == 1 { #expect(branches[0].isDecidedBothWays) }
        #expect(!branches.isEmpty)
    }
}
