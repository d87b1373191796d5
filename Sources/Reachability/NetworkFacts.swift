internal import Catalog
package import Inventory
package import Networks
internal import Workers

/// Writes the facts that conditions read of every resource: one word each, in slots that the catalog sets aside.
///
/// Facts that need more than a word, such as texts, are worked out when somebody reads them (`FactReader`).
struct NetworkFacts {
    private let model: NetworkModel
    private let jobs: Int
    private var census: Census { model.census }

    init(_ model: NetworkModel, jobs: Int) { (self.model, self.jobs) = (model, jobs) }

    /// Types with facts, and what they are worked out by.
    func write() {
        let contradictions = Contradictions(model)
        let attachments = Attachments(model)
        each(.securityGroup) { group, view, slots in
            view.set(slots["attached"], attachments.isAttached(group))
            view.set(slots["exposure"], Self.exposure(.securityGroup, group))
            view.set(slots["entries_behind_acl"], contradictions.hasEntryBehindACL(group))
        }
        writeHygiene()
        each(.networkACL) { list, view, slots in
            view.set(slots["exposure"], Self.exposure(.networkACL, list))
            view.set(slots["shadowed_entries"], contradictions.hasShadowedEntries(list))
            view.set(slots["drops_replies"], contradictions.dropsReplies(list))
        }
        each(.subnet) { subnet, view, slots in
            view.set(slots["internet_route"], contradictions.hasInternetRoute(subnet))
        }
        each(.vpc) { vpc, view, slots in view.set(slots["used"], attachments.isUsed(vpc: vpc)) }
        each(.networkInterface) { interface, view, slots in
            view.set(
                slots["exposure"], exposure(census.place(.networkInterface, interface), .networkInterface, interface))
            view.set(slots["groups_admit_nothing"], contradictions.admitNothing(at: [interface]))
        }
        each(.instance) { instance, view, slots in
            let place = census.place(.instance, instance)
            let interfaces = model.interfaces(of: place)
            view.set(slots["exposure"], exposure(place, .instance, instance))
            view.set(
                slots["groups_admit_nothing"],
                contradictions.admitNothing(
                    at: interfaces, isIncomplete: model.interfaces.incompleteInstances.contains(instance)))
            view.set(slots["group_entries"], attachments.entryCount(of: instance, view, slots))
            view.set(slots["dns_blocked"], contradictions.blocksDNS(instance, interfaces))
        }
        for kind in [NetworkKind.loadBalancer, .classicLoadBalancer, .database, .redshiftCluster] {
            each(kind) { number, view, slots in
                view.set(slots["exposure"], exposure(census.place(kind, number), kind, number))
                view.set(slots["unreachable_targets"], contradictions.hasUnreachableTargets(kind, number))
            }
        }
        each(.endpoint) { endpoint, view, slots in
            view.set(slots["refuses_clients"], contradictions.refusesClients(endpoint))
        }
    }

    private func each(_ kind: NetworkKind, _ body: (Int, ResourceView, FieldSlots) -> Void) {
        guard census.count(kind) > 0 else { return }
        let slots = census.slots(kind)
        for number in 0..<census.count(kind) { body(number, census.view(kind, number), slots) }
    }

    /// Needless entries: groups are many, so all threads look.
    private func writeHygiene() {
        let count = census.count(.securityGroup)
        guard count > 0 else { return }
        let slots = census.slots(.securityGroup)
        let catalog = census.inventory.catalog
        let (ingress, egress) = (slots["ingress"], slots["egress"])
        let (duplicate, subsumed) = (slots["duplicate_entries"], slots["subsumed_entries"])
        guard duplicate >= 0, let inward = catalog.shape(named: "security_group.ingress").flatMap(TrafficLayout.init),
            let outward = catalog.shape(named: "security_group.egress").flatMap(TrafficLayout.init)
        else { return }
        let size = 2048
        let (census, peers) = (census, model.peers)
        Workers.run(count: (count + size - 1) / size, jobs: jobs) { _, part in
            let hygiene = (EntryHygiene(inward, peers), EntryHygiene(outward, peers))
            for number in part * size..<min(count, (part + 1) * size) {
                let view = census.view(.securityGroup, number)
                let isStated = !view.word(ingress).isAbsent && !view.word(egress).isAbsent
                let a = hygiene.0.finding(view.entries(ingress), view.segment.tables)
                let b = hygiene.1.finding(view.entries(egress), view.segment.tables)
                view.set(duplicate, Self.certainty(a.hasDuplicate || b.hasDuplicate, isStated))
                view.set(subsumed, Self.certainty(a.hasSubsumed || b.hasSubsumed, isStated))
            }
        }
    }

    /// What was found is so; what was not found is not there only where everything was stated.
    private static func certainty(_ isFound: Bool, _ isStated: Bool) -> Certainty {
        isFound ? .yes : isStated ? .no : .maybe
    }

    // MARK: Traffic

    /// The word of a traffic fact: kind plus one and number; or, with kind zero, the index of what arrives at one interface.
    private static func exposure(_ kind: NetworkKind, _ number: Int) -> Word {
        Word(Int64(kind.rawValue + 1) << 40 | Int64(number))
    }

    private func exposure(_ place: ReferenceTable.Place, _ kind: NetworkKind, _ number: Int) -> Word {
        let interfaces = model.interfaces(of: place)
        guard interfaces.count == 1, kind != .instance || !model.interfaces.incompleteInstances.contains(number) else {
            return Self.exposure(kind, number)
        }
        return Word(Int64(model.exposures.arrivingOf[interfaces[0]]))
    }
}

extension NetworkModel {
    /// The traffic that the word of a traffic fact stands for.
    package func traffic(_ word: Word) -> AdmittedTraffic {
        let kind = Int(word.int >> 40)
        let number = Int(word.int & 0xFF_FFFF_FFFF)
        guard kind > 0, let kind = NetworkKind(rawValue: kind - 1) else { return exposures.arriving[number] }
        return arriving(at: census.place(kind, number))
    }
}

extension ResourceView {
    /// Fills in a fact; types of a catalog without it leave it out.
    fileprivate func set(_ slot: Int, _ word: Word) {
        if slot >= 0 { segment.setFact(word, at: Int(record.slots) + slot) }
    }

    fileprivate func set(_ slot: Int, _ certainty: Certainty) {
        switch certainty {
        case .no: set(slot, Word(false))
        case .yes: set(slot, Word(true))
        case .maybe: set(slot, .absent)
        }
    }
}
