/// What allows, and what is said of it.
struct Allowance: Sendable {
    var certainty = Certainty.no
    var deciders: [AccessAnswer.Decider] = []
    var missing: [String] = []
    var doubts: [String] = []
    /// Why something that would allow does not.
    var obstacles: [String] = []

    /// It allows only if something that the inventory does not say is so.
    mutating func weaken(missing names: [String]) {
        certainty = min(certainty, .maybe)
        missing += names
        for index in deciders.indices where deciders[index].part == .allows { deciders[index].part = .mayAllow }
    }

    mutating func add(_ other: Allowance) {
        certainty = max(certainty, other.certainty)
        deciders += other.deciders
        missing += other.missing
        doubts += other.doubts
        obstacles += other.obstacles
    }
}
