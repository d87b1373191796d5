internal import Costing
internal import Diagnostics
internal import Findings
internal import Reports

/// The cost of an inventory as one table (RFC 4180): `section` says what a row is about.
struct CostCSV {
    private static let columns = [
        "section", "name", "value", "usd_a_month", "share", "resources", "unpriced", "findings", "account", "region",
    ]

    func append(_ answer: CostAnswer, to sink: inout ByteSink) {
        let rows = CostRows(answer: answer)
        let breakdown = answer.breakdown
        append(Row(cells: Self.columns), to: &sink)
        var total = Row("total", "", "")
        total.add(breakdown.total, rows)
        append(total, to: &sink)
        for (index, dimension) in breakdown.dimensions.enumerated() {
            for group in rows.groups(index) {
                var row = Row("cost", dimension.name, group.value.text)
                row.add(group.line, rows)
                append(row, to: &sink)
            }
        }
        var all = Row("saving", "total", "")
        all.add(breakdown.saving, rows)
        append(all, to: &sink)
        for rule in rows.rules {
            var row = Row("saving", "rule", rule.rule)
            row.add(rule.saving, rows)
            append(row, to: &sink)
        }
        for owner in rows.owners {
            var row = Row("saving", "tag:\(answer.ownerTag)", owner.value.text)
            row.add(owner.saving, rows)
            append(row, to: &sink)
        }
        for (key, gap) in rows.gaps {
            var row = Row("unpriced", key.type, key.reason)
            row.cells[6] = "\(gap.count)"
            append(row, to: &sink)
        }
        guard answer.listsUnpriced else { return }
        for (key, gap) in rows.gaps {
            for resource in rows.resources(of: gap) {
                var row = Row("unpriced resource", key.type, resource.id)
                row.cells[8] = resource.account.map(Row.plain) ?? ""
                row.cells[9] = resource.region.map(Row.plain) ?? ""
                append(row, to: &sink)
            }
        }
    }

    /// Cells in the order of the columns.
    private struct Row {
        var cells: [String]

        init(cells: [String]) { self.cells = cells }

        init(_ section: String, _ name: String, _ value: String) {
            cells = [section, Self.plain(name), Self.plain(value)] + Array(repeating: "", count: 7)
        }

        mutating func add(_ line: CostBreakdown.Line, _ rows: CostRows) {
            cells[3] = rows.amount(line)?.exact ?? ""
            cells[4] = rows.share(line).map(CostJSON.fraction) ?? ""
            cells[5] = "\(line.priced)"
            cells[6] = "\(line.unpriced)"
        }

        mutating func add(_ saving: CostBreakdown.Saving, _ rows: CostRows) {
            cells[3] = rows.amount(saving)?.exact ?? ""
            cells[4] = rows.share(saving).map(CostJSON.fraction) ?? ""
            cells[6] = "\(saving.unpriced)"
            cells[7] = "\(saving.findings)"
        }

        /// Text that no spreadsheet takes for a formula: what begins like one gets an apostrophe
        /// (https://owasp.org/www-community/attacks/CSV_Injection).
        static func plain(_ text: String) -> String {
            let visible = VisibleText.escaping(text)
            guard let first = visible.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) else {
                return visible
            }
            return "'" + visible
        }
    }

    private func append(_ row: Row, to sink: inout ByteSink) {
        for (position, cell) in row.cells.enumerated() {
            if position > 0 { sink += "," }
            if cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) || cell.first == " "
                || cell.last == " "
            {
                sink.append("\"" + cell.replacing("\"", with: "\"\"") + "\"")
            } else {
                sink.append(cell)
            }
        }
        sink += "\r\n"
    }
}
