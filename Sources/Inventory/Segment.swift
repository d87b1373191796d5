package import Diagnostics

/// A resource in a segment.
package struct ResourceRecord: Sendable {
    /// Index into `Catalog.types`.
    package var type: UInt16
    /// Where the resource stands in its file, byte offsets.
    package var start: UInt32
    package var end: UInt32
    /// First of its words in `Segment.words`.
    package var slots: UInt32
    /// Hash of type, account, region and id, to find duplicates.
    package var identity: UInt64
}

/// The resources of one piece of a file, in fixed-width slots. Immutable once built, but for the slots of facts.
///
/// Layout of `words`: a resource is `Shape.ownSlots` words. A list of scalars is its elements' words; a map is pairs of
/// text words; a list of records is an `EntryList`.
package final class Segment: @unchecked Sendable {
    package let file: SourceFile
    /// What the header of the document says for all of them.
    package let scope: Scope
    package let tables: ValueTables
    package let resources: ContiguousArray<ResourceRecord>
    package let wordCount: Int
    // Allocated and filled in `init`, only read afterwards (see `setFact` for the exception), freed in `deinit`.
    package let words: UnsafePointer<Word>
    private let pool: ContiguousArray<UInt8>
    /// The series of its resources: the words of fields of type `metrics` are lists of them.
    package let series: SeriesStore

    init(
        file: SourceFile, scope: Scope, tables: ValueTables, resources: ContiguousArray<ResourceRecord>,
        words: ContiguousArray<Word>, pool: ContiguousArray<UInt8>, series: SeriesStore = SeriesStore()
    ) {
        self.file = file
        self.scope = scope
        self.tables = tables
        self.series = series
        // Copied, since the decoder's arrays have room to grow.
        self.resources = ContiguousArray(resources.lazy.map { $0 })
        self.pool = ContiguousArray(pool.lazy.map { $0 })
        wordCount = words.count
        let storage = UnsafeMutablePointer<Word>.allocate(capacity: max(words.count, 1))
        words.withUnsafeBufferPointer { storage.initialize(from: $0.baseAddress!, count: $0.count) }
        self.words = UnsafePointer(storage)
    }

    deinit { words.deallocate() }

    /// Fills in a fact, in a slot that no document can state. Facts are derived once and before any rule reads them, so
    /// nothing else looks at the word meanwhile.
    package func setFact(_ word: Word, at index: Int) { UnsafeMutablePointer(mutating: words)[index] = word }

    /// Where the segment's first resource stands, to bring segments of one file into input order.
    var order: UInt32 { resources.first?.start ?? 0 }

    /// A text word as bytes, valid during `body`.
    @inline(__always)
    package func withText<R>(_ word: Word, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        let range = word.textOffset..<word.textOffset + word.textCount
        if word.isInPool { return pool.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) } }
        return body(UnsafeBufferPointer(rebasing: file.bytes[range]))
    }

    package func text(_ word: Word) -> String {
        withText(word) { String(decoding: $0, as: UTF8.self) }
    }
}

/// One record of a list of records: two words ahead of its own slots. Slots that no record of the list uses are left out
/// at the end.
package struct Entry {
    /// Words before the own slots: shared record and length of the source, then start of the source.
    package static let header = 2

    package let words: UnsafePointer<Word>
    package let slots: Int

    @inlinable package init(words: UnsafePointer<Word>, slots: Int) { (self.words, self.slots) = (words, slots) }

    static func head(shared: Int, sourceCount: Int) -> Word {
        Word(bits: UInt64(UInt32(truncatingIfNeeded: shared)) | UInt64(UInt32(truncatingIfNeeded: sourceCount)) << 32)
    }

    /// Index of the shared record in the segment's tables.
    @inlinable package var shared: Int { Int(UInt32(truncatingIfNeeded: words[0].bits)) }

    /// The entry's source, byte offsets.
    package var source: Range<Int> {
        let start = Int(words[1].bits)
        return start..<start + Int(words[0].bits >> 32)
    }

    /// The word of an own slot.
    @inlinable package func own(_ slot: Int) -> Word { slot < slots ? words[2 + slot] : .absent }
}

/// The records of a list.
package struct EntryList {
    private let first: UnsafePointer<Word>
    package let count: Int
    private let slots: Int

    /// `list`: the list's word; `words`: those of its segment.
    package init(_ list: Word, in words: UnsafePointer<Word>) {
        first = words + list.listFirst
        count = list.listCount
        slots = list.entrySlots
    }

    package subscript(index: Int) -> Entry { Entry(words: first + index * (Entry.header + slots), slots: slots) }
}
