package import Catalog

/// Where the fields of a resource type lie, looked up by name once: `vpc`, `attachment.instance`.
package struct FieldSlots: Sendable {
    private let slots: [String: Int]
    private let flags: [String: FactFlag]
    /// Shapes of the entries of lists, by the name of the list.
    private let entries: [String: [String: Slot]]

    /// Nil when the catalog does not have the type, as a catalog of a test's own may not.
    package init?(_ typeName: String, in catalog: Catalog) {
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
    package subscript(name: String) -> Int { slots[name] ?? -1 }

    /// The place of a fact that is true or false; nil where the catalog has no such fact.
    package func flag(_ name: String) -> FactFlag? { flags[name] }

    /// The own slot of a field in the entries of a list; -1 where it has none.
    package func entry(_ list: String, _ name: String) -> Int {
        if case .own(let slot)? = entries[list]?[name] { return slot }
        return -1
    }
}

/// Where a fact that is true, false or not known lies.
package struct FactFlag: Sendable {
    package var slot: Int
    package var shift: Int
}

/// A resource's words, read by slot.
package struct ResourceView {
    package let segment: Segment
    package let record: ResourceRecord

    @inlinable package init(_ segment: Segment, _ record: ResourceRecord) {
        (self.segment, self.record) = (segment, record)
    }

    /// The word of a slot; absent where there is no such field.
    @inlinable package func word(_ slot: Int) -> Word { slot < 0 ? .absent : segment.words[Int(record.slots) + slot] }

    /// Text; nil when it is null or not stated.
    package func text(_ slot: Int) -> String? {
        let word = word(slot)
        return word.isSet ? segment.text(word) : nil
    }

    /// The elements of a list; none when it is null or not stated.
    package func list(_ slot: Int) -> [Word] {
        let word = word(slot)
        return word.isSet ? (0..<word.listCount).map { segment.words[word.listFirst + $0] } : []
    }

    /// The records of a list; none when it is null or not stated.
    package func entries(_ slot: Int) -> [Entry] {
        let word = word(slot)
        guard word.isSet else { return [] }
        let list = EntryList(word, in: segment.words)
        return (0..<list.count).map { list[$0] }
    }
}

// MARK: Facts

extension ResourceView {
    /// Fills in a fact; types of a catalog without it leave it out.
    package func set(_ slot: Int, _ word: Word) {
        if slot >= 0 { segment.setFact(word, at: Int(record.slots) + slot) }
    }

    /// Fills in a fact that is true, false, or (nil) not known.
    package func set(_ flag: FactFlag?, _ value: Bool?) {
        guard let flag else { return }
        set(flag.slot, Word(bits: FactBits.setting(value, in: word(flag.slot).bits, at: flag.shift)))
    }
}
