internal import Findings
internal import Inventory

/// Tells whether findings make a difference now: whether a path leads to what they speak of.
///
/// One a run, shared by all threads. It is asked about noncompliant verdicts of rules with `latent` only. The kernel has
/// entered the resource, and the entry where there is one, and is left so.
struct Effectiveness: Sendable {
    private let program: Program
    private let graph: InventoryGraph

    init(_ program: Program, _ graph: InventoryGraph) { (self.program, self.graph) = (program, graph) }

    /// The effect of a finding, for the figures; nil where the question has no sense. That of `reach` is the same.
    func effect(
        of rule: CompiledRule, on resource: ResourceRecord, entry: JudgementWriter.EntryPlace?, in segment: Segment,
        _ kernel: Kernel
    ) -> Effect? {
        // Decided by the network model.
        nil
    }

    /// The effect of a finding with its reason, for the reports.
    func reach(
        of rule: CompiledRule, on resource: ResourceRecord, entry: JudgementWriter.EntryPlace?, in segment: Segment,
        _ kernel: Kernel
    ) -> Reach? {
        // Decided by the network model.
        nil
    }
}
