package import Diagnostics

/// The traffic that `admits` asks for: constants that are put together before anything runs.
extension Checker {
    /// `entries.admits({"source": "internet", "protocol": "tcp", "port": 22})`
    mutating func admits(_ list: Expression, _ syntaxes: [Syntax], _ name: Syntax.Name, _ range: TextRange)
        -> Expression
    {
        if Self.isBroken(list) { return list }
        guard let records = environment.catalog?.records, case .field(let owner, let field) = list.kind,
            case .record(let record) = types.resolve(owner.type), Self.isTraffic(types.resolve(list.type))
        else {
            report(
                "`admits` applies to entries of security groups and network ACLs, and to facts of type traffic",
                name.range)
            return broken(range, EvaluationError(.noSuchOverload, "no such overload: admits"))
        }
        guard syntaxes.count == 1, case .map(let entries) = syntaxes[0].kind else {
            report(
                "`admits` needs a map", syntaxes.first?.range ?? name.range,
                help: "write `admits({\"source\": \"internet\", \"protocol\": \"tcp\", \"port\": 22})`")
            return broken(range, EvaluationError(.noSuchOverload, "no such overload: admits"))
        }
        var arguments: [TrafficArgument] = []
        var asked: [Expression.Entry] = []
        func add(_ argument: TrafficArgument, _ key: String, _ value: Expression, _ place: SourceSpan) {
            arguments.append(argument)
            asked.append(Expression.Entry(key: .trafficKey(key, at: place), value: value, isOptional: false))
        }
        let before = errors.count
        for entry in entries {
            // `"port": {"outside": [80, 443]}`
            if case .string(let key) = entry.key.kind, case .map(let inner) = entry.value.kind, inner.count == 1,
                case .string(let innerKey) = inner[0].key.kind,
                let (argument, value) = trafficConstants("\(key).\(innerKey)", inner[0].value)
            {
                let place = place(entry.value.range)
                let inner = Expression.Entry(key: .trafficKey(innerKey, at: place), value: value, isOptional: false)
                add(argument, key, Expression(.map([inner]), .traffic, at: place), place)
                continue
            }
            guard case .string(let key) = entry.key.kind else {
                var help: String?
                if case .identifier(let name, _) = entry.key.kind { help = "write `\"\(name)\"`" }
                report("a key of `admits` is a text in quotes", entry.key.range, help: help)
                continue
            }
            let told = errors.count
            guard let (argument, value) = trafficConstants(key, entry.value) else {
                if errors.count == told {
                    report("`admits` asks for constants, parameters or lists of them", entry.value.range)
                }
                continue
            }
            add(argument, key, value, place(entry.key.range))
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
        let span = place(syntaxes[0].range)
        let constant = Expression(.literal(query), .traffic, at: span)
        return made(.call(.admits, [list, constant, Expression(.map(asked), .traffic, at: span)]), .bool, range)
    }

    /// Whether `admits` may be asked of values of the type: entries, or what reaches a resource.
    private static func isTraffic(_ type: ValueType) -> Bool {
        if case .list(.record) = type { return true }
        return type == .admittedTraffic
    }

    /// Where the constant of this position stands: in a list, or in the list of `{"outside": […]}`.
    private static func constant(_ position: Int, of value: Syntax) -> TextRange {
        switch value.kind {
        case .list(let items) where position < items.count: items[position].value.range
        case .map(let entries) where entries.count == 1: constant(position, of: entries[0].value)
        default: value.range
        }
    }

    /// The constants that a key of `admits` is given, one or a list, and how they were written.
    private mutating func trafficConstants(_ key: String, _ syntax: Syntax) -> (TrafficArgument, Expression)? {
        let value = visit(syntax)
        if let constant = value.constant {
            var origin: (String, ValueType)?
            if case .parameter(let name, _) = value.kind { origin = (name, value.type) }
            if case .list(let elements) = constant {
                return (TrafficArgument(key: key, constants: elements, isList: true, parameter: origin), value)
            }
            return (TrafficArgument(key: key, constants: [constant], isList: false, parameter: origin), value)
        }
        switch value.kind {
        case .list(let items):
            let literals = items.compactMap(\.value.constant)
            if items.isEmpty { report("this list is empty, so nothing is in it", syntax.range) }
            guard literals.count == items.count else { return nil }
            return (TrafficArgument(key: key, constants: literals, isList: true), value)
        default: return nil
        }
    }
}

extension TrafficArgument {
    /// The key and its constants as `admits` is given them in an expression.
    package func entry(at span: SourceSpan) -> Expression.Entry {
        let names = key.split(separator: ".", maxSplits: 1).map(String.init)
        let literals = constants.map(plain)
        var value: Expression
        if let parameter {
            value = Expression(.parameter(parameter.name, isList ? .list(constants) : constants[0]), .traffic, at: span)
        } else if isList {
            let items = literals.map {
                Expression.Element(value: Expression(.literal($0), .traffic, at: span), isOptional: false)
            }
            value = Expression(.list(items), .traffic, at: span)
        } else {
            value = Expression(.literal(literals[0]), .traffic, at: span)
        }
        if names.count == 2 {
            let inner = Expression.Entry(key: .trafficKey(names[1], at: span), value: value, isOptional: false)
            value = Expression(.map([inner]), .traffic, at: span)
        }
        return Expression.Entry(key: .trafficKey(names[0], at: span), value: value, isOptional: false)
    }

    /// Mappings have text everywhere; numbers are numbers in expressions.
    private func plain(_ literal: Literal) -> Literal {
        guard case .string(let text) = literal else { return literal }
        if let number = Int64(text), String(number) == text { return .int(number) }
        return key == "share" ? Double(text).map { .double($0) } ?? literal : literal
    }
}

extension ValueType {
    /// What `admits` is asked.
    package static let traffic = ValueType.abstract("traffic", [])
    /// What can reach a resource: what `admits` is asked of beside lists of entries.
    package static let admittedTraffic = ValueType.abstract("admitted_traffic", [])
    /// What a peer names.
    package static let peerKind = ValueType.enumeration(["cidr", "security_group", "prefix_list"])
}

extension Expression {
    fileprivate static func trafficKey(_ key: String, at span: SourceSpan) -> Expression {
        Expression(.literal(.string(key)), .traffic, at: span)
    }
}
