/// Writes diagnostics for people: `path:line:column: error: message`, the source line, a caret, help.
package struct DiagnosticRenderer: Sendable {
    /// More than this many of one file are counted, not shown.
    package static let limitPerFile = 100

    package var palette: Palette
    package init(palette: Palette) { self.palette = palette }

    /// One diagnostic, ending in a line feed.
    package func render(_ diagnostic: Diagnostic) -> String {
        let role: Palette.Role = diagnostic.severity == .error ? .error : .warning
        let word = palette.paint(diagnostic.severity.rawValue + ":", role)
        let message = VisibleText.escaping(diagnostic.message)
        var result = ""
        if let span = diagnostic.span {
            result += header(span) + " \(word) \(palette.paint(message, .strong))\n" + snippet(span)
        } else {
            result += "\(word) \(palette.paint(message, .strong))\n"
        }
        if let note = diagnostic.note {
            result += "\(header(note.span)) note: \(VisibleText.escaping(note.message))\n"
        }
        if let help = diagnostic.help {
            result += "  \(palette.paint("help:", .help)) \(VisibleText.escaping(help))\n"
        }
        return result
    }

    /// All of them, ordered by file and position, each file's list cut at `limitPerFile`.
    package func render(_ diagnostics: [Diagnostic]) -> String {
        var result = ""
        var shown: [ObjectIdentifier?: Int] = [:]
        var dropped: [(file: SourceFile, count: Int)] = []
        for diagnostic in diagnostics.sortedByPosition() {
            let id = diagnostic.span.map { ObjectIdentifier($0.file) }
            shown[id, default: 0] += 1
            if let file = diagnostic.span?.file, shown[id]! > Self.limitPerFile {
                if let last = dropped.indices.last, dropped[last].file === file {
                    dropped[last].count += 1
                } else {
                    dropped.append((file, 1))
                }
                continue
            }
            result += render(diagnostic)
        }
        for (file, count) in dropped {
            result += "\(VisibleText.escaping(file.path)): \(count) more problem\(count == 1 ? "" : "s") not shown\n"
        }
        return result
    }

    private func header(_ span: SourceSpan) -> String {
        let position = span.file.position(of: span.start)
        return palette.paint("\(VisibleText.escaping(span.file.path)):\(position.line):\(position.column):", .strong)
    }

    /// The source line and the caret, each behind a margin.
    package func snippet(_ span: SourceSpan) -> String {
        let snippet = Snippet(span)
        guard !snippet.text.isEmpty else { return "" }
        let number = String(snippet.line)
        let margin = String(repeating: " ", count: number.count)
        return "  \(palette.paint("\(number) |", .faint)) \(snippet.text)\n"
            + "  \(palette.paint("\(margin) |", .faint)) \(palette.paint(snippet.marker, .error))\n"
    }
}
