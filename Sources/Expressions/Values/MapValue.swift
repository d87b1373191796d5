/// A map: keys are bool, int, uint or string, and equal by number whatever their type
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#aggregate-values). Entries keep their order.
package struct MapValue: Sendable {
    /// A key in the one form that equal keys share.
    package enum Key: Hashable, Sendable {
        case bool(Bool)
        case int(Int64)
        /// Above `Int64.max`.
        case large(UInt64)
        case string(ExactText)

        /// Nil for values that cannot be found in a map: doubles with a fraction, lists.
        package init?(_ value: Value) {
            switch value {
            case .bool(let bool): self = .bool(bool)
            case .int(let int): self = .int(int)
            case .uint(let uint): self = Int64(exactly: uint).map { .int($0) } ?? .large(uint)
            case .double(let double):
                guard
                    let int = Int64(exactly: double).map({ Key.int($0) }) ?? UInt64(exactly: double).map({ .large($0) })
                else { return nil }
                self = int
            case .string(let string): self = .string(ExactText(string))
            default: return nil
            }
        }
    }

    /// In the order in which they were added.
    package private(set) var entries: [(key: Value, value: Value)] = []
    private var positions: [Key: Int] = [:]

    package init() {}

    package var count: Int { entries.count }

    /// The value under an equal key.
    package subscript(key: Value) -> Value? {
        Key(key).flatMap { positions[$0] }.map { entries[$0].value }
    }

    /// Adds an entry; false when the key is there already or can be no key.
    package mutating func add(_ key: Value, _ value: Value) -> Bool {
        if case .double = key { return false }
        guard let normal = Key(key), positions[normal] == nil else { return false }
        positions[normal] = entries.count
        entries.append((key, value))
        return true
    }
}
