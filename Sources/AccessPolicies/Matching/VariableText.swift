/// A value with policy variables: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`, and `${*}`, `${?}`, `${$}` for the
/// characters themselves.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
struct VariableText {
    enum Part: Equatable {
        case text(String)
        /// One of `*`, `?`, `$`, standing for itself.
        case character(String)
        case variable(key: String, default: String?)
    }

    private(set) var parts: [Part] = []

    init(_ text: String) {
        var rest = text[...]
        while let start = rest.firstRange(of: "${") {
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else { break }
            if start.lowerBound > rest.startIndex { parts.append(.text(String(rest[..<start.lowerBound]))) }
            parts.append(Self.variable(rest[start.upperBound..<end]))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
    }

    private static func variable(_ text: Substring) -> Part {
        if text == "*" || text == "?" || text == "$" { return .character(String(text)) }
        guard let comma = text.firstIndex(of: ",") else { return .variable(key: trimmed(text), default: nil) }
        let written = trimmed(text[text.index(after: comma)...])
        let isQuoted = written.count >= 2 && written.first == "'" && written.last == "'"
        return .variable(
            key: trimmed(text[..<comma]), default: isQuoted ? String(written.dropFirst().dropLast()) : written)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    var hasVariables: Bool {
        parts.contains {
            if case .variable = $0 { true } else { false }
        }
    }

    /// The one variable that the value is, if it is nothing else.
    var onlyKey: String? {
        guard parts.count == 1, case .variable(let key, _) = parts[0] else { return nil }
        return key.lowercased()
    }

    /// The value with `*` for every variable, whose value nobody knows, and `?` for an escaped wildcard.
    var asPattern: String {
        parts.reduce(into: "") { result, part in
            switch part {
            case .text(let text): result += text
            case .character(let character): result += character == "$" ? "$" : "?"
            case .variable: result += "*"
            }
        }
    }
}
