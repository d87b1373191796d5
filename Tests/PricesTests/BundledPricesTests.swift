import Prices
import Testing

@Suite struct BundledPrices {
    @Test func listsAnInstance() throws {
        let price = try #require(PriceBook.bundled().price("ec2.instance", key: "m5.large", region: "us-east-1"))
        #expect(price.rate == Rate(tenBillionths: 960_000_000))
        #expect(price.monthly(.one) == 70_080_000)
        #expect(PriceBook.bundled().collected == "2026-11-22")
    }
}
