import SeededRandom

/// Policies, ACLs and flags with what they come to, noted by hand, and the verdict worked out another way: by trying every
/// world that an inventory leaves possible. What is the same in all of them is known; all else is not.
struct NaiveBucket {
    /// Grades by class, in the order list, read, write, manage; 0 private, 1 limited, 2 public.
    typealias Levels = [Int]

    struct PolicyCase: Sendable {
        var text: String
        var levels: Levels
        /// Whether S3's own meaning of public holds.
        var isPublicToS3: Bool
    }

    struct ACLCase: Sendable {
        var text: String
        var levels: Levels
    }

    static func allow(_ principal: String, _ actions: String, _ condition: String = "") -> String {
        """
        {"Effect": "Allow", "Principal": \(principal), "Action": \(actions), \
        "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"]\(condition)}
        """
    }

    static let org = ", \"Condition\": {\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-example1234\"}}"
    /// Ranges that S3 takes for narrow each, and that are together more than a tenth of the internet.
    static let narrow = (40..<72).map { "\"\($0).0.0.0/8\"" }.joined(separator: ", ")
    static let many = ", \"Condition\": {\"IpAddress\": {\"aws:SourceIp\": [\(narrow)]}}"
    static let other = "{\"AWS\": \"arn:aws:iam::999988887777:root\"}"

    static func policy(_ statements: [String]) -> String {
        "{\"Version\": \"2012-10-17\", \"Statement\": [\(statements.joined(separator: ", "))]}"
    }

    static let policies: [PolicyCase] = [
        PolicyCase(text: "null", levels: [0, 0, 0, 0], isPublicToS3: false),
        PolicyCase(
            text: policy([allow("\"*\"", "\"s3:GetObject\"")]), levels: [0, 2, 0, 0], isPublicToS3: true),
        PolicyCase(text: policy([allow("\"*\"", "\"s3:*\"")]), levels: [2, 2, 2, 2], isPublicToS3: true),
        PolicyCase(
            text: policy([allow("{\"AWS\": \"*\"}", "[\"s3:ListBucket\", \"s3:PutObject\"]")]),
            levels: [2, 0, 2, 0], isPublicToS3: true),
        PolicyCase(
            text: policy([allow("\"*\"", "\"s3:PutBucketPolicy\"")]), levels: [0, 0, 0, 2], isPublicToS3: true),
        PolicyCase(
            text: policy([allow(other, "\"s3:Get*\"")]), levels: [0, 1, 0, 0], isPublicToS3: false),
        PolicyCase(
            text: policy([allow("\"*\"", "\"s3:PutObject*\"", org)]), levels: [0, 0, 1, 1], isPublicToS3: false),
        PolicyCase(
            text: policy([allow("\"*\"", "\"s3:*\"", many)]), levels: [2, 2, 2, 2], isPublicToS3: false),
        PolicyCase(
            text: policy([allow("{\"AWS\": \"111122223333\"}", "\"s3:*\"")]), levels: [0, 0, 0, 0],
            isPublicToS3: false),
        // Public to S3, which does not look at denials, and closed in fact.
        PolicyCase(
            text: policy([
                allow("\"*\"", "\"s3:GetObject\""),
                "{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"*\"}",
            ]), levels: [0, 0, 0, 0], isPublicToS3: true),
    ]

    private static func acl(_ grants: String...) -> String {
        "{owner: me, grants: [\(grants.joined(separator: ", "))]}"
    }
    private static func grant(_ grantee: String, _ permission: String) -> String {
        "{grantee: \(grantee), permission: \(permission)}"
    }

    static let acls: [ACLCase] = [
        ACLCase(text: acl(grant("me", "full_control")), levels: [0, 0, 0, 0]),
        ACLCase(text: acl(grant("me", "full_control"), grant("all-users", "read")), levels: [2, 0, 0, 0]),
        ACLCase(text: acl(grant("authenticated-users", "write"), grant("you", "read_acp")), levels: [0, 1, 2, 0]),
        ACLCase(text: acl(grant("all-users", "full_control")), levels: [2, 2, 2, 2]),
        ACLCase(text: acl(grant("log-delivery", "write"), grant("all-users", "write_acp")), levels: [0, 0, 1, 2]),
        ACLCase(text: acl(grant("you", "full_control")), levels: [1, 1, 1, 1]),
        ACLCase(text: "{canned: private}", levels: [0, 0, 0, 0]),
        ACLCase(text: "{canned: public_read_write}", levels: [2, 0, 2, 0]),
        ACLCase(text: "{canned: authenticated_read}", levels: [2, 0, 0, 0]),
        ACLCase(text: "{canned: log_delivery_write}", levels: [0, 1, 1, 0]),
    ]

    /// `unset` is stated, as null; nil is not stated.
    static let ownerships: [(text: String?, isOff: Bool?)] = [
        (nil, nil), ("null", false), ("bucket_owner_enforced", true), ("object_writer", false),
        ("bucket_owner_preferred", false),
    ]

    /// What the inventory says; nil: nothing.
    var policy: Int?
    var acl: Int?
    var ownership = 0
    /// Of bucket and account: ignore_public_acls, restrict_public_buckets.
    var flags: [Bool?] = [nil, nil, nil, nil]
    var hasBlock = true
    var hasAccount = true

    var text: String {
        func block(_ a: Bool?, _ b: Bool?) -> String {
            let parts = [a.map { "ignore_public_acls: \($0)" }, b.map { "restrict_public_buckets: \($0)" }]
            return "{" + parts.compactMap(\.self).joined(separator: ", ") + "}"
        }
        var result = ""
        if hasAccount {
            result += "accounts: [{id: \"111122223333\", public_access_block: \(block(flags[2], flags[3]))}]\n"
        }
        result += "buckets:\n  - name: b\n"
        result += "    public_access_block: \(hasBlock ? block(flags[0], flags[1]) : "null")\n"
        if let ownership = Self.ownerships[ownership].text { result += "    ownership: \(ownership)\n" }
        if let acl { result += "    acl: \(Self.acls[acl].text)\n" }
        if let policy { result += "    policy: \(Self.policies[policy].text)\n" }
        return result
    }

    /// One way in which everything is known.
    struct World {
        var levels: Levels
        /// By class: whether anybody gets in past the flags.
        var isOpen: [Bool]
    }

    var worlds: [World] {
        func choices(_ flag: Bool?) -> [Bool] { flag.map { [$0] } ?? [false, true] }
        var known = flags
        if !hasBlock { (known[0], known[1]) = (false, false) }
        if !hasAccount { (known[2], known[3]) = (nil, nil) }
        var result: [World] = []
        for policy in policy.map({ [Self.policies[$0]] }) ?? Self.policies {
            for acl in acl.map({ [Self.acls[$0]] }) ?? Self.acls {
                for isOff in Self.ownerships[ownership].isOff.map({ [$0] }) ?? [false, true] {
                    for ignores in zip2(choices(known[0]), choices(known[2])) {
                        for restricts in zip2(choices(known[1]), choices(known[3])) {
                            let byACL = isOff ? [0, 0, 0, 0] : acl.levels
                            result.append(
                                World(
                                    levels: (0..<4).map { max(policy.levels[$0], byACL[$0]) },
                                    isOpen: (0..<4).map {
                                        policy.levels[$0] == 2 && !(restricts && policy.isPublicToS3)
                                            || byACL[$0] == 2 && !ignores
                                    }))
                        }
                    }
                }
            }
        }
        return result
    }

    private func zip2(_ a: [Bool], _ b: [Bool]) -> Set<Bool> { Set(a.flatMap { x in b.map { x || $0 } }) }

    private static func same<T: Equatable>(_ values: [T]) -> T? {
        values.allSatisfy { $0 == values[0] } ? values[0] : nil
    }

    func level(_ access: Int) -> String {
        Self.same(worlds.map { $0.levels[access] }).map { ["private", "limited", "public"][$0] } ?? "unknown"
    }

    var most: String {
        let all = worlds
        if let certain = (0..<4).last(where: { access in all.allSatisfy { $0.levels[access] == 2 } }) {
            return ["list", "read", "write", "manage"][certain]
        }
        return all.contains { $0.levels.contains(2) } ? "unknown" : "none"
    }

    /// Of everything that anybody may do.
    var effectOfAll: String {
        if ["none", "unknown"].contains(most) { return "none" }
        return Self.same(worlds.map { $0.isOpen.contains(true) }).map { $0 ? "effective" : "latent" } ?? "undetermined"
    }

    func effect(_ access: Int) -> String {
        let all = worlds
        guard all.allSatisfy({ $0.levels[access] == 2 }) else { return "none" }
        return Self.same(all.map { $0.isOpen[access] }).map { $0 ? "effective" : "latent" } ?? "undetermined"
    }
}

extension NaiveBucket {
    init(random generator: inout SeededGenerator) {
        policy = generator.once(in: 6) ? nil : Int.random(in: Self.policies.indices, using: &generator)
        acl = generator.once(in: 5) ? nil : Int.random(in: Self.acls.indices, using: &generator)
        ownership = Int.random(in: Self.ownerships.indices, using: &generator)
        flags = (0..<4).map { _ in generator.pick([nil, false, false, true]) }
        hasBlock = !generator.once(in: 5)
        hasAccount = !generator.once(in: 5)
    }
}
