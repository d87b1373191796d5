package import Catalog
package import Diagnostics
internal import Documents
internal import Synchronization

/// The cost models of the types of a catalog, each read when it is first asked for: most runs ask for a few.
package final class CostModels: Sendable {
    private let catalog: Catalog
    private let read: Mutex<[CostModel??]>

    package init(_ catalog: Catalog) {
        self.catalog = catalog
        read = Mutex(Array(repeating: nil, count: catalog.types.count))
    }

    /// The model of a type by its index in the catalog; nil where there is none.
    package func model(of type: Int) -> CostModel? {
        if let known = read.withLock({ $0[type] }) { return known }
        let model = Self.read(catalog.types[type], catalog)?.model
        read.withLock { $0[type] = .some(model) }
        return model
    }

    /// What is wrong with any of the models: nothing, as a test sees to.
    package func problems() -> [Diagnostic] {
        catalog.types.flatMap { Self.read($0, catalog)?.problems ?? [] }
    }

    /// The types that have models.
    package static var types: [String] { EmbeddedYAML.files.map { String(String(describing: $0.name).dropLast(5)) } }

    private static func read(_ type: ResourceType, _ catalog: Catalog) -> (model: CostModel, problems: [Diagnostic])? {
        let name = type.name + ".yaml"
        guard let file = EmbeddedYAML.files.first(where: { String(describing: $0.name) == name }) else { return nil }
        let bytes = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
        let source = SourceFile(path: "<cost model>/\(name)", text: bytes)
        let (document, diagnostics) = YAMLReader.read(source)
        guard !diagnostics.hasErrors else { return (CostModel(), diagnostics) }
        var reader = CostModelReader(document, about: type, catalog)
        let model = reader.read()
        return (model, diagnostics + reader.diagnostics)
    }
}
