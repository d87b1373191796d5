import Foundation
import Testing

/// Every inventory with a mistake is refused, and its message is the recorded one.
struct MistakesTests {
    static let names: [String] = {
        let directory = Plumb.repository.appendingPathComponent("inventory-examples/mistakes").path
        return ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
    }()
    static let expected = GoldenCase.fixtures.appendingPathComponent("mistakes")

    @Test("the message for", arguments: names)
    func message(name: String) throws {
        let scratch = try Scratch()
        try scratch.link("inventory-examples")
        let path = "inventory-examples/mistakes/\(name)"
        let outcome = try Plumb.run(["check", path], in: scratch)
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty)
        // A line and a column where there is a file to blame, never a bare complaint.
        #expect(outcome.complaintText.hasPrefix(path + ":"))
        try Golden.compare(Self.expected.appendingPathComponent(name + ".err"), outcome.complaints)
    }

    @Test func everyRecordedMessageHasItsFile() throws {
        let recorded = try FileManager.default.contentsOfDirectory(atPath: Self.expected.path)
        #expect(Set(recorded) == Set(Self.names.map { $0 + ".err" }))
        #expect(Self.names.count >= 60)
    }
}
