package import Catalog
package import Expressions

/// What expressions of rules may speak of, for those who evaluate them outside a rule.
package enum RuleEnvironment {
    /// Adds `resource` (when a type is given), `inventory`, `now` and the constants of the catalog.
    package static func extend(_ environment: inout Environment, catalog: Catalog, resource: String?) {
        var view = CatalogView(records: CatalogRecords(catalog: catalog))
        view.resource = resource.map { .record($0) }
        environment.catalog = view
        environment.variables["now"] = .timestamp
        environment.variables["inventory"] = .record(CatalogRecords.inventory)
    }
}
