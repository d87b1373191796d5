internal import CRE2
internal import Synchronization

/// A compiled regular expression in RE2's syntax (https://github.com/google/re2/wiki/Syntax), which CEL prescribes
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#regular-expressions): matching takes time linear in the
/// text, whatever the pattern.
package final class Pattern: Sendable {
    // RE2 may be asked by any number of threads; nothing changes it after it was made.
    nonisolated(unsafe) private let compiled: OpaquePointer

    /// Bytes of a pattern's text, and of what it is compiled to: repetitions of repetitions grow beyond all bounds.
    private static let limits = (text: 100_000, memory: 8 << 20)

    package init(_ text: String) throws(PatternError) {
        guard text.utf8.count <= Self.limits.text else {
            throw PatternError(message: "the pattern is longer than \(Self.limits.text) bytes")
        }
        let compiled = text.withBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cre2_compile($0.baseAddress, $0.count, Int64(Self.limits.memory))
            }
        }
        guard let compiled else { throw PatternError(message: "the pattern needs more memory than there is") }
        guard cre2_is_valid(compiled) else {
            defer { cre2_free(compiled) }
            throw PatternError(compiled, text)
        }
        self.compiled = compiled
    }

    deinit { cre2_free(compiled) }

    /// Whether it matches somewhere in the text, which should be UTF-8: other bytes match nothing.
    package func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.withMemoryRebound(to: CChar.self) { cre2_matches(compiled, $0.baseAddress, $0.count) }
    }
}

extension Pattern {
    /// Patterns that were compiled before, by their texts.
    private static let cache = Mutex<[ExactText: Pattern]>([:])
    /// Patterns that are data may be many; then the cache starts anew.
    private static let cacheSize = 256

    /// The pattern of a text, compiled once.
    package static func cached(_ text: String) throws(PatternError) -> Pattern {
        let key = ExactText(text)
        if let pattern = cache.withLock({ $0[key] }) { return pattern }
        let pattern = try Pattern(text)
        cache.withLock {
            if $0.count >= cacheSize { $0.removeAll(keepingCapacity: true) }
            $0[key] = pattern
        }
        return pattern
    }
}

/// Why a text is no pattern.
package struct PatternError: Error, Hashable, Sendable {
    /// One sentence: lower-case start, no final period.
    package let message: String
    /// The bytes of the pattern that are wrong, when they are known.
    package let range: Range<Int>?

    fileprivate init(message: String) { (self.message, range) = (message, nil) }

    fileprivate init(_ compiled: OpaquePointer, _ text: String) {
        message = "no RE2 pattern: \(String(cString: cre2_error(compiled)))"
        var length = 0
        let part = UnsafeRawPointer(cre2_error_part(compiled, &length))
        let bytes = UnsafeRawBufferPointer(start: part, count: length).bindMemory(to: UInt8.self)
        range = text.withBytes { text in
            // RE2 tells what is wrong, not where: only what occurs once has a place.
            let places = text.occurrences(of: bytes, limit: 2)
            return places.count == 1 && !bytes.isEmpty ? places[0]..<places[0] + bytes.count : nil
        }
    }
}
