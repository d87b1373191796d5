/// Calls that are macros (https://github.com/google/cel-spec/blob/master/doc/langdef.md#macros), those of two variables
/// (https://pkg.go.dev/github.com/google/cel-go/ext#TwoVarComprehensions), `cel.bind`
/// (https://pkg.go.dev/github.com/google/cel-go/ext#Bindings) and those of optional values
/// (https://pkg.go.dev/github.com/google/cel-go/cel#OptionalTypes). A macro's name with another number of arguments is an
/// ordinary call.
extension Parser {
    /// The node that a call stands for; nil when it is no macro.
    mutating func macro(_ name: Syntax.Name, _ target: Syntax?, _ arguments: [Syntax]) -> Syntax.Kind? {
        guard let target else { return name.text == "has" && arguments.count == 1 ? has(name, arguments[0]) : nil }
        switch (name.text, arguments.count) {
        case ("all", 2): return comprehension(.all, name, target, arguments, variables: 1)
        case ("all", 3): return comprehension(.all, name, target, arguments, variables: 2)
        case ("exists", 2): return comprehension(.exists, name, target, arguments, variables: 1)
        case ("exists", 3): return comprehension(.exists, name, target, arguments, variables: 2)
        case ("exists_one", 2), ("existsOne", 2):
            return comprehension(.existsOne, name, target, arguments, variables: 1)
        case ("exists_one", 3), ("existsOne", 3):
            return comprehension(.existsOne, name, target, arguments, variables: 2)
        case ("filter", 2): return comprehension(.filter, name, target, arguments, variables: 1)
        case ("map", 2), ("map", 3): return comprehension(.map, name, target, arguments, variables: 1)
        case ("transformList", 3), ("transformList", 4):
            return comprehension(.transformList, name, target, arguments, variables: 2)
        case ("transformMap", 3), ("transformMap", 4):
            return comprehension(.transformMap, name, target, arguments, variables: 2)
        case ("transformMapEntry", 3), ("transformMapEntry", 4):
            return comprehension(.transformMapEntry, name, target, arguments, variables: 2)
        case ("bind", 3):
            guard case .identifier("cel", isAbsolute: false) = target.kind else { return nil }
            let variable = variable(arguments[0], of: "cel.bind")
            return .bind(variable, value: arguments[1], body: arguments[2])
        case ("optMap", 2), ("optFlatMap", 2):
            let variable = variable(arguments[0], of: name.text)
            return .optionalMap(target, variable, body: arguments[1], isFlat: name.text == "optFlatMap")
        default: return nil
        }
    }

    private mutating func has(_ name: Syntax.Name, _ argument: Syntax) -> Syntax.Kind {
        if case .select(let operand, let field, let isOptional) = argument.kind {
            return .has(operand, field: field, isOptional: isOptional)
        }
        lexer.errors.add(
            "`has` asks for a field, which `\(excerpt(argument.range))` is not", argument.range,
            help: "write `has(value.field)`")
        return .has(argument, field: name, isOptional: false)
    }

    /// A macro over elements: its variables, a predicate if it has one, and last what an element becomes.
    private mutating func comprehension(
        _ macro: Macro, _ name: Syntax.Name, _ target: Syntax, _ arguments: [Syntax], variables count: Int
    ) -> Syntax.Kind {
        var variables: [Syntax.Name] = []
        for argument in arguments.prefix(count) { variables.append(variable(argument, of: name.text)) }
        if count == 2, !variables[0].text.isEmpty, variables[0].text == variables[1].text {
            lexer.errors.add(
                "both variables of `\(name.text)` have the name `\(variables[0].text)`", variables[1].range,
                help: "give them different names")
        }
        var rest = arguments.dropFirst(count)
        let transform: Syntax? = macro.transforms ? rest.removeLast() : nil
        return .comprehension(
            Syntax.Comprehension(
                macro, name, over: target, variables: variables, predicate: rest.first, transform: transform))
    }

    /// The argument as the name of a variable.
    private mutating func variable(_ argument: Syntax, of macro: String) -> Syntax.Name {
        if case .identifier(let name, isAbsolute: false) = argument.kind { return Syntax.Name(name, argument.range) }
        lexer.errors.add(
            "the variable of `\(macro)` is a simple name, which `\(excerpt(argument.range))` is not", argument.range,
            help: macro == "cel.bind" ? "write `cel.bind(x, value, body)`" : "write `.\(macro)(x, …)`")
        return Syntax.Name("", argument.range)
    }
}

extension Macro {
    /// Whether it gives what elements become; the others only test elements.
    var transforms: Bool {
        switch self {
        case .map, .transformList, .transformMap, .transformMapEntry: true
        case .exists, .all, .existsOne, .filter: false
        }
    }
}
