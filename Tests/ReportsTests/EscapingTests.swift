import Diagnostics
import Foundation
import Testing

@testable import Reports

@Suite struct EscapingTests {
    private func json(_ text: String) -> String {
        var sink = ByteSink()
        sink.append(json: text)
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    private func xml(_ text: String) -> String {
        var sink = ByteSink()
        sink.append(xml: text)
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    private func attribute(_ text: String) -> String {
        var sink = ByteSink()
        sink.append(xmlAttribute: text)
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    @Test func jsonEscapes() {
        #expect(json("a\"b\\c\n\r\t/é😀") == #""a\"b\\c\n\r\t/é😀""#)
        #expect(
            json("\0\u{1B}\u{7F}\u{9B}\u{2028}\u{202E}\u{FEFF}") == #""\u0000\u001B\u007F\u009B\u2028\u202E\uFEFF""#)
        #expect(json("") == #""""#)
    }

    @Test func everyScalarSurvivesJSON() throws {
        var text = ""
        for value in (0...0x2100).map(UInt32.init) + [
            0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x10FFFF,
        ] {
            text.unicodeScalars.append(Unicode.Scalar(value)!)
        }
        let back = try JSONSerialization.jsonObject(with: Data(("[" + json(text) + "]").utf8)) as? [String]
        #expect(back.map { Array($0.first!.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test func xmlEscapes() {
        #expect(xml("a<b>&\"'\n\t]]>") == "a&lt;b&gt;&amp;\"'\n\t]]&gt;")
        #expect(attribute("a<b>&\"'\n\t\r") == "a&lt;b&gt;&amp;&quot;'&#10;&#9;&#13;")
        #expect(xml("\0\u{1B}[31m\u{FFFE}\u{FFFF}\u{9B}\r") == "\\u{0}\\u{1B}[31m\\u{FFFE}\\u{FFFF}\\u{9B}&#13;")
        #expect(xml("שלום 😀 \u{FFFD}\u{10FFFF}") == "שלום 😀 \u{FFFD}\u{10FFFF}")
    }

    @Test func everyScalarIsWellFormedXML() throws {
        var text = ""
        for value in Array(UInt32(0)...0x2100) + (0xD000...0x1_0100) + (0x10_FF00...0x10_FFFF) {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        let back = try JUnitDocumentReader(
            "<testsuites><testsuite name=\"\"><testcase name=\"\(attribute(text))\"><failure>\(xml(text))</failure>"
                + "</testcase></testsuite></testsuites>")
        // Nothing is lost: what XML cannot hold is there in its visible form.
        let visible = text.unicodeScalars.map { scalar in
            let value = scalar.value
            if value == 9 || value == 10 || value == 13 { return String(scalar) }
            let isHidden = value == 0xFFFE || value == 0xFFFF || VisibleText.escaping(String(scalar)) != String(scalar)
            return isHidden ? "\\u{\(String(value, radix: 16, uppercase: true))}" : String(scalar)
        }.joined()
        #expect(Array(back.cases[0].name.unicodeScalars) == Array(visible.unicodeScalars))
        #expect(Array(back.cases[0].text.unicodeScalars) == Array(visible.unicodeScalars))
    }

    /// The byte scanner and `VisibleText` have to agree on what is hidden.
    @Test func hiddenScalarsAreThoseOfVisibleText() {
        for value in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(Character(scalar))
            var bytes = Array(text.utf8)
            let found = bytes.withUnsafeMutableBufferPointer { buffer in
                HiddenScalars.mayBegin(with: buffer[0])
                    ? HiddenScalars.scalar(at: 0, in: UnsafeBufferPointer(buffer)) : nil
            }
            let isHidden = VisibleText.escaping(text) != text || value == 0xFFFE || value == 0xFFFF
            #expect((found != nil) == isHidden, "U+\(String(value, radix: 16))")
            if let found { #expect(found.value == value && found.length == bytes.count) }
        }
    }

    @Test func numbers() {
        var sink = ByteSink()
        for number in [0, 7, 10, 1_234_567, -5, Int.max, Int.min] {
            sink.append(number)
            sink += " "
        }
        #expect(String(decoding: sink.bytes, as: UTF8.self) == "0 7 10 1234567 -5 \(Int.max) \(Int.min) ")
    }

    @Test func clipping() {
        #expect(clipped("abc", to: 3) == "abc")
        #expect(clipped("äöü", to: 3) == "äöü")
        #expect(clipped("äöüß", to: 3) == "äö…")
        #expect(onOneLine("a\r\nb\tc") == "a  b c")
    }
}
