internal import AccessPolicies
internal import Catalog
package import Diagnostics
package import Inventory
internal import ResourcePolicies
internal import Synchronization

/// Who may do what with the buckets of an inventory: by policy and ACL, and what the public access flags leave of it.
///
/// Built once, shared by all rules. Policies are evaluated when somebody first asks.
package final class BucketModel: FactSource {
    typealias Place = ReferenceTable.Place

    let inventory: Inventory
    let slots: FieldSlots
    private let type: Int
    private let jobs: Int
    private let lists: AccessControlListReader
    private let places: [Place]
    /// The place of each bucket in `places`.
    private let numbers: [Place: Int]
    /// By account id.
    private let accounts: [String: PublicAccessFlags]
    private let made = Mutex<Evaluated?>(nil)
    private let isDerived = Mutex(false)

    /// `jobs`: threads to work with. Nil when the catalog knows no buckets.
    package init?(_ inventory: Inventory, jobs: Int) {
        let catalog = inventory.catalog
        guard let type = catalog.typeNames.index(of: "bucket"), let slots = FieldSlots("bucket", in: catalog),
            let lists = AccessControlListReader(slots, catalog)
        else { return nil }
        (self.inventory, self.type, self.slots, self.lists, self.jobs) = (inventory, type, slots, lists, jobs)
        let accountType = catalog.typeNames.index(of: "account") ?? -1
        let accountSlots = FieldSlots("account", in: catalog)
        var places: [Place] = []
        var flags: [String: [PublicAccessFlags]] = [:]
        for (segmentIndex, segment) in inventory.segments.enumerated() {
            for (index, resource) in segment.resources.enumerated() {
                if Int(resource.type) == type {
                    places.append(Place(segment: segmentIndex, resource: index))
                } else if Int(resource.type) == accountType, let accountSlots {
                    let view = ResourceView(segment, resource)
                    let id = inventory.id(of: resource, in: segment)
                    flags[id, default: []].append(PublicAccessFlags(view, accountSlots))
                }
            }
        }
        self.places = places
        numbers = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        accounts = flags.mapValues { PublicAccessFlags(agreed: $0) }
    }

    /// Whether the resource at a place is a bucket.
    package func holds(_ place: ReferenceTable.Place) -> Bool {
        Int(inventory.segments[place.segment].resources[place.resource].type) == type
    }

    // MARK: Parts

    func view(_ place: Place) -> ResourceView {
        let segment = inventory.segments[place.segment]
        return ResourceView(segment, segment.resources[place.resource])
    }

    func name(_ view: ResourceView) -> String { inventory.id(of: view.record, in: view.segment) }
    func account(_ view: ResourceView) -> String? { view.text(slots["account"]) }
    func list(of view: ResourceView) -> AccessControlList { lists.list(of: view) }
    func flags(of view: ResourceView) -> PublicAccessFlags { PublicAccessFlags(view, slots) }

    /// The flags of the account that owns a bucket. An account that is not there is not known.
    func accountFlags(of view: ResourceView) -> PublicAccessFlags {
        account(view).flatMap { accounts[$0] } ?? .unknown
    }

    /// Where the policy of a bucket stands; nil where it has none, or the inventory does not say.
    func source(of view: ResourceView) -> PolicySource? {
        view.policySource(view.word(slots["policy"]))
    }

    private func attachment(_ view: ResourceView) -> BucketAttachment? {
        source(of: view).map {
            BucketAttachment(
                source: $0, bucket: name(view), account: account(view), partition: view.partition(slots))
        }
    }

    /// What is evaluated when somebody first asks.
    private struct Evaluated: Sendable {
        /// The policies of all buckets.
        var policies: BucketPolicies
        /// The access points that their policies leave something to.
        var points: AccessPoints
    }

    private var evaluated: Evaluated {
        made.withLock { made in
            if let made { return made }
            let policies = BucketPolicies(places.map { attachment(view($0)) }, jobs: jobs)
            let delegating = places.enumerated().filter { number, _ in
                if case .evaluated(let verdict)? = policies.outcome(number) {
                    !verdict.delegations.isEmpty
                } else {
                    false
                }
            }
            let points = AccessPoints(inventory, ofBuckets: Set(delegating.map { name(view($0.element)) }))
            let evaluated = Evaluated(policies: policies, points: points)
            made = evaluated
            return evaluated
        }
    }

    var policies: BucketPolicies { evaluated.policies }

    /// How many policies were read and how many evaluated.
    package var counts: (read: Int, evaluated: Int) { policies.counts }

    func outcome(at place: Place) -> BucketPolicies.Outcome? {
        numbers[place].flatMap { policies.outcome($0) }
    }

    /// What the policy comes to; nil where there is none, or it cannot be read.
    func verdict(at place: Place) -> PolicyVerdict? {
        if case .evaluated(let verdict)? = outcome(at: place) { verdict } else { nil }
    }

    /// What a bucket gives through its access points.
    func delegation(of view: ResourceView, _ outcome: BucketPolicies.Outcome?) -> Delegation {
        guard case .evaluated(let verdict)? = outcome, !verdict.delegations.isEmpty else { return .none }
        let (account, region) = (account(view), view.text(slots["region"]))
        let type = inventory.catalog.typeNames.index(of: "access_point")
        let areStated = type.map { inventory.coverage.holds(type: $0, account: account, region: region) } ?? false
        let target = Target.bucket(name(view), account: account, partition: view.partition(slots))
        return Delegation(verdict, target, evaluated.points[name(view)], areStated: areStated)
    }

    func delegation(at place: Place) -> Delegation { delegation(of: view(place), outcome(at: place)) }

    /// What policy, access points and ACL give, flags aside.
    func granted(at place: Place) -> Granted { granted(view(place), outcome(at: place)) }

    func granted(_ view: ResourceView, _ outcome: BucketPolicies.Outcome?) -> Granted {
        let byPolicy: Granted =
            switch outcome {
            case .evaluated(let verdict): Granted(verdict.grades).union(delegation(of: view, outcome).granted)
            case .unreadable: .unknown
            case nil: view.word(slots["policy"]).isAbsent ? .unknown : Granted(.none)
            }
        return byPolicy.union(list(of: view).granted)
    }

    /// The policies that cannot be read.
    package var unreadable: [Diagnostic] {
        let policies = policies
        return places.enumerated().compactMap { number, place in
            guard case .unreadable(let problem)? = policies.outcome(number) else { return nil }
            return source(of: view(place)).map(problem.diagnostic)
        }
    }

    // MARK: Facts

    /// Writes the facts of all buckets into their slots. Only the first call does; later ones wait for it.
    package func deriveFacts() {
        isDerived.withLock { isDerived in
            guard !isDerived else { return }
            if !places.isEmpty { write() }
            isDerived = true
        }
    }

    private func write() {
        let policies = policies
        let most = slots["public_access"]
        let classes = AccessClass.allCases.map { ($0, slots[$0.factName]) }
        let flags = PolicyFact.allCases.map { ($0, slots.flag($0.rawValue)) }
        let exceeds = slots.flag("policy_exceeds_control")
        for (number, place) in places.enumerated() {
            let view = view(place)
            let outcome = policies.outcome(number)
            let granted = granted(view, outcome)
            if let value = granted.mostPublic { view.set(most, Word(Int64(value))) }
            for (access, slot) in classes {
                if let grade = granted[access] { view.set(slot, Word(Int64(grade.rawValue))) }
            }
            if case .beyond(let statements)? = controlOutcome(of: view) { view.set(exceeds, !statements.isEmpty) }
            let isKnown = !view.word(slots["policy"]).isAbsent
            for (fact, flag) in flags {
                switch outcome {
                case .evaluated(let verdict): view.set(flag, fact.holds(of: verdict))
                case .unreadable: break
                // A bucket without a policy neither allows nor denies anything by it.
                case nil: if isKnown { view.set(flag, false) }
                }
            }
        }
    }
}
