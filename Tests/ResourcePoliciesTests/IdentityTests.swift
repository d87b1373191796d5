import Testing

/// Roles, users, groups and managed policies: who may take a role on, and what identities may.
struct IdentityTests {
    static let oidc = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"

    static let trusts: [(statement: String, access: String, flags: [String], source: String)] = [
        (
            "{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: \"sts:AssumeRole\"}", "limited", [],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html"
        ),
        (
            "{Effect: Allow, Principal: {AWS: \"arn:aws:iam::111122223333:user/alice\"}, Action: \"sts:AssumeRole\"}",
            "private", [], "the own account"
        ),
        (
            "{Effect: Allow, Principal: {AWS: \"444455556666\"}, Action: \"sts:AssumeRole\", Condition: {StringEquals: {\"sts:ExternalId\": \"12345\"}}}",
            "limited", ["trust_cross_account"],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html"
        ),
        (
            "{Effect: Allow, Principal: {AWS: \"*\"}, Action: \"sts:AssumeRole\", Condition: {StringEquals: {\"sts:ExternalId\": \"12345\"}}}",
            "public", ["trust_wildcard_principal"],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html: it is no secret"
        ),
        (
            "{Effect: Allow, Principal: {Federated: \"\(oidc)\"}, Action: \"sts:AssumeRoleWithWebIdentity\", Condition: {StringEquals: {\"token.actions.githubusercontent.com:aud\": sts.amazonaws.com}}}",
            "limited", ["federation_without_subject"],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub"
        ),
        (
            "{Effect: Allow, Principal: {Federated: \"\(oidc)\"}, Action: \"sts:AssumeRoleWithWebIdentity\", Condition: {StringEquals: {\"token.actions.githubusercontent.com:aud\": sts.amazonaws.com}, StringLike: {\"token.actions.githubusercontent.com:sub\": \"repo:octo-org/octo-repo:*\"}}}",
            "limited", [],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub"
        ),
        (
            "{Effect: Allow, Principal: {AWS: AROACKCEVSQ6C2EXAMPLE}, Action: \"sts:AssumeRole\"}", "private",
            ["trust_idle_statements"], "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
        ),
        (
            "{Effect: Allow, NotPrincipal: {AWS: \"444455556666\"}, Action: \"sts:AssumeRole\"}", "public",
            ["trust_allow_not_principal"],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html"
        ),
        (
            "{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: \"sts:AssumeRole\", Resource: \"*\"}",
            "limited", ["trust_invalid"],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"
        ),
        (
            "{Effect: Allow, Principal: {Service: pods.eks.amazonaws.com}, Action: [\"sts:AssumeRole\", \"sts:TagSession\"]}",
            "limited", [], "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html"
        ),
    ]

    @Test(arguments: trusts) func trust(_ statement: String, _ access: String, _ flags: [String], _ source: String)
        throws
    {
        let role = try PolicyHolders.one("iam_roles", "trust_policy: \(policy(statement)), inline_policies: []")
        #expect(try role.fact("trust_access") == access, "\(source)")
        #expect(try role.flags() == flags, "\(source)")
        #expect(try role.fact("trust_accounts") == (flags.contains("trust_cross_account") ? "444455556666" : ""))
    }

    static let documents: [(statement: String, flags: [String], source: String)] = [
        ("{Effect: Allow, Action: \"s3:GetObject\", Resource: \"arn:aws:s3:::b/*\"}", [], "nothing to say"),
        (
            "{Effect: Allow, Action: \"*\", Resource: \"*\"}",
            ["policy_administrator", "policy_pass_role", "policy_decrypts_all"],
            "https://docs.aws.amazon.com/config/latest/developerguide/iam-policy-no-statements-with-admin-access.html"
        ),
        (
            "{Effect: Allow, Action: \"*\", Resource: \"*\", Condition: {Bool: {\"aws:MultiFactorAuthPresent\": \"true\"}}}",
            ["policy_wildcard_action", "policy_pass_role", "policy_decrypts_all"], "under a condition"
        ),
        (
            "{Effect: Allow, Action: [\"ec2:*\"], Resource: \"*\"}", ["policy_service_wildcard"],
            "https://docs.aws.amazon.com/config/latest/developerguide/iam-policy-no-statements-with-full-access.html"
        ),
        (
            "{Effect: Allow, Action: \"iam:PassRole\", Resource: \"*\"}", ["policy_pass_role"],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"
        ),
        (
            "{Effect: Allow, NotAction: [\"iam:*\", \"kms:*\"], Resource: \"*\"}", ["policy_allow_not_action"],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"
        ),
        (
            "{Effect: Allow, Action: \"kms:Decrypt\", Resource: \"*\"}", ["policy_decrypts_all"],
            "https://docs.aws.amazon.com/config/latest/developerguide/iam-inline-policy-blocked-kms-actions.html"
        ),
        (
            "{Effect: Allow, Principal: \"*\", Action: \"s3:GetObject\", Resource: \"*\"}", ["policy_invalid"],
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"
        ),
    ]

    @Test(arguments: documents) func identity(_ statement: String, _ flags: [String], _ source: String) throws {
        let document = policy(statement)
        let owners = try ["iam_users", "iam_groups", "iam_roles"].map {
            try PolicyHolders.one($0, "inline_policies: [{name: a, policy: \(document)}]")
        }
        for holders in try owners + [.one("iam_policies", "policy: \(document)")] {
            #expect(try holders.flags().sorted() == flags.sorted(), "\(source)")
        }
    }

    @Test("facts are over all inline policies: one suffices, and all are needed for the opposite")
    func several() throws {
        let (plain, admin) = (
            policy("{Effect: Allow, Action: \"s3:GetObject\", Resource: \"*\"}"),
            policy("{Effect: Allow, Action: \"*\", Resource: \"*\"}")
        )
        func user(_ documents: String...) throws -> PolicyHolders {
            let all = documents.enumerated().map { "{name: p\($0), policy: \($1)}" }.joined(separator: ", ")
            return try PolicyHolders.one("iam_users", "inline_policies: [\(all)]")
        }
        #expect(try user().fact("policy_administrator") == "false")
        #expect(try user(plain, plain).fact("policy_administrator") == "false")
        #expect(try user(plain, admin).fact("policy_administrator") == "true")
        #expect(try user("'{'", admin).fact("policy_administrator") == "true")
        let unreadable = try user(plain, "'{'")
        #expect(try unreadable.fact("policy_administrator") == "unknown")
        let missing = try unreadable.missing("policy_administrator")
        #expect(missing.count == 1 && missing[0].hasPrefix("inline_policies[1].policy (policies.yaml:4:"), "\(missing)")
        #expect(
            try user(plain, admin).clues("policy_administrator")[0].hasPrefix(
                "inline_policies[1].policy.Statement[0] line 4: "))
        #expect(try PolicyHolders("iam_users: [{id: x}]\n").missing("policy_administrator") == ["inline_policies"])
    }

    @Test("the facts of a role's trust policy and of its inline policies are two things") func two() throws {
        let statement = "{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: \"sts:AssumeRole\"}"
        let silent = try PolicyHolders.one("iam_roles", "trust_policy: \(policy(statement))")
        #expect(try silent.fact("trust_invalid") == "false" && silent.fact("policy_invalid") == "unknown")
        let inline = try PolicyHolders.one("iam_roles", "inline_policies: []")
        #expect(try inline.fact("trust_invalid") == "unknown" && inline.fact("policy_invalid") == "false")
        #expect(try inline.missing("federation_without_subject") == ["trust_policy"])
        #expect(try inline.missing("trust_access") == ["trust_policy"])
    }
}
