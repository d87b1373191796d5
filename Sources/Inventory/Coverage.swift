/// Which collections an inventory states, by account and region: what tells "there is none" from "nobody looked".
///
/// A document that has the key `network_interfaces` states the interfaces of its account and region, be the list empty; so
/// does a resource that names another account or region for itself.
package struct Coverage: Sendable {
    private struct Key: Hashable, Sendable {
        var type: Int
        var account: String?
        var region: String?
    }

    private var keys: Set<Key> = []

    package init() {}

    /// Takes note that the resources of a type (index into `Catalog.types`) are stated for an account and region.
    package mutating func insert(type: Int, account: String?, region: String?) {
        keys.insert(Key(type: type, account: account, region: region))
    }

    mutating func formUnion(_ other: Coverage) { keys.formUnion(other.keys) }

    /// Whether the resources of the type are stated for the account and region.
    package func holds(type: Int, account: String?, region: String?) -> Bool {
        keys.contains(Key(type: type, account: account, region: region))
    }

    /// Whether the resources of the type are stated for any account and region.
    package func holds(type: Int) -> Bool { keys.contains { $0.type == type } }
}
