package import Metrics

/// A series of a resource, wherever it was read.
package struct StoredSeries: Sendable {
    package var record: SeriesRecord
    /// The bytes of its points.
    let bytes: ContiguousArray<UInt8>

    package var series: Series { record.series(bytes) }
}

extension Inventory {
    /// The series of a resource's metric, one a statistic. `list`: the word of its field `metrics`.
    package func series(of resource: ResourceRecord, in segment: Segment, list: Word, named name: String)
        -> [StoredSeries]
    {
        var result: [StoredSeries] = []
        if list.isSet {
            for index in list.listFirst..<list.listFirst + list.listCount {
                let record = segment.series.records[index]
                let isMeant = segment.withText(record.name) { $0.elementsEqual(name.utf8) }
                if isMeant { result.append(StoredSeries(record: record, bytes: segment.series.bytes)) }
            }
        }
        return result
    }
}
