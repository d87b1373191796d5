internal import Catalog
package import Diagnostics
package import Metrics

/// A series of a resource, wherever it was read.
package struct StoredSeries: Sendable {
    package var record: SeriesRecord
    /// The bytes of its points.
    let bytes: ContiguousArray<UInt8>

    package var series: Series { record.series(bytes) }
}

extension Inventory {
    /// Which resource a series of another file is of: its segment and first word.
    struct SeriesOwner: Hashable, Sendable {
        var segment: ObjectIdentifier
        var slots: UInt32
    }

    /// A series that does not stand in its resource.
    struct AttachedSeries: Sendable {
        var name: String
        var stored: StoredSeries
        /// Where it stands.
        var span: SourceSpan
    }

    /// The series of a resource's metric, one a statistic. `list`: the word of its field `metrics`.
    package func series(of resource: ResourceRecord, in segment: Segment, list: Word, named name: String)
        -> [StoredSeries]
    {
        var result: [StoredSeries] = []
        let owner = SeriesOwner(segment: ObjectIdentifier(segment), slots: resource.slots)
        if !attached.isEmpty, let others = attached[owner] {
            result = others.filter { $0.name == name }.map(\.stored)
        }
        guard list.isSet else { return result }
        for index in list.listFirst..<list.listFirst + list.listCount {
            let record = segment.series.records[index]
            guard segment.withText(record.name, { $0.elementsEqual(name.utf8) }) else { continue }
            // What was joined with series of files stands there.
            if result.contains(where: { $0.record.statistic == record.statistic }) { continue }
            result.append(StoredSeries(record: record, bytes: segment.series.bytes))
        }
        return result
    }

    /// Where the series of a metric stand, and what they are in a few words: `Sum 1d, 13 points`. Nil where there is none.
    package func evidence(of resource: ResourceRecord, in segment: Segment, metric name: String)
        -> (text: String, span: SourceSpan)?
    {
        let list = seriesList(of: resource, in: segment)
        let all = series(of: resource, in: segment, list: list, named: name)
        guard let first = all.first else { return nil }
        let texts = all.map { stored in
            let series = stored.series
            let period = Units.text(ofDuration: series.period)
            return "\(series.statistic.name) \(period), \(series.count) \(series.count == 1 ? "point" : "points")"
        }
        let owner = SeriesOwner(segment: ObjectIdentifier(segment), slots: resource.slots)
        let span =
            attached[owner]?.first { $0.name == name }?.span
            ?? SourceSpan(
                file: segment.file, start: Int(first.record.source.lowerBound), end: Int(first.record.source.upperBound)
            )
        return (texts.joined(separator: "; "), span)
    }

    /// The word of a resource's field `metrics`; absent where its type has none.
    package func seriesList(of resource: ResourceRecord, in segment: Segment) -> Word {
        guard let field = catalog.shapes[catalog.types[Int(resource.type)].shape].field("metrics"),
            field.type.kind == .metrics, case .own(let slot) = field.slot
        else { return .absent }
        return segment.words[Int(resource.slots) + slot]
    }

    /// A text field of a resource; nil where it is not stated.
    func text(of name: String, _ resource: ResourceRecord, in segment: Segment) -> String? {
        guard case .own(let slot)? = catalog.shapes[catalog.types[Int(resource.type)].shape].field(name)?.slot else {
            return nil
        }
        let word = segment.words[Int(resource.slots) + slot]
        return word.isSet ? segment.text(word) : nil
    }
}
