internal import AccessPolicies
internal import Diagnostics
package import Inventory
internal import ResourcePolicies

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
            return ofPolicy(at: place) { verdict in
                Set(verdict.findings.filter { $0.kind == .crossAccount }.flatMap(\.accounts)).sorted()
            }
        case "policy_grantees":
            let name = name(view(place))
            return ofPolicy(at: place) { verdict in
                verdict.audiences.map { PolicyTemplate.text($0.grantees, of: name, evaluatedAs: verdict.bucket) }
                    .sorted()
            }
        case "policy_problems": return .text(problems(at: place))
        default: return nil
        }
    }

    /// Texts that a policy comes to: none where there is no policy.
    private func ofPolicy(at place: Place, _ texts: (PolicyVerdict) -> [String]) -> FactValue {
        switch outcome(at: place) {
        case .unreadable: .unknown(missingPolicy(at: place))
        case .evaluated(let verdict): .texts(texts(verdict))
        case nil: view(place).word(slots["policy"]).isAbsent ? .unknown(missingPolicy(at: place)) : .texts([])
        }
    }

    /// The first three mistakes in the policy, and how many there are more.
    private func problems(at place: Place) -> String {
        let mistakes: [PolicyFact] = [.idleStatements, .misleadingConditions, .invalid]
        guard let verdict = verdict(at: place) else { return "nothing" }
        let name = name(view(place))
        let messages = verdict.findings.filter { finding in
            mistakes.contains { $0.kinds.contains(finding.kind) }
        }.map { PolicyTemplate.text($0.message, of: name, evaluatedAs: verdict.bucket) }
        return messages.isEmpty ? "nothing" : Enumeration.beginning(messages)
    }

    /// What anybody may do by what is known of policy and ACL.
    private func abilities(at place: Place) -> Abilities {
        list(of: view(place)).publicGrants.reduce(
            (verdict(at: place)?.abilities ?? []).union(delegation(at: place).abilities)
        ) { $0.union($1.abilities) }
    }

    /// The statements and grants that let anybody in.
    private func reasons(at place: Place) -> [String] {
        func doubt(_ giver: PolicyVerdict.Giver) -> String {
            giver.hasUndecided ? " (under a condition that nobody can judge)" : ""
        }
        let statements = (verdict(at: place)?.givers ?? []).filter(\.isPublic).map { $0.name + doubt($0) }
        let points = delegation(at: place).givers.filter(\.statement.isPublic).map { $0.name + doubt($0.statement) }
        return statements + points + list(of: view(place)).publicGrants.map(\.name)
    }

    // MARK: What is missing

    /// What the inventory would have to say for a fact to be known.
    package func missing(_ fact: String, at place: ReferenceTable.Place) -> [String] {
        if fact == "policy_exceeds_control" {
            guard case .unknown(let names)? = controlOutcome(of: view(place)) else { return ["control_policy"] }
            return names
        }
        guard AccessClass.allCases.contains(where: { $0.factName == fact }) || fact == "public_access" else {
            return missingPolicy(at: place)
        }
        return missingPolicy(at: place) + delegation(at: place).missing + missingList(list(of: view(place)))
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
            return [source(of: view).map { problem.missing("policy", in: $0) } ?? "policy"]
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
        if fact == "policy_exceeds_control" { return controlClues(of: view(place)) }
        if fact == "policy_grantees" { return grants(at: place, \.furthest) }
        guard let known = PolicyFact(rawValue: fact == "policy_accounts" ? "policy_cross_account" : fact) else {
            return []
        }
        guard let source = source(of: view(place)) else { return [Clue("policy", "none", nil)] }
        guard let verdict = verdict(at: place) else { return [] }
        guard !known.kinds.isEmpty else {
            return verdict.wildcardPrincipals.map { place in
                Clue("policy.Statement[\(place.statement)].Principal", "everybody", source.span(place.range))
            }
        }
        return verdict.findings.filter { known.kinds.contains($0.kind) }.map { finding in
            let path = finding.statement.map { "policy.Statement[\($0)]" } ?? "policy"
            return Clue(
                path, PolicyTemplate.text(finding.message, of: name(view(place)), evaluatedAs: verdict.bucket),
                source.span(finding.range))
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
                    "policy.Statement[\(giver.statement)]",
                    PolicyTemplate.text(
                        "lets \(giver.audience) do \(giver.actions)", of: name(view), evaluatedAs: verdict.bucket),
                    source.span(giver.range))
            }
        }
        clues += delegation(at: place).givers.filter { grade($0.statement.grades) == most }.map { giver in
            Clue(giver.path, "lets \(giver.statement.audience) do \(giver.statement.actions)", giver.span)
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
