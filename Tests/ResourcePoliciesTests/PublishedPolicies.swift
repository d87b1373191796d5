/// Policies that AWS publishes for topics, functions, secrets and repositories.
extension ServiceTableTests {
    static let others: [Row] = [
        // Topics
        row(
            "topics",
            [
                """
                {Effect: Allow, Principal: {AWS: "*"}, Resource: "arn:aws:sns:eu-west-1:111122223333:x",
                 Action: ["SNS:Publish", "SNS:RemovePermission", "SNS:SetTopicAttributes", "SNS:DeleteTopic", "SNS:ListSubscriptionsByTopic",
                  "SNS:GetTopicAttributes", "SNS:Receive", "SNS:AddPermission", "SNS:Subscribe"],
                 Condition: {StringEquals: {"AWS:SourceOwner": "111122223333"}}}
                """
            ], "private", ["policy_wildcard_principal"],
            "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html: what SNS itself writes"),
        row(
            "topics",
            [
                """
                {Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: "SNS:Publish", Resource: "arn:aws:sns:eu-west-1:111122223333:x",
                 Condition: {ArnLike: {"aws:SourceArn": "arn:aws:s3:*:*:bucket"}, StringEquals: {"aws:SourceAccount": "111122223333"}}}
                """
            ], "private", [],
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html"),
        row(
            "topics",
            [
                "{Effect: Allow, Principal: {Service: cloudwatch.amazonaws.com}, Action: \"sns:Publish\", Resource: \"*\"}"
            ], "limited", ["policy_confused_deputy"],
            "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html: without a source"),
        row(
            "topics",
            [
                """
                {Effect: Allow, Principal: {AWS: "*"}, Action: "SNS:Subscribe", Resource: "*",
                 Condition: {StringEquals: {"SNS:Protocol": https}}}
                """
            ], "public", ["policy_wildcard_principal"], may: "write",
            "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html: a protocol is no limit of who"),
        // Functions
        row(
            "lambda_functions",
            [
                """
                {Effect: Allow, Principal: "*", Action: "lambda:InvokeFunctionUrl", Resource: "arn:aws:lambda:eu-west-1:111122223333:function:x",
                 Condition: {StringEquals: {"lambda:FunctionUrlAuthType": NONE}}}
                """
            ], "public", ["policy_wildcard_principal"], may: "write",
            "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html: a URL for everybody"),
        row(
            "lambda_functions",
            [
                """
                {Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: "lambda:InvokeFunction",
                 Resource: "arn:aws:lambda:eu-west-1:111122223333:function:x",
                 Condition: {StringEquals: {"AWS:SourceAccount": "111122223333"}, ArnLike: {"AWS:SourceArn": "arn:aws:s3:::bucket"}}}
                """
            ], "private", [],
            "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html"),
        row(
            "lambda_functions",
            [
                """
                {Effect: Allow, Principal: {Service: alexa-appkit.amazon.com}, Action: "lambda:InvokeFunction", Resource: "*",
                 Condition: {StringEquals: {"lambda:EventSourceToken": amzn1.ask.skill.1}}}
                """
            ], "limited", [],
            "https://docs.aws.amazon.com/lambda/latest/dg/services-alexa.html: the skill is named"),
        row(
            "lambda_functions",
            [
                """
                {Effect: Allow, Principal: "*", Action: ["lambda:InvokeFunction"], Resource: "arn:aws:lambda:eu-west-1:111122223333:function:x",
                 Condition: {StringEquals: {"aws:PrincipalOrgID": o-a1b2c3d4e5f}}}
                """
            ], "limited", ["policy_wildcard_principal"],
            "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-organization.html"),
        row(
            "lambda_functions",
            [
                "{Effect: Allow, Principal: \"*\", Action: \"lambda:InvokeFunction\", Resource: \"arn:aws:lambda:eu-west-1:111122223333:function:x:live\"}"
            ], "public", ["policy_wildcard_principal"], may: "write",
            "https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html: an alias is part of it"),
        // Secrets
        row(
            "secrets",
            [
                "{Effect: Allow, Principal: {AWS: \"arn:aws:iam::444455556666:role/ApplicationRole\"}, Action: \"secretsmanager:GetSecretValue\", Resource: \"*\"}"
            ], "limited", ["policy_cross_account"], accounts: "444455556666",
            "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html"),
        row(
            "secrets",
            [
                """
                {Effect: Allow, Principal: "*", Action: "secretsmanager:GetSecretValue",
                 Resource: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:x-a1B2c3"}
                """
            ], "public", ["policy_wildcard_principal"], may: "read",
            "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html: by its whole ARN"
        ),
        row(
            "secrets",
            [
                """
                {Effect: Allow, Principal: {Service: rds.amazonaws.com}, Action: "secretsmanager:GetSecretValue", Resource: "*",
                 Condition: {StringEquals: {"aws:SourceAccount": "111122223333"}}}
                """
            ], "private", [],
            "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html"),
        // Repositories
        row(
            "ecr_repositories",
            [
                """
                {Effect: Allow, Principal: {AWS: ["arn:aws:iam::444455556666:user/push-pull-user-1"]},
                 Action: ["ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"]}
                """
            ], "limited", ["policy_cross_account"], accounts: "444455556666",
            "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html"),
        row(
            "ecr_repositories",
            [
                "{Effect: Allow, Principal: \"*\", Action: [\"ecr:BatchGetImage\", \"ecr:GetDownloadUrlForLayer\"]}"
            ], "public", ["policy_wildcard_principal"], may: "read",
            "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html"),
        row(
            "ecr_repositories",
            [
                """
                {Effect: Deny, Principal: "*", Action: "ecr:*", Condition: {NotIpAddress: {"aws:SourceIp": 198.51.100.0/24}}}
                """,
                "{Effect: Allow, Principal: \"*\", Action: \"ecr:BatchGetImage\", Condition: {IpAddress: {\"aws:SourceIp\": 198.51.100.0/24}}}",
            ], "limited", ["policy_wildcard_principal"],
            "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html: certain addresses"
        ),
        row(
            "ecr_repositories",
            [
                """
                {Effect: Allow, Principal: {Service: codebuild.amazonaws.com}, Action: ["ecr:BatchGetImage"],
                 Condition: {ArnLike: {"aws:SourceArn": "arn:aws:codebuild:eu-west-1:111122223333:project/app"}, StringEquals: {"aws:SourceAccount": "111122223333"}}}
                """
            ], "private", [],
            "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html: CodeBuild"),
    ]
}
