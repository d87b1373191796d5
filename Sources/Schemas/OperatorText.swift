internal import Expressions

/// What an editor shows of the operators of the match form (docs/rule-language.md).
enum OperatorText {
    /// Nil for an operator that has no text yet.
    static func meaning(of name: String, on type: ValueType) -> String? {
        switch name {
        case "not": "Holds when the test does not."
        case "any": "Holds when one of the tests does."
        case "all": "Holds when all of the tests do."
        case "exists": "Whether it is set to something (true) or known to be null (false)."
        case "stated": "Whether the inventory itself says something about it; never unknown."
        case "above": "It is greater than this."
        case "at_least": "It is this or greater."
        case "below": "It is less than this."
        case "at_most": "It is this or less."
        case "older_than": "Its age, measured from `as_of`, is greater than this."
        case "younger_than": "Its age, measured from `as_of`, is less than this; what lies ahead has an age below zero."
        case "in": "It is one of these."
        case "startsWith": "The text begins with this."
        case "endsWith": "The text ends with this."
        case "containsIgnoringCase": "The text holds this, in any mixture of upper and lower case."
        case "contains": isList(type) ? "One of the elements is this, or passes this test." : "The text holds this."
        case "size": size(type)
        case "empty": type == .string ? "Whether it has no characters." : "Whether it has no elements."
        case "some": "At least one element meets this."
        case "every": "All elements meet this; so does an empty list."
        case "none": "No element meets this; so does an empty list."
        case "has_keys": "Every one of these keys is there."
        case "key": "What must hold of the values under these keys; a key that is missing is null."
        case "within": type == .portRange ? "Every port of it is one of these." : "Every address of it is one of these."
        case "covers": type == .portRange ? "It holds all of these ports." : "It holds all of these addresses."
        case "overlaps": type == .portRange ? "It holds one of these ports." : "It holds one of these addresses."
        case "prefix_length": "What must hold of the number after the slash."
        case "public": "Whether it holds at least one public unicast address."
        case "kind": "What a peer names: an address range, a security group or a prefix list."
        case "admits":
            type == .admittedTraffic
                ? "The traffic that can arrive: past routes, network ACLs and security groups."
                : "The traffic that the entries admit together, united or by number, never as text."
        default: nil
        }
    }

    private static func isList(_ type: ValueType) -> Bool { if case .list = type { true } else { false } }

    private static func size(_ type: ValueType) -> String {
        switch type {
        case .portRange: "What must hold of the number of ports."
        case .string: "What must hold of the number of characters."
        default: "What must hold of the number of elements."
        }
    }
}
