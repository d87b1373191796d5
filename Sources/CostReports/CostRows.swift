internal import Costing
internal import Findings

/// The groups of a breakdown in the order in which every report tells them: the dearest first, equal ones by name, what is not
/// stated after what is.
struct CostRows {
    typealias Value = CostBreakdown.Value

    let answer: CostAnswer
    private var breakdown: CostBreakdown { answer.breakdown }

    /// The groups of a dimension that have something to pay, or to ask for a price.
    func groups(_ index: Int) -> [(value: Value, line: CostBreakdown.Line)] {
        breakdown.lines[index].filter { $0.value.priced + $0.value.unpriced > 0 }
            .map { (value: $0.key, line: $0.value) }
            .sorted { isBefore((amount($0.line), $0.value), (amount($1.line), $1.value)) }
    }

    var rules: [(rule: String, saving: CostBreakdown.Saving)] {
        breakdown.savingsByRule.map { (rule: $0.key, saving: $0.value) }
            .sorted { ($1.saving.amount.micros, $0.rule) < ($0.saving.amount.micros, $1.rule) }
    }

    /// Whether rules find the same resources, so that their savings come to more than the total.
    var savingsOverlap: Bool {
        breakdown.savingsByRule.values.reduce(0) { $0 + $1.amount.micros } > breakdown.saving.amount.micros
    }

    var owners: [(value: Value, saving: CostBreakdown.Saving)] {
        breakdown.savingsByOwner.map { (value: $0.key, saving: $0.value) }
            .sorted { isBefore((amount($0.saving), $0.value), (amount($1.saving), $1.value)) }
    }

    var gaps: [(key: CostBreakdown.GapKey, gap: CostBreakdown.Gap)] {
        breakdown.gaps.map { (key: $0.key, gap: $0.value) }
            .sorted { ($1.gap.count, $0.key.type, $0.key.reason) < ($0.gap.count, $1.key.type, $1.key.reason) }
    }

    var assumptions: [(assumption: CostBreakdown.Assumption, count: Int)] {
        breakdown.assumptions.map { (assumption: $0.key, count: $0.value) }
            .sorted { ($0.assumption.type, $0.assumption.text) < ($1.assumption.type, $1.assumption.text) }
    }

    var sources: [(source: CostBreakdown.Source, sum: CostBreakdown.Sum)] {
        breakdown.sources.map { (source: $0.key, sum: $0.value) }
            .sorted {
                ($1.sum.micros, $0.source.book, $0.source.date) < ($0.sum.micros, $1.source.book, $1.source.date)
            }
    }

    var leavesOut: [(type: String, text: String)] {
        answer.leavesOut.filter { breakdown.pricedTypes.contains($0.key) }.map { (type: $0.key, text: $0.value) }
            .sorted { $0.type < $1.type }
    }

    /// The resources of a gap that are told.
    func resources(of gap: CostBreakdown.Gap) -> [CostBreakdown.Unpriced] {
        let sorted = gap.resources.sorted(by: CostBreakdown.isBefore)
        return answer.listsUnpriced ? sorted : Array(sorted.prefix(CostBreakdown.examples))
    }

    private func isBefore(_ a: (amount: Money?, value: Value), _ b: (amount: Money?, value: Value)) -> Bool {
        guard a.amount == b.amount else {
            guard let first = a.amount, let second = b.amount else { return b.amount == nil }
            return first > second
        }
        return Self.rank(a.value) < Self.rank(b.value)
    }

    private static func rank(_ value: Value) -> (Int, String) {
        switch value {
        case .named(let name): (0, name)
        case .none: (1, "")
        case .unstated: (2, "")
        }
    }

    // MARK: Amounts

    /// What a group costs; nil where nothing in it has a price, which is not zero.
    func amount(_ line: CostBreakdown.Line) -> Money? {
        line.priced == 0 && line.unpriced > 0 ? nil : line.amount.money
    }

    func amount(_ saving: CostBreakdown.Saving) -> Money? {
        saving.findings > 0 && saving.unpriced == saving.findings ? nil : saving.amount.money
    }

    func share(_ line: CostBreakdown.Line) -> Int? { amount(line) == nil ? nil : share(line.amount) }

    func share(_ saving: CostBreakdown.Saving) -> Int? { amount(saving) == nil ? nil : share(saving.amount) }

    /// Ten-thousandths of the total, rounded half up; nil where there is no total to have a share of.
    func share(_ part: CostBreakdown.Sum) -> Int? {
        let whole = breakdown.total.amount.micros
        guard whole > 0 else { return nil }
        let scaled = part.micros * 20_000 + whole
        // Rounded down also below zero, which credits are.
        let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: 2 * whole)
        return Int(clamping: remainder < 0 ? quotient - 1 : quotient)
    }
}

extension CostBreakdown.Value {
    private static let (empty, untagged, notStated) = ("(empty)", "(no tag)", "(not stated)")

    /// For people. Names that read like one of the words for none are in quotation marks.
    var text: String {
        switch self {
        case .named(""): Self.empty
        case .named(let name): Self.isMistakable(name) ? "\"\(name)\"" : name
        case .none: Self.untagged
        case .unstated: Self.notStated
        }
    }

    /// Also in quotation marks, so that no two names get the same text.
    private static func isMistakable(_ name: String) -> Bool {
        var core = name[...]
        while core.count > 1, core.first == "\"", core.last == "\"" { core = core.dropFirst().dropLast() }
        return [empty, untagged, notStated].contains { $0 == core }
    }
}
