internal import Findings
internal import Inventory

/// Gives one rule's verdicts on one resource (DESIGN §7: `when` false is not applicable, an unknown outcome is
/// insufficient data).
struct Judge {
    private let kernel: Kernel
    private let segment: Segment

    init(_ kernel: Kernel, _ segment: Segment) { (self.kernel, self.segment) = (kernel, segment) }

    /// Calls `report(verdict, list, entry)` for the resource (-1, -1), or for each entry: position of its list among the
    /// rule's, and its own in the list. A list that is not stated is reported with entry -1.
    @inline(__always)
    func judge(_ rule: CompiledRule, _ resource: ResourceRecord, _ report: (Verdict, Int, Int) -> Void) {
        kernel.enter(resource)
        if rule.when >= 0 {
            switch kernel.truth(rule.when) {
            case .no: return report(.notApplicable, -1, -1)
            case .unknown: return report(.insufficientData, -1, -1)
            case .yes: break
            }
        }
        guard !rule.lists.isEmpty else {
            return report(verdict(kernel.truth(rule.condition), flags: rule.flags), -1, -1)
        }
        var entries = 0
        for (position, list) in rule.lists.enumerated() {
            let word = kernel.word(list.slot)
            guard word.isSet else {
                if word.isAbsent {
                    report(.insufficientData, position, -1)
                    entries += 1
                }
                continue
            }
            let records = EntryList(word, in: segment.words)
            for entry in 0..<records.count {
                kernel.enter(records[entry])
                report(verdict(kernel.truth(list.condition), flags: rule.flags), position, entry)
            }
            entries += word.listCount
        }
        // Nothing to find fault with.
        if entries == 0 { report(.compliant, -1, -1) }
    }

    @inline(__always)
    private func verdict(_ truth: Truth, flags: Bool) -> Verdict {
        switch truth {
        case .unknown: .insufficientData
        case .yes: flags ? .noncompliant : .compliant
        case .no: flags ? .compliant : .noncompliant
        }
    }
}
