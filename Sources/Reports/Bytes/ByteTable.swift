/// Which bytes of a text need a second look in a format; all others are copied in runs.
struct ByteTable: Sendable {
    private let needsLook: [Bool]

    /// Those that may begin a hidden character, and those that mean something in the format.
    init(markup: StaticString) {
        var table = (0...255).map { HiddenScalars.mayBegin(with: UInt8($0)) }
        markup.withUTF8Buffer { for byte in $0 { table[Int(byte)] = true } }
        needsLook = table
    }

    /// The first byte from `index` on that needs a look; the text's length where none does.
    @inline(__always)
    func next(from index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        needsLook.withUnsafeBufferPointer { table in
            var index = index
            while index < text.count, !table[Int(text[index])] { index += 1 }
            return index
        }
    }
}
