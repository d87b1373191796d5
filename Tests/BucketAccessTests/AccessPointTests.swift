import Inventory
import Testing

@testable import BucketAccess
import SeededRandom

/// Buckets whose policies leave the decision to access points.
///
/// Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html and
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html
struct AccessPointTests {
    @Test("random access points come out as all possible worlds do", arguments: 0..<10)
    func naive(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed + 700)
        for _ in 0..<80 {
            let naive = NaiveAccessPoints(random: &generator)
            let buckets = try Buckets(naive.text)
            for access in AccessClass.allCases {
                let fact = try buckets.fact(access.factName, of: "b")
                #expect(fact == naive.level(access.rawValue), "\(access) \(naive.text)")
                let effect = try buckets.effect(access.factName, of: "b").prefix { $0 != ":" }
                #expect(effect == naive.effect(access.rawValue), "\(access) \(naive.text)")
            }
        }
    }

    static func inventory(_ points: String, account: String = "{restrict_public_buckets: false}") -> String {
        """
        accounts: [{id: "111122223333", public_access_block: \(account)}]
        buckets:
          - name: b
            ownership: bucket_owner_enforced
            public_access_block: null
            policy:
              Version: "2012-10-17"
              Statement:
                - Sid: Delegate
                  Effect: Allow
                  Principal: {AWS: "*"}
                  Action: "*"
                  Resource: ["arn:aws:s3:::b", "arn:aws:s3:::b/*"]
                  Condition: {StringEquals: {"s3:DataAccessPointAccount": "111122223333"}}
        \(points)
        """
    }

    static func point(_ more: String) -> String {
        """
        access_points:
          - name: one
            bucket: b
            network_origin: internet
            vpc: null
            public_access_block: null
            \(more)
        """
    }

    static let open = """
        policy: {Version: "2012-10-17", Statement: [{Sid: Open, Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:eu-west-1:111122223333:accesspoint/one/object/*"}]}
        """

    @Test("the statement of the access point is named, and where it stands")
    func reasons() throws {
        let buckets = try Buckets(Self.inventory(Self.point(Self.open)))
        #expect(try buckets.fact("read_access", of: "b") == "public")
        #expect(try buckets.fact("list_access", of: "b") == "private")
        #expect(try buckets.text("public_may", of: "b") == "read its objects")
        #expect(try buckets.text("public_because", of: "b") == "statement `Open` of access point `one`")
        let clues = try buckets.clues("read_access", of: "b")
        #expect(clues == ["access_points.one.policy.Statement[0] line 24: {Sid: Open, "])
        #expect(
            try buckets.effect("read_access", of: "b")
                == "effective: restrict_public_buckets is off for the bucket, its account and access point `one`")
    }

    @Test(
        "the flag of any level suffices",
        arguments: [
            (
                "{restrict_public_buckets: true}", "null",
                "of access point `one` neutralises what access point `one` gives"
            ),
            (
                "null", "{restrict_public_buckets: true}",
                "of account 111122223333 neutralises what access point `one` gives"
            ),
        ])
    func flags(point: String, account: String, expected: String) throws {
        let text = Self.point(Self.open).replacing("public_access_block: null", with: "public_access_block: \(point)")
        let buckets = try Buckets(Self.inventory(text, account: account))
        #expect(try buckets.effect("read_access", of: "b") == "latent: restrict_public_buckets \(expected)")
    }

    @Test(
        "what the inventory does not say is named",
        arguments: [
            ("", ["access_points"]),
            (point("alias: x"), ["access_points.one.policy"]),
            (
                point("policy: '{\"Statement\": [{\"Effect\": \"allow\"}]}'"),
                ["access_points.one.policy (buckets.yaml:24:"]
            ),
            (
                point(open).replacing("    network_origin: internet\n    vpc: null\n", with: ""),
                ["access_points.one.network_origin"]
            ),
        ])
    func missing(points: String, expected: [String]) throws {
        let buckets = try Buckets(Self.inventory(points))
        #expect(try buckets.fact("read_access", of: "b") == "unknown")
        let missing = buckets.model.missing("read_access", at: try buckets.place("b"))
        #expect(missing.count == expected.count && zip(missing, expected).allSatisfy { $0.hasPrefix($1) }, "\(missing)")
    }

    @Test("an access point of a place that is not known may be any")
    func unknownPlace() throws {
        let text = Self.inventory(Self.point(Self.open)).replacing("eu-west-1:1", with: "eu-central-1:1")
        #expect(try Buckets(text).fact("read_access", of: "b") == "private")
        let other = text.replacing(
            "- name: one", with: "- name: one\n    arn: arn:aws:s3:eu-central-1:111122223333:accesspoint/one")
        #expect(try Buckets(other).fact("read_access", of: "b") == "public")
    }

    @Test("the names of grantees")
    func grantees() throws {
        let buckets = try Buckets(
            """
            buckets:
              - name: b
                ownership: bucket_owner_enforced
                policy:
                  Version: "2012-10-17"
                  Statement:
                    - {Effect: Allow, Principal: {AWS: ["999988887777", "arn:aws:iam::222233334444:role/r"]}, Action: "s3:GetObject", Resource: "*"}
                    - {Effect: Allow, Principal: {Service: logging.s3.amazonaws.com}, Action: "s3:PutObject", Resource: "*"}
                    - Effect: Allow
                      Principal: "*"
                      Action: "s3:GetObject"
                      Resource: "*"
                      Condition: {IpAddress: {"aws:SourceIp": [192.0.2.0/24, 198.51.100.7]}}
                    - {Effect: Allow, Principal: {AWS: "111122223333"}, Action: "s3:*", Resource: "*"}

            """)
        guard case .texts(let names)? = buckets.model.value("policy_grantees", at: try buckets.place("b")) else {
            Issue.record("no texts")
            return
        }
        #expect(
            names == [
                "192.0.2.0/24 or 198.51.100.7/32", "999988887777 or arn:aws:iam::222233334444:role/r",
                "logging.s3.amazonaws.com",
            ])
    }
}
