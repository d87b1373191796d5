package import Findings

/// What an inventory costs a month, divided by what somebody asked for. Sums are exact, so the order of resources, files and
/// threads does not show in them.
package struct CostBreakdown: Sendable {
    /// What resources are told apart by.
    package enum Dimension: Hashable, Sendable {
        case type, region, account
        case tag(String)

        /// As `--by` takes it; nil for anything else.
        package init?(_ text: String) {
            switch text {
            case "type": self = .type
            case "region": self = .region
            case "account": self = .account
            default:
                guard text.hasPrefix("tag:"), text.utf8.count > 4 else { return nil }
                self = .tag(String(text.dropFirst(4)))
            }
        }

        package var name: String {
            switch self {
            case .type: "type"
            case .region: "region"
            case .account: "account"
            case .tag(let key): "tag:\(key)"
            }
        }
    }

    /// A value of a dimension. Resources without the tag are not those of which nobody knows the tags.
    package enum Value: Hashable, Sendable {
        case named(String)
        /// The resource has no such tag.
        case none
        /// The inventory does not say.
        case unstated
    }

    /// A sum of money that no order of its parts can make overflow.
    package struct Sum: Hashable, Sendable {
        package private(set) var micros: Int128 = 0
        package init() {}
        package var money: Money { Money(micros: Int64(clamping: micros)) }
        package static func += (sum: inout Sum, money: Money) { sum.micros += Int128(money.micros) }
        package static func += (sum: inout Sum, other: Sum) { sum.micros += other.micros }
    }

    /// The resources of one group.
    package struct Line: Hashable, Sendable {
        package var amount = Sum()
        /// Resources with a price, or with a cost that the inventory states.
        package var priced = 0
        package var unpriced = 0
        /// Resources that are not billed.
        package var free = 0
        package init() {}

        package mutating func add(_ cost: Cost) {
            switch cost {
            case .free: free += 1
            case .unpriced: unpriced += 1
            case .stated(let money):
                priced += 1
                amount += money
            case .priced(let figure):
                priced += 1
                amount += figure.amount
            }
        }

        package static func += (line: inout Line, other: Line) {
            line.amount += other.amount
            line.priced += other.priced
            line.unpriced += other.unpriced
            line.free += other.free
        }
    }

    /// Why resources of a type have no price.
    package struct GapKey: Hashable, Sendable {
        package var type: String
        package var reason: String
        package init(type: String, reason: String) { (self.type, self.reason) = (type, reason) }
    }

    /// A resource without a price.
    package struct Unpriced: Hashable, Sendable {
        package var id: String
        package var account: String?
        package var region: String?
        package init(id: String, account: String?, region: String?) {
            (self.id, self.account, self.region) = (id, account, region)
        }
    }

    package struct Gap: Hashable, Sendable {
        package var count = 0
        /// The first in order of id: a few, or all where that was asked for.
        package var resources: [Unpriced] = []
        package init() {}
    }

    /// What following findings would save.
    package struct Saving: Hashable, Sendable {
        package var amount = Sum()
        /// Findings, and how many of them have no price.
        package var findings = 0
        package var unpriced = 0
        package init() {}

        package static func += (saving: inout Saving, other: Saving) {
            saving.amount += other.amount
            saving.findings += other.findings
            saving.unpriced += other.unpriced
        }
    }

    /// A date that figures have, in a book.
    package struct Source: Hashable, Sendable {
        package var book: String
        package var date: String
        package init(book: String, date: String) { (self.book, self.date) = (book, date) }
    }

    /// Something that was taken for granted of resources of a type.
    package struct Assumption: Hashable, Sendable {
        package var type: String
        package var text: String
        package init(type: String, text: String) { (self.type, self.text) = (type, text) }
    }

    package var dimensions: [Dimension]
    /// Parallel to `dimensions`.
    package var lines: [[Value: Line]]
    package var total = Line()
    /// Resources whose cost the inventory states.
    package var stated = 0
    package var gaps: [GapKey: Gap] = [:]
    /// Of every rule, as if it were the only one, by its id.
    package var savingsByRule: [String: Saving] = [:]
    /// By the tag that names owners, each resource once.
    package var savingsByOwner: [Value: Saving] = [:]
    /// Each resource once, with its largest saving.
    package var saving = Saving()
    package var sources: [Source: Sum] = [:]
    /// Types with resources whose cost is from the price book.
    package var pricedTypes: Set<String> = []
    package var assumptions: [Assumption: Int] = [:]

    /// One without resources.
    package init(by dimensions: [Dimension]) {
        self.dimensions = dimensions
        lines = Array(repeating: [:], count: dimensions.count)
    }

    /// Examples of a gap that are kept when not all are wanted.
    package static let examples = 3

    /// Adds the resources of another part; `keepsAll`: every resource without a price is kept.
    package mutating func add(_ other: CostBreakdown, keepsAll: Bool) {
        for (index, lines) in other.lines.enumerated() {
            for (value, line) in lines { self.lines[index][value, default: Line()] += line }
        }
        total += other.total
        stated += other.stated
        for (key, gap) in other.gaps {
            var merged = gaps[key] ?? Gap()
            merged.count += gap.count
            merged.resources += gap.resources
            if !keepsAll, merged.resources.count > Self.examples {
                merged.resources = Array(merged.resources.sorted(by: Self.isBefore).prefix(Self.examples))
            }
            gaps[key] = merged
        }
        for (rule, saving) in other.savingsByRule { savingsByRule[rule, default: Saving()] += saving }
        for (owner, saving) in other.savingsByOwner { savingsByOwner[owner, default: Saving()] += saving }
        saving += other.saving
        pricedTypes.formUnion(other.pricedTypes)
        for (source, sum) in other.sources { sources[source, default: Sum()] += sum }
        for (assumption, count) in other.assumptions { assumptions[assumption, default: 0] += count }
    }

    package static func isBefore(_ a: Unpriced, _ b: Unpriced) -> Bool {
        (a.id, a.account ?? "", a.region ?? "") < (b.id, b.account ?? "", b.region ?? "")
    }
}
