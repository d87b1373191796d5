import AccessPolicies

/// Policies of queues and topics.
extension ServicePolicyTableTests {
    // MARK: Queues

    private static let sqs = "AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html"

    static let queues: [Row] = [
        Row(queue, allow(other, #""sqs:SendMessage""#), gives: "w", to: "account 444455556666", "\(sqs): example 1"),
        Row(
            queue, allow(other, #"["sqs:SendMessage", "sqs:ReceiveMessage"]"#), gives: "rw", to: "account 444455556666",
            "\(sqs): example 2; ReceiveMessage reads"),
        Row(
            queue,
            allow(
                #""Principal": {"AWS": ["444455556666", "777788889999"]}"#, #""sqs:*""#, "arn:aws:sqs:*:111122223333:q"),
            gives: "rwpt", to: "account 444455556666 or account 777788889999", "\(sqs): example 3"),
        Row(
            queue,
            allow(
                #""Principal": {"AWS": ["arn:aws:iam::444455556666:role/role1", "arn:aws:iam::444455556666:user/username1"]}"#,
                #""sqs:*""#), gives: "rwpt",
            to: "arn:aws:iam::444455556666:role/role1 or arn:aws:iam::444455556666:user/username1",
            "\(sqs): example 4"),
        Row(queue, allow(everyone, #""sqs:ReceiveMessage""#), gives: "R", to: "open", "\(sqs): example 5"),
        Row(
            queue,
            allow(
                everyone, #""sqs:ReceiveMessage""#,
                when:
                    #""DateGreaterThan": {"aws:CurrentTime": "2009-01-31T12:00Z"}, "DateLessThan": {"aws:CurrentTime": "2009-01-31T15:00Z"}"#
            ), gives: "R", to: "open", "\(sqs): example 6; a time is no limit of who"),
        Row(
            queue, allow(everyone, #""sqs:*""#, when: #""IpAddress": {"aws:SourceIp": "192.0.2.0/24"}"#), gives: "rwpt",
            to: "addresses 192.0.2.0/24", "\(sqs): example 7"),
        Row(
            queue,
            allow(
                everyone, #""sqs:*""#,
                when:
                    #""IpAddress": {"aws:SourceIp": "192.0.2.0/24"}, "NotIpAddress": {"aws:SourceIp": "192.0.2.188/32"}"#
            ),
            #""Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": "12.148.72.0/23"}}"#,
            gives: "rwpt", to: "addresses 192.0.2.0/24", "\(sqs): example 8"),
        Row(
            queue,
            allow(
                service("s3"), #""SQS:SendMessage""#, "arn:aws:sqs:us-east-2:111122223333:q",
                when:
                    #""ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:awsexamplebucket1"}, "StringEquals": {"aws:SourceAccount": "444455556666"}"#
            ), gives: "w", to: "service s3.amazonaws.com, and only services on behalf of account 444455556666",
            "AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html"),
        Row(
            queue,
            allow(
                service("sns"), #""sqs:SendMessage""#,
                when: #""ArnEquals": {"aws:SourceArn": "arn:aws:sns:us-east-2:444455556666:t"}"#), gives: "w",
            to:
                "service sns.amazonaws.com, and only services on behalf of arn:aws:sns:us-east-2:444455556666:t",
            "sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html"),
        Row(
            queue, allow(everyone, #""sqs:*""#),
            #""Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:sourceVpce": "vpce-1a2b3c4d"}}"#,
            gives: "rwpt", to: "VPC endpoint vpce-1a2b3c4d",
            "AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-internetwork-traffic-privacy.html"),
        Row(
            queue, allow(everyone, #""sqs:SendMessage""#, "arn:aws:sqs:us-east-2:111122223333:another"), gives: "",
            to: "closed", "another queue: \(Page.resource)"),
        Row(
            queue, allow(everyone, #""sqs:SendMessage""#, "arn:aws:sqs:*:*:q*"), gives: "W", to: "open",
            "wildcards in every part: \(Page.resource)"),
        Row(
            queue, #""Effect": "Allow", "Principal": "*", "NotAction": ["sqs:Send*", "sqs:Receive*"], "Resource": "*""#,
            gives: "RWPT", to: "open", "purging and deleting remain: \(Page.notAction)"),
        Row(
            queue, allow(everyone, #""sqs:SendMessage""#, when: #""StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3"}"#),
            gives: "w", to: "organization o-a1b2c3", Page.keys),
    ]

    // MARK: Topics

    static let topics: [Row] = [
        Row(topic, allow(other, #""sns:Subscribe""#), gives: "w", to: "account 444455556666", Page.sns),
        Row(
            topic,
            allow(other, #"["sns:Subscribe"]"#, when: #""StringEquals": {"sns:Protocol": "sqs"}"#), gives: "w",
            to: "account 444455556666", Page.sns),
        Row(
            topic,
            allow(
                service("s3"), #""SNS:Publish""#,
                when:
                    #""ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:bucket-name"}, "StringEquals": {"aws:SourceAccount": "444455556666"}"#
            ), gives: "w", to: "service s3.amazonaws.com, and only services on behalf of account 444455556666", Page.sns
        ),
        Row(
            topic,
            allow(
                service("cloudwatch"), #""SNS:Publish""#,
                when:
                    #""ArnLike": {"aws:SourceArn": "arn:aws:cloudwatch:us-east-2:111122223333:alarm:*"}, "StringEquals": {"aws:SourceAccount": "111122223333"}"#
            ), gives: "w",
            to:
                "service cloudwatch.amazonaws.com, and only services on behalf of arn:aws:cloudwatch:us-east-2:111122223333:alarm:*",
            Page.sns),
        Row(
            topic,
            #""Effect": "Deny", "Principal": "*", "Action": "SNS:Publish", "Resource": "*", "Condition": {"StringNotEquals": {"aws:sourceVpce": "vpce-1ab2c34d"}}"#,
            allow(everyone, #""SNS:Publish""#), gives: "w", to: "VPC endpoint vpce-1ab2c34d", Page.sns),
        Row(
            topic, allow(everyone, #""SNS:Publish""#, when: #""StringEquals": {"aws:PrincipalOrgID": "o-myOrgId"}"#),
            gives: "w", to: "organization o-myOrgId", Page.sns),
        Row(
            topic,
            allow(
                #""Principal": {"AWS": "*"}"#,
                #"["SNS:GetTopicAttributes", "SNS:SetTopicAttributes", "SNS:AddPermission", "SNS:RemovePermission", "SNS:DeleteTopic", "SNS:Subscribe", "SNS:ListSubscriptionsByTopic", "SNS:Publish"]"#,
                when: #""StringEquals": {"AWS:SourceOwner": "111122223333"}"#), gives: "rlwp",
            to: "services on behalf of account 111122223333", "the policy that the console gives a topic: \(Page.sns)"),
        Row(
            topic, allow(everyone, #""SNS:Subscribe""#, when: #""StringLike": {"sns:Endpoint": "*@example.com"}"#),
            gives: "W", to: "open", "the one who asks writes the address"),
        Row(
            topic, allow(everyone, #""SNS:*""#),
            #""Effect": "Deny", "Principal": "*", "NotAction": "SNS:Publish", "Resource": "*""#, gives: "W", to: "open",
            "all but publishing is denied: \(Page.notAction)"),
    ]
}
