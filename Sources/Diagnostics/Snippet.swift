/// The source line of a span with a caret under the exact part, as all messages show it.
package struct Snippet: Sendable {
    /// The line's number, from 1.
    package var line: Int
    /// The column of the span's first character, from 1.
    package var column: Int
    /// Line and column just after the span.
    package var endLine: Int
    package var endColumn: Int
    /// The visible text of the line, cut to a window around the span when it is very long.
    package var text: String
    /// Spaces and carets that go below `text`.
    package var marker: String

    /// Characters of a line that are shown; one-line JSON files are real.
    private static let window = 160

    /// Reads the line of `span` from its file.
    package init(_ span: SourceSpan) {
        let start = span.file.position(of: span.start)
        (line, column) = (start.line, start.column)
        if let plain = Self.plainLine(span, lineStart: start.lineStart) {
            (text, marker) = plain
            (endLine, endColumn) = (start.line, start.column + span.end - span.start)
            return
        }
        let end = span.file.position(of: span.end)
        (endLine, endColumn) = (end.line, end.column)
        let bytes = span.file.bytes
        // A window in bytes first: a line may be as long as the file.
        var from = max(start.lineStart, span.start - Self.window * 4)
        while from < span.start, bytes[from] & 0xC0 == 0x80 { from += 1 }
        var to = span.start
        while to < bytes.count, bytes[to] != UInt8(ascii: "\n"), to - span.start < Self.window * 4 { to += 1 }
        while to > span.start, to < bytes.count, bytes[to] & 0xC0 == 0x80 { to -= 1 }
        let before = Self.visible(span.file.text(from..<span.start))
        let markedEnd = min(span.end, to)
        let marked = Self.visible(span.file.text(span.start..<max(span.start, markedEnd)))
        let after = Self.visible(span.file.text(max(span.start, markedEnd)..<to))

        let lead = before.count > Self.window / 2 ? "…" + before.suffix(Self.window / 2) : before
        let room = max(8, Self.window - lead.count)
        let shownMark = marked.count > room ? marked.prefix(room) + "…" : marked
        let left = max(0, room - shownMark.count)
        // The window may have ended before the line does.
        let isCut = marked.count <= room && to < bytes.count && bytes[to] != UInt8(ascii: "\n")
        let tail = after.count > left || isCut ? after.prefix(left) + "…" : after
        text = lead + shownMark + tail
        let width = max(1, Self.width(shownMark))
        marker = String(repeating: " ", count: Self.width(lead)) + String(repeating: "^", count: width)
        while text.last == " " { text.removeLast() }
    }

    /// Line and marker of the common case, where every byte is a visible ASCII character and the line is short: columns
    /// are bytes. Nil otherwise.
    private static func plainLine(_ span: SourceSpan, lineStart: Int) -> (text: String, marker: String)? {
        let bytes = span.file.bytes
        guard span.start - lineStart <= window / 2 else { return nil }
        var end = lineStart
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
            guard (0x20..<0x7F).contains(bytes[end]), end - lineStart < window else { return nil }
            end += 1
        }
        guard span.end <= end else { return nil }
        let width = max(1, span.end - span.start)
        var last = end
        while last > lineStart, bytes[last - 1] == 0x20 { last -= 1 }
        let text = String(decoding: bytes[lineStart..<last], as: UTF8.self)
        let lead = span.start - lineStart
        let marker = String(unsafeUninitializedCapacity: lead + width) { buffer in
            for at in 0..<lead + width { buffer[at] = at < lead ? UInt8(ascii: " ") : UInt8(ascii: "^") }
            return lead + width
        }
        return (text, marker)
    }

    /// Tabs become four spaces so that the caret stays under its character; the rest is escaped.
    private static func visible(_ text: String) -> String {
        var text = text
        while text.last == "\r" || text.last == "\r\n" || text.last == "\n" { text.removeLast() }
        if text.utf8.contains(UInt8(ascii: "\t")) {
            text = text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ")
        }
        return VisibleText.escaping(text)
    }

    /// Terminal columns: East Asian wide characters and emoji take two (Unicode UAX #11, in outline).
    private static func width(_ text: String) -> Int {
        var width = 0
        for character in text {
            guard let scalar = character.unicodeScalars.first else { continue }
            switch scalar.value {
            case 0x231A...0x231B, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615, 0x26A1, 0x2705, 0x270A...0x270B,
                0x2728,
                0x274C, 0x274E, 0x2753...0x2755, 0x2757, 0x2795...0x2797, 0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB,
                0x1F90C...0x1FAFF, 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
                0xFE30...0xFE6F,
                0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
                width += 2
            default: width += 1
            }
        }
        return width
    }
}
