/// The functions that expressions may call.
package struct FunctionLibrary: Sendable {
    /// In the order of `Function.allCases`.
    package let definitions: [FunctionDefinition]
    private let byFunction: [Function: FunctionDefinition]

    package init(_ definitions: [FunctionDefinition]) {
        let byFunction = Dictionary(uniqueKeysWithValues: definitions.map { ($0.function, $0) })
        self.byFunction = byFunction
        self.definitions = Function.allCases.compactMap { byFunction[$0] }
    }

    package subscript(function: Function) -> FunctionDefinition? { byFunction[function] }

    /// The Common Expression Language's standard definitions and its string, math, encoder, optional and network
    /// extensions, and what the match form adds.
    package static let standard = FunctionLibrary(
        [
            ComparisonFunctions.definitions, Arithmetic.definitions, CollectionFunctions.definitions,
            Conversions.definitions, TextFunctions.definitions, TextMaking.definitions, [TextFormat.definition],
            MathFunctions.definitions, Encoders.definitions, OptionalFunctions.definitions, TimeFunctions.definitions,
            NetworkFunctions.definitions, AddressRelations.definitions, InventoryFunctions.definitions,
            MetricFunctions.definitions, MetricArithmetic.definitions,
        ].flatMap(\.self))
}
