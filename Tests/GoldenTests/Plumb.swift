import Foundation

/// The built `plumb`, run as a process: what its users run.
struct Plumb {
    /// What one run gave.
    struct Outcome {
        var output: Data
        var complaints: Data
        var code: Int32
        var outputText: String { String(decoding: output, as: UTF8.self) }
        var complaintText: String { String(decoding: complaints, as: UTF8.self) }
    }

    /// Where the sources are.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The executable beside the test bundle, whichever of the process's arguments names that bundle.
    static let binary: URL? = {
        for argument in CommandLine.arguments + [Bundle.main.bundlePath] where argument.hasPrefix("/") {
            var directory = URL(fileURLWithPath: argument)
            while directory.path != "/" {
                let candidate = directory.appendingPathComponent("plumb")
                var isDirectory: ObjCBool = false
                if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isDirectory),
                    !isDirectory.boolValue,
                    FileManager.default.isExecutableFile(atPath: candidate.path)
                {
                    return candidate
                }
                directory.deleteLastPathComponent()
            }
        }
        return nil
    }()

    struct NotBuilt: Error, CustomStringConvertible {
        var description: String { "there is no `plumb` beside the test bundle; run `swift build` first" }
    }

    /// The environment of every run; what the machine's owner has set does not count.
    static let environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm", "COLUMNS": "80", "LC_ALL": "C.UTF-8"]

    /// Runs `plumb` with these arguments, in a directory of its own.
    static func run(
        _ arguments: [String], in place: Scratch, environment extra: [String: String] = [:], output: FileHandle? = nil
    ) throws -> Outcome {
        guard let binary else { throw NotBuilt() }
        return try launch(binary, arguments, in: place, extra, output)
    }

    /// Runs a shell command line, in which `$PLUMB` is the binary.
    static func shell(_ line: String, in place: Scratch) throws -> Outcome {
        guard let binary else { throw NotBuilt() }
        return try launch(URL(fileURLWithPath: "/bin/sh"), ["-c", line], in: place, ["PLUMB": binary.path], nil)
    }

    private static func launch(
        _ executable: URL, _ arguments: [String], in place: Scratch, _ extra: [String: String], _ terminal: FileHandle?
    ) throws -> Outcome {
        // Files rather than pipes: a pipe that nobody reads while the process runs would stop it.
        let capture = try Scratch()
        let output = try capture.emptyFile("output")
        let complaints = try capture.emptyFile("complaints")
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = place.url
        process.environment = environment.merging(extra) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = terminal ?? output.handle
        process.standardError = complaints.handle
        try process.run()
        process.waitUntilExit()
        // The place must not go before the process does.
        withExtendedLifetime(place) {}
        try output.handle.close()
        try complaints.handle.close()
        return Outcome(
            output: try Data(contentsOf: output.url), complaints: try Data(contentsOf: complaints.url),
            code: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus)
    }
}

/// A directory of its own for one test, gone when the test is done.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("plumb-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func emptyFile(_ name: String) throws -> (url: URL, handle: FileHandle) {
        let file = url.appendingPathComponent(name)
        try Data().write(to: file)
        return (file, try FileHandle(forWritingTo: file))
    }

    /// Writes a file, with the directories above it.
    func write(_ text: String, to path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Makes a directory or file of the repository appear here.
    func link(_ path: String) throws {
        try FileManager.default.createSymbolicLink(
            at: url.appendingPathComponent(path), withDestinationURL: Plumb.repository.appendingPathComponent(path))
    }
}
