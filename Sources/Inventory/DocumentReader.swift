internal import Catalog
internal import Diagnostics
internal import Documents

/// The top level of one inventory document: its header, and its collections still as nodes.
///
/// A document that was cut has its top-level pairs in several `Document`s; they are added one after the other.
struct DocumentReader {
    let catalog: Catalog
    private(set) var surroundings = ResourceDecoder.Surroundings()
    /// Collections in the order written: index of the type, and its value.
    private(set) var collections: [(type: Int, document: Document, node: NodeID)] = []
    /// Types of the collections stated, those in pieces included.
    private var statedTypes: Set<Int> = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var hasHeader = false
    /// What the document is instead of an inventory, as a directory may hold beside them.
    private(set) var other: OtherFile?
    private var firstKey: SourceSpan?
    private var seen: [String: SourceSpan] = [:]

    static let headerKeys = ["inventory", "as_of", "account", "region"]
    /// The format version this program reads.
    static let version = "1"

    init(catalog: Catalog) { self.catalog = catalog }

    mutating func add(_ document: Document, root: NodeID) {
        guard document[root].kind == .mapping else {
            report("an inventory document is a mapping that begins with `inventory: 1`", document.span(root))
            return
        }
        for (key, value) in document.pairs(root) {
            if firstKey == nil { firstKey = document.span(key) }
            addPair(document, key, value)
        }
    }

    /// Takes note of a collection that was cut into pieces; returns the index of its type.
    mutating func addCollection(named name: String, at span: SourceSpan) -> Int? {
        if firstKey == nil { firstKey = span }
        return collectionIndex(name, span)
    }

    /// The collections stated for the document's account and region; asked when all of it has been added.
    var coverage: Coverage {
        var result = Coverage()
        for type in statedTypes {
            result.insert(type: type, account: surroundings.scope.account, region: surroundings.scope.region)
        }
        return result
    }

    /// Checks what only the whole document can show.
    mutating func finish(_ file: SourceFile) {
        if !hasHeader, collections.isEmpty, let kind = OtherFile.allCases.first(where: { seen[$0.rawValue] != nil }) {
            other = kind
            // A price book has keys of its own, which are told of by who reads it.
            diagnostics.removeAll()
            return
        }
        for kind in OtherFile.allCases {
            guard let span = seen[kind.rawValue] else { continue }
            let help =
                kind == .prices
                ? "price books stand in files of their own" : "rules and their tests stand in files of their own"
            report("unknown collection `\(kind.rawValue)`", span, help: help)
        }
        if !hasHeader, diagnostics.isEmpty || !collections.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .error, "no `inventory:` header", at: firstKey ?? SourceSpan(startOf: file),
                    help: "begin every inventory document with `inventory: \(Self.version)`"))
        }
    }

    private mutating func addPair(_ document: Document, _ key: NodeID, _ value: NodeID) {
        let name = document.text(key)
        switch name {
        case "inventory":
            hasHeader = true
            note(name, document.span(key))
            if document.text(value) != Self.version {
                report(
                    "inventory format `\(document.text(value))` is not known", document.span(value),
                    help: "write `inventory: 1`")
            }
        case "as_of":
            note(name, document.span(key))
            surroundings.scope.asOf = Timestamp(document.text(value))
            if surroundings.scope.asOf == nil {
                report(
                    "`\(document.text(value))` is not a time, which `as_of` needs", document.span(value),
                    help: "write a time such as 2026-01-31T12:00:00Z")
            }
        case "account":
            note(name, document.span(key))
            let text = document.text(value)
            guard text.utf8.count == 12, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                report(
                    "`\(text)` is not an account id", document.span(value),
                    help: "an account id has 12 digits; leading zeros count")
                return
            }
            (surroundings.scope.account, surroundings.accountWord) = (text, slice(document[value]))
        case "region":
            note(name, document.span(key))
            guard document[value].isScalar, !document.isNull(document[value]) else {
                report("`region` is the name of a region", document.span(value))
                return
            }
            (surroundings.scope.region, surroundings.regionWord) = (document.text(value), slice(document[value]))
        default:
            if let type = collectionIndex(name, document.span(key)) { collections.append((type, document, value)) }
        }
    }

    private func slice(_ node: Node) -> Word? {
        node.isPooled ? nil : Word(textAt: Int(node.first), count: Int(node.count))
    }

    private mutating func collectionIndex(_ name: String, _ span: SourceSpan) -> Int? {
        note(name, span)
        if let type = catalog.collections.index(of: name) {
            statedTypes.insert(type)
            return type
        }
        // What other files are is recognised by these keys; `finish` decides.
        if OtherFile(rawValue: name) != nil { return nil }
        if catalog.typeNames.index(of: name) != nil {
            report(
                "unknown collection `\(name)`", span,
                help: "collections are plural: `\(catalog.type(named: name)!.collection)`")
        } else {
            report(
                "unknown collection `\(name)`", span,
                help: Suggestion.help(for: name, among: Self.headerKeys + catalog.collections.names))
        }
        return nil
    }

    /// The parser finds equal keys in one piece; here those of different pieces meet.
    private mutating func note(_ key: String, _ span: SourceSpan) {
        if let first = seen[key], first.start != span.start {
            diagnostics.append(
                Diagnostic(
                    .error, "the key `\(key)` stands twice in one mapping", at: span,
                    help: "remove one of the two, or make both one list",
                    note: Diagnostic.Note("it stands here first", at: first)))
        }
        seen[key] = span
    }

    private mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: span, help: help))
    }
}
