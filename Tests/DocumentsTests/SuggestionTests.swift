import Diagnostics
import Testing

struct SuggestionTests {
    private static let names = [
        "ingress", "egress", "id", "name", "description", "vpc", "security_groups", "buckets", "versioning",
    ]

    @Test(
        "the nearest name",
        arguments: [
            ("ingres", "ingress"), ("ingresss", "ingress"), ("Ingress", "ingress"), ("egresss", "egress"),
            ("nmae", "name"), ("ids", "id"),
            ("vcp", "vpc"), ("verisoning", "versioning"), ("secuirty_groups", "security_groups"),
            ("securitygroups", "security_groups"),
            ("bucket", "buckets"), ("BUCKETS", "buckets"), ("descriptoin", "description"),
            ("security_gruop", "security_groups"),
        ])
    func nearest(word: String, name: String) {
        #expect(Suggestion.nearest(to: word, among: Self.names) == name)
        #expect(Suggestion.help(for: word, among: Self.names) == "did you mean `\(name)`?")
    }

    @Test(
        "words that nothing is near to",
        arguments: ["", "xyz", "instances", "securitygrp", "egreetings", String(repeating: "name", count: 20)])
    func none(word: String) { #expect(Suggestion.nearest(to: word, among: Self.names) == nil) }

    @Test("ties go to the first", arguments: [(["cat", "bat"], "cat"), (["bat", "cat"], "bat")])
    func ties(names: [String], first: String) { #expect(Suggestion.nearest(to: "hat", among: names) == first) }

    @Test func theListWhenNothingIsNear() {
        #expect(Suggestion.help(for: "zzz", among: ["a1", "b2"]) == "valid names are `a1`, `b2`")
        #expect(Suggestion.help(for: "zzz", among: [String]()) == nil)
        let many = (10..<40).map { "name_\($0)" }
        let help = Suggestion.help(for: "zzz", among: many)
        #expect(help == "valid names are " + many.prefix(24).map { "`\($0)`" }.joined(separator: ", ") + " and others")
        #expect(Suggestion.help(for: "zzz", among: Array(many.prefix(24)))?.hasSuffix("`name_33`") == true)
    }

    @Test(
        "what is hidden and what is not",
        arguments: [
            ("plain é 한 😀", "plain é 한 😀"), ("a\nb\rc\td", #"a\nb\rc\td"#),
            ("\u{0}\u{1B}\u{7F}\u{9F}", #"\u{0}\u{1B}\u{7F}\u{9F}"#),
            ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#),
            ("\u{202A}\u{202E}\u{2066}\u{2069}", #"\u{202A}\u{202E}\u{2066}\u{2069}"#),
            ("\u{FEFF}x", #"\u{FEFF}x"#), ("\r\n", #"\r\n"#), ("\u{A0}", "\u{A0}"), ("", ""),
        ])
    func visible(text: String, shown: String) { #expect(VisibleText.escaping(text) == shown) }
}
