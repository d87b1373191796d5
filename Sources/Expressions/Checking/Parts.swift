extension Expression {
    /// The expressions directly inside this one, in the order in which they were written.
    package var parts: [Expression] {
        switch kind {
        case .literal, .parameter, .resource, .element, .key, .variable, .failure: []
        case .field(let operand, _), .optionalField(let operand, _), .presence(let operand, _),
            .followed(let operand, _):
            [operand]
        case .call(_, let arguments): arguments
        case .conditional(let condition, let yes, let no): [condition, yes, no]
        case .quantifier(_, let over, let body): [over, body]
        case .comprehension(let macro):
            [macro.over] + (macro.predicate.map { [$0] } ?? []) + (macro.transform.map { [$0] } ?? [])
        case .bind(let value, let body): [value, body]
        case .optionalMap(let operand, let body, _): [operand, body]
        case .list(let elements): elements.map(\.value)
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        }
    }
}
