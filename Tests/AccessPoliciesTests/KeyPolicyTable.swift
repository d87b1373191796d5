import AccessPolicies

/// Policies of keys, functions, secrets and repositories.
extension ServicePolicyTableTests {
    // MARK: Keys

    private static let context = "kms/latest/developerguide/conditions-kms.html"

    static let keys: [Row] = [
        Row(
            key,
            allow(
                #""Principal": {"AWS": "arn:aws:iam::444455556666:root"}"#,
                #"["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]"#),
            gives: "rw", to: "account 444455556666",
            "kms/latest/developerguide/key-policy-modifying-external-accounts.html"),
        Row(
            key,
            allow(
                #""Principal": {"AWS": "*"}"#, #""kms:*""#,
                when:
                    #""StringEquals": {"kms:CallerAccount": "444455556666", "kms:ViaService": "ec2.us-east-2.amazonaws.com"}"#
            ), gives: "rlwpt", to: "account 444455556666", context),
        Row(
            key, allow(other, #""kms:CreateGrant""#, when: #""Bool": {"kms:GrantIsForAWSResource": "true"}"#),
            gives: "p",
            to: "account 444455556666", context),
        Row(
            key,
            allow(
                #""Principal": {"AWS": "*"}"#, #""kms:CreateGrant""#,
                when: #""Bool": {"kms:GrantIsForAWSResource": "true"}"#),
            gives: "P", to: "open", "\(context): strangers have such resources"),
        Row(
            key,
            allow(
                service("logs.us-east-2"), #"["kms:Encrypt*", "kms:Decrypt*", "kms:Describe*"]"#,
                when:
                    #""ArnEquals": {"kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-2:111122223333:log-group:g"}"#
            ), gives: "rw", to: "service logs.us-east-2.amazonaws.com",
            "AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"),
        Row(
            key,
            allow(
                service("cloudtrail"), #""kms:GenerateDataKey*""#,
                when:
                    #""StringEquals": {"aws:SourceArn": "arn:aws:cloudtrail:us-east-2:111122223333:trail/t"}, "StringLike": {"kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:111122223333:trail/*"}"#
            ), gives: "w",
            to:
                "service cloudtrail.amazonaws.com, and only services on behalf of arn:aws:cloudtrail:us-east-2:111122223333:trail/t",
            "awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html"),
        Row(
            key, allow(everyone, #""kms:Decrypt""#, when: #""StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3"}"#),
            gives: "w", to: "organization o-a1b2c3", Page.keys),
        Row(
            key, allow(everyone, #""kms:Decrypt""#, when: #""StringEquals": {"kms:EncryptionContext:app": "x"}"#),
            gives: "W", to: "open", "\(context): the one who asks sends the context"),
        Row(
            key, allow(everyone, #""kms:Decrypt""#, when: #""Bool": {"aws:MultiFactorAuthPresent": "true"}"#),
            gives: "W",
            to: "open", "strangers have devices"),
        Row(
            key, allow(everyone, #""kms:*""#),
            #""Effect": "Deny", "NotPrincipal": {"AWS": ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:role/backup"]}, "Action": "kms:*", "Resource": "*""#,
            gives: "rlwpt", to: "account 111122223333 or arn:aws:iam::444455556666:role/backup", Page.notPrincipal),
        Row(
            key, allow(everyone, #""kms:Decrypt""#, "arn:aws:kms:us-east-2:111122223333:alias/a"), gives: "",
            to: "closed", "kms/latest/developerguide/key-policy-overview.html: the resource is the key"),
    ]

    // MARK: Functions

    static let functions: [Row] = [
        Row(
            function,
            allow(
                everyone, #""lambda:InvokeFunction""#, when: #""Bool": {"lambda:InvokedViaFunctionUrl": "true"}"#),
            gives: "W", to: "open", "lambda/latest/dg/urls-auth.html"),
        Row(
            function,
            allow(
                #""Principal": {"AWS": "444455556666"}"#, #""lambda:InvokeFunctionUrl""#,
                when: #""StringEquals": {"lambda:FunctionUrlAuthType": "AWS_IAM"}"#), gives: "w",
            to: "account 444455556666", "lambda/latest/dg/urls-auth.html"),
        Row(
            function,
            allow(
                everyone, #""lambda:InvokeFunction""#, when: #""StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5f"}"#
            ),
            gives: "w", to: "organization o-a1b2c3d4e5f", "lambda/latest/dg/permissions-function-organization.html"),
        Row(
            function,
            allow(
                service("s3"), #""lambda:InvokeFunction""#, "arn:aws:lambda:us-east-2:111122223333:function:f",
                when:
                    #""StringEquals": {"AWS:SourceAccount": "111122223333"}, "ArnLike": {"AWS:SourceArn": "arn:aws:s3:::lambda-s3-notification"}"#
            ), gives: "w",
            to:
                "service s3.amazonaws.com, and only services on behalf of arn:aws:s3:::lambda-s3-notification, and only services on behalf of account 111122223333",
            "lambda/latest/dg/permissions-function-services.html"),
        Row(
            function,
            allow(
                service("apigateway"), #""lambda:InvokeFunction""#,
                when: #""ArnLike": {"AWS:SourceArn": "arn:aws:execute-api:us-east-2:111122223333:a1/*/GET/x"}"#),
            gives: "w",
            to:
                "service apigateway.amazonaws.com, and only services on behalf of arn:aws:execute-api:us-east-2:111122223333:a1/*/GET/x",
            "lambda/latest/dg/services-apigateway.html"),
        Row(
            function,
            allow(
                #""Principal": {"Service": "alexa-appkit.amazon.com"}"#, #""lambda:InvokeFunction""#,
                when: #""StringEquals": {"lambda:EventSourceToken": "amzn1.ask.skill.x"}"#), gives: "w",
            to: "service alexa-appkit.amazon.com", "lambda/latest/dg/services-alexa.html"),
        Row(
            function,
            allow(
                #""Principal": {"AWS": "444455556666"}"#, #""lambda:InvokeFunction""#,
                "arn:aws:lambda:us-east-2:111122223333:function:f:prod"),
            gives: "w", to: "account 444455556666", "one alias: lambda/latest/dg/access-control-resource-based.html"),
        Row(
            function, allow(everyone, #""lambda:*""#, when: #""StringEquals": {"lambda:EventSourceToken": "secret"}"#),
            gives: "RLWPT", to: "open", "the one who asks sends the token"),
    ]

    // MARK: Secrets and repositories

    static let secrets: [Row] = [
        Row(
            secret,
            allow(
                #""Principal": {"AWS": "arn:aws:iam::444455556666:role/ApplicationRole"}"#,
                #""secretsmanager:GetSecretValue""#),
            gives: "r", to: "arn:aws:iam::444455556666:role/ApplicationRole",
            "secretsmanager/latest/userguide/auth-and-access_examples_cross.html"),
        Row(
            secret, allow(everyone, #""secretsmanager:GetSecretValue""#),
            #""Effect": "Deny", "Principal": "*", "Action": "secretsmanager:GetSecretValue", "Resource": "*", "Condition": {"StringNotEquals": {"aws:sourceVpc": "vpc-12345678"}}"#,
            gives: "r", to: "VPC vpc-12345678", "secretsmanager/latest/userguide/best-practices.html"),
        Row(
            secret,
            #""Effect": "Deny", "Principal": "*", "Action": "secretsmanager:*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}"#,
            gives: "", to: "closed", "nothing is allowed: \(Page.logic)"),
        Row(
            secret,
            allow(
                everyone, #""secretsmanager:*""#,
                when: #""StringEquals": {"secretsmanager:VersionStage": "AWSCURRENT"}"#),
            gives: "RWPT", to: "open", "the one who asks says which version"),
    ]

    static let repositories: [Row] = [
        Row(
            repository,
            trust(
                #""Principal": {"AWS": ["arn:aws:iam::444455556666:user/push-pull-user-1", "arn:aws:iam::444455556666:user/push-pull-user-2"]}"#,
                #"["ecr:BatchGetImage", "ecr:BatchCheckLayerAvailability", "ecr:CompleteLayerUpload", "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"]"#
            ), gives: "rw",
            to:
                "arn:aws:iam::444455556666:user/push-pull-user-1 or arn:aws:iam::444455556666:user/push-pull-user-2",
            "AmazonECR/latest/userguide/repository-policy-examples.html"),
        Row(
            repository, trust(#""Principal": {"AWS": "arn:aws:iam::444455556666:root"}"#, #""ecr:*""#), gives: "rlwpt",
            to: "account 444455556666", "AmazonECR/latest/userguide/repository-policy-examples.html"),
        Row(
            repository, trust(everyone, #"["ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"]"#), gives: "R",
            to: "open",
            "AmazonECR/latest/userguide/repository-policy-examples.html: all may pull"),
        Row(
            repository,
            trust(
                everyone, #""ecr:*""#,
                when:
                    #""NotIpAddress": {"aws:SourceIp": "54.240.143.188/32"}, "IpAddress": {"aws:SourceIp": "54.240.143.0/24"}"#
            ),
            gives: "rlwpt", to: "addresses 54.240.143.0/24",
            "AmazonECR/latest/userguide/repository-policy-examples.html"),
        Row(
            repository,
            trust(
                service("codebuild"), #"["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]"#,
                when:
                    #""ArnLike": {"aws:SourceArn": "arn:aws:codebuild:us-east-2:444455556666:project/p"}, "StringEquals": {"aws:SourceAccount": "444455556666"}"#
            ), gives: "r",
            to:
                "service codebuild.amazonaws.com, and only services on behalf of arn:aws:codebuild:us-east-2:444455556666:project/p",
            "AmazonECR/latest/userguide/repository-policy-examples.html"),
        Row(
            repository,
            trust(
                service("lambda"), #""ecr:BatchGetImage""#,
                when: #""StringLike": {"aws:sourceArn": "arn:aws:lambda:us-east-2:*:function:*"}"#),
            gives: "r", to: "service lambda.amazonaws.com",
            "any account's functions: lambda/latest/dg/images-create.html"),
    ]
}
