/// What a list of entries lets through, where not everything about it is known.
///
/// The certain traffic passes whatever the unstated turns out to be, the possible if it falls the way that admits most;
/// the certain is part of the possible. Networks are combined as their traffic is: a packet passes a network ACL and a
/// security group when it is in the intersection, and one of several groups when it is in the union.
package struct AdmittedTraffic: Hashable, Sendable {
    /// What passes in any case.
    package var certain: TrafficSet
    /// What passes in some case; holds all of `certain`.
    package var possible: TrafficSet

    /// Traffic between two limits, of which the first must be part of the second.
    package init(certain: TrafficSet, possible: TrafficSet) {
        self.certain = certain
        self.possible = possible
    }

    /// Traffic that is known.
    package init(_ traffic: TrafficSet) { self.init(certain: traffic, possible: traffic) }

    /// Nothing passes.
    package static let none = AdmittedTraffic(TrafficSet())
    /// All passes.
    package static let everything = AdmittedTraffic(.all)
    /// Nobody knows what passes.
    package static let unknown = AdmittedTraffic(certain: TrafficSet(), possible: .all)

    /// Whether nothing that is unstated matters.
    package var isKnown: Bool { certain == possible }
}

// MARK: - Lists of entries

extension AdmittedTraffic {
    /// What any of the entries admits, as of a security group:
    /// https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
    ///
    /// Where the protocol or the ports are not stated they are possibly all; an unresolved peer is possibly any address
    /// that `TrafficEntry.unresolvedMayBePublic` allows.
    package init(unionOf entries: some Sequence<TrafficEntry>) {
        var stated: [TrafficSet] = []
        var widest: [TrafficSet] = []
        for entry in entries {
            stated.append(TrafficSet(entry))
            if !entry.isStated { widest.append(TrafficSet(widest: entry)) }
        }
        let certain = TrafficSet.union(of: stated)
        self.init(certain: certain, possible: widest.isEmpty ? certain : certain.union(.union(of: widest)))
    }

    /// What a list admits whose first matching entry decides, and that denies what no entry matches, as a network ACL:
    /// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
    ///
    /// Lower numbers come first, equal ones in the order given. An entry of which something is not stated may match or
    /// not, packet by packet, as in `TrafficQuery.answer(firstMatchOf:)`.
    package init(firstMatchOf entries: [NumberedEntry]) {
        // Open is what no entry so far has decided: certainly, or in some case.
        var openCertain = TrafficSet.all
        var openPossible = TrafficSet.all
        var certain = TrafficSet()
        var possible = TrafficSet()
        for numbered in NumberedEntry.walk(entries).lazy.map({ entries[$0] }) where !openPossible.isEmpty {
            let matched = TrafficSet(numbered.entry)
            let widest = numbered.entry.isStated ? matched : TrafficSet(widest: numbered.entry)
            if numbered.allows {
                // What may match here and is not denied later passes either way: it stays open for those to come.
                certain = certain.union(openCertain.intersection(matched))
                possible = possible.union(openPossible.intersection(widest))
                openCertain = openCertain.subtracting(matched)
            } else {
                openCertain = openCertain.subtracting(widest)
            }
            openPossible = openPossible.subtracting(matched)
        }
        self.init(certain: certain, possible: possible)
    }
}

// MARK: - Algebra

extension AdmittedTraffic {
    /// What either admits.
    package func union(_ other: AdmittedTraffic) -> AdmittedTraffic {
        let certain = certain.union(other.certain)
        // The known need no second computation, and their two limits stay one buffer.
        return isKnown && other.isKnown
            ? AdmittedTraffic(certain) : AdmittedTraffic(certain: certain, possible: possible.union(other.possible))
    }

    /// What both admit.
    package func intersection(_ other: AdmittedTraffic) -> AdmittedTraffic {
        let certain = certain.intersection(other.certain)
        return isKnown && other.isKnown
            ? AdmittedTraffic(certain)
            : AdmittedTraffic(certain: certain, possible: possible.intersection(other.possible))
    }

    /// What is admitted from some of the addresses.
    package func intersection(addresses: AddressSet) -> AdmittedTraffic {
        let certain = certain.intersection(addresses: addresses)
        return isKnown
            ? AdmittedTraffic(certain)
            : AdmittedTraffic(certain: certain, possible: possible.intersection(addresses: addresses))
    }

    /// What is admitted on some of the services.
    package func intersection(services: ServiceSet) -> AdmittedTraffic {
        let certain = certain.intersection(services: services)
        return isKnown
            ? AdmittedTraffic(certain)
            : AdmittedTraffic(certain: certain, possible: possible.intersection(services: services))
    }
}

extension AdmittedTraffic: CustomStringConvertible {
    /// The traffic when it is known, else `CERTAIN, perhaps POSSIBLE`.
    package var description: String { isKnown ? "\(certain)" : "\(certain), perhaps \(possible)" }
}
