internal import Catalog

/// Values as examples write them, by type.
struct SkeletonValues {
    let catalog: Catalog

    /// An id that a resource of the type may have.
    func id(of type: ResourceType) -> String {
        if catalog.shape(of: type).fields[type.idField].type.kind == .accountID { return "\"123456789012\"" }
        let words = type.name.split(separator: "_")
        return (words.count == 1 ? String(words[0]) : String(words.compactMap(\.first))) + "-1"
    }

    /// `key: value` of the fields that a record must have, but for the one called `name`.
    func required(_ fields: [Field], except name: String) -> [String] {
        fields.filter { $0.isRequired && $0.name != name }.map { "\($0.name): \(value(of: $0.type))" }
    }

    /// A list of scalars may be written as its one element.
    func value(of type: FieldType) -> String {
        if type.isRecordList { return "[\(value(of: type.element))]" }
        switch type.kind {
        case .string, .policy, .traffic: return "something"
        case .int, .double: return "100"
        case .bool: return "true"
        case .timestamp: return "2026-01-31T12:00:00Z"
        case .duration: return "30d"
        case .bytes: return "8GiB"
        case .usd: return "12.50"
        case .ip: return "10.0.0.1"
        case .cidr, .peer: return "10.0.0.0/8"
        case .portRange: return "443"
        case .protocol: return "tcp"
        case .arn: return "\"arn:aws:sns:eu-west-1:123456789012:example\""
        case .accountID: return "\"123456789012\""
        case .region: return "eu-west-1"
        case .metrics:
            return "{CPUUtilization: {stat: Average, period: 1d, start: 2026-01-01T00:00:00Z, values: [3.1]}}"
        case .map: return "{Owner: platform}"
        case .enumeration: return Self.quoted(catalog.enumerations[type.detail].names[0])
        case .reference: return id(of: catalog.types[type.detail])
        case .record: return "{\(required(catalog.shapes[type.detail].fields, except: "").joined(separator: ", "))}"
        }
    }

    /// Words that YAML 1.1 reads as booleans are better quoted.
    static func quoted(_ name: String) -> String {
        ["on", "off", "yes", "no", "y", "n", "true", "false", "null"].contains(name) ? "\"\(name)\"" : name
    }
}
