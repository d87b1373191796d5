import Foundation
import Testing

/// What happens where output cannot go: a reader that leaves, a full disk, a closed stream.
struct StreamTests {
    private func scratch() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.link("inventory-examples")
        return scratch
    }

    @Test("a reader that has seen enough is no fault", arguments: ["text", "json", "junit"])
    func closedPipe(format: String) throws {
        let scratch = try scratch()
        let line = "{ \"$PLUMB\" check inventory-examples/company --report \(format); echo $? > code; } | head -n 1"
        let outcome = try Plumb.shell(line, in: scratch)
        #expect(outcome.outputText.split(separator: "\n").count == 1)
        #expect(outcome.complaintText == "")
        let code = try String(contentsOf: scratch.url.appendingPathComponent("code"), encoding: .utf8)
        #expect(code == "1\n")
    }

    @Test("lists end quietly, too", arguments: ["rules", "types --format markdown", "--help"])
    func closedPipeOfLists(command: String) throws {
        let scratch = try scratch()
        let line = "{ \"$PLUMB\" \(command); echo $? > code; } | head -n 1 > /dev/null"
        #expect(try Plumb.shell(line, in: scratch).complaintText == "")
        #expect(try String(contentsOf: scratch.url.appendingPathComponent("code"), encoding: .utf8) == "0\n")
    }

    static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

    @Test("a full disk makes the run incomplete", .enabled(if: hasFullDevice), arguments: ["text", "json", "junit"])
    func fullOutput(format: String) throws {
        let line = "\"$PLUMB\" check inventory-examples/company --report \(format) > /dev/full"
        let outcome = try Plumb.shell(line, in: scratch())
        #expect(outcome.code == 3)
        #expect(
            outcome.complaintText.lowercased() == "error: cannot write `standard output`: no space left on device\n")
    }

    @Test(
        "a report file on a full disk makes the run incomplete", .enabled(if: hasFullDevice),
        arguments: ["json", "junit"])
    func fullFile(format: String) throws {
        let arguments = ["check", "inventory-examples/seoul-lab.yaml", "--report", "\(format)=/dev/full"]
        let outcome = try Plumb.run(arguments, in: scratch())
        #expect(outcome.code == 3)
        #expect(outcome.complaintText.lowercased().contains("cannot write `/dev/full`: no space left on device"))
    }

    @Test("a closed standard output makes the run incomplete", arguments: ["text", "json", "junit"])
    func closedOutput(format: String) throws {
        let line = "\"$PLUMB\" check inventory-examples/company --report \(format) >&-"
        let outcome = try Plumb.shell(line, in: scratch())
        #expect(outcome.code == 3)
        #expect(outcome.complaintText.contains("cannot write"))
    }

    @Test func closedStandardErrorChangesNoCode() throws {
        let place = try scratch()
        #expect(try Plumb.shell("\"$PLUMB\" check missing.yaml 2>&-", in: place).code == 3)
        #expect(try Plumb.shell("\"$PLUMB\" check inventory-examples/mistakes/empty.yaml 2>&-", in: place).code == 2)
    }

    @Test func anInventoryMayComeThroughAPipe() throws {
        let scratch = try scratch()
        let piped = "cat inventory-examples/seoul-lab.yaml | \"$PLUMB\" check /dev/stdin --quiet"
        let direct = try Plumb.run(["check", "inventory-examples/seoul-lab.yaml", "--quiet"], in: scratch)
        let outcome = try Plumb.shell(piped, in: scratch)
        #expect(outcome.outputText == direct.outputText && outcome.code == direct.code)
    }

    @Test func anInterruptedReportLeavesNoFile() throws {
        let scratch = try scratch()
        try scratch.write("earlier\n", to: "report.json")
        let arguments = ["check", "inventory-examples/mistakes/empty.yaml", "--report", "json=report.json"]
        #expect(try Plumb.run(arguments, in: scratch).code == 2)
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
        #expect(left == ["inventory-examples", "report.json"])
        #expect(
            try String(contentsOf: scratch.url.appendingPathComponent("report.json"), encoding: .utf8) == "earlier\n")
    }
}
