internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions

/// Reads what following a rule would save: the name of a usd field, or an expression that gives dollars, or
/// an optional of dollars.
struct SavingsReader {
    var context: ReadingContext
    /// Types of the elements in scope: the entry of `for_each`, if there is one.
    private let binders: [ValueType]

    init(_ context: ReadingContext, binders: [ValueType]) { (self.context, self.binders) = (context, binders) }

    /// The amount in dollars a month; nil after reporting an error.
    mutating func read(_ id: NodeID, _ type: Int) -> Expression? {
        let resource = context.catalog.types[type]
        let amounts = context.catalog.shape(of: resource).fields
            .filter { $0.type.kind == .usd && !$0.type.isList }.map(\.name)
        let text = context.document.text(id)
        if amounts.contains(text) {
            let span = context.document.span(id)
            return Expression(.field(Expression(.resource, .record(resource.name), at: span), text), .usd, at: span)
        }
        guard context.document[id].isScalar, !Self.isName(text) else {
            context.report(
                "`\(text)` is no usd field of `\(resource.name)`", id, help: Suggestion.help(for: text, among: amounts))
            return nil
        }
        var reader = ExpressionReader(context, binders: binders)
        let placement = ScalarPlacement(context.document, id)
        let expression = reader.read(Array(text.utf8)) { placement.span($0) }
        context = reader.context
        guard let expression else { return nil }
        switch expression.type {
        case .usd, .double, .dyn, .optional(.usd), .optional(.double): return expression
        default:
            context.report(
                "`savings` is an amount of dollars, and this is \(expression.type.article)", expression.span,
                help: "write `resource.monthly_cost - resource.cost_as({…})`")
            return nil
        }
    }

    /// Whether a text is one word, and so was meant as the name of a field.
    private static func isName(_ text: String) -> Bool {
        text.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
                || $0 == 0x2D
        }
    }
}
