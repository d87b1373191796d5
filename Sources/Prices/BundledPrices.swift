internal import Diagnostics

extension PriceBook {
    private static let embedded: PriceBook = {
        var result = PriceBook()
        for (name, text) in EmbeddedYAML.files {
            let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            let (book, diagnostics) = read(SourceFile(path: "<prices>/\(name)", text: bytes))
            precondition(!diagnostics.hasErrors, "\(diagnostics[0].message)")
            result.override(with: book)
        }
        // They stand in no file that a user could open.
        for key in result.figures.keys { result.figures[key]!.span = nil }
        for index in result.origins.indices { result.origins[index].dateSpan = nil }
        return result
    }()

    /// The list prices that come with Plumbline; read once a process.
    package static func bundled() -> PriceBook { embedded }
}
