import AccessPolicies

/// How the findings of parliament differ.
enum Parliament {
    static let deviations = elements + principals + values

    private static let elements: [Deviation<FindingCase>] = [
        Deviation(
            "it stops at several values of `Bool` or `Null`", "An operator may have a list of values with any key.",
            Page.operators
        ) { asked in
            let several = asked.policy.statements.flatMap(\.conditions).filter { $0.values.count > 1 }
            if several.contains(where: { $0.test?.comparison == .bool || $0.test?.comparison == .null }) {
                asked.fixedAnswer = "error"
            }
        },
        .told(
            .element, "every policy needs `Resource`",
            "The trust policy of a role and the policy of a repository have none: they are about what they stand at.",
            "AmazonECR/latest/userguide/repository-policies.html"
        ) { $0.resource == nil },
        .unseen(
            .element, "`Principal` may be missing",
            "It reads policies of identities and of resources alike. AWS refuses the policy of a resource without it.",
            Page.validation
        ) {
            if $0.principal == nil { $0.principal = StatementPart.open.principal }
        },
    ]

    private static let principals: [Deviation<FindingCase>] = [
        .told(
            .principal, "sessions are no principals",
            "Sessions of a role and federated users are, by `arn:aws:sts::…`.",
            Page.principal
        ) { $0.principal?.values.contains { $0.text.text.hasPrefix("arn:aws:sts:") } == true },
        .told(
            .principal, "canonical users are no principals", "The policy of a bucket may name accounts by these ids.",
            Page.principal
        ) {
            $0.principal?.values.contains {
                if case .canonicalUser = $0.principal { true } else { false }
            } == true
        },
        .told(
            .principal, "four identity providers are all",
            "Any provider of OpenID Connect that the account has set up is one, by its ARN.",
            Page.principal
        ) { $0.principal?.values.contains { $0.text.text.contains("oidc-provider") } == true },
        .unseen(
            .principal, "wildcards in names are principals", "AWS refuses them: only `*` alone is taken.",
            Page.principal
        ) { statement in
            statement.principal?.values.removeAll {
                if case .identity(let arn, _) = $0.principal { arn.contains("*") } else { false }
            }
        },
        .unseen(
            .principal, "`NotPrincipal` may be everybody", "It leaves nobody, so that the statement does nothing.",
            Page.notPrincipal
        ) { statement in
            guard statement.principal?.isNegated == true else { return }
            statement.principal?.values.removeAll { $0.principal == .everyone }
        },
    ]

    private static let values: [Deviation<FindingCase>] = [
        .told(
            .value, "IPv6 addresses are no addresses", "`aws:SourceIp` takes both kinds.", Page.operators
        ) { $0.conditions.contains { $0.test?.comparison == .ipAddress && $0.hasValue { $0.contains(":") } } },
        .told(
            .value, "a pattern of less than six parts is no ARN",
            "`*` matches every ARN, and under `StringLike` one `*` may stand for several parts.",
            Page.operators
        ) {
            $0.conditions.contains {
                $0.meaning?.type == "ARN" && $0.hasValue { $0.utf8.count { $0 == UInt8(ascii: ":") } < 5 }
            }
        },
        .told(
            .value, "dates without seconds are none",
            "Any form of W3C's profile of ISO 8601 is taken; AWS's own examples have `2009-01-31T12:00Z`.",
            Page.operators
        ) {
            $0.conditions.contains {
                $0.meaning?.type == "Date"
                    && $0.hasValue { $0.contains("T") && $0.utf8.count { $0 == UInt8(ascii: ":") } < 2 }
            }
        },
        .told(
            .value, "what a service encrypts for is no ARN",
            "AWS's own key policy for log groups compares `kms:EncryptionContext:aws:logs:arn` by `ArnEquals`.",
            "AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"
        ) {
            $0.conditions.contains {
                $0.lowerKey.hasPrefix("kms:encryptioncontext:") && $0.testText.text.hasPrefix("Arn")
            }
        },
        .told(
            .value, "seconds are no date", "`aws:EpochTime` has them.", Page.keys
        ) { $0.conditions.contains { $0.lowerKey == "aws:epochtime" } },
        .told(
            .value, "1.2 is no number", "`s3:TlsVersion` has such values.",
            "AmazonS3/latest/userguide/amazon-s3-policy-keys.html"
        ) { $0.conditions.contains { $0.lowerKey == "s3:tlsversion" } },
        .unseen(
            .value, "operators of global keys are not looked at",
            "`StringEquals` of `aws:SourceIp` compares text, `ForAnyValue:` is for keys with several values, and "
                + "`IpAddress` of `aws:SourceVpce` is never true; AWS's validation tells.",
            Page.validation
        ) { statement in
            statement.conditions.removeAll { $0.lowerKey.hasPrefix("aws:") }
        },
    ]
}
