/// Remembers what short texts were read as: direct-mapped, 1024 places, the later text wins.
struct TextCache {
    private struct Place {
        var count: UInt8 = 0
        var head: UInt64 = 0
        var middle: UInt64 = 0
        var tail: UInt64 = 0
        var value = 0
    }

    private var places = ContiguousArray(repeating: Place(), count: 1024)
    private static let limit = 24

    /// Up to 24 bytes as three words, zero-padded.
    private static func key(_ text: UnsafeBufferPointer<UInt8>) -> Place? {
        guard !text.isEmpty, text.count <= limit else { return nil }
        var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: UnsafeRawBufferPointer(text)) }
        return Place(count: UInt8(text.count), head: words.0, middle: words.1, tail: words.2)
    }

    private static func index(_ place: Place) -> Int {
        let mixed = (place.head ^ place.middle &* 3 ^ place.tail &* 5 ^ UInt64(place.count)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 54)
    }

    func value(of text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let key = Self.key(text) else { return nil }
        let place = places[Self.index(key)]
        let isSame =
            place.count == key.count && place.head == key.head && place.middle == key.middle && place.tail == key.tail
        return isSame ? place.value : nil
    }

    mutating func remember(_ text: UnsafeBufferPointer<UInt8>, _ value: Int) {
        guard var key = Self.key(text) else { return }
        key.value = value
        places[Self.index(key)] = key
    }
}
