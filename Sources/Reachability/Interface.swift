internal import Inventory
internal import Networks

/// Whether something is so, where not everything is stated.
enum Certainty: UInt8, Sendable {
    case no, maybe, yes

    init(_ holds: Bool) { self = holds ? .yes : .no }
}

/// A place where traffic arrives: a network interface, or the one that an instance, load balancer or database has where the
/// inventory does not hold its interfaces.
struct Interface: Sendable {
    /// The resource it is, or stands for.
    var owner: ReferenceTable.Place
    var subnet: Link
    /// Index into `Interfaces.groupSets`.
    var groupSet: Int
    /// Whether it has a public address, by family.
    var publicIPv4: Certainty
    var publicIPv6: Certainty
    /// Whether it refuses what comes through internet gateways.
    var refusesInternet = false
    /// What listens behind it, where that is known: the listeners of a load balancer, the port of a database.
    var services: ServiceSet?
    /// Number of the instance it is attached to.
    var instance: Int?
    /// Whether nothing answers behind it: it is attached to nothing, or its instance does not run.
    var isDown = false
}

/// The security groups of an interface.
struct GroupSet: Hashable, Sendable {
    /// Numbers of the groups, sorted.
    var groups: [Int]
    /// Whether that is all of them: none is missing from the inventory or not stated.
    var isComplete: Bool
    /// Whether everything is admitted, as by a network load balancer that has no groups
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html).
    var admitsEverything = false
}
