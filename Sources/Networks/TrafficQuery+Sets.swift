// Questions put to traffic that has been computed, instead of to the list it comes from.

extension TrafficQuery {
    /// The answer about traffic that is admitted: the meaning is the one documented for the query itself.
    ///
    /// It is what `answer(unionOf:)` and `answer(firstMatchOf:)` say of the list that admits the traffic, but for one
    /// thing: sets do not remember that a peer whose addresses are not known is an address all the same. Where that
    /// would decide a question about any address, the answer is unknown.
    package func answer(_ traffic: AdmittedTraffic) -> Answer {
        if !familiesSufficed(by: traffic.certain).isEmpty { return .yes }
        return traffic.isKnown || familiesSufficed(by: traffic.possible).isEmpty ? .no : .unknown
    }

    /// Whether some asked address on some asked service is in the set; neither `share` nor "every" matters.
    package func overlaps(_ traffic: TrafficSet) -> Bool {
        let target = target
        var isFound = false
        traffic.forEachPart(of: services) { _, addresses in
            isFound = addresses.overlaps(target)
            return !isFound
        }
        return isFound
    }

    /// The services asked about, one of them or each.
    ///
    /// None for a port condition that no port meets. A protocol with ports whose ports AWS does not look at (sctp, say)
    /// is asked about as a whole, if any port is. With `.all` asked, protocols without ports are exempt from the port
    /// condition.
    package var services: ServiceSet {
        if ports == .any {
            if protocols.isEmpty || asksEveryProtocol { return .all }
            return protocols.reduce(ServiceSet()) { $0.union(ServiceSet($1)) }
        }
        let asked = askedPorts
        let carriers = protocols.isEmpty || asksEveryProtocol ? IPProtocol.portCarrying : protocols.filter(\.hasPorts)
        let onPorts = carriers.reduce(ServiceSet()) { asked.isEmpty ? $0 : $0.union(ServiceSet($1, ports: asked)) }
        guard asksEveryProtocol else { return onPorts }
        return carriers.reduce(ServiceSet.all) { $0.subtracting(ServiceSet($1)) }.union(onPorts)
    }

    /// The ports that the condition speaks of.
    private var askedPorts: [PortRange] {
        switch ports {
        case .any, .every: [.all]
        case .anyOf(let ranges): ranges
        case .outside(let ranges):
            ServiceSet(.tcp).subtracting(ServiceSet(.tcp, ports: ranges)).ports(of: .tcp)
        }
    }

    /// The families for which the traffic alone makes the query hold.
    private func familiesSufficed(by traffic: TrafficSet) -> Sufficiency.Families {
        let target = target
        let services = services
        guard asksEveryProtocol || ports == .every else {
            return familiesSufficed(bySomeOf: services, in: traffic) { sufficient($0, of: target) }
        }
        // With every protocol asked there are many questions about few sets of addresses.
        var known: [AddressSet: Sufficiency.Families] = [:]
        func enough(_ addresses: AddressSet) -> Sufficiency.Families {
            if let families = known[addresses] { return families }
            let families = sufficient(addresses, of: target)
            known[addresses] = families
            return families
        }
        func families(_ transport: IPProtocol) -> Sufficiency.Families {
            let asked = services.intersection(ServiceSet(transport))
            return ports == .every
                ? familiesSufficed(byEachOf: asked, in: traffic, enough)
                : familiesSufficed(bySomeOf: asked, in: traffic, enough)
        }
        guard asksEveryProtocol else {
            return services.protocols.reduce([]) { $0.union(families($1)) }
        }
        var common = Sufficiency.Families.all
        for number in 0...255 where !common.isEmpty {
            common.formIntersection(families(ServiceSet.transport(at: UInt32(number) << 16)))
        }
        return common
    }

    private func familiesSufficed(
        bySomeOf services: ServiceSet, in traffic: TrafficSet, _ enough: (AddressSet) -> Sufficiency.Families
    ) -> Sufficiency.Families {
        var families: Sufficiency.Families = []
        traffic.forEachPart(of: services) { _, addresses in
            families.formUnion(enough(addresses))
            return families != .all
        }
        return families
    }

    private func familiesSufficed(
        byEachOf services: ServiceSet, in traffic: TrafficSet, _ enough: (AddressSet) -> Sufficiency.Families
    ) -> Sufficiency.Families {
        var families = Sufficiency.Families.all
        var admitted = 0
        traffic.forEachPart(of: services) { range, addresses in
            admitted += range.count
            families.formIntersection(enough(addresses))
            return !families.isEmpty
        }
        // A service that is in no part is admitted from nowhere.
        return admitted == services.count ? families : []
    }
}
