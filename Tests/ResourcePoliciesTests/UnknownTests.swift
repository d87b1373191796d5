import Testing

/// What the inventory leaves open, and policies that cannot be read.
struct UnknownTests {
    static let anywhere = "inventory: 1\n"

    @Test("where the account is not stated no principal is known to be the owner's") func account() throws {
        let statement =
            "{Effect: Allow, Principal: {AWS: \"111122223333\"}, Action: \"sqs:SendMessage\", Resource: \"*\"}"
        #expect(try PolicyHolders.one("queues", "policy: \(policy(statement))").fact("policy_access") == "private")
        let other = try PolicyHolders.one("queues", "policy: \(policy(statement))", header: Self.anywhere)
        #expect(try other.fact("policy_access") == "limited" && other.fact("policy_accounts") == "111122223333")
        let told = try PolicyHolders.one(
            "queues", "arn: \"arn:aws:sqs:eu-west-1:111122223333:x\", policy: \(policy(statement))",
            header: Self.anywhere)
        #expect(try told.fact("policy_access") == "private")
        let trust = "{Effect: Allow, Principal: {AWS: \"111122223333\"}, Action: \"sts:AssumeRole\"}"
        let role = try PolicyHolders.one("iam_roles", "trust_policy: \(policy(trust))", header: Self.anywhere)
        #expect(try role.fact("trust_access") == "limited")
    }

    @Test(
        "a denial by name decides only where the ARN is known",
        arguments: [
            (PolicyHolders.header, "\"arn:aws:sqs:eu-west-1:111122223333:x\"", "private"),
            (anywhere, "\"arn:aws:sqs:eu-west-1:111122223333:x\"", "unknown"),
            (anywhere, "\"*\"", "private"),
        ])
    func denial(header: String, resource: String, expected: String) throws {
        let queue = try PolicyHolders.one(
            "queues",
            "policy: "
                + policy(
                    "{Effect: Allow, Principal: \"*\", Action: \"sqs:SendMessage\", Resource: \"*\"}",
                    "{Effect: Deny, Principal: \"*\", Action: \"sqs:*\", Resource: \(resource)}"), header: header)
        #expect(try queue.fact("policy_access") == expected)
        #expect(try queue.missing("policy_access") == (expected == "unknown" ? ["arn"] : []))
    }

    @Test(
        "a policy that cannot be read is unknown in every respect, with its place and mistake",
        arguments: [
            "'{\"Statement\": ['", "'nonsense'", "[]", "{Statement: [{Effect: Allow}]}", "''",
            "'%7B%22Statement%22%3A%5B%5D%7D'",
        ])
    func unreadable(text: String) throws {
        for (collection, field) in [("topics", "policy"), ("iam_policies", "policy"), ("iam_roles", "trust_policy")] {
            let holders = try PolicyHolders.one(
                collection,
                "inline_policies: [], \(field): \(text)".replacing("inline_policies: [], policy", with: "policy"))
            let prefix = field == "policy" ? "policy_" : "trust_"
            for fact in try holders.facts() where fact.hasPrefix(prefix) {
                #expect(fact.hasSuffix(" unknown"), "\(fact)")
            }
            let missing = try holders.missing("\(prefix)invalid")
            #expect(missing.count == 1 && missing[0].hasPrefix("\(field) (policies.yaml:4:"), "\(missing)")
        }
    }

    @Test("a condition that nobody can judge gives, and the message says so") func undecided() throws {
        let queue = try PolicyHolders.one(
            "queues",
            "policy: "
                + policy(
                    "{Sid: Some, Effect: Allow, Principal: \"*\", Action: \"sqs:SendMessage\", Resource: \"*\", Condition: {StringEquals: {\"sqs:Colour\": red}}}"
                ))
        #expect(try queue.fact("policy_access") == "public" && queue.fact("policy_invalid") == "true")
        #expect(
            try queue.fact("public_because")
                == "statement `Some` (sqs:SendMessage, under a condition that nobody can judge)")
    }

    @Test("problems are listed, three at most") func problems() throws {
        func problems(_ actions: String...) throws -> String {
            let statement =
                "{Effect: Allow, Principal: {AWS: \"111122223333\"}, Action: [\(actions.joined(separator: ", "))], Resource: \"*\"}"
            return try PolicyHolders.one("queues", "policy: \(policy(statement))").fact("policy_problems")
        }
        #expect(try problems("\"sqs:SendMessage\"") == "nothing")
        #expect(try problems("\"sqs:SendMesage\"", "\"sqs:SendMessage\"") == "`sqs` has no action `SendMesage`")
        let many = try problems("\"sqs:A\"", "\"sqs:B\"", "\"sqs:C\"", "\"sqs:D\"", "\"sqs:E\"")
        #expect(many.hasPrefix("`sqs` has no action `A`; ") && many.hasSuffix("; and 2 more"), "\(many)")
    }
}
