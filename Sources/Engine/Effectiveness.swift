internal import BucketAccess
internal import Catalog
internal import Expressions
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
        let place = graph.place(of: resource, in: segment)
        if let buckets = graph.buckets(with: place) {
            return neutralisation(rule, buckets, place, kernel).map { Effect($0.force) }
        }
        return decide(rule, place, entry, segment, kernel)?.effect
    }

    /// The effect of a finding with its reason, for the reports.
    func reach(
        of rule: CompiledRule, on resource: ResourceRecord, entry: JudgementWriter.EntryPlace?, in segment: Segment,
        _ kernel: Kernel
    ) -> Reach? {
        let place = graph.place(of: resource, in: segment)
        if let buckets = graph.buckets(with: place) {
            return neutralisation(rule, buckets, place, kernel).map {
                Reach(effect: Effect($0.force), reason: $0.reason)
            }
        }
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

    // MARK: Buckets

    /// What the public access flags make of what the rule's condition found public.
    private func neutralisation(
        _ rule: CompiledRule, _ buckets: BucketModel, _ place: ReferenceTable.Place, _ kernel: Kernel
    ) -> Neutralisation? {
        guard rule.condition >= 0 else { return nil }
        var names: [String] = []
        collectFacts(rule.condition, kernel, &names)
        return buckets.neutralisation(ofFacts: names, at: place)
    }

    /// The facts that the tests of a condition read, but for operands of `or` that do not hold.
    private func collectFacts(_ index: Int, _ kernel: Kernel, _ names: inout [String]) {
        let i = program.instructions[index]
        switch i.op {
        case .and:
            collectFacts(Int(i.a), kernel, &names)
            collectFacts(Int(i.b), kernel, &names)
        case .or:
            for operand in [Int(i.a), Int(i.b)] where kernel.truth(operand) == .yes {
                collectFacts(operand, kernel, &names)
            }
        case .not, .remembered: collectFacts(Int(i.a), kernel, &names)
        case .wordEquals, .wordIn:
            if let name = program.paths[Int(i.a)], program.factNames.contains(name) { names.append(name) }
        case .general: collectFacts(program.generals[Int(i.a)].expression, &names)
        default: break
        }
    }

    private func collectFacts(_ expression: Expression, _ names: inout [String]) {
        if case .field(let record, let name) = expression.kind, case .resource = record.kind { names.append(name) }
        for part in expression.parts { collectFacts(part, &names) }
    }

    // MARK: Traffic

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

extension Effect {
    fileprivate init(_ force: Neutralisation.Force) {
        switch force {
        case .effective: self = .effective
        case .latent: self = .latent
        case .undetermined: self = .undetermined
        }
    }
}
