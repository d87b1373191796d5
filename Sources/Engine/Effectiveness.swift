internal import Catalog
internal import Findings
internal import Inventory
internal import Networks
internal import Reachability
internal import Rules

/// Tells whether findings make a difference now: whether a path leads to what they speak of.
///
/// One a run, shared by all threads. It is asked about noncompliant verdicts of rules with `latent` only. The kernel has
/// entered the resource, and the entry where there is one, and is left so.
struct Effectiveness: Sendable {
    private let program: Program
    private let graph: InventoryGraph
    /// What the questions about lists of entries, and about what arrives, ask for.
    private let ofLists: [Asked]
    private let ofExposures: [Asked]

    /// Traffic that a finding is about.
    private struct Asked: Sendable {
        var origin: Origin
        var services: ServiceSet
        var traffic: TrafficSet

        init(_ query: TrafficQuery) {
            (origin, services) = (Origin(query), query.services)
            traffic = TrafficSet(addresses: origin.addresses, services: services)
        }

        init(_ entry: TrafficEntry) {
            let whole = AdmittedTraffic(unionOf: CollectionOfOne(entry)).possible
            // What an entry admits of the internet is what matters, where it admits some of it.
            let ofInternet = whole.intersection(addresses: .internet)
            traffic = ofInternet.isEmpty ? whole : ofInternet
            services = traffic.services
            origin = Origin(name: entry.addresses.description, addresses: traffic.addresses)
        }
    }

    init(_ program: Program, _ graph: InventoryGraph) {
        (self.program, self.graph) = (program, graph)
        let isAsked = program.rules.contains { $0.latentSeverity != nil }
        ofLists = isAsked ? program.trafficTests.map { Asked($0.query) } : []
        ofExposures = isAsked ? program.reachTests.map(Asked.init) : []
    }

    /// The effect of a finding, for the figures; nil where the question has no sense. That of `reach` is the same.
    func effect(
        of rule: CompiledRule, on resource: ResourceRecord, entry: JudgementWriter.EntryPlace?, in segment: Segment,
        _ kernel: Kernel
    ) -> Effect? {
        decide(rule, graph.place(of: resource, in: segment), entry, segment, kernel)?.effect
    }

    /// The effect of a finding with its reason, for the reports.
    func reach(
        of rule: CompiledRule, on resource: ResourceRecord, entry: JudgementWriter.EntryPlace?, in segment: Segment,
        _ kernel: Kernel
    ) -> Reach? {
        let place = graph.place(of: resource, in: segment)
        guard let (effect, asked) = decide(rule, place, entry, segment, kernel) else { return nil }
        guard let path = graph.network.path(from: asked.origin, to: place, services: asked.services) else {
            return Reach(effect: effect, reason: graph.network.absence(of: place), evidence: [])
        }
        let evidence = graph.network.clues(of: path).compactMap { clue in
            clue.span.map { Evidence(path: clue.path, value: clue.text, span: $0) }
        }
        // What stops traffic on this path does not decide where others are not known.
        let isElsewhere = effect == .undetermined && path.verdict == .stops
        return Reach(
            effect: effect, reason: isElsewhere ? graph.network.doubt(about: place) : path.summary,
            evidence: isElsewhere ? [] : evidence)
    }

    private func decide(
        _ rule: CompiledRule, _ place: ReferenceTable.Place, _ entry: JudgementWriter.EntryPlace?, _ segment: Segment,
        _ kernel: Kernel
    ) -> (effect: Effect, asked: Asked)? {
        var result: (effect: Effect, asked: Asked)?
        for asked in asked(rule, entry, segment, kernel) {
            guard let answer = graph.network.arrives(asked.traffic, at: place) else { return nil }
            switch answer {
            case .yes: return (.effective, asked)
            case .unknown where result?.effect != .undetermined: result = (.undetermined, asked)
            case .no where result == nil: result = (.latent, asked)
            default: break
            }
        }
        return result
    }

    /// The traffic that the finding is about: the entry's, or what the questions that decided it ask for.
    private func asked(
        _ rule: CompiledRule, _ entry: JudgementWriter.EntryPlace?, _ segment: Segment, _ kernel: Kernel
    ) -> [Asked] {
        guard let entry else {
            var result: [Asked] = []
            collect(rule.condition, kernel, &result)
            return result
        }
        let type = program.catalog.types[program.rules[rule.rule].resourceType]
        let field = program.catalog.shape(of: type).fields[entry.list.field]
        // What goes out is no way in.
        guard field.name == "ingress", let layout = program.trafficLayouts[field.type.detail] else { return [] }
        return [Asked(layout.entry(entry.record.shared, segment.tables, graph.peers))]
    }

    /// The questions about traffic in a condition that hold.
    private func collect(_ index: Int, _ kernel: Kernel, _ result: inout [Asked]) {
        let i = program.instructions[index]
        switch i.op {
        case .and, .or:
            collect(Int(i.a), kernel, &result)
            collect(Int(i.b), kernel, &result)
        case .not, .remembered: collect(Int(i.a), kernel, &result)
        case .admits where program.paths[Int(i.a)] != "egress" && kernel.truth(index) == .yes:
            result.append(ofLists[Int(i.b)])
        case .reaches where kernel.truth(index) == .yes: result.append(ofExposures[Int(i.b)])
        default: break
        }
    }
}
