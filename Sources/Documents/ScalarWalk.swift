/// Reads the source of a scalar once more, as libyaml's scanner does, beside the value that libyaml made of it, and notes
/// which bytes became which. Every step is compared with the value: a walk that comes to differ gives nothing.
struct ScalarWalk {
    typealias Piece = ScalarPlacement.Piece

    let source: UnsafeBufferPointer<UInt8>
    let value: UnsafeBufferPointer<UInt8>
    let end: Int
    /// The place in the source.
    var at: Int
    /// Bytes of the value found so far.
    private var found = 0
    private var pieces: [Piece] = []
    private var isAligned = true

    init(_ source: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, value: UnsafeBufferPointer<UInt8>) {
        (self.source, self.value) = (source, value)
        (at, self.end) = (start, min(end, source.count))
    }

    /// The pieces of a scalar written in this style; none where source and value differ.
    mutating func pieces(of kind: Node.Kind) -> [Piece] {
        skipProperties()
        switch kind {
        case .plain: flowScalar(quote: nil)
        case .quoted:
            let quote = byte()
            at += 1
            flowScalar(quote: quote)
        default: blockScalar()
        }
        return isAligned && found == value.count ? pieces : []
    }

    /// The byte `ahead` of the place; 0 behind the end.
    func byte(_ ahead: Int = 0) -> UInt8 { at + ahead < end ? source[at + ahead] : 0 }

    /// The anchor and tag before the scalar, and what stands between: spaces, comments, line breaks.
    private mutating func skipProperties() {
        while at < end {
            switch source[at] {
            case UInt8(ascii: "&"):
                at += 1
                while at < end, Self.isAnchorByte(source[at]) { at += 1 }
            case UInt8(ascii: "!"): while at < end, !isBlank(at), breakLength(at) == 0 { at += 1 }
            case 0x20, 0x09: at += 1
            case UInt8(ascii: "#"): while at < end, breakLength(at) == 0 { at += 1 }
            default:
                guard breakLength(at) > 0 else { return }
                at += breakLength(at)
            }
        }
    }

    /// libyaml ends an anchor before any other character.
    private static func isAnchorByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    func isBlank(_ at: Int) -> Bool { at < end && (source[at] == 0x20 || source[at] == 0x09) }

    /// Bytes of the line break at an offset, 0 where there is none: CR LF, CR, LF, NEL, LS, PS.
    func breakLength(_ at: Int) -> Int {
        guard at < end else { return 0 }
        switch source[at] {
        case 0x0A: return 1
        case 0x0D: return at + 1 < end && source[at + 1] == 0x0A ? 2 : 1
        case 0xC2: return at + 1 < end && source[at + 1] == 0x85 ? 2 : 0
        case 0xE2:
            return at + 2 < end && source[at + 1] == 0x80 && (source[at + 2] == 0xA8 || source[at + 2] == 0xA9) ? 3 : 0
        default: return 0
        }
    }

    /// Steps over the line break here.
    mutating func lineBreak() -> LineBreak {
        let length = breakLength(at)
        at += length
        return LineBreak(start: at - length, end: at)
    }

    /// A line break in the source. LS and PS are kept as they are, the others become a line feed.
    struct LineBreak {
        var start: Int
        var end: Int
        var isKept: Bool { end - start == 3 }
    }

    // MARK: What became of the source

    /// The next bytes stand in the value as they are.
    mutating func keep(_ count: Int) {
        keep(at..<at + count)
        at += count
    }

    mutating func keep(_ range: Range<Int>) {
        guard isAligned, range.upperBound <= source.count, found + range.count <= value.count,
            source[range].elementsEqual(value[found..<found + range.count])
        else {
            isAligned = false
            return
        }
        if let last = pieces.last, last.isLiteral, last.sourceEnd == range.lowerBound {
            pieces[pieces.count - 1].sourceEnd = range.upperBound
        } else if !range.isEmpty {
            pieces.append(
                Piece(value: found, source: range.lowerBound, sourceEnd: range.upperBound, isLiteral: true))
        }
        found += range.count
    }

    /// The source from here to there became these bytes.
    mutating func replace(_ range: Range<Int>, with bytes: some Collection<UInt8>) {
        guard isAligned, found + bytes.count <= value.count, value[found..<found + bytes.count].elementsEqual(bytes)
        else {
            isAligned = false
            return
        }
        pieces.append(Piece(value: found, source: range.lowerBound, sourceEnd: range.upperBound, isLiteral: false))
        found += bytes.count
    }

    mutating func keep(_ line: LineBreak) {
        if line.isKept { keep(line.start..<line.end) } else { replace(line.start..<line.end, with: [0x0A]) }
    }
}
