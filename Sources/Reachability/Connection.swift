internal import Inventory
package import Networks

/// What a question about traffic comes to.
package enum ReachVerdict: String, Sendable {
    case reachable, blocked
    /// The inventory does not say enough.
    case unknown
}

/// The answer about one target: the ways that lead to it, or what stops all of them.
package struct Connection: Sendable {
    package var source: Source
    package var target: ResourceName
    package var services: ServiceSet
    /// Every way, those that are certain first.
    package var passages: [Passage] = []
    /// Where there is no way: the path that gets furthest.
    package var deadEnd: Path?
    /// What decides where no path shows it: `sg-1` is attached to nothing.
    package var reason: String?
    /// What the inventory would have to say, where it cannot be told.
    package var missing: [String] = []

    package var verdict: ReachVerdict {
        if passages.contains(where: { $0.path.verdict == .passes }) { return .reachable }
        return passages.isEmpty && missing.isEmpty ? .blocked : .unknown
    }

    /// The traffic that certainly arrives.
    package var arrives: TrafficSet {
        .union(of: passages.filter { $0.path.verdict == .passes }.map(\.traffic))
    }
}

extension NetworkModel {
    /// How traffic gets from a source to a target.
    package func connection(from source: Source, to target: ResourceName, services: ServiceSet) -> Connection {
        let kind = census.kind(target.place)
        let indices = interfaces(of: target.place)
        let group = kind == .securityGroup ? census.number(target.place) : nil
        var finder = PassageFinder(model: self, source: source, services: services)
        finder.group = group
        var result = Connection(source: source, target: target, services: services)
        let sendsItself = source.origins.contains { !$0.interfaces.isEmpty }
        var known: [Int32: [Passage]] = [:]
        var order: [ReferenceTable.Place] = []
        var ways: [ReferenceTable.Place: [[Passage]]] = [:]
        for index in indices {
            // Interfaces in one situation are alike, but for their names and whether something answers.
            let isPlain = !sendsItself && !interfaces.all[index].isDown
            var found = isPlain ? known[exposures.arrivingOf[index]] : nil
            if found == nil {
                found = finder.passages(to: index)
                if isPlain { known[exposures.arrivingOf[index]] = found }
            }
            let owner = finder.owner(of: index)
            if ways[owner] == nil { order.append(owner) }
            ways[owner, default: []].append(finder.renamed(found ?? [], to: name(of: owner)))
        }
        result.passages = PassageFinder.gathered(order.flatMap { finder.united(ways[$0] ?? [], of: $0) })
        if result.passages.isEmpty { explain(&result, indices, kind, group) }
        for text in result.passages.flatMap(\.path.missing) where !result.missing.contains(text) {
            result.missing.append(text)
        }
        return result
    }

    /// Why there is no way.
    private func explain(_ result: inout Connection, _ indices: [Int], _ kind: NetworkKind?, _ group: Int?) {
        let view = census.view(result.target.place)
        if result.source.addresses.isEmpty {
            result.reason = "no interface of the inventory carries `\(result.source.name)`, so nothing comes from it"
            return
        }
        let finder = PathFinder(self)
        let paths = result.source.origins.flatMap { origin in
            // Resources of one kind are mostly stopped by the same thing.
            indices.prefix(16).map { index in
                var origin = origin
                // Neighbours pass no ACL: what stops the others tells more.
                let near = interfaces.all[index].subnet.number.map { subnets.all[$0].addresses } ?? AddressSet()
                if !near.contains(origin.addresses) { origin.addresses = origin.addresses.subtracting(near) }
                return finder.path(from: origin, to: index, services: result.services, throughGroup: group)
            }
        }
        result.deadEnd =
            paths.enumerated().max {
                ($0.element.steps.count, $1.offset) < ($1.element.steps.count, $0.offset)
            }?.element
        let isStated = census.isStated(.networkInterface, around: view)
        if indices.isEmpty, isStated { result.reason = "`\(result.target.id)` is attached to nothing" }
        let holdsOthers = [.securityGroup, .networkACL, .subnet].contains(kind)
        if !isStated, indices.isEmpty || holdsOthers { result.missing = [census.collection(.networkInterface)] }
        if kind == .instance, interfaces.incompleteInstances.contains(census.number(result.target.place)) {
            result.missing = [census.collection(.networkInterface)]
        }
    }
}
