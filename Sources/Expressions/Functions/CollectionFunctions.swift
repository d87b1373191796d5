internal import Networks

/// Lists and maps (https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions), and the
/// optional index of the optional types
/// (https://pkg.go.dev/github.com/google/cel-go/cel#OptionalTypes).
enum CollectionFunctions {
    static let definitions: [FunctionDefinition] = [
        FunctionDefinition(
            .isIn, [.global(element, list, gives: .bool), .global(element, map, gives: .bool)],
            "Whether a list holds the element, or a map the key.", example: "2 in [1, 2, 3]", two: isIn),
        FunctionDefinition(
            .valueAt,
            [
                .global(list, .int, gives: element), .global(map, element, gives: .parameter("B")),
                .global(.optional(list), .int, gives: .optional(element)),
                .global(.optional(map), element, gives: .optional(.parameter("B"))),
            ], "The element of a list, counted from 0, or the value under a key of a map.",
            example: "{'a': [1, 2]}['a'][1] == 2", two: valueAt),
        FunctionDefinition(
            .optionalValueAt,
            [
                .global(list, .int, gives: .optional(element)),
                .global(map, element, gives: .optional(.parameter("B"))),
                .global(.optional(list), .int, gives: .optional(element)),
                .global(.optional(map), element, gives: .optional(.parameter("B"))),
            ], "The element of a list or the value under a key, or nothing when there is none.",
            example: "{'a': 1}[?'b'].orValue(0) == 0", two: optionalValueAt),
        FunctionDefinition(
            .size,
            [ValueType.string, .bytes, list, map, .portRange].flatMap {
                [Overload.global($0, gives: .int), .member($0, gives: .int)]
            },
            "The number of characters (code points), bytes, elements, entries or ports.", example: "size('naïve') == 5",
            one: size),
        FunctionDefinition(
            .hasKeys, [.member(.map(.string, element), .list(.string), gives: .bool)],
            "Whether a map has every one of the keys.", example: "{'a': 1, 'b': 2}.hasKeys(['a', 'b'])", two: hasKeys),
    ]

    private static let element = ValueType.parameter("A")
    private static let list = ValueType.list(.parameter("A"))
    private static let map = ValueType.map(.parameter("A"), .parameter("B"))

    private static func isIn(_ value: Value, _ collection: Value) throws(EvaluationError) -> Value? {
        switch collection {
        case .list(let elements):
            for element in elements where try element.isEqual(to: value) { return .bool(true) }
            return elements.lazy.compactMap { value.unknownEquality(with: $0) }.first ?? .bool(false)
        case .map(let map): return .bool(map[value] != nil)
        default: return nil
        }
    }

    private static func valueAt(_ collection: Value, _ index: Value) throws(EvaluationError) -> Value? {
        switch collection {
        case .list(let elements):
            guard let place = place(index) else {
                throw EvaluationError(.invalidArgument, "invalid_argument: a list has no index \(index.text)")
            }
            guard elements.indices.contains(place) else {
                let count = elements.count == 1 ? "1 element" : "\(elements.count) elements"
                throw EvaluationError(
                    .index, "invalid_argument: index \(index.text) is out of range, the list has \(count)")
            }
            return elements[place]
        case .map(let map):
            guard let value = map[index] else {
                throw EvaluationError(.noSuchKey, "no such key: \(index.text)")
            }
            return value
        case .optional: return optionalValueAt(collection, index)
        default: return nil
        }
    }

    private static func optionalValueAt(_ collection: Value, _ index: Value) -> Value? {
        switch collection {
        case .list(let elements):
            guard let place = place(index) else { return nil }
            return .optional(elements.indices.contains(place) ? elements[place] : nil)
        case .map(let map): return .optional(map[index])
        case .optional(nil): return collection
        case .optional(let wrapped?): return optionalValueAt(wrapped, index)
        default: return nil
        }
    }

    /// The index that a number of any type names; a double must be whole.
    private static func place(_ index: Value) -> Int? {
        switch index {
        case .int(let int): Int(int)
        case .uint(let uint): Int(clamping: uint)
        case .double(let double): Int(exactly: double)
        default: nil
        }
    }

    private static func size(_ value: Value) -> Value? {
        switch value {
        case .string(let text): .int(Int64(text.unicodeScalars.count))
        case .bytes(let bytes): .int(Int64(bytes.count))
        case .list(let elements): .int(Int64(elements.count))
        case .map(let map): .int(Int64(map.count))
        case .portRange(let range): .int(Int64(range.count))
        default: nil
        }
    }

    private static func hasKeys(_ map: Value, _ keys: Value) -> Value? {
        guard case .map(let map) = map, case .list(let keys) = keys else { return nil }
        return .bool(keys.allSatisfy { map[$0] != nil })
    }
}
