package import Diagnostics
package import Catalog
package import Findings
package import Inventory
package import Prices
internal import Reachability
package import Rules
internal import Synchronization
internal import Workers

/// Rules applied to an inventory: the verdicts are counted at once, on all cores; the judgements behind them are written
/// when a report asks.
package final class RuleRun: Evaluation {
    package let rules: [RuleInfo]
    /// Policies that a rule asked about and nobody can read, each with the first mistake in it.
    package let unreadablePolicies: [Diagnostic]
    package let summary: RunSummary

    let program: Program
    let inventory: Inventory
    let asOf: Timestamp?
    let parts: [Part]
    let findings: [ContiguousArray<Hit>]
    let kernels: KernelPool
    let graph: InventoryGraph
    private let effectiveness: Effectiveness

    /// Resources judged and reported together: enough to be worth a hand-over between threads, few enough to keep little
    /// in memory.
    private static let partSize = 512

    struct Part: Sendable {
        var segment: Int
        var resources: Range<Int>
    }

    /// A noncompliant verdict: all that is kept of it until it is reported, in eight bytes.
    struct Hit: Sendable {
        /// Position of the resource in its part.
        private var resourceInPart: UInt16
        /// Position of the rule among those of the resource's type, below one bit that says whether the finding is latent.
        private var ruleOfType: UInt16
        /// Position of the list among the rule's lists plus one, in the upper 4 bits, and of the entry in it; 0 for the
        /// resource itself.
        private var place: UInt32

        init(resource: Int, rule: Int, list: Int, entry: Int, isLatent: Bool) {
            resourceInPart = UInt16(truncatingIfNeeded: resource)
            ruleOfType = UInt16(truncatingIfNeeded: rule) & 0x7FFF | (isLatent ? 0x8000 : 0)
            place = list < 0 ? 0 : UInt32(truncatingIfNeeded: list + 1) << 28 | UInt32(truncatingIfNeeded: entry)
        }

        var resource: Int { Int(resourceInPart) }
        var rule: Int { Int(ruleOfType & 0x7FFF) }
        /// Whether no path makes the finding effective now.
        var isLatent: Bool { ruleOfType & 0x8000 != 0 }
        /// -1 for the resource itself.
        var list: Int { Int(place >> 28) - 1 }
        var entry: Int { Int(place & 0x0FFF_FFFF) }
    }

    /// Judges everything. `asOf` replaces the inventory's own times; `prices` are the bundled ones where nil. Without the
    /// kernel the verdicts are the same and take longer: what a test compares it with.
    package init(
        inventory: Inventory, rules: [Rule], asOf: Timestamp? = nil, prices: PriceBook? = nil, jobs: Int,
        version: String, usesKernel: Bool = true
    ) {
        let catalog = inventory.catalog
        let program = Planner.plan(rules, catalog: catalog, usesKernel: usesKernel)
        self.program = program
        self.inventory = inventory
        self.asOf = asOf
        self.rules = rules.map { RuleInfo($0, catalog: catalog) }
        let graph = InventoryGraph(inventory, jobs: jobs, prices: prices)
        self.graph = graph
        // Before any thread reads them.
        if program.usesFacts { graph.deriveFacts() }
        unreadablePolicies = program.usesFacts ? graph.unreadablePolicies : []
        let parts = inventory.segments.enumerated().flatMap { index, segment in
            stride(from: 0, to: segment.resources.count, by: Self.partSize).map { start in
                Part(segment: index, resources: start..<min(start + Self.partSize, segment.resources.count))
            }
        }
        self.parts = parts
        let kernels = KernelPool(program, graph)
        self.kernels = kernels
        let effectiveness = Effectiveness(program, graph)
        self.effectiveness = effectiveness

        // Figures are summed as they come, so that only the findings of each part are kept.
        let outcome = Mutex(
            (total: Tally(rules: rules.count), hits: [ContiguousArray<Hit>](repeating: [], count: parts.count)))
        Workers.run(count: parts.count, jobs: jobs) { _, index in
            let tally = kernels.use { kernel in
                Self.tally(parts[index], program, inventory, kernel, effectiveness, asOf)
            }
            outcome.withLock { outcome in
                outcome.hits[index] = tally.hits
                outcome.total.add(tally)
            }
        }
        let (total, hits) = outcome.withLock { $0 }
        findings = hits
        summary = Self.summary(total, inventory, rules, asOf, version)
    }

    // MARK: Counting

    /// What judging one part gave, or all of them.
    private struct Tally: Sendable {
        var counts: [VerdictCounts]
        var hits: ContiguousArray<Hit> = []
        var savings = Money.zero
        var savingFindings = 0
        var unpriced = 0

        init(rules: Int) { counts = Array(repeating: VerdictCounts(), count: rules) }

        /// Counts what one finding would save; `largest`: of the resource so far.
        mutating func add(_ saving: Savings?, _ largest: inout Money) {
            guard let saving else { return }
            savingFindings += 1
            switch saving {
            case .monthly(let money): largest = max(largest, money)
            case .unpriced: unpriced += 1
            }
        }

        /// Adds the figures of a part, not its findings.
        mutating func add(_ part: Tally) {
            for index in counts.indices { counts[index] += part.counts[index] }
            savings = savings + part.savings
            savingFindings += part.savingFindings
            unpriced += part.unpriced
        }
    }

    private static func tally(
        _ part: Part, _ program: Program, _ inventory: Inventory, _ kernel: Kernel,
        _ effectiveness: Effectiveness, _ asOf: Timestamp?
    ) -> Tally {
        var tally = Tally(rules: program.rules.count)
        let segment = inventory.segments[part.segment]
        kernel.enter(segment, now: (asOf ?? segment.scope.asOf)?.micros)
        for index in part.resources {
            let resource = segment.resources[index]
            // Several findings on one resource mostly change the same thing: the largest saving counts.
            var largest = Money.zero
            for (position, compiled) in program.rulesByType[Int(resource.type)].enumerated() {
                Judge(kernel, segment).judge(compiled, resource) { verdict, list, entry in
                    tally.counts[compiled.rule][verdict] += 1
                    guard verdict == .noncompliant else { return }
                    let isLatent =
                        compiled.isGraded
                        && effectiveness.effect(
                            of: compiled, on: resource, entry: place(list, entry, of: compiled, kernel, segment),
                            in: segment, kernel) == .latent
                    if isLatent { tally.counts[compiled.rule].latent += 1 }
                    tally.hits.append(
                        Hit(
                            resource: index - part.resources.lowerBound, rule: position, list: list, entry: entry,
                            isLatent: isLatent))
                    guard compiled.hasSavings else { return }
                    let place = place(list, entry, of: compiled, kernel, segment)
                    tally.add(savings(compiled, program, resource, place, kernel), &largest)
                }
            }
            tally.savings = tally.savings + largest
        }
        // Copied, since an array that grew has room to spare, and all parts' findings wait until they are reported.
        tally.hits = ContiguousArray(tally.hits.lazy.map { $0 })
        return tally
    }

    private static func summary(
        _ total: Tally, _ inventory: Inventory, _ rules: [Rule], _ asOf: Timestamp?, _ version: String
    ) -> RunSummary {
        let times = Set(inventory.segments.compactMap(\.scope.asOf))
        let inputs = inventory.inputs.map {
            RunSummary.Input(path: $0.path, documents: $0.documents, resources: $0.resources)
        }
        return RunSummary(
            version: version, inputs: inputs, resources: inventory.resourceCount, rules: rules.count,
            verdictsByRule: total.counts, monthlySavings: total.savings, savingFindings: total.savingFindings,
            unpricedFindings: total.unpriced,
            asOf: (asOf ?? times.max())?.text)
    }

    // MARK: Judgements

    package var partCount: Int { parts.count }

    package func judgements(inPart index: Int, _ selection: JudgementSelection) -> [Judgement] {
        let part = parts[index]
        let segment = inventory.segments[part.segment]
        return kernels.use { kernel in
            kernel.enter(segment, now: (asOf ?? segment.scope.asOf)?.micros)
            let writer = JudgementWriter(
                program: program, kernel: kernel, inventory: inventory, segment: segment, effectiveness: effectiveness)
            switch selection {
            case .findings: return findings[index].map { finding($0, part, segment, kernel, writer) }
            case .all: return judgements(part, segment, kernel, writer) { _ in true }
            case .ofRule(let rule): return judgements(part, segment, kernel, writer) { $0 == rule }
            }
        }
    }

    private func finding(_ hit: Hit, _ part: Part, _ segment: Segment, _ kernel: Kernel, _ writer: JudgementWriter)
        -> Judgement
    {
        let resource = segment.resources[part.resources.lowerBound + hit.resource]
        let compiled = program.rulesByType[Int(resource.type)][hit.rule]
        kernel.enter(resource)
        let entry = Self.place(hit.list, hit.entry, of: compiled, kernel, segment)
        if let entry { kernel.enter(entry.record) }
        let judgement = writer.judgement(compiled, resource, .noncompliant, entry: entry)
        assert((judgement.reach?.effect == .latent) == hit.isLatent, "what is told is what was counted")
        return judgement
    }

    /// The entry of the resource that the kernel has entered, by the position of its list among the rule's and its own in
    /// it; nil for the resource itself, and for a list that is not stated.
    static func place(
        _ list: Int, _ entry: Int, of compiled: CompiledRule, _ kernel: Kernel, _ segment: Segment
    ) -> JudgementWriter.EntryPlace? {
        guard list >= 0, entry >= 0 else { return nil }
        let condition = compiled.lists[list]
        let record = EntryList(kernel.word(condition.slot), in: segment.words)[entry]
        return JudgementWriter.EntryPlace(list: condition, index: entry, record: record)
    }

    private func judgements(
        _ part: Part, _ segment: Segment, _ kernel: Kernel, _ writer: JudgementWriter, _ isWanted: (Int) -> Bool
    ) -> [Judgement] {
        var result: [Judgement] = []
        for index in part.resources {
            let resource = segment.resources[index]
            let shape = inventory.catalog.shapes[inventory.catalog.types[Int(resource.type)].shape]
            for compiled in program.rulesByType[Int(resource.type)] where isWanted(compiled.rule) {
                Judge(kernel, segment).judge(compiled, resource) { verdict, list, entry in
                    let place = Self.place(list, entry, of: compiled, kernel, segment)
                    let absentList =
                        list >= 0 && entry < 0 ? shape.fields[compiled.lists[list].field].name : nil
                    result.append(writer.judgement(compiled, resource, verdict, entry: place, absentList: absentList))
                }
            }
        }
        return result
    }
}
