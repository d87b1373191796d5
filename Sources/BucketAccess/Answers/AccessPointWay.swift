internal import AccessPolicies
internal import Inventory

/// The way through an access point: its policy and that of its bucket both have to let a request in.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
struct AccessPointWay {
    private let point: AccessResource
    private let settings: AccessPoint
    private let bucketName: String
    /// Nil where the inventory does not hold the bucket.
    private let bucket: AccessResource?
    private let ofBucket: BucketSurroundings?

    init?(_ resource: AccessResource, in model: AccessModel) {
        guard let slots = FieldSlots(resource.kind.typeName, in: model.inventory.catalog) else { return nil }
        let view = model.view(resource.place)
        point = resource
        settings = AccessPoint(view, name: resource.id, slots)
        bucketName = view.text(slots["bucket"]) ?? ""
        bucket = try? model.resource(named: "bucket/\(bucketName)")
        ofBucket = bucket.flatMap(model.surroundings)
    }

    /// The flags that stand before its policy: its own, and those of bucket and account. It has no ACL.
    var surroundings: BucketSurroundings {
        var list = AccessControlList()
        (list.grants, list.isOff) = ([], true)
        return BucketSurroundings(
            list: list, owner: ofBucket?.owner, flags: ofBucket?.flags ?? .unknown,
            accountFlags: ofBucket?.accountFlags ?? .unknown, spans: [], point: (settings.name, settings.flags),
            isForVPC: isForVPC)
    }

    private var isForVPC: Bool { if case .vpc = settings.origin { true } else { false } }

    /// As requests tell it.
    private var origin: String? {
        switch settings.origin {
        case .internet: "Internet"
        case .vpc: "VPC"
        case .unknown: nil
        }
    }

    func answer(_ question: AccessQuestion, _ model: AccessModel) -> AccessAnswer {
        var answer = model.directAnswer(question, about: point)
        if case .vpc(let id) = settings.origin, answer.outcome != .denied {
            answer.ruling.provisos.append(
                "requests come from \(id == "*" ? "the VPC that it is for" : "VPC \(id)") alone")
        }
        guard answer.outcome != .denied else { return answer }
        guard let bucket else {
            return with(
                answer, outcome: .unknown, "the bucket `\(bucketName)` has to let it in, too",
                missing: ["buckets.\(bucketName)"])
        }
        let behind = model.directAnswer(question.through(point, from: origin), about: bucket)
        let reason = "behind it, at bucket `\(bucketName)`: \(behind.ruling.reason)"
        switch behind.outcome {
        case .allowed: return with(answer, outcome: answer.outcome, reason)
        case .denied, .unknown:
            var result = with(answer, outcome: behind.outcome, reason, missing: behind.ruling.missing)
            if behind.outcome == .denied { result.ruling.reason = reason }
            result.ruling.deciders += behind.ruling.deciders
            result.ruling.keys += behind.ruling.keys.filter { !result.ruling.keys.contains($0) }
            return result
        }
    }

    private func with(
        _ answer: AccessAnswer, outcome: AccessAnswer.Outcome, _ reason: String, missing: [String] = []
    ) -> AccessAnswer {
        var result = answer
        result.ruling.outcome = outcome
        result.ruling.reason += "; \(reason)"
        result.ruling.missing += missing.filter { !result.ruling.missing.contains($0) }
        if outcome != answer.outcome { result.shares = [] }
        return result
    }
}

extension AccessQuestion {
    /// The same question as it arrives at the bucket.
    fileprivate func through(_ point: AccessResource, from origin: String?) -> AccessQuestion {
        var result = self
        result.context["s3:dataaccesspointarn"] = [point.arn]
        if let origin { result.context["s3:accesspointnetworkorigin"] = [origin] }
        if let account = point.account { result.context["s3:dataaccesspointaccount"] = [account] }
        return result
    }
}
