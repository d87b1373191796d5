internal import Diagnostics
internal import Documents
internal import Expressions

/// Reads `let`: names for expressions, which conditions, messages and later names use in their stead.
struct DefinitionReader {
    var context: ReadingContext

    init(_ context: ReadingContext) { self.context = context }

    /// Names that mean something already.
    private static let taken = ["resource", "it", "params", "now", "inventory"]

    mutating func read(_ id: NodeID) {
        let document = context.document
        guard document[id].kind == .mapping, document[id].count > 0 else {
            context.report(
                "`let` is a mapping of names to expressions", id,
                help: "write {cpu: resource.metrics.CPUUtilization.average()}")
            return
        }
        for (key, value) in document.pairs(id) { define(document.text(key), key, value) }
    }

    private mutating func define(_ name: String, _ key: NodeID, _ value: NodeID) {
        guard isName(name), !Self.taken.contains(name) else {
            context.report(
                Self.taken.contains(name) ? "`\(name)` means something already" : "`\(name)` is no name", key,
                help: "use letters, digits and `_`, as `busy_days`")
            return
        }
        // No element is in scope: what a name stands for is the same wherever it is used.
        var reader = ExpressionReader(context, binders: [])
        let expression: Expression?
        if context.document[value].isScalar {
            expression = reader.value(value)
            context = reader.context
        } else {
            context.report("`\(name)` stands for an expression", value)
            expression = nil
        }
        if let expression {
            context.definitions[name] = expression
        } else {
            context.brokenDefinitions.insert(name)
        }
    }

    /// Whether an expression can speak of it.
    private func isName(_ text: String) -> Bool {
        guard case .identifier(text, false)? = Array(text.utf8).withUnsafeBufferPointer({ Parser.parse($0) }).0?.kind
        else { return false }
        return true
    }
}
