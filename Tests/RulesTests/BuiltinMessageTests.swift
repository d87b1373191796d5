import Findings
import Findings
import Rules
import Testing

/// The messages of built-in rules say something in every hole.
struct BuiltinMessageTests {
    /// They list several settings, of which one is enough for the finding and others may be unknown.
    static let tellsOfTheUnknown = ["pcx-dns-resolution-off", "s3-public-access-block-incomplete"]

    @Test("messages of findings", arguments: BuiltinRules.rules)
    func messages(rule: BuiltinRules.Named) throws {
        for example in rule.rule.examples where example.expect == .noncompliant {
            let message = try #require(BuiltinJudgementTests.findings(rule.rule, example).first).message
            let words = message.split(separator: " ", omittingEmptySubsequences: false)
            #expect(!words.contains(""), "a hole is empty: \(message)")
            #expect(
                !["(", ",", ")", ".", ";"].contains { message.contains(" " + $0) && $0 != "(" },
                "a hole is empty: \(message)")
            #expect(!message.contains("{{") && !message.contains("()") && !message.contains("``"), "\(message)")
            if !Self.tellsOfTheUnknown.contains(rule.rule.id) { #expect(!message.contains("unknown"), "\(message)") }
            #expect(!message.hasSuffix(" ") && !message.hasSuffix("/") && !message.hasSuffix(":"), "\(message)")
        }
    }
}
