import Foundation
import Prices
import Testing

/// The list prices that come with Plumbline.
@Suite struct BundledPrices {
    @Test(
        "a figure of the book",
        arguments: [
            // Item, key, region, dollars, the date of its source.
            ("ec2.instance", "m5.large", "us-east-1", "0.096", "2026-11-22 (collected)"),
            ("ec2.instance", "t3.micro", "us-east-1", "0.0104", "2026-11-22 (collected)"),
            ("ec2.instance", "m5.large", "sa-east-1", "0.153", "2021 (about)"),
            ("ebs.storage", "gp3", "eu-central-1", "0.0952", "2021 (undated; has x2gd, lacks me-central-1)"),
            ("ebs.iops", "gp3", "us-east-1", "0.005", "2021-2025 (golden file, commit undated)"),
            ("ebs.throughput", "gp3", "us-east-1", "0.04", "2021-2025 (golden file, commit undated)"),
            ("ebs.requests", "standard", "us-east-1", "0.00000005", "2021-2025 (golden file, commit undated)"),
            ("elb.application", "", "eu-west-1", "0.0252", "2017-12-18"),
            ("s3.requests", "standard_read", "us-east-1", "0.0000004", "2021-2025 (golden file, commit undated)"),
            (
                "s3.monitoring", "intelligent_tiering", "us-east-1", "0.0000025",
                "2021-2025 (golden file, commit undated)"
            ),
            ("rds.instance", "db.m5.large mysql", "us-east-1", "0.171", "2026-09-24"),
            ("rds.instance", "db.t3.small postgres", "ap-southeast-1", "0.056", "2025-05-31"),
            ("kms.requests", "symmetric", "us-east-1", "0.000003", "2021-2025 (golden file, commit undated)"),
            ("vpc.public_ipv4", "", "me-central-1", "0.005", "2024-02-01"),
        ])
    func figure(item: String, key: String, region: String, usd: String, date: String) throws {
        let price = try #require(PriceBook.bundled().price(item, key: key.isEmpty ? nil : key, region: region))
        let wanted = try Rate(usd)
        #expect(price.rate == wanted)
        #expect(price.date == date)
        #expect(!price.source.isEmpty && price.book == "bundled list prices" && price.span == nil)
    }

    @Test func figuresThatWereComputedSaySo() throws {
        let book = PriceBook.bundled()
        #expect(book.price("ec2.instance", key: "m5.large", region: "eu-west-1")?.isDerived == true)
        #expect(book.price("ec2.instance", key: "m5.large", region: "us-east-1")?.isDerived == false)
        // The price of an Application Load Balancer is taken from that of a Network Load Balancer there.
        #expect(book.price("elb.application", key: nil, region: "sa-east-1")?.isDerived == true)
    }

    @Test func tiersFromTwoSourcesNameBoth() throws {
        let price = try #require(PriceBook.bundled().price("ebs.iops", key: "io2", region: "us-east-1"))
        #expect(price.tiers.map(\.upTo) == [32_000, 64_000, nil])
        #expect(price.tiers.map(\.rate.text) == ["0.065", "0.0455", "0.032"])
        #expect(price.source.contains("infracost") && price.source.contains("fallback"))
    }

    @Test func noSourceNamesAPrivateIndex() {
        for (_, _, _, price) in PriceBook.bundled().figures() {
            #expect(!price.source.contains("index id"))
        }
    }

    @Test func theBookIsWhole() {
        let book = PriceBook.bundled()
        #expect(book.collected == "2026-11-22")
        #expect(book.figures().count == 2506)
        #expect(book.figures(of: "ec2.instance").count == 2223)
    }

    // MARK: What has no price

    @Test(
        "why there is no price",
        arguments: [
            ("ec2.instance", "m9.huge", "us-east-1", "no price of m9.huge (ec2.instance) in any region"),
            ("ec2.instance", "m5.large", "xx-west-9", "no prices of the region xx-west-9"),
            ("ebs.snapshot", "archive", "eu-west-1", "no price of archive (ebs.snapshot) in eu-west-1"),
            ("ecr.storage", nil, "us-east-1", "no price of ecr.storage in any region"),
        ] as [(String, String?, String, String)])
    func gap(item: String, key: String?, region: String, reason: String) {
        let book = PriceBook.bundled()
        #expect(book.price(item, key: key, region: region) == nil)
        #expect(book.gap(item, key: key, region: region) == reason)
    }

    /// "All commercial regions" is what the source says: other partitions have other prices.
    @Test(
        "prices for all commercial regions",
        arguments: [
            ("eu-north-1", true), ("us-east-1", true), ("eu-west-9", true), ("cn-north-1", false),
            ("us-gov-west-1", false), ("eusc-de-east-1", false), ("us-iso-east-1", false), ("us-est-1", false),
            ("", false),
            ("*", true),
        ])
    func everywhere(region: String, isPriced: Bool) {
        let price = PriceBook.bundled().price("secretsmanager.secret", key: nil, region: region)
        #expect((price != nil) == isPriced)
    }

    @Test func anUnknownItemHasNoPrice() {
        #expect(PriceBook.bundled().price("ec2.instances", key: "m5.large", region: "us-east-1") == nil)
        #expect(PriceBook.bundled().price("ec2.instance", key: nil, region: "us-east-1") == nil)
    }
}
