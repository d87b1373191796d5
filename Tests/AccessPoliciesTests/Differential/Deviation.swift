import AccessPolicies
import Testing

/// A way in which another evaluator differs from ours, written as what it makes of a case: ours, asked about the
/// rewritten case, must say what the other says of the original.
struct Deviation<Case>: Sendable {
    /// What the other does, in a few words: `Deny` is not looked at.
    let name: String
    /// Why ours does otherwise.
    let argument: String
    /// The page of AWS's documentation that the argument goes by, without the host.
    let page: String
    let rewrite: @Sendable (inout Case) -> Void

    init(_ name: String, _ argument: String, _ page: String, _ rewrite: @escaping @Sendable (inout Case) -> Void) {
        (self.name, self.argument, self.page, self.rewrite) = (name, argument, page, rewrite)
    }

    /// The fewest deviations that together explain an answer, as indices; nil when none do.
    static func explanation(
        of answer: String, about asked: Case, by deviations: [Deviation], atMost most: Int = 4,
        asking ours: (Case) -> String
    ) -> [Int]? {
        var sets: [[Int]] = [[]]
        for _ in 0..<most {
            sets = sets.flatMap { set in ((set.last ?? -1) + 1..<deviations.count).map { set + [$0] } }
            for set in sets {
                var rewritten = asked
                for index in set { deviations[index].rewrite(&rewritten) }
                if ours(rewritten) == answer { return set }
            }
        }
        return nil
    }
}

extension Condition {
    /// The key in lower case, as other evaluators look it up.
    var lowerKey: String { key.text.lowercased() }

    func hasValue(where isSo: (String) -> Bool) -> Bool { values.contains { isSo($0.text) } }
}

/// Parts of a policy to put in the place of others.
enum StatementPart {
    /// Allows everybody everything.
    static let open: Statement = {
        let text = statements(#""Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*""#)
        guard let read = Policy.read(source(text)).policy else { preconditionFailure(text) }
        return read.statements[0]
    }()
}
