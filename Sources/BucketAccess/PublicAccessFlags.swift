internal import Inventory

/// The flags of block public access that take effect on what is already granted, at one level.
///
/// `BlockPublicAcls` and `BlockPublicPolicy` refuse new grants only and change nothing that stands.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-options
package enum NeutralisingFlag: String, Sendable {
    /// Leaves public ACLs without effect.
    case ignorePublicACLs = "ignore_public_acls"
    /// Leaves a policy that S3 takes for public to the owner's account and AWS services.
    case restrictPublicBuckets = "restrict_public_buckets"

    /// What grants the access that it neutralises.
    var giver: String { self == .ignorePublicACLs ? "the ACL" : "the policy" }
}

/// The flags of a bucket or an account; nil: not known.
struct PublicAccessFlags: Hashable, Sendable {
    var ignoresACLs: Bool?
    var restrictsBuckets: Bool?

    static let unknown = PublicAccessFlags()

    subscript(flag: NeutralisingFlag) -> Bool? {
        switch flag {
        case .ignorePublicACLs: ignoresACLs
        case .restrictPublicBuckets: restrictsBuckets
        }
    }

    /// Reads the record `public_access_block`; null is the same as all false.
    init(_ view: ResourceView, _ slots: FieldSlots) {
        func flag(_ flag: NeutralisingFlag) -> Bool? {
            let word = view.word(slots["public_access_block.\(flag.rawValue)"])
            return word.isAbsent ? nil : word.isSet && word.bits != 0
        }
        ignoresACLs = flag(.ignorePublicACLs)
        restrictsBuckets = flag(.restrictPublicBuckets)
    }

    init() {}

    /// Of an account that is stated once per region: what is said anywhere holds, unless it contradicts itself.
    init(agreed all: [PublicAccessFlags]) {
        func agreed(_ values: [Bool?]) -> Bool? {
            let stated = Set(values.compactMap(\.self))
            return stated.count == 1 ? stated.first : nil
        }
        ignoresACLs = agreed(all.map(\.ignoresACLs))
        restrictsBuckets = agreed(all.map(\.restrictsBuckets))
    }
}
