import Diagnostics
import Prices
import Testing

/// Users' books over the bundled one.
@Suite struct Overrides {
    private func book(_ figures: String..., over books: [Book] = []) throws -> PriceBook {
        var result = PriceBook.bundled()
        let last = Book(
            "prices: 1\nname: last\ndate: 2026-11-01\nsource: contract\nfigures:\n"
                + figures.map { "- \($0)\n" }.joined())
        for book in books + [last] {
            #expect(book.problems == [])
            result.override(with: book.book)
        }
        return result
    }

    @Test func aUsersFigureWins() throws {
        let book = try book("{item: ec2.instance, key: m5.large, region: us-east-1, per: hour, usd: 0.08}")
        let price = try #require(book.price("ec2.instance", key: "m5.large", region: "us-east-1"))
        #expect(price.rate.text == "0.08" && price.source == "contract" && price.date == "2026-11-01")
        #expect(price.book == "last" && price.span?.text == "0.08")
        // The others stay.
        #expect(book.price("ec2.instance", key: "m5.large", region: "us-east-2")?.rate.text == "0.096")
        #expect(book.collected == "2026-11-22")
        #expect(book.origins.map(\.name) == ["bundled list prices", "last"])
    }

    @Test func aPriceMayHaveItsSign() throws {
        let book = try book("{item: kms.key, region: us-east-1, per: month, usd: $0.70}")
        #expect(book.price("kms.key", key: nil, region: "us-east-1")?.rate.text == "0.70")
    }

    @Test func theLaterOfTwoBooksWins() throws {
        let first = Book(figures: "{item: kms.key, region: us-east-1, per: month, usd: 0.5}")
        let book = try book("{item: kms.key, region: us-east-1, per: month, usd: 0.7}", over: [first])
        #expect(book.price("kms.key", key: nil, region: "us-east-1")?.rate.text == "0.70")
    }

    @Test func aFigureForAllRegionsCoversThoseOfOne() throws {
        let gov = Book(figures: "{item: ebs.storage, key: gp3, region: us-gov-west-1, per: GB-month, usd: 0.096}")
        let book = try book(
            "{item: ebs.storage, key: gp3, region: \"*\", per: GB-month, usd: 0.05}",
            "{item: ebs.storage, key: gp3, region: eu-west-1, per: GB-month, usd: 0.06}", over: [gov])
        func rate(_ region: String) -> String? { book.price("ebs.storage", key: "gp3", region: region)?.rate.text }
        #expect(rate("us-east-1") == "0.05" && rate("eu-north-1") == "0.05")
        // In the same book, a region of its own wins; other partitions are not commercial regions.
        #expect(rate("eu-west-1") == "0.06")
        #expect(rate("us-gov-west-1") == "0.096" && rate("cn-north-1") == nil)
        #expect(book.price("ebs.storage", key: "gp2", region: "us-east-1")?.rate.text == "0.10")
    }

    @Test func tablesTiersAndSources() throws {
        let book = Book(
            """
            prices: 1
            date: 2026-11
            sources: {eu: {source: the EU contract, date: 2026-10-05 (draft)}}
            figures:
              - item: ec2.instance
                per: hour
                from: eu
                derived: true
                regions: [eu-west-1, eu-central-1]
                usd: {m5.large: [0.09, ~], m5.xlarge: [0.18, 0.2]}
              - {item: s3.requests, key: standard_read, per: 1000 requests, from: eu, usd: {eu-west-1: 0.0003}}
              - {item: ebs.iops, key: io2, per: IOPS-month, from: eu, usd: {eu-west-1: [{up_to: 32000, usd: 0.06}, {usd: 0.04}]}}
              - {item: rds.instance, key: db.m5.large postgres multi-az, region: eu-west-1, per: hour, usd: 0.3, from: eu}
            """)
        #expect(book.problems == [])
        func price(_ item: String, _ key: String, _ region: String) -> Price? {
            book.book.price(item, key: key, region: region)
        }
        #expect(price("ec2.instance", "m5.large", "eu-west-1")?.isDerived == true)
        #expect(price("ec2.instance", "m5.large", "eu-west-1")?.date == "2026-10-05 (draft)")
        #expect(price("ec2.instance", "m5.large", "eu-central-1") == nil)
        #expect(price("s3.requests", "standard_read", "eu-west-1")?.rate.text == "0.0000003")
        #expect(price("ebs.iops", "io2", "eu-west-1")?.monthly(Quantity(33_000)) == 1_960_000_000)
        #expect(price("rds.instance", "db.m5.large postgres multi-az", "eu-west-1") != nil)
        // A book without a name goes by its file.
        #expect(book.book.origins[0].name == "prices.yaml")
    }
}
