internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions
internal import Networks

extension ConditionReader {
    static let trafficKeys = ["source", "destination", "protocol", "port", "family", "share"]

    /// `admits: {source: internet, protocol: tcp, port: 22}`: the traffic asked for, folded into one constant.
    mutating func admits(_ id: NodeID, on subject: Expression, _ span: SourceSpan) -> Expression? {
        guard case .field(let record, let name) = subject.type.isRecordList ? subject.kind : .resource,
            case .record(let shapeName) = record.type, let field = context.shape(shapeName)?.field(name),
            field.traffic != nil
        else {
            context.report("`admits` applies to the entries of security groups and network ACLs", id)
            return nil
        }
        guard context.document[id].kind == .mapping else {
            context.report("`admits` needs a mapping", id, help: "write {source: internet, protocol: tcp, port: 22}")
            return nil
        }
        let errors = context.diagnostics.count
        context.checkKeys(id, of: "`admits`", Self.trafficKeys)
        let peerName = name == "egress" ? "destination" : "source"
        let other = name == "egress" ? "source" : "destination"
        if let wrong = context.document.pairs(id).first(where: { context.document.text($0.key) == other }) {
            context.report(
                "`\(name)` entries have a \(peerName), not a \(other)", wrong.key, help: "write `\(peerName)`")
        }
        let query = TrafficQuery(
            addresses: addresses(id, peerName), protocols: protocols(id), ports: ports(id), families: families(id),
            share: share(id))
        if query.ports != .any, !query.protocols.isEmpty,
            !query.protocols.contains(where: { $0.hasPorts || $0 == .all }),
            let port = value("port", id)
        {
            let names = query.protocols.map(\.description).joined(separator: ", ")
            let verb = query.protocols.count == 1 ? "has" : "have"
            context.report("\(names) \(verb) no ports, so this never holds", port)
        }
        guard context.diagnostics.count == errors else { return nil }
        let constant = Expression(.literal(.traffic(query)), .record("traffic"), at: context.document.span(id))
        return .test(.admits, [subject, constant], at: span)
    }

    private func value(_ key: String, _ id: NodeID) -> NodeID? { context.document.value(of: key, in: id) }

    /// The constants of a key that takes one or several; a parameter counts as its value.
    private mutating func constants(_ node: NodeID, _ type: ValueType) -> [Literal] {
        guard let constant = context.constant(node, .list(type)) else { return [] }
        switch constant.kind {
        case .literal(.list(let elements)), .parameter(_, .list(let elements)): return elements
        case .literal(let one), .parameter(_, let one): return [one]
        default: return []
        }
    }

    private mutating func addresses(_ id: NodeID, _ key: String) -> AddressQuery {
        guard let node = value(key, id) else {
            context.report("`admits` needs `\(key)`", id, help: "write `\(key): internet`, `any` or an address range")
            return .any
        }
        if context.document.text(node) == "any" { return .any }
        var set = AddressSet()
        for constant in constants(node, .cidr) {
            switch constant {
            case .internet: set = set.union(.internet)
            case .cidr(let cidr): set = set.union(AddressSet(cidr))
            default: break
            }
        }
        return .cover(set)
    }

    private mutating func protocols(_ id: NodeID) -> [IPProtocol] {
        guard let node = value("protocol", id) else { return [] }
        return constants(node, .protocol).compactMap { if case .protocol(let value) = $0 { value } else { nil } }
    }

    private mutating func ports(_ id: NodeID) -> PortQuery {
        guard let node = value("port", id) else { return .any }
        let document = context.document
        switch document[node].isScalar ? document.text(node) : "" {
        case "any": return .any
        case "every": return .every
        default: break
        }
        if document[node].kind == .mapping {
            context.checkKeys(node, of: "`port`", ["outside"])
            guard let outside = value("outside", node) else {
                context.report("`port` as a mapping needs `outside`", node, help: "write {outside: [80, 443]}")
                return .any
            }
            return .outside(ranges(outside))
        }
        return .anyOf(ranges(node))
    }

    private mutating func ranges(_ node: NodeID) -> [PortRange] {
        constants(node, .portRange).compactMap { if case .portRange(let range) = $0 { range } else { nil } }
    }

    private mutating func families(_ id: NodeID) -> [AddressFamily] {
        guard let node = value("family", id) else { return AddressFamily.allCases }
        let names: [(String, AddressFamily)] = [("ipv4", .ipv4), ("ipv6", .ipv6)]
        return constants(node, .enumeration(names.map(\.0))).compactMap { constant in
            if case .enumeration(let index, _) = constant { names[index].1 } else { nil }
        }
    }

    private mutating func share(_ id: NodeID) -> Double {
        guard let node = value("share", id), let constant = context.constant(node, .double) else { return 1 }
        switch constant.kind {
        case .literal(.double(let share)), .parameter(_, .double(let share)):
            if share > 0, share <= 1 { return share }
            context.report("`share` is above 0 and at most 1", node)
        default: break
        }
        return 1
    }
}

extension ValueType {
    /// Whether values are lists of records.
    var isRecordList: Bool {
        if case .list(.record) = self { return true }
        return false
    }
}
