internal import Costing
internal import Diagnostics
internal import Findings
internal import Reports

/// The cost of an inventory for people: totals first, then a table a question.
struct CostText {
    /// Groups and rules that are shown.
    private static let limit = 20

    let palette: Palette
    let isQuiet: Bool

    func append(_ answer: CostAnswer, to sink: inout ByteSink) {
        let rows = CostRows(answer: answer)
        appendTotals(answer, rows, to: &sink)
        if isQuiet { return }
        for (index, dimension) in answer.breakdown.dimensions.enumerated() {
            let groups = rows.groups(index)
            guard !groups.isEmpty else { continue }
            var table = CostTable(head: ["by \(dimension.name)", "USD a month", "share", "priced", "unpriced"])
            for group in groups.prefix(Self.limit) {
                let line = group.line
                table.add([
                    group.value.text, rows.amount(line)?.dollars ?? "-",
                    Self.percent(rows.share(line)),
                    "\(line.priced)", line.unpriced == 0 ? "" : "\(line.unpriced)",
                ])
            }
            append(table, more: groups.count - Self.limit, to: &sink)
        }
        appendSavings(answer, rows, to: &sink)
        appendGaps(answer, rows, to: &sink)
        appendRemarks(answer, rows, to: &sink)
    }

    // MARK: Parts

    private func appendTotals(_ answer: CostAnswer, _ rows: CostRows, to sink: inout ByteSink) {
        let total = answer.breakdown.total
        var parts = ["\(total.priced) priced"]
        if answer.breakdown.stated > 0 { parts[0] += " (\(answer.breakdown.stated) as the inventory states)" }
        if total.unpriced > 0 { parts.append("\(total.unpriced) unpriced") }
        if total.free > 0 { parts.append("\(total.free) not billed") }
        let amount = palette.paint(rows.amount(total).map { "USD \($0.dollars)" } ?? "not known", .strong)
        sink.append("cost a month: \(amount), resources: \(parts.joined(separator: ", "))\n")
        let saving = answer.breakdown.saving
        if saving.findings > 0 {
            let share = rows.share(saving).map { " (\(Self.percent($0)))" } ?? ""
            let unpriced = saving.unpriced > 0 ? ", \(saving.unpriced) of them unpriced" : ""
            let findings = saving.findings == 1 ? "1 finding" : "\(saving.findings) findings"
            let amount = rows.amount(saving).map { "USD \($0.dollars)" } ?? "not known"
            sink.append("possible saving: \(amount)\(share), \(findings)\(unpriced)\n")
        }
        let books = answer.books.map { VisibleText.escaping("\($0.name), \($0.date)") }
        sink.append("prices: \(books.joined(separator: "; ")); \(answer.hours) hours a month\n")
    }

    private func appendSavings(_ answer: CostAnswer, _ rows: CostRows, to sink: inout ByteSink) {
        guard answer.breakdown.saving.findings > 0 else { return }
        let head = ["USD a month", "share", "findings", "unpriced"]
        func cells(_ name: String, _ saving: CostBreakdown.Saving) -> [String] {
            [
                name, rows.amount(saving)?.dollars ?? "-", Self.percent(rows.share(saving)),
                "\(saving.findings)", saving.unpriced == 0 ? "" : "\(saving.unpriced)",
            ]
        }
        var table = CostTable(head: ["saving by rule"] + head)
        let rules = rows.rules
        for rule in rules.prefix(Self.limit) { table.add(cells(rule.rule, rule.saving)) }
        append(table, more: rules.count - Self.limit, to: &sink)
        if rows.savingsOverlap { sink += "  several findings on one resource count once in the total\n" }
        table = CostTable(head: ["saving by tag:\(answer.ownerTag)"] + head)
        let owners = rows.owners
        for owner in owners.prefix(Self.limit) { table.add(cells(owner.value.text, owner.saving)) }
        append(table, more: owners.count - Self.limit, to: &sink)
    }

    private func appendGaps(_ answer: CostAnswer, _ rows: CostRows, to sink: inout ByteSink) {
        let gaps = rows.gaps
        guard !gaps.isEmpty else { return }
        sink.append("\n" + palette.paint("unpriced", .strong) + "\n")
        var table = TextTable()
        let limit = answer.listsUnpriced ? gaps.count : Self.limit
        for (key, gap) in gaps.prefix(limit) {
            let resources = rows.resources(of: gap)
            let names = resources.map(\.id).joined(separator: ", ") + (gap.count > resources.count ? ", …" : "")
            table.add([("\(gap.count) \(key.type)", nil), (key.reason, nil), (names, .faint)])
        }
        for line in table.lines(palette, indent: "  ") { sink.append(line) }
        more(gaps.count - limit, to: &sink)
        if !answer.listsUnpriced, gaps.contains(where: { $0.gap.count > CostBreakdown.examples }) {
            sink += "  see all of them with --unpriced\n"
        }
    }

    private func appendRemarks(_ answer: CostAnswer, _ rows: CostRows, to sink: inout ByteSink) {
        let assumptions = rows.assumptions
        if !assumptions.isEmpty {
            sink.append("\n" + palette.paint("taken for granted where the inventory does not say", .strong) + "\n")
            var table = TextTable()
            for (assumption, count) in assumptions {
                table.add([("\(count) \(assumption.type)", nil), (assumption.text, nil)])
            }
            for line in table.lines(palette, indent: "  ") { sink.append(line) }
        }
        let left = rows.leavesOut
        if !left.isEmpty {
            sink.append("\n" + palette.paint("not in these figures", .strong) + "\n")
            var table = TextTable()
            for (type, text) in left { table.add([(type, nil), (text, nil)]) }
            for line in table.lines(palette, indent: "  ") { sink.append(line) }
        }
    }

    // MARK: Lines

    private func append(_ table: CostTable, more: Int, to sink: inout ByteSink) {
        sink += "\n"
        for line in table.lines(palette) { sink.append(line) }
        self.more(more, to: &sink)
    }

    private func more(_ count: Int, to sink: inout ByteSink) {
        if count > 0 { sink.append("  \(count) more; see them with --report json\n") }
    }

    /// `12.5 %`; a dash where there is nothing to have a share of.
    private static func percent(_ share: Int?) -> String {
        guard let share else { return "-" }
        let tenths = (share.magnitude + 5) / 10
        return (share < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10) %"
    }
}

/// Rows of a name and figures, the figures flush right.
struct CostTable {
    private var rows: [[String]]

    init(head: [String]) { rows = [head] }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The head, then the rows behind an indent.
    func lines(_ palette: Palette) -> [String] {
        let rows = rows.enumerated().map { position, cells in
            [(position == 0 ? "" : "  ") + VisibleText.escaping(cells[0])] + cells.dropFirst()
        }
        let widths = rows[0].indices.map { column in rows.map { TextColumns.count($0[column]) }.max() ?? 0 }
        return rows.enumerated().map { position, cells in
            var line = ""
            for (column, cell) in cells.enumerated() {
                let space = String(repeating: " ", count: widths[column] - TextColumns.count(cell))
                let text = position == 0 ? palette.paint(cell, .strong) : cell
                line += column == 0 ? text + space : "  " + space + text
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }
    }
}
