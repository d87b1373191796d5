internal import ResourcePolicies
internal import AccessPolicies
internal import Diagnostics
internal import Inventory

/// Answers one question about one resource: the policy, then what the resource has beside it, then whose account it is.
///
/// Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html and, on ACLs and flags,
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-s3-evaluates-access-control.html
struct AccessEvaluator {
    let resource: AccessResource
    let bucket: BucketSurroundings?
    let question: AccessQuestion
    let arn: String

    /// Whether the one who asks belongs to the account that owns the resource; `maybe` where nobody says which that is.
    private var isOwn: Certainty {
        if case .canonicalUser(let id) = question.requester {
            return bucket?.owner.map { id == $0 ? .yes : .no } ?? (bucket == nil ? .no : .maybe)
        }
        guard let account = question.requester.account else { return .no }
        guard let owner = resource.account else { return .maybe }
        return account == owner ? .yes : .no
    }

    /// Whether it is the owner's account itself: its root user, or all that its administrators want.
    var isOwner: Bool {
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
            let names = AccessWords.joined(denials.map { resource.statementName($0.statement) })
            return AccessRuling(
                outcome: .denied, reason: "\(names) \(denials.count == 1 ? "denies" : "deny") it",
                deciders: denials.map { decider($0, .denies) })
        }
        var allowance = byPolicy(tally)
        allowance.add(byList())
        if resource.kind.hasPolicyAlone, tally?.isDelegated != true {
            return ruling(allowance, tally)
        }
        if isOwner {
            allowance.certainty = .yes
            allowance.obstacles = []
        } else if isOwn == .yes,
            allowance.certainty < .yes || tally?.directAllows.isEmpty != false && !hasGrant(allowance)
        {
            return leftToIdentity(allowance, tally)
        }
        if isOwn == .maybe, allowance.certainty < .yes {
            allowance.certainty = .maybe
            allowance.missing.append(question.requester.account == nil ? "owner" : "account")
        }
        return ruling(allowance, tally)
    }

    private var request: Request {
        var context = question.context
        // The owner is the same whoever asks.
        if let account = resource.account, context["aws:resourceaccount"] == nil {
            context["aws:resourceaccount"] = [account]
        }
        // A request that names the bucket goes through no access point.
        if resource.kind == .bucket, context["s3:dataaccesspointarn"] == nil {
            for key in ["s3:dataaccesspointarn", "s3:dataaccesspointaccount", "s3:accesspointnetworkorigin"]
            where context[key] == nil { context[key] = [] }
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
            let names = AccessWords.joined((certain + possible).map { resource.statementName($0.statement) })
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

    func flagDeciders(_ flag: NeutralisingFlag, _ bucket: BucketSurroundings) -> [AccessAnswer.Decider] {
        bucket.paths(flag, resource.account, where: true).map {
            AccessAnswer.Decider(part: .stops, path: $0, name: flag.rawValue, span: nil)
        }
    }

    static func stops(_ bucket: BucketSurroundings, _ flag: NeutralisingFlag) -> String {
        bucket.isOnTwice(flag) ? "stop" : "stops"
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
            missing: AccessWords.unique(allowance.missing),
            keys: tally.map { $0.missingKeys(of: openStatements($0)).map(resource.keyName) } ?? [])
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
            let missing = AccessWords.unique(allowance.missing + resource.missingPolicy)
            let open = tally.map(openStatements) ?? []
            let keys = (tally?.missingKeys(of: open) ?? []).map(resource.keyName)
            let deciders = allowance.deciders + denials.map { decider($0, .mayDeny) }
            return AccessRuling(
                outcome: .unknown, reason: doubt(open, missing, keys, allowance.doubts), deciders: deciders,
                missing: missing, keys: keys)
        }
        let deciders = allowance.deciders.filter { $0.part == .allows }
        let names = AccessWords.joined(deciders.map(\.name))
        let reason =
            deciders.isEmpty
            ? "it is the owner's account, and nothing denies it"
            : "\(names) \(deciders.count == 1 ? "allows" : "allow") it"
        return AccessRuling(outcome: .allowed, reason: reason, deciders: deciders, provisos: provisos)
    }

    /// The statements of which it is not known whether they hold and that make a difference.
    private func openStatements(_ tally: Tally) -> [Decision.Reference] {
        (tally.allows.isEmpty ? tally.possibleAllows : []) + tally.possibleDenials
    }

    /// What an answer that cannot be given depends on.
    private func doubt(
        _ open: [Decision.Reference], _ missing: [String], _ keys: [String], _ doubts: [String]
    ) -> String {
        var parts = AccessWords.unique(doubts)
        let names = AccessWords.joined(open.map { resource.statementName($0.statement) })
        if !keys.isEmpty {
            let texts = keys.map { "`\($0)`" }
            parts.append("\(names) \(open.count == 1 ? "depends" : "depend") on \(AccessWords.joined(texts))")
        } else if !open.isEmpty, missing.isEmpty, doubts.isEmpty {
            // An operator that nobody knows, or a variable in a place that has none.
            parts.append("nobody can judge the conditions of \(names)")
        }
        if case .unreadable = resource.attachment {
            parts.append("the policy cannot be read" + resource.missingPolicy[0].dropFirst("policy".count))
        }
        let fields = missing.filter { !resource.missingPolicy.contains($0) || $0 == "policy" }
        if !fields.isEmpty { parts.append(AccessWords.unsaid(fields)) }
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
}
