extension Recognition {
    /// What a usage type is the price of.
    struct Usage {
        var item: String
        var key = ""
        var upTo: Int64?
        /// Where other products have the same usage type.
        var families: [String]?
    }

    /// Products that their usage type alone tells, by offer.
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/aws-usage-report-understand.html and
    /// https://docs.aws.amazon.com/ebs/latest/userguide/ebs-billing-usage.html explain those of S3 and EBS.
    static let usages: [String: [String: Usage]] = [
        "AmazonEC2": [
            "EBS:VolumeUsage": Usage(item: "ebs.storage", key: "standard"),
            "EBS:VolumeUsage.gp2": Usage(item: "ebs.storage", key: "gp2"),
            "EBS:VolumeUsage.gp3": Usage(item: "ebs.storage", key: "gp3"),
            "EBS:VolumeUsage.piops": Usage(item: "ebs.storage", key: "io1"),
            "EBS:VolumeUsage.io2": Usage(item: "ebs.storage", key: "io2"),
            "EBS:VolumeUsage.st1": Usage(item: "ebs.storage", key: "st1"),
            "EBS:VolumeUsage.sc1": Usage(item: "ebs.storage", key: "sc1"),
            "EBS:VolumeIOUsage": Usage(item: "ebs.requests", key: "standard"),
            "EBS:VolumeP-IOPS.piops": Usage(item: "ebs.iops", key: "io1"),
            "EBS:VolumeP-IOPS.gp3": Usage(item: "ebs.iops", key: "gp3"),
            "EBS:VolumeP-IOPS.io2": Usage(item: "ebs.iops", key: "io2", upTo: 32_000),
            "EBS:VolumeP-IOPS.io2.tier2": Usage(item: "ebs.iops", key: "io2", upTo: 64_000),
            "EBS:VolumeP-IOPS.io2.tier3": Usage(item: "ebs.iops", key: "io2", upTo: .max),
            "EBS:VolumeP-Throughput.gp3": Usage(item: "ebs.throughput", key: "gp3"),
            "EBS:SnapshotUsage": Usage(item: "ebs.snapshot", key: "standard"),
            "EBS:SnapshotArchiveStorage": Usage(item: "ebs.snapshot", key: "archive"),
            "EBS:FastSnapshotRestore": Usage(item: "ebs.fast_snapshot_restore"),
            "NatGateway-Hours": Usage(item: "vpc.nat_gateway"),
            "NatGateway-Bytes": Usage(item: "vpc.nat_gateway_data"),
        ],
        "AmazonVPC": [
            // Addresses in use and idle ones cost the same: https://aws.amazon.com/vpc/pricing/
            "PublicIPv4:InUseAddress": Usage(item: "vpc.public_ipv4"),
            "PublicIPv4:IdleAddress": Usage(item: "vpc.public_ipv4"),
            "VpcEndpoint-Hours": Usage(item: "vpc.endpoint", key: "interface"),
            "VpcEndpoint-GWLBE-Hours": Usage(item: "vpc.endpoint", key: "gateway_load_balancer"),
            "VPN-Usage-Hours:ipsec.1": Usage(item: "vpc.vpn_connection"),
            "ClientVPN-EndpointHours": Usage(item: "vpc.client_vpn_association"),
            "TransitGateway-Hours": Usage(item: "vpc.transit_gateway_attachment"),
            "TransitGateway-Bytes": Usage(item: "vpc.transit_gateway_data"),
        ],
        "AmazonS3": [
            "TimedStorage-ByteHrs": Usage(item: "s3.storage", key: "standard", families: ["Storage"]),
            "TimedStorage-SIA-ByteHrs": Usage(item: "s3.storage", key: "standard_ia"),
            "TimedStorage-ZIA-ByteHrs": Usage(item: "s3.storage", key: "onezone_ia"),
            "TimedStorage-GIR-ByteHrs": Usage(item: "s3.storage", key: "glacier_ir"),
            "TimedStorage-GlacierByteHrs": Usage(item: "s3.storage", key: "glacier"),
            "TimedStorage-GDA-ByteHrs": Usage(item: "s3.storage", key: "deep_archive"),
            "TimedStorage-INT-FA-ByteHrs": Usage(item: "s3.storage", key: "intelligent_tiering_frequent"),
            "TimedStorage-INT-IA-ByteHrs": Usage(item: "s3.storage", key: "intelligent_tiering_infrequent"),
            "TimedStorage-INT-AIA-ByteHrs": Usage(item: "s3.storage", key: "intelligent_tiering_archive_instant"),
            "TimedStorage-INT-AA-ByteHrs": Usage(item: "s3.storage", key: "intelligent_tiering_archive"),
            "TimedStorage-INT-DAA-ByteHrs": Usage(item: "s3.storage", key: "intelligent_tiering_deep_archive"),
            "Monitoring-Automation-INT": Usage(item: "s3.monitoring", key: "intelligent_tiering"),
            "Requests-Tier1": Usage(item: "s3.requests", key: "standard_write", families: ["API Request"]),
            "Requests-Tier2": Usage(item: "s3.requests", key: "standard_read", families: ["API Request"]),
        ],
        "AmazonRDS": ["RDS:ChargedBackupUsage": Usage(item: "rds.backup")],
        "AmazonCloudWatch": [
            "CW:AlarmMonitorUsage": Usage(item: "cloudwatch.alarm", key: "standard"),
            "CW:HighResAlarmMonitorUsage": Usage(item: "cloudwatch.alarm", key: "high_resolution"),
            "CW:MetricMonitorUsage": Usage(item: "cloudwatch.metric"),
            "DataProcessing-Bytes": Usage(
                item: "cloudwatch.log_ingestion", key: "standard", families: ["Data Payload"]),
            "DataProcessingIA-Bytes": Usage(item: "cloudwatch.log_ingestion", key: "infrequent_access"),
            "TimedStorage-ByteHrs": Usage(item: "cloudwatch.log_storage", families: ["Storage Snapshot"]),
        ],
        "awskms": [
            "KMS-Keys": Usage(item: "kms.key"),
            "KMS-Requests": Usage(item: "kms.requests", key: "symmetric"),
        ],
        "AWSSecretsManager": [
            "AWSSecretsManager-Secrets": Usage(item: "secretsmanager.secret"),
            "AWSSecretsManagerAPIRequest": Usage(item: "secretsmanager.requests"),
        ],
        "AmazonEKS": ["AmazonEKS-Hours:perCluster": Usage(item: "eks.cluster")],
        "AmazonECR": ["TimedStorage-ByteHrs": Usage(item: "ecr.storage", families: ["EC2 Container Registry"])],
        "AmazonEFS": [
            "TimedStorage-ByteHrs": Usage(item: "efs.storage", key: "standard", families: ["Storage"]),
            "IATimedStorage-ByteHrs": Usage(item: "efs.storage", key: "infrequent_access"),
            "ArchiveTimedStorage-ByteHrs": Usage(item: "efs.storage", key: "archive"),
        ],
    ]

    /// The codes of offers that figures are taken from.
    static let offers = Set(usages.keys).union(["AWSELB", "AmazonElastiCache", "AmazonRedshift", "AmazonES"])
}
