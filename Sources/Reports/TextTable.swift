package import Diagnostics

/// Rows of text whose columns begin at the same place.
package struct TextTable {
    private var rows: [[(text: String, role: Palette.Role?)]] = []

    /// One without rows.
    package init() {}

    /// Adds a row; the texts are escaped here.
    package mutating func add(_ cells: [(text: String, role: Palette.Role?)]) {
        rows.append(cells.map { (VisibleText.escaping($0.text), $0.role) })
    }

    /// The rows, each with an indent and a line feed, and what follows a row where there is something.
    package func lines(_ palette: Palette, indent: String) -> [String] {
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], TextColumns.count(cell.text))
            }
        }
        return rows.map { row in
            var line = indent
            for (column, cell) in row.enumerated() {
                line += cell.role.map { palette.paint(cell.text, $0) } ?? cell.text
                let isLast = row[(column + 1)...].allSatisfy(\.text.isEmpty)
                if isLast { break }
                line += String(repeating: " ", count: widths[column] - TextColumns.count(cell.text) + 2)
            }
            return line + "\n"
        }
    }
}

extension SourceSpan {
    /// `file:line:column`
    package var place: String {
        let position = file.position(of: start)
        return "\(file.path):\(position.line):\(position.column)"
    }
}
