import Findings

/// The name of a rendered case.
struct JUnitCaseName: Sendable {
    var hash: JUnitNames.Hash
    /// Where it ends among the bytes of its chunk.
    var end: Int

    /// `account/region/id`, the same from run to run; never a message, a count or a line.
    static func text(of resource: ResourceInfo) -> String {
        "\(resource.account ?? "-")/\(resource.region ?? "-")/\(resource.id)"
    }
}

/// Keeps names apart: consumers drop or merge cases of the same class and name, so the second becomes `…#2`.
///
/// It holds a hash of each name (64-bit FNV-1a), not the name: 8 bytes a case.
struct JUnitNames {
    /// The hash of a name that is not finished.
    struct Hash: Sendable {
        private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
    }

    private var taken: Set<UInt64> = []

    /// Takes a name; the number to put behind it where it is taken already.
    mutating func take(_ hash: Hash) -> Int? {
        if taken.insert(hash.value).inserted { return nil }
        var number = 2
        while true {
            var numbered = hash
            numbered.add("#\(number)".utf8)
            if taken.insert(numbered.value).inserted { return number }
            number += 1
        }
    }
}
