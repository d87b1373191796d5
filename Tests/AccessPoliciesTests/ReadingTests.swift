import AccessPolicies
import Diagnostics
import Testing

/// Policies in every style that YAML has for them: the same policy, each value at its own place.
struct ReadingTests {
    static let json =
        #"{"Version": "2012-10-17", "Statement": [{"Sid": "One", "Effect": "Allow", "Principal": {"AWS": ["*", "111122223333"]}, "Action": ["s3:GetObject", "s3:Put*"], "Resource": "arn:aws:s3:::b/*", "Condition": {"StringLike": {"aws:Referer": ["x", "y"]}}}]}"#

    /// The styles; `<` and `>` mark the slice that the inventory keeps.
    static let styles: [String] = [
        "policy: <\(json)>\n",
        "policy: <'\(json)'>\n",
        "policy: <\"\(json.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\""))\">\n",
        "policy: <|\n  \(json)\n>other: 1\n",
        "policy: <|-\n    \(json.split(separator: " ").joined(separator: "\n    "))\n>other: 1\n",
        "policy: <>\n  \(json.split(separator: " ").joined(separator: "\n  "))\n>other: 1\n",
        "policy: <\"\(json.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"").split(separator: " ").joined(separator: "\n   "))\">\n",
        "policy: <\(json.split(separator: " ").joined(separator: "\n   "))>\n",
        "policy: <{Version: 2012-10-17, Statement: {Sid: One, Effect: Allow, Principal: {AWS: ['*', 111122223333]}, Action: [s3:GetObject, 's3:Put*'], Resource: 'arn:aws:s3:::b/*', Condition: {StringLike: {aws:Referer: [x, y]}}}}>\n",
        """
        ümläut: 1
        policy:
          <Version: "2012-10-17"   # a comment
          Statement:
            - Sid: One
              Effect: Allow
              Principal:
                AWS: ["*", "111122223333"]
              Action:
                - s3:GetObject
                - s3:Put*
              Resource: arn:aws:s3:::b/*
              Condition: {StringLike: {aws:Referer: [x, y]}}>
        """,
        """
        - ü: x
        - <Version: "2012-10-17"
          Statement:
            - {Sid: One, Effect: Allow, Principal: {AWS: ["*", "111122223333"]}, Action: [s3:GetObject, s3:Put*],
               Resource: arn:aws:s3:::b/*, Condition: {StringLike: {aws:Referer: [x, y]}}}>
        """,
    ]

    /// The file without the marks around the slice, and the slice.
    private static func sliced(_ marked: String) -> PolicySource {
        var bytes = Array(marked.utf8)
        // The second mark is the last one; a folded scalar begins with the same character.
        let start = bytes.firstIndex(of: UInt8(ascii: "<"))!
        bytes.remove(at: start)
        let end = bytes.lastIndex(of: UInt8(ascii: ">"))!
        bytes.remove(at: end)
        return PolicySource(file: SourceFile(path: "<policy>", text: bytes), range: start..<end)
    }

    @Test(arguments: styles.indices) func everyStyleIsTheSamePolicy(_ index: Int) throws {
        let source = Self.sliced(Self.styles[index])
        let (policy, diagnostics) = Policy.read(source)
        #expect(diagnostics.map(\.message) == [])
        let read = try #require(policy)
        #expect(read.version == .v2012)
        let statement = try #require(read.statements.first)
        #expect(read.statements.count == 1)
        #expect(statement.sid?.text == "One")
        #expect(statement.effect == .allow)
        #expect(statement.principal?.values.map(\.principal) == [.everyone, .account("111122223333")])
        #expect(statement.action.values.map(\.text) == ["s3:GetObject", "s3:Put*"])
        #expect(statement.resource?.values.map(\.text) == ["arn:aws:s3:::b/*"])
        #expect(statement.conditions.map(\.key.text) == ["aws:Referer"])
        #expect(statement.conditions.flatMap(\.values).map(\.text) == ["x", "y"])
        // Every value stands where its place says, in quotes or without.
        func shown(_ range: TextRange) -> String {
            source.span(range).text.filter { $0 != "\"" && $0 != "'" && $0 != "\\" }
        }
        var texts = [statement.sid!] + statement.principal!.values.map(\.text) + statement.action.values
        texts += statement.resource!.values + statement.conditions.flatMap { [$0.testText, $0.key] + $0.values }
        for text in texts { #expect(shown(text.range) == text.text) }
        for (range, word) in [
            (statement.effectRange, "Allow"), (statement.action.key, "Action"), (statement.principal!.key, "Principal"),
            (statement.resource!.key, "Resource"), (read.versionRange!, "2012-10-17"),
        ] { #expect(shown(range) == word) }
    }

    @Test func equalTextIsAnEqualSource() {
        let file = SourceFile(path: "<policy>", text: "\(Self.json) \(Self.json) {}".utf8)
        let count = Self.json.utf8.count
        let (first, second) = (
            PolicySource(file: file, range: 0..<count), PolicySource(file: file, range: count + 1..<2 * count + 1)
        )
        #expect(first == second)
        #expect(first.hashValue == second.hashValue)
        #expect(first != PolicySource(file: file, range: 0..<count + 1))
        #expect(Set([first, second, source(Self.json)]).count == 1)
    }

    /// Text, message, and the text that the message points at.
    static let wrong: [(text: String, message: String, place: String)] = [
        ("", "the policy is empty", ""),
        ("''", "the policy is empty", "''"),
        ("\"  \"", "the policy is empty", "\"  \""),
        ("just text", "the policy is no JSON: expected a value here", "j"),
        (
            #"'{"Version": "2012-10-17", "Statement": [{]}'"#,
            "the policy is no JSON: expected a key in double quotes here", "]"
        ),
        (#"'{"Version": "2012-10-17"'"#, "the policy is no JSON: this `{` has no end", "{"),
        (
            #""{\"Version\": \"2012-10-17\" \"Statement\": []}""#, "the policy is no JSON: expected `,` or `}` here",
            #"\""#
        ),
        (
            #"'{"Statement": [], "Statement": []}'"#,
            "the policy is no JSON: the key `Statement` stands twice in one mapping", #""Statement""#
        ),
        (#"{"Statement": [], "Statement": []}"#, "the key `Statement` stands twice in one mapping", #""Statement""#),
        ("'%7B%22Version%22%3A%222012-10-17%22%7D'", "the policy is no JSON: expected a value here", "%"),
        ("[]", "a policy is a mapping with `Version` and `Statement`, not a list", "[]"),
        (#"{"Version": "2012-10-17"}"#, "the policy has no `Statement`", #"{"Version": "2012-10-17"}"#),
        (#"{"Statement": "x"}"#, "`Statement` is a statement or a list of them, not text", #""x""#),
        (#"{"Statement": ["x"]}"#, "a statement is a mapping, not text", #""x""#),
        (#"{"Statement": [], "Verison": "1"}"#, "a policy has no element `Verison`", #""Verison""#),
        (#"{"Statement": [], "statement": []}"#, "a policy has no element `statement`", #""statement""#),
        (
            #"{"Version": "2012-10-18", "Statement": []}"#, "`2012-10-18` is no version of the policy language",
            #""2012-10-18""#
        ),
        (#"{"Statement": [{"Action": "s3:*"}]}"#, "the statement has no `Effect`", "{"),
        (#"{"Statement": [{"Effect": "Allow"}]}"#, "the statement has neither `Action` nor `NotAction`", "{"),
        (
            #"{"Statement": [{"Effect": "allow", "Action": "s3:*"}]}"#,
            "`Effect` is `Allow` or `Deny`, in this spelling, not `allow`", #""allow""#
        ),
        (
            #"{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resourse": "*"}]}"#,
            "a statement has no element `Resourse`", #""Resourse""#
        ),
        (
            #"{"Statement": [{"Effect": "Allow", "Action": "s3:*", "NotAction": "s3:*"}]}"#,
            "a statement has `Action` or `NotAction`, not both", #""NotAction""#
        ),
        (
            #"{"Statement": [{"Effect": "Allow", "Action": {"a": "b"}}]}"#, "`Action` is text, not a mapping",
            #"{"a": "b"}"#
        ),
        (#"{"Statement": [{"Effect": "Allow", "Action": [["s3:*"]]}]}"#, "`Action` is text, not a list", #"["s3:*"]"#),
        (#"{"Statement": [{"Effect": "Allow", "Action": null}]}"#, "`Action` is text, not null", "null"),
        (
            #"{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Principal": "111122223333"}]}"#,
            "`Principal` is `*` or a mapping from a kind of principal", #""111122223333""#
        ),
        (
            #"{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Principal": ["*"]}]}"#,
            "`Principal` is `*` or a mapping, not a list", #"["*"]"#
        ),
        (
            #"{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Principal": {"Aws": "*"}}]}"#,
            "`Principal` has no element `Aws`", #""Aws""#
        ),
        (
            #"{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Condition": []}]}"#,
            "`Condition` is a mapping from operators, not a list", "[]"
        ),
        (
            #"{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Condition": {"Bool": "true"}}]}"#,
            "an operator has a mapping from condition keys, not text", #""true""#
        ),
        ("{Statement: [}", "not valid YAML: did not find expected node content", ""),
        ("{Statement: *other}", "the alias `*other` has no anchor `&other` before it", "*other"),
    ]

    @Test(arguments: wrong) func wrongTextIsAnErrorAtItsPlace(_ text: String, _ message: String, _ place: String) throws
    {
        let (policy, diagnostics) = Policy.read(source(text))
        #expect(policy == nil)
        let first = try #require(diagnostics.first)
        #expect(first.message.hasPrefix(message))
        if !place.isEmpty { #expect(first.span?.text == place) }
    }

    @Test func allErrorsAtOnce() {
        let text =
            #"{"Version": "1", "Statement": [{"Effect": "x", "Action": 1, "Foo": 2}, {"Effect": "Allow", "NotAction": "*", "Action": "*"}, 3]}"#
        let messages = Policy.read(source(text)).diagnostics.map(\.message)
        #expect(messages.count == 5)
    }

    @Test func conditionsTakeNumbersAndBooleans() throws {
        let text = statements(
            #""Effect": "Allow", "Action": "*", "Condition": {"Bool": {"aws:SecureTransport": false}, "NumericLessThan": {"s3:max-keys": [10, 2.5]}}"#
        )
        #expect(try policy(text).statements[0].conditions.map { $0.values.map(\.text) } == [["false"], ["10", "2.5"]])
    }

    @Test func quotesAndEscapesInText() throws {
        func sid(_ text: String) throws -> String? { try policy(text).statements[0].sid?.text }
        let statement = #""Effect": "Allow", "Action": "*""#
        #expect(try sid("'{\"Statement\": {\"Sid\": \"it''s\", \(statement)}}'") == "it's")
        #expect(try sid("{\"Statement\": {\"Sid\": \"a\\u00e9\\\"b\", \(statement)}}") == "aé\"b")
        let escaped = #""{\"Statement\": {\"Sid\": \"q\\\"\u00e9\\u00e9\", \"Effect\": \"Allow\", \"Action\": \"*\"}}""#
        #expect(try sid(escaped) == "q\"éé")
        // A policy in a text in a text is none.
        #expect(Policy.read(source("'\"{}\"'")).policy == nil)
        #expect(Policy.read(source("|\n  \"{}\"\n")).policy == nil)
    }

    @Test func nothingCrashes() {
        // Every prefix of a policy, and a policy with each byte replaced.
        let bytes = Array(Self.json.utf8)
        for end in bytes.indices {
            let file = SourceFile(path: "<policy>", text: bytes[..<end])
            #expect(Policy.read(PolicySource(file: file, range: 0..<file.count)).policy == nil)
        }
        for at in bytes.indices {
            for byte in [UInt8(ascii: "\""), UInt8(ascii: "}"), 0x0A, 0xC3, UInt8(ascii: "\\"), UInt8(ascii: "&")] {
                var changed = bytes
                changed[at] = byte
                let file = SourceFile(path: "<policy>", text: changed)
                let source = PolicySource(file: file, range: 0..<file.count)
                let (policy, diagnostics) = Policy.read(source)
                #expect(policy != nil || diagnostics.hasErrors)
                _ = try? policy?.bucketReach()
                _ = policy?.findings(for: .resource(.bucket("b", account: owner)))
            }
        }
    }

    @Test func fiveThousandStatements() throws {
        let one =
            #"{"Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}"#
        let deny =
            #"{"Effect": "Deny", "Principal": {"AWS": "444455556666"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/x*"}"#
        let text = "{\"Statement\": [\((0..<5000).map { $0 % 2 == 0 ? one : deny }.joined(separator: ","))]}"
        let read = try policy(text)
        #expect(read.statements.count == 5000)
        #expect(words(try read.bucketReach().verdict(.read)) == "account 444455556666")
    }

    @Test func tenMegabytes() throws {
        let values = (0..<200_000).map { "\"arn:aws:s3:::b/\($0)/some/prefix/of/forty/bytes/*\"" }.joined(
            separator: ",")
        let read = try policy(
            "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": [\(values)]}}"
        )
        #expect(words(try read.bucketReach().verdict(.read)) == "open")
        #expect(read.findings(for: .resource(.bucket("b", account: owner))).contains { $0.kind == .tooLarge })
        let huge = "'" + String(repeating: "x", count: 2 << 20) + "'"
        #expect(Policy.read(source(huge)).diagnostics.map(\.message).first?.contains("longer than the limit") == true)
    }

    @Test func deepNestingIsAnError() {
        let text = "{\"Statement\": " + String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000) + "}"
        #expect(Policy.read(source(text)).policy == nil)
        #expect(Policy.read(source("'\(text)'")).diagnostics.first?.message.contains("nested deeper") == true)
    }
}
