import Diagnostics
import Prices
import Testing

/// AWS Price List offer files become books.
@Suite struct OfferImports {
    private static let linux = [
        "instanceType": "m5.large", "operatingSystem": "Linux", "tenancy": "Shared", "preInstalledSw": "NA",
        "capacitystatus": "Used", "marketoption": "OnDemand",
    ]

    private func rate(_ taken: OfferImport, _ item: String, _ key: String? = nil, _ region: String = "eu-west-1")
        -> String?
    {
        taken.book.price(item, key: key, region: region)?.rate.text
    }

    // MARK: EC2

    @Test func anInstance() throws {
        var offer = Offer("AmazonEC2")
        offer.add("Compute Instance", "EU-BoxUsage:m5.large", unit: "Hrs", "0.1070000000", Self.linux)
        let taken = Offer.taking(offer)
        let price = try #require(taken.book.price("ec2.instance", key: "m5.large", region: "eu-west-1"))
        #expect(price.rate.text == "0.107" && price.date == "2026-11-01")
        #expect(price.source == "AWS Price List, AmazonEC2, version 20261101000000")
        #expect(taken.diagnostics.isEmpty && taken.passed.isEmpty && taken.date == "2026-11-01")
    }

    @Test(
        "instances that are passed over",
        arguments: [
            ("operatingSystem", "Windows", "with other operating systems than Linux"),
            ("tenancy", "Dedicated", "with other than shared tenancy"),
            ("preInstalledSw", "SQL Std", "with preinstalled software"),
            ("capacitystatus", "AllocatedCapacityReservation", "of capacity reservations"),
            ("marketoption", "CapacityBlock", "other than on demand"),
            ("locationType", "AWS Local Zone", "of Local Zones and other places that are no regions"),
            ("instanceType", "large", "of a type that no item has as a key"),
        ])
    func passed(attribute: String, value: String, reason: String) {
        var offer = Offer("AmazonEC2")
        offer.add(
            "Compute Instance", "EU-BoxUsage:m5.large", unit: "Hrs", "0.1",
            Self.linux.merging([attribute: value]) { $1 })
        let taken = Offer.taking(offer)
        #expect(taken.passed == [reason: 1])
        #expect(taken.book.figures().isEmpty)
    }

    @Test func disks() {
        var offer = Offer("AmazonEC2")
        for (usage, unit, usd) in [
            ("EU-EBS:VolumeUsage.gp3", "GB-Mo", "0.0880000000"), ("EU-EBS:VolumeUsage.piops", "GB-Mo", "0.138"),
            ("EU-EBS:VolumeUsage", "GB-Mo", "0.055"), ("EU-EBS:VolumeIOUsage", "IOs", "0.0000000550"),
            ("EU-EBS:VolumeP-IOPS.gp3", "IOPS-Mo", "0.0055"), ("EU-EBS:VolumeP-IOPS.piops", "IOPS-Mo", "0.072"),
            // Per GiB/s: https://aws.amazon.com/ebs/pricing/ states a thousand-and-twenty-fourth of it per MB/s.
            ("EU-EBS:VolumeP-Throughput.gp3", "GiBps-mo", "45.0560000000"),
            ("EU-EBS:SnapshotUsage", "GB-Mo", "0.05"), ("EU-EBS:SnapshotArchiveStorage", "GB-Mo", "0.0125"),
            ("EU-EBS:SnapshotUsageUnderBilling", "GB-Mo", "0.05"), ("EU-EBS:FastSnapshotRestore", "Hrs", "0.83"),
            ("EU-NatGateway-Hours", "Hrs", "0.048"), ("EU-NatGateway-Bytes", "GB", "0.048"),
        ] { offer.add("Storage", usage, unit: unit, usd) }
        let taken = Offer.taking(offer)
        #expect(rate(taken, "ebs.storage", "gp3") == "0.088" && rate(taken, "ebs.storage", "io1") == "0.138")
        #expect(rate(taken, "ebs.storage", "standard") == "0.055")
        #expect(rate(taken, "ebs.requests", "standard") == "0.000000055")
        #expect(rate(taken, "ebs.iops", "gp3") == "0.0055" && rate(taken, "ebs.iops", "io1") == "0.072")
        #expect(rate(taken, "ebs.throughput", "gp3") == "0.044")
        #expect(rate(taken, "ebs.snapshot", "standard") == "0.05" && rate(taken, "ebs.snapshot", "archive") == "0.0125")
        #expect(rate(taken, "ebs.fast_snapshot_restore") == "0.83")
        #expect(rate(taken, "vpc.nat_gateway") == "0.048" && rate(taken, "vpc.nat_gateway_data") == "0.048")
        #expect(taken.passed == ["of the family Storage that no item is for": 1])
    }

    @Test func tiersThatAreProductsOfTheirOwn() throws {
        var offer = Offer("AmazonEC2")
        offer.add("System Operation", "EU-EBS:VolumeP-IOPS.io2.tier3", unit: "IOPS-Mo", "0.0353")
        offer.add("System Operation", "EU-EBS:VolumeP-IOPS.io2", unit: "IOPS-Mo", "0.072")
        offer.add("System Operation", "EU-EBS:VolumeP-IOPS.io2.tier2", unit: "IOPS-Mo", "0.0504")
        let price = try #require(Offer.taking(offer).book.price("ebs.iops", key: "io2", region: "eu-west-1"))
        #expect(price.tiers.map(\.upTo) == [32_000, 64_000, nil])
        #expect(price.tiers.map(\.rate.text) == ["0.072", "0.0504", "0.0353"])
    }

    @Test func aTierWithoutTheLowerOneIsPassedOver() {
        var offer = Offer("AmazonEC2")
        offer.add("System Operation", "EU-EBS:VolumeP-IOPS.io2.tier2", unit: "IOPS-Mo", "0.0504")
        let taken = Offer.taking(offer)
        #expect(taken.book.figures().isEmpty && taken.passed == ["of tiers whose lower ones are missing": 1])
    }

    // MARK: Other services

    @Test func rangesAreTiers() throws {
        var offer = Offer("AmazonS3")
        offer.add(
            "Storage", "EU-TimedStorage-ByteHrs", unit: "GB-Mo",
            [("512000", "Inf", "0.0210000000"), ("0", "51200", "0.0230000000"), ("51200", "512000", "0.0220000000")])
        offer.add("Storage", "EU-Tables-TimedStorage-ByteHrs", unit: "GB-Mo", "0.0265")
        let taken = Offer.taking(offer)
        let price = try #require(taken.book.price("s3.storage", key: "standard", region: "eu-west-1"))
        #expect(price.tiers.map(\.upTo) == [51_200, 512_000, nil])
        #expect(price.tiers.map(\.rate.text) == ["0.023", "0.022", "0.021"])
        #expect(taken.passed == ["of the family Storage that no item is for": 1])
    }

    @Test(
        "load balancers",
        arguments: [
            ("Load Balancer-Application", "LoadBalancerUsage", "Hrs", "elb.application", nil),
            ("Load Balancer-Application", "EU-LCUUsage", "LCU-Hrs", "elb.capacity_unit", "application"),
            ("Load Balancer-Network", "EU-LoadBalancerUsage", "Hrs", "elb.network", nil),
            ("Load Balancer-Gateway", "EU-LoadBalancerUsage", "Hrs", "elb.gateway", nil),
            ("Load Balancer", "EU-LoadBalancerUsage", "Hrs", "elb.classic", nil),
            ("Load Balancer", "EU-DataProcessing-Bytes", "GB", "elb.data", "classic"),
            // That of a trust store is another thing, also where us-east-1 leaves the region out.
            ("Load Balancer-Application", "TS-LoadBalancerUsage", "Hrs", nil, nil),
            ("Load Balancer-Application", "EU-TS-LoadBalancerUsage", "Hrs", nil, nil),
        ] as [(String, String, String, String?, String?)])
    func loadBalancer(family: String, usage: String, unit: String, item: String?, key: String?) {
        var offer = Offer("AWSELB")
        offer.add(family, usage, unit: unit, "0.0252")
        let taken = Offer.taking(offer)
        #expect(taken.book.figures().map(\.item.name) == [item].compactMap { $0 })
        #expect(taken.book.figures().map(\.key) == (item == nil ? [] : [key]))
    }

    @Test(
        "databases",
        arguments: [
            ("MySQL", "", "No license required", "Single-AZ", "db.m5.large mysql"),
            ("PostgreSQL", "", "No license required", "Multi-AZ", "db.m5.large postgres multi-az"),
            ("SQL Server", "Standard", "License included", "Single-AZ", "db.m5.large sqlserver-se"),
            (
                "SQL Server", "Web", "License included", "Multi-AZ (SQL Server Mirror)",
                "db.m5.large sqlserver-web multi-az"
            ),
            ("Oracle", "Enterprise", "Bring your own license", "Single-AZ", "db.m5.large oracle-ee"),
            ("Oracle", "Standard Two", "License included", "Single-AZ", "db.m5.large oracle-se2"),
            ("Oracle", "Standard Two", "Bring your own license", "Single-AZ", nil),
            ("MySQL", "", "No license required", "Multi-AZ (readable standbys)", nil),
            ("Db2", "Standard", "Bring your own license", "Single-AZ", nil),
        ] as [(String, String, String, String, String?)])
    func database(engine: String, edition: String, license: String, deployment: String, key: String?) {
        var offer = Offer("AmazonRDS")
        offer.add(
            "Database Instance", "EU-InstanceUsage:db.m5.large", unit: "Hrs", "0.19",
            [
                "instanceType": "db.m5.large", "databaseEngine": engine, "databaseEdition": edition,
                "licenseModel": license,
                "deploymentOption": deployment,
            ])
        #expect(Offer.taking(offer).book.figures().compactMap(\.key) == [key].compactMap { $0 })
    }

    @Test(
        "by usage type",
        arguments: [
            ("AmazonRDS", "Database Storage", "EU-RDS:GP2-Storage", "GB-Mo", "rds.storage", "gp2"),
            ("AmazonRDS", "Database Storage", "EU-RDS:Multi-AZ-GP3-Storage", "GB-Mo", "rds.storage", "gp3 multi-az"),
            ("AmazonRDS", "Provisioned IOPS", "EU-RDS:PIOPS", "IOPS-Mo", "rds.iops", "io1"),
            ("AmazonRDS", "Storage Snapshot", "EU-RDS:ChargedBackupUsage", "GB-Mo", "rds.backup", nil),
            ("AmazonVPC", "", "EUW2-PublicIPv4:InUseAddress", "Hrs", "vpc.public_ipv4", nil),
            ("AmazonVPC", "VpcEndpoint", "EU-VpcEndpoint-Hours", "Hrs", "vpc.endpoint", "interface"),
            ("AmazonVPC", "Cloud Connectivity", "VPN-Usage-Hours:ipsec.1", "Hrs", "vpc.vpn_connection", nil),
            ("AmazonEKS", "Compute", "EU-AmazonEKS-Hours:perCluster", "Hours", "eks.cluster", nil),
            ("awskms", "Encryption Key", "eu-west-1-KMS-Keys", "months", "kms.key", nil),
            ("awskms", "API Request", "eu-west-1-KMS-Requests", "Requests", "kms.requests", "symmetric"),
            ("AWSSecretsManager", "Secret", "EU-AWSSecretsManager-Secrets", "Secrets", "secretsmanager.secret", nil),
            ("AmazonCloudWatch", "Alarm", "EU-CW:AlarmMonitorUsage", "Alarms", "cloudwatch.alarm", "standard"),
            ("AmazonCloudWatch", "Storage Snapshot", "EU-TimedStorage-ByteHrs", "GB-Mo", "cloudwatch.log_storage", nil),
            ("AmazonECR", "EC2 Container Registry", "EU-TimedStorage-ByteHrs", "GB-Mo", "ecr.storage", nil),
            ("AmazonRedshift", "Compute Instance", "EU-Node:ra3.xlplus", "Hrs", "redshift.node", "ra3.xlplus"),
        ] as [(String, String, String, String, String, String?)])
    func usage(code: String, family: String, usage: String, unit: String, item: String, key: String?) {
        var offer = Offer(code)
        offer.add(family, usage, unit: unit, "0.5")
        let figures = Offer.taking(offer).book.figures()
        #expect(figures.map(\.item.name) == [item] && figures.first?.key == key)
    }

    @Test func addressesInUseAndIdleAreOnePrice() {
        var offer = Offer("AmazonVPC")
        offer.add("", "EU-PublicIPv4:InUseAddress", unit: "Hrs", "0.005")
        offer.add("", "EU-PublicIPv4:IdleAddress", unit: "Hrs", "0.005")
        offer.add("", "EU-PublicIPv4:IdleAddress", unit: "Hrs", "0.006")
        let taken = Offer.taking(offer)
        #expect(rate(taken, "vpc.public_ipv4") == "0.005")
        #expect(
            taken.passed == [
                "that repeat a price": 1, "whose price is another than that of the same product before": 1,
            ])
    }

    // MARK: What is passed over

    @Test(
        "prices that cannot be taken",
        arguments: [
            ("Hrs", [("0", "10", "1"), ("20", "Inf", "1")], "USD", "whose price ranges leave gaps or overlap"),
            ("Hrs", [("10", "Inf", "1")], "USD", "whose price ranges leave gaps or overlap"),
            ("Hrs", [("0", "Inf", "-1")], "USD", "with a price or range that cannot be read"),
            ("Hrs", [("0", "much", "1")], "USD", "with a price or range that cannot be read"),
            ("Hrs", [("0", "Inf", "1e999")], "USD", "with a price or range that cannot be read"),
            ("Quantity", [("0", "Inf", "1")], "USD", "with the unit Quantity, which is not per hour"),
            ("Hrs", [("0", "Inf", "1")], "CNY", "without a price in US dollars"),
            ("Hrs", [], "USD", "without an on-demand price"),
        ] as [(String, [(String, String, String)], String, String)])
    func prices(unit: String, ranges: [(String, String, String)], currency: String, reason: String) {
        var offer = Offer("AmazonEKS")
        offer.add("Compute", "EU-AmazonEKS-Hours:perCluster", unit: unit, ranges, currency: currency)
        let taken = Offer.taking(offer)
        #expect(taken.book.figures().isEmpty && taken.passed == [reason: 1])
    }

    @Test func regionsThatWereNotAskedFor() {
        var offer = Offer("AmazonEKS")
        for region in ["eu-west-1", "eu-central-1", "us-east-1"] {
            offer.add("Compute", "AmazonEKS-Hours:perCluster", unit: "Hours", "0.1", region: region)
        }
        offer.add("Compute", "AmazonEKS-Hours:perCluster", unit: "Hours", "0.1", region: "")
        let taken = Offer.taking(offer, regions: ["eu-central-1"])
        #expect(taken.book.figures().map(\.region) == ["eu-central-1"])
        #expect(taken.passed == ["of regions that were not asked for": 2, "without a region code": 1])
    }

    // MARK: Files that are no offers

    @Test(
        "what is no offer file",
        arguments: [
            ("", "1:1: the file is empty"),
            ("{", "1:1: this `{` has no end «{» | help: the file is cut off; is it complete?"),
            ("{\"a\": 1} x", "1:10: there is more text after the end of the JSON value «x»"),
            ("{\"a\" 1}", "1:6: expected `:` here «1»"),
            ("{a: 1}", "1:2: expected a key in double quotes here «a»"),
            ("{\"a\": 1 \"b\": 2}", "1:9: expected `,` or `}` here «\"»"),
            ("{\"a\": \"x}", "1:7: this JSON string has no end «\"»"),
            ("{\"a\": }", "1:7: expected a value here «}»"),
            ("[1]", "1:1: this is no offer file of the AWS Price List «[» | help: \(get)"),
            ("{}", "1:1: this is no offer file of the AWS Price List | help: \(get)"),
            (
                "{\"formatVersion\": \"v1.0\", \"regions\": {\"eu-west-1\": {}}}",
                "1:1: this is the index of an offer's regions, not an offer file | help: \(get)"
            ),
            ("{\"offers\": {}}", "1:1: this is the index of all offers, not an offer file | help: \(get)"),
            (
                "{\"offerCode\": \"AmazonEC2\", \"versions\": {}}",
                "1:1: this is the index of an offer's versions, not an offer file | help: \(get)"
            ),
            (
                "{\"FormatVersion\": \"aws_v1\", \"PriceList\": []}",
                "1:1: this is the answer of `aws pricing get-products`, not an offer file | help: \(get)"
            ),
            (
                "{\"offerCode\": \"AWSComputeSavingsPlan\", \"products\": [], \"terms\": {}}",
                "1:1: `products` is no object; this is the price list of a Savings Plan or of another kind | help: \(get)"
            ),
            (
                "{\"offerCode\": \"AmazonPolly\", \"products\": {}}",
                "1:15: no item takes its prices from the offer AmazonPolly «\"AmazonPolly\"» | help: those that are read are AWSELB, AWSSecretsManager, AmazonCloudWatch, AmazonEC2, AmazonECR, AmazonEFS, AmazonEKS, AmazonES, AmazonElastiCache, AmazonRDS, AmazonRedshift, AmazonS3, AmazonVPC, awskms"
            ),
            (
                "{\"formatVersion\": \"v2.0\", \"offerCode\": \"AmazonS3\", \"products\": {}}",
                "1:19: the offer file has the format v2.0, and v1.0 is what can be read «\"v2.0\"»"
            ),
            (
                "{\"offerCode\": \"AmazonS3\", \"products\": {}}",
                "1:1: the offer file does not say its `publicationDate`"
            ),
            (
                "{\"offerCode\": \"AmazonS3\", \"publicationDate\": \"2026-11-01T00:00:00Z\", \"products\": {\"A\": {\"sku\": tru}}}",
                "1:96: expected a value here «t»"
            ),
        ])
    func wrong(text: String, problem: String) {
        var taking = OfferImport(regions: [])
        taking.add(SourceFile(path: "index.json", text: text.utf8))
        #expect(taking.diagnostics.map(Book.line) == [problem])
    }

    private static let get =
        "an offer file has `offerCode`, `products` and `terms`; docs/prices.md says where it is to be had"

    @Test("a file that is cut off anywhere is told", arguments: 0..<40)
    func cutOff(part: Int) {
        var offer = Offer("AmazonEKS")
        offer.add("Compute", "AmazonEKS-Hours:perCluster", unit: "Hours", "0.1")
        let bytes = Array(offer.json.utf8)
        var taking = OfferImport(regions: [])
        taking.add(SourceFile(path: "index.json", text: bytes.prefix(bytes.count * part / 40)))
        #expect(taking.diagnostics.count == 1)
    }

    // MARK: Books

    @Test func theBookReadsBackAsTheSamePrices() throws {
        var ec2 = Offer("AmazonEC2")
        ec2.add("Compute Instance", "EU-BoxUsage:m5.large", unit: "Hrs", "0.1070000000", Self.linux)
        ec2.add("Compute Instance", "BoxUsage:m5.large", unit: "Hrs", "0.0960000000", region: "us-east-1", Self.linux)
        ec2.add("System Operation", "EU-EBS:VolumeP-IOPS.io2", unit: "IOPS-Mo", "0.072")
        var s3 = Offer("AmazonS3")
        s3.version = "20261030000000"
        s3.date = "2026-10-30T00:00:00Z"
        s3.add(
            "Storage", "EU-TimedStorage-ByteHrs", unit: "GB-Mo", [("0", "51200", "0.023"), ("51200", "Inf", "0.022")])
        let taken = Offer.taking(ec2, s3)
        let text = PriceBookWriter(taken.book).yaml()
        let read = Book(text)
        #expect(read.problems == [], "\(text)")
        #expect(read.book.origins.map(\.date) == ["2026-10-30"])
        let (a, b) = (taken.book.figures(), read.book.figures())
        #expect(a.count == 4 && b.count == 4)
        for (a, b) in zip(a, b) {
            #expect(a.item.name == b.item.name && a.key == b.key && a.region == b.region)
            #expect(a.price.tiers == b.price.tiers && a.price.source == b.price.source && a.price.date == b.price.date)
        }
    }
}
