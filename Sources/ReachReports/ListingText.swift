import Diagnostics
import Networks
import Reachability
import Reports

/// What traffic arrives at, for people: a table of resources, what cannot be told, the figures.
struct ListingText {
    /// Characters of a column that are shown.
    private static let columnLimit = 60
    /// Ways of one resource that are shown.
    private static let wayLimit = 12

    let palette: Palette

    func append(_ listing: ExposureListing, to sink: inout ByteSink) {
        if !listing.reachable.isEmpty {
            var table = TextTable()
            table.add(["resource", "services", "from", "through"].map { ($0, .faint) })
            for row in listing.reachable { add(row, to: &table) }
            for line in table.lines(palette, indent: "") { sink.append(line) }
            sink += "\n"
        }
        if !listing.open.isEmpty {
            sink.append(palette.paint("cannot be told", .warning) + "\n")
            var table = TextTable()
            for row in listing.open { addOpen(row, to: &table) }
            for line in table.lines(palette, indent: "  ") { sink.append(line) }
            sink += "\n"
        }
        sink.append(palette.paint(VisibleText.escaping(Wording.counts(listing)), .strong) + "\n")
    }

    private func add(_ row: ExposureListing.Row, to table: inout TextTable) {
        var name = row.resource.text
        if let down = row.isDown { name += ", \(down)" }
        let ways = row.passages.filter { $0.path.verdict == .passes }
        for (number, way) in ways.prefix(Self.wayLimit).enumerated() {
            for (place, group) in way.traffic.groups.enumerated() {
                let isFirst = number == 0 && place == 0
                table.add([
                    (isFirst ? name : "", row.isDown == nil ? .strong : .faint),
                    (TextColumns.clipped(Wording.services(group.services), to: Self.columnLimit), nil),
                    (TextColumns.clipped(group.addresses.summary, to: Self.columnLimit), nil),
                    (place == 0 ? Wording.through(way.path) : "", nil),
                ])
            }
        }
        if ways.count > Self.wayLimit {
            table.add([("", nil), ("and \(ways.count - Self.wayLimit) more ways", .faint)])
        }
    }

    private func addOpen(_ row: ExposureListing.Row, to table: inout TextTable) {
        let open = row.passages.filter { $0.path.verdict != .passes }
        // Several ways may bring the same.
        var texts: [String] = []
        for text in open.map({ Wording.traffic($0.traffic) }) where !texts.contains(text) { texts.append(text) }
        let what = open.isEmpty ? "anything" : texts.joined(separator: "; ")
        table.add([
            (row.resource.text, nil),
            (
                TextColumns.clipped(
                    (row.isReachable ? "besides, perhaps " : "perhaps ") + what, to: 2 * Self.columnLimit),
                nil
            ),
            (Wording.missing(row.missing), nil),
        ])
    }
}
