internal import Catalog
package import Costing
internal import Expressions
internal import Findings
internal import Inventory
internal import Synchronization
internal import Workers

/// Adds up what the resources of a run cost, and what following its findings would save.
package struct CostSurvey {
    private let run: RuleRun
    private let dimensions: [CostBreakdown.Dimension]
    private let ownerTag: String
    private let keepsAll: Bool

    /// `ownerTag`: the tag that savings are told by. `listsUnpriced`: every resource without a price is kept, not only a few.
    package init(_ run: RuleRun, by dimensions: [CostBreakdown.Dimension], ownerTag: String, listsUnpriced: Bool) {
        (self.run, self.dimensions, self.ownerTag, keepsAll) = (run, dimensions, ownerTag, listsUnpriced)
    }

    package func breakdown(jobs: Int) -> CostBreakdown {
        let total = Mutex(CostBreakdown(by: dimensions))
        Workers.run(count: run.partCount, jobs: jobs) { _, part in
            let own = breakdown(ofPart: part)
            total.withLock { $0.add(own, keepsAll: keepsAll) }
        }
        return total.withLock { $0 }
    }

    private func breakdown(ofPart part: Int) -> CostBreakdown {
        var result = CostBreakdown(by: dimensions)
        let savings = run.savings(inPart: part)
        run.forEachRecord(inPart: part) { position, record in
            add(record, savings[position] ?? [], to: &result)
        }
        return result
    }

    private func add(
        _ record: InventoryRecord, _ savings: [RuleRun.FindingSaving], to result: inout CostBreakdown
    ) {
        let cost = record.cost
        let type = record.typeName
        result.total.add(cost)
        for (index, dimension) in dimensions.enumerated() {
            result.lines[index][value(dimension, of: record), default: CostBreakdown.Line()].add(cost)
        }
        switch cost {
        case .free: break
        case .stated: result.stated += 1
        case .priced(let figure):
            if !figure.parts.isEmpty { result.pricedTypes.insert(type) }
            for part in figure.parts {
                result.sources[CostBreakdown.Source(book: part.book, date: part.date), default: .init()] += part.amount
            }
            for text in figure.assumptions {
                result.assumptions[CostBreakdown.Assumption(type: type, text: text), default: 0] += 1
            }
        case .unpriced(let gap):
            let key = CostBreakdown.GapKey(type: type, reason: gap.reason)
            result.gaps[key, default: .init()].count += 1
            result.gaps[key]?.resources.append(
                CostBreakdown.Unpriced(
                    id: record.text, account: record.scopeText("account"), region: record.scopeText("region")))
        }
        if !savings.isEmpty { add(savings, ofOwner: value(.tag(ownerTag), of: record), to: &result) }
    }

    /// What the findings on one resource would save: the largest of them, and the largest of each rule for that alone.
    private func add(
        _ savings: [RuleRun.FindingSaving], ofOwner owner: CostBreakdown.Value, to result: inout CostBreakdown
    ) {
        var all = CostBreakdown.Saving()
        var byRule: [String: (largest: Money, saving: CostBreakdown.Saving)] = [:]
        var largest = Money.zero
        for (rule, saving) in savings.map({ ($0.rule, $0.savings) }) {
            var entry = byRule[rule] ?? (.zero, CostBreakdown.Saving())
            entry.saving.findings += 1
            all.findings += 1
            switch saving {
            case .monthly(let money):
                entry.largest = max(entry.largest, money)
                largest = max(largest, money)
            case .unpriced:
                entry.saving.unpriced += 1
                all.unpriced += 1
            }
            byRule[rule] = entry
        }
        for (rule, entry) in byRule {
            var saving = entry.saving
            saving.amount += entry.largest
            result.savingsByRule[rule, default: .init()] += saving
        }
        all.amount += largest
        result.savingsByOwner[owner, default: .init()] += all
        result.saving += all
    }

    private func value(_ dimension: CostBreakdown.Dimension, of record: InventoryRecord) -> CostBreakdown.Value {
        switch dimension {
        case .type: return .named(record.typeName)
        case .region: return record.scopeText("region").map { .named($0) } ?? .unstated
        case .account: return record.scopeText("account").map { .named($0) } ?? .unstated
        case .tag(let key):
            switch record.field("tags") {
            case .map(let tags)?:
                switch tags[.string(key)] {
                case .string(let text)?: return .named(text)
                case .unknown?: return .unstated
                default: return .none
                }
            case .null?: return .none
            default: return .unstated
            }
        }
    }
}

extension RuleRun {
    /// What one finding would save, and whose it is.
    struct FindingSaving {
        var rule: String
        var savings: Savings
    }

    /// The savings of the findings of a part, by the position of their resource in it.
    func savings(inPart part: Int) -> [Int: [FindingSaving]] {
        var result: [Int: [FindingSaving]] = [:]
        forEachSaving(inPart: part) { position, rule, savings in
            result[position, default: []].append(FindingSaving(rule: rules[rule].id, savings: savings))
        }
        return result
    }
}
