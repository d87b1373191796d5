import AccessPolicies

/// Trust policies of roles, and policies of access points.
extension ServicePolicyTableTests {
    // MARK: Roles

    private static let github = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"

    static let roles: [Row] = [
        Row(
            role, trust(other, when: #""StringEquals": {"sts:ExternalId": "12345"}"#), gives: "w",
            to: "account 444455556666", "IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html"),
        Row(
            role, trust(everyone, when: #""StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3"}"#), gives: "w",
            to: "organization o-a1b2c3", Page.keys),
        Row(
            role,
            trust(everyone, when: #""StringLike": {"aws:PrincipalArn": "arn:aws:iam::444455556666:role/team/*"}"#),
            gives: "w", to: "arn:aws:iam::444455556666:role/team/*", Page.principal),
        Row(
            role, trust(everyone, when: #""StringLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/team/*"}"#),
            gives: "W",
            to: "open", "any account has such roles"),
        Row(
            role, trust(everyone, when: #""StringEquals": {"aws:PrincipalTag/team": "blue"}"#), gives: "W", to: "open",
            "strangers tag their roles"),
        Row(
            role, trust(other, #"["sts:AssumeRole", "sts:TagSession"]"#), gives: "wt", to: "account 444455556666",
            "IAM/latest/UserGuide/id_session-tags.html"),
        Row(
            role, trust(other, #""sts:*""#), gives: "wt", to: "account 444455556666",
            "what of STS is about roles: service-authorization/latest/reference/list_awssecuritytokenservice.html"),
        Row(role, trust(other, #""iam:PassRole""#), gives: "", to: "closed", "another service"),
        Row(
            role,
            trust(
                #""Principal": {"Federated": "\#(github)"}"#, #""sts:AssumeRoleWithWebIdentity""#,
                when:
                    #""StringEquals": {"token.actions.githubusercontent.com:sub": "repo:org/app:ref:refs/heads/main", "token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}"#
            ), gives: "w", to: "identities of \(github)",
            "IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html"),
        Row(
            role,
            trust(
                #""Principal": {"Federated": "cognito-identity.amazonaws.com"}"#, #""sts:AssumeRoleWithWebIdentity""#,
                when:
                    #""StringEquals": {"cognito-identity.amazonaws.com:aud": "us-east-2:1"}, "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "unauthenticated"}"#
            ), gives: "w", to: "identities of cognito-identity.amazonaws.com",
            "cognito/latest/developerguide/role-trust-and-permissions.html"),
        Row(
            role,
            trust(
                #""Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/corp"}"#,
                #""sts:AssumeRoleWithSAML""#,
                when: #""StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}"#), gives: "w",
            to: "identities of arn:aws:iam::444455556666:saml-provider/corp",
            "IAM/latest/UserGuide/id_roles_create_for-idp_saml.html"),
        Row(
            role,
            trust(
                service("rolesanywhere"), #"["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]"#,
                when: #""ArnEquals": {"aws:SourceArn": "arn:aws:rolesanywhere:us-east-2:111122223333:trust-anchor/1"}"#),
            gives: "wt",
            to:
                "service rolesanywhere.amazonaws.com, and only services on behalf of arn:aws:rolesanywhere:us-east-2:111122223333:trust-anchor/1",
            "rolesanywhere/latest/userguide/trust-model.html"),
        Row(
            role, trust(#""Principal": {"AWS": ["444455556666", "arn:aws:iam::111122223333:root"]}"#),
            #""Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole", "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}"#,
            gives: "w", to: "account 111122223333 or account 444455556666",
            "IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html: with a device they come in"),
        Row(
            role, trust(#""NotPrincipal": {"AWS": "111122223333"}"#), gives: "W", to: "open", Page.notPrincipal),
    ]

    // MARK: Access points

    static let points: [Row] = [
        Row(
            point,
            allow(
                #""Principal": {"AWS": "arn:aws:iam::444455556666:user/Jane"}"#, #"["s3:GetObject", "s3:PutObject"]"#,
                "arn:aws:s3:us-west-2:111122223333:accesspoint/ap/object/Jane/*"), gives: "rw",
            to: "arn:aws:iam::444455556666:user/Jane", Page.accessPoints),
        Row(
            point, allow(everyone, #""s3:GetObject""#, "arn:aws:s3:us-west-2:111122223333:accesspoint/ap/object/*"),
            gives: "R", to: "open", Page.accessPoints),
        Row(
            point, allow(everyone, #""s3:ListBucket""#, "arn:aws:s3:us-west-2:111122223333:accesspoint/ap"), gives: "L",
            to: "open", Page.accessPoints),
        Row(
            point, allow(everyone, #""s3:GetObject""#, "arn:aws:s3:us-west-2:111122223333:accesspoint/ap"), gives: "",
            to: "closed", "\(Page.accessPoints): objects need /object/ and more"),
        Row(
            point, allow(everyone, #""s3:GetObject""#, "arn:aws:s3:::b/*"), gives: "", to: "closed",
            "\(Page.accessPoints): the ARN of a bucket is none of an access point"),
        Row(
            point,
            allow(
                everyone, #""s3:GetObject""#, "arn:aws:s3:us-west-2:111122223333:accesspoint/ap/object/*",
                when: #""StringLike": {"s3:ExistingObjectTag/data": "finance"}"#), gives: "R", to: "open",
            "\(Page.accessPoints): some objects, to everybody"),
        Row(
            point,
            allow(
                everyone, #""s3:*""#, "arn:aws:s3:us-west-2:111122223333:accesspoint/ap/object/*",
                when: #""StringEquals": {"aws:SourceVpc": "vpc-1"}"#), gives: "rlwpt", to: "VPC vpc-1",
            Page.accessPoints),
    ]
}
