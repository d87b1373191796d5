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
    /// Of an access point: its name and its own flags, which count beside those of the bucket and the account.
    var point: (name: String, flags: PublicAccessFlags)?

    /// Whether it is an access point that takes requests from one VPC alone.
    var isForVPC = false

    /// The levels at which flags stand: how they are called, where, and their flags.
    private func levels(_ account: String?) -> [(name: String, path: String, flags: PublicAccessFlags)] {
        let own = [("of the bucket", "public_access_block", flags)]
        let ofAccount = account.map { ("of account \($0)", "accounts.\($0).public_access_block", accountFlags) }
        let ofPoint = point.map {
            ("of access point `\($0.name)`", "access_points.\($0.name).public_access_block", $0.flags)
        }
        return [ofPoint].compactMap(\.self) + own + [ofAccount ?? ("", "account", accountFlags)]
    }

    /// Whether a flag is on at any level; nil where that is not known.
    func isOn(_ flag: NeutralisingFlag) -> Bool? {
        let states = levels(nil).map { $0.flags[flag] }
        return states.contains(true) ? true : states.contains(nil) ? nil : false
    }

    /// Whether a flag is on at several levels.
    func isOnTwice(_ flag: NeutralisingFlag) -> Bool { levels(nil).count { $0.flags[flag] == true } > 1 }

    /// The places of a flag that is on, or of one that nobody tells.
    func paths(_ flag: NeutralisingFlag, _ account: String?, where state: Bool?) -> [String] {
        levels(account).filter { $0.flags[flag] == state }.map {
            $0.path == "account" ? "account" : "\($0.path).\(flag.rawValue)"
        }
    }

    /// `restrict_public_buckets of the bucket and of account 111122223333`
    func name(_ flag: NeutralisingFlag, _ account: String?) -> String {
        let names = levels(account).filter { $0.flags[flag] == true && !$0.name.isEmpty }.map(\.name)
        return "\(flag.rawValue) \(names.joined(separator: " and "))"
    }
}
