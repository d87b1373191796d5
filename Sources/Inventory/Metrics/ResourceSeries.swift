internal import Catalog
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
