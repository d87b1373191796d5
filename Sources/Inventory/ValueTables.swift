package import Networks

/// Values that many resources have in common, stored once by each loading worker: address ranges, ids named by
/// traffic entries, and the shared part of entries. Equal values have equal indices within one worker's tables, so
/// that what is found out about one is remembered by index.
package final class ValueTables: @unchecked Sendable {
    // Filled by one worker while it loads, read by many afterwards; loading ends before evaluation begins.
    package private(set) var cidrs: [CIDR] = []
    package private(set) var symbols: [String] = []
    /// Shared records: `sharedSlots` words each, lists in them pointing into `words` as well.
    package var words: UnsafePointer<Word> { UnsafePointer(wordBuffer.storage) }
    /// First word of each shared record.
    package var records: UnsafePointer<UInt32> { UnsafePointer(recordBuffer.storage) }
    package var recordCount: Int { recordBuffer.count }
    private var wordBuffer = GrowingBuffer<Word>()
    private var recordBuffer = GrowingBuffer<UInt32>()
    private var cidrIndex: [CIDR: Int] = [:]
    private var symbolIndex: [String: Int] = [:]
    // Open addressing over the records' contents; an entry is an index plus one.
    private var slots: ContiguousArray<UInt32> = ContiguousArray(repeating: 0, count: 64)
    private var hashes: ContiguousArray<UInt64> = []
    private var lengths: ContiguousArray<UInt16> = []

    package init() {}

    func intern(_ cidr: CIDR) -> Int {
        if let index = cidrIndex[cidr] { return index }
        cidrs.append(cidr)
        cidrIndex[cidr] = cidrs.count - 1
        return cidrs.count - 1
    }

    func intern(_ symbol: String) -> Int {
        if let index = symbolIndex[symbol] { return index }
        symbols.append(symbol)
        symbolIndex[symbol] = symbols.count - 1
        return symbols.count - 1
    }

    /// The index of the shared record with this content: `slotCount` slots, then the contents of its lists, whose words
    /// in the slots hold offsets from the start of `content`.
    func internRecord(_ content: ContiguousArray<Word>, slotCount: Int, isList: [Bool]) -> Int {
        var hash: UInt64 = UInt64(slotCount)
        for word in content { hash = (hash ^ word.bits) &* 0x9E37_79B9_7F4A_7C15 ^ (hash >> 29) }
        var at = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
        while slots[at] != 0 {
            let index = Int(slots[at]) - 1
            if hashes[index] == hash, isEqual(index, content, slotCount, isList) { return index }
            at = (at + 1) & (slots.count - 1)
        }
        let start = wordBuffer.count
        for (offset, word) in content.enumerated() {
            let isListWord = offset < slotCount && isList[offset] && word.isSet
            wordBuffer.append(isListWord ? Word(listAt: word.listFirst + start, count: word.listCount) : word)
        }
        recordBuffer.append(UInt32(start))
        hashes.append(hash)
        lengths.append(UInt16(truncatingIfNeeded: content.count))
        slots[at] = UInt32(recordBuffer.count)
        if recordBuffer.count * 2 > slots.count { grow() }
        return recordBuffer.count - 1
    }

    private func isEqual(_ index: Int, _ content: ContiguousArray<Word>, _ slotCount: Int, _ isList: [Bool]) -> Bool {
        guard lengths[index] == UInt16(truncatingIfNeeded: content.count) else { return false }
        let start = Int(records[index])
        for (offset, word) in content.enumerated() {
            let stored = words[start + offset]
            if offset < slotCount, isList[offset], word.isSet {
                guard stored == Word(listAt: word.listFirst + start, count: word.listCount) else { return false }
            } else if stored != word {
                return false
            }
        }
        return true
    }

    private func grow() {
        var larger = ContiguousArray<UInt32>(repeating: 0, count: slots.count * 2)
        for (index, hash) in hashes.enumerated() {
            var at = Int(truncatingIfNeeded: hash >> 20) & (larger.count - 1)
            while larger[at] != 0 { at = (at + 1) & (larger.count - 1) }
            larger[at] = UInt32(index + 1)
        }
        slots = larger
    }
}

/// Plain values that lie at one address once nothing is added any more: what the evaluator's kernel reads through a pointer.
private struct GrowingBuffer<Value: BitwiseCopyable>: ~Copyable {
    private(set) var storage = UnsafeMutablePointer<Value>.allocate(capacity: 64)
    private(set) var count = 0
    private var capacity = 64

    mutating func append(_ value: Value) {
        if count == capacity {
            let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
            larger.update(from: storage, count: count)
            storage.deallocate()
            (storage, capacity) = (larger, capacity * 2)
        }
        storage[count] = value
        count += 1
    }

    deinit { storage.deallocate() }
}
