extension ServiceActions {
    /// The actions of this service that a value of `Action` matches: `s3:GetObject`, `s3:Get*`, `*`, in any case.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
    package func matching(_ pattern: String) -> ActionSet {
        if pattern == "*" { return all }
        if let index = byText[pattern] {
            var result = ActionSet()
            result.insert(index)
            return result
        }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: pattern.utf8.count) { buffer in
            var count = 0
            for byte in pattern.utf8 {
                buffer[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                count += 1
            }
            let lower = UnsafeBufferPointer(rebasing: buffer[..<count])
            guard let colon = lower.firstIndex(of: UInt8(ascii: ":")) else { return ActionSet() }
            var prefix = self.prefix
            let isThis = prefix.withUTF8 { Glob.matches(UnsafeBufferPointer(rebasing: lower[..<colon]), $0) }
            return isThis ? matching(name: lower[(colon + 1)...]) : ActionSet()
        }
    }

    private func matching(name: UnsafeBufferPointer<UInt8>.SubSequence) -> ActionSet {
        var result = ActionSet()
        guard let wildcard = name.firstIndex(where: { $0 == Glob.star || $0 == Glob.question }) else {
            if let index = index(of: name) { result.insert(index) }
            return result
        }
        // What stands before the wildcard is a range of the sorted names.
        let beginning = name[..<wildcard]
        let isPrefix = wildcard == name.endIndex - 1 && name[wildcard] == Glob.star
        if isPrefix, beginning.isEmpty { return all }
        let whole = UnsafeBufferPointer(rebasing: name)
        var index = firstIndex(notBelow: beginning)
        while index < lowered.count, lowered[index].starts(with: beginning) {
            if isPrefix || lowered[index].withUnsafeBufferPointer({ Glob.matches(whole, $0) }) { result.insert(index) }
            index += 1
        }
        return result
    }

    /// The actions of this service that a statement is about.
    package func matching(_ element: ListElement) -> ActionSet {
        var result = ActionSet()
        for value in element.values { result = result.union(matching(value.text)) }
        return element.isNegated ? all.subtracting(result) : result
    }

    /// The actions of a set by level.
    package func levels(of actions: ActionSet) -> Set<AccessLevel> {
        Set(AccessLevel.allCases.filter { self.actions($0).overlaps(actions) })
    }
}
