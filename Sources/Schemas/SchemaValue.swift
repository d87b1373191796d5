/// A JSON value. Objects keep the order in which they were put together, so that the same catalog gives the same text.
indirect enum SchemaValue: Equatable, Sendable {
    case null
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([SchemaValue])
    case object([Member])

    /// A name and its value in an object.
    struct Member: Equatable, Sendable {
        var name: String
        var value: SchemaValue
    }

    /// A schema that everything fits.
    static let anything: SchemaValue = [:]

    static func texts(_ texts: [String]) -> SchemaValue { .list(texts.map { .text($0) }) }

    /// An object with a member a pair.
    static func members(_ pairs: [(String, SchemaValue)]) -> SchemaValue {
        .object(pairs.map { Member(name: $0.0, value: $0.1) })
    }

    /// A schema for one of these texts.
    static func oneOf(_ names: [String]) -> SchemaValue { ["enum": .texts(names)] }

    /// A schema for values of these JSON types.
    static func type(_ names: String...) -> SchemaValue {
        ["type": names.count == 1 ? .text(names[0]) : .texts(names)]
    }

    /// The object with one more member at its end, or with another value for one it has; unchanged for nil.
    func with(_ name: String, _ value: SchemaValue?) -> SchemaValue {
        guard case .object(var members) = self, let value else { return self }
        if let index = members.firstIndex(where: { $0.name == name }) {
            members[index].value = value
        } else {
            members.append(Member(name: name, value: value))
        }
        return .object(members)
    }

    /// The object with the members of another after its own.
    func merging(_ other: SchemaValue) -> SchemaValue {
        guard case .object(let members) = other else { return self }
        return members.reduce(self) { $0.with($1.name, $1.value) }
    }

    /// The object with a text that editors show.
    func described(_ text: String) -> SchemaValue { with("description", .text(text)) }
}

extension SchemaValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
    init(arrayLiteral elements: SchemaValue...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, SchemaValue)...) { self = .members(elements) }
}
