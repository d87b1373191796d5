import Foundation
import Testing

/// `plumb access` on an inventory of its own and on the examples.
///
/// What is written to standard output is compared with `Fixtures/access/NAME.FORMAT`.
struct AccessTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var arguments: String
        var inventory = "inventory.yaml"
        var testDescription: String { name }

        static let all = [
            Case(name: "lab", arguments: "bucket/jiyuri.cf", inventory: "inventory-examples/seoul-lab.yaml"),
            Case(name: "website", arguments: "site"),
            Case(name: "limited", arguments: "shared"),
            Case(name: "acl-only", arguments: "drop"),
            Case(name: "latent", arguments: "stopped"),
            Case(name: "unreadable", arguments: "broken"),
            Case(name: "unknown", arguments: "silent"),
            Case(name: "unknown-account-flags", arguments: "abroad"),
            Case(name: "unknown-owner", arguments: "stray"),
            Case(name: "some-objects", arguments: "parts"),
            Case(name: "conditions", arguments: "conditions"),
            Case(name: "private", arguments: "bucket/pets"),
            Case(name: "function", arguments: "resize"),
            Case(name: "company", arguments: "halden-exports", inventory: "inventory-examples/company"),
            Case(name: "question", arguments: "site --action s3:GetObject --context aws:SecureTransport=true"),
            Case(name: "question-objects", arguments: "parts --action s3:GetObject"),
            Case(name: "question-stopped", arguments: "stopped --as 777788889999 --action s3:PutObject"),
            Case(name: "question-grant", arguments: "drop --as any-account --action s3:ListBucket"),
            Case(name: "questions", arguments: "shared --as 777788889999 --action s3:PutObject --action s3:ListBucket"),
            Case(
                name: "question-lab", arguments: "jiyuri.cf --as anyone --action s3:GetObject",
                inventory: "inventory-examples/seoul-lab.yaml"),
        ]
    }

    static func scratch() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.link("inventory-examples")
        try FileManager.default.copyItem(
            at: GoldenCase.fixtures.appendingPathComponent("access/inventory.yaml"),
            to: scratch.url.appendingPathComponent("inventory.yaml"))
        return scratch
    }

    private func run(_ line: String, in scratch: Scratch) throws -> Plumb.Outcome {
        try Plumb.run(["access"] + line.split(separator: " ").map(String.init), in: scratch)
    }

    @Test("explanations and answers", arguments: Case.all, ["text", "json"])
    func answers(test: Case, format: String) throws {
        let scratch = try Self.scratch()
        let line = "\(test.inventory) \(test.arguments) --report \(format)"
        let outcome = try run(line, in: scratch)
        #expect(outcome.code == 0 && outcome.complaintText == "")
        let file = GoldenCase.fixtures.appendingPathComponent("access/\(test.name).\(format)")
        try Golden.compare(file, Normalizer(directory: scratch.url)(outcome.output))
        // The reply is the same for any number of threads, and a file holds what a pipe does.
        for jobs in [1, 2, 8] {
            let again = try run("\(line)=report.out --jobs \(jobs)", in: scratch)
            #expect(again.code == 0 && again.outputText == "")
            let written = try Data(contentsOf: scratch.url.appendingPathComponent("report.out"))
            #expect(written == outcome.output, "\(jobs) jobs: \(Golden.difference(outcome.output, written))")
        }
        if format == "json" { _ = try JSONSerialization.jsonObject(with: outcome.output) }
    }

    // MARK: Questions

    /// Sources: the pages that docs/access.md names.
    @Test(
        "one question each",
        arguments: [
            // Conditions on keys that are given or not.
            ("site --action s3:GetObject", "cannot be told: statement `Tls` depends on `aws:SecureTransport`"),
            ("site --action s3:GetObject --context aws:SecureTransport=true", "allowed: statement `Read` allows it"),
            ("site --action s3:getobject --context aws:SecureTransport=false", "denied: statement `Tls` denies it"),
            (
                "conditions --action s3:GetObject",
                "cannot be told: statement `Office` depends on `aws:Referer` and `aws:SourceIp`"
            ),
            (
                "conditions --action s3:GetObject --context aws:SourceIp=2001:db8:1::7 --context aws:Referer=https://www.example.com/a",
                "allowed: statement `Office` allows it"
            ),
            ("conditions --action s3:GetObject --context aws:SourceIp=198.51.100.1", "denied: nothing allows it"),
            ("conditions --action s3:PutObject", "cannot be told: statement `Widget` depends on `acme:Widget`"),
            ("conditions --action s3:PutObject --context acme:Widget=1", "allowed: statement `Widget` allows it"),
            ("conditions --as any-account --action s3:DeleteObject", "denied: nothing allows it"),
            // Strangers, organisations, other accounts.
            ("shared --as anyone --action s3:GetObject", "denied: nothing allows it"),
            ("shared --as any-account --action s3:GetObject", "denied: nothing allows it"),
            (
                "shared --as arn:aws:iam::777788889999:user/u --action s3:GetObject --context aws:PrincipalOrgID=o-a1b2c3d4e5",
                "allowed: statement `Organisation` allows it; the identity's own policies, which are not known, have to allow it too"
            ),
            (
                "shared --as 777788889999 --action s3:PutObject --object in/x",
                "cannot be told: statement `Endpoint` depends on `aws:SourceVpce`"
            ),
            (
                "shared --as 777788889999 --action s3:PutObject --object in/x --context aws:SourceVpce=vpce-1a2b3c4d",
                "allowed: statement `Partner` allows it; its identities need the permission of their own policies too"
            ),
            (
                "shared --as 777788889999 --action s3:PutObject --object in/x --context aws:SourceVpce=",
                "denied: statement `Endpoint` denies it"
            ),
            ("shared --as 777788889999 --action s3:PutObject --object out/x", "denied: nothing allows it"),
            (
                "shared --as 777788889999 --action s3:PutObject",
                "it depends on the object: not known for `arn:aws:s3:::shared/in/*`, denied for all others"
            ),
            // The owner's account.
            (
                "shared --as arn:aws:iam::111122223333:user/alice --action s3:DeleteObject",
                "allowed: statement `Alice` allows it"
            ),
            (
                "shared --as arn:aws:iam::111122223333:user/bob --action s3:DeleteObject",
                "cannot be told: as far as the bucket goes nothing allows it, and the identity's own policies, which are not known, may"
            ),
            (
                "shared --as 111122223333 --action s3:DeleteObject",
                "allowed: it is the owner's account, and nothing denies it; its identities may as far as their own policies go"
            ),
            (
                "shared --as arn:aws:iam::111122223333:root --action s3:DeleteObject",
                "allowed: it is the owner's account, and nothing denies it"
            ),
            (
                "site --as 111122223333 --action s3:PutObject --context aws:SecureTransport=false",
                "denied: statement `Tls` denies it"
            ),
            // Services and whom they act for.
            (
                "conditions --as cloudtrail.amazonaws.com --action s3:PutObject --object AWSLogs/x --context aws:SourceArn=arn:aws:cloudtrail:eu-west-1:111122223333:trail/main",
                "allowed: statement `Trail` allows it"
            ),
            (
                "conditions --as cloudtrail.amazonaws.com --action s3:PutObject --object AWSLogs/x --context acme:Widget=2 --context aws:SourceArn=arn:aws:cloudtrail:eu-west-1:999988887777:trail/main",
                "denied: nothing allows it"
            ),
            (
                "resize --as s3.amazonaws.com --action lambda:InvokeFunction --context aws:SourceArn=arn:aws:s3:::pictures",
                "allowed: statement `pictures` allows it"
            ),
            ("resize --action lambda:InvokeFunction", "denied: nothing allows it"),
            (
                "idle --as arn:aws:iam::111122223333:role/x --action lambda:InvokeFunction",
                "cannot be told: as far as the function goes nothing allows it, and the identity's own policies, which are not known, may"
            ),
            // NotPrincipal, sessions, and accounts of which nobody says which identity asks.
            (
                "conditions --as arn:aws:iam::777788889999:role/app --action s3:PutObjectAcl",
                "allowed: statement `App` allows it; the identity's own policies, which are not known, have to allow it too"
            ),
            (
                "conditions --as arn:aws:sts::777788889999:assumed-role/app/s1 --action s3:PutObjectAcl",
                "allowed: statement `App` allows it; the identity's own policies, which are not known, have to allow it too"
            ),
            (
                "conditions --as arn:aws:iam::777788889999:role/other --action s3:PutObjectAcl",
                "denied: statement `But` denies it"
            ),
            ("conditions --as anyone --action s3:PutObjectAcl", "denied: statement `But` denies it"),
            (
                "conditions --as 777788889999 --action s3:PutObjectAcl",
                "cannot be told: statement `But` depends on `aws:PrincipalArn`"
            ),
            // Variables.
            (
                "parts --as arn:aws:iam::777788889999:user/bob --action s3:GetObject --object home/bob/x",
                "allowed: statement `Home` allows it; the identity's own policies, which are not known, have to allow it too"
            ),
            (
                "parts --as arn:aws:iam::777788889999:user/bob --action s3:GetObject --object home/eve/x",
                "denied: nothing allows it"
            ),
            (
                "parts --as 777788889999 --action s3:GetObject --object home/eve/x",
                "cannot be told: statement `Home` depends on `aws:username`"
            ),
            // Objects.
            ("parts --action s3:GetObject --object public/x", "allowed: statement `Public` allows it"),
            ("parts --action s3:GetObject --object public/secret/x", "denied: statement `Secret` denies it"),
            ("parts --action s3:GetObject --object x", "denied: nothing allows it"),
            // ACLs.
            ("drop --action s3:PutObject", "allowed: the ACL's grant of write to all-users allows it"),
            (
                "drop --action s3:DeleteObject",
                "cannot be told: the ACL's grant of write to all-users lets one delete only objects of one's own"
            ),
            ("drop --action s3:ListBucket", "denied: nothing allows it"),
            (
                "drop --as any-account --action s3:ListBucket",
                "allowed: the ACL's grant of read to authenticated-users allows it"
            ),
            (
                "drop --action s3:GetObject",
                "denied: nothing allows it; an object's own ACL, which nobody looked at, may allow it"
            ),
            (
                "drop --as 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be --action s3:PutBucketAcl",
                "allowed: it is the owner's account, and nothing denies it"
            ),
            (
                "drop --as 1111111111111111111111111111111111111111111111111111111111111111 --action s3:PutBucketAcl",
                "denied: nothing allows it"
            ),
            (
                "drop --as 777788889999 --action s3:GetBucketAcl",
                "cannot be told: the ACL's grant of read_acp to 1111111111111111111111111111111111111111111111111111111111111111 may be one to the account of the one who asks"
            ),
            // Flags.
            (
                "stopped --action s3:ListBucket",
                "denied: the ACL's grant of read to all-users would allow it, but ignore_public_acls of the bucket stops it"
            ),
            (
                "stopped --as 777788889999 --action s3:PutObject",
                "denied: statement 2 would allow it, but restrict_public_buckets of the bucket stops it: to S3 the policy is public"
            ),
            ("stopped --as logging.s3.amazonaws.com --action s3:PutObject", "allowed: statement 3 allows it"),
            ("stopped --as arn:aws:iam::111122223333:user/bob --action s3:GetObject", "allowed: statement 1 allows it"),
            (
                "abroad --action s3:GetObject",
                "cannot be told: the inventory does not say `accounts.444455556666.public_access_block.restrict_public_buckets`"
            ),
            (
                "abroad --action s3:ListBucket",
                "cannot be told: the inventory does not say `accounts.444455556666.public_access_block.ignore_public_acls`"
            ),
            // What the inventory leaves open.
            ("silent --action s3:ListBucket", "cannot be told: the inventory does not say `policy`, `acl`"),
            (
                "broken --action s3:GetObject",
                "cannot be told: the policy cannot be read (inventory.yaml:80:65: `Effect` is `Allow` or `Deny`, in this spelling, not `allow`)"
            ),
            (
                "stray --as 777788889999 --action s3:GetObject",
                "allowed: statement 1 allows it; its identities need the permission of their own policies too"
            ),
            ("stray --as 999988887777 --action s3:GetObject", "cannot be told: the inventory does not say `account`"),
            ("stray --as anyone --action s3:GetObject", "denied: nothing allows it"),
            // A deleted user is nobody, whoever has the name now.
            (
                "shared --as arn:aws:iam::777788889999:user/deleted --action s3:DeleteObject",
                "denied: nothing allows it"
            ),
        ])
    func questions(question: String, answer: String) throws {
        let outcome = try run("inventory.yaml \(question)", in: Self.scratch())
        #expect(outcome.code == 0 && outcome.complaintText == "")
        #expect(outcome.outputText.split(separator: "\n").last.map(String.init) == answer)
    }

    @Test(
        "--expect decides the exit code",
        arguments: [
            ("drop --action s3:PutObject", "allowed", 0), ("drop --action s3:PutObject", "denied", 1),
            ("shared --action s3:GetObject", "allowed", 1), ("shared --action s3:GetObject", "denied", 0),
            ("silent --action s3:GetObject", "allowed", 3), ("silent --action s3:GetObject", "denied", 3),
            // Some objects are, and some are not.
            ("parts --action s3:GetObject", "allowed", 1), ("parts --action s3:GetObject", "denied", 1),
            ("shared --as 777788889999 --action s3:PutObject", "denied", 3),
            ("shared --as 777788889999 --action s3:PutObject", "allowed", 1),
            // Each action has to be as expected.
            ("drop --action s3:PutObject --action s3:ListBucket", "allowed", 1),
            ("drop --action s3:ListBucket --action s3:GetBucketAcl", "denied", 0),
            ("drop --action s3:DeleteObject --action s3:PutObject", "denied", 1),
            ("drop --action s3:DeleteObject --action s3:PutObject", "allowed", 3),
        ] as [(String, String, Int32)])
    func expectation(question: String, expected: String, code: Int32) throws {
        let outcome = try run("inventory.yaml \(question) --expect \(expected)", in: Self.scratch())
        #expect(outcome.code == code && outcome.outputText != "" && outcome.complaintText == "")
    }

    // MARK: Mistakes

    @Test(
        "wrong questions are refused in one sentence",
        arguments: [
            ("sitee", "the inventory holds nothing called `sitee`; did you mean `site`?"),
            ("bucket/sit", "the inventory holds nothing called `bucket/sit`; did you mean `bucket/site`?"),
            ("nothing-like-it", "the inventory holds nothing called `nothing-like-it`"),
            (
                "arn:aws:s3:::sited",
                "the inventory holds nothing called `arn:aws:s3:::sited`; did you mean `arn:aws:s3:::site`?"
            ),
            ("pets", "`pets` is the id of resources of several types; write `bucket/pets` or `lambda_function/pets`"),
            (
                "vpc-1",
                "`vpc-1` is a resource of the type vpc, whose access is not explained; that of these types is: bucket, access_point, kms_key, queue, topic, lambda_function, secret, ecr_repository, iam_role"
            ),
            (
                "inventory.yaml",
                "`inventory.yaml` is a file or directory; name the resource behind the inventory, as bucket/NAME"
            ),
            ("site --as anione --action s3:GetObject", "`anione` is nobody who could ask; did you mean `anyone`?"),
            (
                "site --as bob --action s3:GetObject",
                "`bob` is nobody who could ask; write anyone, any-account, an account id, the ARN of a user, role, session or root, a service such as cloudtrail.amazonaws.com, or a canonical user id"
            ),
            ("site --as 1234 --action s3:GetObject", "`1234` is no account id: those have twelve digits"),
            (
                "site --as arn:aws:iam::111122223333:user/* --action s3:GetObject",
                "`arn:aws:iam::111122223333:user/*` has a wildcard; one asks in one's own name"
            ),
            (
                "site --as arn:aws:s3:::b --action s3:GetObject",
                "`arn:aws:s3:::b` is no ARN of one who asks, such as arn:aws:iam::111122223333:user/alice, role/app or root"
            ),
            ("site --action s3:GetObjekt", "`s3` has no action `GetObjekt`; did you mean `s3:GetObject`?"),
            ("site --action s3:Get*", "`s3:Get*` is a pattern; ask about single actions, such as s3:GetObject"),
            (
                "site --action GetObject",
                "`GetObject` is no action; an action is written `service:Action`, such as `s3:GetObject`"
            ),
            ("site --action sqs:SendMessage", "`sqs:SendMessage` is no action of `s3`"),
            (
                "site --action s3:ListAllMyBuckets",
                "`s3:ListAllMyBuckets` is not done to a bucket, and no policy of one decides it"
            ),
            (
                "site --action s3:ListBucket --object x",
                "`s3:ListBucket` is not done to an object; leave --object out"
            ),
            (
                "site --action s3:GetObject --context aws:SourceIp",
                "`aws:SourceIp` is no KEY=VALUE, such as aws:SourceIp=203.0.113.9"
            ),
            (
                "site --action s3:GetObject --context aws:SourceIpp=203.0.113.9",
                "no condition key is called `aws:SourceIpp`; did you mean `aws:SourceIp`?"
            ),
            (
                "site --action s3:GetObject --context aws:SourceIp=203.0",
                "`203.0` is no address, and `aws:SourceIp` has one"
            ),
            (
                "site --action s3:GetObject --context aws:SecureTransport=yes",
                "`aws:SecureTransport` is true or false, not `yes`"
            ),
        ])
    func refusals(question: String, message: String) throws {
        let outcome = try run("inventory.yaml \(question)", in: Self.scratch())
        #expect(outcome.code == 2 && outcome.outputText == "")
        #expect(outcome.complaintText == "error: \(message)\n")
    }

    @Test(
        "wrong command lines are refused in one sentence",
        arguments: [
            ("inventory.yaml", "`inventory.yaml` is an inventory; name the resource behind it, as bucket/NAME."),
            ("site", "name the inventory before the resource `site`."),
            ("inventory.yaml site --as anyone", "--as asks about an action; give one with --action, as s3:GetObject."),
            (
                "inventory.yaml site --expect denied",
                "--expect asks about an action; give one with --action, as s3:GetObject."
            ),
            (
                "inventory.yaml site --object x",
                "--object asks about an action; give one with --action, as s3:GetObject."
            ),
            ("inventory.yaml site --jobs 0", "--jobs takes a number from 1 to 256."),
            ("inventory.yaml site --report svg", "unknown report format `svg`; valid names are `text`, `json`"),
        ])
    func commandLines(line: String, message: String) throws {
        let outcome = try run(line, in: Self.scratch())
        #expect(outcome.code == 2 && outcome.outputText == "")
        #expect(outcome.complaintText.hasPrefix("Error: \(message)\n"))
    }

    @Test(
        "a resource has several names",
        arguments: [
            ("site", "bucket/site"), ("site", "arn:aws:s3:::site"),
            ("lambda_function/resize", "arn:aws:lambda:eu-west-1:111122223333:function:resize"),
        ])
    func names(one: String, other: String) throws {
        let scratch = try Self.scratch()
        let outputs = try [one, other].map { try run("inventory.yaml \($0)", in: scratch).output }
        #expect(outputs[0] == outputs[1] && !outputs[0].isEmpty)
    }

    @Test("a name that several regions have is told by its ARN")
    func repeated() throws {
        let scratch = try Scratch()
        let document =
            "inventory: 1\naccount: \"111122223333\"\nregion: eu-west-%\nlambda_functions: [{id: f, policy: null}]\n"
        try scratch.write(
            [1, 2].map { document.replacing("%", with: "\($0)") }.joined(separator: "---\n"), to: "inventory.yaml")
        let outcome = try run("inventory.yaml f", in: scratch)
        #expect(
            outcome.complaintText
                == "error: 2 resources of the type lambda_function have the id `f`; write the ARN of one, or give the inventory "
                + "of one region alone\n")
        #expect(try run("inventory.yaml arn:aws:lambda:eu-west-2:111122223333:function:f", in: scratch).code == 0)
    }

    // MARK: Output

    @Test("the policies that a website could have are policies", arguments: ["public_policy", "cloudfront_policy"])
    func website(member: String) throws {
        let scratch = try Self.scratch()
        let outcome = try run("inventory-examples/seoul-lab.yaml jiyuri.cf --report json", in: scratch)
        let report = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
        let website = try #require(report["website"] as? [String: String])
        let policy = try #require(website[member])
        let lines = policy.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
        try scratch.write(
            """
            inventory: 1
            account: "594746470953"
            accounts: [{id: "594746470953", public_access_block: null}]
            buckets:
              - name: jiyuri.cf
                website: {index_document: index.html}
                public_access_block: null
                ownership: bucket_owner_enforced
                policy:
            \(lines)

            """, to: "advised.yaml")
        let advised = try run("advised.yaml jiyuri.cf", in: scratch).outputText
        #expect(
            advised.contains("write   private") && advised.contains("manage  private")
                && advised.contains("list    private"))
        #expect(
            advised.contains(
                member == "public_policy" ? "read    public" : "read    limited  service cloudfront.amazonaws.com"))
        let isOpen = try run("advised.yaml jiyuri.cf --action s3:GetObject --expect denied", in: scratch).code
        #expect(isOpen == (member == "public_policy" ? 1 : 0))
    }

    @Test("an unreadable file makes the run incomplete")
    func unreadable() throws {
        let outcome = try run(
            "inventory.yaml missing.yaml shared --action s3:GetObject --expect denied", in: Self.scratch())
        #expect(outcome.code == 3 && outcome.complaintText.contains("cannot read `missing.yaml`"))
        #expect(outcome.outputText.contains("denied: nothing allows it"))
    }

    @Test("colours are for the terminal only")
    func colors() throws {
        let scratch = try Self.scratch()
        for question in ["shared", "shared --action s3:GetObject"] {
            #expect(try run("inventory.yaml \(question) --color always", in: scratch).outputText.contains("\u{1B}["))
            _ = try run("inventory.yaml \(question) --color always --report text=report.txt", in: scratch)
            let file = try String(contentsOf: scratch.url.appendingPathComponent("report.txt"), encoding: .utf8)
            #expect(!file.contains("\u{1B}"))
        }
    }

    @Test("control characters of the inventory are escaped", arguments: ["text", "json"])
    func controls(format: String) throws {
        let scratch = try Scratch()
        try scratch.write(
            #"""
            inventory: 1
            buckets:
              - name: b
                policy: {"Statement": [{"Sid": "a\u001bb", "Effect": "Allow", "Principal": {"AWS": "x\u001b[31m"}, "Action": "s3:Get\u001b", "Resource": "arn:aws:s3:::b/\u001b*", "Condition": {"StringEquals": {"k\u001b": "\u001b"}}}]}
                acl: {grants: [{grantee: "\x1B[2J", permission: read}]}

            """#, to: "inventory.yaml")
        for question in ["b", "b --action s3:GetObject", "b --as 777788889999 --action s3:ListBucket"] {
            let outcome = try run("inventory.yaml \(question) --report \(format)", in: scratch)
            #expect(outcome.code == 0 && !outcome.output.contains(0x1B))
        }
    }

    @Test("a reader that has seen enough is no fault", arguments: ["text", "json"])
    func closedPipe(format: String) throws {
        let scratch = try Self.scratch()
        let line =
            "{ \"$PLUMB\" access inventory.yaml conditions --report \(format); echo $? > code; } | head -n 1"
        let outcome = try Plumb.shell(line, in: scratch)
        #expect(outcome.outputText.split(separator: "\n").count == 1 && outcome.complaintText == "")
        #expect(try String(contentsOf: scratch.url.appendingPathComponent("code"), encoding: .utf8) == "0\n")
    }

    @Test("a full disk makes the run incomplete", .enabled(if: StreamTests.hasFullDevice), arguments: ["text", "json"])
    func fullDisk(format: String) throws {
        let line = "\"$PLUMB\" access inventory.yaml site --report \(format) > /dev/full"
        #expect(try Plumb.shell(line, in: Self.scratch()).code == 3)
    }
}
