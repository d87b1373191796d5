import Documents
import Testing

struct ScalarFormTests {
    private func bytes<R>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        var text = text
        return text.withUTF8(body)
    }

    @Test("plain forms of null", arguments: ["", "~", "null", "Null", "NULL"])
    func null(source: String) {
        let document = Reading("[x, k: \(source)]").document
        let pair = document.items(document.roots[0]).last!
        #expect(document.isNull(document[document.pairs(pair)[0].value]))
    }

    @Test(
        "texts that are not null",
        arguments: [
            "nULL", "nil", "none", "None", "~~", "'~'", "''", "\"\"", "'null'", "\"null\"", "null0", "[]", "{}",
        ])
    func notNull(source: String) {
        let document = Reading(source).document
        #expect(!document.isNull(document[document.roots[0]]))
    }

    @Test func blockTextIsNeverNull() {
        let document = Reading("- |-\n  null\n- >-\n").document
        for item in document.items(document.roots[0]) { #expect(!document.isNull(document[item])) }
    }

    @Test(
        "booleans of the YAML 1.2 core schema",
        arguments: [
            ("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false), ("FALSE", false),
        ])
    func bool(text: String, value: Bool) { #expect(bytes(text, ScalarForms.bool) == value) }

    @Test(
        "no booleans",
        arguments: [
            "", "yes", "no", "on", "off", "y", "n", "Yes", "NO", "tRUE", "truE", "1", "0", "true ", " true", "t",
        ])
    func notBool(text: String) { #expect(bytes(text, ScalarForms.bool) == nil) }

    @Test("booleans of YAML 1.1 alone", arguments: ["yes", "No", "ON", "off", "y", "N"])
    func oldBool(text: String) { #expect(ScalarForms.isOldBool(text)) }

    @Test("nothing of YAML 1.1", arguments: ["true", "False", "", "yep", "0"])
    func notOldBool(text: String) { #expect(!ScalarForms.isOldBool(text)) }

    @Test(
        "whole numbers",
        arguments: [
            ("0", 0), ("7", 7), ("-7", -7), ("+7", 7), ("007", 7), ("-0", 0),
            ("999999999999999999", 999_999_999_999_999_999),
            ("-999999999999999999", -999_999_999_999_999_999),
        ] as [(String, Int64)])
    func int(text: String, value: Int64) { #expect(bytes(text, ScalarForms.int) == value) }

    @Test(
        "no whole numbers",
        arguments: [
            "", "-", "+", "1.0", "1e3", "0x10", "0o7", "1_000", "1,000", " 1", "1 ", "--1", "+-1",
            "1000000000000000000",
            "9223372036854775807", "٣", "one",
        ])
    func notInt(text: String) { #expect(bytes(text, ScalarForms.int) == nil) }

    @Test(
        "decimal numbers",
        arguments: [
            ("0", 0), ("1.5", 1.5), ("-2.25", -2.25), ("+3", 3), ("1e3", 1000), ("2.5E-1", 0.25), (".5", 0.5),
            ("-0.0", 0),
        ])
    func double(text: String, value: Double) { #expect(bytes(text, ScalarForms.double) == value) }

    @Test(
        "no decimal numbers",
        arguments: [
            "", "-", ".", "e", "nan", ".nan", "inf", ".inf", "-inf", "infinity", "0x1p3", "1e400", "-1e400", "1.2.3",
            "1e", "1,5",
            " 1", "1 ", "1_0",
        ])
    func notDouble(text: String) { #expect(bytes(text, ScalarForms.double) == nil) }
}
