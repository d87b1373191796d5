internal import Diagnostics

/// What is said of a call that no overload fits: which argument is wrong, and what was meant.
extension Checker {
    mutating func reportMismatch(
        _ function: Function, _ arguments: [Expression], isMember: Bool, _ range: TextRange, name: TextRange
    ) {
        let given = arguments.map { types.resolve($0.type) }
        switch (function, given.count) {
        case (.equals, 2), (.differs, 2), (.less, 2), (.lessOrEqual, 2), (.greater, 2), (.greaterOrEqual, 2):
            reportComparison(function, arguments, given, range)
        case (.isIn, 2): reportMembership(arguments, given)
        case (.valueAt, 2), (.optionalValueAt, 2): reportIndex(arguments, given, range)
        case (.not, 1):
            report("`!` needs a bool, not \(given[0].article)", at: arguments[0].span, help: Self.boolHelp(given[0]))
        case (.negate, 1): report("`-` needs a number, not \(given[0].article)", at: arguments[0].span)
        case (.add, 2), (.subtract, 2), (.multiply, 2), (.divide, 2), (.remainder, 2):
            let help =
                switch (function, given[0], given[1]) {
                case (_, .int, .double), (_, .double, .int): "convert one: `double(x)` or `int(x)`"
                case (_, .int, .uint), (_, .uint, .int): "convert one: `int(x)` or `uint(x)`"
                case (.add, .string, _), (.add, _, .string): "convert the other: `string(x)`"
                default: nil as String?
                }
            report("`\(function.symbol)` does not take \(given[0].article) and \(given[1].article)", range, help: help)
        default:
            reportCall(
                function.rawValue, library[function]?.overloads ?? [], arguments, isMember: isMember, name,
                help: function == .has ? "write `has(value.field)`" : nil)
        }
    }

    // MARK: Functions by name

    mutating func reportCall(
        _ function: String, _ overloads: [Overload], _ arguments: [Expression], isMember: Bool, _ name: TextRange,
        help: String? = nil
    ) {
        let forms = overloads.filter { $0.isMember == isMember }
        guard !forms.isEmpty else {
            return isMember
                ? report("`\(function)` does not stand behind a value", name, help: "write `\(function)(…)`")
                : report("`\(function)` stands behind a value", name, help: "write `x.\(function)(…)`")
        }
        let given = arguments.map { types.resolve($0.type) }
        if isMember, !forms.contains(where: { fits(given[0], 0, $0) }) {
            let owners = forms.map { $0.parameters[0].noun }.reduce(into: [String]()) { names, name in
                if !names.contains(name) { names.append(name) }
            }
            let list = Self.list(owners, "and")
            var help: String?
            if case .list(let element) = given[0], forms.contains(where: { $0.parameters[0] == element }) {
                help = "ask its elements: `.exists(x, x.\(function)(…))` or `.all(x, …)`"
            }
            return report(
                "`\(function)` is a function of \(list) values, not of \(given[0].article)", name, help: help)
        }
        let signatures = forms.prefix(4).map { $0.signature(function) }
        let shown = help ?? "it is \(signatures.joined(separator: " or "))\(forms.count > 4 ? " …" : "")"
        let first = isMember ? 1 : 0
        let sameCount = forms.filter { $0.isVariadic || $0.parameters.count == given.count }
        guard !sameCount.isEmpty else {
            let counts = Set(forms.map { $0.parameters.count - first }).sorted()
            let wanted = Self.list(counts.map { $0 == 0 ? "no" : String($0) }, "or")
            let noun = counts == [1] ? "argument" : "arguments"
            return report("`\(function)` takes \(wanted) \(noun), not \(given.count - first)", name, help: shown)
        }
        for index in given.indices.dropFirst(first) where !sameCount.contains(where: { fits(given[index], index, $0) })
        {
            let wanted = sameCount.map { $0.parameters[min(index, $0.parameters.count - 1)].article }
            let list = Self.list(Set(wanted).sorted(), "or")
            let message = "`\(function)` needs \(list) here, not \(given[index].article)"
            return report(message, at: arguments[index].span, help: shown)
        }
        report("`\(function)` does not take \(Self.list(given.map(\.article), "and"))", name, help: shown)
    }

    /// Whether the overload takes a value of the type at the index, whatever the other arguments are.
    private func fits(_ type: ValueType, _ index: Int, _ overload: Overload) -> Bool {
        var trial = types
        let wanted = trial.instantiate(overload).parameters
        if overload.isVariadic { return wanted.contains { trial.accept([type], for: [$0]) } }
        return index < wanted.count && trial.accept([type], for: [wanted[index]])
    }

    /// `a, b or c`
    static func list(_ names: [String], _ word: String) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " \(word) \(last)"
    }

    // MARK: Operators

    private mutating func reportComparison(
        _ function: Function, _ arguments: [Expression], _ given: [ValueType], _ range: TextRange
    ) {
        let isOrder = function != .equals && function != .differs
        let help =
            comparisonHelp(arguments[0], given[0], arguments[1], given[1], isOrder: isOrder)
            ?? comparisonHelp(arguments[1], given[1], arguments[0], given[0], isOrder: isOrder)
        if isOrder, let type = given.first(where: { $0 == .null }) ?? (given[0] == given[1] ? given[0] : nil) {
            return report("\(type.article) has no order", range, help: help)
        }
        if case (.record, .record) = (given[0], given[1]) {
            return report("records of different types cannot be compared", range, help: help)
        }
        report("\(given[0].article) cannot be compared with \(given[1].article)", range, help: help)
    }

    /// What was meant, told by one side of a comparison.
    private func comparisonHelp(
        _ a: Expression, _ typeA: ValueType, _ b: Expression, _ typeB: ValueType, isOrder: Bool
    ) -> String? {
        if case .parameter(let name, _) = b.kind { return "the parameter `\(name)` is \(typeB.article)" }
        if isOrder, typeB == .null { return "`== null` asks whether there is no value" }
        switch (typeA, typeB, b.constant) {
        case (.optional, _, _): return "write `.orValue(…)` for its value, with one to take where there is none"
        case (.enumeration(let names), .bool, _), (.enumeration(let names), .int, _):
            let shown = names.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
            return "its values are \(shown)\(names.count > 8 ? " and others" : "")"
        case (.string, .int, let literal?), (.string, .double, let literal?), (.reference, .int, let literal?):
            return "text is written in quotes: `\"\(literal.text)\"`"
        case (.int, .string, .string(let text)?) where Int64(text) != nil,
            (.double, .string, .string(let text)?) where Double(text) != nil:
            return "numbers are written without quotes: `\(text)`"
        case (.bool, .string, .string(let text)?) where ["true", "false"].contains(text):
            return "write `\(text)` without quotes"
        case (.bool, .int, _) where isOrder: return "write both comparisons: `a < b && b < c`"
        case (.bool, .string, .some), (.bool, .int, .some): return "write `true` or `false`"
        case (.list, .int, _), (.map, .int, _): return "write `size(…)` for how many there are"
        case (.list(let element), .list, _) where element == .dyn: return nil
        case (.list, .list, _), (.map, .map, _): return nil
        case (.list, _, _) where typeB != .null:
            return "a list is asked for an element with `x in list` or `.exists(x, …)`"
        case (.map, _, _) where typeB != .null: return "ask for the value under a key: `…[\"Name\"]`"
        case (.record, _, _) where typeB != .null: return "ask for one of its fields"
        case (.timestamp, .duration, _) where isOrder: return "measure the age first: `x.age() > …`"
        case (.timestamp, .int, .some): return "a time is written `\"2026-01-31T12:00:00Z\"`"
        case (.duration, .int, .some): return "a span of time is written `\"90d\"`"
        case (.int, .double, _): return "convert one: `double(x)` or `int(x)`"
        case (.int, .uint, _): return "convert one: `int(x)` or `uint(x)`"
        case (.string, .int, _):
            // `tags.size` is the value under the key `size`.
            guard case .field(let map, let name) = a.kind, case .map = types.resolve(map.type),
                Function(rawValue: name) != nil
            else { return nil }
            return "`.\(name)` is the value under that key; write `.\(name)()` to call the function"
        default: return nil
        }
    }

    private mutating func reportMembership(_ arguments: [Expression], _ given: [ValueType]) {
        switch (given[0], given[1]) {
        case (.list, .list(let element)) where !element.isList:
            report(
                "`in` looks for one value, not for a list", at: arguments[0].span,
                help: "ask for an element: `list.exists(x, x in […])`")
        case (let left, .list(let element)):
            report("an element of this list is \(element.article), never \(left.article)", at: arguments[1].span)
        case (let left, .map(let key, _)):
            report("a key of this map is \(key.article), not \(left.article)", at: arguments[0].span)
        default:
            report(
                "`in` needs a list or a map, not \(given[1].article)", at: arguments[1].span,
                help: given[1] == .string ? "write `text.contains(\"…\")`" : "a list is written `[a, b]`")
        }
    }

    /// Tells of values of a list that what is looked for is never equal to; false when there are none.
    mutating func hasStrangeElements(_ list: Expression, for type: ValueType) -> Bool {
        guard case .list(let items) = list.kind, type != .dyn, !type.isList else { return false }
        let before = errors.count
        for item in items where item.value.constant != nil && !item.isOptional {
            let other = types.resolve(item.value.type)
            var trial = types
            if other == .null || trial.accept([other], for: [type]) { continue }
            if [.int, .uint, .double].contains(other), [.int, .uint, .double].contains(type) { continue }
            report("\(type.article) cannot be compared with \(other.article)", at: item.value.span)
        }
        return errors.count > before
    }

    private mutating func reportIndex(_ arguments: [Expression], _ given: [ValueType], _ range: TextRange) {
        switch given[0] {
        case .map(let key, _):
            report("a key of this map is \(key.article), not \(given[1].article)", at: arguments[1].span)
        case .list:
            report("the index of an element is an int, not \(given[1].article)", at: arguments[1].span)
        default: report("\(given[0].article) has no elements", range)
        }
    }
}

extension ValueType {
    fileprivate var isList: Bool {
        if case .list = self { return true }
        return false
    }

    /// In a sentence: `a list`, `an int`.
    package var article: String {
        switch self {
        case .list: return "a list"
        case .map: return "a map"
        case .null: return "null"
        case .nullable(let type): return type.article
        case .optional(let type):
            return type == .dyn || type.isParameter ? "an optional value" : "an optional \(type.noun)"
        case .reference(let name): return "a reference to " + Self.article(name)
        case .record(let name) where name.contains("."): return "a record"
        case .parameter, .dyn: return "a value"
        default: return Self.article(shortName)
        }
    }

    private static func article(_ name: String) -> String {
        ("aeiou".contains(name.first ?? " ") ? "an " : "a ") + name
    }

    fileprivate var isParameter: Bool {
        if case .parameter = self { return true }
        return false
    }

    /// Without an article: `list`, `int`.
    fileprivate var noun: String {
        switch self {
        case .list: "list"
        case .map: "map"
        case .optional: "optional"
        case .reference: "reference"
        case .record: "record"
        case .parameter: "all"
        default: shortName
        }
    }

    /// Without the values of an enumeration.
    package var shortName: String {
        switch self {
        case .enumeration: "enum"
        case .null: "null"
        default: name
        }
    }
}

extension Overload {
    /// `text.startsWith(string)`, as help writes it.
    package func signature(_ function: String) -> String {
        let names = parameters.map(\.shortName)
        let variadic = isVariadic ? ", …" : ""
        if isMember {
            return "`\(names[0]).\(function)(\(names.dropFirst().joined(separator: ", "))\(variadic))`"
        }
        return "`\(function)(\(names.joined(separator: ", "))\(variadic))`"
    }
}
