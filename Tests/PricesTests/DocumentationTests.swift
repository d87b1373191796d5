import Foundation
import Prices
import Testing

/// What docs/prices.md shows is a book.
@Suite struct Documentation {
    @Test func theBookOfThePageHasNoMistakes() throws {
        let page = Collection.repository.appendingPathComponent("docs/prices.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let begin = try #require(text.range(of: "```yaml\n"))
        let end = try #require(text.range(of: "```\n", range: begin.upperBound..<text.endIndex))
        let book = Book(String(text[begin.upperBound..<end.lowerBound]))
        #expect(book.problems == [])
        #expect(book.book.figures().count == 8)
    }

    @Test func thePageListsEveryItem() throws {
        let page = Collection.repository.appendingPathComponent("docs/prices.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        for item in PriceItem.all { #expect(text.contains("| `\(item.name)` |"), "\(item.name)") }
    }
}
