import SeededRandom

/// Scalars in all styles whose characters, but blanks and quotes, are all different.
enum RandomScalar {
    private static let first: UInt32 = 0x4E00
    /// Escapes and quotes that stand for other characters.
    static let others = ["''", "\\\"", "\\\\", "\\t", "\\n", "\\ ", "\\x41", "\"", "'", "\\"]

    /// The character as text, if it occurs once.
    static func unique(_ scalar: Unicode.Scalar) -> String? { scalar.value >= first ? String(scalar) : nil }
    static func escape(_ scalar: Unicode.Scalar) -> String { "\\u" + String(scalar.value, radix: 16) }

    /// A mapping of one pair.
    static func text(_ generator: inout SeededGenerator) -> String {
        let lineBreak = generator.pick(["\n", "\n", "\n", "\r\n", "\r"])
        var head = generator.pick(["a:", "? a" + lineBreak + ":", "a:"])
        if generator.once(in: 6) {
            head += generator.pick([" &x", " !!str", " &x !!str", " !!str &x", " &x" + lineBreak])
        }
        var next = first
        let text =
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: " " + flow(&generator, lineBreak, &next, quote: "")
            case 1: " '" + flow(&generator, lineBreak, &next, quote: "'") + "'"
            case 2: " \"" + flow(&generator, lineBreak, &next, quote: "\"") + "\""
            default: block(&generator, lineBreak, &next)
            }
        return head + text + generator.pick(["", lineBreak, lineBreak + "b: c" + lineBreak])
    }

    private static func word(_ generator: inout SeededGenerator, _ next: inout UInt32, quote: String) -> String {
        var word = ""
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let scalar = Unicode.Scalar(next)!
            next += 1
            word += quote == "\"" && generator.once(in: 4) ? escape(scalar) : String(scalar)
            guard generator.once(in: 4) else { continue }
            switch quote {
            case "\"": word += generator.pick(["\\\"", "\\\\", "\\t", "\\n", "\\ ", "\\x41", "'"])
            case "'": word += generator.pick(["''", "\"", "\\"])
            default: break
            }
        }
        return word
    }

    private static func flow(
        _ generator: inout SeededGenerator, _ lineBreak: String, _ next: inout UInt32, quote: String
    ) -> String {
        var text = quote.isEmpty ? word(&generator, &next, quote: quote) : ""
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: text += generator.pick([" ", "  ", "\t", " \t"])
            case 1: text += generator.pick(["", " ", "\t"]) + lineBreak + generator.pick([" ", "  ", " \t"])
            case 2: text += lineBreak + generator.pick(["", "  "]) + lineBreak + "  "
            case 3 where quote == "\"":
                text += "\\" + lineBreak + generator.pick([" ", "  ", " " + lineBreak + " "])
            case 4 where generator.once(in: 3): text += generator.pick(["\u{85} ", "\u{2028} ", "\u{2029}  "])
            default: break
            }
            text += word(&generator, &next, quote: quote)
        }
        if !quote.isEmpty, generator.once(in: 4) {
            text += generator.pick([" ", lineBreak + " ", "  " + lineBreak + " "])
        }
        return text
    }

    private static func block(_ generator: inout SeededGenerator, _ lineBreak: String, _ next: inout UInt32) -> String {
        let indent = Int.random(in: 1...4, using: &generator)
        var chomping = generator.pick(["", "", "-", "+"])
        let isExplicit = generator.once(in: 4)
        if isExplicit { chomping = generator.pick(["\(indent)" + chomping, chomping + "\(indent)"]) }
        var text = generator.pick([" |", " >"]) + chomping + generator.pick(["", " ", " # b"]) + lineBreak
        let spaces = String(repeating: " ", count: indent)
        for line in 0..<Int.random(in: 0...7, using: &generator) {
            if generator.once(in: 4) {
                text += String(repeating: " ", count: Int.random(in: 0...indent, using: &generator)) + lineBreak
                continue
            }
            text += spaces
            if line > 0 || isExplicit, generator.once(in: 4) { text += generator.pick([" ", "  ", "\t", " \t "]) }
            text += word(&generator, &next, quote: "")
            if generator.once(in: 3) { text += generator.pick([" ", "\t", " " + word(&generator, &next, quote: "")]) }
            text +=
                generator.once(in: 12)
                ? "\u{2028}" + spaces + word(&generator, &next, quote: "") + lineBreak : lineBreak
        }
        return text
    }
}
