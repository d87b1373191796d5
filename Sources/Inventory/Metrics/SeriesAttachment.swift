internal import Catalog
internal import Diagnostics
internal import Metrics

/// Finds the resources whose series stand in files of their own, and joins series of one metric and statistic that come from
/// several places.
struct SeriesAttachment {
    private var inventory: Inventory
    private(set) var diagnostics: [Diagnostic] = []
    private var places: [Int: [String: [(segment: Int, resource: Int)]]] = [:]
    /// Where the series came from that a resource has by now, to point at in contradictions.
    private var sources: [Inventory.SeriesOwner: [(name: String, statistic: Statistic, span: SourceSpan)]] = [:]

    init(_ inventory: Inventory) { self.inventory = inventory }

    /// The inventory with the series of the files.
    mutating func attach(_ files: [MetricFile]) -> Inventory {
        for file in files { attach(file) }
        return inventory
    }

    private mutating func attach(_ file: MetricFile) {
        var strays: [(series: ForeignSeries, reason: String)] = []
        var misspelt: Set<String> = []
        for series in file.series {
            switch owner(of: series.heading) {
            case .found(let place):
                let type = Int(inventory.segments[place.segment].resources[place.resource].type)
                let parts = inventory.catalog.parts(of: series.heading, type: type)
                if parts.isEmpty {
                    attach(series, of: file, to: place)
                    warnOfMisspelling(series, type: type, &misspelt)
                } else {
                    strays.append((series, "are of a part of a resource only (\(parts.joined(separator: ", ")))"))
                }
            case .none(let reason): strays.append((series, reason))
            }
        }
        // One line a reason: a file may hold the series of a whole account.
        for reason in Set(strays.map(\.reason)).sorted() {
            let these = strays.filter { $0.reason == reason }
            let count = these.count == 1 ? "a series" : "\(these.count) series"
            diagnostics.append(
                Diagnostic(
                    .warning,
                    "\(count) of this file \(these.count == 1 ? Self.singular(reason) : reason), such as \(these[0].series.heading.dimensionText)",
                    at: these[0].series.span))
        }
    }

    /// Tells, once a name, of a metric that looks like a misspelt one of AWS.
    private mutating func warnOfMisspelling(_ series: ForeignSeries, type: Int, _ told: inout Set<String>) {
        let name = series.heading.metric ?? ""
        guard let metrics = inventory.catalog.types[type].metrics, metrics.definition(name) == nil else { return }
        let names = metrics.definitions.map(\.name)
        guard Suggestion.nearest(to: name, among: names) != nil, told.insert(name).inserted else { return }
        diagnostics.append(
            Diagnostic(
                .warning, "CloudWatch has no metric `\(name)` of \(inventory.catalog.types[type].name)s",
                at: series.span,
                help: Suggestion.help(for: name, among: names)))
    }

    private static func singular(_ reason: String) -> String {
        for (plural, singular) in [("are ", "is "), ("have ", "has "), ("belong ", "belongs ")]
        where reason.hasPrefix(plural) {
            return singular + reason.dropFirst(plural.count)
        }
        return reason
    }

    // MARK: Owners

    private enum Owner {
        case found((segment: Int, resource: Int))
        case none(String)
    }

    private mutating func owner(of heading: SeriesHeading) -> Owner {
        let holders = inventory.catalog.holders(of: heading)
        guard !holders.isEmpty else { return .none("have no dimension that names a resource") }
        var found: [(segment: Int, resource: Int)] = []
        for (type, id) in holders {
            for place in places(of: type)[id] ?? [] where agrees(place, heading) { found.append(place) }
        }
        if found.count > 1 { return .none("belong to several resources; say the account and region") }
        return found.first.map { .found($0) } ?? .none("are of no resource of the inventory")
    }

    /// The resources of a type by id.
    private mutating func places(of type: Int) -> [String: [(segment: Int, resource: Int)]] {
        if let known = places[type] { return known }
        var result: [String: [(segment: Int, resource: Int)]] = [:]
        for (number, segment) in inventory.segments.enumerated() {
            for (index, resource) in segment.resources.enumerated() where Int(resource.type) == type {
                result[inventory.id(of: resource, in: segment), default: []].append((number, index))
            }
        }
        places[type] = result
        return result
    }

    /// Whether account and region, where both sides say them, are the same.
    private func agrees(_ place: (segment: Int, resource: Int), _ heading: SeriesHeading) -> Bool {
        let segment = inventory.segments[place.segment]
        let resource = segment.resources[place.resource]
        func agrees(_ field: String, _ wanted: String?) -> Bool {
            guard let wanted, let own = inventory.text(of: field, resource, in: segment) else { return true }
            return own == wanted
        }
        return agrees("account", heading.account) && agrees("region", heading.region)
    }

    // MARK: Joining

    private mutating func attach(
        _ series: ForeignSeries, of file: MetricFile, to place: (segment: Int, resource: Int)
    ) {
        let segment = inventory.segments[place.segment]
        let resource = segment.resources[place.resource]
        let name = series.heading.metric ?? ""
        var record = file.store.records[series.record]
        if let asOf = segment.scope.asOf, record.points.count > 0, record.start > asOf.micros {
            return report("the series begins after the inventory's `as_of`, \(asOf.text)", series.span)
        }
        let owner = Inventory.SeriesOwner(segment: ObjectIdentifier(segment), slots: resource.slots)
        var bytes = file.store.bytes
        let known = inventory.series(
            of: resource, in: segment, list: inventory.seriesList(of: resource, in: segment), named: name)
        if let other = known.first(where: { $0.record.statistic == record.statistic }) {
            guard let joined = join(other.series, record.series(bytes), name, series.span, owner, segment, other.record)
            else { return }
            var packer = PointPacker()
            for point in joined.points { point.isNaN ? packer.appendMissing() : packer.append(point) }
            bytes = []
            (record.start, record.extent) = (joined.start, nil)
            record.points = packer.pack(into: &bytes)
            inventory.attached[owner]?.removeAll { $0.name == name && $0.stored.record.statistic == record.statistic }
        }
        inventory.attached[owner, default: []].append(
            Inventory.AttachedSeries(
                name: name, stored: StoredSeries(record: record, bytes: bytes), span: series.span))
        sources[owner, default: []].append((name, record.statistic, series.span))
    }

    /// Both series as one; nil after reporting that they contradict each other.
    private mutating func join(
        _ a: Series, _ b: Series, _ name: String, _ span: SourceSpan, _ owner: Inventory.SeriesOwner,
        _ segment: Segment,
        _ first: SeriesRecord
    ) -> Series? {
        let other =
            sources[owner]?.last { $0.name == name && $0.statistic == b.statistic }?.span
            ?? SourceSpan(file: segment.file, start: Int(first.source.lowerBound), end: Int(first.source.upperBound))
        guard !a.points.isEmpty else { return b }
        guard !b.points.isEmpty else { return a }
        guard a.period == b.period, (a.start - b.start) % a.period == 0 else {
            report("\(b.statistic.name) of `\(name)` stands here once more, with another period", span, other)
            return nil
        }
        var result = a
        result.start = min(a.start, b.start)
        let end = max(a.time(a.points.count), b.time(b.points.count))
        result.points = [Double](repeating: .nan, count: Int((end - result.start) / a.period))
        for series in [a, b] {
            let shift = Int((series.start - result.start) / a.period)
            for (index, point) in series.points.enumerated() where !point.isNaN {
                let there = result.points[index + shift]
                if !there.isNaN, there != point {
                    let time = Timestamp(micros: series.time(index)).text
                    report(
                        "\(b.statistic.name) of `\(name)` at \(time) is \(point) here, and \(there) elsewhere", span,
                        other)
                    return nil
                }
                result.points[index + shift] = point
            }
        }
        return result
    }

    private mutating func report(_ message: String, _ span: SourceSpan, _ other: SourceSpan? = nil) {
        diagnostics.append(
            Diagnostic(.error, message, at: span, note: other.map { Diagnostic.Note("the other one is here", at: $0) }))
    }
}
