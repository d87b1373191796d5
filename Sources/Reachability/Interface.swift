internal import Inventory
internal import Networks

/// Whether something is so, where not everything is stated.
enum Certainty: UInt8, Comparable, Sendable {
    case no, maybe, yes

    init(_ holds: Bool) { self = holds ? .yes : .no }

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
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
    /// Whether it has addresses of a family at all, private ones included.
    var hasIPv4 = Certainty.yes
    var hasIPv6 = Certainty.maybe
    /// What listens behind it: the listeners of a load balancer, the port of a database; nil where anything may.
    var listening: Listening?
    /// Number of the instance it is attached to.
    var instance: Int?
    /// Whether nothing answers behind it: it is attached to nothing, or its instance does not run.
    var isDown = false
}

/// The services behind an interface that only some services reach.
struct Listening: Hashable, Sendable {
    var certain: ServiceSet
    /// Holds all of `certain`.
    var possible: ServiceSet

    var traffic: AdmittedTraffic {
        AdmittedTraffic(
            certain: TrafficSet(addresses: .all, services: certain),
            possible: TrafficSet(addresses: .all, services: possible))
    }
}

/// The security groups of an interface.
struct GroupSet: Hashable, Sendable {
    /// Numbers of the groups, sorted.
    var groups: [Int]
    /// Whether that is all of them: none is missing from the inventory or not stated.
    var isComplete: Bool
    /// Whether they are not stated, so that it may carry any group.
    var isUnstated = false
    /// Whether everything is admitted, as by a network load balancer that has no groups
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html).
    var admitsEverything = false
}
