internal import Diagnostics
internal import Expressions
internal import Networks

/// Puts the keys of `admits` together into one question about traffic, and says what is wrong with them.
struct TrafficQueryBuilder {
    static let keys = ["source", "destination", "protocol", "port", "family", "share"]

    /// Name of the list that is asked: `ingress`, `egress`.
    private let list: String
    private let arguments: [TrafficArgument]
    private(set) var problems: [TrafficProblem] = []

    init(list: String, arguments: [TrafficArgument]) { (self.list, self.arguments) = (list, arguments) }

    mutating func build() -> TrafficQuery {
        for (index, argument) in arguments.enumerated() where !Self.keys.contains(Self.name(argument)) {
            report(
                .key(index), "`admits` has no key `\(argument.key)`",
                Suggestion.help(for: argument.key, among: Self.keys))
        }
        for (index, argument) in arguments.enumerated()
        where argument.key.contains(".") && argument.key != "port.outside" {
            let name = Self.name(argument)
            if name == "port" {
                let key = String(argument.key.dropFirst("port.".count))
                report(.value(index), "`port` has no key `\(key)`", Suggestion.help(for: key, among: ["outside"]))
            } else {
                report(.value(index), "`\(name)` takes a value or a list of values")
            }
        }
        for (index, argument) in arguments.enumerated()
        where arguments[..<index].contains(where: { Self.name($0) == Self.name(argument) }) {
            report(.key(index), "`\(Self.name(argument))` stands twice in `admits`")
        }
        let peer = list == "egress" ? "destination" : "source"
        let other = list == "egress" ? "source" : "destination"
        if let wrong = index(other) {
            report(.key(wrong), "`\(list)` entries have a \(peer), not a \(other)", "write `\(peer)`")
        }
        let query = TrafficQuery(
            addresses: addresses(peer), protocols: protocols(), ports: ports(), families: families(), share: share())
        if query.ports != .any, !query.protocols.isEmpty,
            !query.protocols.contains(where: { $0.hasPorts || $0 == .all }), let port = index("port")
        {
            let names = query.protocols.map(\.description).joined(separator: ", ")
            let verb = query.protocols.count == 1 ? "has" : "have"
            report(.value(port), "\(names) \(verb) no ports, so this never holds")
        }
        return query
    }

    private mutating func report(_ place: TrafficProblem.Place, _ message: String, _ help: String? = nil) {
        problems.append(TrafficProblem(place, ConstantProblem(message, help: help)))
    }

    private static func name(_ argument: TrafficArgument) -> String {
        String(argument.key.prefix { $0 != "." })
    }

    private func index(_ key: String) -> Int? { arguments.firstIndex { Self.name($0) == key } }

    /// The one text that a key is given: `any`, `every`.
    private func word(_ index: Int) -> String? {
        guard !arguments[index].isList, case .string(let text)? = arguments[index].constants.first else { return nil }
        return text
    }

    private mutating func constants(_ index: Int, _ type: ValueType) -> [Literal] {
        var result: [Literal] = []
        for (position, constant) in arguments[index].constants.enumerated() {
            if let converted = ParameterConversion.convert(constant, from: Self.type(of: constant), to: type) {
                result.append(converted)
                continue
            }
            var text = constant.text
            let read = text.withUTF8 { ConstantText.literal($0, type, isPlain: true) }
            let hostBits = read.flatMap { ConstantText.hostBits($0, text) }
            if let read, hostBits == nil {
                result.append(read)
            } else if let parameter = arguments[index].parameter {
                report(.value(index), unfit(parameter, arguments[index], type, hasHostBits: hostBits != nil))
                return result
            } else {
                let problem = hostBits ?? ConstantText.problem(text, type)
                let place: TrafficProblem.Place =
                    arguments[index].isList ? .constant(index, position) : .value(index)
                report(place, problem.message, problem.help)
            }
        }
        return result
    }

    /// A parameter is told with its value, which does not stand at the place.
    private func unfit(
        _ parameter: (name: String, type: ValueType), _ argument: TrafficArgument, _ type: ValueType, hasHostBits: Bool
    ) -> String {
        let value = argument.isList ? Literal.list(argument.constants) : argument.constants[0]
        let problem = hasHostBits ? "has host bits set" : "is not of type \(type.name)"
        return "the parameter `\(parameter.name)` (\(parameter.type.name): \(value.text)) \(problem)"
    }

    private static func type(of literal: Literal) -> ValueType {
        switch literal {
        case .cidr, .internet: .cidr
        case .portRange: .portRange
        case .protocol: .protocol
        case .double: .double
        case .int: .int
        default: .string
        }
    }

    private mutating func addresses(_ key: String) -> AddressQuery {
        guard let index = index(key) else {
            // A key that is wrong may be the one that is missed.
            if problems.contains(where: { if case .key = $0.place { true } else { false } }) { return .any }
            report(.question, "`admits` needs `\(key)`", "write `\(key): internet`, `any` or an address range")
            return .any
        }
        if word(index) == "any" { return .any }
        var set = AddressSet()
        for constant in constants(index, .cidr) {
            switch constant {
            case .internet: set = set.union(.internet)
            case .cidr(let cidr): set = set.union(AddressSet(cidr))
            default: break
            }
        }
        return .cover(set)
    }

    private mutating func protocols() -> [IPProtocol] {
        guard let index = index("protocol") else { return [] }
        return constants(index, .protocol).compactMap { if case .protocol(let value) = $0 { value } else { nil } }
    }

    private mutating func ports() -> PortQuery {
        guard let index = index("port") else { return .any }
        switch word(index) {
        case "any": return .any
        case "every": return .every
        default: break
        }
        let ranges = constants(index, .portRange).compactMap { literal in
            if case .portRange(let range) = literal { range } else { nil }
        }
        return arguments[index].key == "port.outside" ? .outside(ranges) : .anyOf(ranges)
    }

    private mutating func families() -> [AddressFamily] {
        guard let index = index("family") else { return AddressFamily.allCases }
        let names: [(String, AddressFamily)] = [("ipv4", .ipv4), ("ipv6", .ipv6)]
        return constants(index, .enumeration(names.map(\.0))).compactMap { constant in
            if case .enumeration(let index, _) = constant { names[index].1 } else { nil }
        }
    }

    private mutating func share() -> Double {
        guard let index = index("share") else { return 1 }
        if arguments[index].isList {
            report(.value(index), "`share` takes one number, not a list")
            return 1
        }
        // Any part at all: a single address is one.
        if word(index) == "some" { return .leastNormalMagnitude }
        guard case .double(let share)? = constants(index, .double).first else { return 1 }
        if share > 0, share <= 1 { return share }
        report(.value(index), "`share` is above 0 and at most 1")
        return 1
    }
}
