internal import Catalog
internal import Diagnostics
package import Inventory
package import Networks
internal import Synchronization

/// The networks of an inventory, put together from its resources: what can reach what.
///
/// Built once, shared by all rules. What arrives at interfaces is worked out when somebody first asks.
package final class NetworkModel: FactSource {
    let census: Census
    let way: Way
    let interfaces: Interfaces
    let groups: Groups
    /// Per VPC: its endpoints.
    let endpointsOfVPC: Incidence
    /// VPCs of subnets that have interfaces and do not say which ACL is theirs; nil where the VPC is not known either.
    private let silentVPCs: Set<Int?>
    private let jobs: Int
    private let made = Mutex<Exposures?>(nil)
    private let addresses = Mutex<AddressIndex?>(nil)
    private let inbound = Mutex<[Int: AdmittedTraffic]>([:])
    private let ofGroups = Mutex<[Int: AdmittedTraffic]>([:])
    private let ofLists = Mutex<[Int: AdmittedTraffic]>([:])
    private let longLists = Mutex<[EntryList: [TrafficEntry]]>([:])
    private let isDerived = Mutex(false)

    var acls: AccessLists { way.acls }
    var subnets: Subnets { way.subnets }
    var routes: RouteTables { way.routes }

    /// Reads the networks of an inventory; `jobs`: threads to work with.
    package init(_ inventory: Inventory, _ references: ReferenceSource, jobs: Int) {
        self.jobs = jobs
        census = Census(inventory, references)
        let lists = PeerAddresses(prefixListsOf: inventory)
        let routes = RouteTables(census, lists)
        let acls = AccessLists(census, lists)
        let subnets = Subnets(census, routes, acls)
        way = Way(subnets: subnets, routes: routes, acls: acls)
        interfaces = Interfaces(census, subnets)
        let (interfaces, census) = (interfaces, census)
        silentVPCs = Set(
            subnets.all.indices.filter { subnets.all[$0].accessList.isOpen && !interfaces.ofSubnet[$0].isEmpty }
                .map { subnets.all[$0].vpc.number })
        endpointsOfVPC = Incidence(count: census.count(.vpc)) { add in
            for endpoint in 0..<census.count(.endpoint) {
                let view = census.view(.endpoint, endpoint)
                let vpc = census.link(view.word(census.slots(.endpoint)["vpc"]), to: .vpc, in: view.segment)
                if let vpc = vpc.number { add(vpc, Int32(endpoint)) }
            }
        }
        groups = Groups(census, interfaces, lists)
    }

    /// The addresses behind names of groups and prefix lists.
    package var peers: PeerAddresses { groups.peers }

    var exposures: Exposures {
        made.withLock { made in
            if let made { return made }
            let exposures = Exposures(interfaces, groups, way, jobs: jobs)
            made = exposures
            return exposures
        }
    }

    /// Which interfaces have an address; made when the first target is named by one.
    var addressIndex: AddressIndex {
        addresses.withLock { made in
            if let made { return made }
            let index = AddressIndex(self)
            made = index
            return index
        }
    }

    // MARK: Entries

    /// The entries of a group in one direction.
    private struct EntryList: Hashable {
        var group: Int
        var isIngress: Bool
    }

    /// Lists from this length on are kept decoded; decoding shorter ones again costs less than the memory of all of them.
    private static let longList = 32

    /// The entries of a group in one direction; nil when they are not stated. Findings on each entry of a list ask for all.
    func entries(ofGroup group: Int, isIngress: Bool) -> [TrafficEntry]? {
        let list = EntryList(group: group, isIngress: isIngress)
        if let known = longLists.withLock({ $0[list] }) { return known }
        let entries = groups.entries(of: group, isIngress: isIngress)
        if let entries, entries.count >= Self.longList { longLists.withLock { $0[list] = entries } }
        return entries
    }

    // MARK: What arrives

    /// What arrives at an interface.
    func arriving(at interface: Int) -> AdmittedTraffic {
        let exposures = exposures
        return exposures.arriving[Int(exposures.arrivingOf[interface])]
    }

    /// What the inbound entries of a group admit; worked out once, as findings on each of thousands of entries ask for it.
    func admitted(byGroup group: Int) -> AdmittedTraffic {
        if let known = inbound.withLock({ $0[group] }) { return known }
        let result = groups.admitted(by: group, isIngress: true)
        inbound.withLock { $0[group] = result }
        return result
    }

    /// What arrives through the entries of one group, at any interface that carries it.
    func arriving(throughGroup group: Int) -> AdmittedTraffic {
        if let known = ofGroups.withLock({ $0[group] }) { return known }
        var open = union(situationsOf: interfaces.ofGroup[group])
        if !knowsBearers(of: group) { open.possible = .all }
        let result = open.intersection(admitted(byGroup: group))
        ofGroups.withLock { $0[group] = result }
        return result
    }

    /// What arrives at the interfaces behind an ACL.
    func arriving(throughList list: Int) -> AdmittedTraffic {
        if let known = ofLists.withLock({ $0[list] }) { return known }
        let exposures = exposures
        var result = AdmittedTraffic.none
        var seen: Set<Int32> = []
        let view = census.view(.networkACL, list)
        let vpc = census.link(view.word(census.slots(.networkACL)["vpc"]), to: .vpc, in: view.segment)
        var isKnown = census.isStated(.networkInterface, around: view) && !interfaces.hasUnknownSubnet
        if mayBeOfUnnamedSubnet(listIn: vpc) { isKnown = false }
        for number in subnets.ofList[list].map(Int.init) {
            for index in interfaces.ofSubnet[number] where seen.insert(exposures.arrivingOf[Int(index)]).inserted {
                result = result.union(exposures.arriving[Int(exposures.arrivingOf[Int(index)])])
            }
        }
        if !isKnown { result.possible = .all }
        let admitted = result.intersection(acls.lists[list].inbound)
        ofLists.withLock { $0[list] = admitted }
        return admitted
    }

    /// Whether a subnet with interfaces, which does not say which ACL it has, may have one of the VPC.
    private func mayBeOfUnnamedSubnet(listIn vpc: Link) -> Bool {
        guard !silentVPCs.isEmpty else { return false }
        guard let vpc = vpc.number else { return true }
        return silentVPCs.contains(vpc) || silentVPCs.contains(nil)
    }

    /// What arrives at some interfaces, groups aside.
    private func union(situationsOf indices: ArraySlice<Int32>) -> AdmittedTraffic {
        struct Kind: Hashable {
            var situation: Int32
            var listening: Listening?
        }
        let exposures = exposures
        var result = AdmittedTraffic.none
        var seen: Set<Kind> = []
        for index in indices.map(Int.init) {
            let kind = Kind(situation: exposures.situationOf[index], listening: interfaces.all[index].listening)
            if seen.insert(kind).inserted { result = result.union(open(to: index)) }
        }
        return result
    }

    /// What arrives at an interface, groups aside, at services that listen.
    func open(to interface: Int) -> AdmittedTraffic {
        let open = exposures.open[Int(exposures.situationOf[interface])]
        return interfaces.all[interface].listening.map { open.intersection($0.traffic) } ?? open
    }

    /// Whether every interface that carries a group is known to do so.
    func knowsBearers(of group: Int) -> Bool {
        guard census.statesInterfaces else { return false }
        let view = census.view(.securityGroup, group)
        let vpc = census.link(view.word(census.slots(.securityGroup)["vpc"]), to: .vpc, in: view.segment)
        return census.isStated(.networkInterface, around: view) && !interfaces.mayCarryUnnamed(groupOf: vpc)
    }

    /// What arrives at all interfaces of a resource; of a database, which is in one of its subnets at a time, what does so
    /// in every one of them.
    func arriving(atAll indices: some Sequence<Int>, isInOne: Bool = false, isIncomplete: Bool = false)
        -> AdmittedTraffic
    {
        var result: AdmittedTraffic?
        for index in indices {
            let next = arriving(at: index)
            guard let known = result else {
                result = next
                continue
            }
            let union = known.union(next)
            result =
                isInOne
                ? AdmittedTraffic(
                    certain: known.certain.intersection(next.certain), possible: union.possible) : union
        }
        guard var result else { return isIncomplete ? .unknown : .none }
        if isIncomplete { result.possible = .all }
        return result
    }

    /// The interfaces of a resource: of an interface itself, an instance, a load balancer, a database; those that carry a
    /// group; those behind an ACL.
    func interfaces(of place: ReferenceTable.Place) -> [Int] {
        switch census.kind(place) {
        case .instance: return interfaces.ofInstance[census.number(place)].map(Int.init)
        case .securityGroup: return interfaces.ofGroup[census.number(place)].map(Int.init)
        case .networkACL:
            let list = census.number(place)
            return subnets.ofList[list].flatMap { interfaces.ofSubnet[Int($0)].map(Int.init) }.sorted()
        case .subnet: return interfaces.ofSubnet[census.number(place)].map(Int.init)
        default: return interfaces.ofOwner[place] ?? []
        }
    }

    /// What can arrive at a resource; see the fact `exposure`.
    package func arriving(at place: ReferenceTable.Place) -> AdmittedTraffic {
        switch census.kind(place) {
        case .securityGroup: return arriving(throughGroup: census.number(place))
        case .networkACL: return arriving(throughList: census.number(place))
        case .instance:
            return arriving(
                atAll: interfaces(of: place),
                isIncomplete: interfaces.incompleteInstances.contains(census.number(place)))
        case .database, .redshiftCluster: return arriving(atAll: interfaces(of: place), isInOne: true)
        default: return arriving(atAll: interfaces(of: place))
        }
    }

    // MARK: Facts

    /// Whether networks know the type of the resource at a place.
    package func holds(_ place: ReferenceTable.Place) -> Bool { census.kind(place) != nil }

    /// Writes the facts of all resources into their slots. Only the first call does; later ones wait for it.
    package func deriveFacts() {
        isDerived.withLock { isDerived in
            guard !isDerived else { return }
            NetworkFacts(self, jobs: jobs).write()
            isDerived = true
        }
    }

    // MARK: Places

    /// Where a resource's id stands.
    func span(_ place: ReferenceTable.Place) -> SourceSpan {
        let view = census.view(place)
        return census.inventory.idSpan(of: view.record, in: view.segment)
    }

    /// Where an entry of a list stands.
    func span(_ view: ResourceView, _ slot: Int, _ index: Int) -> SourceSpan? {
        let entries = view.entries(slot)
        guard entries.indices.contains(index) else { return nil }
        let source = entries[index].source
        return SourceSpan(file: view.segment.file, start: source.lowerBound, end: source.upperBound)
    }
}
