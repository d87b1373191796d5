internal import Catalog
internal import Inventory

/// Judges resources as `Judge` and the kernel do, in the same order and stopping at the same places, and keeps what each
/// condition without connectives said.
struct CoverageWalk {
    private let program: Program
    private let inventory: Inventory
    private let kernel: Kernel
    /// Truth instruction, and what it gave.
    private(set) var decisions: [(index: Int, truth: Truth)] = []

    init(_ program: Program, _ inventory: Inventory) {
        (self.program, self.inventory) = (program, inventory)
        kernel = Kernel(program, graph: InventoryGraph(inventory))
    }

    /// `inOneSegment`: only the first segment counts.
    mutating func judgeAll(inOneSegment: Bool) {
        for segment in inventory.segments.prefix(inOneSegment ? 1 : .max) {
            kernel.enter(segment, now: segment.scope.asOf?.micros)
            for resource in segment.resources {
                for rule in program.rulesByType[Int(resource.type)] { judge(rule, resource, segment) }
            }
        }
    }

    private mutating func judge(_ rule: CompiledRule, _ resource: ResourceRecord, _ segment: Segment) {
        kernel.enter(resource)
        if rule.when >= 0, truth(rule.when, segment) != .yes { return }
        if rule.lists.isEmpty { _ = truth(rule.condition, segment) }
        for list in rule.lists {
            let word = kernel.word(list.slot)
            guard word.isSet else { continue }
            let records = EntryList(word, in: segment.words)
            for entry in 0..<records.count {
                kernel.enter(records[entry])
                _ = truth(list.condition, segment)
            }
        }
    }

    private mutating func truth(_ index: Int, _ segment: Segment) -> Truth {
        let operands = program.connectedOperands(of: index)
        guard !operands.isEmpty else {
            let truth = kernel.truth(index)
            // A constant is not decided by anything.
            if program.instructions[index].op != .constant { decisions.append((index, truth)) }
            return truth
        }
        let i = program.instructions[index]
        switch i.op {
        case .and, .or:
            let decisive: Truth = i.op == .and ? .no : .yes
            let a = truth(operands[0], segment)
            if a == decisive { return a }
            let b = truth(operands[1], segment)
            return b == decisive || a != .unknown ? b : .unknown
        case .not: return truth(operands[0], segment).negated
        case .remembered: return truth(operands[0], segment)
        case .choose:
            switch truth(operands[0], segment) {
            case .yes: return truth(operands[1], segment)
            case .no: return truth(operands[2], segment)
            case .unknown: return .unknown
            }
        default: return quantified(i, index, segment)
        }
    }

    private mutating func quantified(_ i: Instruction, _ index: Int, _ segment: Segment) -> Truth {
        let list = kernel.value(Int(i.a))
        // Without elements there is no body to ask.
        guard list.isSet else { return kernel.truth(index) }
        let access = ListAccess(packed: i.c)
        let decisive: Truth = i.op == .every ? .no : .yes
        var isOpen = false
        let entries = EntryList(list, in: segment.words)
        for element in 0..<list.listCount {
            if access.isRecord {
                kernel.enter(entries[element], level: access.level)
            } else {
                let words = access.isShared ? segment.tables.words : segment.words
                kernel.enter(element: words[list.listFirst + element], level: access.level, isShared: access.isShared)
            }
            let truth = truth(Int(i.b), segment)
            if truth == decisive { return i.op == .some ? .yes : .no }
            if truth == .unknown { isOpen = true }
        }
        return isOpen ? .unknown : i.op == .some ? .no : .yes
    }
}
