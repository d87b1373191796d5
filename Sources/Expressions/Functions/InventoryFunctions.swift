/// What can only be answered by whoever knows the inventory and what it leaves open: the evaluator, which never calls the
/// bodies here.
enum InventoryFunctions {
    static let definitions: [FunctionDefinition] = [
        definition(
            .has, [.global(.parameter("A"), gives: .bool)],
            "Whether there is a value; unknown when the inventory is silent.",
            example: "has({'a': 1}.a)"),
        definition(
            .stated, [.global(.parameter("A"), gives: .bool)],
            "Whether the inventory itself says something; never unknown.", example: "stated(resource.id)"),
        definition(
            .admits, [.member(.list(.parameter("A")), .map(.string, .dyn), gives: .bool)],
            "Whether the entries of a security group or network ACL together let the traffic through.",
            example: "!resource.ingress.admits({'source': 'internet', 'protocol': 'tcp', 'port': 22})"),
        definition(
            .age, [.member(.timestamp, gives: .duration), .global(.timestamp, gives: .duration)],
            "The time since, measured from the inventory's `as_of`.", example: "age(now) == duration('0s')"),
        definition(
            .costAs, [.member(.parameter("A"), .map(.string, .dyn), gives: .usd)],
            "What a resource would cost a month with these fields changed, by the prices of the run.",
            example: "resource.cost_as({'name': 'another'}) == 0.0"),
    ]

    private static func definition(
        _ function: Function, _ overloads: [Overload], _ summary: String, example: String
    ) -> FunctionDefinition {
        FunctionDefinition(function, overloads, summary, example: example, any: { _ in nil })
    }
}
