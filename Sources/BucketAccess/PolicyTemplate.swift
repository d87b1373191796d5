internal import AccessPolicies
internal import Diagnostics

/// A bucket policy without the name of its bucket: policies that differ in that alone are evaluated once.
///
/// Another name of the same length stands in its place, so that places in the policy stay the same. A name is only replaced
/// where it is all of an ARN's bucket, `arn:aws:s3:::NAME` or `arn:aws:s3:::NAME/…`.
struct PolicyTemplate: Hashable, Sendable {
    private let source: PolicySource
    private let nameLength: Int
    /// Where the name stands, from the beginning of the policy.
    private let places: [Int]
    /// Of all bytes but the name's.
    private let hash: Int

    /// The name in place of one with so many bytes.
    static func standIn(_ length: Int) -> String {
        String(String(repeating: "own-bucket.", count: length / 11 + 1).prefix(length))
    }

    /// Nil where the policy does not name the bucket so, or holds the other name.
    init?(_ source: PolicySource, bucket name: String) {
        self.source = source
        nameLength = name.utf8.count
        let bytes = source.bytes
        guard !name.isEmpty, case let places = Self.places(of: Array(name.utf8), in: bytes), !places.isEmpty,
            Self.places(of: Array(Self.standIn(nameLength).utf8), in: bytes).isEmpty
        else { return nil }
        self.places = places
        var hasher = Hasher()
        hasher.combine(nameLength)
        var start = 0
        for place in places + [bytes.count] {
            hasher.combine(bytes: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start..<place])))
            start = place + nameLength
        }
        hash = hasher.finalize()
    }

    private static let colon = UInt8(ascii: ":")

    /// Where `:::NAME` stands with something behind it that is part of no name, each time at the name.
    private static func places(of name: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var result: [Int] = []
        var at = 0
        let last = bytes.count - name.count
        while at + 3 <= last {
            guard bytes[at + 2] == colon else {
                // No three colons end here or at the next two.
                at += 3
                continue
            }
            guard bytes[at] == colon, bytes[at + 1] == colon else {
                at += 1
                continue
            }
            let start = at + 3
            let end = start + name.count
            if bytes[start..<end].elementsEqual(name), end == bytes.count || ends(bytes[end]) { result.append(start) }
            at = start
        }
        return result
    }

    private static func ends(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: ","),
            UInt8(ascii: "]"), UInt8(ascii: "}"), 0x20, 0x09, 0x0A, 0x0D:
            true
        default: false
        }
    }

    static func == (left: Self, right: Self) -> Bool {
        guard left.hash == right.hash, left.nameLength == right.nameLength, left.places == right.places else {
            return false
        }
        let (a, b) = (left.source.bytes, right.source.bytes)
        guard a.count == b.count else { return false }
        var start = 0
        for place in left.places + [a.count] {
            guard a[start..<place].elementsEqual(b[start..<place]) else { return false }
            start = place + left.nameLength
        }
        return true
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    // MARK: The policy with the other name

    /// The name that stands for the bucket's.
    var name: String { Self.standIn(nameLength) }

    /// A copy of the policy with the other name in it, in the column where it stands: a block mapping's lines are as far
    /// from the margin as its first.
    func copy() -> PolicySource {
        var lineStart = source.range.lowerBound
        let bytes = source.file.bytes
        while lineStart > 0, bytes[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
        let columns = bytes[lineStart..<source.range.lowerBound].count { $0 & 0xC0 != 0x80 }
        var text = Array(repeating: 0x20, count: columns) + Array(source.bytes)
        for place in places {
            text.replaceSubrange(columns + place..<columns + place + nameLength, with: name.utf8)
        }
        return PolicySource(file: SourceFile(path: source.file.path, text: text), range: columns..<text.count)
    }

    /// Other buckets that the policy names; nil where it has patterns that depend on what the bucket is called.
    static func others(in policy: Policy, besides name: String) -> Set<String>? {
        var result: Set<String> = []
        for value in policy.statements.flatMap({ $0.resource?.values ?? [] }) {
            let bucket = BucketPattern(value.text)
            if bucket.isAnyBucket || bucket.text == name { continue }
            guard !bucket.hasWildcard else { return nil }
            result.insert(bucket.text)
        }
        return result
    }

    /// A text about a policy that was evaluated on a bucket of another name, with the bucket's own name.
    static func text(_ text: String, of bucket: String, evaluatedAs other: String) -> String {
        guard bucket != other, text.utf8.contains(colon) else { return text }
        return text.replacing(":::" + other, with: ":::" + bucket)
    }
}

/// The bucket in a value of `Resource`.
struct BucketPattern {
    let text: String

    init(_ resource: String) {
        let parts = resource.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        text = parts.count < 6 ? resource : String(parts[5].prefix { $0 != "/" })
    }

    /// Whether it is all buckets, whatever they are called.
    var isAnyBucket: Bool { text == "*" }
    var hasWildcard: Bool {
        text.utf8.contains { [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "$")].contains($0) }
    }
}
