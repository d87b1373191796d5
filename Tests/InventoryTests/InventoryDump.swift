import Catalog
import Diagnostics
import Inventory
import Metrics

/// An inventory as text: every resource with every field that is not absent, lists, entries and their places included.
///
/// Values are looked up in the tables of their own segment, so that two readings of one file can be compared whichever
/// workers read it.
struct InventoryDump {
    let catalog: Catalog

    func text(_ inventory: Inventory) -> String {
        inventory.segments.map { segment in
            segment.resources.map { resource(inventory, $0, segment) }.joined()
        }.joined()
    }

    private func resource(_ inventory: Inventory, _ resource: ResourceRecord, _ segment: Segment) -> String {
        let type = catalog.types[Int(resource.type)]
        let scope = segment.scope
        let head = "\(type.name) \(inventory.id(of: resource, in: segment)) @\(resource.start)-\(resource.end)"
        let surroundings = "\(scope.account ?? "?")/\(scope.region ?? "?")/\(scope.asOf?.text ?? "?")"
        let words = UnsafeBufferPointer(start: segment.words, count: segment.wordCount)
        let shape = catalog.shape(of: type)
        return "\(head) in \(surroundings)\n"
            + fields(shape, indent: "  ", segment) { field in
                guard case .own(let slot) = field.slot else { return .absent }
                return words[Int(resource.slots) + slot]
            }
    }

    private func fields(_ shape: Shape, indent: String, _ segment: Segment, _ word: (Field) -> Word) -> String {
        shape.fields.map { field in
            let value = word(field)
            if value.isAbsent { return "" }
            let line = "\(indent)\(field.name): \(self.value(value, field.type, field, segment))\n"
            guard value.isSet || value.isNull, let inner = catalog.shape(of: field.type) else { return line }
            if !field.type.isList { return line + fields(inner, indent: indent + "  ", segment, word) }
            return line + (value.isSet ? entries(value, inner, indent: indent + "  ", segment) : "")
        }.joined()
    }

    private func entries(_ list: Word, _ shape: Shape, indent: String, _ segment: Segment) -> String {
        let entries = EntryList(list, in: segment.words)
        return (0..<entries.count).map { index in
            let entry = entries[index]
            return "\(indent)- @\(entry.source.lowerBound)-\(entry.source.upperBound)\n"
                + fields(shape, indent: indent + "  ", segment) { Self.word($0.slot, of: entry, segment) }
        }.joined()
    }

    /// The word of an entry's field, its own or shared.
    static func word(_ slot: Slot, of entry: Entry, _ segment: Segment) -> Word {
        switch slot {
        case .own(let slot): entry.own(slot)
        case .flag, .derived: .absent
        case .shared(let slot): segment.tables.words[Int(segment.tables.records[entry.shared]) + slot]
        }
    }

    /// One value as text; `null` and `unknown` where there is none.
    func value(_ word: Word, _ type: FieldType, _ field: Field, _ segment: Segment) -> String {
        if word.isAbsent { return "unknown" }
        if word.isNull { return "null" }
        if type.isList {
            if type.kind == .record { return "\(word.listCount) entries" }
            let items = (0..<word.listCount).map { index in
                let at = word.listFirst + index
                let item = field.isShared ? segment.tables.words[at] : segment.words[at]
                return value(item, type.element, field, segment)
            }
            return "[" + items.joined(separator: ", ") + "]"
        }
        switch type.kind {
        case .string, .arn, .accountID, .region, .reference, .policy: return segment.text(word)
        case .bool: return word.bits == 0 ? "false" : "true"
        case .int, .bytes, .usd, .duration: return String(word.int)
        case .double: return String(word.double)
        case .timestamp: return Timestamp(micros: word.int).text
        case .ip, .cidr: return "\(segment.tables.cidrs[Int(word.bits)])"
        case .portRange: return "\(word.lowPort)-\(word.highPort)"
        case .protocol: return "protocol \(word.bits)"
        case .enumeration: return catalog.enumerations[type.detail].names[Int(word.bits)]
        case .peer:
            let index = PeerWord.index(word)
            let text = PeerWord.kind(word) == .cidr ? "\(segment.tables.cidrs[index])" : segment.tables.symbols[index]
            return "\(PeerWord.kind(word)) \(text)"
        case .map:
            let pairs = (0..<word.listCount).map { pair in
                let at = word.listFirst + pair * 2
                let (key, value) = (segment.words[at], segment.words[at + 1])
                return "\(key.isSet ? segment.text(key) : "?"): \(value.isSet ? segment.text(value) : "?")"
            }
            return "{" + pairs.joined(separator: ", ") + "}"
        case .metrics:
            let series = (word.listFirst..<word.listFirst + word.listCount).map { index in
                let record = segment.series.records[index]
                let points = record.series(segment.series.bytes).points
                return "\(segment.text(record.name)) \(record.statistic.name) \(record.unit?.rawValue ?? "-")"
                    + " \(record.period) \(record.start) \(points)"
            }
            return "{" + series.joined(separator: "; ") + "}"
        case .record, .traffic: return "set"
        }
    }
}
