internal import ResourcePolicies
import AccessPolicies
import BucketAccess
import Diagnostics
import Reports

/// Who may do what with a resource, for people: the outcome by class, then what it comes from.
struct ExplanationText {
    /// Characters of a column that are shown.
    private static let columnLimit = 100
    /// Statements and grants that are shown.
    private static let limit = 50

    let palette: Palette

    func append(_ explanation: AccessExplanation, to sink: inout ByteSink) {
        heading(Wording.head(explanation.resource), explanation.resource.span, &sink)
        if let summary = explanation.summary {
            let isLatent = explanation.classes.allSatisfy { $0.certain < .public || $0.effect?.force == .latent }
            sink.append(palette.paint(VisibleText.escaping(summary), isLatent ? .warning : .error) + "\n")
        }
        sink += "\n"
        classes(explanation.classes, &sink)
        policy(explanation, &sink)
        if let list = explanation.list { append(list, &sink) }
        flags(explanation.flags, &sink)
        gaps(explanation.gaps, &sink)
        if let website = explanation.website { append(website, &sink) }
    }

    private func heading(_ text: String, _ span: SourceSpan?, _ sink: inout ByteSink) {
        sink.append(palette.paint(VisibleText.escaping(text), .strong))
        if let span { sink.append("  " + palette.paint(VisibleText.escaping(span.place), .faint)) }
        sink += "\n"
    }

    private func write(_ table: TextTable, indent: String, _ sink: inout ByteSink) {
        for line in table.lines(palette, indent: indent) { sink.append(line) }
    }

    private func clipped(_ text: String) -> String { TextColumns.clipped(text, to: Self.columnLimit) }

    // MARK: Classes

    private func classes(_ rows: [AccessExplanation.ClassRow], _ sink: inout ByteSink) {
        var table = TextTable()
        for row in rows {
            let role: Palette.Role =
                row.certain == .public ? .error : row.isKnown && row.certain == .private ? .help : .warning
            var lines = row.givers.map { Self.line($0, most: row.certain) }
            if !row.missing.isEmpty {
                lines.append("the inventory does not say " + Wording.listed(row.missing.map(Wording.field)))
            }
            if lines.isEmpty { lines = ["the owner's account alone"] }
            for (number, line) in lines.prefix(Self.limit).enumerated() {
                table.add([
                    (number == 0 ? Wording.name(row.access) : "", nil), (number == 0 ? Wording.state(row) : "", role),
                    (line, nil),
                ])
            }
        }
        write(table, indent: "  ", &sink)
        effects(rows, &sink)
    }

    /// `everybody, by statement `Sid``
    private static func line(_ giver: AccessExplanation.Giver, most: Grade) -> String {
        (giver.grade < most ? "also " : "") + "\(giver.audience), by \(Wording.listed(giver.names))"
            + (giver.stoppedBy.map { ", stopped by \($0.rawValue)" } ?? "")
    }

    /// What the flags make of it, said once for the classes that it is the same for.
    private func effects(_ rows: [AccessExplanation.ClassRow], _ sink: inout ByteSink) {
        var seen: [String] = []
        var table = TextTable()
        for row in rows {
            guard let effect = row.effect, !seen.contains(effect.reason) else { continue }
            seen.append(effect.reason)
            let names = rows.filter { $0.effect?.reason == effect.reason }.map { Wording.name($0.access) }
            let role: Palette.Role =
                switch effect.force {
                case .effective: .error
                case .latent: .help
                case .undetermined: .warning
                }
            table.add([(names.joined(separator: ", "), nil), (Wording.force(effect.force), role), (effect.reason, nil)])
        }
        guard !seen.isEmpty else { return }
        sink += "\n"
        write(table, indent: "  ", &sink)
    }

    // MARK: Policy

    private func policy(_ explanation: AccessExplanation, _ sink: inout ByteSink) {
        sink += "\n"
        switch explanation.resource.attachment {
        case .none:
            heading("policy", nil, &sink)
            sink += "  there is none\n"
        case .unstated:
            heading("policy", nil, &sink)
            sink += "  the inventory does not say\n"
        case .unreadable(let message, let span):
            heading("policy", span, &sink)
            sink.append(palette.paint("  cannot be read: \(VisibleText.escaping(message))", .error) + "\n")
            sink.append(DiagnosticRenderer(palette: palette).snippet(span))
        case .read:
            heading("policy", nil, &sink)
            for row in explanation.statements.prefix(Self.limit) { append(row, &sink) }
            let more = explanation.statements.count - Self.limit
            if more > 0 { sink.append("  \(more) more statements; see them with --report json\n") }
            for row in explanation.findings { append(row.finding, indent: "  ", &sink) }
        }
    }

    private func append(_ row: AccessExplanation.StatementRow, _ sink: inout ByteSink) {
        let isAllow = row.statement.effect == .allow
        let sid = row.statement.sid?.text ?? "\(row.statement.index + 1)"
        sink.append("  " + palette.paint(VisibleText.escaping(sid), .strong) + "  ")
        sink.append(palette.paint(row.statement.effect.rawValue, isAllow ? .warning : .info) + "  ")
        sink.append(VisibleText.escaping(clipped(Wording.listed(row.principals))) + "  ")
        sink.append(palette.paint(VisibleText.escaping(row.span.place), .faint) + "\n")
        if isAllow { gives(row, &sink) } else { denies(row, &sink) }
        conditions(row, &sink)
        if isAllow, !row.touches.isEmpty { line("less", "what \(Wording.listed(row.touches)) denies", &sink) }
        for finding in row.findings { append(finding.finding, indent: "    ", &sink) }
    }

    private func gives(_ row: AccessExplanation.StatementRow, _ sink: inout ByteSink) {
        if row.gives.isEmpty { line("gives", "nothing", &sink) }
        var table = TextTable()
        for (number, given) in row.gives.enumerated() {
            let role: Palette.Role? = given.standing == .world ? .error : given.standing == .limited ? .warning : .help
            table.add([
                (Self.label(number == 0 ? "gives" : ""), .faint), (clipped(given.audience), role),
                (clipped("\(Wording.actions(given)) on \(Wording.things(given))"), nil),
            ])
        }
        write(table, indent: "    ", &sink)
    }

    private func denies(_ row: AccessExplanation.StatementRow, _ sink: inout ByteSink) {
        var what = Wording.element(row.statement.action)
        if row.isPartial, let resource = row.statement.resource { what += " on \(Wording.element(resource))" }
        line("denies", what, &sink)
        let givers = Wording.listed(row.touches)
        line(
            "takes",
            row.touches.isEmpty
                ? (row.isPartial ? "at most part of what others are given" : "nothing that others are given")
                : "from what \(givers) \(row.touches.count == 1 ? "gives" : "give")",
            &sink)
    }

    private func conditions(_ row: AccessExplanation.StatementRow, _ sink: inout ByteSink) {
        var table = TextTable()
        for (number, condition) in row.conditions.enumerated() {
            let (text, role) = Wording.condition(condition, row.statement.effect)
            table.add([
                (Self.label(number == 0 ? "if" : "and"), .faint), (clipped(condition.text), nil), (clipped(text), role),
            ])
        }
        write(table, indent: "    ", &sink)
    }

    private func append(_ finding: PolicyFinding, indent: String, _ sink: inout ByteSink) {
        line("note", finding.message + (finding.help.map { "; \($0)" } ?? ""), indent: indent, &sink)
    }

    /// A line below a statement that is in no column but the first.
    private func line(_ name: String, _ text: String, indent: String = "    ", _ sink: inout ByteSink) {
        sink.append("\(indent)\(palette.paint(Self.label(name), .faint))  \(VisibleText.escaping(text))\n")
    }

    /// As wide as the longest of them.
    private static func label(_ name: String) -> String { name + String(repeating: " ", count: max(0, 6 - name.count)) }

    // MARK: What a bucket has besides

    private func append(_ list: AccessExplanation.ListRow, _ sink: inout ByteSink) {
        sink += "\n"
        heading("access control list", nil, &sink)
        var table = TextTable()
        switch (list.isOff, list.grants) {
        case (true, _): table.add([("off: object ownership is bucket_owner_enforced", nil)])
        case (_, nil): table.add([("the inventory does not say", .warning)])
        case (_, let grants?) where grants.isEmpty: table.add([("no grants", nil)])
        case (let isOff, let grants?):
            for grant in grants.prefix(Self.limit) {
                let role: Palette.Role? = grant.grade == .public ? .error : grant.grade == .limited ? .warning : .help
                table.add([
                    (grant.permission, nil), (grant.grantee, role), (Wording.grade(grant.grade), role),
                    (grant.span?.place ?? "", .faint),
                ])
            }
            if isOff == nil { table.add([("nobody knows whether they have effect", .warning)]) }
        }
        write(table, indent: "  ", &sink)
    }

    private func flags(_ rows: [AccessExplanation.FlagRow], _ sink: inout ByteSink) {
        guard !rows.isEmpty else { return }
        sink += "\n"
        var table = TextTable()
        let isOfPoint = rows.contains { $0.ofPoint != nil }
        table.add(
            [("block public access", .strong)] + (isOfPoint ? [("access point", .faint)] : [])
                + [("bucket", .faint), ("account", .faint)])
        for row in rows {
            table.add(
                [("  " + row.flag.rawValue, nil)] + (row.ofPoint.map { [Wording.flag($0)] } ?? [])
                    + [Wording.flag(row.ofBucket), Wording.flag(row.ofAccount), (row.effect, nil)])
        }
        write(table, indent: "", &sink)
    }

    private func gaps(_ gaps: [AccessExplanation.Gap], _ sink: inout ByteSink) {
        guard !gaps.isEmpty else { return }
        sink += "\n"
        heading("what the inventory does not say", nil, &sink)
        var table = TextTable()
        for gap in gaps { table.add([(gap.field, .warning), (gap.leaves, nil)]) }
        write(table, indent: "  ", &sink)
    }

    private func append(_ website: WebsiteAdvice, _ sink: inout ByteSink) {
        sink += "\n"
        heading("what a website needs", nil, &sink)
        sink += "  that everybody reads its objects, and no more:\n\n"
        append(policy: website.publicPolicy, &sink)
        sink +=
            "\n  With CloudFront and origin access control it needs no public statement at all; the bucket itself is then\n"
        sink += "  the origin, not the website's address:\n\n"
        append(policy: website.cloudFrontPolicy, &sink)
    }

    private func append(policy: String, _ sink: inout ByteSink) {
        for line in policy.split(separator: "\n") { sink.append("    " + VisibleText.escaping(String(line)) + "\n") }
    }
}
