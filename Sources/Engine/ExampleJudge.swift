internal import Diagnostics
internal import Findings
internal import Rules

/// Compares what a rule says of a test's resources with what the test asks.
struct ExampleJudge {
    /// The rule's id and the test's name.
    let rule: String
    let example: String
    let judgements: [Judgement]

    /// Where the rule does not say what is asked.
    func problems(_ demand: ExampleDemand) -> [Diagnostic] {
        guard let resource = demand.resource else { return problems(demand, judgements, of: nil) }
        return problems(demand, judgements.filter { $0.resource.id == resource.value }, of: resource.value)
    }

    /// `subject` says whose judgements these are, where they are not all.
    private func problems(_ demand: ExampleDemand, _ judgements: [Judgement], of subject: String?) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if let verdict = demand.verdict { problems += self.problems(verdict, judgements, subject) }
        if let each = demand.each { problems += self.problems(each, judgements, subject) }
        let findings = judgements.filter { $0.verdict == .noncompliant }
        if let entry = demand.entry { problems += self.problems(entry: entry, findings, subject) }
        if let message = demand.message, !findings.contains(where: { $0.message.contains(message.value) }) {
            problems.append(
                Diagnostic(
                    .error, "no finding\(on(subject)) of \"\(example)\" says \"\(message.value)\"", at: message.span,
                    help: findings.isEmpty ? "there is no finding" : "it says \"\(findings[0].message)\""))
        }
        if let effect = demand.effect { problems += self.problems(effect, findings, subject) }
        if let savings = demand.savings { problems += self.problems(savings, findings, subject) }
        if let count = demand.findings, count.value != findings.count {
            let number = findings.count == 1 ? "1 finding" : "\(findings.count) findings"
            problems.append(
                Diagnostic(
                    .error, "`\(rule)` has \(number)\(on(subject)), the test \"\(example)\" expects \(count.value)",
                    at: count.span,
                    help: findings.isEmpty ? nil : "found: \(findings.map(Self.place).joined(separator: ", "))"))
        }
        return problems
    }

    private func on(_ subject: String?) -> String { subject.map { " on `\($0)`" } ?? "" }

    /// `sg-1`, or `sg-1 ingress[0]`.
    private static func place(_ judgement: Judgement) -> String {
        "`" + judgement.resource.id + (judgement.entry.map { " " + $0 } ?? "") + "`"
    }

    // MARK: Verdicts

    private func problems(
        _ verdict: ExampleDemand.Stated<Verdict>, _ judgements: [Judgement], _ subject: String?
    ) -> [Diagnostic] {
        let found = ExampleRun.worst(judgements.map(\.verdict))
        guard found != verdict.value else { return [] }
        var missing: [String] = []
        for path in judgements.flatMap(\.missing) where !missing.contains(path) { missing.append(path) }
        let of = subject.map { " of `\($0)`" } ?? ""
        return [
            Diagnostic(
                .error,
                "`\(rule)` says \(found?.rawValue ?? "nothing")\(of), the test \"\(example)\" expects \(verdict.value.rawValue)",
                at: verdict.span,
                help: missing.isEmpty
                    ? nil : "the test does not state \(missing.map { "`\($0)`" }.joined(separator: ", "))")
        ]
    }

    private func problems(
        _ each: ExampleDemand.Stated<[ExampleDemand]>, _ judgements: [Judgement], _ subject: String?
    ) -> [Diagnostic] {
        guard each.value.count == judgements.count else {
            let found = judgements.map { "\($0.verdict.rawValue) (\(Self.place($0)))" }
            let number = judgements.count == 1 ? "1 verdict" : "\(judgements.count) verdicts"
            return [
                Diagnostic(
                    .error,
                    "`\(rule)` gives \(number)\(on(subject)), the test \"\(example)\" expects \(each.value.count)",
                    at: each.span, help: found.isEmpty ? nil : "given: \(found.joined(separator: ", "))")
            ]
        }
        return zip(each.value, judgements).flatMap { demand, judgement in
            problems(
                demand, [judgement],
                of: judgement.entry.map { "\(subject.map { $0 + " " } ?? "")\($0)" } ?? judgement.resource.id)
        }
    }

    // MARK: Effects

    private func problems(_ effect: ExampleDemand.Stated<Effect>, _ findings: [Judgement], _ subject: String?)
        -> [Diagnostic]
    {
        if findings.contains(where: { $0.reach?.effect == effect.value }) { return [] }
        let found = findings.first.map {
            $0.reach.map { "it is \($0.effect.rawValue): \($0.reason)" } ?? "the rule has no `latent`"
        }
        return [
            Diagnostic(
                .error, "no finding\(on(subject)) of \"\(example)\" is \(effect.value.rawValue)", at: effect.span,
                help: found ?? "there is no finding")
        ]
    }

    // MARK: Savings

    private func problems(
        _ expected: ExampleDemand.Stated<ExpectedSavings>, _ findings: [Judgement], _ subject: String?
    ) -> [Diagnostic] {
        let wanted: String
        switch expected.value {
        case .monthly(let micros): wanted = "saves \(Money(micros: micros).dollars) USD a month"
        case .unpriced: wanted = "has savings without a price"
        }
        if findings.contains(where: { Self.says($0.savings, expected.value) }) { return [] }
        let help: String
        switch findings.first?.savings {
        case .monthly(let money)?: help = "it saves \(money.dollars)"
        case .unpriced(let reason)?: help = "it is unpriced: \(reason)"
        case nil: help = findings.isEmpty ? "there is no finding" : "the rule has no `savings`"
        }
        return [
            Diagnostic(
                .error, "no finding\(on(subject)) of \"\(example)\" \(wanted)", at: expected.span, help: help)
        ]
    }

    private static func says(_ found: Savings?, _ expected: ExpectedSavings) -> Bool {
        switch (found, expected) {
        case (.monthly(let money)?, .monthly(let micros)): money.dollars == Money(micros: micros).dollars
        case (.unpriced?, .unpriced): true
        default: false
        }
    }

    // MARK: Entries

    private func problems(
        entry: ExampleDemand.Stated<String>, _ findings: [Judgement], _ subject: String?
    ) -> [Diagnostic] {
        var named: [String] = []
        for path in findings.flatMap({ ($0.entry.map { [$0] } ?? []) + $0.evidence.map(\.path) })
        where !named.contains(path) { named.append(path) }
        if named.contains(entry.value) { return [] }
        return [
            Diagnostic(
                .error, "no finding\(on(subject)) of \"\(example)\" names `\(entry.value)`", at: entry.span,
                help: findings.isEmpty
                    ? "there is no finding"
                    : named.isEmpty
                        ? nil : "what is named: \(named.map { "`\($0)`" }.joined(separator: ", "))")
        ]
    }
}
