internal import Diagnostics
internal import Prices
internal import Reports

/// Figures for programs; docs/prices.md describes the members, whose order does not change.
struct PriceJSON {
    /// The version of the shape.
    private static let shape = 1

    let version: String

    func append(_ book: PriceBook, _ figures: [PriceListing.Row], to sink: inout ByteSink) {
        sink += "{\n  \"version\": "
        sink.append(Self.shape)
        sink += ",\n  \"tool\": {\"name\": \"plumb\", \"version\": "
        sink.append(json: version)
        sink += "},\n  \"currency\": \"USD\",\n  \"hours_per_month\": "
        sink.append(PriceBook.hoursPerMonth)
        sink += ",\n  \"books\": ["
        for (index, origin) in book.origins.enumerated() {
            sink += index == 0 ? "\n    {\"name\": " : ",\n    {\"name\": "
            sink.append(json: origin.name)
            sink += ", \"date\": "
            sink.append(json: origin.date)
            sink += ", \"source\": "
            sink.append(json: origin.source)
            sink += ", \"file\": "
            sink.append(json: origin.dateSpan?.file.path)
            sink += "}"
        }
        sink += book.origins.isEmpty ? "],\n  \"figures\": [" : "\n  ],\n  \"figures\": ["
        for (index, row) in figures.enumerated() {
            sink += index == 0 ? "\n    " : ",\n    "
            append(row, to: &sink)
        }
        sink += figures.isEmpty ? "]\n}\n" : "\n  ]\n}\n"
    }

    private func append(_ row: PriceListing.Row, to sink: inout ByteSink) {
        sink += "{\"item\": "
        sink.append(json: row.item.name)
        sink += ", \"key\": "
        sink.append(json: row.key)
        sink += ", \"region\": "
        sink.append(json: row.region)
        sink += ", \"per\": "
        sink.append(json: row.price.unit.rawValue)
        sink += ", \"tiers\": ["
        for (index, tier) in row.price.tiers.enumerated() {
            sink += index == 0 ? "{\"up_to\": " : ", {\"up_to\": "
            if let limit = tier.upTo { sink.append(Int(limit)) } else { sink += "null" }
            // A decimal as it is: JSON numbers are decimal.
            sink += ", \"usd\": "
            sink.append(tier.rate.text)
            sink += "}"
        }
        sink += "], \"source\": "
        sink.append(json: row.price.source)
        sink += ", \"date\": "
        sink.append(json: row.price.date)
        sink += ", \"derived\": "
        sink += row.price.isDerived ? "true" : "false"
        sink += ", \"book\": "
        sink.append(json: row.price.book)
        sink += ", \"location\": "
        append(row.price.span, to: &sink)
        sink += "}"
    }

    private func append(_ span: SourceSpan?, to sink: inout ByteSink) {
        guard let span else { return sink += "null" }
        let position = span.file.position(of: span.start)
        sink += "{\"file\": "
        sink.append(json: span.file.path)
        sink += ", \"line\": "
        sink.append(position.line)
        sink += ", \"column\": "
        sink.append(position.column)
        sink += "}"
    }
}
