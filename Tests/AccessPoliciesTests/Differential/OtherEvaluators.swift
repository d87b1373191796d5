import Foundation

/// Other people's evaluators of policies, from PyPI, behind `compare.py`.
enum OtherEvaluators {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    static let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Name and version of each that `requirements.txt` pins.
    static let pinned: [String: String] = {
        let text = (try? String(contentsOf: folder.appendingPathComponent("requirements.txt"), encoding: .utf8)) ?? ""
        let pairs = text.split(separator: "\n").compactMap { line -> (String, String)? in
            guard let sign = line.firstRange(of: "==") else { return nil }
            return (String(line[..<sign.lowerBound]), String(line[sign.upperBound...]))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

    /// Whether all of them are there in exactly these versions; says so where they are not. Numbers of other versions
    /// would be other numbers.
    static let areInstalled: Bool = {
        let installed = try? JSONDecoder().decode([String: String].self, from: run("versions", Data()))
        if installed == pinned { return true }
        print("left out: comparisons with other evaluators of policies; needs their packages (make setup-test)")
        return false
    }()

    /// The answers to a question, a line for each line.
    static func ask<Line: Encodable, Answer: Decodable>(_ question: String, _ lines: [Line]) throws -> [Answer] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return try ask(question, texts: lines.map { String(decoding: try encoder.encode($0), as: UTF8.self) })
    }

    /// The same with lines that are JSON already.
    static func ask<Answer: Decodable>(_ question: String, texts lines: [String]) throws -> [Answer] {
        let output = try run(question, Data(lines.joined(separator: "\n").utf8))
        let answers = try output.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Answer.self, from: Data($0))
        }
        guard answers.count == max(lines.count, 1) else {
            throw Failure(description: "\(answers.count) answers to \(lines.count) lines of \(question)")
        }
        return answers
    }

    private static func run(_ question: String, _ input: Data) throws -> Data {
        // Files rather than pipes, of which one that nobody reads would stop the process.
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("compare-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let files = ["input", "output", "complaints"].map { place.appendingPathComponent($0) }
        try input.write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        let process = Process()
        process.executableURL = root.appendingPathComponent(".build/venv/bin/python3")
        process.arguments = [folder.appendingPathComponent("compare.py").path, question]
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
        }
        return try Data(contentsOf: files[1])
    }
}
