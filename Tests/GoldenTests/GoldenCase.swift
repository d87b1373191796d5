import Foundation
import Testing

/// A directory below `Fixtures`: a command line, the files it reads, and what it must write.
///
/// `args` holds the arguments, separated by white space, or one a line where there are several lines; `{here}` is the working directory. `env` may set variables.
/// `expected.out`, `expected.err`, `expected.code` are compared byte for byte, a missing one of the first two stands for
/// nothing written; `expected.files` holds the files that must have been written. Every other file is an input, copied
/// into a fresh working directory, where the repository's `inventory-examples` stands besides when `args` names it.
struct GoldenCase: CustomTestStringConvertible {
    var name: String
    var testDescription: String { name }

    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    private static let own = ["args", "env", "expected.out", "expected.err", "expected.code", "expected.files"]

    /// Every directory with a file `args`, in order of name.
    static func all() -> [GoldenCase] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path)) ?? []
        return names.sorted().filter { FileManager.default.fileExists(atPath: fixtures.path + "/\($0)/args") }
            .map { GoldenCase(name: $0) }
    }

    private var directory: URL { Self.fixtures.appendingPathComponent(name) }

    func check() throws {
        let scratch = try Scratch()
        let inputs = try FileManager.default.contentsOfDirectory(atPath: directory.path).filter {
            !Self.own.contains($0)
        }
        for input in inputs {
            try FileManager.default.copyItem(
                at: directory.appendingPathComponent(input), to: scratch.url.appendingPathComponent(input))
        }
        let line = try text("args") ?? ""
        if line.contains("inventory-examples") { try scratch.link("inventory-examples") }
        let isOneALine = line.split(separator: "\n").count > 1
        let arguments = line.split { isOneALine ? $0.isNewline : $0.isWhitespace }.map {
            $0.replacingOccurrences(of: "{here}", with: scratch.url.path)
        }
        var environment: [String: String] = [:]
        for pair in try (text("env") ?? "").split(separator: "\n").map({ $0.split(separator: "=", maxSplits: 1) }) {
            environment[String(pair[0])] = pair.count == 2 ? String(pair[1]) : ""
        }
        let outcome = try Plumb.run(arguments, in: scratch, environment: environment)
        let normal = Normalizer(directory: scratch.url)
        try compare("expected.out", normal(outcome.output))
        try compare("expected.err", normal(outcome.complaints))
        try compare("expected.code", Data("\(outcome.code)\n".utf8))
        try compareFiles(scratch.url, except: inputs + ["inventory-examples"], normal)
    }

    private func compareFiles(_ place: URL, except inputs: [String], _ normal: Normalizer) throws {
        let written = try FileManager.default.contentsOfDirectory(atPath: place.path).filter { !inputs.contains($0) }
        let wanted = (try? FileManager.default.contentsOfDirectory(atPath: directory.path + "/expected.files")) ?? []
        if Self.isRecording, !written.isEmpty {
            try FileManager.default.createDirectory(
                at: directory.appendingPathComponent("expected.files"), withIntermediateDirectories: true)
        } else {
            #expect(written.sorted() == wanted.sorted(), "files written")
        }
        for file in written {
            try compare("expected.files/\(file)", normal(Data(contentsOf: place.appendingPathComponent(file))))
        }
    }

    private func text(_ file: String) throws -> String? {
        let url = directory.appendingPathComponent(file)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }

    private func compare(_ file: String, _ found: Data) throws {
        try Golden.compare(directory.appendingPathComponent(file), found)
    }
}

/// Comparison with a recorded file.
enum Golden {
    static func compare(_ url: URL, _ found: Data) throws {
        let wanted = (try? Data(contentsOf: url)) ?? Data()
        guard wanted != found else { return }
        if GoldenCase.isRecording {
            if found.isEmpty {
                try? FileManager.default.removeItem(at: url)
            } else {
                try found.write(to: url)
            }
            Issue.record("recorded \(url.lastPathComponent); look at it, then run without RECORD")
            return
        }
        Issue.record("\(url.lastPathComponent) differs: \(difference(wanted, found))")
    }

    /// The first line that differs, with its number, around the first character that does: whole reports would bury it.
    static func difference(_ wanted: Data, _ found: Data) -> String {
        let wantedLines = String(decoding: wanted, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let foundLines = String(decoding: found, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for at in 0..<max(wantedLines.count, foundLines.count) {
            let wantedLine = at < wantedLines.count ? wantedLines[at] : "(nothing)"
            let foundLine = at < foundLines.count ? foundLines[at] : "(nothing)"
            if Data(wantedLine.utf8) == Data(foundLine.utf8) { continue }
            let common = zip(wantedLine, foundLine).prefix { $0 == $1 }.count
            func part(_ line: Substring) -> String {
                (common > 60 ? "…" : "") + line.dropFirst(max(0, common - 60)).prefix(160)
            }
            return "line \(at + 1)\n  expected \(part(wantedLine))\n  found    \(part(foundLine))"
        }
        return "in bytes that are no text"
    }
}

/// Puts placeholders where output depends on the machine or on the release.
struct Normalizer {
    var directory: URL

    func callAsFunction(_ data: Data) -> Data {
        var text = String(decoding: data, as: UTF8.self)
        // The bytes count where they are no text.
        guard Data(text.utf8) == data else { return data }
        for path in [directory.resolvingSymlinksInPath().path, directory.path] {
            text = text.replacingOccurrences(of: path, with: "{here}")
        }
        if let version = Self.version {
            let pattern = "(?<![0-9.])\(NSRegularExpression.escapedPattern(for: version))(?![0-9.])"
            text = text.replacingOccurrences(of: pattern, with: "{version}", options: .regularExpression)
        }
        text = text.replacingOccurrences(
            of: "\\(default: [0-9]+\\)", with: "(default: {processors})", options: .regularExpression)
        return Data(text.utf8)
    }

    private static let version: String? = try? Plumb.run(["--version"], in: Scratch())
        .outputText.trimmingCharacters(in: .whitespacesAndNewlines)
}
