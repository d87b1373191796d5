import Diagnostics
import Testing

@testable import Reports

@Suite struct LineCursorTests {
    /// Every jump from and to must give what the file itself says.
    @Test func agreesWithSourceFile() {
        let line = "ключ: café 🚪 value\r\n"
        let long = String(repeating: "x", count: 700) + "é\n"
        let first = SourceFile(path: "a.yaml", text: (String(repeating: line, count: 40) + long + line + "\n\n").utf8)
        let second = SourceFile(path: "b.yaml", text: String(repeating: "{\"a\": 1}, ", count: 200).utf8)
        var cursor = LineCursor(reach: 500) { path in
            var sink = ByteSink()
            sink.append(path)
            return sink
        }
        var random = SystemRandomNumberGenerator()
        for step in 0..<1000 {
            let file = step % 7 == 0 ? second : first
            let near = Int.random(in: 0...file.count, using: &random)
            for offset in [near, near + 3, near - 5, near + 400, near - 300, -1, file.count + 9] {
                let place = cursor.place(of: offset, in: file)
                let expected = file.position(of: offset)
                #expect(place.line == expected.line && place.column == expected.column, "\(file.path) \(offset)")
                #expect(String(decoding: place.path.bytes, as: UTF8.self) == file.path)
            }
        }
    }
}
