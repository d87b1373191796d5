internal import Catalog
internal import Inventory
internal import ResourcePolicies

/// The access control list of a bucket: who is granted what.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
struct AccessControlList: Sendable {
    enum Grantee: Hashable, Sendable {
        case owner
        /// Anybody: everyone, or everyone with an AWS account of their own.
        case anybody
        /// A canonical user, an e-mail address, or S3's log delivery.
        case other
    }

    struct Grant: Hashable, Sendable {
        var grantee: Grantee
        /// As the inventory calls it.
        var granteeText: String
        var permission: String
        /// Index in the list of grants; nil for what a canned ACL stands for.
        var index: Int?

        /// What a grant on a bucket allows, by the table "What permissions can I grant?".
        var classes: [AccessClass] {
            switch permission {
            case "read": [.list]
            case "write": [.write]
            case "read_acp": [.read]
            case "write_acp": [.manage]
            default: AccessClass.allCases
            }
        }

        var abilities: Abilities {
            switch permission {
            case "read": .list
            case "write": [.writeObjects, .deleteObjects]
            case "read_acp": .readSettings
            case "write_acp": .manageBucket
            default: [.list, .writeObjects, .deleteObjects, .readSettings, .manageBucket]
            }
        }

        var grade: Grade {
            switch grantee {
            case .owner: .private
            case .other: .limited
            case .anybody: .public
            }
        }
    }

    /// Nil: the inventory does not say.
    var grants: [Grant]?
    /// Whether ACLs have no effect, by object ownership; nil: the inventory does not say.
    var isOff: Bool?

    /// What the ACL gives. Off, it gives nothing: https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
    var granted: Granted {
        if isOff == true { return Granted(.none) }
        guard let grants else { return .unknown }
        var grades = Grades.none
        for grant in grants { for access in grant.classes { grades[access] = max(grades[access], grant.grade) } }
        return Granted(certain: isOff == nil ? .none : grades, possible: grades)
    }

    /// The grants to anybody of an ACL that is known to have effect.
    var publicGrants: [Grant] { isOff == false ? (grants ?? []).filter { $0.grantee == .anybody } : [] }
}

/// Reads the ACL of a bucket from its words.
struct AccessControlListReader: Sendable {
    private let slots: FieldSlots
    private let permissions: [String]
    private let canned: [String]
    private let ownerships: [String]

    init?(_ slots: FieldSlots, _ catalog: Catalog) {
        func values(_ shape: String, _ field: String) -> [String]? {
            catalog.shape(named: shape)?.field(field).map { catalog.enumerations[$0.type.detail].names }
        }
        guard let permissions = values("bucket.acl.grants", "permission"), let canned = values("bucket.acl", "canned"),
            let ownerships = values("bucket", "ownership")
        else { return nil }
        (self.slots, self.permissions, self.canned, self.ownerships) = (slots, permissions, canned, ownerships)
    }

    func list(of bucket: ResourceView) -> AccessControlList {
        var list = AccessControlList()
        let ownership = bucket.word(slots["ownership"])
        if !ownership.isAbsent {
            list.isOff = ownership.isSet && ownerships[Int(ownership.bits)] == "bucket_owner_enforced"
        }
        let stated = bucket.word(slots["acl.grants"])
        if !stated.isAbsent {
            let owner = bucket.text(slots["acl.owner"]) ?? bucket.text(slots["owner"])
            list.grants = bucket.entries(slots["acl.grants"]).enumerated().map { index, entry in
                grant(index, entry, bucket, owner)
            }
        } else if case let word = bucket.word(slots["acl.canned"]), word.isSet {
            list.grants = Self.grants(ofCanned: canned[Int(word.bits)])
        }
        return list
    }

    private func grant(_ index: Int, _ entry: Entry, _ bucket: ResourceView, _ owner: String?)
        -> AccessControlList.Grant
    {
        let word = entry.own(slots.entry("acl.grants", "grantee"))
        let name = word.isSet ? bucket.segment.text(word) : ""
        let permission = entry.own(slots.entry("acl.grants", "permission"))
        return AccessControlList.Grant(
            grantee: Self.isAnybody(name) ? .anybody : name == owner ? .owner : .other, granteeText: name,
            permission: permission.isSet ? permissions[Int(permission.bits)] : "full_control", index: index)
    }

    /// Both groups count as public: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
    private static func isAnybody(_ grantee: String) -> Bool {
        ["all-users", "authenticated-users"].contains(grantee)
            || ["AllUsers", "AuthenticatedUsers"].contains { grantee == "http://acs.amazonaws.com/groups/global/\($0)" }
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
    static func grants(ofCanned name: String) -> [AccessControlList.Grant] {
        func grant(_ grantee: AccessControlList.Grantee, _ text: String, _ permission: String)
            -> AccessControlList.Grant
        {
            AccessControlList.Grant(grantee: grantee, granteeText: text, permission: permission)
        }
        switch name {
        case "public_read": return [grant(.anybody, "all-users", "read")]
        case "public_read_write":
            return [grant(.anybody, "all-users", "read"), grant(.anybody, "all-users", "write")]
        case "authenticated_read": return [grant(.anybody, "authenticated-users", "read")]
        case "aws_exec_read": return [grant(.other, "Amazon EC2", "read")]
        case "log_delivery_write":
            return [grant(.other, "log-delivery", "write"), grant(.other, "log-delivery", "read_acp")]
        default: return []
        }
    }
}
