import Foundation
import Testing

/// Lists and test results that could not be written are not passed off as written.
struct FullDiskTests {
    @Test(
        "a full disk", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
        arguments: ["rules", "rules sg-ssh-open-to-internet", "types", "test --only sg-ssh-open-to-internet", "--help"])
    func fullOutput(command: String) throws {
        let outcome = try Plumb.shell("\"$PLUMB\" \(command) > /dev/full", in: Scratch())
        #expect(outcome.code == 3)
        #expect(outcome.complaintText.contains("cannot write"))
    }
}
