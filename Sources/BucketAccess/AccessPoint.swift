internal import AccessPolicies
internal import Catalog
internal import Diagnostics
internal import Inventory
internal import ResourcePolicies

/// An access point of a bucket, with what its policy comes to.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
struct AccessPoint: Sendable {
    /// From where it takes requests.
    enum Origin: Sendable, Equatable {
        case internet
        case vpc(String)
        case unknown
    }

    enum PolicyState: Sendable {
        case none
        case unknown([String])
        case read(Reading)
    }

    /// A policy that was read. Its target has the access point itself and the objects behind it, in the order of a bucket's.
    struct Reading: Sendable {
        var policy: Policy
        var target: Target
        var reach: Reach
        var source: PolicySource
    }

    var name: String
    var arn: String
    var account: String?
    var flags: PublicAccessFlags
    var origin: Origin
    var policy: PolicyState

    /// How the inventory calls it.
    var path: String { "access_points.\(name)" }

    /// Whether S3 itself takes it for public. One that takes requests from a VPC alone never is.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html
    var isPublicToS3: Bool {
        guard case .read(let reading) = policy, origin == .internet else { return false }
        return reading.policy.publicStatus.isPublic
    }

    init(_ view: ResourceView, name: String, _ slots: FieldSlots) {
        self.name = name
        account = view.text(slots["account"])
        flags = PublicAccessFlags(view, slots)
        arn = PolicyHolder.accessPoint.arn(of: view, slots, id: name)
        let stated = view.word(slots["network_origin"])
        if let vpc = view.text(slots["vpc"]) {
            origin = .vpc(vpc)
        } else if view.word(slots["vpc"]).isAbsent {
            origin = !stated.isSet ? .unknown : stated.bits == 0 ? .internet : .vpc("*")
        } else {
            origin = .internet
        }
        policy = .none
        policy = state(view, slots)
    }

    private func state(_ view: ResourceView, _ slots: FieldSlots) -> PolicyState {
        let word = view.word(slots["policy"])
        guard let source = view.policySource(word) else {
            return word.isAbsent ? .unknown(["\(path).policy"]) : .none
        }
        switch source.read() {
        case .failure(let problem): return .unknown([problem.missing("\(path).policy", in: source)])
        case .success(let policy):
            let target = Target.accessPoint(arn: arn, account: account)
            guard let reach = policy.reach(of: target) else { return .unknown(["\(path).policy"]) }
            return .read(Reading(policy: policy, target: target, reach: reach, source: source))
        }
    }
}

/// The access points of an inventory by the bucket that they lead to.
struct AccessPoints: Sendable {
    private var byBucket: [String: [AccessPoint]] = [:]

    /// `names`: of buckets whose policies leave something to access points; those of others make no difference.
    init(_ inventory: Inventory, ofBuckets names: Set<String>) {
        guard !names.isEmpty, let type = inventory.catalog.typeNames.index(of: "access_point"),
            let slots = FieldSlots("access_point", in: inventory.catalog)
        else { return }
        for segment in inventory.segments {
            for resource in segment.resources where Int(resource.type) == type {
                let view = ResourceView(segment, resource)
                guard let bucket = view.text(slots["bucket"]), names.contains(bucket) else { continue }
                byBucket[bucket, default: []].append(
                    AccessPoint(view, name: inventory.id(of: resource, in: segment), slots))
            }
        }
        // The order of files shows nowhere.
        for bucket in byBucket.keys { byBucket[bucket]?.sort { $0.arn < $1.arn } }
    }

    subscript(bucket: String) -> [AccessPoint] { byBucket[bucket] ?? [] }
}
