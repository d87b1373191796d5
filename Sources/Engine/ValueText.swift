internal import Catalog
internal import Expressions
internal import Findings
internal import Inventory
internal import Networks

/// Words as text, for messages, evidence and fingerprints.
struct ValueText {
    let catalog: Catalog
    let segment: Segment

    /// The value of a field; "unknown" when the inventory does not say, "none" for null.
    func text(_ word: Word, _ type: FieldType, isShared: Bool = false) -> String {
        if word.isAbsent { return "unknown" }
        if word.isNull { return "none" }
        if type.isList { return list(word, type, isShared) }
        switch type.kind {
        case .string, .arn, .accountID, .region, .reference, .policy: return segment.text(word)
        case .bool: return word.bits == 0 ? "false" : "true"
        case .int, .bytes: return String(word.int)
        case .double: return String(word.double)
        case .timestamp: return Timestamp(micros: word.int).text
        case .duration: return Units.text(ofDuration: word.int)
        case .usd: return Money(micros: word.int).exact
        case .ip, .cidr:
            let cidr = segment.tables.cidrs[Int(word.bits)]
            return type.kind == .ip && cidr.prefixLength == cidr.family.bits ? cidr.base.description : cidr.description
        case .portRange: return PortRange(low: word.lowPort, high: word.highPort).description
        case .protocol: return IPProtocol(rawValue: UInt16(truncatingIfNeeded: word.bits))?.description ?? "unknown"
        case .enumeration: return catalog.enumerations[type.detail].names[Int(word.bits)]
        case .peer:
            let index = PeerWord.index(word)
            return PeerWord.kind(word) == .cidr
                ? segment.tables.cidrs[index].description : segment.tables.symbols[index]
        case .map: return map(word)
        case .record, .traffic, .metrics: return "set"
        }
    }

    /// What an expression in a message gave, in a sentence.
    func text(_ outcome: Result<Value, EvaluationError>) -> String {
        switch outcome {
        case .success(let value): text(value)
        case .failure(let error): "(\(error.message))"
        }
    }

    private func text(_ value: Value) -> String {
        switch value {
        case .null, .optional(nil): return "none"
        case .unknown: return "unknown"
        case .string(let text): return text
        case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .double(let number) where number == number.rounded() && number.magnitude < 1e15:
            return String(Int64(number))
        case .double(let number): return String(number)
        case .uint(let number): return String(number)
        case .protocol(let number): return number.description
        case .peer(let peer): return peer.id
        case .ip(let address): return address.description
        case .cidr(let range): return range.text
        case .timestamp(let instant): return instant.text
        case .duration(let span):
            return Self.rounded(Int64(clamping: span.nanoseconds / 1000))
        case .optional(let inner?): return text(inner)
        case .list(let elements):
            return elements.isEmpty ? "none" : elements.map { text($0) }.joined(separator: ", ")
        case .record(let record as InventoryRecord) where record.isResource:
            guard case .string(let name)? = record.field("name"), name != record.text else { return record.text }
            return "\(record.text) (\(name))"
        case .record(let record as InventoryRecord): return record.text
        default: return value.text
        }
    }

    /// A length of time that was computed: whole days from two on, else whole hours, minutes or seconds.
    private static func rounded(_ micros: Int64) -> String {
        let second: Int64 = 1_000_000
        for (unit, isEnough) in [
            (86_400 * second, 2 * 86_400 * second), (3600 * second, 3600 * second), (60 * second, 60 * second),
        ]
        where micros.magnitude >= isEnough { return Units.text(ofDuration: micros / unit * unit) }
        return Units.text(ofDuration: micros / second * second)
    }

    private func list(_ word: Word, _ type: FieldType, _ isShared: Bool) -> String {
        if type.kind == .record { return "\(word.listCount) \(word.listCount == 1 ? "entry" : "entries")" }
        if word.listCount == 0 { return "none" }
        return (0..<word.listCount).map { index in
            let at = word.listFirst + index
            return text(isShared ? segment.tables.words[at] : segment.words[at], type.element)
        }.joined(separator: ", ")
    }

    private func map(_ word: Word) -> String {
        if word.listCount == 0 { return "none" }
        return (0..<word.listCount).map { pair in
            let at = word.listFirst + pair * 2
            let value = segment.words[at + 1]
            return "\(segment.text(segment.words[at]))=\(value.isSet ? segment.text(value) : "none")"
        }.joined(separator: ", ")
    }

    // MARK: Entries

    /// The word of an entry's field.
    func word(_ field: Field, of entry: Entry) -> Word { word(field.slot, of: entry).0 }

    /// An entry's field as text.
    func text(_ field: Field, of entry: Entry) -> String {
        let isShared = if case .shared = field.slot { true } else { false }
        return text(word(field, of: entry), field.type, isShared: isShared)
    }

    /// An entry in a sentence: traffic as `tcp/22 from 0.0.0.0/0`, others by their fields.
    func entry(_ entry: Entry, shape: Shape) -> String {
        if let transport = shape.field("protocol"), let peers = shape.field("source") ?? shape.field("destination") {
            let ports = shape.field("ports").map { word($0, of: entry) }
            var result = text(transport, of: entry)
            if let ports, ports.isSet, let field = shape.field("ports") { result += "/" + text(field, of: entry) }
            result += (peers.name == "source" ? " from " : " to ") + text(peers, of: entry)
            if let number = shape.field("number"), let action = shape.field("action") {
                result = "#\(text(number, of: entry)) \(text(action, of: entry)) \(result)"
            }
            return result
        }
        let parts = shape.fields.filter { word($0, of: entry).isSet }.map { "\($0.name) \(text($0, of: entry))" }
        return parts.isEmpty ? "an empty entry" : parts.joined(separator: ", ")
    }

    // MARK: Content

    /// Adds an entry's content to a fingerprint, in a form that does not depend on how it was written.
    func add(_ entry: Entry, shape: Shape, to fingerprint: inout Fingerprint) {
        for index in shape.fields.indices {
            let (word, isShared) = word(shape.fields[index].slot, of: entry)
            if word.isAbsent { continue }
            fingerprint.add(shape.fields[index].name)
            add(word, shape.fields[index].type, isShared: isShared, to: &fingerprint)
        }
    }

    private func add(_ word: Word, _ type: FieldType, isShared: Bool, to fingerprint: inout Fingerprint) {
        guard word.isSet else { return fingerprint.add("null") }
        if type.isList, type.kind != .record {
            for index in 0..<word.listCount {
                let at = word.listFirst + index
                add(
                    isShared ? segment.tables.words[at] : segment.words[at], type.element, isShared: isShared,
                    to: &fingerprint)
            }
            return
        }
        switch type.kind {
        case .string, .arn, .accountID, .region, .reference, .policy: segment.withText(word) { fingerprint.add($0) }
        // Indices and places differ from run to run, so these are added as text.
        case .ip, .cidr, .peer, .map, .record, .enumeration: fingerprint.add(text(word, type, isShared: isShared))
        default: withUnsafeBytes(of: word.bits.littleEndian) { fingerprint.add($0) }
        }
    }

    /// Whether two entries of one segment say the same.
    func isEqual(_ a: Entry, _ b: Entry, shape: Shape) -> Bool {
        guard a.shared == b.shared else { return false }
        return shape.fields.allSatisfy { field in
            guard case .own(let slot) = field.slot else { return true }
            let (left, right) = (a.own(slot), b.own(slot))
            return left == right || left.isSet && right.isSet && text(left, field.type) == text(right, field.type)
        }
    }

    private func word(_ slot: Slot, of entry: Entry) -> (Word, isShared: Bool) {
        switch slot {
        case .own(let slot): (entry.own(slot), false)
        // Facts of entries are worked out when they are read.
        case .flag, .derived: (.absent, false)
        case .shared(let slot):
            (segment.tables.words[Int(segment.tables.records[entry.shared]) + slot], true)
        }
    }
}
