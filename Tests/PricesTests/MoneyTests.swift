import Foundation
import Prices
import SeededRandom
import Testing

/// Rates, and what an amount costs a month.
@Suite struct Money {
    @Test(
        "a price as it is written",
        arguments: [
            ("0.096", 960_000_000), ("0", 0), ("0.0", 0), ("1", 10_000_000_000), ("+1.5", 15_000_000_000),
            ("1.", 10_000_000_000),
            (".5", 5_000_000_000), ("0.0000000001", 1), ("0.10000000000000000000000", 1_000_000_000),
            ("5e-07", 5_000), ("1E2", 1_000_000_000_000), ("1e-10", 1), ("00012.50", 125_000_000_000), ("0e999", 0),
            ("100000000", 1_000_000_000_000_000_000), ("12345678.1234567891", 123_456_781_234_567_891),
        ])
    func reading(text: String, tenBillionths: Int64) throws {
        #expect(try Rate(text).tenBillionths == tenBillionths)
    }

    @Test(
        "a price that is none",
        arguments: [
            ("", .noNumber), ("-", .noNumber), (".", .noNumber), ("e5", .noNumber), ("1e", .noNumber),
            ("1e+", .noNumber),
            ("0x10", .noNumber), ("1_000", .noNumber), ("1 ", .noNumber), ("1.2.3", .noNumber), ("$1", .noNumber),
            ("NaN", .noNumber), (".nan", .notFinite), ("-.inf", .notFinite), (".INF", .notFinite), ("-1", .negative),
            ("-0.0000000001", .negative), ("0.00000000001", .tooFine), ("1e-11", .tooFine), ("1e-9999", .tooFine),
            ("100000000.0000000001", .tooLarge), ("100000001", .tooLarge), ("1e9", .tooLarge), ("1e999", .tooLarge),
            ("1e9999", .tooLarge), ("1.00000000000000000001", .tooFine), ("99999999999999999999999", .tooLarge),
        ] as [(String, RateProblem)])
    func refusing(text: String, problem: RateProblem) {
        #expect(throws: problem) { try Rate(text) }
    }

    @Test func aPriceForManyUnitsIsDividedExactly() throws {
        #expect(try Rate("0.0004", divisor: 1000).text == "0.0000004")
        #expect(throws: RateProblem.tooFine) { try Rate("0.1", divisor: 3) }
        #expect(throws: RateProblem.tooFine) { try Rate("0.000000001", divisor: 1000) }
    }

    @Test("the text of a rate reads back", arguments: 1...200)
    func roundTrip(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let magnitude = Int64.random(in: 0...18, using: &random)
        let limit = (0..<magnitude).reduce(Int64(1)) { value, _ in value * 10 }
        let rate = Rate(tenBillionths: Int64.random(in: 0...limit, using: &random))
        #expect(try Rate(rate.text) == rate)
    }

    // MARK: Months

    private static func price(_ unit: PriceUnit, _ tiers: [(Int64?, String)]) throws -> Price {
        Price(
            tiers: try tiers.map { Price.Tier(upTo: $0.0, rate: try Rate($0.1)) }, unit: unit, source: "", date: "",
            isDerived: false, book: "", span: nil)
    }

    /// The wanted amounts were computed with Python's fractions, whose `round` goes half to even.
    @Test(
        "what an amount costs a month",
        arguments: [
            ("0.096", 1, 1, .hour, 70_080_000),
            ("0.0116", 3, 1, .hour, 25_404_000),
            ("0.08", 100, 1, .gigabyteMonth, 8_000_000),
            ("0.0000005", 1, 1, .gigabyteMonth, 0),
            ("0.0000015", 1, 1, .gigabyteMonth, 2),
            ("0.0000025", 1, 1, .gigabyteMonth, 2),
            ("0.00000051", 1, 1, .gigabyteMonth, 1),
            ("0.023", 1, 3, .gigabyteMonth, 7667),
            ("0.023", 1_234_567_890_123, 1_073_741_824, .gigabyteMonth, 26_444_962),
            ("0.005", 1, 1, .hour, 3_650_000),
            ("0.0000000001", 9999, 1, .gigabyteMonth, 1),
            ("0.0000000001", 5000, 1, .gigabyteMonth, 0),
            ("0.0000000001", 15000, 1, .gigabyteMonth, 2),
            ("0.10", 4_611_686_018_427_387_904, 1_073_741_824, .gigabyteMonth, 429_496_729_600_000),
            ("12.0000000001", 1, 1, .hour, 8_760_000_000),
            ("0.0455", 7, 9, .gigabyteMonth, 35_389),
            ("0.0000000007", 1, 1, .hour, 1),
            ("0.05", 0, 1, .hour, 0),
        ] as [(String, Int64, Int64, PriceUnit, Int64)])
    func months(rate: String, numerator: Int64, denominator: Int64, unit: PriceUnit, micros: Int64) throws {
        let price = try Self.price(unit, [(nil, rate)])
        #expect(price.monthly(Quantity(numerator, over: denominator)) == micros)
    }

    @Test func otherHoursThanThoseOfAMonthMayBeCounted() throws {
        let price = try Self.price(.hour, [(nil, "0.096")])
        #expect(price.monthly(.one, hours: 100) == 9_600_000)
        #expect(price.monthly(.one, hours: 0) == 0)
        #expect(try Self.price(.month, [(nil, "1")]).monthly(Quantity(3), hours: 1) == 3_000_000)
    }

    @Test func amountsBeyondWhatFitsAreClamped() throws {
        let price = try Self.price(.hour, [(nil, "100000000")])
        #expect(price.monthly(Quantity(.max)) == .max)
        #expect(price.monthly(Quantity(.min)) == 0)
    }

    /// io2: https://aws.amazon.com/ebs/pricing/ — up to 32,000, from 32,001 to 64,000, above.
    @Test(
        "tiers at their ends",
        arguments: [
            (0, 0), (1, 65_000), (32_000, 2_080_000_000), (32_001, 2_080_045_500), (64_000, 3_536_000_000),
            (64_001, 3_536_032_000), (70_000, 3_728_000_000),
        ] as [(Int64, Int64)])
    func tiers(amount: Int64, micros: Int64) throws {
        let price = try Self.price(.iopsMonth, [(32_000, "0.065"), (64_000, "0.0455"), (nil, "0.032")])
        #expect(price.monthly(Quantity(amount)) == micros)
    }

    @Test func whatLiesAboveTheLastTierHasNoPrice() throws {
        let price = try Self.price(.gigabyteMonth, [(51_200, "0.023")])
        #expect(price.monthly(Quantity(51_200)) == 1_177_600_000)
        #expect(price.monthly(Quantity(51_201)) == nil)
        #expect(price.monthly(Quantity(51_200 * 1024 + 1, over: 1024)) == nil)
    }

    @Test("fractions agree with Foundation's Decimal", arguments: 1...200)
    func againstDecimal(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let rate = Int64.random(in: 0...1_000_000_000_000, using: &random)
        let amount = Int64.random(in: 0...1_000_000, using: &random)
        let price = Price(
            tiers: [Price.Tier(upTo: nil, rate: Rate(tenBillionths: rate))], unit: .hour, source: "", date: "",
            isDerived: false, book: "", span: nil)
        var exact = Decimal(rate) * Decimal(amount) * 730 / 10_000
        var rounded = Decimal()
        NSDecimalRound(&rounded, &exact, 0, .bankers)
        #expect(Decimal(price.monthly(Quantity(amount))!) == rounded)
    }
}
