import Expressions

/// The outline of an expression's tree, or its errors.
func outline(_ text: String) -> String {
    let (syntax, errors) = Parser.parse(text)
    return syntax?.outline ?? errors.map { line($0, text) }.joined(separator: "\n")
}

/// The text with the error's place marked, the message, and the help: `a ⟦=⟧ b: message | help`.
func line(_ error: SyntaxError, _ text: String) -> String {
    var bytes = Array(text.utf8)
    let (start, end) = (min(Int(error.range.start), bytes.count), min(Int(error.range.end), bytes.count))
    bytes.insert(contentsOf: "⟧".utf8, at: end)
    bytes.insert(contentsOf: "⟦".utf8, at: start)
    let marked = String(decoding: bytes, as: UTF8.self)
    return "\(marked): \(error.message)" + (error.help.map { " | \($0)" } ?? "")
}
