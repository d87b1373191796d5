internal import AccessPolicies
internal import Catalog
package import Diagnostics
package import Inventory
internal import Synchronization

/// What the policies of an inventory give: of keys, queues, topics, functions, secrets and repositories, and of the users,
/// groups, roles and managed policies of IAM.
///
/// Built once, shared by all rules. Policies are evaluated when somebody first asks.
package final class PolicyModel: FactSource {
    typealias Place = ReferenceTable.Place
    typealias Outcome = PolicyOutcome<DocumentVerdict>

    /// One policy of a resource.
    struct Document: Sendable {
        /// `policy`, `inline_policies[1].policy`.
        var path: String
        var group: DocumentGroup
        var source: PolicySource
        var use: DocumentUse
    }

    /// A document as what it comes to depends on it.
    struct Attachment: PolicyAttachment {
        var source: PolicySource
        var use: DocumentUse
    }

    /// A type of resources with its fields.
    struct Kind: Sendable {
        var holder: PolicyHolder
        var slots: FieldSlots
    }

    let inventory: Inventory
    private let jobs: Int
    /// By index in the catalog.
    private let kinds: [Int: Kind]
    private let places: [Place]
    /// The place of each resource in `places`.
    private let numbers: [Place: Int]
    private let made = Mutex<Evaluated?>(nil)
    private let isDerived = Mutex(false)

    /// The policies of all resources.
    struct Evaluated: Sendable {
        var policies: PolicyEvaluations<Attachment, DocumentVerdict>
        /// By policy.
        var groups: [DocumentGroup]
        /// By resource, the number of its first policy; at the end that of all policies.
        var first: [Int]

        /// What the policies of a resource come to.
        func outcomes(of group: DocumentGroup, _ resource: Int) -> [Outcome] {
            (first[resource]..<first[resource + 1]).compactMap { groups[$0] == group ? policies.outcome($0) : nil }
        }
    }

    /// `jobs`: threads to work with.
    package init(_ inventory: Inventory, jobs: Int) {
        let catalog = inventory.catalog
        var kinds: [Int: Kind] = [:]
        for holder in PolicyHolder.allCases {
            guard let type = catalog.typeNames.index(of: holder.rawValue),
                let slots = FieldSlots(holder.rawValue, in: catalog)
            else { continue }
            kinds[type] = Kind(holder: holder, slots: slots)
        }
        var places: [Place] = []
        for (segmentIndex, segment) in inventory.segments.enumerated() {
            for (index, resource) in segment.resources.enumerated() where kinds[Int(resource.type)] != nil {
                places.append(Place(segment: segmentIndex, resource: index))
            }
        }
        (self.inventory, self.jobs, self.kinds, self.places) = (inventory, jobs, kinds, places)
        numbers = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    }

    package func holds(_ place: ReferenceTable.Place) -> Bool { numbers[place] != nil }

    // MARK: Parts

    func view(_ place: Place) -> ResourceView {
        let segment = inventory.segments[place.segment]
        return ResourceView(segment, segment.resources[place.resource])
    }

    func kind(_ view: ResourceView) -> Kind? { kinds[Int(view.record.type)] }

    /// The policies that the inventory states of a resource.
    func documents(of view: ResourceView) -> [Document] {
        guard let kind = kind(view) else { return [] }
        return kind.holder.groups.flatMap { documents(in: $0, of: view, kind) }
    }

    private func documents(in group: DocumentGroup, of view: ResourceView, _ kind: Kind) -> [Document] {
        guard group != .inline else {
            let slot = kind.slots.entry(group.field, "policy")
            return view.entries(kind.slots[group.field]).enumerated().compactMap { index, entry in
                view.policySource(entry.own(slot)).map {
                    Document(path: "\(group.field)[\(index)].policy", group: group, source: $0, use: .identity)
                }
            }
        }
        guard let source = view.policySource(view.word(kind.slots[group.field])) else { return [] }
        let use: DocumentUse =
            switch group {
            case .resource:
                .resource(
                    arn: kind.holder.arn(of: view, kind.slots, id: inventory.id(of: view.record, in: view.segment)))
            case .trust: .trust(account: view.account(kind.slots))
            case .inline, .managed: .identity
            }
        return [Document(path: group.field, group: group, source: source, use: use)]
    }

    /// Whether the inventory says nothing of a group of documents.
    func isUnstated(_ group: DocumentGroup, of view: ResourceView, _ kind: Kind) -> Bool {
        view.word(kind.slots[group.field]).isAbsent
    }

    var evaluated: Evaluated {
        made.withLock { made in
            if let made { return made }
            var attachments: [Attachment?] = []
            var groups: [DocumentGroup] = []
            var first = [0]
            for place in places {
                for document in documents(of: view(place)) {
                    attachments.append(Attachment(source: document.source, use: document.use))
                    groups.append(document.group)
                }
                first.append(attachments.count)
            }
            let policies = PolicyEvaluations(attachments, jobs: jobs) { policy, attachment in
                DocumentVerdict(policy, attachment.use)
            }
            let evaluated = Evaluated(policies: policies, groups: groups, first: first)
            made = evaluated
            return evaluated
        }
    }

    /// The policies of a group, each with what it comes to.
    func outcomes(of group: DocumentGroup, at place: Place) -> [(document: Document, outcome: Outcome)] {
        guard let number = numbers[place] else { return [] }
        let documents = documents(of: view(place)).filter { $0.group == group }
        return zip(documents, evaluated.outcomes(of: group, number)).map { ($0, $1) }
    }

    /// The policies that cannot be read.
    package var unreadable: [Diagnostic] {
        places.flatMap { place in
            (kind(view(place))?.holder.groups ?? []).flatMap { outcomes(of: $0, at: place) }.compactMap {
                guard case .unreadable(let problem) = $0.outcome else { return nil }
                return problem.diagnostic(in: $0.document.source)
            }
        }
    }

    // MARK: Facts

    package func deriveFacts() {
        isDerived.withLock { isDerived in
            guard !isDerived else { return }
            if !places.isEmpty { write() }
            isDerived = true
        }
    }

    private func write() {
        let evaluated = evaluated
        let writers = kinds.mapValues { kind in kind.holder.groups.map { GroupFacts($0, kind.slots) } }
        for (number, place) in places.enumerated() {
            let view = view(place)
            guard let kind = kind(view) else { continue }
            for facts in writers[Int(view.record.type)] ?? [] {
                let outcomes = evaluated.outcomes(of: facts.group, number)
                facts.write(outcomes, isUnstated: isUnstated(facts.group, of: view, kind), to: view)
            }
        }
    }
}

/// Where the facts on a group of documents lie that have words.
private struct GroupFacts {
    let group: DocumentGroup
    private let access: Int
    private let crossAccount: FactFlag?
    private let statements: [(fact: StatementFact, flag: FactFlag)]

    init(_ group: DocumentGroup, _ slots: FieldSlots) {
        self.group = group
        access = group.hasPrincipals ? slots["\(group.prefix)_access"] : -1
        crossAccount = group.hasPrincipals ? slots.flag("\(group.prefix)_cross_account") : nil
        statements = StatementFact.allCases.compactMap { fact in
            guard fact != .federationWithoutSubject || group == .trust else { return nil }
            return slots.flag(fact.name(of: group.prefix)).map { (fact, $0) }
        }
    }

    /// What is found in one document is so; what is not found is not there only where all of them are known.
    func write(_ outcomes: [PolicyModel.Outcome], isUnstated: Bool, to view: ResourceView) {
        var verdicts: [DocumentVerdict] = []
        for case .evaluated(let verdict) in outcomes { verdicts.append(verdict) }
        let isComplete = !isUnstated && verdicts.count == outcomes.count
        for (fact, flag) in statements {
            if verdicts.contains(where: { $0.has(fact) }) {
                view.set(flag, true)
            } else if isComplete {
                view.set(flag, false)
            }
        }
        guard isComplete else { return }
        view.set(crossAccount, verdicts.contains { !$0.crossAccount.isEmpty })
        // A resource without a policy lets in nobody but its account.
        guard let verdict = verdicts.first else { return view.set(access, Word(Int64(Grade.private.rawValue))) }
        if let grade = verdict.grade { view.set(access, Word(Int64(grade.rawValue))) }
    }
}
