extension Syntax {
    /// The expression in canonical form, on one line: single spaces, text in double quotes, no more parentheses than the
    /// operators need (https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax). Reading it gives the same tree.
    package var text: String {
        var printer = SyntaxPrinter()
        printer.print(self, atLeast: .conditional)
        return printer.text
    }

    /// How tightly what holds the expression together binds.
    fileprivate var precedence: Precedence {
        switch kind {
        case .conditional: .conditional
        case .operation(let function, _): Self.operators[function]?.precedence ?? .relation
        case .unary: .unary
        case .int(let value): value < 0 ? .unary : .member
        case .double(let value): value.sign == .minus ? .unary : .member
        default: .member
        }
    }

    fileprivate static let operators: [Function: (sign: String, precedence: Precedence)] = [
        .or: ("||", .or), .and: ("&&", .and), .equals: ("==", .relation), .differs: ("!=", .relation),
        .less: ("<", .relation), .lessOrEqual: ("<=", .relation), .greater: (">", .relation),
        .greaterOrEqual: (">=", .relation), .isIn: ("in", .relation), .add: ("+", .sum), .subtract: ("-", .sum),
        .multiply: ("*", .product), .divide: ("/", .product), .remainder: ("%", .product),
    ]

    /// Whether the text begins with a digit: a minus before it would become part of the number.
    fileprivate var beginsWithNumber: Bool {
        var syntax = self
        while true {
            switch syntax.kind {
            case .int(let value): return value >= 0
            case .double(let value): return value.sign == .plus
            case .select(let operand, _, _), .index(let operand, _, _), .optionalMap(let operand, _, _, _):
                syntax = operand
            case .call(_, let target?, _): syntax = target
            case .comprehension(let macro): syntax = macro.over
            default: return false
            }
        }
    }
}

/// Writes a tree out.
private struct SyntaxPrinter {
    private(set) var text = ""

    /// The expression, in parentheses when it binds less tightly than its place asks for.
    mutating func print(_ syntax: Syntax, atLeast lowest: Precedence) {
        guard syntax.precedence < lowest else { return print(syntax) }
        text += "("
        print(syntax)
        text += ")"
    }

    private mutating func print(_ syntax: Syntax) {
        switch syntax.kind {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .int(let value): text += String(value)
        case .uint(let value): text += "\(value)u"
        case .double(let value): text += DoubleText.literal(value)
        case .string(let value): text += value.literal
        case .bytes(let value): text += value.literal
        case .identifier(let name, let isAbsolute): text += isAbsolute ? "." + name : name
        case .select(let operand, let field, let isOptional): select(operand, field, isOptional: isOptional)
        case .has(let operand, let field, let isOptional):
            text += "has("
            select(operand, field, isOptional: isOptional)
            text += ")"
        case .index(let operand, let index, let isOptional):
            print(operand, atLeast: .member)
            text += isOptional ? "[?" : "["
            print(index, atLeast: .conditional)
            text += "]"
        case .call(let name, let target, let arguments): call(name.text, target, arguments.map { .syntax($0) })
        case .list(let elements):
            bracketed("[", elements, "]") { printer, element in
                printer.optional(element.isOptional)
                printer.print(element.value, atLeast: .conditional)
            }
        case .map(let entries):
            bracketed("{", entries, "}") { printer, entry in
                printer.optional(entry.isOptional)
                printer.print(entry.key, atLeast: .conditional)
                printer.text += ": "
                printer.print(entry.value, atLeast: .conditional)
            }
        case .message(let type, let fields):
            print(type, atLeast: .member)
            bracketed("{", fields, "}") { printer, field in
                printer.optional(field.isOptional)
                printer.text += field.name.text.fieldName + ": "
                printer.print(field.value, atLeast: .conditional)
            }
        default: compound(syntax)
        }
    }

    /// Operators and macros.
    private mutating func compound(_ syntax: Syntax) {
        switch syntax.kind {
        case .conditional(let condition, let yes, let no):
            print(condition, atLeast: .or)
            text += " ? "
            print(yes, atLeast: .or)
            text += " : "
            print(no, atLeast: .conditional)
        case .unary(let function, let operand):
            text += function == .not ? "!" : "-"
            print(operand, atLeast: function == .negate && operand.beginsWithNumber ? .parenthesized : .unary)
        case .operation(let function, let operands):
            guard let (sign, precedence) = Syntax.operators[function] else { return }
            let isChain = function == .and || function == .or
            for (index, operand) in operands.enumerated() {
                if index > 0 { text += " \(sign) " }
                print(operand, atLeast: index > 0 || isChain ? precedence.tighter : precedence)
            }
        case .comprehension(let macro):
            let parts = [macro.predicate, macro.transform].compactMap { $0.map(Argument.syntax) }
            call(macro.name.text, macro.over, macro.variables.map { .name($0.text) } + parts)
        case .bind(let name, let value, let body):
            call("cel.bind", nil, [.name(name.text), .syntax(value), .syntax(body)])
        case .optionalMap(let target, let name, let body, let isFlat):
            call(isFlat ? "optFlatMap" : "optMap", target, [.name(name.text), .syntax(body)])
        default: break
        }
    }

    private enum Argument {
        case name(String)
        case syntax(Syntax)
    }

    private mutating func call(_ name: String, _ target: Syntax?, _ arguments: [Argument]) {
        if let target {
            print(target, atLeast: .member)
            text += "."
        }
        text += name
        bracketed("(", arguments, ")") { printer, argument in
            switch argument {
            case .name(let name): printer.text += name
            case .syntax(let syntax): printer.print(syntax, atLeast: .conditional)
            }
        }
    }

    private mutating func select(_ operand: Syntax, _ field: Syntax.Name, isOptional: Bool) {
        print(operand, atLeast: .member)
        text += (isOptional ? ".?" : ".") + field.text.fieldName
    }

    private mutating func optional(_ isOptional: Bool) {
        if isOptional { text += "?" }
    }

    private mutating func bracketed<T>(
        _ open: String, _ elements: [T], _ close: String, _ print: (inout SyntaxPrinter, T) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            if index > 0 { text += ", " }
            print(&self, element)
        }
        text += close
    }
}
