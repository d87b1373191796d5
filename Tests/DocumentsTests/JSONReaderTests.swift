import Diagnostics
import Documents
import Testing

/// The JSON reader gives the tree that the YAML reader gives of the same text, or says why the text is no JSON.
struct JSONReaderTests {
    static let texts = [
        #"{}"#, #"[]"#, #""""#, #"  {"a" : [1, -2.5e3, true, false, null, "x"] , "b":{"c":"d"}}  "#,
        #"{"a": "tab\t quote\" slash\/ back\\ euro€ escaped\u20ac smile\ud83d\ude00"}"#,
        "[\n  {\"Sid\": \"ünïcode\"},\r\n\t[[[]]]\n]", #"[" a ", "*", "null", "1"]"#, #"["\u0000"]"#,
    ]

    @Test(arguments: texts) func agreesWithTheYAMLReader(_ text: String) throws {
        let file = SourceFile(path: "<text>", text: text.utf8)
        var json = Document(file: file)
        try JSONReader.read(0..<file.count, into: &json)
        let (yaml, problems) = YAMLReader.read(file)
        #expect(problems.isEmpty)
        #expect(Self.shape(json, json.roots[0]) == Self.shape(yaml, yaml.roots[0]))
    }

    /// Kind, text and place of every node.
    private static func shape(_ document: Document, _ id: NodeID) -> String {
        let node = document[id]
        switch node.kind {
        case .mapping:
            let pairs = document.pairs(id).map { "\(shape(document, $0.key)): \(shape(document, $0.value))" }
            return "{\(pairs.joined(separator: ", "))}@\(node.start)-\(node.end)"
        case .sequence:
            return
                "[\(document.items(id).map { shape(document, $0) }.joined(separator: ", "))]@\(node.start)-\(node.end)"
        default: return "\(node.kind)(\(document.text(id)))@\(node.start)-\(node.end)"
        }
    }

    static let wrong: [(text: String, message: String, range: Range<Int>)] = [
        ("", "the JSON text ends before its value does", 0..<0),
        ("{", "expected a key in double quotes here", 1..<1),
        (#"{"a": 1"#, "this `{` has no end", 0..<1),
        ("[1, 2", "this `[` has no end", 0..<1),
        ("[1 2]", "expected `,` or `]` here", 3..<4),
        ("[1,]", "expected a value here", 3..<4),
        (#"{"a": 1,}"#, "expected a key in double quotes here", 8..<9),
        (#"{"a" 1}"#, "expected `:` here", 5..<6),
        ("{a: 1}", "expected a key in double quotes here", 1..<2),
        (#"{"a": b}"#, "expected a value here", 6..<7),
        ("{'a': 1}", "expected a key in double quotes here", 1..<2),
        (#"["x"#, "this JSON string has no end", 1..<2),
        ("[\"a\nb\"]", "a line break or control character stands inside a JSON string", 3..<4),
        (#"["\x"]"#, "JSON has no such escape", 2..<3),
        (#"["\u12"]"#, "JSON has no such escape", 2..<3),
        ("{} {}", "there is more text after the end of the JSON value", 3..<4),
        ("# comment\n{}", "expected a value here", 0..<1),
        (#"{"a": 1, "a": 2}"#, "the key `a` stands twice in one mapping", 9..<12),
        ("01x", "expected a value here", 0..<1),
        ("-", "expected a value here", 0..<1),
    ]

    @Test(arguments: wrong) func saysWhatIsWrong(_ text: String, _ message: String, _ range: Range<Int>) {
        let file = SourceFile(path: "<text>", text: text.utf8)
        var document = Document(file: file)
        do throws(JSONProblem) {
            try JSONReader.read(0..<file.count, into: &document)
            Issue.record("no problem was found")
        } catch {
            #expect(error.message == message)
            #expect(error.range == range)
        }
    }

    @Test func depthHasALimit() {
        let depth = ReadingLimits.depth
        for (levels, isFine) in [(depth, true), (depth + 1, false)] {
            let text = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
            let file = SourceFile(path: "<text>", text: text.utf8)
            var document = Document(file: file)
            let result = Result { () throws(JSONProblem) in try JSONReader.read(0..<file.count, into: &document) }
            #expect(((try? result.get()) != nil) == isFine)
        }
    }

    @Test func readsTextThatIsNotInTheFile() throws {
        let file = SourceFile(path: "<text>", text: "elsewhere".utf8)
        var document = Document(file: file)
        let text = Array(#"{"a": ["b\n"]}"#.utf8)
        try text.withUnsafeBufferPointer { bytes throws(JSONProblem) in
            try JSONReader.read(text: bytes, into: &document)
        }
        let list = try #require(document.value(of: "a", in: document.roots[0]))
        #expect(document.text(document.items(list).first!) == "b\n")
    }
}
