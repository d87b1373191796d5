package import Catalog
package import Findings
package import Rules

extension RuleInfo {
    /// What reports tell of the rule.
    package init(_ rule: Rule, catalog: Catalog) {
        let type = catalog.types[rule.resourceType]
        self.init(
            id: rule.id, title: rule.title, severity: rule.severity, latentSeverity: rule.latentSeverity,
            category: rule.category, maps: rule.maps, fix: rule.fix, resourceType: type.name, service: type.service)
    }
}
