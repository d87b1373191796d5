package import Findings

/// From which possible saving on a run fails (`--fail-on-savings`).
package struct SavingsThreshold: Hashable, Sendable {
    /// A month; more than nothing.
    package var amount: Money

    /// Nil for nothing and less, which every run would reach.
    package init?(_ amount: Money) {
        guard amount > .zero else { return nil }
        self.amount = amount
    }

    /// Whether it is to fail. What is unpriced counts for nothing here, which the command says.
    package func isReached(by saving: Money) -> Bool { saving >= amount }
}
