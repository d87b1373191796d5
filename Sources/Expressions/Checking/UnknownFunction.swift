internal import Diagnostics

/// Calls of what is no function, and what was meant by them.
extension Checker {
    mutating func unknownFunction(_ name: Syntax.Name, _ target: Syntax?, _ arguments: [Syntax], _ range: TextRange)
        -> Expression
    {
        let result = broken(range, EvaluationError(.noSuchOverload, "no such overload: \(name.text)"))
        if let target, let space = dottedName(target), !isKnown(space.name) {
            let names = library.definitions.map(\.function.rawValue).filter { $0.hasPrefix(space.name + ".") }
            if !names.isEmpty {
                let full = "\(space.name).\(name.text)"
                report(
                    "there is no function `\(full)`", target.range.through(name.range),
                    help: Suggestion.help(for: full, among: names))
                return result
            }
        }
        let subject = target.map { visit($0) }
        if let macro = Self.macros[name.text] {
            report("`\(name.text)` takes a variable and \(macro)", name.range, help: "write `.\(name.text)(x, …)`")
            return result
        }
        // What has a variable was meant as a macro: its arguments have no meaning without.
        let isMacro = arguments.first.map(isVariable) ?? false
        if !isMacro { for argument in arguments { _ = visit(argument) } }
        if let subject, Self.isBroken(subject) { return result }
        report(
            "there is no function `\(name.text)`", name.range,
            help: (isMacro ? Self.macroMeant(name.text) : nil) ?? help(name.text, subject))
        return result
    }

    /// Macros and what stands behind their variable.
    private static let macros: [String: String] = [
        "exists": "a condition", "all": "a condition", "exists_one": "a condition", "existsOne": "a condition",
        "filter": "a condition", "map": "a value", "transformList": "a value", "transformMap": "a value",
        "optMap": "a value", "optFlatMap": "an optional value",
    ]

    private static func macroMeant(_ name: String) -> String? {
        let macro: String? =
            switch name {
            case "any", "some", "anyMatch", "contains": "exists"
            case "every", "forall", "forAll", "allMatch", "each": "all"
            case "one", "single": "exists_one"
            case "where", "select", "find", "findAll": "filter"
            case "collect", "transform": "map"
            default: nil
            }
        if name == "none" { return "write `!list.exists(x, …)`" }
        if let macro { return "write `.\(macro)(x, …)`" }
        return Suggestion.nearest(to: name, among: macros.keys.sorted()).map { "did you mean `\($0)`?" }
    }

    /// Whether an argument is a name that nothing has.
    private func isVariable(_ syntax: Syntax) -> Bool {
        guard case .identifier(let name, isAbsolute: false) = syntax.kind else { return false }
        return !isKnown(name)
    }

    private func isKnown(_ name: String) -> Bool {
        let root = String(name.prefix { $0 != "." })
        return binders.contains { $0.name == root || $0.key?.name == root }
            || environment.variables.keys.contains { $0 == root || $0.hasPrefix(root + ".") }
            || ["resource", "it", "params"].contains(root) && environment.catalog != nil
    }

    /// Functions of the match form and of other languages.
    private static let operators: [String: String] = [
        "above": "`>`", "at_least": "`>=`", "below": "`<`", "at_most": "`<=`", "in": "`x in list`", "not": "`!`",
        "some": "`.exists(x, …)`", "every": "`.all(x, …)`", "none": "`!list.exists(x, …)`", "any": "`||`",
        "empty": "`size(x) == 0`", "isEmpty": "`size(x) == 0`", "len": "`size(x)`", "length": "`size(x)`",
        "count": "`size(x)`", "older_than": "`.age() > \"90d\"`", "younger_than": "`.age() < \"90d\"`",
        "key": "`[\"Name\"]`", "get": "`[\"Name\"]`", "lower": "`.lowerAscii()`", "upper": "`.upperAscii()`",
        "toLowerCase": "`.lowerAscii()`", "toUpperCase": "`.upperAscii()`", "includes": "`.contains(…)`",
        "any_of": "`.exists(x, …)`", "now": "`now`", "regex": "`.matches(…)`", "match": "`.matches(…)`",
        "forall": "`.all(x, …)`", "strip": "`.trim()`", "defined": "`has(x.y)`", "exists": "`has(x.y)`",
    ]

    private func help(_ name: String, _ target: Expression?) -> String? {
        if let target {
            switch types.resolve(target.type) {
            case .record(let record) where environment.catalog?.records.field(name, of: record) != nil:
                return "`\(name)` is a field: write it without parentheses"
            case .list where ["includes", "contain", "has"].contains(name): return "write `x in list`"
            default: break
            }
        }
        let isMember = target != nil
        let names = library.definitions.filter { definition in
            definition.overloads.contains { $0.isMember == isMember } && !definition.function.rawValue.hasPrefix("_")
        }.map(\.function.rawValue)
        if let written = Self.operators[name] { return "write \(written)" }
        if let name = Suggestion.nearest(to: name, among: names + Macro.allCases.map(\.rawValue)) {
            return "did you mean `\(name)`?"
        }
        if let known = Suggestion.nearest(to: name, among: Self.operators.keys.sorted()) {
            return Self.operators[known].map { "write \($0)" }
        }
        let full = library.definitions.map(\.function.rawValue).first { $0.hasSuffix("." + name) }
        return full.map { "write `\($0)(x)`" }
    }
}
