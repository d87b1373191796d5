package import Catalog
package import Expressions
internal import Findings
package import Prices

/// Works out what resources cost: the models say what is billed, the book what that costs.
package final class Pricer: Sendable {
    private let catalog: Catalog
    private let models: CostModels
    private let given: PriceBook?
    private let gaps = PriceGaps()

    /// `book`: the prices; nil for the bundled ones, which are read when somebody first asks.
    package init(_ catalog: Catalog, _ book: PriceBook?) {
        self.catalog = catalog
        models = CostModels(catalog)
        given = book
    }

    /// The prices in use.
    package var book: PriceBook { given ?? .bundled() }

    /// What a type's figures leave out; nil where nothing is.
    package func leavesOut(ofType type: Int) -> String? { models.model(of: type)?.leavesOut }

    /// What the resource of a context costs a month; `type`: its index in the catalog.
    package func cost(ofType type: Int, in context: any EvaluationContext) -> Cost {
        guard let model = models.model(of: type) else {
            return .unpriced(CostGap(reason: "no prices of `\(catalog.types[type].name)` are known"))
        }
        if model.free != nil { return .free }
        var run = ComponentRun(context, book: book, gaps: gaps)
        return run.cost(model)
    }
}
