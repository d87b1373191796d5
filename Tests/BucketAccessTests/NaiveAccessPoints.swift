import SeededRandom

/// A bucket whose policy leaves the decision to access points, worked out by trying every world that the inventory leaves
/// possible. Grades are numbers as in `NaiveBucket`: an access point gives a class at most as far as both policies do.
struct NaiveAccessPoints {
    typealias Levels = [Int]

    struct PolicyCase: Sendable {
        var text: String
        var levels: Levels
        /// Access points that count; nil: all of the account.
        var only: String?
        /// What another account may give whatever the inventory says.
        var least: Levels = [0, 0, 0, 0]
    }

    struct PointPolicy: Sendable {
        /// nil: not stated.
        var text: String?
        var levels: Levels
        var isPublicToS3: Bool
    }

    enum Origin: String, CaseIterable, Sendable { case internet, vpc, unstated }

    struct Point: Sendable {
        var name: String
        /// nil: not stated.
        var policy: Int?
        var origin: Origin
        var restricts: Bool
    }

    private static func through(_ key: String, _ value: String, _ more: String = "") -> String {
        ", \"Condition\": {\"StringEquals\": {\"\(key)\": \"\(value)\"\(more)}}"
    }

    private static let own = through("s3:DataAccessPointAccount", "111122223333")
    private static let org = ", \"aws:PrincipalOrgID\": \"o-example1234\""

    static let policies: [PolicyCase] = [
        PolicyCase(
            text: NaiveBucket.policy([NaiveBucket.allow("\"*\"", "\"*\"", own)]), levels: [2, 2, 2, 2]),
        PolicyCase(
            text: NaiveBucket.policy([NaiveBucket.allow("\"*\"", "\"s3:GetObject\"", own)]), levels: [0, 2, 0, 0]),
        PolicyCase(
            text: NaiveBucket.policy([
                NaiveBucket.allow("\"*\"", "\"s3:*\"", through("s3:DataAccessPointAccount", "111122223333", org))
            ]), levels: [1, 1, 1, 1]),
        PolicyCase(
            text: NaiveBucket.policy([
                NaiveBucket.allow(
                    "\"*\"", "\"s3:*\"",
                    through("s3:DataAccessPointArn", "arn:aws:s3:eu-west-1:111122223333:accesspoint/one"))
            ]), levels: [2, 2, 2, 2], only: "one"),
        PolicyCase(
            text: NaiveBucket.policy([
                NaiveBucket.allow("\"*\"", "\"s3:GetObject\"", through("s3:DataAccessPointAccount", "999988887777"))
            ]), levels: [0, 2, 0, 0], only: "nobody", least: [0, 1, 0, 0]),
        PolicyCase(
            text: NaiveBucket.policy([
                NaiveBucket.allow("\"*\"", "[\"s3:GetObject\", \"s3:PutObject\"]"),
                """
                {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"], \
                "Condition": {"StringNotEquals": {"s3:DataAccessPointAccount": "111122223333"}}}
                """,
            ]), levels: [0, 2, 2, 0]),
    ]

    static func allow(_ point: String, _ principal: String, _ actions: String, _ condition: String = "") -> String {
        let arn = "arn:aws:s3:eu-west-1:111122223333:accesspoint/\(point)"
        return NaiveBucket.policy([
            """
            {"Effect": "Allow", "Principal": \(principal), "Action": \(actions), \
            "Resource": ["\(arn)", "\(arn)/object/*"]\(condition)}
            """
        ])
    }

    static func policies(of point: String) -> [PointPolicy] {
        [
            PointPolicy(text: "null", levels: [0, 0, 0, 0], isPublicToS3: false),
            PointPolicy(text: allow(point, "\"*\"", "\"s3:GetObject\""), levels: [0, 2, 0, 0], isPublicToS3: true),
            PointPolicy(text: allow(point, "\"*\"", "\"s3:*\""), levels: [2, 2, 2, 2], isPublicToS3: true),
            PointPolicy(
                text: allow(point, NaiveBucket.other, "[\"s3:GetObject\", \"s3:ListBucket\"]"), levels: [1, 1, 0, 0],
                isPublicToS3: false),
            PointPolicy(
                text: allow(point, "\"*\"", "\"s3:PutObject\"", NaiveBucket.many), levels: [0, 0, 2, 0],
                isPublicToS3: false),
        ]
    }

    var policy: Int
    /// Nil: the inventory does not state access points.
    var points: [Point]?
    var bucketRestricts: Bool
    var accountRestricts: Bool

    var text: String {
        var result = """
            accounts: [{id: "111122223333", public_access_block: {restrict_public_buckets: \(accountRestricts)}}]
            buckets:
              - name: b
                ownership: bucket_owner_enforced
                public_access_block: {restrict_public_buckets: \(bucketRestricts)}
                policy: \(Self.policies[policy].text)

            """
        guard let points else { return result }
        result += points.isEmpty ? "access_points: []\n" : "access_points:\n"
        for point in points {
            result += "  - name: \(point.name)\n    bucket: b\n"
            result += "    public_access_block: {restrict_public_buckets: \(point.restricts)}\n"
            switch point.origin {
            case .internet: result += "    network_origin: internet\n    vpc: null\n"
            case .vpc: result += "    network_origin: vpc\n    vpc: vpc-1\n"
            case .unstated: break
            }
            if let policy = point.policy {
                result += "    policy: \(Self.policies(of: point.name)[policy].text ?? "null")\n"
            }
        }
        return result
    }

    struct World {
        var levels: Levels
        var isOpen: [Bool]
    }

    private struct Known {
        var levels: Levels
        var isPublicToS3: Bool
        var restricts: Bool
    }

    var worlds: [World] {
        let own = Self.policies[policy]
        // Points that nobody stated may be none, or one that gives all.
        let unstated = Point(name: own.only ?? "two", policy: nil, origin: .unstated, restricts: false)
        var choices: [[Known]] = [[]]
        for point in points ?? [unstated] {
            guard own.only == nil || own.only == point.name else { continue }
            var possible: [Known] = []
            for policy in point.policy.map({ [Self.policies(of: point.name)[$0]] }) ?? Self.policies(of: point.name)
                + [true, false].map({ PointPolicy(text: nil, levels: [2, 2, 2, 2], isPublicToS3: $0) })
            {
                for isVPC in point.origin == .unstated ? [true, false] : [point.origin == .vpc] {
                    possible.append(
                        Known(
                            levels: policy.levels.map { min($0, isVPC ? 1 : 2) },
                            isPublicToS3: policy.isPublicToS3 && !isVPC, restricts: point.restricts))
                }
            }
            choices = choices.flatMap { rest in possible.map { rest + [$0] } }
        }
        return choices.map { points in
            let levels = (0..<4).map { access in
                max(own.least[access], points.map { min($0.levels[access], own.levels[access]) }.max() ?? 0)
            }
            let isOpen = (0..<4).map { access in
                points.contains {
                    min($0.levels[access], own.levels[access]) == 2
                        && !($0.isPublicToS3 && ($0.restricts || bucketRestricts || accountRestricts))
                }
            }
            return World(levels: levels, isOpen: isOpen)
        }
    }

    private static func same<T: Equatable>(_ values: [T]) -> T? {
        values.allSatisfy { $0 == values[0] } ? values[0] : nil
    }

    func level(_ access: Int) -> String {
        Self.same(worlds.map { $0.levels[access] }).map { ["private", "limited", "public"][$0] } ?? "unknown"
    }

    func effect(_ access: Int) -> String {
        let all = worlds
        guard all.allSatisfy({ $0.levels[access] == 2 }) else { return "none" }
        return Self.same(all.map { $0.isOpen[access] }).map { $0 ? "effective" : "latent" } ?? "undetermined"
    }
}

extension NaiveAccessPoints {
    init(random generator: inout SeededGenerator) {
        policy = Int.random(in: Self.policies.indices, using: &generator)
        (bucketRestricts, accountRestricts) = (generator.once(in: 4), generator.once(in: 4))
        points = nil
        if generator.once(in: 6) { return }
        points = ["one", "two"].filter { _ in !generator.once(in: 3) }.map { name in
            Point(
                name: name,
                policy: generator.once(in: 6)
                    ? nil : Int.random(in: Self.policies(of: name).indices, using: &generator),
                origin: generator.pick([.internet, .internet, .vpc, .unstated]), restricts: generator.once(in: 4))
        }
    }
}
