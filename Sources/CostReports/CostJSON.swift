internal import Costing
internal import Findings
internal import Reports

/// The cost of an inventory for programs; docs/cost.md describes the members, whose order does not change. Amounts are
/// decimal texts in dollars, shares decimal texts between 0 and 1; what is not known is `null`.
struct CostJSON {
    /// The version of the shape.
    private static let shape = 1

    let version: String

    func append(_ answer: CostAnswer, to sink: inout ByteSink) {
        let rows = CostRows(answer: answer)
        sink += "{\n  \"version\": "
        sink.append(Self.shape)
        sink += ",\n  \"tool\": {\"name\": \"plumb\", \"version\": "
        sink.append(json: version)
        sink += "},\n  \"as_of\": "
        sink.append(json: answer.asOf)
        sink += ",\n  \"currency\": \"USD\",\n  \"hours_per_month\": "
        sink.append(answer.hours)
        sink += ",\n  \"prices\": "
        list(answer.books, to: &sink) { book, sink in
            sink += "{\"name\": "
            sink.append(json: book.name)
            sink += ", \"date\": "
            sink.append(json: book.date)
            sink += ", \"source\": "
            sink.append(json: book.source)
            sink += "}"
        }
        sink += ",\n  \"total\": {\"amount\": "
        sink.append(json: rows.amount(answer.breakdown.total)?.exact)
        let total = answer.breakdown.total
        for (name, count) in [
            ("priced", total.priced), ("stated", answer.breakdown.stated), ("unpriced", total.unpriced),
            ("free", total.free),
        ] {
            sink += ", "
            sink.append(json: name)
            sink += ": "
            sink.append(count)
        }
        sink += "},\n  \"by\": {"
        for (index, dimension) in answer.breakdown.dimensions.enumerated() {
            sink += index == 0 ? "\n    " : ",\n    "
            sink.append(json: dimension.name)
            sink += ": "
            list(rows.groups(index), indent: "    ", to: &sink) { group, sink in
                append(group.value, to: &sink)
                append(rows.amount(group.line), rows.share(group.line), to: &sink)
                sink += ", \"priced\": "
                sink.append(group.line.priced)
                sink += ", \"unpriced\": "
                sink.append(group.line.unpriced)
                sink += "}"
            }
        }
        sink += answer.breakdown.dimensions.isEmpty ? "}" : "\n  }"
        appendSavings(answer, rows, to: &sink)
        appendRemarks(rows, to: &sink)
        sink += "\n}\n"
    }

    private func appendSavings(_ answer: CostAnswer, _ rows: CostRows, to sink: inout ByteSink) {
        sink += ",\n  \"savings\": {\n    \"total\": {"
        appendFigures(answer.breakdown.saving, rows, to: &sink)
        sink += ",\n    \"by_rule\": "
        list(rows.rules, indent: "    ", to: &sink) { row, sink in
            sink += "{\"rule\": "
            sink.append(json: row.rule)
            sink += ", "
            appendFigures(row.saving, rows, to: &sink)
        }
        sink += ",\n    \"owner_tag\": "
        sink.append(json: answer.ownerTag)
        sink += ",\n    \"by_owner\": "
        list(rows.owners, indent: "    ", to: &sink) { row, sink in
            append(row.value, to: &sink)
            sink += ", "
            appendFigures(row.saving, rows, to: &sink)
        }
        sink += "\n  }"
    }

    private func appendRemarks(_ rows: CostRows, to sink: inout ByteSink) {
        sink += ",\n  \"unpriced\": "
        list(rows.gaps, to: &sink) { row, sink in
            sink += "{\"type\": "
            sink.append(json: row.key.type)
            sink += ", \"reason\": "
            sink.append(json: row.key.reason)
            sink += ", \"count\": "
            sink.append(row.gap.count)
            sink += ", \"resources\": ["
            for (position, resource) in rows.resources(of: row.gap).enumerated() {
                sink += position == 0 ? "{\"id\": " : ", {\"id\": "
                sink.append(json: resource.id)
                sink += ", \"account\": "
                sink.append(json: resource.account)
                sink += ", \"region\": "
                sink.append(json: resource.region)
                sink += "}"
            }
            sink += "]}"
        }
        sink += ",\n  \"figures\": "
        list(rows.sources, to: &sink) { row, sink in
            sink += "{\"book\": "
            sink.append(json: row.source.book)
            sink += ", \"date\": "
            sink.append(json: row.source.date)
            append(row.sum.money, rows.share(row.sum), to: &sink)
            sink += "}"
        }
        sink += ",\n  \"assumptions\": "
        list(rows.assumptions, to: &sink) { row, sink in
            sink += "{\"type\": "
            sink.append(json: row.assumption.type)
            sink += ", \"text\": "
            sink.append(json: row.assumption.text)
            sink += ", \"count\": "
            sink.append(row.count)
            sink += "}"
        }
        sink += ",\n  \"leaves_out\": "
        list(rows.leavesOut, to: &sink) { row, sink in
            sink += "{\"type\": "
            sink.append(json: row.type)
            sink += ", \"text\": "
            sink.append(json: row.text)
            sink += "}"
        }
    }

    // MARK: Parts

    /// `{"value": …` with why there is none.
    private func append(_ value: CostBreakdown.Value, to sink: inout ByteSink) {
        switch value {
        case .named(let name):
            sink += "{\"value\": "
            sink.append(json: name)
            sink += ", \"absent\": null"
        case .none: sink += "{\"value\": null, \"absent\": \"none\""
        case .unstated: sink += "{\"value\": null, \"absent\": \"not stated\""
        }
    }

    private func append(_ amount: Money?, _ share: Int?, to sink: inout ByteSink) {
        sink += ", \"amount\": "
        sink.append(json: amount?.exact)
        sink += ", \"share\": "
        sink.append(json: share.map(Self.fraction))
    }

    private func appendFigures(_ saving: CostBreakdown.Saving, _ rows: CostRows, to sink: inout ByteSink) {
        sink += "\"amount\": "
        sink.append(json: rows.amount(saving)?.exact)
        sink += ", \"share\": "
        sink.append(json: rows.share(saving).map(Self.fraction))
        sink += ", \"findings\": "
        sink.append(saving.findings)
        sink += ", \"unpriced\": "
        sink.append(saving.unpriced)
        sink += "}"
    }

    /// Ten-thousandths as a decimal: `0.1250`.
    static func fraction(_ share: Int) -> String {
        let decimals = String(share.magnitude % 10_000)
        let zeros = String(repeating: "0", count: 4 - decimals.count)
        return (share < 0 ? "-" : "") + "\(share.magnitude / 10_000).\(zeros)\(decimals)"
    }

    private func list<Element>(
        _ elements: [Element], indent: String = "  ", to sink: inout ByteSink, _ body: (Element, inout ByteSink) -> Void
    ) {
        sink += "["
        for (position, element) in elements.enumerated() {
            sink.append((position == 0 ? "\n" : ",\n") + indent + "  ")
            body(element, &sink)
        }
        if !elements.isEmpty { sink.append("\n" + indent) }
        sink += "]"
    }
}
