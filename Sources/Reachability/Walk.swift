internal import Networks

/// Traffic being followed from step to step.
struct Walk {
    var path = Path()
    var traffic: AdmittedTraffic
    /// What passed before the step that stopped it.
    var before: AdmittedTraffic
    /// Whether only the traffic is followed that the same entries decide about as about its first packet.
    let isAlone: Bool

    init(_ traffic: AdmittedTraffic, isAlone: Bool) {
        (self.traffic, before, self.isAlone) = (traffic, traffic, isAlone)
    }

    /// Narrows the traffic down; whether some of it may go on.
    mutating func pass(_ filter: AdmittedTraffic) -> Path.Verdict {
        before = traffic
        traffic = traffic.intersection(filter)
        if !traffic.certain.isEmpty { return .passes }
        return traffic.possible.isEmpty ? .stops : .undecided
    }

    /// Follows only what one entry decides about, where that is asked for.
    mutating func keep(_ decided: TrafficSet) {
        guard isAlone else { return }
        let kept = traffic.intersection(AdmittedTraffic(decided))
        // An entry of which not everything is stated decides about nothing for certain.
        if !kept.possible.isEmpty { traffic = kept }
    }
}

/// A packet that shows which entries decide.
struct Witness {
    var address: IPAddress
    var service: UInt32

    /// The first packet that certainly passes, else the first that may.
    init?(_ traffic: AdmittedTraffic) {
        guard let part = traffic.certain.parts.first ?? traffic.possible.parts.first,
            let family = AddressFamily.allCases.first(where: { !part.addresses[$0].isEmpty }),
            let range = part.addresses[family].first
        else { return nil }
        address = IPAddress(family: family, value: range.lowerBound)
        service = part.services.lowerBound
    }

    /// The first packet that is not of neighbours.
    init?(_ traffic: AdmittedTraffic, outside near: TrafficSet) {
        self.init(
            AdmittedTraffic(
                certain: traffic.certain.subtracting(near), possible: traffic.possible.subtracting(near)))
    }

    var services: ServiceSet { ServiceSet(service...service) }
    var traffic: TrafficSet { TrafficSet(addresses: AddressSet(address), services: services) }
}
