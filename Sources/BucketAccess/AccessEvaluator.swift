internal import AccessPolicies
internal import Diagnostics
internal import Inventory

/// What a bucket has beside its policy.
struct BucketSurroundings: Sendable {
    var list: AccessControlList
    /// The canonical user id of the owner.
    var owner: String?
    var flags: PublicAccessFlags
    var accountFlags: PublicAccessFlags
    var spans: [SourceSpan?]

    /// Whether a flag is on at either level; nil where that is not known.
    func isOn(_ flag: NeutralisingFlag) -> Bool? {
        if flags[flag] == true || accountFlags[flag] == true { return true }
        return flags[flag] == nil || accountFlags[flag] == nil ? nil : false
    }

    /// The places of a flag that is on, or of one that nobody tells.
    func paths(_ flag: NeutralisingFlag, _ account: String?, where state: Bool?) -> [String] {
        var result: [String] = []
        if flags[flag] == state { result.append("public_access_block.\(flag.rawValue)") }
        if accountFlags[flag] == state {
            result.append(account.map { "accounts.\($0).public_access_block.\(flag.rawValue)" } ?? "account")
        }
        return result
    }

    /// `restrict_public_buckets of the bucket and of account 111122223333`
    func name(_ flag: NeutralisingFlag, _ account: String?) -> String {
        var levels: [String] = []
        if flags[flag] == true { levels.append("of the bucket") }
        if accountFlags[flag] == true, let account { levels.append("of account \(account)") }
        return "\(flag.rawValue) \(levels.joined(separator: " and "))"
    }
}

/// Answers one question about one resource: the policy, then what the resource has beside it, then whose account it is.
///
/// Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html and, on ACLs and flags,
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-s3-evaluates-access-control.html
struct AccessEvaluator {
    let resource: AccessResource
    let bucket: BucketSurroundings?
    let question: AccessQuestion
    let arn: String

    private typealias Decider = AccessAnswer.Decider

    /// What allows, and what is said of it.
    private struct Allowance {
        var certainty = Certainty.no
        var deciders: [AccessAnswer.Decider] = []
        var missing: [String] = []
        var doubts: [String] = []
        /// Why something that would allow does not.
        var obstacles: [String] = []

        /// It allows only if something that the inventory does not say is so.
        mutating func weaken(missing names: [String]) {
            certainty = min(certainty, .maybe)
            missing += names
            for index in deciders.indices where deciders[index].part == .allows { deciders[index].part = .mayAllow }
        }

        mutating func add(_ other: Allowance) {
            certainty = max(certainty, other.certainty)
            deciders += other.deciders
            missing += other.missing
            doubts += other.doubts
            obstacles += other.obstacles
        }
    }

    /// Whether the one who asks belongs to the account that owns the resource; `maybe` where nobody says which that is.
    private var isOwn: Certainty {
        if case .canonicalUser(let id) = question.requester { return id == bucket?.owner ? .yes : .no }
        guard let account = question.requester.account else { return .no }
        guard let owner = resource.account else { return .maybe }
        return account == owner ? .yes : .no
    }

    /// Whether it is the owner's account itself: its root user, or all that its administrators want.
    private var isOwner: Bool {
        guard isOwn == .yes else { return false }
        switch question.requester {
        case .account, .canonicalUser: return true
        case .identity(let arn): return arn.hasSuffix(":root")
        default: return false
        }
    }

    func ruling() -> AccessRuling {
        let tally = resource.policy?.tally(request)
        if let denials = tally?.denials, !denials.isEmpty {
            let names = Self.joined(denials.map { resource.statementName($0.statement) })
            return AccessRuling(
                outcome: .denied, reason: "\(names) \(denials.count == 1 ? "denies" : "deny") it",
                deciders: denials.map { decider($0, .denies) })
        }
        var allowance = byPolicy(tally)
        allowance.add(byList())
        if isOwner {
            allowance.certainty = .yes
            allowance.obstacles = []
        } else if isOwn == .yes, allowance.certainty < .yes || tally?.isDelegated == true && !hasGrant(allowance) {
            return leftToIdentity(allowance, tally)
        }
        if isOwn == .maybe, allowance.certainty < .yes {
            allowance.certainty = .maybe
            allowance.missing.append("account")
        }
        return ruling(allowance, tally)
    }

    private var request: Request {
        var context = question.context
        // The owner is the same whoever asks.
        if let account = resource.account, context["aws:resourceaccount"] == nil {
            context["aws:resourceaccount"] = [account]
        }
        return Request(question.requester, question.action.text, on: arn, context: context)
    }

    // MARK: Policy

    private func byPolicy(_ tally: Tally?) -> Allowance {
        var result = Allowance()
        guard let tally, let policy = resource.policy else {
            result.missing = resource.missingPolicy
            result.certainty = result.missing.isEmpty ? .no : .maybe
            return result
        }
        result.certainty = !tally.allows.isEmpty ? .yes : tally.possibleAllows.isEmpty ? .no : .maybe
        let (certain, possible) = (tally.allows, tally.allows.isEmpty ? tally.possibleAllows : [])
        result.deciders = certain.map { decider($0, .allows) } + possible.map { decider($0, .mayAllow) }
        guard result.certainty > .no, isOutsider > .no, policy.publicStatus.isPublic, let bucket else { return result }
        let flag = NeutralisingFlag.restrictPublicBuckets
        switch bucket.isOn(flag) {
        case false: break
        case true where isOutsider == .yes:
            let names = Self.joined((certain + possible).map { resource.statementName($0.statement) })
            let would = result.certainty == .yes ? "would allow it" : "may allow it"
            result.obstacles = [
                "\(names) \(would), but \(bucket.name(flag, resource.account)) \(Self.stops(bucket, flag)) it: to S3 the policy "
                    + "is public"
            ]
            result.deciders = (certain + possible).map { decider($0, .stopped) } + flagDeciders(flag, bucket)
            result.certainty = .no
        case true:
            result.weaken(missing: ["account"])
        case nil: result.weaken(missing: bucket.paths(flag, resource.account, where: nil))
        }
        return result
    }

    /// Whether `RestrictPublicBuckets` keeps the one who asks out: everybody but the account and AWS services.
    private var isOutsider: Certainty {
        if case .service = question.requester { return .no }
        return isOwn == .yes ? .no : isOwn == .no ? .yes : .maybe
    }

    private func decider(_ reference: Decision.Reference, _ part: AccessAnswer.Decider.Part) -> AccessAnswer.Decider {
        AccessAnswer.Decider(
            part: part, path: "policy.Statement[\(reference.statement)]",
            name: resource.statementName(reference.statement), span: resource.statementSpan(reference.statement))
    }

    private func flagDeciders(_ flag: NeutralisingFlag, _ bucket: BucketSurroundings) -> [AccessAnswer.Decider] {
        bucket.paths(flag, resource.account, where: true).map {
            AccessAnswer.Decider(part: .stops, path: $0, name: flag.rawValue, span: nil)
        }
    }

    private static func stops(_ bucket: BucketSurroundings, _ flag: NeutralisingFlag) -> String {
        bucket.flags[flag] == true && bucket.accountFlags[flag] == true ? "stop" : "stops"
    }

    // MARK: ACL

    private func byList() -> Allowance {
        var result = Allowance()
        guard let bucket, bucket.list.isOff != true, !isOwner else { return result }
        guard let grants = bucket.list.grants else {
            guard AccessControlList.Grant.isGrantable(question.action.text) else { return result }
            result.certainty = .maybe
            result.missing = ["acl"]
            return result
        }
        for grant in grants { result.add(by(grant, bucket)) }
        return result
    }

    private func by(_ grant: AccessControlList.Grant, _ bucket: BucketSurroundings) -> Allowance {
        var result = Allowance()
        let (isFor, gives) = (grant.isFor(question.requester), grant.gives(question.action.text))
        result.certainty = min(isFor, gives)
        guard result.certainty > .no else { return result }
        if gives == .maybe {
            result.doubts.append("\(grant.name) lets one delete only objects of one's own")
        } else if isFor == .maybe {
            result.doubts.append("\(grant.name) may be one to the account of the one who asks")
        }
        if bucket.list.isOff == nil {
            result.certainty = .maybe
            result.missing.append("ownership")
        }
        let flag = NeutralisingFlag.ignorePublicACLs
        var part = result.certainty == .yes ? Decider.Part.allows : .mayAllow
        var stopped: [AccessAnswer.Decider] = []
        if grant.grantee == .anybody {
            switch bucket.isOn(flag) {
            case false: break
            case true:
                let name = bucket.name(flag, resource.account)
                result.obstacles = ["\(grant.name) would allow it, but \(name) \(Self.stops(bucket, flag)) it"]
                (result.certainty, result.missing, result.doubts) = (.no, [], [])
                part = .stopped
                stopped = flagDeciders(flag, bucket)
            case nil:
                result.certainty = .maybe
                result.missing += bucket.paths(flag, resource.account, where: nil)
                part = .mayAllow
            }
        }
        let span = grant.index.flatMap { bucket.spans.indices.contains($0) ? bucket.spans[$0] : nil }
        let path = grant.index.map { "acl.grants[\($0)]" } ?? "acl.canned"
        result.deciders = [AccessAnswer.Decider(part: part, path: path, name: grant.name, span: span)] + stopped
        return result
    }

    private func hasGrant(_ allowance: Allowance) -> Bool {
        allowance.deciders.contains { $0.part == .allows && $0.path.hasPrefix("acl") }
    }

    // MARK: Answers

    /// Within the account an identity's own policies allow as well, and nobody tells them.
    private func leftToIdentity(_ allowance: Allowance, _ tally: Tally?) -> AccessRuling {
        let denials = (tally?.possibleDenials ?? []).map { decider($0, .mayDeny) }
        let what = resource.kind.noun
        let reason =
            tally?.isDelegated == true
            ? "the policy of the \(what) leaves it to the account: the identity's own policies decide, which are not known"
            : "as far as the \(what) goes nothing \(allowance.certainty == .maybe ? "certainly " : "")allows it, and the identity's "
                + "own policies, which are not known, may"
        return AccessRuling(
            outcome: .unknown, reason: reason, deciders: allowance.deciders + denials,
            missing: Self.unique(allowance.missing), keys: (tally?.missingKeys ?? []).sorted())
    }

    private func ruling(_ allowance: Allowance, _ tally: Tally?) -> AccessRuling {
        let denials = tally?.possibleDenials ?? []
        let mayBeDenied = !denials.isEmpty || !resource.missingPolicy.isEmpty
        if allowance.certainty == .no {
            let reason = allowance.obstacles.isEmpty ? "nothing allows it" : allowance.obstacles.joined(separator: "; ")
            return AccessRuling(
                outcome: .denied, reason: reason, deciders: allowance.deciders, provisos: objectLists)
        }
        guard allowance.certainty == .yes, !mayBeDenied else {
            let missing = Self.unique(allowance.missing + resource.missingPolicy)
            let keys = (tally?.missingKeys ?? []).sorted()
            let deciders = allowance.deciders + denials.map { decider($0, .mayDeny) }
            return AccessRuling(
                outcome: .unknown, reason: doubt(deciders, missing, keys, allowance.doubts), deciders: deciders,
                missing: missing, keys: keys)
        }
        let deciders = allowance.deciders.filter { $0.part == .allows }
        let names = Self.joined(deciders.map(\.name))
        let reason =
            deciders.isEmpty
            ? "it is the owner's account, and nothing denies it"
            : "\(names) \(deciders.count == 1 ? "allows" : "allow") it"
        return AccessRuling(outcome: .allowed, reason: reason, deciders: deciders, provisos: provisos)
    }

    /// What an answer that cannot be given depends on.
    private func doubt(
        _ deciders: [AccessAnswer.Decider], _ missing: [String], _ keys: [String], _ doubts: [String]
    ) -> String {
        var parts = Self.unique(doubts)
        if !keys.isEmpty {
            let names = deciders.filter { $0.path.hasPrefix("policy") }.map(\.name)
            parts.append(
                "\(Self.joined(names)) \(names.count == 1 ? "depends" : "depend") on "
                    + Self.joined(keys.map { "`\(AccessWords.key($0))`" }))
        } else if missing.isEmpty, doubts.isEmpty {
            // A condition that the tables do not know.
            let names = deciders.filter { $0.part == .mayAllow || $0.part == .mayDeny }.map(\.name)
            parts.append("nobody can judge the conditions of \(Self.joined(names))")
        }
        if !missing.isEmpty { parts.append(AccessWords.unsaid(missing)) }
        return parts.joined(separator: "; ")
    }

    /// Across accounts both sides have to allow.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
    private var provisos: [String] {
        switch (question.requester, isOwn) {
        case (.account, .yes): ["its identities may as far as their own policies go"]
        case (.account, _): ["its identities need the permission of their own policies too"]
        case (.identity, .no): ["the identity's own policies, which are not known, have to allow it too"]
        case (.identity, .maybe):
            ["if it is of another account, its own policies, which are not known, have to allow it too"]
        default: []
        }
    }

    /// ACLs of single objects are in no inventory.
    private var objectLists: [String] {
        guard let bucket, bucket.list.isOff != true,
            AccessControlList.Grant.isGrantableOfObjects(question.action.text)
        else { return [] }
        return ["an object's own ACL, which nobody looked at, may allow it"]
    }

    // MARK: Words

    static func joined(_ names: [String]) -> String {
        let names = unique(names)
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func unique(_ texts: [String]) -> [String] {
        texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

/// Parts of sentences about access.
enum AccessWords {
    static func unsaid(_ names: [String]) -> String {
        "the inventory does not say " + names.map { $0.contains(" ") ? $0 : "`\($0)`" }.joined(separator: ", ")
    }

    /// A condition key as it is documented, from lower case.
    static func key(_ name: String) -> String { ConditionKey.documentedName(name) }
}

extension AccessKind {
    /// For sentences.
    package var noun: String {
        switch self {
        case .bucket: "bucket"
        case .lambdaFunction: "function"
        }
    }
}
