internal import AccessPolicies
internal import ResourcePolicies

/// What anybody may do with a bucket and its objects, for messages.
struct Abilities: OptionSet, Sendable {
    let rawValue: UInt8

    static let readObjects = Abilities(rawValue: 1)
    static let writeObjects = Abilities(rawValue: 2)
    static let deleteObjects = Abilities(rawValue: 4)
    static let manageObjects = Abilities(rawValue: 8)
    static let list = Abilities(rawValue: 16)
    static let readSettings = Abilities(rawValue: 32)
    static let changeSettings = Abilities(rawValue: 64)
    static let manageBucket = Abilities(rawValue: 128)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// What actions of S3 come to.
    init(_ actions: ActionSet, of service: ServiceActions, onObjects: Bool) {
        self = []
        for index in actions.indices {
            switch AccessClass(service.level(index), onObjects: onObjects) {
            case .list: insert(.list)
            case .read: insert(onObjects ? .readObjects : .readSettings)
            case .write where onObjects:
                insert(service.names[index].hasPrefix("DeleteObject") ? .deleteObjects : .writeObjects)
            case .write: insert(.changeSettings)
            case .manage: insert(onObjects ? .manageObjects : .manageBucket)
            }
        }
    }

    /// What comes after "lets anyone": `read, write and delete its objects, list them and change its settings`.
    var text: String {
        func verbs(_ all: [(Abilities, String)]) -> [String] { all.filter { contains($0.0) }.map(\.1) }
        var parts: [String] = []
        let ofObjects = verbs([
            (.readObjects, "read"), (.writeObjects, "write"), (.deleteObjects, "delete"),
            (.manageObjects, "change the permissions of"),
        ])
        if !ofObjects.isEmpty { parts.append(Enumeration.text(ofObjects) + " its objects") }
        if contains(.list) { parts.append(ofObjects.isEmpty ? "list its objects" : "list them") }
        let ofSettings = verbs([(.readSettings, "read"), (.changeSettings, "change")])
        if !ofSettings.isEmpty { parts.append(Enumeration.text(ofSettings) + " its settings") }
        if contains(.manageBucket) { parts.append("change who may use the bucket") }
        return parts.isEmpty ? "do nothing" : Enumeration.text(parts)
    }
}
