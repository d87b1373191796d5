import Synchronization

/// The bytes of one file that was read, with its name as the user gave it.
///
/// The bytes stay at one address for the life of the object, so that arenas may refer to them by offset
/// and the loader may hand them to libyaml without a copy.
package final class SourceFile: Sendable {
    /// The path as given on the command line, or a name in angle brackets for text that is no file.
    package let path: String
    /// Number of bytes; at most `SourceFile.limit`.
    package let count: Int

    // Written once in `init`, then only read, and freed in `deinit`: safe to share between threads.
    private nonisolated(unsafe) let storage: UnsafeMutableRawPointer
    private let lines = Mutex<LineIndex?>(nil)

    /// Offsets are 32 bits wide in the arena, so a file may hold this many bytes (4 GiB − 1).
    package static let limit = Int(UInt32.max)

    /// Takes a buffer made by `UnsafeMutableRawPointer.allocate`; the object frees it.
    package init(path: String, owning storage: UnsafeMutableRawPointer, count: Int) {
        self.path = path
        self.storage = storage
        self.count = count
    }

    /// Copies `text`, for rules and catalog files embedded in the binary and for tests.
    package convenience init(path: String, text: some Sequence<UInt8>) {
        let bytes = Array(text)
        let storage = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        bytes.withUnsafeBytes {
            storage.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(storage), byteCount: $0.count)
        }
        self.init(path: path, owning: storage, count: bytes.count)
    }

    deinit { storage.deallocate() }

    /// All bytes; valid while the object lives.
    package var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage.assumingMemoryBound(to: UInt8.self), count: count)
    }

    /// Whether the file begins with U+FEFF, which is no part of its text.
    package var hasByteOrderMark: Bool { count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF }

    /// The text between two byte offsets; malformed UTF-8 is repaired with U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<count)], as: UTF8.self)
    }

    /// Line and column of a byte offset, both from 1; the column counts characters (Unicode scalars).
    package func position(of offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), count)
        let index = lines.withLock { index in
            if index == nil { index = LineIndex(bytes) }
            return index!
        }
        var position = index.position(of: offset, in: bytes)
        if position.lineStart == 0, offset >= 3, hasByteOrderMark {
            position.lineStart = 3
            position.column -= 1
        }
        return position
    }
}

/// A place in a file for people: line and column from 1, and the byte offset at which the line begins.
package struct SourcePosition: Hashable, Sendable {
    package var line: Int
    package var column: Int
    package var lineStart: Int
}
