import Testing

/// What policies of AWS's own documentation come to on the resources they are written for.
struct ServiceTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var collection: String
        var statements: [String]
        var access: String
        /// Flags that are true.
        var flags: [String]
        var accounts = ""
        var may = "do nothing"
        var source: String

        var testDescription: String { "\(collection): \(source)" }
    }

    static func row(
        _ collection: String, _ statements: [String], _ access: String, _ flags: [String] = [], accounts: String = "",
        may: String = "do nothing", _ source: String
    ) -> Row {
        Row(
            collection: collection, statements: statements, access: access, flags: flags, accounts: accounts, may: may,
            source: source)
    }

    static let root = "{AWS: \"arn:aws:iam::111122223333:root\"}"

    static let keysAndQueues: [Row] = [
        // Keys
        row(
            "kms_keys", ["{Effect: Allow, Principal: \(root), Action: \"kms:*\", Resource: \"*\"}"], "private",
            ["policy_wildcard_action"],
            "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html: the account's own IAM decides"
        ),
        row(
            "kms_keys",
            [
                "{Effect: Allow, Principal: \(root), Action: \"kms:*\", Resource: \"*\"}",
                """
                {Effect: Allow, Principal: {AWS: "arn:aws:iam::444455556666:root"},
                 Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"], Resource: "*"}
                """,
            ], "limited", ["policy_cross_account", "policy_wildcard_action"], accounts: "444455556666",
            "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html"),
        row(
            "kms_keys",
            [
                """
                {Effect: Allow, Principal: {AWS: "*"}, Action: ["kms:Decrypt", "kms:DescribeKey"], Resource: "*",
                 Condition: {StringEquals: {"kms:ViaService": secretsmanager.eu-west-1.amazonaws.com, "kms:CallerAccount": "111122223333"}}}
                """
            ], "private", ["policy_wildcard_principal"],
            "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account"),
        row(
            "kms_keys",
            [
                """
                {Effect: Allow, Principal: {Service: logs.eu-west-1.amazonaws.com},
                 Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"], Resource: "*",
                 Condition: {ArnEquals: {"kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:111122223333:log-group:app"}}}
                """
            ], "limited", [],
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html: the context says whose logs"
        ),
        row(
            "kms_keys",
            [
                "{Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Action: \"kms:GenerateDataKey*\", Resource: \"*\"}"
            ], "limited", ["policy_confused_deputy"],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"),
        row(
            "kms_keys", ["{Effect: Allow, Principal: \"*\", Action: \"kms:*\", Resource: \"*\"}"], "public",
            ["policy_wildcard_principal"], may: "read, list, write, tag and manage permissions",
            "https://docs.aws.amazon.com/config/latest/developerguide/kms-key-policy-no-public-access.html"),
        row(
            "kms_keys",
            [
                """
                {Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:user/KeyAdmin"}, Action: "kms:CreateGrant", Resource: "*",
                 Condition: {Bool: {"kms:GrantIsForAWSResource": "true"}}}
                """
            ], "private", [],
            "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html: for resources of AWS"),
        // Queues
        row(
            "queues",
            [
                """
                {Effect: Allow, Principal: {AWS: "444455556666"}, Action: ["sqs:SendMessage", "sqs:ReceiveMessage"],
                 Resource: "arn:aws:sqs:eu-west-1:111122223333:x"}
                """
            ], "limited", ["policy_cross_account"], accounts: "444455556666",
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html"
        ),
        row(
            "queues",
            [
                """
                {Effect: Allow, Principal: "*", Action: "sqs:ReceiveMessage", Resource: "arn:aws:sqs:*:111122223333:x",
                 Condition: {DateGreaterThan: {"aws:CurrentTime": "2026-01-31T12:00Z"}, DateLessThan: {"aws:CurrentTime": "2026-02-28T15:00Z"}}}
                """
            ], "public", ["policy_wildcard_principal"], may: "read",
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html: all users for a time"
        ),
        row(
            "queues",
            [
                """
                {Effect: Allow, Principal: "*", Action: "sqs:*", Resource: "arn:aws:sqs:*:111122223333:x",
                 Condition: {IpAddress: {"aws:SourceIp": "192.168.143.0/24"}}}
                """
            ], "limited",
            ["policy_misleading_conditions", "policy_wildcard_action", "policy_wildcard_principal"],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip: public addresses only"
        ),
        row(
            "queues",
            [
                """
                {Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: "sqs:SendMessage", Resource: "arn:aws:sqs:eu-west-1:111122223333:x",
                 Condition: {ArnEquals: {"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:orders"}}}
                """
            ], "private", [],
            "https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html: SNS for a topic of the own account"
        ),
        row(
            "queues",
            [
                """
                {Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: "sqs:SendMessage", Resource: "arn:aws:sqs:eu-west-1:111122223333:x",
                 Condition: {ArnEquals: {"aws:SourceArn": "arn:aws:sns:eu-west-1:444455556666:orders"}}}
                """
            ], "limited", [],
            "https://docs.aws.amazon.com/sns/latest/dg/sns-send-message-to-sqs-cross-account.html"),
        row(
            "queues",
            [
                "{Effect: Deny, Principal: \"*\", Action: \"sqs:*\", Resource: \"*\", Condition: {Bool: {\"aws:SecureTransport\": \"false\"}}}",
                "{Effect: Allow, Principal: \"*\", Action: \"sqs:SendMessage\", Resource: \"*\"}",
            ], "public", ["policy_wildcard_principal"], may: "write",
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html: a stranger uses TLS"
        ),
        row(
            "queues",
            [
                "{Effect: Allow, Principal: \"*\", Action: \"sqs:SendMessage\", Resource: \"*\"}",
                "{Effect: Deny, Principal: \"*\", Action: \"sqs:*\", Resource: \"*\", Condition: {StringNotEquals: {\"aws:SourceVpce\": vpce-1a2b3c4d}}}",
            ], "limited", ["policy_wildcard_principal"],
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-vpc-endpoint-policy.html"
        ),
        row(
            "queues", ["{Effect: Allow, Principal: {AWS: AIDACKCEVSQ6C2EXAMPLE}, Action: \"sqs:*\", Resource: \"*\"}"],
            "private", ["policy_idle_statements", "policy_wildcard_action"],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html: a user who was deleted"
        ),
        row(
            "queues",
            [
                "{Effect: Allow, NotPrincipal: {AWS: \"444455556666\"}, Action: \"sqs:ReceiveMessage\", Resource: \"*\"}"
            ], "public", ["policy_allow_not_principal"], may: "read",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html"),
        row(
            "queues",
            [
                "{Effect: Allow, Principal: \"*\", Action: \"sqs:SendMessage\", Resource: \"arn:aws:sqs:eu-west-1:111122223333:other\"}"
            ], "private", ["policy_idle_statements", "policy_wildcard_principal"],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html: another queue"),
    ]

    @Test(arguments: keysAndQueues + others) func published(_ row: Row) throws {
        let text = "policy: \(policy(row.statements.joined(separator: ", ")))".split(separator: "\n")
        let holders = try PolicyHolders.one(row.collection, text.joined(separator: " "))
        #expect(try holders.fact("policy_access") == row.access)
        #expect(try holders.flags().sorted() == row.flags.sorted())
        #expect(try holders.fact("policy_accounts") == row.accounts)
        #expect(try holders.fact("public_may") == row.may)
        #expect(try holders.fact("policy_cross_account") == "\(!row.accounts.isEmpty)")
    }

    @Test(
        "no policy lets in nobody but the account; silence is not known",
        arguments: ["kms_keys", "queues", "topics", "lambda_functions", "secrets", "ecr_repositories"])
    func absent(collection: String) throws {
        let none = try PolicyHolders.one(collection, "policy: null")
        #expect(try none.fact("policy_access") == "private")
        #expect(try none.flags() == [] && none.clues("policy_access") == ["policy none"])
        let silent = try PolicyHolders("\(collection): [{id: x}]\n")
        for fact in try silent.facts() {
            #expect(fact.hasSuffix(" unknown"), "\(fact)")
        }
        #expect(try silent.missing("policy_access") == ["policy"] && silent.missing("policy_invalid") == ["policy"])
    }
}
