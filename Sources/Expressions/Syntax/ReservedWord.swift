/// The words that are no names (https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax): four with a
/// meaning, the others kept free for languages that embed expressions.
enum ReservedWord {
    /// What a word is to the parser.
    static func kind(_ word: UnsafeBufferPointer<UInt8>) -> Token.Kind {
        guard (2...9).contains(word.count) else { return .identifier }
        let isReserved: Bool
        switch word[0] {
        case UInt8(ascii: "a"): isReserved = equal(word, "as")
        case UInt8(ascii: "b"): isReserved = equal(word, "break")
        case UInt8(ascii: "c"): isReserved = equal(word, "const") || equal(word, "continue")
        case UInt8(ascii: "e"): isReserved = equal(word, "else")
        case UInt8(ascii: "f"):
            if equal(word, "false") { return .false }
            isReserved = equal(word, "for") || equal(word, "function")
        case UInt8(ascii: "i"):
            if equal(word, "in") { return .in }
            isReserved = equal(word, "if") || equal(word, "import")
        case UInt8(ascii: "l"): isReserved = equal(word, "let") || equal(word, "loop")
        case UInt8(ascii: "n"):
            if equal(word, "null") { return .null }
            isReserved = equal(word, "namespace")
        case UInt8(ascii: "p"): isReserved = equal(word, "package")
        case UInt8(ascii: "r"): isReserved = equal(word, "return")
        case UInt8(ascii: "t"):
            return equal(word, "true") ? .true : .identifier
        case UInt8(ascii: "v"): isReserved = equal(word, "var") || equal(word, "void")
        case UInt8(ascii: "w"): isReserved = equal(word, "while")
        default: isReserved = false
        }
        return isReserved ? .reserved : .identifier
    }

    private static func equal(_ word: UnsafeBufferPointer<UInt8>, _ other: StaticString) -> Bool {
        guard word.count == other.utf8CodeUnitCount else { return false }
        for at in 0..<word.count where word[at] != other.utf8Start[at] { return false }
        return true
    }
}
