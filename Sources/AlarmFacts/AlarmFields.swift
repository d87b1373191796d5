internal import Catalog
internal import Inventory

/// Where the fields of alarms lie, and the values of their enums.
struct AlarmFields: Sendable {
    let slots: FieldSlots
    private let values: [String: [String]]

    /// Nil when the catalog has no alarms.
    init?(_ catalog: Catalog) {
        guard let type = catalog.type(named: "alarm"), let slots = FieldSlots(type.name, in: catalog) else {
            return nil
        }
        self.slots = slots
        var values: [String: [String]] = [:]
        for field in catalog.shape(of: type).fields where field.type.kind == .enumeration && !field.type.isList {
            values[field.name] = catalog.enumerations[field.type.detail].names
        }
        self.values = values
    }

    subscript(name: String) -> Int { slots[name] }

    /// The value of an enum; nil when it is null or not stated.
    func value(_ field: String, of alarm: ResourceView) -> String? {
        let word = alarm.word(slots[field])
        return word.isSet ? values[field]?[Int(word.bits)] : nil
    }

    /// The word of an enum's value; nil where the enum has no such value.
    func word(_ field: String, _ value: String) -> Word? {
        values[field]?.firstIndex(of: value).map { Word(Int64($0)) }
    }
}
