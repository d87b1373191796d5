package import Diagnostics

/// A stretch of a policy, by offsets from where the policy's text begins in its file.
///
/// Offsets count from the policy, not from the file, so that equal policies of many resources are read and evaluated once:
/// `PolicySource` turns them into places for each of them.
package struct TextRange: Hashable, Sendable {
    package var start: UInt32
    package var end: UInt32

    init(_ start: Int, _ end: Int) {
        self.start = UInt32(clamping: start)
        self.end = UInt32(clamping: max(start, end))
    }
}

/// A value of a policy with the place it stands at, quotes included.
package struct PolicyText: Hashable, Sendable {
    package var text: String
    package var range: TextRange
}

/// Where the text of one policy lies. Two are equal when their bytes are, wherever they stand: the key under which callers
/// remember what they found out about a policy.
package struct PolicySource: Hashable, Sendable {
    package let file: SourceFile
    package let range: Range<Int>

    /// The range is the slice that the inventory keeps of a `policy` field.
    package init(file: SourceFile, range: Range<Int>) {
        self.file = file
        self.range = range.clamped(to: 0..<file.count)
    }

    /// The place of a part of the policy in this file.
    package func span(_ part: TextRange) -> SourceSpan {
        SourceSpan(file: file, start: range.lowerBound + Int(part.start), end: range.lowerBound + Int(part.end))
    }

    /// The policy's bytes; valid while the file lives.
    package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: file.bytes[range]) }

    /// Whether both have the same bytes. A block mapping also needs the same indentation, which shows in every line but
    /// the first.
    package static func == (left: Self, right: Self) -> Bool {
        guard left.range.count == right.range.count else { return false }
        if left.file === right.file, left.range == right.range { return true }
        return left.bytes.elementsEqual(right.bytes)
    }

    /// Feeds the bytes, at most 512 of them: where policies differ they mostly do early, in the name of their resource.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(range.count)
        hasher.combine(bytes: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes.prefix(512))))
    }
}
