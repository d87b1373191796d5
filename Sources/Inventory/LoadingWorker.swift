internal import Catalog
internal import Diagnostics
internal import Documents

/// One thread's means of reading: its tables of common values and its scratch memory, used for one file or piece after
/// another.
final class LoadingWorker: @unchecked Sendable {
    // Used by one thread at a time: `Workers.run` gives each thread a worker number of its own.
    private let catalog: Catalog
    private var decoder: ResourceDecoder
    private var scratch: Document?

    init(catalog: Catalog) {
        self.catalog = catalog
        decoder = ResourceDecoder(catalog: catalog, tables: ValueTables())
    }

    /// Reads a file, but for the pieces it can be cut into.
    func read(_ candidate: InputFiles.Candidate, pieceSize: Int) -> FileReading {
        let file: SourceFile
        do {
            file = try InputFiles.read(candidate)
        } catch {
            return FileReading(path: candidate.path, unreadable: error)
        }
        if file.path.hasSuffix(".csv") { return readTable(file, isNamed: candidate.isNamed) }
        let range = YAMLReader.contentRange(of: file)
        if range.count / 2 >= pieceSize, let documents = FileCutter.cut(file, range: range, pieceSize: pieceSize),
            let reading = readTopLevel(file, documents)
        {
            return reading
        }
        return readWhole(file, isNamed: candidate.isNamed)
    }

    // MARK: Whole files

    /// Reads a file with one parser.
    func readWhole(_ file: SourceFile, isNamed: Bool) -> FileReading {
        if file.path.hasSuffix(".csv") { return readTable(file, isNamed: isNamed) }
        var reading = FileReading(path: file.path, file: file)
        let (document, diagnostics) = YAMLReader.read(file)
        reading.diagnostics = diagnostics
        if diagnostics.hasErrors { return reading }
        let roots = document.roots.filter { !document.isNull(document[$0]) }
        guard !roots.isEmpty else {
            reading.diagnostics.append(
                Diagnostic(
                    .error, "the file is empty", at: SourceSpan(startOf: file),
                    help: "an inventory begins with `inventory: 1`"))
            return reading
        }
        if roots.count == 1, MetricFileReader.reads(document, roots[0]) {
            var reader = MetricFileReader(document, catalog: catalog)
            let (metrics, problems) = reader.read(roots[0])
            reading.diagnostics += problems
            reading.metrics = metrics
            return reading
        }
        for root in roots {
            var reader = DocumentReader(catalog: catalog)
            reader.add(document, root: root)
            reader.finish(file)
            if let other = reader.other {
                takeNote(of: other, isNamed: isNamed, in: &reading, file)
                continue
            }
            reading.diagnostics += reader.diagnostics
            read(reader, reader.collections.indices, into: &reading, file)
            reading.coverage.formUnion(reader.coverage)
            reading.documents += 1
        }
        if reading.isNoInventory, reading.documents > 0 {
            reading.diagnostics.append(
                Diagnostic(
                    .error, "this file mixes rules and inventory", at: SourceSpan(startOf: file),
                    help: "use a file for each"))
        }
        return reading
    }

    /// Reads a table of points; one found in a directory may be a table of something else.
    private func readTable(_ file: SourceFile, isNamed: Bool) -> FileReading {
        var reading = FileReading(path: file.path, file: file)
        var reader = MetricTableReader(file, catalog: catalog)
        guard isNamed || reader.hasHeader() else {
            reading.isOther = true
            return reading
        }
        let (metrics, problems) = reader.read()
        reading.diagnostics = problems
        reading.metrics = metrics
        return reading
    }

    /// Passes over a file that is no inventory, or refuses it where it was named.
    private func takeNote(of other: OtherFile, isNamed: Bool, in reading: inout FileReading, _ file: SourceFile) {
        guard isNamed else {
            reading.others.insert(other)
            return
        }
        reading.diagnostics.append(
            Diagnostic(
                .error, "this is a \(other.name), not an inventory", at: SourceSpan(startOf: file), help: other.help))
    }

    private func read(
        _ reader: DocumentReader, _ collections: Range<Int>, into reading: inout FileReading, _ file: SourceFile
    ) {
        for (type, document, node) in reader.collections[collections] {
            decoder.readCollection(node, type: type, in: document, reader.surroundings)
        }
        reading.diagnostics += decoder.diagnostics
        reading.segments.append(decoder.finish(file: file, scope: reader.surroundings.scope))
    }

    // MARK: Pieces

    /// Reads headers and small collections of a file that was cut; nil when the cut does not parse, which the whole may.
    private func readTopLevel(_ file: SourceFile, _ documents: [FileCutter.DocumentPieces]) -> FileReading? {
        var reading = FileReading(path: file.path, file: file)
        for pieces in documents {
            var reader = DocumentReader(catalog: catalog)
            var items: [(type: Int, range: Range<Int>)] = []
            // Numbers of collections read before each cut one: those before and behind it are segments of their own, so
            // that segments can be brought into input order.
            var splits: [Int] = []
            for piece in pieces {
                switch piece {
                case .pairs(let range):
                    var document = Document(file: file)
                    guard !YAMLReader.read(range, into: &document).hasErrors, document.roots.count <= 1 else {
                        return nil
                    }
                    guard let root = document.roots.first, !document.isNull(document[root]) else { continue }
                    reader.add(document, root: root)
                case .items(let key, let range):
                    let span = SourceSpan(file: file, start: key.lowerBound, end: key.upperBound)
                    guard let type = reader.addCollection(named: file.text(key), at: span) else { return nil }
                    items.append((type, range))
                    splits.append(reader.collections.count)
                }
            }
            reader.finish(file)
            guard reader.diagnostics.isEmpty, reader.other == nil else { return nil }
            var from = 0
            for to in splits + [reader.collections.count] where to > from {
                read(reader, from..<to, into: &reading, file)
                from = to
            }
            guard !reading.diagnostics.hasErrors else { return nil }
            reading.coverage.formUnion(reader.coverage)
            for (type, range) in items {
                reading.pending.append(
                    PendingPiece(file: file, range: range, type: type, surroundings: reader.surroundings))
            }
            reading.documents += 1
        }
        return reading.pending.isEmpty ? nil : reading
    }

    /// Reads the items of a piece; nil when there is an error, which reading the whole file will tell better.
    func readPiece(_ piece: PendingPiece) -> Segment? {
        if scratch?.file !== piece.file { scratch = Document(file: piece.file) }
        // Moved out while it is used, so that filling it does not copy it.
        var document = scratch.take()!
        document.removeAll()
        defer { scratch = document }
        guard !YAMLReader.read(piece.range, into: &document, outerDepth: 1).hasErrors, document.roots.count == 1 else {
            return nil
        }
        decoder.readCollection(document.roots[0], type: piece.type, in: document, piece.surroundings)
        let diagnostics = decoder.diagnostics
        guard !diagnostics.hasErrors else {
            decoder.removeAll()
            return nil
        }
        piece.warnings.set(diagnostics)
        return decoder.finish(file: piece.file, scope: piece.surroundings.scope)
    }
}
