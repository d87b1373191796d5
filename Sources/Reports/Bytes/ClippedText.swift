/// The text, or its first `limit` characters (Unicode scalars) and an ellipsis.
func clipped(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
        end < scalars.endIndex
    else { return text }
    // The ellipsis is one of the characters allowed.
    return String(scalars[..<scalars.index(before: end)]) + "…"
}

/// The text with every line end and tab turned into a space.
func onOneLine(_ text: String) -> String {
    let breaks: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\t") }
    guard text.utf8.contains(where: breaks) else { return text }
    return String(decoding: text.utf8.map { breaks($0) ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
}
