internal import Inventory
package import Networks

/// Everything that traffic from a source can arrive at, one row a resource, in input order.
package struct ExposureListing: Sendable {
    /// A resource with interfaces, and the ways that lead to it.
    package struct Row: Sendable {
        package var resource: ResourceName
        /// Id of the subnet it is in, and more where it is in several.
        package var subnets: [String]
        /// The ways, those that are certain first.
        package var passages: [Passage]
        /// Why nothing answers there: `i-1 does not run`.
        package var isDown: String?
        /// What the inventory would have to say about the ways that are not certain.
        package var missing: [String]

        /// Whether something certainly arrives.
        package var isReachable: Bool { passages.first?.path.verdict == .passes }
        /// Whether something may arrive that is not certain to.
        package var isOpen: Bool { !missing.isEmpty || passages.last?.path.verdict == .undecided }
    }

    package var source: Source
    package var services: ServiceSet
    /// What something certainly arrives at.
    package var reachable: [Row] = []
    /// What cannot be told of; some are reachable besides, by other ways.
    package var open: [Row] = []
    /// Resources with interfaces.
    package var total = 0

    /// All of them, each once, in input order.
    package var rows: [Row] {
        let all = reachable + open.filter { !$0.isReachable }
        return all.sorted {
            ($0.resource.place.segment, $0.resource.place.resource)
                < ($1.resource.place.segment, $1.resource.place.resource)
        }
    }

    /// Rows of which nothing is certain.
    package var openOnly: Int { open.count { !$0.isReachable } }

    package var verdict: ReachVerdict {
        if !reachable.isEmpty { return .reachable }
        return open.isEmpty ? .blocked : .unknown
    }
}

extension NetworkModel {
    /// What traffic from a source arrives at.
    package func exposed(to source: Source, services: ServiceSet) -> ExposureListing {
        let finder = PassageFinder(model: self, source: source, services: services)
        var listing = ExposureListing(source: source, services: services)
        let sendsItself = source.origins.contains { !$0.interfaces.isEmpty }
        var known: [Int32: [Passage]] = [:]
        for (place, indices) in owners(finder) {
            listing.total += 1
            let name = name(of: place)
            let ways = indices.map { index in
                // Interfaces in one situation are alike, but for their names and whether something answers.
                let which = exposures.arrivingOf[index]
                var ways = sendsItself ? nil : known[which]
                if ways == nil {
                    ways = finder.passages(to: index)
                    known[which] = ways
                }
                return finder.renamed(ways ?? [], to: name, isDown: nil)
            }
            let row = row(name, indices, finder.united(ways, of: place))
            if row.isReachable { listing.reachable.append(row) }
            if row.isOpen { listing.open.append(row) }
        }
        return listing
    }

    /// The resources with interfaces, in input order, each with its interfaces.
    private func owners(_ finder: PassageFinder) -> [(ReferenceTable.Place, [Int])] {
        var order: [ReferenceTable.Place: [Int]] = [:]
        for index in interfaces.all.indices { order[finder.owner(of: index), default: []].append(index) }
        return order.sorted { ($0.key.segment, $0.key.resource) < ($1.key.segment, $1.key.resource) }
    }

    private func row(_ name: ResourceName, _ indices: [Int], _ passages: [Passage]) -> ExposureListing.Row {
        var subnets: [String] = []
        for number in indices.compactMap({ interfaces.all[$0].subnet.number }) {
            let id = census.id(.subnet, number)
            if !subnets.contains(id) { subnets.append(id) }
        }
        var missing: [String] = []
        for text in passages.flatMap(\.path.missing) where !missing.contains(text) { missing.append(text) }
        if census.kind(name.place) == .instance, interfaces.incompleteInstances.contains(census.number(name.place)) {
            missing.append(census.collection(.networkInterface))
        }
        let isAlone = census.kind(name.place) == .networkInterface
        let isDown = indices.allSatisfy { interfaces.all[$0].isDown }
        return ExposureListing.Row(
            resource: name, subnets: subnets, passages: passages,
            isDown: isDown ? (isAlone ? "attached to nothing" : "does not run") : nil, missing: missing)
    }
}
