import AccessPolicies
import BucketAccess
import Diagnostics
import Reports

/// Answers to questions for people: what decides, then one sentence for each.
struct AnswerText {
    /// Statements, and sets of objects, that are shown.
    private static let limit = 20

    let palette: Palette

    func append(_ answers: [AccessAnswer], about resource: AccessResource, to sink: inout ByteSink) {
        for (number, answer) in answers.enumerated() {
            if number > 0 { sink += "\n" }
            append(answer, resource, to: &sink)
        }
    }

    private func append(_ answer: AccessAnswer, _ resource: AccessResource, to sink: inout ByteSink) {
        let head = "\(answer.question.requester), \(answer.question.action.text) on \(answer.resource)"
        sink.append(palette.paint(VisibleText.escaping(head), .strong) + "\n\n")
        if !answer.shares.isEmpty { append(answer.shares, to: &sink) }
        var table = TextTable()
        for decider in answer.ruling.deciders.prefix(Self.limit) {
            table.add([
                (Wording.part(decider.part), Self.role(decider.part)), (decider.name, nil), (decider.path, .faint),
                (decider.span?.place ?? "", .faint),
            ])
        }
        let lines = table.lines(palette, indent: "  ")
        for line in lines { sink.append(line) }
        more(answer.ruling.deciders.count, to: &sink)
        if answer.ruling.deciders.count == 1, let span = answer.ruling.deciders[0].span {
            sink.append(DiagnosticRenderer(palette: palette).snippet(span))
        }
        if !lines.isEmpty { sink += "\n" }
        sink.append(
            palette.paint(VisibleText.escaping(Wording.outcome(answer)), Self.role(answer.outcome)) + "\n")
    }

    /// What is different for some objects.
    private func append(_ shares: [AccessAnswer.Share], to sink: inout ByteSink) {
        var table = TextTable()
        // What holds of all others comes last.
        let named = shares.filter { $0.pattern != nil }
        for share in named.prefix(Self.limit) + shares.filter({ $0.pattern == nil }) {
            table.add([
                (share.pattern ?? "all others", nil),
                (
                    share.ruling.outcome == .unknown ? "not known" : share.ruling.outcome.rawValue,
                    Self.role(share.ruling.outcome)
                ),
                (share.ruling.reason, nil),
            ])
        }
        for line in table.lines(palette, indent: "  ") { sink.append(line) }
        more(named.count, to: &sink)
        sink += "\n"
    }

    private func more(_ count: Int, to sink: inout ByteSink) {
        if count > Self.limit { sink.append("  \(count - Self.limit) more; see them with --report json\n") }
    }

    private static func role(_ outcome: AccessAnswer.Outcome) -> Palette.Role {
        switch outcome {
        case .allowed: .help
        case .denied: .error
        case .unknown: .warning
        }
    }

    private static func role(_ part: AccessAnswer.Decider.Part) -> Palette.Role {
        switch part {
        case .allows: .help
        case .denies, .stopped, .stops: .error
        case .mayAllow, .mayDeny: .warning
        }
    }
}
