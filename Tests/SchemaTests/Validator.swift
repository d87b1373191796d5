import Catalog
import Foundation
import Schemas

/// An independent validator: the Python package jsonschema, which reads the schema as an editor does.
enum Validator {
    /// What is to be validated.
    struct Task: Encodable {
        var text: String?
        var path: String?
        /// Type to collection; the file's rules then are not validated themselves, but their tests as inventories.
        var rules: [String: String]?

        static func text(_ text: String) -> Task { Task(text: text) }
        static func file(_ path: String) -> Task { Task(path: Repository.file(path)) }
    }

    /// What the validator says of one task.
    struct Outcome: Decodable {
        struct Problem: Decodable, Hashable {
            /// Where the value stands: `/buckets/0/versioning`.
            var place: String
            /// The keyword of the schema that it does not fit.
            var keyword: String
            var message: String
        }
        var documents: Int
        var errors: [Problem]
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// The interpreter that has the packages; nil, after saying so, where there is none.
    static let python: String? = {
        let own = Repository.file(".build/venv/bin/python3")
        let python = FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
        if let probe = try? run([python, "-c", "import jsonschema, yaml"], input: Data()), probe.code == 0 {
            return python
        }
        print("left out: validation by the JSON Schemas; needs jsonschema and PyYAML (make setup-test)")
        return nil
    }()

    /// What the validator says of each task; nil where it cannot be run. Checks the schema against its own, too.
    static func validate(_ tasks: [Task], against schema: String) throws -> [Outcome]? {
        guard let python else { return nil }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("schema-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(schema.utf8).write(to: file)
        let script = Repository.file("Tests/SchemaTests/validate.py")
        let result = try run([python, script, file.path], input: try JSONEncoder().encode(tasks))
        guard result.code == 0 else {
            throw Failure(description: String(decoding: result.complaints, as: UTF8.self))
        }
        return try JSONDecoder().decode([Outcome].self, from: result.output)
    }

    private static func run(
        _ arguments: [String], input: Data
    ) throws -> (code: Int32, output: Data, complaints: Data) {
        // Files rather than pipes, of which one that nobody reads would stop the process.
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("validate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let files = ["input", "output", "complaints"].map { place.appendingPathComponent($0) }
        try input.write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try Data(contentsOf: files[1]), try Data(contentsOf: files[2]))
    }
}

/// Where the sources are, and what is made of them.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let catalog = Catalog.builtin().catalog
    static let inventorySchema = InventorySchema(catalog: catalog).text
    static let ruleSchema = RuleSchema(catalog: catalog).text

    static func file(_ path: String) -> String { root.appendingPathComponent(path).path }

    /// The YAML files below a directory, in order of path.
    static func files(below directory: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: file(directory))?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted().map { directory + "/" + $0 }
    }
}
