/// What the engine asks of expressions that follow references.
extension Expression {
    /// Whether a reference is followed in it.
    package var hasFollowed: Bool {
        if case .followed = kind { return true }
        return parts.contains(where: \.hasFollowed)
    }

    /// Whether it reads an element of a binder around it.
    package var readsElements: Bool {
        switch kind {
        case .element, .key: true
        default: parts.contains(where: \.readsElements)
        }
    }

    /// Whether both are the same chain of fields and references.
    package func isSamePath(as other: Expression) -> Bool {
        switch (kind, other.kind) {
        case (.resource, .resource): true
        case (.element(let a), .element(let b)): a == b
        case (.field(let a, let name), .field(let b, let otherName)): name == otherName && a.isSamePath(as: b)
        case (.followed(let a, let type), .followed(let b, let otherType)):
            type == otherType && a.isSamePath(as: b)
        default: false
        }
    }

    /// The expression with `resource` in place of the reference, wherever it is followed.
    package func replacing(_ reference: Expression) -> Expression {
        if case .followed = kind, isSamePath(as: reference) { return Expression(.resource, type, at: span) }
        func inner(_ expression: Expression) -> Expression { expression.replacing(reference) }
        var result = self
        switch kind {
        case .field(let operand, let name): result.kind = .field(inner(operand), name)
        case .optionalField(let operand, let name): result.kind = .optionalField(inner(operand), name)
        case .presence(let operand, let name): result.kind = .presence(inner(operand), name)
        case .followed(let operand, let type): result.kind = .followed(inner(operand), type: type)
        case .call(let function, let arguments): result.kind = .call(function, arguments.map(inner))
        case .conditional(let test, let yes, let no): result.kind = .conditional(inner(test), inner(yes), inner(no))
        case .quantifier(let quantifier, let over, let body):
            result.kind = .quantifier(quantifier, over: inner(over), body: inner(body))
        default: break
        }
        return result
    }
}
