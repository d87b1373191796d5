/// Something to tell the author of a file: what is wrong, where, and the way out.
package struct Diagnostic: Sendable {
    /// How bad it is. Errors stop the run with exit code 2; warnings do not.
    package enum Severity: String, Sendable { case error, warning }

    package var severity: Severity
    /// One sentence: lower-case start, no final period, names in backquotes.
    package var message: String
    /// The smallest span that shows the fault; nil where no file is to blame.
    package var span: SourceSpan?
    /// The change to make, when there is one.
    package var help: String?
    /// Another place that explains the fault, as the first of two equal keys.
    package var note: Note?

    /// A second place with a word on why it matters.
    package struct Note: Sendable {
        package var message: String
        package var span: SourceSpan
        package init(_ message: String, at span: SourceSpan) {
            self.message = message
            self.span = span
        }
    }

    /// A message quotes what stands in the file, which may be long.
    private static func shortened(_ message: String) -> String {
        message.utf8.count <= 400 ? message : message.prefix(200) + " … " + message.suffix(100)
    }

    package init(
        _ severity: Severity = .error, _ message: String, at span: SourceSpan?, help: String? = nil, note: Note? = nil
    ) {
        self.severity = severity
        self.message = Self.shortened(message)
        self.span = span
        self.help = help
        self.note = note
    }
}

extension Sequence<Diagnostic> {
    /// Whether one of them is an error.
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// In the order of the files given and, within a file, of position; equal ones once.
    package func sortedByPosition() -> [Diagnostic] {
        var order: [ObjectIdentifier: Int] = [:]
        for case let span? in map(\.span) {
            let id = ObjectIdentifier(span.file)
            if order[id] == nil { order[id] = order.count }
        }
        func key(_ diagnostic: Diagnostic) -> (Int, Int, String) {
            guard let span = diagnostic.span else { return (-1, 0, diagnostic.message) }
            return (order[ObjectIdentifier(span.file)] ?? 0, span.start, diagnostic.message)
        }
        var result: [Diagnostic] = []
        var last: (Int, Int, String)?
        for (key, diagnostic) in map({ (key($0), $0) }).sorted(by: { $0.0 < $1.0 }) {
            if let last, last == key { continue }
            last = key
            result.append(diagnostic)
        }
        return result
    }
}
