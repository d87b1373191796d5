internal import AccessPolicies
internal import Diagnostics
package import Inventory

/// Why facts are as they are, and the facts that are worked out only when somebody reads them.
extension BucketModel {
    // MARK: Values

    /// The value of a fact of a bucket that has no word of its own; nil for names that are none.
    package func value(_ fact: String, at place: ReferenceTable.Place) -> FactValue? {
        switch fact {
        case "public_may": return .text(abilities(at: place).text)
        case "public_because":
            let reasons = reasons(at: place)
            return .text(reasons.isEmpty ? "nothing" : reasons.joined(separator: " and "))
        case "policy_accounts":
            switch outcome(at: place) {
            case .unreadable: return .unknown(missingPolicy(at: place))
            case .evaluated(let verdict):
                return .texts(Set(verdict.findings.filter { $0.kind == .crossAccount }.flatMap(\.accounts)).sorted())
            case nil:
                return view(place).word(slots["policy"]).isAbsent ? .unknown(missingPolicy(at: place)) : .texts([])
            }
        default: return nil
        }
    }

    /// What anybody may do by what is known of policy and ACL.
    private func abilities(at place: Place) -> Abilities {
        list(of: view(place)).publicGrants.reduce(verdict(at: place)?.abilities ?? []) { $0.union($1.abilities) }
    }

    /// The statements and grants that let anybody in.
    private func reasons(at place: Place) -> [String] {
        let statements = (verdict(at: place)?.givers ?? []).filter(\.isPublic).map { giver in
            giver.name + (giver.hasUndecided ? " (under a condition that nobody can judge)" : "")
        }
        return statements + list(of: view(place)).publicGrants.map(\.name)
    }

    // MARK: What is missing

    /// What the inventory would have to say for a fact to be known.
    package func missing(_ fact: String, at place: ReferenceTable.Place) -> [String] {
        guard AccessClass.allCases.contains(where: { $0.factName == fact }) || fact == "public_access" else {
            return missingPolicy(at: place)
        }
        return missingPolicy(at: place) + missingList(list(of: view(place)))
    }

    /// What is not said of an ACL that could have effect.
    func missingList(_ list: AccessControlList) -> [String] {
        if list.isOff == true { return [] }
        guard list.grants != nil else { return ["acl"] }
        return list.isOff == nil && list.granted.possible != .none ? ["ownership"] : []
    }

    /// `policy`, with what is wrong with one that cannot be read.
    func missingPolicy(at place: Place) -> [String] {
        let view = view(place)
        switch outcome(at: place) {
        case .evaluated: return []
        case .unreadable(let problem):
            guard let source = source(of: view) else { return ["policy"] }
            let position = source.file.position(of: source.range.lowerBound + problem.start)
            return ["policy (\(source.file.path):\(position.line):\(position.column): \(problem.message))"]
        case nil: return view.word(slots["policy"]).isAbsent ? ["policy"] : []
        }
    }

    // MARK: Clues

    /// The statements and grants that a fact rests on.
    package func clues(_ fact: String, at place: ReferenceTable.Place) -> [Clue] {
        if let access = AccessClass.allCases.first(where: { $0.factName == fact }) {
            return grants(at: place) { $0[access] }
        }
        if fact == "public_access" {
            return grants(at: place, \.furthest)
        }
        guard let known = PolicyFact(rawValue: fact == "policy_accounts" ? "policy_cross_account" : fact) else {
            return []
        }
        guard let source = source(of: view(place)) else { return [Clue("policy", "none", nil)] }
        guard let verdict = verdict(at: place) else { return [] }
        guard let kind = known.kind else {
            return verdict.wildcardPrincipals.map { place in
                Clue("policy.Statement[\(place.statement)].Principal", "everybody", source.span(place.range))
            }
        }
        return verdict.findings.filter { $0.kind == kind }.map { finding in
            let path = finding.statement.map { "policy.Statement[\($0)]" } ?? "policy"
            return Clue(path, finding.message, source.span(finding.range))
        }
    }

    /// The statements and grants that give most of what `grade` asks about.
    private func grants(at place: Place, _ grade: (Grades) -> Grade) -> [Clue] {
        let view = view(place)
        let list = list(of: view)
        let most = grade(granted(at: place).certain)
        guard most > .private else { return [] }
        var clues: [Clue] = []
        if let source = source(of: view), let verdict = verdict(at: place) {
            clues = verdict.givers.filter { grade($0.grades) == most }.map { giver in
                Clue(
                    "policy.Statement[\(giver.statement)]", "lets \(giver.audience) do \(giver.actions)",
                    source.span(giver.range))
            }
        }
        for grant in list.isOff == false ? list.grants ?? [] : [] where grant.grade == most {
            guard grant.classes.contains(where: { grade(Grades(giving: most, in: $0)) == most }) else { continue }
            let path = grant.index.map { "acl.grants[\($0)]" } ?? "acl.canned"
            clues.append(Clue(path, "\(grant.permission) to \(grant.granteeText)", span(of: grant, view)))
        }
        return clues
    }

    func span(of grant: AccessControlList.Grant, _ view: ResourceView) -> SourceSpan? {
        let entries = view.entries(slots["acl.grants"])
        guard let index = grant.index, entries.indices.contains(index) else { return nil }
        let source = entries[index].source
        return SourceSpan(file: view.segment.file, start: source.lowerBound, end: source.upperBound)
    }
}

extension Grades {
    /// One grade in one class.
    fileprivate init(giving grade: Grade, in access: AccessClass) {
        self.init()
        self[access] = grade
    }
}

extension AccessControlList.Grant {
    /// As a reason: `the ACL's grant of read to all-users`.
    var name: String { "the ACL's grant of \(permission) to \(granteeText)" }
}
