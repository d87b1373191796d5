/// Literal and folded scalars (YAML 1.2.2 §8.1).
extension ScalarWalk {
    mutating func blockScalar() {
        let isFolded = byte() == UInt8(ascii: ">")
        var (keeps, strips, isExplicit) = (false, false, false)
        at += 1
        while at < end, breakLength(at) == 0, source[at] != UInt8(ascii: "#") {
            switch source[at] {
            case UInt8(ascii: "+"): keeps = true
            case UInt8(ascii: "-"): strips = true
            case UInt8(ascii: "1")...UInt8(ascii: "9"): isExplicit = true
            default: break
            }
            at += 1
        }
        while at < end, breakLength(at) == 0 { at += 1 }
        if at < end { _ = lineBreak() }
        guard let indent = indentation(isExplicit: isExplicit) else { return blankLines(keeps: keeps) }

        var first: LineBreak?
        var others = emptyLines(indent)
        var isMoreIndented = false
        while isContent(indent) {
            at += indent
            let begins = isBlank(at)
            if let line = first {
                if isFolded, !line.isKept, !isMoreIndented, !begins {
                    if others.isEmpty { replace(line.start..<at, with: [0x20]) }
                } else {
                    keep(line)
                }
            }
            others.forEach { keep($0) }
            isMoreIndented = begins
            let start = at
            while at < end, breakLength(at) == 0 { at += 1 }
            keep(start..<at)
            first = breakLength(at) > 0 ? lineBreak() : nil
            others = emptyLines(indent)
        }
        if !strips, let first { keep(first) }
        if keeps { others.forEach { keep($0) } }
    }

    /// The spaces before every line. Without an indicator those of the first line with text; with one, which counts from
    /// an indentation outside the scalar, as many fewer as the value has.
    private func indentation(isExplicit: Bool) -> Int? {
        var (line, at) = (self.at, self.at)
        while at < end, source[at] == 0x20 || breakLength(at) > 0 {
            let length = breakLength(at)
            at += max(length, 1)
            if length > 0 { line = at }
        }
        guard at < end else { return nil }
        guard isExplicit else { return at - line }
        guard let text = value.firstIndex(where: { $0 != 0x20 && $0 != 0x0A }) else { return nil }
        let kept = text - ((value[..<text].lastIndex(of: 0x0A) ?? -1) + 1)
        return at - line - kept
    }

    /// Whether a line of the scalar begins here: the indentation, and more than a line break after it.
    private func isContent(_ indent: Int) -> Bool {
        guard at + indent < end else { return false }
        return source[at..<at + indent].allSatisfy { $0 == 0x20 }
    }

    /// Steps over lines that have no more than the indentation.
    private mutating func emptyLines(_ indent: Int) -> [LineBreak] {
        var lines: [LineBreak] = []
        while true {
            var ahead = at
            while ahead < end, ahead - at < indent, source[ahead] == 0x20 { ahead += 1 }
            guard breakLength(ahead) > 0 else { return lines }
            at = ahead
            lines.append(lineBreak())
        }
    }

    /// A scalar without text: its line breaks are kept or none is.
    private mutating func blankLines(keeps: Bool) {
        guard keeps else { return }
        while at < end {
            if breakLength(at) > 0 { keep(lineBreak()) } else { at += 1 }
        }
    }
}
