import Diagnostics
import Reachability
import Reports

/// The answer about one target for people: each way as a ladder of steps, then one sentence.
struct ConnectionText {
    /// Ways that are shown.
    private static let limit = 20
    /// Characters of a detail that are shown.
    private static let detailLimit = 72

    let palette: Palette

    func append(_ connection: Connection, to sink: inout ByteSink) {
        let head =
            "from \(connection.source.name) to \(connection.target.type) \(connection.target.text): "
            + Wording.services(connection.services)
        sink.append(palette.paint(VisibleText.escaping(head), .strong) + "\n\n")
        for (number, passage) in connection.passages.prefix(Self.limit).enumerated() {
            if connection.passages.count > 1 {
                let perhaps = passage.path.verdict == .passes ? "" : "perhaps "
                let text =
                    "way \(number + 1) of \(connection.passages.count): \(perhaps)\(Wording.traffic(passage.traffic))"
                sink.append(VisibleText.escaping(text) + "\n")
            }
            append(passage.path, passage.targets, to: &sink)
        }
        if connection.passages.count > Self.limit {
            sink.append("\(connection.passages.count - Self.limit) more ways; see them with --report json\n\n")
        }
        if let path = connection.deadEnd { append(path, [], to: &sink) }
        let role: Palette.Role =
            switch connection.verdict {
            case .reachable: .help
            case .blocked: .error
            case .unknown: .warning
            }
        sink.append(palette.paint(VisibleText.escaping(Wording.outcome(connection)), role) + "\n")
    }

    private func append(_ path: Path, _ targets: [ResourceName], to sink: inout ByteSink) {
        var table = TextTable()
        for step in path.steps where step.kind != .source { table.add(row(step, targets)) }
        if let down = path.isDown, path.blocker == nil { table.add([("", nil), ("no answer", .warning), (down, nil)]) }
        for line in table.lines(palette, indent: "  ") { sink.append(line) }
        if let span = Wording.deciding(path)?.span {
            sink.append(DiagnosticRenderer(palette: palette).snippet(span))
        }
        sink += "\n"
    }

    private func row(_ step: Path.Step, _ targets: [ResourceName]) -> [(text: String, role: Palette.Role?)] {
        let role: Palette.Role =
            switch step.verdict {
            case .passes: .help
            case .stops: .error
            case .undecided: .warning
            }
        var (name, detail) = (step.kind == .securityGroup ? step.place : step.id, step.detail)
        if step.kind == .target, let first = targets.first {
            name = first.text
            if targets.count > 1 {
                let others = targets.dropFirst().prefix(4).map(\.id).joined(separator: ", ")
                detail = "and \(others)" + (targets.count > 5 ? " and \(targets.count - 5) more" : "")
            }
        }
        return [
            (Wording.kind(step), .faint), (Wording.verdict(of: step), role), (name, nil),
            (TextColumns.clipped(detail, to: Self.detailLimit), nil), (step.span?.place ?? "", .faint),
        ]
    }
}
