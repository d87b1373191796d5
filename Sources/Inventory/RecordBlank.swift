internal import Catalog
internal import Documents

/// The slots of a record that states nothing, with the values AWS documents for that already in them.
struct RecordBlank {
    var own: ContiguousArray<Word>
    var shared: ContiguousArray<Word>
    /// Which slots of the shared part hold lists.
    var sharedIsList: [Bool]
    /// Whether the record has fields that must be given.
    var hasRequired: Bool

    init(_ shape: Shape, _ catalog: Catalog, _ defaults: inout CatalogDefaults) {
        own = ContiguousArray(repeating: .absent, count: shape.ownSlots)
        shared = ContiguousArray(repeating: .absent, count: shape.sharedSlots)
        sharedIsList = [Bool](repeating: false, count: shape.sharedSlots)
        hasRequired = shape.fields.contains { $0.isRequired }
        for field in shape.fields {
            let word = defaults.word(for: field, catalog) ?? .absent
            switch field.slot {
            case .own(let slot): own[slot] = word
            // Blank is not known.
            case .flag, .derived: break
            case .shared(let slot):
                shared[slot] = word
                sharedIsList[slot] = field.type.isList
            }
        }
    }
}

/// The catalog's defaults as words. Those that are text lie in a pool with which every segment's own begins, so that their
/// words are the same everywhere.
struct CatalogDefaults {
    private(set) var pool: ContiguousArray<UInt8> = []
    private var texts: [String: Word] = [:]

    /// The word of the value AWS documents for a resource that does not say; nil when there is none.
    mutating func word(for field: Field, _ catalog: Catalog) -> Word? {
        if field.defaultIsNull { return .null }
        guard var text = field.defaultText else { return nil }
        if field.type.isList || field.type.kind == .map { return Word(listAt: 0, count: 0) }
        return text.withUTF8 { bytes in
            switch field.type.kind {
            case .bool: ScalarForms.bool(bytes).map { Word($0) }
            case .int: ScalarForms.int(bytes).map { Word($0) }
            case .double: ScalarForms.double(bytes).map { Word($0) }
            case .duration: Units.duration(bytes).map { Word($0) }
            case .bytes: Units.byteSize(bytes).map { Word($0) }
            case .usd: Units.micros(ofDollars: bytes).map { Word($0) }
            case .enumeration: catalog.enumerations[field.type.detail].index(of: bytes).map { Word(bits: UInt64($0)) }
            case .string, .arn, .region, .accountID, .reference: self.text(bytes)
            default: nil
            }
        }
    }

    private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Word {
        let text = String(decoding: bytes, as: UTF8.self)
        if let word = texts[text] { return word }
        let word = Word(textAt: pool.count, count: bytes.count, inPool: true)
        pool.append(contentsOf: bytes)
        texts[text] = word
        return word
    }
}
