package import Diagnostics
internal import Documents

/// Every resource type that inventories may hold and rules may speak of. Immutable once read.
package final class Catalog: Sendable {
    /// In order of name.
    package let types: [ResourceType]
    /// The fields of every type and of every record in one; `ResourceType.shape` and `FieldType.detail` point here.
    package let shapes: [Shape]
    /// The values of every enumeration.
    package let enumerations: [NameTable]
    package let collections: NameTable
    package let typeNames: NameTable
    private let shapeNames: NameTable

    init(types: [ResourceType], shapes: [Shape], enumerations: [NameTable]) {
        (self.types, self.shapes, self.enumerations) = (types, shapes, enumerations)
        collections = NameTable(types.map(\.collection))
        typeNames = NameTable(types.map(\.name))
        shapeNames = NameTable(shapes.map(\.name))
    }

    /// The type called `name`.
    package func type(named name: String) -> ResourceType? { typeNames.index(of: name).map { types[$0] } }

    /// The index in `shapes` of the shape called `name`.
    package func shapeIndex(named name: String) -> Int? { shapeNames.index(of: name) }

    /// The shape called `name`: that of a resource type, of a record or of a list's entries.
    package func shape(named name: String) -> Shape? { shapeNames.index(of: name).map { shapes[$0] } }

    /// The shape of a type's fields.
    package func shape(of type: ResourceType) -> Shape { shapes[type.shape] }

    /// The shape of a record or of a list's records; nil for other types.
    package func shape(of type: FieldType) -> Shape? { type.kind == .record ? shapes[type.detail] : nil }

    /// A field's type as catalog files write it: `list<ref<vpc>>`, `enum[a, b]`.
    package func name(of type: FieldType) -> String {
        let element =
            switch type.kind {
            case .reference: "ref<\(types[type.detail].name)>"
            case .enumeration: "enum[\(enumerations[type.detail].names.joined(separator: ", "))]"
            default: type.kind.rawValue
            }
        return type.isList ? "list<\(element)>" : element
    }

    /// The catalog embedded in the binary.
    package static func builtin() -> (catalog: Catalog, diagnostics: [Diagnostic]) {
        read(
            EmbeddedYAML.files.map { name, text in
                let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
                return SourceFile(path: "<catalog>/\(name)", text: bytes)
            })
    }

    /// Reads catalog files: one type each, and one called `common.yaml` with the fields that every type has.
    package static func read(_ files: [SourceFile]) -> (catalog: Catalog, diagnostics: [Diagnostic]) {
        var reader = CatalogReader()
        for file in files {
            let (document, diagnostics) = YAMLReader.read(file)
            reader.diagnostics += diagnostics
            if !diagnostics.hasErrors { reader.add(document) }
        }
        return (reader.finish(), reader.diagnostics)
    }
}
