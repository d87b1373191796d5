package import Catalog
package import Diagnostics
internal import Documents
internal import Synchronization
internal import Workers

/// Reads inventories from files and directories into the arena, large files on all cores.
package struct InventoryLoader: Sendable {
    package var catalog: Catalog
    /// Threads to read with.
    package var jobs: Int
    /// Bytes of a piece of a large file; files below twice this are read whole.
    package var pieceSize = 256 << 10

    package init(catalog: Catalog, jobs: Int) {
        self.catalog = catalog
        self.jobs = jobs
    }

    /// What loading gave. The inventory holds the files without errors only.
    package struct Result: Sendable {
        package var inventory: Inventory
        package var diagnostics: [Diagnostic] = []
        package var unreadable: [UnreadableFile] = []
        /// Files found in directories that are no inventories, which were passed over.
        package var others: [(kind: OtherFile, path: String)] = []
    }

    /// Reads every path; a directory stands for the YAML and JSON files in it.
    package func load(paths: [String]) -> Result {
        var result = Result(inventory: Inventory(catalog: catalog))
        var candidates: [InputFiles.Candidate] = []
        var known: Set<String> = []
        for path in paths {
            do {
                let found = try InputFiles.candidates(at: path, withTables: true)
                if found.isEmpty {
                    result.diagnostics.append(
                        Diagnostic(.error, "the directory `\(path)` holds no inventory (.yaml, .yml or .json)", at: nil)
                    )
                }
                candidates += found.filter { known.insert($0.path).inserted }
            } catch {
                result.unreadable.append(error)
            }
        }
        load(candidates, into: &result)
        return result
    }

    /// Reads files that have been found before.
    /// `needsInventory`: whether it is a mistake that there is none among them.
    package func load(_ candidates: [InputFiles.Candidate], needsInventory: Bool = true) -> Result {
        var result = Result(inventory: Inventory(catalog: catalog))
        load(candidates, needsInventory: needsInventory, into: &result)
        return result
    }

    private func load(
        _ candidates: [InputFiles.Candidate], needsInventory: Bool = true, into result: inout Result
    ) {
        let readings = read(candidates)
        for reading in readings {
            result.diagnostics += reading.diagnostics
            if let failure = reading.unreadable { result.unreadable.append(failure) }
            for kind in OtherFile.allCases where reading.others.contains(kind) {
                result.others.append((kind, reading.path))
            }
            guard !reading.diagnostics.hasErrors, reading.unreadable == nil, !reading.isNoInventory,
                reading.metrics == nil, !reading.isOther
            else { continue }
            result.inventory.segments += reading.segments
            result.inventory.coverage.formUnion(reading.coverage)
            result.inventory.inputs.append(
                Inventory.Input(
                    path: reading.path, documents: reading.documents,
                    resources: reading.segments.reduce(0) { $0 + $1.resources.count }))
        }
        if needsInventory, !readings.isEmpty, readings.allSatisfy({ $0.isNoInventory || $0.metrics != nil }) {
            let others = OtherFile.allCases.filter { kind in readings.contains { $0.others.contains(kind) } }
            let kind = readings.contains { $0.metrics != nil } ? "files of metrics" : "\(others[0].name)s"
            result.diagnostics.append(Diagnostic(.error, "there are only \(kind) here, no inventory", at: nil))
        }
        attach(readings.compactMap(\.metrics), to: &result)
        // Over all files, so that a duplicate is told although its file has other errors.
        var everything = Inventory(catalog: catalog)
        everything.segments = readings.flatMap(\.segments)
        result.diagnostics += DuplicateResources.find(in: everything)
        result.diagnostics = Self.inFileOrder(result.diagnostics, readings)
    }

    /// Gives the resources the series that stand in files of their own.
    private func attach(_ files: [MetricFile], to result: inout Result) {
        // Without an inventory there is nobody whose they could be.
        if files.isEmpty || result.diagnostics.hasErrors || result.inventory.segments.isEmpty { return }
        var attachment = SeriesAttachment(result.inventory)
        result.inventory = attachment.attach(files)
        result.diagnostics += attachment.diagnostics
    }

    /// The diagnostics by file as given; those of no file first.
    private static func inFileOrder(_ diagnostics: [Diagnostic], _ readings: [FileReading]) -> [Diagnostic] {
        var order: [ObjectIdentifier: Int] = [:]
        for (index, reading) in readings.enumerated() {
            if let file = reading.file { order[ObjectIdentifier(file)] = index }
        }
        return diagnostics.enumerated().sorted { a, b in
            let (left, right) = (a.element, b.element)
            let first = left.span.map { order[ObjectIdentifier($0.file)] ?? 0 } ?? -1
            let second = right.span.map { order[ObjectIdentifier($0.file)] ?? 0 } ?? -1
            return (first, a.offset) < (second, b.offset)
        }.map(\.element)
    }

    /// Reads inventories that are in memory, for tests and rule examples.
    package func load(_ files: [SourceFile]) -> Result {
        var result = Result(inventory: Inventory(catalog: catalog))
        let worker = LoadingWorker(catalog: catalog)
        var metrics: [MetricFile] = []
        for file in files {
            let reading = worker.readWhole(file, isNamed: true)
            result.diagnostics += reading.diagnostics
            if let series = reading.metrics {
                metrics.append(series)
                continue
            }
            result.inventory.segments += reading.segments
            result.inventory.coverage.formUnion(reading.coverage)
            result.inventory.inputs.append(
                Inventory.Input(
                    path: file.path, documents: reading.documents,
                    resources: reading.segments.reduce(0) { $0 + $1.resources.count }))
        }
        result.diagnostics += DuplicateResources.find(in: result.inventory)
        attach(metrics, to: &result)
        return result
    }

    // MARK: Reading

    /// Three rounds: every file's top level; the pieces of large files; and files whose pieces failed once more, whole.
    private func read(_ candidates: [InputFiles.Candidate]) -> [FileReading] {
        let workers = (0..<max(1, jobs)).map { _ in LoadingWorker(catalog: catalog) }
        let firsts = Results<FileReading>(count: candidates.count)
        Workers.run(count: candidates.count, jobs: jobs) { worker, index in
            firsts.set(index, workers[worker].read(candidates[index], pieceSize: pieceSize))
        }
        var readings = firsts.take()

        let pieces = readings.enumerated().flatMap { file, reading in reading.pending.map { (file, $0) } }
        let segments = Results<Segment?>(count: pieces.count)
        Workers.run(count: pieces.count, jobs: jobs) { worker, index in
            segments.set(index, workers[worker].readPiece(pieces[index].1))
        }
        var failed: Set<Int> = []
        for ((file, piece), segment) in zip(pieces, segments.take()) {
            if let segment {
                readings[file].segments.append(segment)
                readings[file].diagnostics += piece.warnings.take()
            } else {
                failed.insert(file)
            }
        }
        for index in readings.indices where !readings[index].pending.isEmpty {
            if failed.contains(index), let file = readings[index].file {
                readings[index] = workers[0].readWhole(file, isNamed: candidates[index].isNamed)
            } else {
                readings[index].segments.sort { $0.order < $1.order }
            }
        }
        return readings
    }

    /// Results of parallel work by number.
    private final class Results<Value: Sendable>: Sendable {
        private let values: Mutex<[Value?]>
        init(count: Int) { values = Mutex(Array(repeating: nil, count: count)) }
        func set(_ index: Int, _ value: Value) { values.withLock { $0[index] = value } }
        func take() -> [Value] { values.withLock { $0.compactMap(\.self) } }
    }
}

/// What reading one file gave so far.
struct FileReading: Sendable {
    var path: String
    var file: SourceFile?
    var documents = 0
    var segments: [Segment] = []
    /// Collections that its documents state.
    var coverage = Coverage()
    var diagnostics: [Diagnostic] = []
    var unreadable: UnreadableFile?
    /// What it holds instead of inventories.
    var others: Set<OtherFile> = []
    /// The series of a file that holds nothing else.
    var metrics: MetricFile?
    /// Whether it is something else, found in a directory: a table that is none of metrics.
    var isOther = false
    var isNoInventory: Bool { !others.isEmpty }
    /// Pieces still to be read.
    var pending: [PendingPiece] = []
}

/// Items of one collection, to be read by any worker.
struct PendingPiece: Sendable {
    var file: SourceFile
    var range: Range<Int>
    var type: Int
    var surroundings: ResourceDecoder.Surroundings
    var warnings = Warnings()

    /// Warnings of the piece, set by the worker that reads it.
    final class Warnings: Sendable {
        private let list = Mutex<[Diagnostic]>([])
        func set(_ diagnostics: [Diagnostic]) { list.withLock { $0 = diagnostics } }
        func take() -> [Diagnostic] { list.withLock { $0 } }
    }
}
