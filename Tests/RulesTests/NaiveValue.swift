import Catalog
import Documents

/// A field of a resource as it stands in the inventory's YAML.
struct NaiveValue {
    enum State {
        case absent
        case null
        case node(NodeID)
        /// A default of the catalog, or something computed from another value.
        case text(String)
    }

    var state: State
    var type: FieldType
    let document: Document

    /// A resource, or an entry of a list.
    init(_ node: NodeID, _ type: FieldType, in document: Document) {
        (state, self.type, self.document) = (document.isNull(document[node]) ? .null : .node(node), type, document)
    }

    init(_ state: State, _ type: FieldType, like other: NaiveValue) {
        (self.state, self.type, document) = (state, type, other.document)
    }

    var isAbsent: Bool { if case .absent = state { true } else { false } }
    var isNull: Bool { if case .null = state { true } else { false } }

    var text: String {
        switch state {
        case .node(let node): document.text(node)
        case .text(let text): text
        case .absent, .null: ""
        }
    }

    /// A field of this record: what the YAML says, else the default, else nothing. Null reaches down.
    func field(_ field: Field) -> NaiveValue {
        switch state {
        case .absent, .text: return NaiveValue(.absent, field.type, like: self)
        case .null: return NaiveValue(.null, field.type, like: self)
        case .node(let node):
            if let value = document.value(of: field.name, in: node) {
                return NaiveValue(value, field.type, in: document)
            }
            if field.defaultIsNull { return NaiveValue(.null, field.type, like: self) }
            return NaiveValue(field.defaultText.map { .text($0) } ?? .absent, field.type, like: self)
        }
    }

    /// The elements of a list; one value stands for a list of one.
    var elements: [NaiveValue] {
        guard case .node(let node) = state else { return [] }
        let items = document[node].kind == .sequence ? Array(document.items(node)) : [node]
        return items.map { NaiveValue($0, type.element, in: document) }
    }

    /// The keys and values of a map.
    var pairs: [String: String] {
        guard case .node(let node) = state else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: document.pairs(node).map { (document.text($0.key), document.text($0.value)) })
    }
}

/// Address ranges as strings of bits: one lies within another when it begins like it.
struct NaiveBlock: Hashable {
    var isIPv6: Bool
    var bits: String

    init?(_ text: String) {
        let parts = text.split(separator: "/")
        let address = parts[0]
        isIPv6 = address.contains(":")
        if isIPv6 {
            let halves = address.split(separator: "::", omittingEmptySubsequences: false).map {
                $0.split(separator: ":")
            }
            let zeros = [Substring](repeating: "0", count: 8 - halves.joined().count)
            let groups = halves.count == 2 ? halves[0] + zeros + halves[1] : halves[0]
            bits = groups.compactMap { UInt16($0, radix: 16) }.map { Self.binary(Int($0), 16) }.joined()
        } else {
            bits = address.split(separator: ".").compactMap { Int($0) }.map { Self.binary($0, 8) }.joined()
            if bits.count != 32 { return nil }
        }
        if parts.count == 2, let length = Int(parts[1]) { bits = String(bits.prefix(length)) }
    }

    private static func binary(_ number: Int, _ width: Int) -> String {
        let digits = String(number, radix: 2)
        return String(repeating: "0", count: width - digits.count) + digits
    }

    func isWithin(_ other: NaiveBlock) -> Bool { isIPv6 == other.isIPv6 && bits.hasPrefix(other.bits) }
    func overlaps(_ other: NaiveBlock) -> Bool { isWithin(other) || other.isWithin(self) }

    /// Good enough for the blocks of `RandomResource`.
    var isPublic: Bool {
        if isIPv6 { return NaiveBlock("2000::/3").map(overlaps) ?? false }
        let special = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "203.0.113.0/24", "224.0.0.0/3"]
        return !special.compactMap(NaiveBlock.init).contains(where: isWithin)
    }
}
