import AccessPolicies

/// A policy and a kind of mistake, of which is asked whether the policy has it.
struct FindingCase {
    /// A kind of mistake that both tell.
    enum Mistake: String, CaseIterable {
        case action = "unknown action"
        case test = "unknown operator"
        case principal = "invalid principal"
        case arn = "invalid ARN"
        case value = "wrong type"
        case sid = "Sid given twice"
        case element = "missing element"

        var ours: Set<PolicyFinding.Kind> {
            switch self {
            case .action: [.invalidAction]
            case .test: [.unknownOperator]
            case .principal: [.invalidPrincipal, .deletedPrincipal]
            case .arn: [.invalidResource]
            case .value: [.operatorMismatch, .invalidValue]
            case .sid: [.duplicateSid]
            case .element: [.missingElement, .misplacedElement]
            }
        }

        var theirs: Set<String> {
            switch self {
            case .action: ["UNKNOWN_ACTION", "UNKNOWN_PREFIX", "EXCEPTION"]
            case .test: ["UNKNOWN_OPERATOR"]
            case .principal: ["UNKNOWN_PRINCIPAL", "UNKNOWN_FEDERATION_SOURCE"]
            case .arn: ["INVALID_ARN"]
            case .value: ["MISMATCHED_TYPE", "MISMATCHED_TYPE_OPERATION_TO_NULL"]
            case .sid: ["DUPLICATE_SID"]
            case .element: ["MALFORMED"]
            }
        }
    }

    var policy: Policy
    let target: Target
    let mistake: Mistake
    /// What the other says whatever the policy.
    var fixedAnswer: String?

    var answer: String {
        if let fixedAnswer { return fixedAnswer }
        return policy.findings(for: .resource(target)).contains { mistake.ours.contains($0.kind) } ? "told" : "silent"
    }
}

extension Deviation<FindingCase> {
    /// Where the other tells of a mistake that is none.
    static func told(
        _ mistake: FindingCase.Mistake, _ name: String, _ argument: String, _ page: String,
        where isSo: @escaping @Sendable (Statement) -> Bool
    ) -> Deviation<FindingCase> {
        Deviation(name, argument, page) { asked in
            if asked.mistake == mistake, asked.policy.statements.contains(where: isSo) { asked.fixedAnswer = "told" }
        }
    }

    /// Takes out what the other does not look at.
    static func unseen(
        _ mistake: FindingCase.Mistake, _ name: String, _ argument: String, _ page: String,
        _ rewrite: @escaping @Sendable (inout Statement) -> Void
    ) -> Deviation<FindingCase> {
        Deviation(name, argument, page) { asked in
            guard asked.mistake == mistake else { return }
            for index in asked.policy.statements.indices { rewrite(&asked.policy.statements[index]) }
        }
    }
}

extension ComparisonCorpus {
    /// What is wrong with each, with the answers of parliament, which takes long: some of the random ones.
    func compareFindings() throws -> Comparison {
        let some = entries.indices.filter { $0 < written || $0 % 4 == 0 }.map { entries[$0] }
        let answers: [[String]] = try OtherEvaluators.ask("findings", some.map(\.text))
        let questions = zip(some, answers).flatMap { entry, answer in
            // An evaluator that stops says nothing of any of them.
            (answer == ["error"] ? [.element] : FindingCase.Mistake.allCases).map { mistake in
                Comparison.Question(
                    text: "\(mistake.rawValue): \(entry.text)",
                    asked: FindingCase(policy: entry.policy, target: entry.target, mistake: mistake),
                    theirs: answer == ["error"] ? "error" : mistake.theirs.isDisjoint(with: answer) ? "silent" : "told")
            }
        }
        return Comparison("parliament", questions, Parliament.deviations) { $0.answer }
    }
}
