internal import AccessPolicies
internal import Diagnostics
internal import Inventory
internal import ResourcePolicies

/// What a bucket gives through its access points. A request through one needs both policies to let it in.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
struct Delegation: Sendable {
    /// A statement of an access point's policy that lets others in, and the bucket's policy lets it.
    struct Giver: Sendable {
        var point: AccessPoint
        var statement: PolicyVerdict.Giver
        var span: SourceSpan?

        var name: String { "\(statement.name) of access point `\(point.name)`" }
        var path: String { "\(point.path).policy.Statement[\(statement.statement)]" }
    }

    /// Something that may let anybody in, where the inventory does not say all.
    struct Doubt: Sendable {
        var classes: Set<AccessClass>
        /// What the inventory would have to say.
        var missing: [String]
        /// The access point, if S3 would take what is known of it for public.
        var publicPoint: AccessPoint?
    }

    var granted = Granted(.none)
    var givers: [Giver] = []
    var doubts: [Doubt] = []
    /// What anybody may do.
    var abilities: Abilities = []
    /// What the inventory would have to say for it to be known.
    var missing: [String] = []

    static let none = Delegation()

    private init() {}

    /// - Parameters:
    ///   - verdict: of the policy of a bucket.
    ///   - points: its access points.
    ///   - areStated: whether the inventory states all access points of the owner's account there.
    init(_ verdict: PolicyVerdict, _ target: Target, _ points: [AccessPoint], areStated: Bool) {
        guard !verdict.delegations.isEmpty, let service = ActionTable.shared[target.service] else { return }
        if !areStated { note(missing: ["access_points"]) }
        for grant in Self.possible(verdict.delegations, target, service) {
            let classes = AccessClass.classes(of: grant.actions, service, onObjects: target.parts[grant.part].isObjects)
            let whole = grant.audience.beforeAccessPoints.standing(toOwner: target.account)
            // Whoever owns access points decides for whom: another account may let in whom it likes.
            if grant.audience.isThroughAccessPoints(ofOthersThan: target.account) {
                raise(classes, certainly: min(Grade(whole), .limited), perhaps: min(Grade(whole), .limited))
            }
            if !areStated {
                raise(classes, certainly: .private, perhaps: Grade(whole))
                if whole == .world { doubts.append(Doubt(classes: classes, missing: ["access_points"])) }
            }
        }
        for point in points { take(point, verdict, target, service) }
    }

    /// Without the actions that access points do not take.
    private static func possible(_ grants: [Reach.Grant], _ target: Target, _ service: ServiceActions) -> [Reach.Grant]
    {
        grants.map { grant in
            var grant = grant
            let type = target.parts[grant.part].isObjects ? "accesspointobject" : "accesspoint"
            grant.actions = grant.actions.intersection(service.actions(onType: type))
            return grant
        }.filter { !$0.actions.isEmpty }
    }

    private mutating func take(
        _ point: AccessPoint, _ verdict: PolicyVerdict, _ target: Target, _ service: ServiceActions
    ) {
        var given: [Reach.Grant] = []
        for grant in Self.possible(verdict.delegations, target, service) {
            let way = grant.audience.through(accessPoint: point.arn, account: point.account)
            guard !way.isNobody else { continue }
            switch point.policy {
            case .none: break
            case .unknown(let names):
                let classes = AccessClass.classes(
                    of: grant.actions, service, onObjects: target.parts[grant.part].isObjects)
                let most = Grade(point.limit(way, isCautious: false).standing(toOwner: target.account))
                raise(classes, certainly: .private, perhaps: most)
                note(missing: names)
                if most == .public { doubts.append(Doubt(classes: classes, missing: names)) }
            case .read(let reading):
                for own in reading.reach.grants where own.part == grant.part {
                    let actions = own.actions.intersection(grant.actions)
                    guard !actions.isEmpty else { continue }
                    let both = way.intersection(own.audience)
                    let classes = AccessClass.classes(
                        of: actions, service, onObjects: reading.target.parts[own.part].isObjects)
                    let certain = point.limit(both, isCautious: true).standing(toOwner: target.account)
                    let possible = point.limit(both, isCautious: false).standing(toOwner: target.account)
                    raise(classes, certainly: Grade(certain), perhaps: Grade(possible))
                    if certain != possible {
                        let name = "\(point.path).network_origin"
                        note(missing: [name])
                        let isPublic = reading.policy.publicStatus.isPublic
                        doubts.append(
                            Doubt(classes: classes, missing: [name], publicPoint: isPublic ? point : nil))
                    }
                    guard certain >= .limited else { continue }
                    var one = own
                    (one.actions, one.audience) = (actions, point.limit(both, isCautious: true))
                    one.undecided += grant.undecided
                    given.append(one)
                }
            }
        }
        guard case .read(let reading) = point.policy, !given.isEmpty else { return }
        var seen = reading.target
        seen.account = target.account
        let (statements, abilities) = PolicyVerdict.givers(given, reading.policy, seen, service)
        givers += statements.map {
            Giver(point: point, statement: $0, span: reading.source.span($0.range))
        }
        self.abilities.formUnion(abilities)
    }

    private mutating func raise(_ classes: Set<AccessClass>, certainly: Grade, perhaps: Grade) {
        for access in classes {
            granted.certain[access] = max(granted.certain[access], certainly)
            granted.possible[access] = max(granted.possible[access], perhaps)
        }
    }

    private mutating func note(missing names: [String]) {
        missing += names.filter { !missing.contains($0) }
    }
}

extension AccessPoint {
    /// Those of an audience whose requests it takes: `isCautious` where nobody says from where it takes them.
    fileprivate func limit(_ audience: Audience, isCautious: Bool) -> Audience {
        switch origin {
        case .internet: audience
        case .vpc(let id): audience.limited(toVPC: id)
        case .unknown: isCautious ? audience.limited(toVPC: "*") : audience
        }
    }
}

extension Grade {
    fileprivate init(_ standing: Audience.Standing) {
        self = standing == .world ? .public : standing == .limited ? .limited : .private
    }
}
