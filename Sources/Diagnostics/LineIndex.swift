/// Finds lines and columns without a table of every line: for each 1 KiB block it keeps what was counted before it, so that
/// a look-up reads one block, however long the lines are, and 90 MB of YAML cost one.
struct LineIndex {
    private static let blockSize = 1024

    /// What is known at the beginning of a block.
    private struct Block {
        var feeds: UInt32 = 0
        /// Characters (Unicode scalars) from the beginning of the file.
        var characters: UInt32 = 0
        /// Where the block's first line begins.
        var lineStart: UInt32 = 0
    }

    private var blocks: ContiguousArray<Block> = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        blocks.reserveCapacity(bytes.count / Self.blockSize + 1)
        var state = Block()
        for start in stride(from: 0, through: bytes.count, by: Self.blockSize) {
            blocks.append(state)
            Self.advance(&state, over: start..<min(start + Self.blockSize, bytes.count), of: bytes)
        }
    }

    /// Line and column (from 1) of `offset`, and where its line begins; `0 <= offset <= bytes.count`.
    func position(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SourcePosition {
        let state = state(at: offset, in: bytes)
        let lineStart = Int(state.lineStart)
        let before = self.state(at: lineStart, in: bytes).characters
        return SourcePosition(
            line: Int(state.feeds) + 1, column: Int(state.characters - before) + 1, lineStart: lineStart)
    }

    private func state(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Block {
        let index = offset / Self.blockSize
        var state = blocks[index]
        Self.advance(&state, over: index * Self.blockSize..<offset, of: bytes)
        return state
    }

    private static func advance(_ state: inout Block, over range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
        // Files are below 4 GiB, so that the counts stay below 2^32.
        for at in range {
            let byte = bytes[at]
            if byte & 0xC0 != 0x80 { state.characters &+= 1 }
            if byte == UInt8(ascii: "\n") {
                state.feeds &+= 1
                state.lineStart = UInt32(truncatingIfNeeded: at + 1)
            }
        }
    }
}
