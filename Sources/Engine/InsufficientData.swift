/// Why a verdict could not be given, in a sentence.
enum InsufficientData {
    /// What the inventory would have to say, or say more of: `metrics.x (points of 4 of 14 periods …)` has its remark in
    /// parentheses.
    static func reason(_ missing: [String]) -> String {
        var (unstated, insufficient): ([String], [String]) = ([], [])
        for path in missing {
            if let remark = path.firstRange(of: " ("), path.hasSuffix(")") {
                insufficient.append("`\(path[..<remark.lowerBound])` does not suffice\(path[remark.lowerBound...])")
            } else {
                unstated.append("`\(path)`")
            }
        }
        let says = unstated.isEmpty ? [] : ["the inventory does not say \(unstated.joined(separator: ", "))"]
        let parts = says + insufficient
        return parts.isEmpty ? "the inventory does not say enough" : parts.joined(separator: "; ")
    }
}
