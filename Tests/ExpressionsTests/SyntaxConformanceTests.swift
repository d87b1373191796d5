import Expressions
import Foundation
import Testing

/// The public conformance suite, where the shared folder holds it.
struct SyntaxConformanceTests {
    private struct Case: Decodable {
        var name: String
        var section: String
        var expr: String
    }

    private static let suite: [Case] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.deletingLastPathComponent().appendingPathComponent("shared/cel/conformance.json")
        guard let data = try? Data(contentsOf: file) else { return [] }
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    @Test(.enabled(if: !suite.isEmpty, "there is no shared/cel/conformance.json beside the repository"))
    func everyExpressionIsRead() {
        #expect(Self.suite.count > 1000)
        for test in Self.suite {
            #expect(Parser.parse(test.expr).syntax != nil, "\(test.section)/\(test.name): \(outline(test.expr))")
            replay(Array(test.expr.utf8))
        }
    }
}
