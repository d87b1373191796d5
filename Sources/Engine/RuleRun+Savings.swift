internal import Catalog
package import Costing
internal import Findings
internal import Inventory

/// The money of a run: what its resources cost, and what its findings would save.
extension RuleRun {
    /// What a finding would save; nil where the rule does not speak of savings. The kernel has entered its resource and entry.
    static func savings(
        _ compiled: CompiledRule, _ program: Program, _ resource: ResourceRecord,
        _ place: JudgementWriter.EntryPlace?, _ kernel: Kernel
    ) -> Savings? {
        guard let place else { return kernel.savings(of: program.rules[compiled.rule], list: nil, elements: []) }
        let shape = program.catalog.shapes[program.catalog.types[Int(resource.type)].shape]
        let list = compiled.lists.firstIndex { $0.field == place.list.field }
        return kernel.savings(
            of: program.rules[compiled.rule], list: list, elements: [shape.fields[place.list.field].type.element])
    }

    /// What resources cost in this run.
    package var pricer: Pricer { graph.pricer }

    /// By type of the inventory's resources that is billed: what its figures leave out.
    package func leavesOut() -> [String: String] {
        let types = Set(inventory.segments.flatMap { $0.resources.map(\.type) })
        var result: [String: String] = [:]
        for type in types { result[program.catalog.types[Int(type)].name] = pricer.leavesOut(ofType: Int(type)) }
        return result
    }

    /// Calls `body` with the resources of a part, each with its position there.
    func forEachRecord(inPart index: Int, _ body: (Int, InventoryRecord) -> Void) {
        let part = parts[index]
        let segment = inventory.segments[part.segment]
        for position in 0..<part.resources.count {
            body(
                position,
                InventoryRecord(graph, segment, segment.resources[part.resources.lowerBound + position], path: ""))
        }
    }

    /// Calls `body` for the findings of a part whose rules speak of savings: position of the resource, index of the rule.
    func forEachSaving(inPart index: Int, _ body: (Int, Int, Savings) -> Void) {
        let part = parts[index]
        let segment = inventory.segments[part.segment]
        kernels.use { kernel in
            kernel.enter(segment, now: (asOf ?? segment.scope.asOf)?.micros)
            for hit in findings[index] {
                let resource = segment.resources[part.resources.lowerBound + hit.resource]
                let compiled = program.rulesByType[Int(resource.type)][hit.rule]
                guard compiled.hasSavings else { continue }
                kernel.enter(resource)
                let entry = Self.place(hit.list, hit.entry, of: compiled, kernel, segment)
                if let entry { kernel.enter(entry.record) }
                if let savings = Self.savings(compiled, program, resource, entry, kernel) {
                    body(hit.resource, compiled.rule, savings)
                }
            }
        }
    }
}
