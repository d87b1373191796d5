import Expressions
import Testing

/// What must hold for any bytes: errors lie within the text and are worded alike, a tree is written and read back.
func replay(_ bytes: [UInt8]) {
    let (syntax, errors) = bytes.withUnsafeBufferPointer { Parser.parse($0) }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect((syntax == nil) == !errors.isEmpty, "\(text.debugDescription)")
    #expect(errors.count <= 8)
    for error in errors {
        let isInside = 0 <= error.range.start && error.range.start <= error.range.end && error.range.end <= bytes.count
        #expect(isInside, "\(error) \(text.debugDescription)")
        #expect(!error.message.hasSuffix(".") && error.message.first?.isUppercase != true, "\(error.message)")
    }
    #expect(zip(errors, errors.dropFirst()).allSatisfy { $0.range.start < $1.range.start })
    guard let syntax else { return }
    #expect(syntax.misplaced(in: bytes) == nil, "\(text.debugDescription)")
    let written = syntax.text
    let (again, problems) = Parser.parse(written)
    #expect(again?.outline == syntax.outline, "\(text.debugDescription) → \(written): \(problems.map(\.message))")
    #expect(again?.text == written)
}
