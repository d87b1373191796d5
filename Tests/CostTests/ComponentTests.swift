import Testing

/// Every component of the models, with figures computed by hand from the bundled list prices of us-east-1 (`plumb prices show`
/// names the source of each) for months of 730 hours.
struct ComponentTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var type: String
        var resource: String
        var expected: String
        var region = "us-east-1"
        var testDescription: String { "\(type) \(resource) in \(region)" }
        init(_ type: String, _ resource: String, _ expected: String, in region: String = "us-east-1") {
            (self.type, self.resource, self.expected, self.region) = (type, resource, expected, region)
        }
    }

    static let instanceCases: [Case] = [
        // 0.096 × 730; https://aws.amazon.com/ec2/pricing/on-demand/
        Case(
            "instance", "{id: i, type: m5.large, state: running, platform_details: Linux/UNIX, tenancy: default}",
            "70.08"),
        Case("instance", "{id: i, type: m5.large, state: running}", "78.11", in: "eu-west-1"),
        // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html: billed while it runs.
        Case("instance", "{id: i, type: m5.large, state: stopped}", "0.00"),
        Case("instance", "{id: i, type: m5.large, state: pending}", "0.00"),
        Case("instance", "{id: i, type: m9.huge, state: terminated}", "0.00"),
        Case("instance", "{id: i, type: m5.large}", "the inventory does not state `state`"),
        Case("instance", "{id: i, state: running}", "the inventory does not state `type`"),
        Case("instance", "{id: i}", "the inventory does not state `state`"),
        Case("instance", "{id: i, type: m9.huge, state: running}", "no price of m9.huge (ec2.instance) in any region"),
        Case(
            "instance", "{id: i, type: m5.large, state: running, region: xx-west-9}",
            "no prices of the region xx-west-9"),
        Case(
            "instance", "{id: i, type: m5.large, state: running, region: us-est-1}",
            "no prices of the region us-est-1; did you mean us-east-1?"),
        Case(
            "instance", "{id: i, type: m9.huge, state: running, region: us-est-1}",
            "no price of m9.huge (ec2.instance) in any region"),
        Case(
            "instance", "{id: i, type: m5.large, state: running, platform_details: Windows}",
            "the prices are of Linux and it is billed for another system"),
        Case(
            "instance", "{id: i, type: m5.large, state: running, platform_details: Red Hat Enterprise Linux}",
            "the prices are of Linux and it is billed for another system"),
        Case(
            "instance", "{id: i, type: m5.large, state: running, operating_system: {name: windows_server}}",
            "the prices are of Linux and it is billed for another system"),
        Case("instance", "{id: i, type: m5.large, state: running, operating_system: {name: ubuntu}}", "70.08"),
        Case(
            "instance", "{id: i, type: m5.large, state: running, sql_server: {license: included}}",
            "the prices are of Linux and it is billed for another system"),
        Case("instance", "{id: i, type: m5.large, state: stopped, platform_details: Windows}", "0.00"),
        Case(
            "instance", "{id: i, type: m5.large, state: running, tenancy: dedicated}",
            "the prices are of shared hardware and it has its own"),
        Case(
            "instance", "{id: i, type: m5.large, state: running, tenancy: host}", "it is paid with its dedicated host"),
        Case(
            "instance", "{id: i, type: m5.large, state: running, lifecycle: spot}",
            "the prices are of instances on demand and its capacity was bought otherwise"),
        // The free part of a reservation: 3 × 70.08; https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-reservations-pricing-billing.html
        Case(
            "capacity_reservation",
            "{id: c, state: active, instance_type: m5.large, total_count: 4, available_count: 3}", "210.24"),
        Case("capacity_reservation", "{id: c, state: active, instance_type: m5.large, available_count: 0}", "0.00"),
        Case("capacity_reservation", "{id: c, state: expired}", "0.00"),
        Case(
            "capacity_reservation", "{id: c, state: active, instance_type: m5.large}",
            "the inventory does not state `available_count`"),
        // What the inventory states wins.
        Case("instance", "{id: i, type: m9.huge, state: running, monthly_cost: 12.345678}", "12.345678"),
        Case("instance", "{id: i, monthly_cost: 0}", "0.00"),
        Case("security_group", "{id: sg-1, monthly_cost: 1.50}", "1.50"),
    ]

    /// gp2 0.10, gp3 0.08, io1 and io2 0.125 a GB, st1 0.045, sc1 0.015, magnetic 0.05; https://aws.amazon.com/ebs/pricing/
    static let volumeCases: [Case] = [
        Case("volume", "{id: v, type: gp2, size: 100}", "10.00"),
        Case("volume", "{id: v, type: st1, size: 125}", "5.625"),
        Case("volume", "{id: v, type: sc1, size: 125}", "1.875"),
        Case("volume", "{id: v, type: standard, size: 100}", "5.00"),
        // 12.5 + 0.065 × 1000
        Case("volume", "{id: v, type: io1, size: 100, iops: 1000}", "77.50"),
        Case("volume", "{id: v, type: io1, size: 100}", "the inventory does not state `iops`"),
        Case("volume", "{id: v, type: io1, size: 100, iops: null}", "the inventory does not state `iops`"),
        // io2 by tiers: 0.065 up to 32000, 0.0455 up to 64000, 0.032 above.
        Case("volume", "{id: v, type: io2, size: 100, iops: 32000}", "2092.50"),
        Case("volume", "{id: v, type: io2, size: 100, iops: 32001}", "2092.5455"),
        Case("volume", "{id: v, type: io2, size: 100, iops: 64000}", "3548.50"),
        Case("volume", "{id: v, type: io2, size: 100, iops: 64001}", "3548.532"),
        // gp3 includes 3000 IOPS and 125 MiB/s; 0.005 an IOPS and 0.04 a MiB/s above.
        Case("volume", "{id: v, type: gp3, size: 100, iops: 3000, throughput: 125}", "8.00"),
        Case("volume", "{id: v, type: gp3, size: 100, iops: 3001, throughput: 125}", "8.005"),
        Case("volume", "{id: v, type: gp3, size: 100, iops: 3000, throughput: 126}", "8.04"),
        Case("volume", "{id: v, type: gp3, size: 100, iops: 4000, throughput: 250}", "18.00"),
        Case("volume", "{id: v, type: gp3, size: 100}", "8.00"),
        Case(
            "volume", "{id: v, type: gp3, size: 100, iops: 4000, throughput: 125}",
            "no price of gp3 (ebs.iops) in eu-west-1", in: "eu-west-1"),
        Case("volume", "{id: v, type: gp3, size: 100, iops: 3000, throughput: 125}", "8.80", in: "eu-west-1"),
        Case("volume", "{id: v, type: gp2, size: 0}", "0.00"),
        Case("volume", "{id: v, type: gp2, size: 900000000}", "90000000.00"),
        Case("volume", "{id: v, size: 100}", "the inventory does not state `type`"),
        Case("volume", "{id: v, type: gp2}", "the inventory does not state `size`"),
        Case("volume", "{id: v}", "the inventory does not state `type` and `size`"),
        Case("volume", "{id: v, type: gp2, state: deleted}", "0.00"),
        Case(
            "volume", "{id: v, type: gp2, size: 1, outpost: \"arn:aws:outposts:us-east-1:111122223333:outpost/op-1\"}",
            "it is on an Outpost"),
    ]

    static let otherCases: [Case] = [
        // 0.0125 a GB of 2^30 bytes; https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-archive.html
        Case("snapshot", "{id: s, tier: archive, full_size: 10GiB}", "0.125"),
        Case("snapshot", "{id: s, tier: archive, full_size: 512MiB}", "0.00625"),
        Case("snapshot", "{id: s, tier: archive}", "the inventory does not state `full_size`"),
        Case(
            "snapshot", "{id: s, size: 100}",
            "the standard tier is billed for the blocks that changed, which only a bill tells"),
        // 0.005 × 730, attached or not; https://aws.amazon.com/vpc/pricing/
        Case("elastic_ip", "{id: e}", "3.65"),
        Case("elastic_ip", "{id: e, instance: i-1, public_ipv4_pool: amazon}", "3.65", in: "eu-west-3"),
        Case("elastic_ip", "{id: e, public_ipv4_pool: ipv4pool-ec2-012345}", "0.00"),
        // 0.045 × 730
        Case("nat_gateway", "{id: n, state: available}", "32.85"),
        Case("nat_gateway", "{id: n, state: deleted}", "0.00"),
        Case(
            "nat_gateway", "{id: n, availability_mode: regional}",
            "a gateway that serves all zones is billed for each of them, and the inventory does not say how many"),
        // 0.0225, 0.0225, 0.0125 and 0.025 × 730; https://aws.amazon.com/elasticloadbalancing/pricing/
        Case("load_balancer", "{id: l, type: application}", "16.425"),
        Case("load_balancer", "{id: l, type: network}", "16.425"),
        Case("load_balancer", "{id: l, type: gateway}", "9.125"),
        Case("load_balancer", "{id: l}", "the inventory does not state `type`"),
        Case("classic_load_balancer", "{id: l}", "18.25"),
        // 0.01 × 730 a zone; https://aws.amazon.com/privatelink/pricing/
        Case("vpc_endpoint", "{id: v, type: interface, subnets: [subnet-1, subnet-2, subnet-3]}", "21.90"),
        Case("vpc_endpoint", "{id: v, type: interface}", "the inventory does not state `subnets`"),
        Case("vpc_endpoint", "{id: v, type: gateway, subnets: []}", "0.00"),
        // 1.00; https://aws.amazon.com/kms/pricing/
        Case("kms_key", "{id: k, manager: customer, state: enabled}", "1.00"),
        Case("kms_key", "{id: k, manager: customer, state: pending_deletion}", "0.00"),
        Case("kms_key", "{id: k, manager: aws}", "0.00"),
        Case("kms_key", "{id: k}", "the inventory does not state `manager`"),
        // 0.40; https://aws.amazon.com/secrets-manager/pricing/
        Case("secret", "{id: s}", "0.40"),
        Case("secret", "{id: s, deletion_date: 2026-11-01T00:00:00Z}", "0.00"),
        // 0.10 a metric, 0.30 below a minute; https://aws.amazon.com/cloudwatch/pricing/
        Case(
            "alarm", "{id: a, metric: CPUUtilization, period: 60s, comparison_operator: greater_than_threshold}", "0.10"
        ),
        Case(
            "alarm", "{id: a, metric: CPUUtilization, period: 59s, comparison_operator: greater_than_threshold}", "0.30"
        ),
        Case(
            "alarm", "{id: a, metric: CPUUtilization, period: 10s, comparison_operator: greater_than_threshold}", "0.30"
        ),
        Case(
            "alarm",
            "{id: a, metric: null, period: 5m, comparison_operator: greater_than_threshold, metrics: [{id: m, expression: null}, {id: n, expression: null}, {id: e, expression: m + n}]}",
            "0.20"),
        // Three metrics: the metric and both ends of its band; 0.90 with a period below a minute.
        Case(
            "alarm",
            "{id: a, metric: CPUUtilization, period: 60s, comparison_operator: greater_than_upper_threshold}", "0.30"),
        Case(
            "alarm",
            "{id: a, metric: null, metrics: [], period: 10s, comparison_operator: less_than_lower_threshold}", "0.90"),
        // 0.10 × 730; https://aws.amazon.com/eks/pricing/
        Case("eks_cluster", "{id: c, status: active}", "73.00"),
        // 0.05 × 730
        Case("vpn_connection", "{id: v, state: available}", "36.50"),
        Case("transit_gateway_attachment", "{id: t, resource_type: vpc, state: available}", "36.50"),
        Case("bucket", "{name: b}", "it is billed by what it holds and by requests, and an inventory states neither"),
        Case("log_group", "{name: l, stored: 5GiB}", "no price of cloudwatch.log_storage in any region"),
    ]

    /// db.m5.large 0.171 with MySQL and 0.178 with PostgreSQL, gp2 and gp3 0.115 a GB, io1 0.125 and 0.10 an IOPS;
    /// https://aws.amazon.com/rds/pricing/
    static let databaseCases: [Case] = [
        // 124.83 + 11.5
        Case(
            "db_instance",
            "{id: d, engine: mysql, class: db.m5.large, multi_az: false, storage_type: gp2, allocated_storage: 100, status: available}",
            "136.33"),
        // A standby is a second instance with storage of its own:
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html
        Case(
            "db_instance",
            "{id: d, engine: mysql, class: db.m5.large, multi_az: true, storage_type: gp2, allocated_storage: 100, status: available}",
            "272.66"),
        // 129.94 + 12.5 + 100
        Case(
            "db_instance",
            "{id: d, engine: postgres, class: db.m5.large, multi_az: false, storage_type: io1, allocated_storage: 100, iops: 1000, status: available}",
            "242.44"),
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html: storage goes on.
        Case(
            "db_instance",
            "{id: d, engine: mysql, class: db.m5.large, multi_az: false, storage_type: gp3, allocated_storage: 100, status: stopped}",
            "11.50"),
        // Storage and IOPS of Aurora are its cluster's: only the price of the instance is missing.
        Case(
            "db_instance", "{id: d, engine: aurora-mysql, class: db.r5.large, multi_az: false, status: available}",
            "no price of db.r5.large aurora-mysql (rds.instance) in any region"),
        // No row of the table of states says whether it is billed.
        Case(
            "db_instance", "{id: d, engine: mysql, class: db.m5.large, status: insufficient-capacity}",
            "AWS does not say whether it is billed while its status is insufficient-capacity"),
        // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Status.html
        Case("db_cluster", "{id: c, engine: aurora-mysql, status: creating}", "0.00"),
        Case("db_cluster", "{id: c, engine: aurora-mysql, status: inaccessible-encryption-credentials}", "0.00"),
        Case(
            "db_cluster", "{id: c, engine: aurora-mysql, status: stopped}",
            "its storage is billed by use, which an inventory does not state; its instances are priced by themselves"),
        Case(
            "db_instance", "{id: d, engine: mysql, class: db.m5.large, storage_type: gp2, allocated_storage: 100}",
            "the inventory does not state `multi_az`"),
        Case(
            "db_instance",
            "{id: d, engine: oracle-ee, class: db.m5.large, multi_az: false, storage_type: gp2, allocated_storage: 100}",
            "no price of db.m5.large oracle-ee (rds.instance) in any region"),
        Case(
            "db_instance",
            "{id: d, engine: mysql, class: db.m5.large, multi_az: false, storage_type: gp3, allocated_storage: 100, iops: 4000}",
            "it has more IOPS than its gp3 storage includes, and how many are billed the inventory does not say"),
        Case(
            "db_instance",
            "{id: d, engine: mysql, class: db.m5.large, multi_az: false, storage_type: gp3, allocated_storage: 400, iops: 12000, status: available}",
            "170.83"),
    ]

    @Test("instances", arguments: instanceCases)
    func instances(test: Case) throws { try Self.check(test) }

    @Test("volumes", arguments: volumeCases)
    func volumes(test: Case) throws { try Self.check(test) }

    @Test("databases", arguments: databaseCases)
    func databases(test: Case) throws { try Self.check(test) }

    /// The column "Billed" of https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html: 124.83 for the
    /// instance, 11.50 for storage.
    @Test(
        "states of databases",
        arguments: [
            ("creating", "0.00"), ("deleting", "0.00"), ("failed", "0.00"),
            ("inaccessible-encryption-credentials", "0.00"), ("incompatible-network", "0.00"),
            ("incompatible-restore", "0.00"), ("stopped", "11.50"), ("stopping", "11.50"), ("starting", "11.50"),
            ("inaccessible-encryption-credentials-recoverable", "11.50"), ("available", "136.33"),
            ("storage-full", "136.33"), ("incompatible-parameters", "136.33"), ("restore-error", "136.33"),
        ])
    func states(status: String, expected: String) throws {
        let database =
            "{id: d, engine: mysql, class: db.m5.large, multi_az: false, storage_type: gp3, allocated_storage: 100, status: \(status)}"
        #expect(try Bill.cost("db_instance", database, region: "us-east-1") == expected)
    }

    @Test("others", arguments: otherCases)
    func others(test: Case) throws { try Self.check(test) }

    static func check(_ test: Case) throws {
        #expect(try Bill.cost(test.type, test.resource, region: test.region) == test.expected)
    }

    @Test func usersPricesWin() throws {
        let book = try Bill.book(
            """
            prices: 1
            name: contract
            date: 2026-11-01
            source: Appendix B
            currency: USD
            figures:
              - {item: ec2.instance, key: m5.large, region: us-east-1, usd: 0.08, per: hour}
              - {item: rds.instance, key: db.m5.large mysql multi-az, region: us-east-1, usd: 0.30, per: hour}
              - {item: cloudwatch.log_storage, region: us-east-1, usd: 0.03, per: GB-month}
            """)
        #expect(try Bill.cost("instance", "{id: i, type: m5.large, state: running}", prices: book) == "58.40")
        #expect(try Bill.cost("instance", "{id: i, type: m5.xlarge, state: running}", prices: book) == "140.16")
        #expect(try Bill.cost("log_group", "{name: l, stored: 5GiB}", prices: book) == "0.15")
        // A price of both instances is taken as it is: 219 + 23.
        let database =
            "{id: d, engine: mysql, class: db.m5.large, multi_az: true, storage_type: gp2, allocated_storage: 100, status: available}"
        #expect(try Bill.cost("db_instance", database, prices: book) == "242.00")
    }
}
