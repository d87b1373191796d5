/// The identity of a finding across runs: 128-bit FNV-1a over the parts that name it, as 32 hexadecimal digits
/// (http://www.isthe.com/chongo/tech/comp/fnv/). Lines and files are left out, so moving text changes nothing.
package struct Fingerprint {
    private var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B

    package init() {}

    /// Adds one part; parts are kept apart by a zero byte, so `ab`+`c` differs from `a`+`bc`.
    package mutating func add(_ part: UnsafeBufferPointer<UInt8>) { add(UnsafeRawBufferPointer(part)) }

    package mutating func add(_ part: UnsafeRawBufferPointer) {
        var state = state
        for byte in part { state = (state ^ UInt128(byte)) &* Self.prime }
        self.state = state &* Self.prime
    }

    package mutating func add(_ part: String) {
        var part = part
        part.withUTF8 { add($0) }
    }

    package var hex: String {
        let digits: [UInt8] = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 32) { buffer in
            for i in 0..<32 { buffer[i] = digits[Int(truncatingIfNeeded: state >> UInt128(124 - 4 * i)) & 15] }
            return 32
        }
    }
}
