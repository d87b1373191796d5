/// A stretch of an expression's text: byte offsets, half open.
package struct TextRange: Hashable, Sendable {
    package var start: Int32
    package var end: Int32
    package init(_ start: Int, _ end: Int) { (self.start, self.end) = (Int32(start), Int32(max(start, end))) }

    /// From the beginning of this to the end of the other.
    package func through(_ other: TextRange) -> TextRange { TextRange(Int(start), Int(other.end)) }
}

/// An expression as it was written, names unresolved
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax). Macros are nodes of their own.
package struct Syntax: Sendable {
    package indirect enum Kind: Sendable {
        case null
        case bool(Bool)
        case int(Int64)
        case uint(UInt64)
        case double(Double)
        case string(String)
        case bytes([UInt8])
        /// `isAbsolute`: written `.name`, which no container and no variable of a macro shadows.
        case identifier(String, isAbsolute: Bool)
        /// `operand.field`, or `operand.?field`.
        case select(Syntax, field: Name, isOptional: Bool)
        /// `has(operand.field)`
        case has(Syntax, field: Name, isOptional: Bool)
        /// `operand[index]`, or `operand[?index]`.
        case index(Syntax, Syntax, isOptional: Bool)
        /// `function(arguments)` or `target.function(arguments)`; what looks like a target may be a namespace.
        case call(Name, target: Syntax?, arguments: [Syntax])
        case list([Element])
        case map([Entry])
        /// `google.protobuf.Value{field: value}`
        case message(Syntax, [Field])
        /// `condition ? yes : no`
        case conditional(Syntax, Syntax, Syntax)
        /// `!a`, `-a`
        case unary(Function, Syntax)
        /// Two operands; `&&` and `||` have two or more.
        case operation(Function, [Syntax])
        /// A macro over the elements of a list or the keys of a map.
        case comprehension(Comprehension)
        /// `cel.bind(name, value, body)`
        case bind(Name, value: Syntax, body: Syntax)
        /// `target.optMap(name, body)` and `target.optFlatMap(name, body)`
        case optionalMap(Syntax, Name, body: Syntax, isFlat: Bool)
    }

    /// A name with its place.
    package struct Name: Sendable {
        package var text: String
        package var range: TextRange
        package init(_ text: String, _ range: TextRange) { (self.text, self.range) = (text, range) }
    }

    /// An element of a list; `[?a]` adds it when the optional has a value.
    package struct Element: Sendable {
        package var value: Syntax
        package var isOptional: Bool
        package init(_ value: Syntax, isOptional: Bool) { (self.value, self.isOptional) = (value, isOptional) }
    }

    /// An entry of a map; `{?k: v}` adds it when the optional has a value.
    package struct Entry: Sendable {
        package var key: Syntax
        package var value: Syntax
        package var isOptional: Bool
        package init(key: Syntax, value: Syntax, isOptional: Bool) {
            (self.key, self.value, self.isOptional) = (key, value, isOptional)
        }
    }

    /// A field of a message literal.
    package struct Field: Sendable {
        package var name: Name
        package var value: Syntax
        package var isOptional: Bool
        package init(_ name: Name, value: Syntax, isOptional: Bool) {
            (self.name, self.value, self.isOptional) = (name, value, isOptional)
        }
    }

    package struct Comprehension: Sendable {
        package var macro: Macro
        /// The macro's own name in the text.
        package var name: Name
        package var over: Syntax
        /// The element's name, or those of index and element or key and value.
        package var variables: [Name]
        /// What selects elements; nil for `map` and its like without one.
        package var predicate: Syntax?
        /// What an element becomes; nil for the macros that test.
        package var transform: Syntax?

        package init(
            _ macro: Macro, _ name: Name, over: Syntax, variables: [Name], predicate: Syntax?, transform: Syntax?
        ) {
            (self.macro, self.name, self.over, self.variables) = (macro, name, over, variables)
            (self.predicate, self.transform) = (predicate, transform)
        }
    }

    package var kind: Kind
    package var range: TextRange

    package init(_ kind: Kind, _ range: TextRange) { (self.kind, self.range) = (kind, range) }
}

/// The macros over elements (https://github.com/google/cel-spec/blob/master/doc/langdef.md#macros); those with two
/// variables are `exists`, `all`, `existsOne`, `transformList`, `transformMap` and `transformMapEntry`.
package enum Macro: String, CaseIterable, Sendable {
    case exists, all
    /// Both `exists_one` and `existsOne`.
    case existsOne
    case filter, map
    case transformList, transformMap, transformMapEntry
}

/// What is wrong with an expression's text.
package struct SyntaxError: Error, Sendable {
    package var message: String
    package var range: TextRange
    package var help: String?
    package init(_ message: String, _ range: TextRange, help: String? = nil) {
        (self.message, self.range, self.help) = (message, range, help)
    }
}
