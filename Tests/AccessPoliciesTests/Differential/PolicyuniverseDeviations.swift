import AccessPolicies

/// How policyuniverse's `is_internet_accessible` differs, which Security Monkey and others built on.
enum Policyuniverse {
    private static let keys: Set<String> = [
        "aws:sourcearn", "aws:principalarn", "aws:sourceowner", "aws:sourceaccount", "aws:principalaccount",
        "aws:principalorgid", "aws:principalorgpaths", "kms:calleraccount", "aws:userid", "aws:sourceip",
        "aws:sourcevpc", "aws:sourcevpce", "saml:aud",
    ]

    /// Whether it looks at the condition.
    private static func isEntry(_ condition: Condition) -> Bool {
        guard keys.contains(condition.lowerKey), let test = condition.test, !test.isNegated else { return false }
        switch test.comparison {
        case .stringEquals, .stringEqualsIgnoreCase, .stringLike, .arnEquals, .arnLike, .ipAddress: return true
        default: return false
        }
    }

    private static func endsInWildcard(_ text: String) -> Bool { text.firstIndex(of: "*") == text.indices.last }

    static let deviations: [Deviation<PublicCase>] = [
        .withoutDeny, .withoutActions,
        .conditions(
            "keys that it does not know are no limit",
            "`s3:DataAccessPointAccount`, `aws:VpceAccount`, `aws:SourceOrgID`, `aws:PrincipalServiceName` and "
                + "`aws:PrincipalIsAWSService` are nothing that a stranger can meet with a fixed value.",
            Page.keys
        ) { keys.contains($0.lowerKey) ? .same : .absent },
        .allows(
            "`…IfExists` and `ForAllValues:` limit as without them",
            "Both are true of a request that has no such key, such as one of an anonymous caller.",
            Page.severalValues
        ) { statement in
            for index in statement.conditions.indices where isEntry(statement.conditions[index]) {
                statement.conditions[index].test?.ifExists = false
                statement.conditions[index].test?.quantifier = nil
            }
            return true
        },
        .conditions(
            "of addresses only what ends in /0 is open",
            "`0.0.0.0/1` is half of the internet, and AWS names it as public: IPv4 ranges wider than /8 are. What is no "
                + "address at all limits nobody for sure.",
            Page.publicMeaning
        ) { condition in
            guard condition.lowerKey == "aws:sourceip", isEntry(condition) else { return .same }
            return condition.hasValue { $0.hasSuffix("/0") } ? .absent : .closing
        },
        .conditions(
            "a whole `aws:userid` is open",
            "The id of one user is as fixed as a value can be. Its code takes a missing wildcard for one in the middle.",
            Page.publicMeaning
        ) { $0.lowerKey == "aws:userid" && $0.hasValue { !endsInWildcard($0) } ? .absent : .same },
        .conditions(
            "an `aws:userid` with a wildcard at its end is a limit",
            "`AROADBQP57FF2AEXAMPLE:*` are the sessions of one role; `AROA*` and `*` are those of everybody's roles.",
            Page.variables
        ) { $0.lowerKey == "aws:userid" && !$0.hasValue { !endsInWildcard($0) } ? .closing : .same },
        .conditions(
            "an asterisk under `StringEquals` is a wildcard",
            "It is a plain character there: no account has the id `*`, and the statement lets in nobody. Plumbline "
                + "reports it as `literal-wildcard`.",
            Page.operators
        ) { isEntry($0) && $0.hasValue { $0.contains("*") } ? .absent : .same },
        .conditions(
            "any ARN of S3 is a limit",
            "`arn:aws:s3:::source-*` names buckets of nobody in particular: a stranger has one of such a name, and its "
                + "ARN tells no account.",
            Page.confusedDeputy
        ) { isEntry($0) && $0.hasValue { $0.hasPrefix("arn:aws:s3:") } ? .closing : .same },
        .conditions(
            "wildcards before the account or the organisation are a limit",
            "`StringLike` knows no parts: `arn:*:iam::444455556666:role/app` also matches an ARN of another account with "
                + "that text behind it. `*/ou-…/*` leaves the organisation open.",
            Page.operators
        ) { isEntry($0) && $0.hasValue { $0.hasPrefix("arn:*:") || $0.hasPrefix("*/") } ? .closing : .same },
        .conditions(
            "a variable is a fixed value",
            "`${aws:PrincipalAccount}` is always the account of the one who asks; `${aws:PrincipalTag/vpc}` a stranger "
                + "sets.",
            Page.publicMeaning
        ) { isEntry($0) && $0.hasValue { $0.contains("${") } ? .closing : .same },
        .conditions(
            "an operator without values is no limit",
            "The request's value has to match one of the values; of none it matches none.",
            Page.operators
        ) { $0.values.isEmpty ? .absent : .same },
        .allows(
            "one open value of any condition opens the statement",
            "All conditions have to hold: one that everybody meets leaves the others in force.",
            Page.operators
        ) { statement in
            statement.conditions = []
            return true
        },
        .withoutPrincipal,
        .allows(
            "`Service: *` is everybody",
            "It is every AWS service: a stranger comes in only through one. Plumbline says so: limited to any AWS service.",
            Page.principal
        ) { statement in
            if statement.principal?.values.contains(where: { $0.principal == .service("*") }) == true {
                statement.principal?.values = StatementPart.open.principal?.values ?? []
            }
            return true
        },
        .allows(
            "`NotPrincipal: *` leaves everybody",
            "All but everybody is nobody.",
            Page.notPrincipal
        ) { statement in
            if statement.principal?.isNegated == true { statement.principal = StatementPart.open.principal }
            return true
        },
    ]
}
