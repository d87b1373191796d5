/// A value of `Resource`: an ARN whose parts may hold wildcards, compared part by part.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
struct ResourcePattern: Sendable {
    private var text: String
    /// Offsets of the five colons.
    private var colons = SIMD8<Int32>(repeating: 0)
    private var isEverything = false
    /// Length of what stands before the first wildcard.
    private var fixedCount: Int32 = 0
    /// Whether it holds `${…}`, so that what it matches depends on the request.
    private(set) var dependsOnRequest = false
    /// Whether it is neither `*` nor begins with `arn:`.
    private(set) var isInvalid = false

    /// An ARN with fewer than six parts has wildcards for the missing ones, as IAM completes it.
    init(_ written: String, hasVariables: Bool) {
        text = written
        if hasVariables, written.utf8.contains(UInt8(ascii: "$")) {
            let parts = VariableText(written)
            text = parts.asPattern
            dependsOnRequest = parts.hasVariables
        }
        if text == "*" {
            isEverything = true
            return
        }
        defer { fixedCount = Int32(clamping: text.utf8.prefix { $0 != Glob.star && $0 != Glob.question }.count) }
        guard text.utf8.starts(with: "arn:".utf8) || Glob.hasWildcard(text.prefix(4)) else {
            isInvalid = true
            return
        }
        let missing = 5 - findColons()
        guard missing > 0 else { return }
        text += String(repeating: ":*", count: missing)
        _ = findColons()
    }

    /// Notes the first five colons and returns how many there are.
    private mutating func findColons() -> Int {
        var (at, count): (Int32, Int) = (0, 0)
        for byte in text.utf8 {
            if byte == UInt8(ascii: ":") {
                colons[count] = at
                count += 1
                if count == 5 { break }
            }
            at += 1
        }
        return count
    }

    /// Whether some ARN matches both.
    func overlaps(_ other: ResourcePattern) -> Bool {
        beginsAs(other, upTo: min(fixedCount, other.fixedCount)) && compare(other, Glob.overlap)
    }

    /// Whether every ARN that matches the other matches this one, whatever the request.
    func covers(_ other: ResourcePattern) -> Bool {
        if dependsOnRequest { return false }
        if other.isEverything { return isEverything }
        guard other.fixedCount >= fixedCount, beginsAs(other, upTo: fixedCount) else { return false }
        return compare(other, Glob.covers)
    }

    /// Whether both begin with the same text, so long. Most patterns of a long policy are told apart by that alone.
    private func beginsAs(_ other: ResourcePattern, upTo count: Int32) -> Bool {
        if isInvalid || other.isInvalid { return false }
        if isEverything || other.isEverything { return true }
        var (left, right) = (text, other.text)
        return left.withUTF8 { left in
            right.withUTF8 { left.prefix(Int(count)).elementsEqual($0.prefix(Int(count))) }
        }
    }

    private func compare(_ other: ResourcePattern, _ body: (Glob.Bytes, Glob.Bytes) -> Bool) -> Bool {
        if isInvalid || other.isInvalid { return false }
        if isEverything || other.isEverything { return true }
        var (left, right) = (text, other.text)
        return left.withUTF8 { left in
            right.withUTF8 { right in
                var (leftStart, rightStart) = (0, 0)
                for part in 0..<6 {
                    let leftEnd = part < 5 ? Int(colons[part]) : left.count
                    let rightEnd = part < 5 ? Int(other.colons[part]) : right.count
                    let a = UnsafeBufferPointer(rebasing: left[leftStart..<leftEnd])
                    let b = UnsafeBufferPointer(rebasing: right[rightStart..<rightEnd])
                    guard a.elementsEqual(b) || body(a, b) else { return false }
                    (leftStart, rightStart) = (leftEnd + 1, rightEnd + 1)
                }
                return true
            }
        }
    }
}

/// `Resource` or `NotResource` of a statement, ready to compare.
struct ResourceMatch: Sendable {
    let isNegated: Bool
    let patterns: [ResourcePattern]

    private init(isNegated: Bool, patterns: [ResourcePattern]) {
        (self.isNegated, self.patterns) = (isNegated, patterns)
    }

    init(_ element: ListElement, hasVariables: Bool) {
        isNegated = element.isNegated
        patterns = element.values.map { ResourcePattern($0.text, hasVariables: hasVariables) }
    }

    /// Whether the statement may be about something of the part.
    func overlaps(_ part: ResourcePattern) -> Bool {
        isNegated ? !patterns.contains { $0.covers(part) } : patterns.contains { $0.overlaps(part) }
    }

    /// Without the patterns that are about nothing of the part.
    func within(_ part: ResourcePattern) -> ResourceMatch {
        isNegated ? self : ResourceMatch(isNegated: false, patterns: patterns.filter { $0.overlaps(part) })
    }

    /// Whether a denial leaves nothing of what an Allow statement gives of the part. `allowed`: as it is within the part.
    func covers(_ allowed: ResourceMatch?, in part: ResourcePattern) -> Bool {
        if isNegated {
            // Everything but the patterns: they must not be in the part, or the Allow leaves them out as well.
            return patterns.allSatisfy { spared in
                guard spared.overlaps(part) else { return true }
                guard let allowed else { return false }
                return allowed.isNegated
                    ? allowed.patterns.contains { $0.covers(spared) }
                    : !allowed.patterns.contains { $0.overlaps(spared) }
            }
        }
        if patterns.contains(where: { $0.covers(part) }) { return true }
        guard let allowed, !allowed.isNegated else { return false }
        return allowed.patterns.allSatisfy { given in patterns.contains { $0.covers(given) } }
    }
}
