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

    /// Works out and writes the facts of every type.
    func write() {
        let contradictions = Contradictions(model)
        let attachments = Attachments(model)
        writeGroups(contradictions, attachments)
        writeHygiene()
        each(.networkACL) { slots in
            let (exposure, shadowed, drops) = (
                slots["exposure"], slots.flag("shadowed_entries"), slots.flag("drops_replies")
            )
            return { list, view in
                view.set(exposure, Self.exposure(.networkACL, list))
                view.set(shadowed, contradictions.hasShadowedEntries(list))
                view.set(drops, contradictions.dropsReplies(list))
            }
        }
        each(.subnet) { slots in
            let route = slots.flag("internet_route")
            return { subnet, view in view.set(route, contradictions.hasInternetRoute(subnet)) }
        }
        each(.vpc) { slots in
            let used = slots.flag("used")
            return { vpc, view in view.set(used, attachments.isUsed(vpc: vpc)) }
        }
        writeInterfaces(contradictions)
        writeInstances(contradictions, attachments)
        for kind in [NetworkKind.loadBalancer, .classicLoadBalancer, .database, .redshiftCluster] {
            each(kind) { slots in
                let (exposure, targets) = (slots["exposure"], slots.flag("unreachable_targets"))
                return { number, view in
                    view.set(exposure, self.exposure(census.place(kind, number), kind, number))
                    view.set(targets, contradictions.hasUnreachableTargets(kind, number))
                }
            }
        }
        each(.endpoint) { slots in
            let refuses = slots.flag("refuses_clients")
            return { endpoint, view in view.set(refuses, contradictions.refusesClients(endpoint)) }
        }
    }

    /// Calls what `body` makes of the type's slots for each resource of the kind.
    private func each(_ kind: NetworkKind, _ body: (FieldSlots) -> (Int, ResourceView) -> Void) {
        guard census.count(kind) > 0 else { return }
        let write = body(census.slots(kind))
        for number in 0..<census.count(kind) { write(number, census.view(kind, number)) }
    }

    private func writeGroups(_ contradictions: Contradictions, _ attachments: Attachments) {
        each(.securityGroup) { slots in
            let (attached, exposure) = (slots.flag("attached"), slots["exposure"])
            let behindACL = slots.flag("entries_behind_acl")
            return { group, view in
                view.set(attached, attachments.isAttached(group))
                view.set(exposure, Self.exposure(.securityGroup, group))
                view.set(behindACL, contradictions.hasEntryBehindACL(group))
            }
        }
    }

    private func writeInterfaces(_ contradictions: Contradictions) {
        each(.networkInterface) { slots in
            let (exposure, silent) = (slots["exposure"], slots.flag("groups_admit_nothing"))
            return { interface, view in
                let place = census.place(.networkInterface, interface)
                view.set(exposure, self.exposure(place, .networkInterface, interface))
                view.set(silent, contradictions.admitNothing(at: [interface]))
            }
        }
    }

    private func writeInstances(_ contradictions: Contradictions, _ attachments: Attachments) {
        each(.instance) { slots in
            let (exposure, entries) = (slots["exposure"], slots["group_entries"])
            let (silent, dns) = (slots.flag("groups_admit_nothing"), slots.flag("dns_blocked"))
            return { instance, view in
                let place = census.place(.instance, instance)
                let interfaces = model.interfaces(of: place)
                view.set(exposure, self.exposure(place, .instance, instance))
                let isIncomplete = model.interfaces.incompleteInstances.contains(instance)
                view.set(silent, contradictions.admitNothing(at: interfaces, isIncomplete: isIncomplete))
                view.set(entries, attachments.entryCount(of: instance, view, slots))
                view.set(dns, contradictions.blocksDNS(instance, interfaces))
            }
        }
    }

    /// Needless entries and entries that name nothing: groups are many, so all threads look.
    private func writeHygiene() {
        let count = census.count(.securityGroup)
        guard count > 0 else { return }
        let slots = census.slots(.securityGroup)
        let catalog = census.inventory.catalog
        let (ingress, egress) = (slots["ingress"], slots["egress"])
        let (duplicate, subsumed) = (slots.flag("duplicate_entries"), slots.flag("subsumed_entries"))
        let dangling = slots.flag("dangling_references")
        let references = DanglingReferences(census)
        guard let inward = catalog.shape(named: "security_group.ingress").flatMap(TrafficLayout.init),
            let outward = catalog.shape(named: "security_group.egress").flatMap(TrafficLayout.init)
        else { return }
        // What is known of entries is kept for one part, so parts are few.
        let size = max(2048, count / (jobs * 2) + 1)
        let (census, peers) = (census, model.peers)
        Workers.run(count: (count + size - 1) / size, jobs: jobs) { _, part in
            let hygiene = (EntryHygiene(inward, peers), EntryHygiene(outward, peers))
            for number in part * size..<min(count, (part + 1) * size) {
                let view = census.view(.securityGroup, number)
                let isStated = !view.word(ingress).isAbsent && !view.word(egress).isAbsent
                let a = hygiene.0.finding(view.word(ingress), in: view.segment)
                let b = hygiene.1.finding(view.word(egress), in: view.segment)
                view.set(duplicate, Self.certainty(a.hasDuplicate || b.hasDuplicate, isStated))
                view.set(subsumed, Self.certainty(a.hasSubsumed || b.hasSubsumed, isStated))
                view.set(dangling, references.has(number))
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
    fileprivate func set(_ flag: FactFlag?, _ certainty: Certainty) {
        switch certainty {
        case .no: set(flag, false)
        case .yes: set(flag, true)
        case .maybe: set(flag, nil as Bool?)
        }
    }
}
