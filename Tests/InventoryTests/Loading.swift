import Catalog
import Diagnostics
import Inventory

/// Inventories loaded from text, with the embedded catalog.
enum Loading {
    static let catalog: Catalog = Catalog.builtin().catalog
    /// The header most tests begin with.
    static let header = "inventory: 1\naccount: \"111122223333\"\nregion: eu-west-1\n"

    static func load(_ texts: String...) -> InventoryLoader.Result {
        let files = texts.enumerated().map { SourceFile(path: "\($0.offset + 1).yaml", text: $0.element.utf8) }
        return InventoryLoader(catalog: catalog, jobs: 1).load(files)
    }

    /// The text of the diagnostics as a user sees them.
    static func rendered(_ result: InventoryLoader.Result) -> String {
        DiagnosticRenderer(palette: Palette(isEnabled: false)).render(result.diagnostics)
    }

    /// `line:column: message`, one a diagnostic, with `| note …` and `| help …` when there are any.
    static func problems(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.sortedByPosition().map { diagnostic in
            var line = ""
            if let span = diagnostic.span { line = place(span) + ": " }
            if diagnostic.severity == .warning { line += "warning: " }
            line += diagnostic.message
            if let note = diagnostic.note { line += " | note \(place(note.span)): \(note.message)" }
            if let help = diagnostic.help { line += " | help: \(help)" }
            return line
        }
    }

    private static func place(_ span: SourceSpan) -> String {
        let position = span.file.position(of: span.start)
        return "\(position.line):\(position.column)"
    }
}

/// One resource of an inventory and its fields by path.
struct LoadedResource {
    let result: InventoryLoader.Result
    private let segment: Segment?
    private let record: ResourceRecord?

    /// The first resource of the text, which follows the usual header.
    init(_ text: String) {
        result = Loading.load(Loading.header + text)
        segment = result.inventory.segments.first { !$0.resources.isEmpty }
        record = segment?.resources.first
    }

    var problems: [String] { Loading.problems(result.diagnostics) }

    /// The value at a path such as `acl.owner` or `ingress.0.ports`: `unknown` when absent, `null` when there is none,
    /// `no such field` when the catalog has none.
    subscript(path: String) -> String {
        guard let segment, let record else { return "no resource" }
        let catalog = Loading.catalog
        var shape = catalog.shape(of: catalog.types[Int(record.type)])
        var entry: Entry?
        let parts = path.split(separator: ".").map(String.init)
        var at = 0
        while at < parts.count {
            guard let field = shape.field(parts[at]) else { return "no such field" }
            let word: Word
            if let entry {
                word = InventoryDump.word(field.slot, of: entry, segment)
            } else {
                guard case .own(let slot) = field.slot else { return "no such field" }
                word = segment.words[Int(record.slots) + slot]
            }
            at += 1
            if at == parts.count { return InventoryDump(catalog: catalog).value(word, field.type, field, segment) }
            guard let inner = catalog.shape(of: field.type) else { return "no such field" }
            shape = inner
            if field.type.isList {
                guard word.isSet, let index = Int(parts[at]), index < word.listCount else { return "no such entry" }
                entry = EntryList(word, in: segment.words)[index]
                at += 1
            }
        }
        return "no such field"
    }
}
