import AccessPolicies

/// How prowler's `is_policy_public` differs, the function behind its checks of buckets, queues, topics and the like.
enum Prowler {
    private static let operators: Set<String> = ["StringEquals", "StringLike", "ArnLike", "ArnEquals"]
    private static let arnKeys: Set<String> = ["aws:sourcearn", "aws:principalarn"]
    /// Keys that it knows and that tell who asks.
    private static let telling: Set<String> = arnKeys.union([
        "aws:sourceaccount", "aws:sourceowner", "aws:principalaccount", "aws:principalorgid", "aws:principalorgpaths",
        "aws:sourcevpc", "aws:sourcevpce", "aws:sourceorgid", "aws:sourceorgpaths", "aws:userid", "kms:calleraccount",
    ])
    /// Keys that it knows and that do not.
    private static let free: Set<String> = [
        "aws:username", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "aws:resourceaccount",
        "kms:viaservice", "s3:resourceaccount", "lambda:eventsourcetoken",
    ]

    private static func isLimit(_ condition: Condition, _ keys: Set<String>) -> Bool {
        operators.contains(condition.testText.text) && keys.contains(condition.lowerKey)
            && (condition.testText.text.hasPrefix("String") || arnKeys.contains(condition.lowerKey))
    }

    private static func isAddress(_ condition: Condition) -> Bool {
        condition.testText.text == "IpAddress" && condition.lowerKey == "aws:sourceip"
    }

    static let deviations: [Deviation<PublicCase>] = [
        .withoutDeny, .withoutActions,
        .conditions(
            "values are not looked at",
            "`StringLike: {aws:SourceVpc: vpc-*}` is AWS's own example of a policy that is public: only fixed values "
                + "limit. `${…}` is none where a stranger sets what stands for it.",
            Page.publicMeaning
        ) { isLimit($0, telling) ? .closing : .same },
        .conditions(
            "keys that a stranger can meet are taken for limits",
            "Any account may have a user of that name, any account may go through that service, and whose the resource "
                + "is says nothing of who asks.",
            Page.keys
        ) { isLimit($0, free) ? .closing : .same },
        .conditions(
            "only private addresses are a limit",
            "Who is limited to a range of their own is not everybody. AWS takes IPv4 ranges up to /8 and IPv6 ranges up "
                + "to /32 for fixed.",
            Page.publicMeaning
        ) { isAddress($0) ? .absent : .same },
        .conditions(
            "IPv4 in IPv6 spelling is private",
            "`::ffff:0.0.0.0/96` is all of IPv4. AWS does not say how it compares such ranges, so that they are no limit "
                + "here.",
            Page.operators
        ) { isAddress($0) && $0.hasValue { $0.hasPrefix("::ffff:") } ? .closing : .same },
        .conditions(
            "keys that it does not know are no limit",
            "`s3:DataAccessPointAccount`, `s3:x-amz-server-side-encryption-aws-kms-key-id`, `aws:VpceAccount`, "
                + "`aws:PrincipalServiceName` and `aws:PrincipalIsAWSService` are nothing that a stranger can meet with "
                + "a fixed value.",
            Page.keys
        ) { telling.contains($0.lowerKey) || $0.lowerKey == "aws:sourceip" ? .same : .absent },
        .conditions(
            "operators that it does not know are no limit",
            "`ForAnyValue:` wants the key to be there with one of the values, which AWS recommends for "
                + "`aws:PrincipalOrgPaths`; `StringEqualsIgnoreCase` compares whole values too.",
            Page.operators
        ) { telling.contains($0.lowerKey) && !isLimit($0, telling) ? .absent : .same },
        .allows(
            "`Allow` with `NotPrincipal` gives nothing",
            "It lets in everybody but those named, anonymous callers too; AWS warns of it.",
            Page.notPrincipal
        ) { $0.principal?.isNegated != true },
        .withoutPrincipal,
        .allows(
            "a wildcard anywhere in a name is everybody",
            "AWS refuses `arn:aws:iam::444455556666:role/*`. If it did not, it would name roles of one account.",
            Page.principal
        ) { statement in
            if statement.principal?.values.contains(where: { $0.text.text.contains("*") }) == true {
                statement.principal?.values = StatementPart.open.principal?.values ?? []
            }
            return true
        },
        .allows(
            "`Federated: *` is nobody",
            "It names no provider in particular. Nobody documents what it comes to, so that it is not taken for closed.",
            Page.principal
        ) { statement in
            statement.principal?.values.removeAll { $0.principal != .everyone }
            return statement.principal?.values.isEmpty != true
        },
        Deviation(
            "it stops at a `Statement` that is not a list",
            "The grammar allows a single statement without the brackets, and AWS's pages print such policies.",
            "IAM/latest/UserGuide/reference_policies_grammar.html"
        ) { asked in
            if asked.policy.statements.count == 1 { asked.fails = true }
        },
    ]
}
