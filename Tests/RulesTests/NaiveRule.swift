import Catalog
import Documents
import Findings

/// A rule evaluated straight from its YAML, by recursion over the nodes and with none of the engine's compiling, slots
/// and tables. `admits` is left to `NaiveTraffic`.
struct NaiveRule {
    let document: Document
    let rule: NodeID
    /// When the inventory was collected, in microseconds.
    var now: Int64?
    private var catalog: Catalog { Trial.catalog }

    init(_ rule: NodeID, in document: Document, now: Int64?) {
        (self.rule, self.document, self.now) = (rule, document, now)
    }

    private func value(_ key: String) -> NodeID? { document.value(of: key, in: rule) }

    /// Entry (`ingress[0]`, or nothing) and verdict, in the order of the engine.
    func verdicts(of resource: NaiveValue) -> [(entry: String?, verdict: Verdict)] {
        if let when = value("when") {
            switch condition(when, resource) {
            case .no: return [(nil, .notApplicable)]
            case .unknown: return [(nil, .insufficientData)]
            case .yes: break
            }
        }
        guard let forEach = value("for_each") else { return [(nil, verdict(resource))] }
        var result: [(entry: String?, verdict: Verdict)] = []
        for name in document.items(forEach).map(document.text) {
            guard let field = catalog.shapes[resource.type.detail].field(name) else { continue }
            let list = resource.field(field)
            if list.isAbsent { result.append((nil, .insufficientData)) }
            for (index, entry) in list.elements.enumerated() { result.append(("\(name)[\(index)]", verdict(entry))) }
        }
        return result.isEmpty ? [(nil, .compliant)] : result
    }

    private func verdict(_ record: NaiveValue) -> Verdict {
        if let flag = value("flag") {
            return [.yes: .noncompliant, .no: .compliant, .unknown: .insufficientData][condition(flag, record)]!
        }
        return [.yes: .compliant, .no: .noncompliant, .unknown: .insufficientData][
            condition(value("require")!, record)]!
    }

    // MARK: Conditions

    private func all(_ outcomes: [Outcome]) -> Outcome { outcomes.reduce(.yes) { .and($0, $1) } }
    private func some(_ outcomes: [Outcome]) -> Outcome { outcomes.reduce(.no) { .or($0, $1) } }

    private func condition(_ id: NodeID, _ record: NaiveValue) -> Outcome {
        guard record.type.kind == .record, !record.type.isList else { return test(id, record) }
        return all(
            document.pairs(id).map { key, value in
                let name = document.text(key)
                if let field = catalog.shapes[record.type.detail].field(name) {
                    return test(value, record.field(field))
                }
                return connective(name, value) { condition($0, record) }
            })
    }

    private func connective(_ name: String, _ value: NodeID, _ evaluate: (NodeID) -> Outcome) -> Outcome {
        switch name {
        case "not": evaluate(value).negated
        case "any": some(document.items(value).map(evaluate))
        case "all": all(document.items(value).map(evaluate))
        default: fatalError("no connective: \(name)")
        }
    }

    private func test(_ id: NodeID, _ value: NaiveValue) -> Outcome {
        if document.isNull(document[id]) { return value.isAbsent ? .unknown : value.isNull ? .yes : .no }
        guard document[id].kind == .mapping else {
            return known(value) { constants(id).contains { equal($0, value) } }
        }
        let isRecord = value.type.kind == .record && !value.type.isList
        return all(
            document.pairs(id).map { key, argument in
                let name = document.text(key)
                if isRecord, let field = catalog.shapes[value.type.detail].field(name) {
                    return test(argument, value.field(field))
                }
                if ["not", "any", "all"].contains(name) { return connective(name, argument) { test($0, value) } }
                return operation(name, argument, value)
            })
    }

    /// Unknown for what is absent, no for null, else what `holds` says.
    private func known(_ value: NaiveValue, _ holds: () -> Bool) -> Outcome {
        value.isAbsent ? .unknown : value.isNull ? .no : holds() ? .yes : .no
    }

    /// The texts of a constant, of each in a list, or of the parameter it names.
    private func constants(_ id: NodeID) -> [String] {
        if document[id].kind == .sequence { return document.items(id).flatMap(constants) }
        let text = document.text(id)
        guard document[id].kind == .plain, text.hasPrefix("$") else { return [text] }
        let parameter = value("params").flatMap { document.value(of: String(text.dropFirst()), in: $0) }
        return parameter.flatMap { document.value(of: "default", in: $0) }.map(constants) ?? []
    }

    private func equal(_ constant: String, _ value: NaiveValue) -> Bool {
        switch value.type.kind {
        case .int, .double, .usd, .bytes, .duration, .timestamp:
            NaiveNumbers.number(constant, value.type.kind) == NaiveNumbers.number(value.text, value.type.kind)
        case .protocol: NaiveNumbers.protocolName(constant) == NaiveNumbers.protocolName(value.text)
        case .portRange: NaiveNumbers.ports(constant) == NaiveNumbers.ports(value.text)
        case .cidr, .ip, .peer: NaiveBlock(constant) != nil && NaiveBlock(constant) == NaiveBlock(value.text)
        default: constant == value.text
        }
    }

    // MARK: Operators

    private func operation(_ name: String, _ argument: NodeID, _ value: NaiveValue) -> Outcome {
        let constants = document[argument].kind == .mapping ? [] : constants(argument)
        let constant = constants.first ?? ""
        func compare(_ holds: (Double, Double) -> Bool) -> Outcome {
            known(value) {
                holds(NaiveNumbers.number(value.text, value.type.kind), NaiveNumbers.number(constant, value.type.kind))
            }
        }
        func derived(_ kind: FieldType.Kind, _ text: String) -> NaiveValue {
            NaiveValue(.text(text), FieldType(kind), like: value)
        }
        switch name {
        case "exists":
            return known(value) { true } == .unknown ? .unknown : (constant == "true") != value.isNull ? .yes : .no
        case "stated": return (constant == "true") != value.isAbsent ? .yes : .no
        case "above": return compare(>)
        case "at_least": return compare(>=)
        case "below": return compare(<)
        case "at_most": return compare(<=)
        case "older_than", "younger_than":
            if value.isNull { return .no }
            guard let now, !value.isAbsent else { return .unknown }
            let age = Double(now) - NaiveNumbers.number(value.text, .timestamp)
            let limit = NaiveNumbers.number(constant, .duration)
            return (name == "older_than" ? age > limit : age < limit) ? .yes : .no
        case "in": return known(value) { constants.contains { equal($0, value) } }
        case "startsWith": return known(value) { value.text.hasPrefix(constant) }
        case "endsWith": return known(value) { value.text.hasSuffix(constant) }
        case "contains" where !value.type.isList: return known(value) { value.text.contains(constant) }
        case "containsIgnoringCase": return known(value) { value.text.lowercased().contains(constant.lowercased()) }
        case "contains": return elements("some", argument, value)
        case "some", "every", "none": return elements(name, argument, value)
        case "size", "empty":
            guard let size = size(of: value) else { return value.isAbsent ? .unknown : .no }
            if name == "size" { return test(argument, derived(.int, String(size))) }
            return (size == 0) == (constant == "true") ? .yes : .no
        case "has_keys": return known(value) { constants.allSatisfy { value.pairs[$0] != nil } }
        case "key":
            return all(
                document.pairs(argument).map { key, inner in
                    let found = value.pairs[document.text(key)].map { NaiveValue.State.text($0) } ?? .null
                    return test(inner, NaiveValue(value.isAbsent ? .absent : found, FieldType(.string), like: value))
                })
        case "covers" where value.type.kind == .portRange:
            return known(value) { NaiveNumbers.ports(value.text).contains(NaiveNumbers.ports(constant)) }
        case "within", "public", "prefix_length", "kind": return peer(name, argument, constants, value, derived)
        default: fatalError("no operator: \(name)")
        }
    }

    private func elements(_ quantifier: String, _ body: NodeID, _ list: NaiveValue) -> Outcome {
        if list.isAbsent { return .unknown }
        let outcomes = list.elements.map { condition(body, $0) }
        return quantifier == "every" ? all(outcomes) : quantifier == "some" ? some(outcomes) : some(outcomes).negated
    }

    /// Elements, keys, characters or ports; a list that is null has no elements, a text that is null no size.
    private func size(of value: NaiveValue) -> Int? {
        if value.isAbsent { return nil }
        if value.type.isList { return value.elements.count }
        if value.type.kind == .map { return value.pairs.count }
        if value.isNull { return nil }
        return value.type.kind == .portRange ? NaiveNumbers.ports(value.text).count : value.text.unicodeScalars.count
    }

    private func peer(
        _ name: String, _ argument: NodeID, _ constants: [String], _ value: NaiveValue,
        _ derived: (FieldType.Kind, String) -> NaiveValue
    ) -> Outcome {
        if value.isAbsent || value.isNull { return test(argument, value) == .unknown ? .unknown : .no }
        let kind = value.text.hasPrefix("sg-") ? "security_group" : value.text.hasPrefix("pl-") ? "prefix_list" : "cidr"
        if name == "kind" { return constants.contains(kind) ? .yes : .no }
        guard kind == "cidr", let block = NaiveBlock(value.text) else {
            if name == "prefix_length" { return test(argument, NaiveValue(.null, FieldType(.int), like: value)) }
            return kind == "prefix_list" ? .unknown : name == "public" ? test(argument, derived(.bool, "false")) : .no
        }
        switch name {
        case "within": return constants.compactMap(NaiveBlock.init).contains(where: block.isWithin) ? .yes : .no
        case "public": return test(argument, derived(.bool, String(block.isPublic)))
        default: return test(argument, derived(.int, String(block.bits.count)))
        }
    }
}

/// Scalars the simple way.
enum NaiveNumbers {
    private static let units: [String: Double] = [
        "": 1, "s": 1e6, "m": 60e6, "h": 3600e6, "d": 86400e6, "KB": 1e3, "MB": 1e6, "GB": 1e9, "KiB": 1024,
        "MiB": 1_048_576,
        "GiB": 1_073_741_824,
    ]

    static func number(_ text: String, _ kind: FieldType.Kind) -> Double {
        if kind == .timestamp { return Timestamp(text).map { Double($0.micros) } ?? .nan }
        let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
        return (Double(digits) ?? .nan) * (units[String(text.dropFirst(digits.count))] ?? .nan)
    }

    static func protocolName(_ text: String) -> String {
        ["-1": "all", "6": "tcp", "17": "udp", "1": "icmp", "58": "icmpv6"][text] ?? text
    }

    static func ports(_ text: String) -> ClosedRange<Int> {
        if text == "all" { return 0...65535 }
        let ends = text.split(separator: "-").compactMap { Int($0) }
        return ends[0]...ends[ends.count - 1]
    }
}
