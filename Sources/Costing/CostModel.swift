package import Expressions

/// What resources of one type are billed for, as a file in `Models` says it.
package struct CostModel: Sendable {
    /// The type costs nothing: why. The rest is empty then.
    package var free: String?
    /// Where AWS says how it bills them.
    package var sources: [String] = []
    /// What is billed besides and no inventory states, such as traffic.
    package var leavesOut: String?
    /// Where it holds the resource costs nothing; where nobody knows it is there to be paid.
    package var costsNothing: Expression?
    /// Resources that the prices are not for. A condition holds only where the inventory says so.
    package var unpriced: [Exception] = []
    /// What is taken for granted where the inventory is silent; told beside the figure.
    package var assumptions: [Exception] = []
    package var components: [Component] = []

    /// A circumstance and what it means.
    package struct Exception: Sendable {
        /// Nil: always.
        package var when: Expression?
        package var text: String
    }

    /// One thing that is billed.
    package struct Component: Sendable {
        package var name: String
        /// The item of the price book.
        package var item: String
        /// Where it does not hold the component costs nothing; nil: always billed.
        package var when: Expression?
        package var billed: Billed
        /// What is billed instead, where the book has no price under the key.
        package var instead: Billed?
    }

    /// How much of what.
    package struct Billed: Sendable {
        /// The key of the price; nil for items that have one price.
        package var key: Expression?
        /// In the item's unit; nil: one.
        package var quantity: Expression?
        /// The quantity is in bytes, and the price for gigabytes of 2^30.
        package var isInBytes = false
    }
}
