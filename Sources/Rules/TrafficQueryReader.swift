internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions

extension ConditionReader {
    /// `admits: {source: internet, protocol: tcp, port: 22}`: the traffic asked for, folded into one constant.
    mutating func admits(_ id: NodeID, on subject: Expression, _ span: SourceSpan) -> Expression? {
        guard case .field(let record, let name) = subject.kind, case .record(let shapeName) = record.type,
            let field = context.shape(shapeName)?.field(name), field.holdsTraffic
        else {
            context.report(
                "`admits` applies to entries of security groups and network ACLs, and to facts of type traffic", id)
            return nil
        }
        guard context.document[id].kind == .mapping else {
            context.report("`admits` needs a mapping", id, help: "write {source: internet, protocol: tcp, port: 22}")
            return nil
        }
        let errors = context.diagnostics.count
        let pairs = Array(context.document.pairs(id))
        let arguments = pairs.compactMap { argument($0.key, $0.value) }
        guard arguments.count == pairs.count else { return nil }
        var builder = TrafficQueryBuilder(list: name, arguments: arguments)
        let query = builder.build()
        for problem in builder.problems {
            let place: NodeID =
                switch problem.place {
                case .question: id
                case .key(let index): pairs[index].key
                case .value(let index): pairs[index].value
                case .constant(let index, let position): constantNode(pairs[index].value, position)
                }
            context.report(problem.problem.message, place, help: problem.problem.help)
            if case .value(let index) = problem.place { context.noteOrigin(of: arguments[index].parameter?.name) }
        }
        guard context.diagnostics.count == errors else { return nil }
        let place = context.document.span(id)
        let constant = Expression(.literal(.traffic(query)), .traffic, at: place)
        // As it was written, parameters by name.
        let asked = Expression(.map(arguments.map { $0.entry(at: place) }), .traffic, at: place)
        return .test(.admits, [subject, constant, asked], at: span)
    }

    /// A key with its constants; a parameter counts as its value. Nil after reporting an error.
    private mutating func argument(_ key: NodeID, _ value: NodeID) -> TrafficArgument? {
        let document = context.document
        let name = document.text(key)
        switch document[value].kind {
        case .mapping:
            guard name == "port", document[value].count == 1, let outside = document.value(of: "outside", in: value)
            else {
                if name == "port" {
                    context.checkKeys(value, of: "`port`", ["outside"])
                    if document.value(of: "outside", in: value) == nil {
                        context.report(
                            "`port` as a mapping needs `outside`", value, help: "write {outside: [80, 443]}")
                    }
                } else {
                    context.report("`\(name)` takes a value or a list of values", value)
                }
                return nil
            }
            return constants("port.outside", outside)
        default: return constants(name, value)
        }
    }

    private mutating func constants(_ key: String, _ value: NodeID) -> TrafficArgument? {
        let document = context.document
        if document[value].kind == .plain, document.text(value).hasPrefix("$") {
            guard let parameter = context.declared(value) else { return nil }
            let origin = (parameter.name, parameter.type)
            if case .list(let elements) = parameter.value {
                return TrafficArgument(key: key, constants: elements, isList: true, parameter: origin)
            }
            return TrafficArgument(key: key, constants: [parameter.value], isList: false, parameter: origin)
        }
        guard document[value].kind == .sequence else {
            return TrafficArgument(key: key, constants: [.string(document.text(value))], isList: false)
        }
        if document[value].count == 0 {
            context.report("this list is empty, so nothing is in it", value)
            return nil
        }
        let items = document.items(value).map { Literal.string(document.text($0)) }
        return TrafficArgument(key: key, constants: items, isList: true)
    }

    private func constantNode(_ value: NodeID, _ position: Int) -> NodeID {
        let document = context.document
        let list = document.value(of: "outside", in: value) ?? value
        guard document[list].kind == .sequence else { return list }
        let items = Array(document.items(list))
        return position < items.count ? items[position] : list
    }
}

extension ValueType {
    /// Whether values are lists of records.
    var isRecordList: Bool {
        if case .list(.record) = self { return true }
        return false
    }
}
