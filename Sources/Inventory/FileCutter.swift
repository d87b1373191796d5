internal import Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Cuts a large inventory at top-level keys and items, so that several parsers can read it at once.
///
/// The cut is a guess from line beginnings: block-style YAML with the collections at column one. It is safe because a
/// piece that was cut wrongly (inside quotes, brackets, or between an anchor and its alias) does not parse alone, and the
/// loader then reads the whole file with one parser. A file of another form is not cut.
struct FileCutter {
    /// A stretch of the file for one parser.
    enum Piece {
        /// Whole top-level pairs: the header and small collections.
        case pairs(Range<Int>)
        /// Items of the collection whose key stands at `key`.
        case items(key: Range<Int>, Range<Int>)
    }

    /// Pieces of one YAML document, in order.
    typealias DocumentPieces = [Piece]

    private let bytes: UnsafeBufferPointer<UInt8>
    private let pieceSize: Int
    private var documents: [DocumentPieces] = []
    private var current: DocumentPieces = []
    private var pairsStart: Int?

    /// The pieces of each document, or nil when the file cannot be cut.
    static func cut(_ file: SourceFile, range: Range<Int>, pieceSize: Int) -> [DocumentPieces]? {
        // What else ends a line in YAML 1.1 would be taken for part of one here.
        guard !hasOtherBreaks(file.bytes, range) else { return nil }
        var cutter = FileCutter(bytes: file.bytes, pieceSize: pieceSize)
        return cutter.cut(range)
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, pieceSize: Int) {
        self.bytes = bytes
        self.pieceSize = pieceSize
    }

    private mutating func cut(_ range: Range<Int>) -> [DocumentPieces]? {
        var line = range.lowerBound
        while line < range.upperBound {
            switch bytes[line] {
            case UInt8(ascii: "-"):
                guard isMarker(line, range.upperBound) else { return nil }
                endDocument(at: line)
                line = nextLine(line, range.upperBound)
            case UInt8(ascii: "."):
                return nil
            case UInt8(ascii: "#"), 0x0A, 0x0D:
                line = nextLine(line, range.upperBound)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                line = section(from: line, range.upperBound)
            default:
                return nil
            }
        }
        endDocument(at: range.upperBound)
        return documents
    }

    /// Takes one top-level pair, from its key's line to the next line at column one; cuts it when it is a long list.
    private mutating func section(from start: Int, _ end: Int) -> Int {
        let firstItem = skipBlank(nextLine(start, end), end)
        let key = keyRange(start, end)
        var line = nextLine(start, end)
        guard let key, firstItem < end, let indent = itemIndent(firstItem, end) else {
            while line < end, !isTopLevel(line) { line = nextLine(line, end) }
            if pairsStart == nil { pairsStart = start }
            return line
        }
        var cuts = [firstItem]
        line = firstItem
        while line < end, line == firstItem || !isTopLevel(line) || (indent == 0 && isItem(line, 0, end)) {
            if line - cuts[cuts.count - 1] >= pieceSize, isItem(line, indent, end) { cuts.append(line) }
            line = nextLine(line, end)
        }
        guard cuts.count > 1 else {
            if pairsStart == nil { pairsStart = start }
            return line
        }
        endPairs(at: start)
        cuts.append(line)
        for (from, to) in zip(cuts, cuts.dropFirst()) { current.append(.items(key: key, from..<to)) }
        return line
    }

    private mutating func endPairs(at end: Int) {
        if let start = pairsStart { current.append(.pairs(start..<end)) }
        pairsStart = nil
    }

    private mutating func endDocument(at end: Int) {
        endPairs(at: end)
        if !current.isEmpty { documents.append(current) }
        current = []
    }

    // MARK: Lines

    /// Whether a carriage return stands alone, or U+0085, U+2028 or U+2029 occurs.
    private static func hasOtherBreaks(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        // `memchr` looks at 32 bytes at a time, and in most files finds none of these.
        func occurs(_ byte: UInt8, _ isBreak: (Int) -> Bool) -> Bool {
            var at = range.lowerBound
            while at < range.upperBound, let found = memchr(bytes.baseAddress! + at, Int32(byte), range.upperBound - at)
            {
                at = UnsafeRawPointer(found) - UnsafeRawPointer(bytes.baseAddress!)
                if isBreak(at) { return true }
                at += 1
            }
            return false
        }
        let end = range.upperBound
        return occurs(0x0D) { $0 + 1 == end || bytes[$0 + 1] != 0x0A }
            || occurs(0xC2) { $0 + 1 < end && bytes[$0 + 1] == 0x85 }
            || occurs(0xE2) {
                $0 + 2 < end && bytes[$0 + 1] == 0x80 && (bytes[$0 + 2] == 0xA8 || bytes[$0 + 2] == 0xA9)
            }
    }

    private func nextLine(_ from: Int, _ end: Int) -> Int {
        guard from < end, let feed = memchr(bytes.baseAddress! + from, 0x0A, end - from) else { return end }
        return UnsafeRawPointer(feed) - UnsafeRawPointer(bytes.baseAddress!) + 1
    }

    private func skipBlank(_ from: Int, _ end: Int) -> Int {
        var line = from
        while line < end {
            var at = line
            while at < end, bytes[at] == 0x20 { at += 1 }
            guard at < end else { return end }
            guard bytes[at] == UInt8(ascii: "#") || bytes[at] == 0x0A || bytes[at] == 0x0D else { return line }
            line = nextLine(at, end)
        }
        return line
    }

    private func isTopLevel(_ line: Int) -> Bool {
        switch bytes[line] {
        case 0x20, UInt8(ascii: "#"), 0x0A, 0x0D: false
        default: true
        }
    }

    /// `key:` alone on its line, but for blanks and a comment.
    private func keyRange(_ line: Int, _ end: Int) -> Range<Int>? {
        var at = line
        while at < end, bytes[at] == UInt8(ascii: "_") || (bytes[at] | 0x20) &- 0x61 < 26 || bytes[at] &- 0x30 < 10 {
            at += 1
        }
        guard at < end, bytes[at] == UInt8(ascii: ":") else { return nil }
        let key = line..<at
        at += 1
        let afterColon = at
        while at < end, bytes[at] == 0x20 { at += 1 }
        // A comment needs a blank before it.
        let isComment = at < end && bytes[at] == UInt8(ascii: "#") && at > afterColon
        guard at == end || bytes[at] == 0x0A || bytes[at] == 0x0D || isComment else { return nil }
        return key
    }

    private func itemIndent(_ line: Int, _ end: Int) -> Int? {
        var at = line
        while at < end, bytes[at] == 0x20 { at += 1 }
        return isItem(line, at - line, end) ? at - line : nil
    }

    private func isItem(_ line: Int, _ indent: Int, _ end: Int) -> Bool {
        guard line + indent + 1 < end, bytes[line + indent] == UInt8(ascii: "-"), bytes[line + indent + 1] == 0x20
        else { return false }
        for at in line..<line + indent where bytes[at] != 0x20 { return false }
        return true
    }

    /// `---` alone on its line, but for blanks.
    private func isMarker(_ line: Int, _ end: Int) -> Bool {
        guard line + 3 <= end, (line..<line + 3).allSatisfy({ bytes[$0] == UInt8(ascii: "-") }) else {
            return false
        }
        var at = line + 3
        while at < end, bytes[at] == 0x20 || bytes[at] == 0x0D { at += 1 }
        return at == end || bytes[at] == 0x0A
    }
}
