package import Findings
internal import Prices

/// What a resource costs a month.
package enum Cost: Sendable {
    /// The inventory states the amount.
    case stated(Money)
    /// Resources of its type are not billed.
    case free
    case priced(CostFigure)
    /// It is not known, which is not zero.
    case unpriced(CostGap)

    /// The amount, where it is known.
    package var amount: Money? {
        switch self {
        case .stated(let money): money
        case .free: .zero
        case .priced(let figure): figure.amount
        case .unpriced: nil
        }
    }
}

/// An amount worked out with a price book.
package struct CostFigure: Sendable {
    /// The sum of the parts.
    package var amount = Money.zero
    /// What it consists of; empty where the resource costs nothing as it stands.
    package var parts: [Part] = []
    /// What was taken for granted.
    package var assumptions: [String] = []

    /// One thing that is billed.
    package struct Part: Sendable {
        package var name: String
        /// Of the price book.
        package var item: String
        package var key: String?
        package var amount: Money
        /// The book that the price is from, and the date of the figure.
        package var book: String
        package var date: String
    }

    /// The books that the prices are from, each once.
    package var books: [String] {
        var result: [String] = []
        for part in parts where !result.contains(part.book) { result.append(part.book) }
        return result
    }
}

/// Why a resource has no price.
package struct CostGap: Hashable, Sendable {
    /// One phrase, the same for all resources with the same gap: ``no price of `m9.huge` in eu-west-1``.
    package var reason: String
    /// Paths of the fields that would have to be stated; empty where that is not what is missing.
    package var unstated: [String] = []
    package init(reason: String, unstated: [String] = []) { (self.reason, self.unstated) = (reason, unstated) }

    /// The fields named are not stated.
    package init(unstated paths: [String]) {
        let names = paths.map { "`\($0)`" }
        let list =
            names.count < 2
            ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
        self.init(reason: "the inventory does not state \(list)", unstated: paths)
    }
}
