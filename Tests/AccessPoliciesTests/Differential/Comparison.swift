/// What came of asking another evaluator and ours the same questions.
struct Comparison {
    /// A question with what the other answers.
    struct Question<Case> {
        /// The policy, and what else is asked.
        var text: String
        var asked: Case
        var theirs: String
    }

    /// Disagreements of one kind.
    struct Class {
        let name, argument, page: String
        /// Explained by this deviation.
        var alone = 0
        /// Explained by this one and others together.
        var together = 0
        /// The shortest question of the class.
        var example: (text: String, ours: String, theirs: String)?
    }

    /// The other evaluator, with what of it is asked.
    let name: String
    let asked: Int
    private(set) var agreed: [String: Int] = [:]
    private(set) var classes: [Class]
    /// Disagreements that no class explains.
    private(set) var unexplained: [String] = []

    init<Case>(
        _ name: String, _ questions: [Question<Case>], _ deviations: [Deviation<Case>], asking ours: (Case) -> String
    ) {
        self.name = name
        asked = questions.count
        classes = deviations.map { Class(name: $0.name, argument: $0.argument, page: $0.page) }
        for question in questions {
            let mine = ours(question.asked)
            if mine == question.theirs {
                agreed[mine, default: 0] += 1
                continue
            }
            guard
                let set = Deviation.explanation(
                    of: question.theirs, about: question.asked, by: deviations, asking: ours)
            else {
                unexplained.append("ours \(mine), theirs \(question.theirs): \(question.text)")
                continue
            }
            for index in set { note(question.text, mine, question.theirs, index, isAlone: set.count == 1) }
        }
    }

    private mutating func note(_ text: String, _ ours: String, _ theirs: String, _ index: Int, isAlone: Bool) {
        guard isAlone else {
            classes[index].together += 1
            return
        }
        classes[index].alone += 1
        if let example = classes[index].example, example.text.utf8.count <= text.utf8.count { return }
        classes[index].example = (text, ours, theirs)
    }
}
