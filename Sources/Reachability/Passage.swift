internal import Inventory
package import Networks

/// Traffic that takes one and the same way: the same route and the same entries of groups and ACLs let it through.
package struct Passage: Sendable {
    /// The traffic: remote addresses and services.
    package var traffic: TrafficSet
    /// Its path; the verdict says whether the traffic certainly arrives.
    package var path: Path
    /// Where it arrives.
    package var targets: [ResourceName]

    /// What equal ways have in common: everything but the target.
    struct Key: Hashable {
        private var parts: [String]

        init(_ path: Path) {
            parts = path.steps.filter { $0.kind != .target }.map {
                "\($0.kind) \($0.id) \($0.verdict) \($0.entry ?? $0.detail)"
            }
            parts.append("\(path.verdict) \(path.isDown ?? "")")
        }
    }
}

/// Finds every way that traffic takes.
struct PassageFinder {
    /// Ways that are told apart at one interface; what is left then counts as one more.
    static let limit = 200

    let model: NetworkModel
    let source: Source
    let services: ServiceSet
    /// Only through the entries of this group.
    var group: Int?

    /// The ways to an interface, those that are certain first. None where nothing arrives.
    func passages(to index: Int) -> [Passage] {
        let finder = PathFinder(model)
        let target = model.name(of: owner(of: index))
        var passages: [Passage] = []
        for origin in source.origins {
            let all = finder.path(from: origin, to: index, services: services, throughGroup: group).arrives
            let open = all.possible.subtracting(all.certain)
            for (part, isCertain) in [(all.certain, true), (open, false)] {
                for (traffic, path) in ways(part, isCertain, from: origin, to: index, finder) {
                    passages.append(Passage(traffic: traffic, path: degraded(path), targets: [target]))
                }
            }
        }
        return Self.merged(passages)
    }

    private func ways(
        _ traffic: TrafficSet, _ isCertain: Bool, from origin: Origin, to index: Int, _ finder: PathFinder
    ) -> [(TrafficSet, Path)] {
        var rest = traffic
        var found: [(TrafficSet, Path)] = []
        while let part = rest.parts.first {
            let first = TrafficSet(addresses: part.addresses, services: ServiceSet(part.services))
            var sender = origin
            sender.addresses = part.addresses
            let isLast = found.count == Self.limit
            let path = finder.path(
                from: sender, to: index, services: ServiceSet(part.services), throughGroup: group, isAlone: !isLast)
            let way = isCertain ? path.arrives.certain : path.arrives.possible
            let taken = isLast ? rest : way.isEmpty ? first : way
            found.append((taken, path))
            rest = rest.subtracting(taken)
        }
        return found
    }

    /// Where the addresses of the source are not known, nothing certainly arrives.
    private func degraded(_ path: Path) -> Path {
        guard !source.missing.isEmpty else { return path }
        var path = path
        for name in source.missing { path.beOpen(name) }
        return path
    }

    /// Each way once, with all the traffic that takes it and all the targets it leads to.
    static func merged(_ passages: [Passage]) -> [Passage] {
        var places: [Passage.Key: Int] = [:]
        var result: [Passage] = []
        for passage in passages {
            let key = Passage.Key(passage.path)
            guard let place = places[key] else {
                places[key] = result.count
                result.append(passage)
                continue
            }
            result[place].traffic = result[place].traffic.union(passage.traffic)
            result[place].path.arrives = result[place].path.arrives.union(passage.path.arrives)
            result[place].path.addMissing(passage.path.missing)
            let known = Set(result[place].targets.map(\.place))
            result[place].targets += passage.targets.filter { !known.contains($0.place) }
        }
        return result.filter { $0.path.verdict == .passes } + result.filter { $0.path.verdict != .passes }
    }

    /// Ways to an interface like one that they lead to.
    func renamed(_ passages: [Passage], to target: ResourceName) -> [Passage] {
        passages.map { passage in
            var passage = passage
            passage.targets = [target]
            if let last = passage.path.steps.indices.last, passage.path.steps[last].kind == .target {
                (passage.path.steps[last].id, passage.path.steps[last].span) = (target.id, target.span)
            }
            return passage
        }
    }

    /// The same, whether or not something answers there.
    func renamed(_ passages: [Passage], to target: ResourceName, isDown: String?) -> [Passage] {
        renamed(passages, to: target).map { passage in
            var passage = passage
            passage.path.isDown = isDown
            return passage
        }
    }

    /// The ways to the interfaces of one resource.
    func united(_ ways: [[Passage]], of place: ReferenceTable.Place) -> [Passage] {
        let all = Self.merged(ways.flatMap(\.self))
        guard let kind = census.kind(place), [.database, .redshiftCluster].contains(kind), ways.count > 1 else {
            return all
        }
        return settled(all, ways, in: place)
    }

    /// A database is in one of its subnets: what does not arrive in every one of them may not arrive.
    private func settled(_ all: [Passage], _ ways: [[Passage]], in place: ReferenceTable.Place) -> [Passage] {
        let arriving = ways.map { passages in
            TrafficSet.union(of: passages.filter { $0.path.verdict == .passes }.map(\.traffic))
        }
        let everywhere = arriving.dropFirst().reduce(arriving[0]) { $0.intersection($1) }
        var (certain, open): ([Passage], [Passage]) = ([], [])
        for passage in all {
            guard passage.path.verdict == .passes else {
                open.append(passage)
                continue
            }
            var (sure, perhaps) = (passage, passage)
            sure.traffic = passage.traffic.intersection(everywhere)
            perhaps.traffic = passage.traffic.subtracting(everywhere)
            perhaps.path.beOpen("which of its subnets \(census.id(place)) is in")
            if !sure.traffic.isEmpty { certain.append(sure) }
            if !perhaps.traffic.isEmpty { open.append(perhaps) }
        }
        return certain + open
    }

    /// Ways of several resources: those with the same steps and the same traffic are told once.
    static func gathered(_ passages: [Passage]) -> [Passage] {
        struct Likeness: Hashable {
            var key: Passage.Key
            var traffic: TrafficSet
        }
        var places: [Likeness: Int] = [:]
        var result: [Passage] = []
        for passage in passages {
            let likeness = Likeness(key: Passage.Key(passage.path), traffic: passage.traffic)
            if let place = places[likeness] {
                result[place].targets += passage.targets
                result[place].path.addMissing(passage.path.missing)
            } else {
                places[likeness] = result.count
                result.append(passage)
            }
        }
        return result.filter { $0.path.verdict == .passes } + result.filter { $0.path.verdict != .passes }
    }

    /// What people take an interface for: its instance, or what it is of.
    func owner(of index: Int) -> ReferenceTable.Place {
        let interface = model.interfaces.all[index]
        return interface.instance.map { census.place(.instance, $0) } ?? interface.owner
    }

    private var census: Census { model.census }
}

extension Path {
    /// Nothing arrives for certain, as long as the inventory does not say this.
    fileprivate mutating func beOpen(_ name: String) {
        arrives.certain = TrafficSet()
        addMissing([name])
        if let last = steps.indices.last, steps[last].kind == .target { steps[last].verdict = .undecided }
    }

    fileprivate mutating func addMissing(_ names: [String]) {
        for name in names where !missing.contains(name) { missing.append(name) }
    }
}
