/// Facts that are true, false or not known, packed into the words of a resource: two bits each.
package enum FactBits {
    /// The topmost bits stay free: they tell a word that nobody filled in.
    static let perWord = 31

    /// The word with one flag set; nil leaves it not known.
    package static func setting(_ value: Bool?, in word: UInt64, at shift: Int) -> UInt64 {
        let cleared = word & ~(3 << UInt64(shift))
        return value.map { cleared | ($0 ? 2 : 1) << UInt64(shift) } ?? cleared
    }

    /// The flag of a word; nil: not known.
    @inlinable package static func value(in word: UInt64, at shift: Int) -> Bool? {
        switch word >> UInt64(shift) & 3 {
        case 1: false
        case 2: true
        default: nil
        }
    }
}
