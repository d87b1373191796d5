/// A thing that has a price: its name, its unit, and what its keys are.
package struct PriceItem: Sendable {
    /// What tells the prices of one item apart.
    package enum Keys: Sendable {
        /// The item has one price a region.
        case none
        case words([String])
        /// `m5.large`
        case instanceType
        /// `db.m5.large mysql`, or `db.m5.large mysql multi-az`: class and engine as the RDS API names them.
        case databaseClass
        /// `ra3.xlplus`
        case nodeType
        /// `cache.t3.micro redis`
        case cacheNode
        /// `m6g.large.search`
        case searchInstance
    }

    /// Service and thing: `ebs.storage`.
    package var name: String
    package var keys: Keys
    package var unit: PriceUnit
    /// What one unit is the price of.
    package var meaning: String

    private init(_ name: String, _ keys: Keys, _ unit: PriceUnit, _ meaning: String) {
        (self.name, self.keys, self.unit, self.meaning) = (name, keys, unit, meaning)
    }

    /// The item of that name.
    package static func named(_ name: String) -> PriceItem? { index[name].map { all[$0] } }

    static let index: [String: Int] = Dictionary(
        uniqueKeysWithValues: all.enumerated().map { ($0.element.name, $0.offset) })

    private static let disks = ["gp2", "gp3", "io1", "io2", "standard"]
    private static func withMultiAZ(_ words: [String]) -> [String] { words + words.map { $0 + " multi-az" } }

    /// Every item, by service.
    package static let all: [PriceItem] = [
        PriceItem("ec2.instance", .instanceType, .hour, "one running instance: Linux, shared tenancy, on demand"),
        PriceItem(
            "ebs.storage", .words(["gp2", "gp3", "io1", "io2", "st1", "sc1", "standard"]), .gigabyteMonth,
            "provisioned storage of volumes, by volume type"),
        PriceItem(
            "ebs.iops", .words(["io1", "io2", "gp3"]), .iopsMonth,
            "provisioned IOPS of volumes; of gp3 those above the 3000 that are included"),
        PriceItem(
            "ebs.throughput", .words(["gp3"]), .mebibytesPerSecondMonth,
            "provisioned throughput of volumes above the 125 MiB/s that are included"),
        PriceItem("ebs.requests", .words(["standard"]), .request, "I/O requests to magnetic volumes"),
        PriceItem("ebs.snapshot", .words(["standard", "archive"]), .gigabyteMonth, "stored snapshots, by tier"),
        PriceItem("ebs.fast_snapshot_restore", .none, .hour, "fast restore of one snapshot in one zone"),
        PriceItem("vpc.public_ipv4", .none, .hour, "one public IPv4 address, in use or idle"),
        PriceItem("vpc.nat_gateway", .none, .hour, "one NAT gateway"),
        PriceItem("vpc.nat_gateway_data", .none, .gigabyte, "data that NAT gateways process"),
        PriceItem(
            "vpc.endpoint", .words(["interface", "gateway_load_balancer"]), .hour, "one endpoint in one zone, by type"),
        PriceItem("vpc.vpn_connection", .none, .hour, "one site-to-site VPN connection"),
        PriceItem("vpc.client_vpn_association", .none, .hour, "one subnet associated with a client VPN endpoint"),
        PriceItem("vpc.transit_gateway_attachment", .none, .hour, "one VPC attached to a transit gateway"),
        PriceItem("vpc.transit_gateway_data", .none, .gigabyte, "data that transit gateways process"),
        PriceItem("elb.application", .none, .hour, "one Application Load Balancer, without its capacity units"),
        PriceItem("elb.network", .none, .hour, "one Network Load Balancer, without its capacity units"),
        PriceItem("elb.gateway", .none, .hour, "one Gateway Load Balancer, without its capacity units"),
        PriceItem("elb.classic", .none, .hour, "one Classic Load Balancer, without its data"),
        PriceItem(
            "elb.capacity_unit", .words(["application", "network", "gateway"]), .capacityUnitHour,
            "one capacity unit of a load balancer, by its type"),
        PriceItem("elb.data", .words(["classic"]), .gigabyte, "data that Classic Load Balancers process"),
        PriceItem(
            "s3.storage",
            .words([
                "standard", "standard_ia", "onezone_ia", "glacier_ir", "glacier", "deep_archive",
                "intelligent_tiering_frequent", "intelligent_tiering_infrequent",
                "intelligent_tiering_archive_instant", "intelligent_tiering_archive",
                "intelligent_tiering_deep_archive",
            ]), .gigabyteMonth, "stored objects, by storage class"),
        PriceItem(
            "s3.monitoring", .words(["intelligent_tiering"]), .objectMonth, "objects that Intelligent-Tiering monitors"),
        PriceItem(
            "s3.requests", .words(["standard_write", "standard_read"]), .request,
            "requests to Standard storage: PUT, COPY, POST and LIST are writes, GET and the others reads"),
        PriceItem(
            "rds.instance", .databaseClass, .hour,
            "one database instance, by class and engine; in one zone unless the key ends in `multi-az`"),
        PriceItem(
            "rds.storage", .words(withMultiAZ(disks)), .gigabyteMonth,
            "provisioned storage of databases, by type; in one zone unless the key ends in `multi-az`"),
        PriceItem(
            "rds.iops", .words(withMultiAZ(["io1", "io2", "gp3"])), .iopsMonth, "provisioned IOPS of databases"),
        PriceItem("rds.backup", .none, .gigabyteMonth, "backups and manual snapshots above what is free"),
        PriceItem(
            "rds.extended_support", .words(["year_1_2", "year_3"]), .vCPUHour,
            "extended support of an old engine version"),
        PriceItem(
            "cloudwatch.alarm",
            .words(["standard", "high_resolution", "anomaly_detection", "anomaly_detection_high_resolution"]), .month,
            "one metric of an alarm; one whole alarm with anomaly detection"),
        PriceItem("cloudwatch.metric", .none, .month, "one custom metric"),
        PriceItem(
            "cloudwatch.log_ingestion", .words(["standard", "infrequent_access"]), .gigabyte,
            "log data that is taken in, by class of the log group"),
        PriceItem("cloudwatch.log_storage", .none, .gigabyteMonth, "stored log data"),
        PriceItem("kms.key", .none, .month, "one customer managed key"),
        PriceItem("kms.requests", .words(["symmetric"]), .request, "requests with symmetric keys"),
        PriceItem("secretsmanager.secret", .none, .month, "one secret"),
        PriceItem("secretsmanager.requests", .none, .request, "API calls"),
        PriceItem("eks.cluster", .none, .hour, "the control plane of one cluster in standard support"),
        PriceItem("ecr.storage", .none, .gigabyteMonth, "images in private repositories"),
        PriceItem(
            "efs.storage", .words(["standard", "infrequent_access", "archive"]), .gigabyteMonth,
            "files in regional file systems, by storage class"),
        PriceItem("redshift.node", .nodeType, .hour, "one node of a provisioned cluster, by type"),
        PriceItem("elasticache.node", .cacheNode, .hour, "one cache node, by type and engine"),
        PriceItem("opensearch.instance", .searchInstance, .hour, "one instance of a domain, by type"),
    ]
}
