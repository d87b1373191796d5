import Catalog
import Diagnostics
import Engine
import Expressions
import Inventory
import Rules
import Testing

/// The reference of functions: every example is true, on a small inventory where it speaks of one.
struct FunctionExampleTests {
    private static let inventory = """
        inventory: 1
        as_of: 2026-01-31T12:00:00Z
        security_groups:
          - id: sg-1
            metrics:
              CPUUtilization:
                stat: Average
                period: 1d
                start: 2026-01-17T00:00:00Z
                values: [3.0, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5]
            ingress:
              - {protocol: tcp, ports: 443, source: 0.0.0.0/0}
              - {protocol: tcp, ports: 22, source: [10.0.0.0/8, sg-1]}
        """

    /// What an expression of a rule gives on the group of the inventory, as `plumb eval` writes it.
    private func value(of text: String) throws -> String {
        let inventory = try Trial.inventory([Self.inventory])
        let segment = try #require(inventory.segments.first)
        let record = try #require(segment.resources.first)
        var environment = Environment()
        RuleEnvironment.extend(&environment, catalog: Trial.catalog, resource: "security_group")
        let (syntax, syntaxErrors) = Parser.parse(text)
        try #require(syntaxErrors.isEmpty, "\(text): \(syntaxErrors)")
        let file = SourceFile(path: "example", text: text.utf8)
        var checker = Checker(environment) { SourceSpan(file: file, start: Int($0.start), end: Int($0.end)) }
        let expression = checker.check(try #require(syntax))
        try #require(checker.errors.isEmpty, "\(text): \(checker.errors.map(\.message))")
        let context = RuleContext(
            InventoryGraph(inventory), (segment, record), now: segment.scope.asOf?.micros, bindings: [:])
        var evaluator = Evaluator(context)
        return try evaluator.value(of: expression).text
    }

    @Test(arguments: ReferenceEntry.all.map(\.example))
    func exampleHolds(example: String) throws {
        #expect(try value(of: example) == "true", "\(example)")
    }

    @Test func everyFunctionIsListed() {
        // `has` is described as the macro that it is.
        #expect(ReferenceEntry.all.count > Function.allCases.count)
        for function in Function.allCases {
            let name = function == .valueAt ? "[]" : function == .optionalValueAt ? "[?]" : function.symbol
            #expect(!ReferenceEntry.named(name).isEmpty, "\(name)")
        }
        for macro in Macro.allCases { #expect(!ReferenceEntry.named(macro.rawValue).isEmpty, "\(macro)") }
    }

    @Test func entriesAreWhole() {
        for entry in ReferenceEntry.all {
            #expect(entry.summary.last == ".", "\(entry.name)")
            #expect(entry.signatures.allSatisfy { $0.contains(" → ") } && !entry.signatures.isEmpty, "\(entry.name)")
            #expect(Set(entry.signatures).count == entry.signatures.count, "\(entry.name)")
        }
    }

    @Test func namesAreUnderstood() {
        #expect(ReferenceEntry.named("-").count == 2)
        #expect(ReferenceEntry.named("greatest").map(\.name) == ["math.greatest"])
        #expect(ReferenceEntry.named("size()").map(\.name) == ["size"])
        #expect(ReferenceEntry.named("has_keys").map(\.name) == ["hasKeys"])
        #expect(ReferenceEntry.named("exists_one").map(\.name) == ["existsOne"])
        #expect(ReferenceEntry.named("nothing").isEmpty)
    }

    @Test func overloadsAreSaidOnce() {
        #expect(
            ReferenceEntry.named("+").first?.signatures == [
                "T + T → T, T: int/uint/double/string/bytes/list<A>/duration", "timestamp + duration → timestamp",
                "duration + timestamp → timestamp",
            ])
        #expect(
            ReferenceEntry.named("<").first?.signatures == [
                "T < T → bool, T: bool/string/timestamp/duration/bytes/usd",
                "int/uint/double < int/uint/double → bool",
            ])
        #expect(
            ReferenceEntry.named("containsIP").first?.signatures == ["cidr.containsIP(ip/string) → bool"])
        #expect(ReferenceEntry.named("in").first?.signatures == ["A in list<A>/map<A, B> → bool"])
    }
}
