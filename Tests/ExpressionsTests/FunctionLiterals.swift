package import Expressions

// Values in tables as CEL writes them; the others have functions.
extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(integerLiteral value: Int64) { self = .int(value) }
    package init(floatLiteral value: Double) { self = .double(value) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: Value...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (Value, Value)...) {
        var map = MapValue()
        for (key, value) in elements { _ = map.add(key, value) }
        self = .map(map)
    }

    static func bytes(_ text: String) -> Value { .bytes(Array(text.utf8)) }
    static func time(_ text: String) -> Value { make(.timestamp, text) }
    static func span(_ text: String) -> Value { make(.duration, text) }
    static func address(_ text: String) -> Value { make(.ip, text) }
    static func range(_ text: String) -> Value { make(.cidr, text) }
    static let none = Value.optional(nil)
    static func some(_ value: Value) -> Value { .optional(value) }

    private static func make(_ function: Function, _ text: String) -> Value {
        switch call(function, [.string(text)]) {
        case .success(let value): return value
        case .failure(let error): preconditionFailure("\(text): \(error.message)")
        }
    }
}
