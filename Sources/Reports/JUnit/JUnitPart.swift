import Findings
import Triage

/// A run of rendered cases of one suite; small enough that a file may be ended between two of them.
struct JUnitChunk: Sendable {
    var suite: JUnitSuiteKey
    /// Whether these are the cases without a problem, which stand behind the others of their suite.
    var isQuiet: Bool
    var sink = ByteSink()
    var tally = JUnitTally()
    /// Names in the order of the bytes.
    var names: [JUnitCaseName] = []
}

/// The cases of one part of the evaluation, rendered.
struct JUnitPart: Sendable {
    private(set) var chunks: [JUnitChunk] = []
    /// Findings and verdicts with insufficient data that were met.
    private(set) var problems = 0

    private let plan: JUnitPlan
    private var writer: JUnitCaseWriter
    /// Chunks that take more, by suite.
    private var open: [JUnitSuiteKey: Int] = [:]
    private var openQuiet: [JUnitSuiteKey: Int] = [:]

    init(_ judgements: [Judgement], _ plan: JUnitPlan) {
        self.plan = plan
        writer = JUnitCaseWriter(rules: plan.rules, isStrict: plan.options.flavour == .strict)
        for judgement in judgements
        where judgement.verdict == .noncompliant || judgement.verdict == .insufficientData { problems += 1 }
        let cases = JUnitCase.cases(of: judgements).compactMap { testCase in
            let outcome = plan.outcome(of: testCase)
            return plan.lists(testCase, outcome) ? (testCase, outcome) : nil
        }
        switch plan.options.grouping {
        case .rule: for (testCase, outcome) in cases { append(testCase, outcome, to: .rule(testCase.rule)) }
        case .account:
            for (testCase, outcome) in cases { append(testCase, outcome, to: .account(testCase.resource.account)) }
        case .resource: appendSuites(of: cases)
        }
    }

    private mutating func append(_ testCase: JUnitCase, _ outcome: JUnitOutcome, to suite: JUnitSuiteKey) {
        let index = chunk(of: suite, isQuiet: outcome.isQuiet)
        add(testCase, outcome, toChunk: index)
    }

    private mutating func add(_ testCase: JUnitCase, _ outcome: JUnitOutcome, toChunk index: Int) {
        let name = writer.append(testCase, outcome, to: &chunks[index].sink)
        chunks[index].names.append(name)
        chunks[index].tally.add(outcome)
    }

    /// The chunk that takes the next case of a suite.
    private mutating func chunk(of suite: JUnitSuiteKey, isQuiet: Bool) -> Int {
        let known = isQuiet ? openQuiet[suite] : open[suite]
        if let known, chunks[known].sink.count < plan.chunkSize { return known }
        chunks.append(JUnitChunk(suite: suite, isQuiet: isQuiet))
        if isQuiet { openQuiet[suite] = chunks.count - 1 } else { open[suite] = chunks.count - 1 }
        return chunks.count - 1
    }

    /// A resource stands in one part, so its suite is complete here.
    private mutating func appendSuites(of cases: [(JUnitCase, JUnitOutcome)]) {
        var start = 0
        while start < cases.count {
            let first = cases[start].0.judgements.first!
            let end =
                cases[start...].firstIndex { !JUnitCase.isSameResource($0.0.judgements.first!, first) } ?? cases.count
            appendSuite(of: first.resource, cases[start..<end])
            start = end
        }
    }

    private mutating func appendSuite(of resource: ResourceInfo, _ cases: ArraySlice<(JUnitCase, JUnitOutcome)>) {
        let loud = cases.filter { !$0.1.isQuiet }
        var quiet = cases.filter { $0.1.isQuiet }
        var tally = JUnitTally()
        for (_, outcome) in loud { tally.add(outcome) }
        if plan.options.passes == .failedSuites, !tally.hasFailed { quiet = [] }
        for (_, outcome) in quiet { tally.add(outcome) }
        guard tally.tests > 0 else { return }
        let index = chunk(of: .resources, isQuiet: false)
        plan.head.append(resource, tally, to: &chunks[index].sink)
        for (testCase, outcome) in loud + quiet { add(testCase, outcome, toChunk: index) }
        chunks[index].sink += "  </testsuite>\n"
    }
}
