internal import Catalog
internal import Diagnostics
internal import Metrics

/// Reads series from CSV (RFC 4180) with a row a point: columns `timestamp`, `value`, `metric`, `stat`, and, where wanted, `unit`,
/// `period`, `namespace`, `account`, `region`; every other column is a dimension.
struct MetricTableReader {
    private let file: SourceFile
    private let catalog: Catalog
    private var decoder = SeriesDecoder()
    private var at: Int
    /// Whether a quotation mark was never closed: what follows it is in no cell.
    private var isBroken = false
    private static let needed = ["timestamp", "value", "metric", "stat"]

    private struct Cell {
        var text: String
        var span: SourceSpan
    }

    init(_ file: SourceFile, catalog: Catalog) {
        (self.file, self.catalog) = (file, catalog)
        at = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Whether the first row names the columns that are needed.
    mutating func hasHeader() -> Bool {
        let start = at
        defer { at = start }
        let names = row()?.map { Self.column($0.text) } ?? []
        return names.contains("timestamp") && names.contains("value")
    }

    /// The series of the file, and what is wrong with it.
    mutating func read() -> (file: MetricFile, diagnostics: [Diagnostic]) {
        if let at = file.bytes.firstIndex(of: 0) {
            decoder.report(
                "this is no table of text: it holds a byte 0", SourceSpan(file: file, start: at, end: at + 1))
            return (MetricFile(), decoder.diagnostics)
        }
        guard let header = row() else {
            decoder.report("the file is empty", SourceSpan(startOf: file), help: "begin with a row of column names")
            return (MetricFile(), decoder.diagnostics)
        }
        let names = header.map { Self.column($0.text) }
        if header.count == 1, header[0].text.contains(";") || header[0].text.contains("\t") {
            decoder.report("the columns of this table are not separated by commas", header[0].span)
            return (MetricFile(), decoder.diagnostics)
        }
        for (index, name) in names.enumerated() where names[..<index].contains(name) {
            decoder.report("the column `\(name)` stands twice", header[index].span, help: "remove one of the two")
        }
        for needed in Self.needed where !names.contains(needed) {
            decoder.report(
                "there is no column `\(needed)`", header[0].span,
                help: Suggestion.nearest(to: needed, among: names).map { "is it `\($0)`?" })
        }
        if decoder.diagnostics.hasErrors { return (MetricFile(), decoder.diagnostics) }
        var groups: [SeriesHeading: TimedPoints] = [:]
        var order: [(heading: SeriesHeading, span: SourceSpan)] = []
        while let cells = row() {
            if isBroken { break }
            if cells.allSatisfy(\.text.isEmpty) { continue }
            guard cells.count == names.count else {
                decoder.report(
                    "the row has \(cells.count) cells, the first row \(names.count)", cells[0].span)
                continue
            }
            add(cells, names, &groups, &order)
        }
        var series: [ForeignSeries] = []
        // Where rows are wrong, what follows from the others is not worth telling.
        for (heading, span) in decoder.diagnostics.hasErrors ? [] : order {
            guard let points = groups[heading], let statistic = heading.statistic,
                let index = decoder.append(points, heading, statistic, catalog.definition(of: heading), span)
            else { continue }
            series.append(ForeignSeries(heading: heading, record: index, span: span))
        }
        if order.isEmpty, !decoder.diagnostics.hasErrors {
            decoder.warn("the file holds no points", SourceSpan(startOf: file))
        }
        var file = MetricFile(series: series, store: decoder.take())
        file.shareExtent()
        return (file, decoder.diagnostics)
    }

    /// What AWS and others call the columns.
    private static let otherNames = [
        "metricname": "metric", "metric_name": "metric", "statistic": "stat", "time": "timestamp",
        "accountid": "account", "account_id": "account",
    ]

    /// The name of a column as this reader has it: the known ones whatever their capitals, dimensions as they are.
    private static func column(_ name: String) -> String {
        let small = name.lowercased()
        let known = needed + ["unit", "period", "namespace", "account", "region"]
        return known.contains(small) ? small : otherNames[small] ?? name
    }

    private mutating func add(
        _ cells: [Cell], _ names: [String], _ groups: inout [SeriesHeading: TimedPoints],
        _ order: inout [(heading: SeriesHeading, span: SourceSpan)]
    ) {
        var heading = SeriesHeading()
        var (time, value): (Int64?, Cell?)
        let errorsBefore = decoder.diagnostics.count
        for (name, cell) in zip(names, cells) where !cell.text.isEmpty || name == "timestamp" {
            switch name {
            case "timestamp":
                time = Timestamp(cell.text)?.micros
                if time == nil {
                    decoder.report(
                        "`\(cell.text)` is not a time", cell.span,
                        help: "write a time with its zone, such as 2026-01-31T12:00:00Z")
                }
            case "value":
                value = cell
                var text = cell.text
                if !text.withUTF8({ TimedPoints.isNumber($0) }) {
                    decoder.report(
                        "`\(cell.text)` is not a number", cell.span, help: "leave the cell empty for a missing point")
                }
            case "metric": heading.metric = cell.text
            case "stat":
                heading.statistic = Statistic(cell.text)
                if heading.statistic == nil {
                    decoder.report(
                        "`\(cell.text)` is no statistic of CloudWatch", cell.span,
                        help: Suggestion.help(for: cell.text, among: Statistic.names))
                }
            case "unit":
                heading.unit = MetricUnit(rawValue: cell.text)
                if heading.unit == nil {
                    decoder.report(
                        "`\(cell.text)` is no unit of CloudWatch", cell.span,
                        help: Suggestion.help(for: cell.text, among: MetricUnit.allCases.map(\.rawValue)))
                }
            case "period":
                heading.period =
                    Int64(cell.text).flatMap { $0 > 0 && $0 < 1 << 40 ? $0 * 1_000_000 : nil }
                    ?? Units.duration(cell.text)
                if heading.period == nil {
                    decoder.report(
                        "`\(cell.text)` is no period", cell.span, help: "write a number of seconds, as 3600, or 5m, 1h")
                }
            case "namespace": heading.namespace = cell.text
            case "account": heading.account = cell.text
            case "region": heading.region = cell.text
            default: heading.add(dimension: name, cell.text)
            }
        }
        if heading.metric == nil || heading.statistic == nil || heading.dimensions.isEmpty,
            decoder.diagnostics.count == errorsBefore
        {
            decoder.report("the row needs a metric, a statistic and a dimension", cells[0].span)
        }
        guard decoder.diagnostics.count == errorsBefore, let time else { return }
        if groups[heading] == nil {
            var points = TimedPoints(period: heading.period, subject: heading.metric ?? "", asOf: nil)
            points.subjectIsTable = true
            groups[heading] = points
            order.append((heading, cells[0].span))
        }
        if let value {
            groups[heading]?.add(time, value: value.span)
        } else {
            groups[heading]?.addMissing(time)
        }
    }

    // MARK: Rows

    /// The cells of the next row; nil at the end.
    private mutating func row() -> [Cell]? {
        let bytes = file.bytes
        guard at < bytes.count else { return nil }
        var cells: [Cell] = []
        while true {
            cells.append(cell(bytes))
            guard at < bytes.count else { return cells }
            let byte = bytes[at]
            at += 1
            if byte == UInt8(ascii: ",") { continue }
            if byte == UInt8(ascii: "\r"), at < bytes.count, bytes[at] == UInt8(ascii: "\n") { at += 1 }
            return cells
        }
    }

    private mutating func cell(_ bytes: UnsafeBufferPointer<UInt8>) -> Cell {
        func ends(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D }
        let start = at
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
            while at < bytes.count, !ends(bytes[at]) { at += 1 }
            return Cell(
                text: String(decoding: bytes[start..<at], as: UTF8.self),
                span: SourceSpan(file: file, start: start, end: at))
        }
        at += 1
        var text: [UInt8] = []
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "\"") {
                guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
                at += 1
            }
            text.append(bytes[at])
            at += 1
        }
        let end = at
        if at < bytes.count {
            at += 1
        } else {
            isBroken = true
            decoder.report("the quotation mark is never closed", SourceSpan(file: file, start: start, end: start + 1))
        }
        while at < bytes.count, !ends(bytes[at]) { at += 1 }
        // The place is that of the text between the marks, so that it can be read again.
        return Cell(
            text: String(decoding: text, as: UTF8.self), span: SourceSpan(file: file, start: start + 1, end: end))
    }
}

extension Units {
    fileprivate static func duration(_ text: String) -> Int64? {
        var text = text
        return text.withUTF8 { duration($0) }.flatMap { $0 > 0 ? $0 : nil }
    }
}
