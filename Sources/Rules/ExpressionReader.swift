internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions

/// Reads conditions and holes of messages that are written as CEL.
struct ExpressionReader {
    var context: ReadingContext
    /// Types of the elements in scope, from the outside in; the innermost is `it`.
    private let binders: [ValueType]

    init(_ context: ReadingContext, binders: [ValueType]) { (self.context, self.binders) = (context, binders) }

    /// The condition that a scalar holds. Nil after reporting its mistakes.
    mutating func condition(_ id: NodeID) -> Expression? {
        let placement = ScalarPlacement(context.document, id)
        guard let expression = read(Array(context.document.text(id).utf8), { placement.span($0) }) else { return nil }
        switch expression.type {
        case .bool, .dyn: return expression
        default:
            context.report(
                "a condition is true or false, and this is \(expression.type.article)", expression.span,
                help: Self.boolHelp(expression))
            return nil
        }
    }

    /// The expression that a scalar holds, of whatever type. Nil after reporting its mistakes.
    mutating func value(_ id: NodeID) -> Expression? {
        let placement = ScalarPlacement(context.document, id)
        return read(Array(context.document.text(id).utf8), { placement.span($0) })
    }

    private static func boolHelp(_ expression: Expression) -> String? {
        if case .literal(.string) = expression.kind { return "quotes within make it a text: leave them out" }
        switch expression.type {
        case .list, .map: return "write `size(…) > 0`, or ask for an element with `.exists(x, …)`"
        case .record: return "ask for one of its fields"
        case .optional(.bool): return "write `.orValue(false)` for its value"
        case .null: return nil
        default: return "compare it with something: `… == …`"
        }
    }

    /// The checked expression of a text. Nil after reporting its mistakes.
    mutating func read(_ text: [UInt8], _ place: @escaping (Range<Int>) -> SourceSpan) -> Expression? {
        let (syntax, syntaxErrors) = text.withUnsafeBufferPointer { Parser.parse($0) }
        for error in syntaxErrors {
            context.report(error.message, place(Int(error.range.start)..<Int(error.range.end)), help: error.help)
        }
        guard let syntax, syntaxErrors.isEmpty else { return nil }
        var checker = Checker(environment, place: { place(Int($0.start)..<Int($0.end)) })
        let expression = checker.check(syntax)
        context.usedParameters.formUnion(checker.usedParameters)
        context.usedDefinitions.formUnion(checker.usedDefinitions)
        for error in checker.errors {
            context.report(error.message, error.span, help: error.help)
            context.noteOrigin(of: error.parameter)
        }
        return checker.errors.isEmpty && !checker.metBroken ? expression : nil
    }

    private var environment: Environment {
        var view = CatalogView(records: CatalogRecords(catalog: context.catalog))
        view.resource = context.resource
        view.binders = binders
        for parameter in context.parameters {
            view.parameters[parameter.name] = (parameter.type, parameter.value)
        }
        view.brokenParameters = context.brokenParameters
        view.definitions = context.definitions
        view.brokenDefinitions = context.brokenDefinitions
        var environment = Environment()
        environment.catalog = view
        environment.variables = ["now": .timestamp, "inventory": .record(CatalogRecords.inventory)]
        return environment
    }
}
