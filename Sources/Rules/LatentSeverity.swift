internal import Diagnostics
internal import Documents
internal import Expressions
internal import Findings

/// Reads `latent`, the severity of findings that no path makes effective, and the parameter that it declares.
extension ParameterReader {
    /// The key, and the name of the parameter.
    static let latent = "latent"

    /// Reads the key of the rule, if it is there: as a parameter, so that users of the rule may change it like any other.
    mutating func readLatent(of rule: NodeID) {
        let document = context.document
        guard let node = document.value(of: Self.latent, in: rule) else { return }
        // Reports read it, whatever the rule's condition does.
        context.usedParameters.insert(Self.latent)
        let text = document.text(node)
        let names = Severity.allCases.map(\.rawValue)
        if !names.contains(text) {
            context.report("`\(text)` is no severity", node, help: Suggestion.help(for: text, among: names))
            context.brokenParameters.insert(Self.latent)
        }
        if let declared = declaration(of: Self.latent, in: rule) {
            context.report(
                "the key `latent` declares a parameter of this name already", declared,
                help: "give this one another name")
            context.brokenParameters.insert(Self.latent)
        }
        if context.brokenParameters.contains(Self.latent) { return }
        let span = document.span(node)
        var bounds = ParameterBounds()
        bounds.oneOf = names.map { ParameterBounds.Limit(value: .string($0), text: $0, span: span) }
        context.parameters.append(
            Parameter(
                name: Self.latent, type: .string, defaultValue: .string(text), value: .string(text), bounds: bounds,
                meaning: "Severity of a finding that no path makes effective now", span: span))
    }

    /// The severity that the key, or a value from outside, gives to latent findings of the rule; nil without the key.
    func latentSeverity(of rule: NodeID) -> Severity? {
        guard context.document.value(of: Self.latent, in: rule) != nil,
            case .string(let name)? = context.parameters.first(where: { $0.name == Self.latent })?.value
        else { return nil }
        return Severity(rawValue: name)
    }

    /// Where `params` of the rule declares a parameter of this name.
    private func declaration(of name: String, in rule: NodeID) -> NodeID? {
        let document = context.document
        guard let params = document.value(of: "params", in: rule), document[params].kind == .mapping else { return nil }
        return document.pairs(params).first { document.text($0.key) == name }?.key
    }
}
