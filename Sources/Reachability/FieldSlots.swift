internal import Catalog
internal import Inventory

/// Where the fields of a resource type lie, looked up by name once: `vpc`, `attachment.instance`.
struct FieldSlots: Sendable {
    private let slots: [String: Int]
    private let flags: [String: FactFlag]
    /// Shapes of the entries of lists, by the name of the list.
    private let entries: [String: [String: Slot]]

    /// Nil when the catalog does not have the type, as a catalog of a test's own may not.
    init?(_ typeName: String, in catalog: Catalog) {
        guard let type = catalog.type(named: typeName) else { return nil }
        var slots: [String: Int] = [:]
        var flags: [String: FactFlag] = [:]
        var entries: [String: [String: Slot]] = [:]
        func add(_ shape: Shape, _ prefix: String) {
            for field in shape.fields {
                switch field.slot {
                case .own(let slot): slots[prefix + field.name] = slot
                case .flag(let slot, let shift): flags[prefix + field.name] = FactFlag(slot: slot, shift: shift)
                case .shared, .derived: break
                }
                guard let inner = catalog.shape(of: field.type) else { continue }
                if field.type.isList {
                    entries[prefix + field.name] = Dictionary(
                        uniqueKeysWithValues: inner.fields.map { ($0.name, $0.slot) })
                } else {
                    add(inner, prefix + field.name + ".")
                }
            }
        }
        add(catalog.shape(of: type), "")
        (self.slots, self.flags, self.entries) = (slots, flags, entries)
    }

    /// The slot of a field; -1, which reads as absent, where the catalog has no such field.
    subscript(name: String) -> Int { slots[name] ?? -1 }

    /// The place of a fact that is true or false; nil where the catalog has no such fact.
    func flag(_ name: String) -> FactFlag? { flags[name] }

    /// The own slot of a field in the entries of a list; -1 where it has none.
    func entry(_ list: String, _ name: String) -> Int {
        if case .own(let slot)? = entries[list]?[name] { return slot }
        return -1
    }
}

/// Where a fact that is true, false or not known lies.
struct FactFlag: Sendable {
    var slot: Int
    var shift: Int
}

/// A resource's words, read by slot.
struct ResourceView {
    let segment: Segment
    let record: ResourceRecord

    init(_ segment: Segment, _ record: ResourceRecord) { (self.segment, self.record) = (segment, record) }

    /// The word of a slot; absent where there is no such field.
    func word(_ slot: Int) -> Word { slot < 0 ? .absent : segment.words[Int(record.slots) + slot] }

    /// Text; nil when it is null or not stated.
    func text(_ slot: Int) -> String? {
        let word = word(slot)
        return word.isSet ? segment.text(word) : nil
    }

    /// The elements of a list; none when it is null or not stated.
    func list(_ slot: Int) -> [Word] {
        let word = word(slot)
        return word.isSet ? (0..<word.listCount).map { segment.words[word.listFirst + $0] } : []
    }

    /// The records of a list; none when it is null or not stated.
    func entries(_ slot: Int) -> [Entry] {
        let word = word(slot)
        guard word.isSet else { return [] }
        let list = EntryList(word, in: segment.words)
        return (0..<list.count).map { list[$0] }
    }
}
