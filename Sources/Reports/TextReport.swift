package import Diagnostics
package import Findings

/// The report for people: each finding with its place, its source line and the way out, then the figures.
package struct TextReport: ReportFormat {
    /// How `--report` knows it.
    package static let kind = ReportKind(name: "text", summary: "for people, with source lines (default)") { options in
        TextReport(palette: options.palette, isQuiet: options.isQuiet)
    }

    /// Pieces of evidence shown besides the place of the finding.
    static let evidenceLimit = 5
    /// Characters shown of one value.
    static let valueLimit = 200

    private let palette: Palette
    private let isQuiet: Bool

    /// A report in these colours; a quiet one is the summary only.
    package init(palette: Palette, isQuiet: Bool) {
        (self.palette, self.isQuiet) = (palette, isQuiet)
    }

    /// Writes the whole report; see `ReportFormat`.
    package func write(
        _ evaluation: any Evaluation, _ summary: RunSummary, to output: inout some ReportOutput, jobs: Int
    ) throws(ReportError) {
        var isFirst = true
        if !isQuiet {
            let palette = palette
            let rules = evaluation.rules
            try renderInOrder(evaluation.partCount, jobs: jobs) { part in
                var finding = TextFinding(palette: palette)
                for judgement in evaluation.judgements(inPart: part, .findings) {
                    finding.append(judgement, of: rules[judgement.rule])
                }
                return finding.sink
            } consume: { (sink) throws(ReportError) in
                guard !sink.isEmpty else { return }
                // Every finding begins with the blank line that parts it from the one before.
                try output.write(isFirst ? sink.bytes.dropFirst() : sink.bytes[...])
                isFirst = false
            }
        }
        var end = ByteSink()
        if !isFirst { end += "\n" }
        TextSummary(palette: palette).append(summary, evaluation.rules, to: &end)
        try output.write(end)
    }
}

/// Renders the findings of one part.
private struct TextFinding {
    var sink = ByteSink()
    private let palette: Palette
    private let renderer: DiagnosticRenderer
    private var cursor = LineCursor { path in
        var sink = ByteSink()
        sink.append(VisibleText.escaping(path))
        return sink
    }

    init(palette: Palette) {
        self.palette = palette
        renderer = DiagnosticRenderer(palette: palette)
    }

    mutating func append(_ judgement: Judgement, of rule: RuleInfo) {
        sink += "\n"
        var place = ByteSink()
        cursor.append(judgement.span, to: &place)
        place += ":"
        append(place, .strong)
        sink += " "
        sink.append(palette.paint(judgement.severity.rawValue.uppercased(), Self.role(judgement.severity)))
        sink += " "
        sink.append(VisibleText.escaping(rule.id))
        sink += ": "
        sink.append(palette.paint(VisibleText.escaping(judgement.message), .strong))
        sink += "\n"
        sink.append(renderer.snippet(judgement.span))
        append(judgement.evidence, besides: judgement.span)
        if let reach = judgement.reach {
            sink += "  "
            sink.append(VisibleText.escaping(reach.line))
            sink += "\n"
            append(reach.evidence, besides: judgement.span)
        }
        appendSavings(judgement.savings)
        if !rule.fix.isEmpty {
            sink += "  "
            sink.append(palette.paint("fix:", .help))
            sink += " "
            sink.append(VisibleText.escaping(rule.fix))
            sink += "\n"
        }
    }

    /// What decided besides the span that the source line shows already.
    private mutating func append(_ evidence: [Evidence], besides span: SourceSpan) {
        let others = evidence.filter { evidence in
            guard let other = evidence.span else { return true }
            return other.file !== span.file || other.start != span.start
        }
        for evidence in others.prefix(TextReport.evidenceLimit) {
            sink += "  also "
            if let span = evidence.span {
                cursor.append(span, to: &sink)
            } else {
                sink.append(VisibleText.escaping(evidence.path))
            }
            sink += ": "
            sink.append(VisibleText.escaping(clipped(evidence.value, to: TextReport.valueLimit)))
            sink += "\n"
        }
        if others.count > TextReport.evidenceLimit {
            sink += "  and "
            sink.append(others.count - TextReport.evidenceLimit)
            sink += " more\n"
        }
    }

    private mutating func appendSavings(_ savings: Savings?) {
        switch savings {
        // Nothing by itself: what is saved then is told of another resource.
        case .monthly(.zero): break
        case .monthly(let money):
            sink += "  saves: USD "
            sink.append(money.dollars)
            sink += " a month\n"
        case .unpriced(let reason):
            sink += "  saves: unpriced ("
            sink.append(VisibleText.escaping(reason))
            sink += ")\n"
        case nil: break
        }
    }

    private mutating func append(_ text: ByteSink, _ role: Palette.Role) {
        guard palette.isEnabled else { return sink.append(text) }
        sink.append(palette.paint(String(decoding: text.bytes, as: UTF8.self), role))
    }

    private static func role(_ severity: Severity) -> Palette.Role {
        switch severity {
        case .critical, .high: .error
        case .medium: .warning
        case .low, .info: .info
        }
    }
}
