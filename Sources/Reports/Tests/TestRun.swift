package import Diagnostics
package import Findings

/// What came of the tests of rules, for reports.
package struct TestRun: Sendable {
    /// The tests of one rule.
    package struct Suite: Sendable {
        package var rule: RuleInfo
        package var cases: [Case]
        package init(rule: RuleInfo, cases: [Case]) { (self.rule, self.cases) = (rule, cases) }
    }

    /// One test.
    package struct Case: Sendable {
        package var name: String
        package var outcome: Outcome
        /// Where the test stands.
        package var span: SourceSpan
        /// Why it did not pass.
        package var problems: [Diagnostic]
        package init(name: String, outcome: Outcome, span: SourceSpan, problems: [Diagnostic]) {
            (self.name, self.outcome, self.span, self.problems) = (name, outcome, span, problems)
        }
    }

    package enum Outcome: String, CaseIterable, Sendable {
        case passed, failed
        /// What the test gives is wrong, so that it could not run.
        case wrong
    }

    package var version: String
    /// In order of the rules' ids.
    package var suites: [Suite]
    /// Ids of the rules without tests.
    package var untested: [String]
    /// How far the tests go; nil where nobody asked.
    package var coverage: Coverage?

    /// Conditions of rules, and those that no test has decided both ways.
    package struct Coverage: Sendable {
        package var branches: Int
        package var gaps: [Diagnostic]
        package init(branches: Int, gaps: [Diagnostic]) { (self.branches, self.gaps) = (branches, gaps) }

        package var decided: Int { branches - gaps.count }

        /// `condition coverage: 412 of 480 branches decided both ways (85 %)`; cut, so that 100 % is all of them.
        var summary: String {
            let share = branches == 0 ? "" : " (\(decided * 100 / branches) %)"
            return "condition coverage: \(decided) of \(branches) branches decided both ways\(share)"
        }
    }

    package init(version: String, suites: [Suite], untested: [String]) {
        (self.version, self.suites, self.untested) = (version, suites, untested)
    }

    /// Tests that ended so.
    package func count(_ outcome: Outcome) -> Int {
        suites.reduce(0) { $0 + $1.cases.count { $0.outcome == outcome } }
    }

    /// Tests of every outcome.
    package var total: Int { suites.reduce(0) { $0 + $1.cases.count } }
}
