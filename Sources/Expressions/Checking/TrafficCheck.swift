internal import Diagnostics

/// The traffic that `admits` asks for: constants that are put together before anything runs.
extension Checker {
    /// `entries.admits({"source": "internet", "protocol": "tcp", "port": 22})`
    mutating func admits(_ list: Expression, _ syntaxes: [Syntax], _ name: Syntax.Name, _ range: TextRange)
        -> Expression
    {
        if Self.isBroken(list) { return list }
        guard let records = environment.catalog?.records, case .field(let owner, let field) = list.kind,
            case .record(let record) = types.resolve(owner.type), case .list(.record) = types.resolve(list.type)
        else {
            report("`admits` applies to the entries of security groups and network ACLs", name.range)
            return broken(range, EvaluationError(.noSuchOverload, "no such overload: admits"))
        }
        guard syntaxes.count == 1, case .map(let entries) = syntaxes[0].kind else {
            report(
                "`admits` needs a map", syntaxes.first?.range ?? name.range,
                help: "write `admits({\"source\": \"internet\", \"protocol\": \"tcp\", \"port\": 22})`")
            return broken(range, EvaluationError(.noSuchOverload, "no such overload: admits"))
        }
        var arguments: [TrafficArgument] = []
        let before = errors.count
        for entry in entries {
            // `"port": {"outside": [80, 443]}`
            if case .string(let key) = entry.key.kind, case .map(let inner) = entry.value.kind, inner.count == 1,
                case .string(let innerKey) = inner[0].key.kind, let constants = trafficConstants(inner[0].value)
            {
                arguments.append(constants.argument("\(key).\(innerKey)"))
                continue
            }
            guard case .string(let key) = entry.key.kind else {
                var help: String?
                if case .identifier(let name, _) = entry.key.kind { help = "write `\"\(name)\"`" }
                report("a key of `admits` is a text in quotes", entry.key.range, help: help)
                continue
            }
            let told = errors.count
            guard let constants = trafficConstants(entry.value) else {
                if errors.count == told {
                    report("`admits` asks for constants, parameters or lists of them", entry.value.range)
                }
                continue
            }
            arguments.append(constants.argument(key))
        }
        guard errors.count == before else {
            return broken(range, EvaluationError(.noSuchOverload, "no such overload: admits"))
        }
        let (query, problems) = records.traffic(arguments, field: field, of: record)
        for problem in problems {
            let place: TextRange =
                switch problem.place {
                case .question: syntaxes[0].range
                case .key(let index): entries[index].key.range
                case .value(let index): entries[index].value.range
                case .constant(let index, let position):
                    Self.constant(position, of: entries[index].value)
                }
            var origin: String?
            if case .value(let index) = problem.place { origin = arguments[index].parameter?.name }
            report(problem.problem.message, at: self.place(place), help: problem.problem.help, parameter: origin)
        }
        guard let query else { return broken(range, EvaluationError(.noSuchOverload, "no such overload: admits")) }
        let constant = Expression(.literal(query), .abstract("traffic", []), at: place(syntaxes[0].range))
        return made(.call(.admits, [list, constant]), .bool, range)
    }

    /// Where the constant of this position stands: in a list, or in the list of `{"outside": […]}`.
    private static func constant(_ position: Int, of value: Syntax) -> TextRange {
        switch value.kind {
        case .list(let items) where position < items.count: items[position].value.range
        case .map(let entries) where entries.count == 1: constant(position, of: entries[0].value)
        default: value.range
        }
    }

    /// The constants that a key of `admits` is given, one or a list.
    private mutating func trafficConstants(_ syntax: Syntax) -> TrafficArgument? {
        let value = visit(syntax)
        if let constant = value.constant {
            var origin: (String, ValueType)?
            if case .parameter(let name, _) = value.kind { origin = (name, value.type) }
            if case .list(let elements) = constant {
                return TrafficArgument(key: "", constants: elements, isList: true, parameter: origin)
            }
            return TrafficArgument(key: "", constants: [constant], isList: false, parameter: origin)
        }
        switch value.kind {
        case .list(let items):
            let literals = items.compactMap(\.value.constant)
            if items.isEmpty { report("this list is empty, so nothing is in it", syntax.range) }
            return literals.count == items.count ? TrafficArgument(key: "", constants: literals, isList: true) : nil
        default: return nil
        }
    }
}

extension TrafficArgument {
    fileprivate func argument(_ key: String) -> TrafficArgument {
        TrafficArgument(key: key, constants: constants, isList: isList, parameter: parameter)
    }
}
