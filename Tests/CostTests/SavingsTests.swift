import Costing
import Diagnostics
import Engine
import Findings
import Rules
import Testing

/// What findings save: amounts of rules, the cost that they cannot exceed, and what becomes of several on one resource.
struct SavingsTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var volume: String
        var savings: String
        var expected: String
        var testDescription: String { "\(savings) of \(volume)" }
        init(_ volume: String, _ savings: String, _ expected: String) {
            (self.volume, self.savings, self.expected) = (volume, savings, expected)
        }
    }

    private static let asGP3 = "'resource.monthly_cost - resource.cost_as({\"type\": \"gp3\"})'"

    /// gp2 0.10 and gp3 0.08 a GB, 0.005 an IOPS of gp3 above 3000, in us-east-1.
    static let cases: [Case] = [
        Case("{id: v, type: gp2, size: 100}", "monthly_cost", "10.00"),
        Case("{id: v, type: gp2, size: 100, monthly_cost: 7.10}", "monthly_cost", "7.10"),
        Case("{id: v, type: gp2}", "monthly_cost", "the inventory does not state `size`"),
        Case("{id: v, type: gp2, size: 100}", asGP3, "2.00"),
        // gp2 of that size has 6000 IOPS, which gp3 has for 15 dollars.
        Case("{id: v, type: gp2, size: 2000, iops: 6000}", asGP3, "25.00"),
        // Never less than nothing: 100 GB with 9000 IOPS would cost 38.
        Case("{id: v, type: gp2, size: 100, iops: 9000}", asGP3, "0.00"),
        // A stated cost keeps its discount: half of 10 is to half of 8 as 10 to 8.
        Case("{id: v, type: gp2, size: 100, monthly_cost: 5}", asGP3, "1.00"),
        Case("{id: v, type: gp2, size: 100, region: xx-west-9}", asGP3, "no prices of the region xx-west-9"),
        Case(
            "{id: v, type: gp2, size: 100, iops: 4000, region: eu-west-1}", asGP3,
            "no price of gp3 (ebs.iops) in eu-west-1"),
        Case("{id: v, type: gp2, size: 100}", "'resource.cost_as({\"size\": 50})'", "5.00"),
        Case(
            "{id: v, type: gp2, size: 100}",
            "'resource.monthly_cost - resource.cost_as({\"size\": resource.size / 2})'", "5.00"),
        Case("{id: v, type: gp2, size: 100}", "'resource.monthly_cost * 0.35'", "3.50"),
        // At most what the resource costs.
        Case("{id: v, type: gp2, size: 100}", "'resource.monthly_cost * 3.0'", "10.00"),
        Case("{id: v, type: gp2, size: 100}", "'1000.0'", "10.00"),
        Case("{id: v, type: gp2, size: 100}", "'resource.monthly_cost / 3.0'", "3.333333"),
        Case("{id: v, type: gp2, size: 100}", "'1.0 / 0.0'", "the amount of the rule is beyond all prices"),
    ]

    @Test("one finding", arguments: cases)
    func one(test: Case) throws {
        let rules = try Bill.rules(
            "rules:\n" + Bill.rule("r", on: "volume", flag: "{type: gp2}", savings: test.savings))
        let run = Bill.run(try Bill.inventory("volume", test.volume), rules)
        #expect(Bill.savings(run) == [test.expected])
        // What is counted is what is told.
        let isAmount = test.expected.first?.isNumber ?? false
        #expect(run.summary.monthlySavings.exact == (isAmount ? test.expected : "0.00"))
        #expect(run.summary.unpricedFindings == (isAmount ? 0 : 1))
    }

    @Test func theLargestOfAResourceCounts() throws {
        let inventory = try Bill.inventory("volume", "{id: v, type: gp2, size: 100}")
        let texts = [
            Bill.rule("half", on: "volume", flag: "{type: gp2}", savings: "'resource.monthly_cost * 0.5'"),
            Bill.rule("all", on: "volume", flag: "{size: 100}", savings: "monthly_cost"),
            Bill.rule("some", on: "volume", flag: "{size: {above: 1}}", savings: "'2.5'"),
        ]
        for order in [texts, texts.reversed(), [texts[1], texts[0], texts[2]]] {
            let run = Bill.run(inventory, try Bill.rules("rules:\n" + order.joined(separator: "\n")))
            #expect(run.summary.monthlySavings.exact == "10.00")
            let breakdown = Bill.breakdown(run)
            #expect(breakdown.saving.amount.money.exact == "10.00" && breakdown.saving.findings == 3)
            // Each rule as if it were the only one.
            let byRule = breakdown.savingsByRule.mapValues(\.amount.money.exact)
            #expect(byRule == ["half": "5.00", "all": "10.00", "some": "2.50"])
        }
    }

    @Test func entriesOfOneResourceSaveOnce() throws {
        let text = Bill.rule(
            "entries", on: "volume", flag: "'it.instance == \"i-1\" || it.instance == \"i-2\"'",
            savings: "'it.device == \"a\" ? 3.0 : 4.0'",
            more: "    for_each: attachments")
        let volume =
            "{id: v, type: gp2, size: 100, attachments: [{instance: i-1, device: a}, {instance: i-2, device: b}]}"
        let run = Bill.run(try Bill.inventory("volume", volume), try Bill.rules("rules:\n" + text))
        #expect(Bill.savings(run) == ["3.00", "4.00"])
        #expect(run.summary.monthlySavings.exact == "4.00" && run.summary.savingFindings == 2)
        #expect(Bill.breakdown(run).savingsByRule["entries"]?.amount.money.exact == "4.00")
    }

    @Test func whatHasNoPriceIsNoZero() throws {
        let rules = try Bill.rules(
            "rules:\n" + Bill.rule("r", on: "volume", flag: "{type: gp2}", savings: "monthly_cost"))
        let run = Bill.run(try Bill.inventory("volume", "{id: v, type: gp2}"), rules)
        #expect(run.summary.monthlySavings == .zero && run.summary.unpricedFindings == 1)
        // An amount of the inventory's own needs no price, and has no bound where nobody knows the cost.
        let own = try Bill.rules(
            "rules:\n" + Bill.rule("r", on: "reserved_instance", flag: "{count: 1}", savings: "monthly_savings"))
        let reserved = try Bill.inventory("reserved_instance", "{id: r, count: 1, monthly_savings: 84.10}")
        #expect(Bill.run(reserved, own).summary.monthlySavings.exact == "84.10")
    }

    @Test func evidenceNamesTheBook() throws {
        let rules = try Bill.rules(
            "rules:\n" + Bill.rule("r", on: "instance", flag: "{state: running}", savings: "monthly_cost"))
        func evidence(_ instance: String) throws -> [String] {
            let run = Bill.run(try Bill.inventory("instance", instance), rules)
            return run.judgements(inPart: 0, .findings).flatMap(\.evidence).filter { $0.path == "monthly_cost" }.map(
                \.value)
        }
        #expect(
            try evidence("{id: i, type: m5.large, state: running, tenancy: default, lifecycle: on_demand}") == [
                "70.08 (bundled list prices; figures of 2026-11-22; supposing that it is billed as Linux)"
            ])
        #expect(try evidence("{id: i, type: m5.large, state: running, monthly_cost: 50}") == [])
    }

    @Test func messagesTellPricesInDollars() throws {
        let text = Bill.rule("r", on: "volume", flag: "{type: gp2}", savings: "monthly_cost").replacing(
            "message: \"{{ resource }}\"",
            with:
                "message: \"{{ resource.monthly_cost }}, as gp3 {{ resource.cost_as({'type': 'gp3'}) }}, less {{ resource.monthly_cost - resource.cost_as({'type': 'gp3'}) }}\""
        )
        let run = Bill.run(
            try Bill.inventory("volume", "{id: v, type: gp2, size: 33}"), try Bill.rules("rules:\n" + text))
        #expect(run.judgements(inPart: 0, .findings).map(\.message) == ["3.30, as gp3 2.64, less 0.66"])
    }

    @Test func conditionsReadPrices() throws {
        let rules = try Bill.rules(
            "rules:\n" + Bill.rule("r", on: "volume", flag: "{monthly_cost: {above: 9.99}}", savings: "monthly_cost"))
        func verdict(_ volume: String) throws -> Verdict {
            try #require(Bill.run(try Bill.inventory("volume", volume), rules).judgements(inPart: 0, .all).first)
                .verdict
        }
        #expect(try verdict("{id: v, type: gp2, size: 100}") == .noncompliant)
        #expect(try verdict("{id: v, type: gp2, size: 99}") == .compliant)
        #expect(try verdict("{id: v, type: gp2}") == .insufficientData)
        #expect(try verdict("{id: v, type: gp2, size: 100, monthly_cost: 9.99}") == .compliant)
        let reading = try Bill.rules(
            "rules:\n"
                + Bill.rule(
                    "r", on: "volume", flag: "'resource.attachments.exists(a, a.instance.monthly_cost > 50.0)'",
                    savings: "monthly_cost"))
        let inventory = try Bill.inventory([
            """
            inventory: 1
            region: us-east-1
            instances: [{id: i-1, type: m5.large, state: running}]
            volumes: [{id: v, type: gp2, size: 1, attachments: [{instance: i-1}]}]
            """
        ])
        #expect(Bill.run(inventory, reading).summary.verdicts.noncompliant == 1)
    }

    // MARK: Mistakes

    struct Mistake: CustomTestStringConvertible, Sendable {
        var savings: String
        var message: String
        var testDescription: String { savings }
        init(_ savings: String, _ message: String) { (self.savings, self.message) = (savings, message) }
    }

    @Test(
        "mistakes are told when the rule is read",
        arguments: [
            Mistake("monthly_csot", "`monthly_csot` is no usd field of `volume`"),
            Mistake("type", "`type` is no usd field of `volume`"),
            Mistake("'resource.typo - 1.0'", "`volume` has no field `typo`"),
            Mistake("'resource.size'", "`savings` is an amount of dollars, and this is an int"),
            Mistake("'resource.size > 1'", "`savings` is an amount of dollars, and this is a bool"),
            Mistake("'resource.cost_as({\"typ\": \"gp3\"})'", "`volume` has no field `typ`"),
            Mistake("'resource.cost_as({\"type\": \"gp9\"})'", "`gp9` is not one of its values"),
            Mistake("'resource.cost_as({\"size\": \"big\"})'", "`size` is an int, not a string"),
            Mistake("'resource.cost_as({\"monthly_cost\": 1.0})'", "`monthly_cost` is what `cost_as` works out"),
            Mistake("'resource.cost_as({type: \"gp3\"})'", "a key of `cost_as` is the name of a field in quotes"),
            Mistake("'resource.cost_as(\"gp3\")'", "`cost_as` needs a map of the fields that change"),
            Mistake("'resource.size.cost_as({})'", "`cost_as` applies to resources"),
            Mistake("'resource.attachments[0].cost_as({})'", "`cost_as` applies to resources"),
            Mistake("'resource.monthly_cost -'", "a value is missing after `-`"),
        ])
    func mistakes(test: Mistake) throws {
        var set = RuleSet()
        let text = "rules:\n" + Bill.rule("r", on: "volume", flag: "{type: gp2}", savings: test.savings)
        set.add(SourceFile(path: "rules.yaml", text: Array(text.utf8)), catalog: Bill.catalog)
        let told = Bill.complaints(set.diagnostics)
        #expect(told.contains(test.message) && told.contains("rules.yaml:10:") && told.contains("^"), "\(told)")
    }
}
