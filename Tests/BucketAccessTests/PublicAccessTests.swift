import Testing

@testable import BucketAccess
import SeededRandom

/// Flags, policy, ACL and ownership together, compared with every world that is possible.
struct PublicAccessTests {
    @Test("random buckets come out as all possible worlds do", arguments: 0..<8)
    func naive(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<120 {
            let naive = NaiveBucket(random: &generator)
            let buckets = try Buckets(naive.text)
            for access in AccessClass.allCases {
                #expect(try buckets.fact(access.factName, of: "b") == naive.level(access.rawValue), "\(naive.text)")
                let effect = try buckets.effect(access.factName, of: "b").prefix { $0 != ":" }
                #expect(effect == naive.effect(access.rawValue), "\(access) \(naive.text)")
            }
            #expect(try buckets.fact("public_access", of: "b") == naive.most, "\(naive.text)")
            let whole = try buckets.effect("public_access", of: "b").prefix { $0 != ":" }
            #expect(whole == naive.effectOfAll, "\(naive.text)")
        }
    }

    @Test("every flag at every level, for policy and ACL")
    func flags() throws {
        for policy in [1, 7] {
            for acl in [0, 3] {
                for bits in 0..<16 {
                    let flags: [Bool?] = (0..<4).map { bits >> $0 & 1 == 1 }
                    let naive = NaiveBucket(policy: policy, acl: acl, ownership: 3, flags: flags)
                    let effect = try Buckets(naive.text).effect("read_access", of: "b").prefix { $0 != ":" }
                    #expect(effect == naive.effect(1), "\(naive.text)")
                }
            }
        }
    }

    static let statement = "{Effect: Allow, Principal: \"*\", Action: \"s3:GetObject\", Resource: \"arn:aws:s3:::b/*\"}"

    @Test(
        "the flag and its level are named",
        arguments: [
            ("null", "null", "effective: restrict_public_buckets is off for the bucket and its account"),
            (
                "{restrict_public_buckets: true}", "null",
                "latent: restrict_public_buckets of the bucket neutralises what the policy gives"
            ),
            (
                "null", "{restrict_public_buckets: true}",
                "latent: restrict_public_buckets of account 111122223333 neutralises what the policy gives"
            ),
            (
                "{restrict_public_buckets: true}", "{restrict_public_buckets: true}",
                "latent: restrict_public_buckets of the bucket and of account 111122223333 neutralise what the policy gives"
            ),
            // Refusing new policies changes nothing that stands.
            (
                "{block_public_policy: true, restrict_public_buckets: false}", "{restrict_public_buckets: false}",
                "effective: restrict_public_buckets is off for the bucket and its account"
            ),
            (
                "null", "{block_public_policy: true}",
                "undetermined: the inventory does not say "
                    + "`accounts.111122223333.public_access_block.restrict_public_buckets`"
            ),
        ])
    func names(bucket: String, account: String, expected: String) throws {
        let buckets = try Buckets(
            """
            accounts: [{id: "111122223333", public_access_block: \(account)}]
            buckets:
              - name: b
                public_access_block: \(bucket)
                ownership: bucket_owner_enforced
                policy: {Version: "2012-10-17", Statement: [\(Self.statement)]}

            """)
        #expect(try buckets.effect("read_access", of: "b") == expected)
        #expect(try buckets.effect("public_access", of: "b") == expected)
        #expect(try buckets.effect("write_access", of: "b") == "none")
    }

    @Test("an account that another region states, and one that contradicts itself")
    func accounts() throws {
        func effect(_ accounts: String) throws -> String {
            String(
                try Buckets(
                    """
                    accounts: [\(accounts)]
                    buckets:
                      - {name: b, public_access_block: null, ownership: bucket_owner_enforced, policy: {Statement: [\(Self.statement)]}}

                    """
                ).effect("read_access", of: "b").prefix { $0 != ":" })
        }
        let on = "public_access_block: {restrict_public_buckets: true}}"
        let off = "public_access_block: {restrict_public_buckets: false}}"
        #expect(try effect("{id: \"111122223333\", region: eu-north-1, " + on) == "latent")
        #expect(try effect("{id: \"999988887777\", " + on) == "undetermined")
        #expect(
            try effect("{id: \"111122223333\", region: a-b-1, \(on), {id: \"111122223333\", region: a-b-2, \(off)")
                == "undetermined")
    }

    @Test("what anybody may do, and why")
    func texts() throws {
        let buckets = try Buckets(
            """
            buckets:
              - name: b
                ownership: object_writer
                acl: {grants: [{grantee: all-users, permission: read_acp}]}
                policy:
                  Version: "2012-10-17"
                  Statement:
                    - {Sid: Site, Effect: Allow, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::b/*"}
                    - {Effect: Allow, Principal: {AWS: "*"}, Action: "s3:ListBucket", Resource: "arn:aws:s3:::b"}
                    - {Sid: Other, Effect: Allow, Principal: {AWS: "999988887777"}, Action: "s3:PutBucketPolicy", Resource: "*"}
              - {name: c, ownership: bucket_owner_enforced, policy: null}

            """)
        #expect(
            try buckets.text("public_may", of: "b")
                == "read, write, delete and change the permissions of its objects, list them and read its settings")
        #expect(
            try buckets.text("public_because", of: "b")
                == "statement `Site` and statement 2 and the ACL's grant of read_acp to all-users")
        #expect(try buckets.text("public_may", of: "c") == "do nothing")
    }
}
