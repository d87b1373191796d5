import Inventory
import Testing

@testable import BucketAccess

/// Where facts point, and what is missing.
struct ClueTests {
    @Test(
        "a statement is pointed at however the policy is written",
        arguments: [
            (
                """
                    policy:
                      Statement:
                        - {Sid: One, Effect: Deny, Principal: "*", Action: "s3:DeleteBucket", Resource: "*"}
                        - Sid: Two
                          Effect: Allow
                          Principal: "*"
                          Action: s3:GetObject
                          Resource: "*"
                """, 9, "Sid: Two"
            ),
            (
                """
                    policy: |
                      {"Statement": [
                        {"Effect": "Deny", "Principal": "*", "Action": "s3:DeleteBucket", "Resource": "*"},
                        {"Sid": "Two", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"}]}
                """, 9, "{\"Sid\": \"Two"
            ),
            (
                """
                    policy: '{"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:DeleteBucket", "Resource": "*"},
                      {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"}]}'
                """, 7, "{\"Effect\": \"A"
            ),
            (
                #"""
                    policy: "{\"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:DeleteBucket\", \"Resource\": \"*\"},
                      {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}]}"
                """#, 7, #"{\"Effect\": "#
            ),
        ])
    func statements(policy: String, line: Int, text: String) throws {
        let buckets = try Buckets("buckets:\n  - name: b\n\(policy)\n")
        let clues = try buckets.clues("read_access", of: "b")
        #expect(clues.count == 1)
        let start = "policy.Statement[1] line \(line): \(text.prefix(12))"
        #expect(clues[0].hasPrefix(start) || start.hasPrefix(clues[0]), "\(clues)")
    }

    @Test("grants, findings and what is not there")
    func others() throws {
        let buckets = try Buckets(
            """
            buckets:
              - name: b
                ownership: object_writer
                acl:
                  owner: me
                  grants:
                    - {grantee: me, permission: full_control}
                    - {grantee: authenticated-users, permission: write}
                policy:
                  Version: "2012-10-17"
                  Statement:
                    - Effect: Allow
                      Principal: {AWS: "999988887777"}
                      Action: [s3:PutObject, s3:PutObjectAcl]
                      Resource: arn:aws:s3:::b/*
              - {name: c, policy: null, ownership: null, acl: {canned: public_read}}

            """)
        #expect(try buckets.clues("write_access", of: "b") == ["acl.grants[1] line 11: {grantee: au"])
        #expect(try buckets.clues("manage_access", of: "b") == ["policy.Statement[0] line 15: Effect: Allo"])
        #expect(try buckets.clues("policy_cross_account", of: "b") == ["policy.Statement[0] line 16: Principal"])
        #expect(try buckets.clues("policy_banned_actions", of: "b") == ["policy.Statement[0] line 17: Action"])
        #expect(try buckets.clues("policy_denies_plain_http", of: "b").count == 1)
        #expect(try buckets.clues("policy_denies_plain_http", of: "c") == ["policy none"])
        #expect(try buckets.clues("list_access", of: "c") == ["acl.canned read to all-users"])
        #expect(try buckets.clues("read_access", of: "c") == [])
    }

    @Test(
        "what is missing is named",
        arguments: [
            ("{name: b}", "read_access", ["policy", "acl"]),
            ("{name: b, ownership: bucket_owner_enforced}", "read_access", ["policy"]),
            ("{name: b, policy: null, acl: {canned: public_read}}", "list_access", ["ownership"]),
            ("{name: b, policy: null}", "public_access", ["acl"]),
            ("{name: b}", "policy_denies_plain_http", ["policy"]),
            (
                "{name: b, ownership: bucket_owner_enforced, policy: '{\"Statement\": [{\"Effect\": \"allow\"}]}'}",
                "read_access", ["policy (buckets.yaml:5:84: `Effect` is"]
            ),
        ])
    func missing(bucket: String, fact: String, expected: [String]) throws {
        let buckets = try Buckets("buckets:\n  - \(bucket)\n")
        #expect(try buckets.fact(fact, of: "b") == "unknown")
        let missing = buckets.model.missing(fact, at: try buckets.place("b"))
        #expect(missing.count == expected.count && zip(missing, expected).allSatisfy { $0.hasPrefix($1) }, "\(missing)")
    }

    @Test(
        "a policy that cannot be read is unknown in every respect",
        arguments: [
            "'{\"Statement\": ['", "'nonsense'", "[]", "{Statement: [{Effect: Allow}]}", "''",
            "{Statement: {Effect: Allow, Principal: \"*\", Action: \"s3:*\", Resource: \"*\", Efect: Deny}}",
            "'%7B%22Statement%22%3A%5B%5D%7D'",
        ])
    func unreadable(policy: String) throws {
        let buckets = try Buckets("buckets:\n  - {name: b, ownership: bucket_owner_enforced, policy: \(policy)}\n")
        for fact in try buckets.facts(of: "b") { #expect(fact.hasSuffix(" unknown"), "\(fact)") }
        guard case .unknown(let names)? = buckets.model.value("policy_accounts", at: try buckets.place("b")) else {
            Issue.record("known")
            return
        }
        #expect(names.count == 1 && names[0].hasPrefix("policy (buckets.yaml:5:"), "\(names)")
    }
}
