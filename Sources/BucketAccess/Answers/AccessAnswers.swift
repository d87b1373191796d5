internal import ResourcePolicies
internal import AccessPolicies
internal import Inventory

extension AccessModel {
    /// What a question comes to.
    package func answer(_ question: AccessQuestion, about resource: AccessResource) -> AccessAnswer {
        if resource.kind == .accessPoint, let way = AccessPointWay(resource, in: self) {
            return way.answer(question, self)
        }
        var answer = directAnswer(question, about: resource)
        if resource.kind == .bucket, answer.outcome == .denied { answer.ruling.provisos += ways(resource) }
        return answer
    }

    /// Access points that may let in whom the bucket does not let in by itself.
    private func ways(_ resource: AccessResource) -> [String] {
        guard let buckets else { return [] }
        let delegation = buckets.delegation(at: resource.place)
        let names = AccessWords.unique(delegation.givers.map { "`access_point/\($0.point.name)`" })
        if !names.isEmpty { return ["through \(AccessWords.joined(names)) it may be allowed; ask about that"] }
        return delegation.missing.isEmpty
            ? [] : ["an access point, of which the inventory does not say all, may allow it"]
    }

    /// By the resource alone. Where no object is named, one of each set that the policy tells apart is asked about.
    func directAnswer(_ question: AccessQuestion, about resource: AccessResource) -> AccessAnswer {
        let surroundings = surroundings(of: resource)
        let arn = question.arn(on: resource)
        let part = resource.target.parts[question.action.part]
        func ruling(_ arn: String) -> AccessRuling {
            AccessEvaluator(resource: resource, bucket: surroundings, question: question, arn: arn).ruling()
        }
        guard question.object == nil, arn.utf8.contains(UInt8(ascii: "*")), let policy = resource.policy else {
            return AccessAnswer(question: question, resource: arn, ruling: ruling(arn))
        }
        let request = Request(question.requester, question.action.text, on: arn, context: question.context)
        guard let samples = policy.samples(of: part, request) else {
            return AccessAnswer(
                question: question, resource: arn,
                ruling: AccessRuling(
                    outcome: .unknown,
                    reason: "the policy tells more sets of \(part.type)s apart than are asked about one by one"
                        + (part.isObjects ? "; name one with --object" : "")))
        }
        let shares = samples.map { AccessAnswer.Share(pattern: $0.pattern, ruling: ruling($0.arn)) }
        let outcomes = Set(shares.map(\.ruling.outcome))
        guard outcomes.count > 1 else {
            return AccessAnswer(question: question, resource: arn, ruling: Self.merged(shares.map(\.ruling)))
        }
        return AccessAnswer(
            question: question, resource: arn, ruling: Self.depending(shares, on: part.type), shares: shares)
    }

    /// One ruling of several with the same outcome: the first reason, which holds of what no statement names, and what any of
    /// them rests on. Of what is not known every reason counts.
    private static func merged(_ rulings: [AccessRuling]) -> AccessRuling {
        var result = rulings[0]
        var reasons = [result.reason]
        for other in rulings.dropFirst() {
            if other.outcome == .unknown, !reasons.contains(other.reason) { reasons.append(other.reason) }
            result.deciders += other.deciders.filter { !result.deciders.contains($0) }
            result.missing += other.missing.filter { !result.missing.contains($0) }
            result.keys += other.keys.filter { !result.keys.contains($0) }
        }
        result.reason = reasons.prefix(3).joined(separator: "; ")
        return result
    }

    private static func depending(_ shares: [AccessAnswer.Share], on type: String) -> AccessRuling {
        var result = merged(shares.map(\.ruling))
        result.outcome = .unknown
        result.provisos = []
        let kind = type.hasSuffix("object") ? "object" : "resource"
        var texts: [String] = []
        // What holds of all others comes last.
        let last = shares.first { $0.pattern == nil }?.ruling.outcome
        let outcomes = [AccessAnswer.Outcome.allowed, .denied, .unknown]
        for outcome in outcomes.filter({ $0 != last }) + outcomes.filter({ $0 == last }) {
            let patterns = shares.filter { $0.ruling.outcome == outcome }.map(\.pattern)
            guard !patterns.isEmpty else { continue }
            let names =
                patterns.compactMap(\.self).prefix(3).map { "`\($0)`" } + (patterns.contains(nil) ? ["all others"] : [])
            let word = outcome == .unknown ? "not known" : outcome.rawValue
            texts.append("\(word) for \(AccessWords.joined(names))" + (patterns.count > 4 ? " and more" : ""))
        }
        result.reason = "it depends on the \(kind): \(texts.joined(separator: ", "))"
        return result
    }

    /// What the resource has beside its policy.
    func surroundings(of resource: AccessResource) -> BucketSurroundings? {
        if resource.kind == .accessPoint { return AccessPointWay(resource, in: self)?.surroundings }
        guard resource.kind == .bucket, let buckets else { return nil }
        let view = buckets.view(resource.place)
        let list = buckets.list(of: view)
        return BucketSurroundings(
            list: list, owner: view.text(buckets.slots["acl.owner"]) ?? view.text(buckets.slots["owner"]),
            flags: buckets.flags(of: view), accountFlags: buckets.accountFlags(of: view),
            spans: (list.grants ?? []).map { buckets.span(of: $0, view) })
    }
}
