package import Diagnostics

/// Something that works out facts of resources from the whole inventory: the networks, the access policies.
package protocol FactSource: Sendable {
    /// Whether it knows the type of the resource at a place.
    func holds(_ place: ReferenceTable.Place) -> Bool

    /// Whether it works out this fact of the resource at a place.
    func holds(_ fact: String, at place: ReferenceTable.Place) -> Bool

    /// Writes the facts that have words into their slots. Only the first call does; later ones wait for it.
    func deriveFacts()

    /// The value of a fact that has no word of its own; nil for names that are none.
    func value(_ fact: String, at place: ReferenceTable.Place) -> FactValue?

    /// What the inventory would have to say for a fact to be known.
    func missing(_ fact: String, at place: ReferenceTable.Place) -> [String]

    /// What it could not read of the inventory: policies that are none.
    var unreadable: [Diagnostic] { get }

    /// The things that a fact rests on.
    func clues(_ fact: String, at place: ReferenceTable.Place) -> [Clue]
}

extension FactSource {
    package func holds(_ fact: String, at place: ReferenceTable.Place) -> Bool { holds(place) }
    package var unreadable: [Diagnostic] { [] }
}
