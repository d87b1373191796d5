package import Catalog
package import Diagnostics
internal import Inventory
package import Rules

/// Which conditions of a rule its tests have decided, and how: those without connectives in them, as `ports: {covers: 22}`,
/// wherever they stand. A condition that was never true, or never false, may as well say something else.
package struct BranchCoverage: Sendable {
    /// One such condition. A condition that several lists of `for_each` have in common is one.
    package struct Branch: Sendable {
        package var span: SourceSpan
        package internal(set) var wasTrue = false
        package internal(set) var wasFalse = false

        package var isDecidedBothWays: Bool { wasTrue && wasFalse }

        /// What no test has shown; nil when there is nothing.
        package var gap: String? {
            switch (wasTrue, wasFalse) {
            case (true, true): nil
            case (true, false): "never false"
            case (false, true): "never true"
            case (false, false): "never decided"
            }
        }
    }

    /// In the order of their places.
    package private(set) var branches: [Branch] = []
    private var positions: [Place: Int] = [:]

    private struct Place: Hashable {
        var file: ObjectIdentifier
        var start: Int
        var end: Int
    }

    /// Runs the tests of a rule once more, and notes what its conditions say.
    package init(of rule: Rule, catalog: Catalog) {
        let program = Planner.plan([rule], catalog: catalog)
        for index in Self.roots(of: program) { addBranches(below: index, program) }
        for example in rule.examples {
            let (inventory, problems) = ExampleRun.inventory(of: example, type: rule.resourceType, catalog: catalog)
            if problems.hasErrors { continue }
            let bound = example.boundRule.map { Planner.plan([$0.rule], catalog: catalog) } ?? program
            var walk = CoverageWalk(bound, inventory)
            walk.judgeAll(inOneSegment: example.isOfOneResource)
            for (index, truth) in walk.decisions { note(truth, at: index, bound) }
        }
        branches.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    }

    private static func roots(of program: Program) -> [Int] {
        program.rulesByType.joined().flatMap { rule in
            ([rule.when, rule.condition] + rule.lists.map(\.condition)).filter { $0 >= 0 }
        }
    }

    private mutating func addBranches(below index: Int, _ program: Program) {
        let operands = program.connectedOperands(of: index)
        for operand in operands { addBranches(below: operand, program) }
        // A constant is not decided by anything.
        if operands.isEmpty, program.instructions[index].op != .constant { _ = position(of: index, program) }
    }

    private mutating func position(of index: Int, _ program: Program) -> Int? {
        guard let span = program.truthSpans[index] else { return nil }
        let place = Place(file: ObjectIdentifier(span.file), start: span.start, end: span.end)
        if let known = positions[place] { return known }
        positions[place] = branches.count
        branches.append(Branch(span: span))
        return branches.count - 1
    }

    private mutating func note(_ truth: Truth, at index: Int, _ program: Program) {
        guard truth != .unknown, let position = position(of: index, program) else { return }
        if truth == .yes { branches[position].wasTrue = true } else { branches[position].wasFalse = true }
    }
}

extension RuleExample {
    /// Whether only the first segment of its inventory is judged.
    fileprivate var isOfOneResource: Bool { if case .resource = subject { true } else { false } }
}

extension Program {
    /// The conditions that a connective or quantifier joins; empty for a condition that stands for itself, also where the
    /// planner made several instructions of it.
    func connectedOperands(of index: Int) -> [Int] {
        let i = instructions[index]
        let operands: [Int]
        switch i.op {
        case .and, .or: operands = [Int(i.a), Int(i.b)]
        case .not, .remembered: operands = [Int(i.a)]
        case .choose: operands = [Int(i.c), Int(i.a), Int(i.b)]
        case .some, .every, .none: operands = [Int(i.b)]
        default: return []
        }
        // Many operands are joined by instructions in between that were not written.
        let areWritten = operands.allSatisfy { truthSpans[$0] != nil || !connectedOperands(of: $0).isEmpty }
        return areWritten ? operands : []
    }
}
