import Inventory
import Testing

struct WordTests {
    @Test("whole numbers", arguments: [0, 1, -1, 999_999_999_999_999_999, -999_999_999_999_999_999, .max] as [Int64])
    func int(value: Int64) {
        #expect(Word(value).int == value)
        #expect(Word(value).isSet && !Word(value).isNull && !Word(value).isAbsent)
    }

    @Test(
        "numbers",
        arguments: [
            0, 1.5, -2.25, .pi, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNormalMagnitude,
            .leastNonzeroMagnitude,
        ])
    func double(value: Double) {
        #expect(Word(value).double == value)
        #expect(Word(value).isSet)
    }

    @Test func minusZeroIsZeroAndNotAbsent() {
        #expect(Word(-0.0).isSet)
        #expect(Word(-0.0).double == 0)
        #expect(Word(-0.0) == Word(0.0))
    }

    @Test func theTwoPatternsThatAreNoValue() {
        #expect(Word.absent.isAbsent && !Word.absent.isNull && !Word.absent.isSet)
        #expect(Word.null.isNull && !Word.null.isAbsent && !Word.null.isSet)
        #expect(Word.absent == Word(Int64.min) && Word.null == Word(Int64.min + 1))
        #expect(Word(Int64.min + 2).isSet)
    }

    @Test("booleans", arguments: [true, false])
    func bool(value: Bool) {
        #expect(Word(value).bits == (value ? 1 : 0))
        #expect(Word(value).isSet)
    }

    @Test(
        "text",
        arguments: [(0, 0, false), (1, 1, true), (Int(UInt32.max), 1 << 20, false), (4_000_000_000, 0x3FFF_FFFF, true)])
    func text(offset: Int, count: Int, inPool: Bool) {
        let word = Word(textAt: offset, count: count, inPool: inPool)
        #expect(word.textOffset == offset && word.textCount == count && word.isInPool == inPool && word.isSet)
    }

    @Test("lists", arguments: [(0, 0, 0), (7, 3, 1), (Int(UInt32.max), Word.listLimit, 63)])
    func list(first: Int, count: Int, slots: Int) {
        let word = Word(listAt: first, count: count, entrySlots: slots)
        #expect(word.listFirst == first && word.listCount == count && word.entrySlots == slots && word.isSet)
    }

    @Test("ports", arguments: [(0, 0), (443, 443), (0, 65535), (65535, 65535), (8000, 8100)] as [(UInt16, UInt16)])
    func ports(low: UInt16, high: UInt16) {
        let word = Word(low: low, high: high)
        #expect(word.lowPort == low && word.highPort == high && word.isSet)
    }

    @Test("peers", arguments: PeerWord.Kind.allCases, [0, 1, 123_456, Int(UInt32.max)])
    func peers(kind: PeerWord.Kind, index: Int) {
        let word = PeerWord.word(kind, index)
        #expect(PeerWord.kind(word) == kind && PeerWord.index(word) == index && word.isSet)
    }
}
