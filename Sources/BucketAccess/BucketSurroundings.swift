internal import ResourcePolicies
internal import Diagnostics

/// What a bucket has beside its policy.
struct BucketSurroundings: Sendable {
    var list: AccessControlList
    /// The canonical user id of the owner.
    var owner: String?
    var flags: PublicAccessFlags
    var accountFlags: PublicAccessFlags
    var spans: [SourceSpan?]

    /// Whether a flag is on at either level; nil where that is not known.
    func isOn(_ flag: NeutralisingFlag) -> Bool? {
        if flags[flag] == true || accountFlags[flag] == true { return true }
        return flags[flag] == nil || accountFlags[flag] == nil ? nil : false
    }

    /// The places of a flag that is on, or of one that nobody tells.
    func paths(_ flag: NeutralisingFlag, _ account: String?, where state: Bool?) -> [String] {
        var result: [String] = []
        if flags[flag] == state { result.append("public_access_block.\(flag.rawValue)") }
        if accountFlags[flag] == state {
            result.append(account.map { "accounts.\($0).public_access_block.\(flag.rawValue)" } ?? "account")
        }
        return result
    }

    /// `restrict_public_buckets of the bucket and of account 111122223333`
    func name(_ flag: NeutralisingFlag, _ account: String?) -> String {
        var levels: [String] = []
        if flags[flag] == true { levels.append("of the bucket") }
        if accountFlags[flag] == true, let account { levels.append("of account \(account)") }
        return "\(flag.rawValue) \(levels.joined(separator: " and "))"
    }
}
