import Diagnostics
import Findings

/// The text of a case that tells of a problem. The first lines hold what matters, since consumers cut
/// (Bitbucket at 2 000 characters); all of it stays within 16 KiB.
struct JUnitText {
    /// Bytes of a case's text, escaped.
    static let limit = 16 * 1024
    /// Characters of one field.
    static let fieldLimit = 2000
    /// Pieces of evidence of one entry.
    static let evidenceLimit = 20
    /// Characters of the one-line message.
    static let headlineLimit = 200

    /// Room for the line that says how much was left out.
    private static let reserve = 64

    private var sink: ByteSink
    private let start: Int
    private var linesLeftOut = 0

    /// Adds the text to the sink. Findings of another severity than the case's say so.
    static func append(
        _ problems: [Judgement], of rule: RuleInfo, _ severity: Severity, cursor: inout LineCursor,
        to sink: inout ByteSink
    ) {
        // Taken out of the caller's hands meanwhile, so that it is not copied.
        var text = JUnitText(sink)
        sink = ByteSink()
        text.append(problems, of: rule, severity, cursor: &cursor)
        sink = text.finished()
    }

    private init(_ sink: consuming ByteSink) {
        start = sink.count
        self.sink = sink
    }

    private mutating func append(
        _ problems: [Judgement], of rule: RuleInfo, _ severity: Severity, cursor: inout LineCursor
    ) {
        for (position, problem) in problems.enumerated() {
            line { $0.append(xml: clipped(problem.message, to: Self.fieldLimit)) }
            line { cursor.append(problem.span, to: &$0) }
            if !problem.missing.isEmpty {
                line {
                    $0 += "missing: "
                    $0.append(xml: clipped(problem.missing.joined(separator: ", "), to: Self.fieldLimit))
                }
            }
            if problem.verdict == .noncompliant, problem.severity != severity {
                line {
                    $0 += "severity: "
                    $0.append(xml: problem.severity.rawValue)
                }
            }
            if let reach = problem.reach { line { $0.append(xml: clipped(reach.line, to: Self.fieldLimit)) } }
            if position == 0, !rule.fix.isEmpty {
                line {
                    $0 += "fix: "
                    $0.append(xml: clipped(rule.fix, to: Self.fieldLimit))
                }
            }
            append(problem.evidence, cursor: &cursor)
            if let reach = problem.reach { append(reach.evidence, cursor: &cursor) }
            append(problem.savings)
            line {
                $0 += "fingerprint: "
                $0.append(xml: problem.fingerprint)
            }
        }
    }

    private mutating func append(_ evidence: [Evidence], cursor: inout LineCursor) {
        for piece in evidence.prefix(Self.evidenceLimit) {
            line {
                $0 += "  "
                $0.append(xml: clipped(piece.path, to: Self.headlineLimit))
                $0 += " = "
                $0.append(xml: clipped(piece.value, to: Self.fieldLimit - Self.headlineLimit))
                if let span = piece.span {
                    $0 += " at "
                    cursor.append(span, to: &$0)
                }
            }
        }
        if evidence.count > Self.evidenceLimit {
            line {
                $0 += "  … "
                $0.append(evidence.count - Self.evidenceLimit)
                $0 += " more values"
            }
        }
    }

    private mutating func append(_ savings: Savings?) {
        switch savings {
        case .monthly(.zero): break
        case .monthly(let money): line { $0.append("saves: USD \(money.dollars) a month") }
        case .unpriced(let reason): line { $0.append(xml: "saves: unpriced (\(reason))") }
        case nil: break
        }
    }

    /// Adds a line, or counts it where it does not fit; after one that did not, none does.
    private mutating func line(_ build: (inout ByteSink) -> Void) {
        guard linesLeftOut == 0 else {
            linesLeftOut += 1
            return
        }
        let before = sink.count
        build(&sink)
        sink += "\n"
        if sink.count - start > Self.limit - Self.reserve {
            sink.cut(to: before)
            linesLeftOut = 1
        }
    }

    private consuming func finished() -> ByteSink {
        if linesLeftOut > 0 {
            sink += "… "
            sink.append(linesLeftOut)
            sink += linesLeftOut == 1 ? " more line\n" : " more lines\n"
        }
        return sink
    }
}
