package import Catalog
package import Diagnostics
package import Documents
package import Expressions

/// Expressions about resources of one type that stand outside rules, as those of cost models do.
package enum ResourceExpression {
    /// The expression that a scalar holds, checked against the catalog; nil with what is wrong with it.
    package static func read(_ id: NodeID, in document: Document, about type: ResourceType, _ catalog: Catalog)
        -> (expression: Expression?, problems: [Diagnostic])
    {
        var context = ReadingContext(catalog: catalog, document: document)
        context.resource = .record(type.name)
        var reader = ExpressionReader(context, binders: [])
        let placement = ScalarPlacement(document, id)
        let expression = reader.read(Array(document.text(id).utf8)) { placement.span($0) }
        return (expression, reader.context.diagnostics)
    }
}
