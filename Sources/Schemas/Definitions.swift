/// The `$defs` of a schema: what stands in several places, or in itself, is written once and named.
///
/// A class, because a definition is made while others are, and they refer to each other.
final class Definitions {
    private var values: [String: SchemaValue] = [:]
    private var names: [String: String] = [:]

    /// A reference to the definition called `name`, which is made unless there is one.
    func reference(_ name: String, _ make: () -> SchemaValue) -> SchemaValue {
        if values[name] == nil {
            // It may refer to itself.
            values[name] = .null
            values[name] = make()
        }
        return Self.reference(name)
    }

    /// A reference to a definition that has been made, or is being made.
    static func reference(_ name: String) -> SchemaValue { ["$ref": "#/$defs/\(name)"] }

    /// The name under which something was defined first, which is `name` if it has not been.
    func name(of content: String, else name: String) -> String {
        if let known = names[content] { return known }
        names[content] = name
        return name
    }

    /// All of them in order of name.
    var object: SchemaValue {
        .members(values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) })
    }
}
