internal import Catalog
internal import Expressions
internal import Inventory
internal import Networks
internal import Reachability

/// A resource, or a record in one, as the general evaluator sees it: values are made from words when they are asked for.
///
/// `own` points into the words of `segment`, which the value keeps alive.
struct InventoryRecord: Record, @unchecked Sendable {
    // The pointer is what keeps this from being Sendable by itself; it points into an immutable segment.
    let graph: InventoryGraph
    let segment: Segment
    /// The resource that it is or is part of.
    let resource: ResourceRecord
    /// Index into `Catalog.shapes`.
    let shape: Int
    let own: UnsafePointer<Word>
    /// Own slots that are there.
    let slots: Int
    /// Index of the shared record, for entries.
    let shared: Int
    /// How messages call it: empty for the resource under judgement, `ingress[1]`, `subnets.subnet-1`.
    let path: String

    init(_ graph: InventoryGraph, _ segment: Segment, _ resource: ResourceRecord, path: String) {
        (self.graph, self.segment, self.resource, self.path) = (graph, segment, resource, path)
        shape = graph.catalog.types[Int(resource.type)].shape
        own = segment.words + Int(resource.slots)
        slots = .max
        shared = 0
    }

    init(entry own: UnsafePointer<Word>, slots: Int, shared: Int, shape: Int, path: String, of outer: InventoryRecord) {
        (self.own, self.slots, self.shared, self.shape, self.path) = (own, slots, shared, shape, path)
        (graph, segment, resource) = (outer.graph, outer.segment, outer.resource)
    }

    private var fields: Shape { graph.catalog.shapes[shape] }
    var isResource: Bool { shape == graph.catalog.types[Int(resource.type)].shape }

    // MARK: Record

    var typeName: String { fields.name }
    var fieldNames: [String] { fields.names.names }
    var identity: RecordIdentity {
        RecordIdentity(container: ObjectIdentifier(segment), offset: (own - segment.words) * 64 + shape % 64)
    }

    var text: String {
        if isResource { return graph.inventory.id(of: resource, in: segment) }
        let parts = fields.fields.compactMap { field -> String? in
            guard word(field.slot).isSet else { return nil }
            let isShared = if case .shared = field.slot { true } else { false }
            return "\(field.name) \(graph.text(of: segment).text(word(field.slot), field.type, isShared: isShared))"
        }
        return parts.joined(separator: ", ")
    }

    func field(_ name: String) -> Value? {
        guard let field = fields.field(name) else {
            guard isResource else { return nil }
            switch name {
            case "attached_to": return graph.attached(to: self)
            case "id": return .string(graph.inventory.id(of: resource, in: segment))
            // What only some types have, asked of any resource.
            case "name": return .null
            default: return nil
            }
        }
        return value(of: field)
    }

    /// The field's word, for the functions that read entries.
    func word(_ slot: Slot) -> Word {
        switch slot {
        case .own(let slot): slot < slots ? own[slot] : .absent
        case .shared(let slot): segment.tables.words[Int(segment.tables.records[shared]) + slot]
        case .flag(let slot, let shift): FactBits.value(in: own[slot].bits, at: shift).map { Word($0) } ?? .absent
        case .derived: .absent
        }
    }

    private func value(of field: Field) -> Value {
        if field.isFact { return fact(field) }
        let word = word(field.slot)
        if field.type.kind == .metrics { return .record(MetricRecord(self, word)) }
        if field.isPriced, word.isAbsent, isResource { return cost.value }
        let inner = path.isEmpty ? field.name : "\(path).\(field.name)"
        let isShared = if case .shared = field.slot { true } else { false }
        return value(word, field.type, isShared: isShared, path: inner)
    }

    // MARK: Facts

    /// The value of a fact of the resource, or of an entry in it.
    private func fact(_ field: Field) -> Value {
        let inner = path.isEmpty ? field.name : "\(path).\(field.name)"
        let place = graph.place(of: resource, in: segment)
        guard isResource else { return factOfEntry(field, inner) }
        graph.deriveFacts()
        let word = word(field.slot)
        if field.hasWord, field.type.kind != .traffic {
            guard word.isAbsent else { return value(word, field.type, isShared: false, path: inner) }
            return .unknown(UnknownFields(graph.missing(ofFact: field.name, at: place)))
        }
        return Self.value(graph.value(ofFact: field.name, at: place), inner)
    }

    private func factOfEntry(_ field: Field, _ path: String) -> Value {
        guard let layout = TrafficLayout(fields) else { return .unknown(UnknownFields([path])) }
        let entry = layout.entry(shared, segment.tables, graph.peers)
        switch field.name {
        case "public_ipv4_share": return Self.value(graph.network.share(of: entry, .ipv4), path)
        case "public_ipv6_share": return Self.value(graph.network.share(of: entry, .ipv6), path)
        default: return .unknown(UnknownFields([path]))
        }
    }

    private static func value(_ fact: FactValue?, _ path: String) -> Value {
        switch fact {
        case .text(let text): .string(text)
        case .number(let number): .double(number)
        case .texts(let texts): .list(texts.map { .string($0) })
        case .unknown(let missing): .unknown(UnknownFields(missing))
        case nil: .unknown(UnknownFields([path]))
        }
    }

    // MARK: Words

    /// The value that a word stands for.
    func value(_ word: Word, _ type: FieldType, isShared: Bool, path: String) -> Value {
        if word.isAbsent { return .unknown(UnknownFields([path])) }
        if word.isNull { return .null }
        if type.isList { return list(word, type.element, isShared: isShared, path: path) }
        switch type.kind {
        case .string, .arn, .accountID, .region, .policy, .reference: return .string(segment.text(word))
        case .bool: return .bool(word.bits != 0)
        case .int, .bytes: return .int(word.int)
        case .double: return .double(word.double)
        case .usd: return .double(Double(word.int) / 1_000_000)
        case .timestamp: return Instant(nanoseconds: Int128(word.int) * 1000).map { .timestamp($0) } ?? .null
        case .duration: return TimeSpan(nanoseconds: Int128(word.int) * 1000).map { .duration($0) } ?? .null
        case .ip: return .ip(segment.tables.cidrs[Int(word.bits)].base)
        case .cidr: return .cidr(NetworkAddress(segment.tables.cidrs[Int(word.bits)]))
        case .portRange: return .portRange(PortRange(low: word.lowPort, high: word.highPort))
        case .protocol:
            return IPProtocol(rawValue: UInt16(truncatingIfNeeded: word.bits)).map { .protocol($0) } ?? .null
        case .enumeration: return .string(graph.catalog.enumerations[type.detail].names[Int(word.bits)])
        case .peer: return peer(word, path)
        case .map: return map(word, path)
        case .traffic, .metrics: return .null
        case .record:
            return .record(
                InventoryRecord(entry: own, slots: slots, shared: shared, shape: type.detail, path: path, of: self))
        }
    }

    private func list(_ word: Word, _ element: FieldType, isShared: Bool, path: String) -> Value {
        if element.kind == .record {
            let entries = EntryList(word, in: segment.words)
            return .list(
                (0..<entries.count).map { index in
                    let entry = entries[index]
                    return .record(
                        InventoryRecord(
                            entry: entry.words + Entry.header, slots: entry.slots, shared: entry.shared,
                            shape: element.detail, path: "\(path)[\(index)]", of: self))
                })
        }
        let words = isShared ? segment.tables.words : segment.words
        return .list(
            (0..<word.listCount).map { index in
                value(words[word.listFirst + index], element, isShared: isShared, path: "\(path)[\(index)]")
            })
    }

    private func peer(_ word: Word, _ path: String) -> Value {
        let index = PeerWord.index(word)
        switch PeerWord.kind(word) {
        case .cidr: return .cidr(NetworkAddress(segment.tables.cidrs[index]))
        case .securityGroup: return .peer(PeerName(.securityGroup, segment.tables.symbols[index]))
        case .prefixList:
            let id = segment.tables.symbols[index]
            return .peer(PeerName(.prefixList, id, addresses: graph.peers.addresses(ofPrefixList: id)))
        }
    }

    private func map(_ word: Word, _ path: String) -> Value {
        var result = MapValue()
        for pair in 0..<word.listCount {
            let at = word.listFirst + pair * 2
            let value = segment.words[at + 1]
            let key = segment.text(segment.words[at])
            _ = result.add(.string(key), self.value(value, FieldType(.string), isShared: false, path: "\(path).\(key)"))
        }
        return .map(result)
    }
}
