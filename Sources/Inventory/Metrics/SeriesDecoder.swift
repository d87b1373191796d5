internal import Catalog
internal import Diagnostics
internal import Documents
internal import Metrics

/// Reads series from YAML or JSON nodes into a store: `{stat: Average, unit: Percent, period: 1h, start: …, values: [3.1, null]}`.
struct SeriesDecoder {
    private(set) var store = SeriesStore()
    private(set) var diagnostics: [Diagnostic] = []
    private var packer = PointPacker()
    /// What the series that is being read reaches over, beyond its points.
    private var extent: Range<Int64>?

    /// What is known of the metric that is read.
    struct Subject {
        var name: Word
        /// For messages.
        var text: String
        var definition: ResourceMetrics.Definition?
        /// When the inventory was collected.
        var asOf: Timestamp?
        /// Whether the points are values of the metric, and not sums or numbers of them.
        var isMeasured = true
    }

    private static let keys = ["stat", "unit", "period", "start", "values", "points"]

    /// What was read since the last call.
    mutating func take() -> SeriesStore {
        defer {
            store.records.removeAll(keepingCapacity: true)
            store.bytes.removeAll(keepingCapacity: true)
        }
        return store.trimmed
    }

    mutating func removeAll() {
        store.records.removeAll(keepingCapacity: true)
        store.bytes.removeAll(keepingCapacity: true)
        diagnostics.removeAll()
    }

    // MARK: A series

    /// Reads the head and points of one series; `others`: keys of the mapping that somebody else reads.
    mutating func read(_ node: NodeID, of subject: Subject, in document: Document, others: [String] = []) {
        guard document[node].kind == .mapping else {
            report(
                "a series is a mapping", document.span(node),
                help: "write {stat: Average, period: 1h, start: 2026-01-31T00:00:00Z, values: [3.1, null]}")
            return
        }
        let errorsBefore = diagnostics.count
        for (key, _) in document.pairs(node) where !(Self.keys + others).contains(document.text(key)) {
            report(
                "a series has no `\(document.text(key))`", document.span(key),
                help: Suggestion.help(for: document.text(key), among: Self.keys + others))
        }
        let statistic = statistic(document.value(of: "stat", in: node), node, document)
        let unit = unit(document.value(of: "unit", in: node), subject, document)
        let period = period(document.value(of: "period", in: node), node, document)
        guard diagnostics.count == errorsBefore, let statistic, let period else { return }
        extent = nil
        var subject = subject
        subject.isMeasured = statistic != .sum && statistic != .sampleCount
        guard let points = points(node, period, subject, document) else { return }
        let record = document[node]
        store.records.append(
            SeriesRecord(
                name: subject.name, statistic: statistic, unit: unit, period: period, start: points.start,
                points: points.packed, extent: extent, source: record.start..<max(record.end, record.start)))
    }

    private mutating func statistic(_ value: NodeID?, _ node: NodeID, _ document: Document) -> Statistic? {
        guard let value else {
            missing("stat", node, document, help: "write `stat: Average`, or what CloudWatch was asked for")
            return nil
        }
        let text = document.text(value)
        if let statistic = Statistic(text) { return statistic }
        report(
            "`\(text)` is no statistic of CloudWatch", document.span(value),
            help: Suggestion.help(for: text, among: Statistic.names))
        return nil
    }

    private mutating func unit(_ value: NodeID?, _ subject: Subject, _ document: Document) -> MetricUnit? {
        guard let value, !document.isNull(document[value]) else { return subject.definition?.unit }
        let text = document.text(value)
        guard let unit = MetricUnit(rawValue: text) else {
            report(
                "`\(text)` is no unit of CloudWatch", document.span(value),
                help: Suggestion.help(for: text, among: MetricUnit.allCases.map(\.rawValue)))
            return nil
        }
        if let known = subject.definition?.unit, known != unit {
            report(
                "`\(subject.text)` is measured in \(known.rawValue), not \(unit.rawValue)", document.span(value),
                help: "CloudWatch does not convert units; leave `unit` out or ask for \(known.rawValue)")
        }
        return unit
    }

    private mutating func period(_ value: NodeID?, _ node: NodeID, _ document: Document) -> Int64? {
        guard let value else {
            missing("period", node, document, help: "write `period: 1h`, or a number of seconds")
            return nil
        }
        let text = document.text(value)
        let micros = document.withBytes(of: document[value]) { bytes in
            // A bare number is seconds, as in CloudWatch's API.
            ScalarForms.int(bytes).map { $0.multipliedReportingOverflow(by: 1_000_000) }.flatMap {
                $0.overflow ? nil : $0.partialValue
            } ?? Units.duration(bytes)
        }
        guard let micros, micros > 0, micros % 1_000_000 == 0 else {
            report(
                "`\(text)` is no period", document.span(value),
                help: "write 5m, 1h, 1d or a number of seconds, as 3600")
            return nil
        }
        return micros
    }

    private mutating func missing(_ key: String, _ node: NodeID, _ document: Document, help: String) {
        var head = document.span(node)
        head.end = min(head.end, head.start + 1)
        report("the series needs `\(key)`", head, help: help)
    }

    // MARK: Points

    private mutating func points(_ node: NodeID, _ period: Int64, _ subject: Subject, _ document: Document)
        -> (start: Int64, packed: PackedPoints)?
    {
        let values = document.value(of: "values", in: node)
        let points = document.value(of: "points", in: node)
        switch (values, points) {
        case (let values?, nil): return even(values, node, period, subject, document)
        case (nil, let points?): return timed(points, period, subject, document)
        case (_?, let second?):
            report("a series has `values` or `points`, not both", document.span(second))
        case (nil, nil):
            missing("values", node, document, help: "write `values: [3.1, null, 2.8]`, null for a missing point")
        }
        return nil
    }

    private mutating func even(
        _ values: NodeID, _ node: NodeID, _ period: Int64, _ subject: Subject, _ document: Document
    ) -> (start: Int64, packed: PackedPoints)? {
        guard let startNode = document.value(of: "start", in: node) else {
            missing("start", node, document, help: "write the time of the first value, as 2026-01-31T00:00:00Z")
            return nil
        }
        guard let start = document.withBytes(of: document[startNode], { Timestamp(parsing: $0) }) else {
            report(
                "`\(document.text(startNode))` is not a time, which `start` needs", document.span(startNode),
                help: "write a time such as 2026-01-31T00:00:00Z")
            return nil
        }
        let isNone = document.isNull(document[values])
        guard isNone || document[values].kind == .sequence else {
            report("`values` is a list of numbers", document.span(values), help: "write [3.1, null, 2.8]")
            return nil
        }
        var wrong: (first: NodeID, count: Int)?
        let list = document[values]
        for index in 0..<(isNone ? 0 : Int(list.count)) {
            let value = document.children[Int(list.first) + index]
            let scalar = document[value]
            if document.isNull(scalar) {
                packer.appendMissing()
            } else if scalar.kind != .plain || !document.withBytes(of: scalar, { packer.append($0) }) {
                wrong = (wrong?.first ?? value, (wrong?.count ?? 0) + 1)
                packer.appendMissing()
            }
        }
        if let wrong { refuse(wrong.first, wrong.count, document) }
        if let asOf = subject.asOf, start > asOf, packer.count > 0 {
            report(
                "the series begins after the inventory's `as_of`, \(asOf.text)", document.span(startNode),
                help: "points are times of the past")
        }
        return finished(start.micros, subject) { at in
            document.span(document.children[Int(list.first) + at])
        }
    }

    private mutating func timed(_ node: NodeID, _ period: Int64, _ subject: Subject, _ document: Document)
        -> (start: Int64, packed: PackedPoints)?
    {
        var points = TimedPoints(period: period, subject: subject.text, asOf: subject.asOf)
        guard document[node].kind == .sequence else {
            report(
                "`points` is a list of times and values", document.span(node),
                help: "write [[2026-01-31T00:00:00Z, 3.1], [2026-01-31T01:00:00Z, 2.8]]")
            return nil
        }
        var wrong: (first: NodeID, count: Int)?
        for item in document.items(node) {
            guard document[item].kind == .sequence, document[item].count == 2 else {
                report("a point is a time and a value", document.span(item), help: "write [2026-01-31T00:00:00Z, 3.1]")
                continue
            }
            let pair = Array(document.items(item))
            guard let time = document.withBytes(of: document[pair[0]], { Timestamp(parsing: $0) }) else {
                report("`\(document.text(pair[0]))` is not a time", document.span(pair[0]))
                continue
            }
            let scalar = document[pair[1]]
            if document.isNull(scalar) {
                points.addMissing(time.micros)
                continue
            }
            guard scalar.kind == .plain, document.withBytes(of: scalar, { TimedPoints.isNumber($0) }) else {
                wrong = (wrong?.first ?? pair[1], (wrong?.count ?? 0) + 1)
                continue
            }
            points.add(time.micros, value: document.span(pair[1]))
        }
        if let wrong { refuse(wrong.first, wrong.count, document) }
        extent = points.extent.map { $0.lowerBound..<$0.upperBound + period }
        return finished(points, subject).map { ($0.start, $0.packed) }
    }

    private mutating func refuse(_ value: NodeID, _ count: Int, _ document: Document) {
        let others = count == 1 ? "" : "; nor are \(count - 1) more of the series"
        report(
            "`\(document.text(value).prefix(40))` is not a number\(others)", document.span(value),
            help: "write null for a missing point")
    }

    /// Sorts points that came one by one, and packs them.
    private mutating func finished(_ points: TimedPoints, _ subject: Subject)
        -> (start: Int64, period: Int64, packed: PackedPoints)?
    {
        var points = points
        guard let placed = points.place(into: &packer) else {
            diagnostics += points.diagnostics
            return nil
        }
        let result = finished(placed.start, subject) { placed.spans[$0] ?? placed.spans.values.first! }
        return (result.start, placed.period, result.packed)
    }

    private mutating func finished(_ start: Int64, _ subject: Subject, _ span: (Int) -> SourceSpan)
        -> (start: Int64, packed: PackedPoints)
    {
        if let definition = subject.definition {
            if let least = packer.least, least < 0 {
                let at = packer.firstIndex { $0 < 0 } ?? 0
                report("`\(subject.text)` cannot be negative", span(at))
            }
            // CloudWatch's own rounding goes a little beyond.
            if subject.isMeasured, let limit = definition.limit, let greatest = packer.greatest,
                greatest > limit * 1.001
            {
                let at = packer.firstIndex { $0 > limit * 1.001 } ?? 0
                report("`\(subject.text)` cannot be above \(Int(limit)) \(definition.unit.rawValue)", span(at))
            }
        }
        return (start, packer.pack(into: &store.bytes))
    }

    /// Adds a series whose head is known, of points that came one by one; gives its index, or nil after reporting an error.
    mutating func append(
        _ points: TimedPoints, _ heading: SeriesHeading, _ statistic: Statistic,
        _ definition: ResourceMetrics.Definition?, _ span: SourceSpan
    ) -> Int? {
        if let unit = heading.unit, let known = definition?.unit, unit != known {
            report(
                "`\(heading.metric ?? "")` is measured in \(known.rawValue), not \(unit.rawValue)", span,
                help: "CloudWatch does not convert units; ask for \(known.rawValue)")
            return nil
        }
        let subject = Subject(
            name: .absent, text: heading.metric ?? "", definition: definition, asOf: nil,
            isMeasured: statistic != .sum && statistic != .sampleCount)
        let errorsBefore = diagnostics.count
        guard let placed = finished(points, subject), diagnostics.count == errorsBefore else { return nil }
        store.records.append(
            SeriesRecord(
                name: .absent, statistic: statistic, unit: heading.unit ?? definition?.unit, period: placed.period,
                start: placed.start, points: placed.packed,
                extent: points.extent.map { $0.lowerBound..<$0.upperBound + placed.period },
                source: UInt32(truncatingIfNeeded: span.start)..<UInt32(truncatingIfNeeded: span.end)))
        return store.records.count - 1
    }

    mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil, note: Diagnostic.Note? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: span, help: help, note: note))
    }

    mutating func warn(_ message: String, _ span: SourceSpan, help: String? = nil) {
        diagnostics.append(Diagnostic(.warning, message, at: span, help: help))
    }
}
