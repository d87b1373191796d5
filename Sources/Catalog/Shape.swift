/// How the entries of a list of traffic entries are read together.
package enum TrafficList: String, CaseIterable, Sendable {
    /// Security groups: all entries are united.
    case allowList = "allow_list"
    /// Network ACLs: entries are tried by number, the first that matches decides.
    case firstMatch = "first_match"
}

/// Where a field's value lies in the record that stores it.
package enum Slot: Hashable, Sendable, BitwiseCopyable {
    /// In the record itself, at this index.
    case own(Int)
    /// In the part that equal entries share, at this index.
    case shared(Int)
    /// A fact that is true, false or not known: two bits of the own word at `slot`, from `shift` on. See `FactBits`.
    case flag(slot: Int, shift: Int)
    /// A fact without a place: worked out each time somebody reads it. The number tells it from others.
    case derived(Int)
}

/// A field of a resource type or of a record in it.
package struct Field: Sendable {
    package var name: String
    package var type: FieldType
    package var meaning: String
    /// Name in the AWS API.
    package var aws: String?
    package var isRequired: Bool
    /// The value AWS documents for a resource that does not say, as text of the field's type; "null" for none.
    package var defaultText: String?
    package var defaultIsNull: Bool
    package var defaultSource: String?
    package var unit: String?
    package var traffic: TrafficList?
    package var isShared: Bool
    /// Whether Plumbline derives the value from the whole inventory; inventories do not state it.
    package var isFact: Bool
    /// Whether prices give the value where an inventory does not state it.
    package var isPriced: Bool
    /// A record's own slot says whether the record is there; its fields follow.
    package var slot: Slot
}

extension Field {
    /// Whether `admits` may be asked of it: a list of traffic entries, or a fact of what traffic arrives.
    package var holdsTraffic: Bool { traffic != nil || type.kind == .traffic }

    /// Whether a word of its own holds the value. Facts that need more are worked out when somebody reads them.
    package var hasWord: Bool {
        if case .derived = slot { return false }
        return true
    }
}

/// The fields of a resource type or record, with constant-time look-up by name from bytes.
package struct Shape: Sendable {
    /// `security_group`, or `security_group.ingress` for the entries of a list, `bucket.acl` for a record.
    package var name: String
    package var fields: [Field]
    package var names: NameTable
    /// Slots of one stored record: those of its own part and of the shared part.
    package var ownSlots = 0
    package var sharedSlots = 0

    /// The index of the field called `name`.
    package func index(of name: String) -> Int? { names.index(of: name) }

    /// The field called `name`.
    package func field(_ name: String) -> Field? { names.index(of: name).map { fields[$0] } }
}
