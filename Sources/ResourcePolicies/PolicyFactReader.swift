internal import AccessPolicies
internal import Diagnostics
package import Inventory

/// Why facts are as they are, and the facts that are worked out only when somebody reads them.
extension PolicyModel {
    // MARK: Values

    package func value(_ fact: String, at place: ReferenceTable.Place) -> FactValue? {
        guard let kind = kind(view(place)) else { return nil }
        let group = kind.holder.group(ofFact: fact)
        let verdicts = verdicts(of: group, at: place).map(\.verdict)
        let missing = missing(fact, at: place)
        // What is known of several policies is told, although others may say more.
        func told(_ text: String, orNot none: String) -> FactValue {
            !text.isEmpty ? .text(text) : missing.isEmpty ? .text(none) : .unknown(missing)
        }
        switch fact {
        case "public_may":
            let levels = verdicts.reduce(into: Set()) { $0.formUnion($1.levels) }
            return told(
                Enumeration.text(AccessLevel.sentence.filter { levels.contains($0.0) }.map(\.1)), orNot: "do nothing")
        case "public_because":
            return told(Enumeration.text(verdicts.flatMap(\.givers).filter(\.isPublic).map(\.reason)), orNot: "nothing")
        case "\(group.prefix)_problems":
            let messages = verdicts.flatMap(\.marks).filter(\.fact.isMistake).map(\.message)
            return told(Enumeration.beginning(messages), orNot: "nothing")
        case "\(group.prefix)_accounts":
            guard missing.isEmpty else { return .unknown(missing) }
            return .texts(verdicts.reduce(into: Set()) { $0.formUnion($1.accounts) }.sorted())
        default: return nil
        }
    }

    /// The policies of a group that can be read.
    private func verdicts(of group: DocumentGroup, at place: Place) -> [(document: Document, verdict: DocumentVerdict)]
    {
        outcomes(of: group, at: place).compactMap { document, outcome in
            if case .evaluated(let verdict) = outcome { (document, verdict) } else { nil }
        }
    }

    // MARK: What is missing

    package func missing(_ fact: String, at place: ReferenceTable.Place) -> [String] {
        let view = view(place)
        guard let kind = kind(view) else { return [] }
        let group = kind.holder.group(ofFact: fact)
        if isUnstated(group, of: view, kind) { return [group.field] }
        return outcomes(of: group, at: place).compactMap { document, outcome in
            switch outcome {
            case .unreadable(let problem): problem.missing(document.path, in: document.source)
            case .evaluated(let verdict): fact == "policy_access" && verdict.grade == nil ? "arn" : nil
            }
        }
    }

    // MARK: Clues

    package func clues(_ fact: String, at place: ReferenceTable.Place) -> [Clue] {
        let view = view(place)
        guard let kind = kind(view) else { return [] }
        let group = kind.holder.group(ofFact: fact)
        if view.word(kind.slots[group.field]).isNull { return [Clue(group.field, "none", nil)] }
        return verdicts(of: group, at: place).flatMap { document, verdict -> [Clue] in
            func clue(_ statement: Int?, _ text: String, _ range: TextRange) -> Clue {
                let path = statement.map { "\(document.path).Statement[\($0)]" } ?? document.path
                return Clue(path, text, document.source.span(range))
            }
            switch fact {
            case "\(group.prefix)_access":
                return verdict.givers.filter { $0.isPublic || verdict.grade == .limited }.map { giver in
                    clue(giver.statement, "lets \(giver.audience) do \(giver.actions)", giver.range)
                }
            case "\(group.prefix)_cross_account", "\(group.prefix)_accounts":
                return verdict.crossAccount.map { clue($0.statement, $0.message, $0.range) }
            default:
                return verdict.marks.filter { $0.fact.name(of: group.prefix) == fact }.map { mark in
                    clue(mark.statement, mark.message, mark.range)
                }
            }
        }
    }
}
