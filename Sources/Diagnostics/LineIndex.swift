/// Finds line numbers without a table of every line: it keeps the number of line feeds before every
/// 512 byte block, so that 90 MB of YAML cost 700 KB and a look-up scans 512 bytes at most.
struct LineIndex {
    private static let blockSize = 512
    private var feedsBefore: [UInt32] = [0]

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        feedsBefore.reserveCapacity(bytes.count / Self.blockSize + 2)
        var feeds: UInt32 = 0
        var start = 0
        while start < bytes.count {
            let end = min(start + Self.blockSize, bytes.count)
            for byte in bytes[start..<end] where byte == UInt8(ascii: "\n") { feeds &+= 1 }
            feedsBefore.append(feeds)
            start = end
        }
    }

    /// The line (from 1) that holds `offset`, and the offset at which that line begins.
    func line(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, start: Int) {
        let block = min(offset / Self.blockSize, feedsBefore.count - 1)
        var line = Int(feedsBefore[block]) + 1
        for byte in bytes[(block * Self.blockSize)..<offset] where byte == UInt8(ascii: "\n") { line += 1 }
        var start = offset
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return (line, start)
    }
}
