/// The bindings of type parameters found while one expression is checked: CEL's gradual type inference
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#gradual-type-checking).
struct Unification {
    private var bindings: [String: ValueType] = [:]
    private var count = 0

    /// A parameter that no other call shares.
    mutating func fresh() -> ValueType {
        count += 1
        return .parameter("T\(count)")
    }

    /// The overload with its parameters made fresh.
    mutating func instantiate(_ overload: Overload) -> Overload {
        var names: [String: ValueType] = [:]
        func visit(_ type: ValueType) -> ValueType {
            type.mapParameters { name in
                if let known = names[name] { return known }
                count += 1
                names[name] = .parameter("T\(count)")
                return .parameter("T\(count)")
            }
        }
        var result = overload
        result.parameters = overload.parameters.map(visit)
        result.result = visit(overload.result)
        return result
    }

    /// The type with its bound parameters replaced; `isFinal`: unbound ones become `dyn`.
    func resolve(_ type: ValueType, isFinal: Bool = false) -> ValueType {
        type.mapParameters { name in
            if let bound = bindings[name] { return resolve(bound, isFinal: isFinal) }
            return isFinal ? .dyn : .parameter(name)
        }
    }

    /// Whether arguments of these types fit; if so the parameters stay bound.
    mutating func accept(_ arguments: [ValueType], for parameters: [ValueType]) -> Bool {
        let before = bindings
        for (argument, parameter) in zip(arguments, parameters) where !isAssignable(argument, parameter) {
            bindings = before
            return false
        }
        return true
    }

    /// The type of an aggregate that holds both; `dyn` when they have nothing in common.
    mutating func join(_ known: ValueType?, _ next: ValueType) -> ValueType {
        guard let known else { return next }
        let before = bindings
        if isAssignable(known, next) { return Self.isAtMostAsSpecific(known, next) ? known : next }
        bindings = before
        return .dyn
    }

    private mutating func isAssignable(_ from: ValueType, _ to: ValueType) -> Bool {
        if case .parameter(let name) = to { return bind(name, from) }
        if case .parameter(let name) = from { return bind(name, to) }
        switch (from, to) {
        case (.dyn, _), (_, .dyn): return true
        case (.null, .null): return true
        case (.null, let other), (let other, .null): return other.admitsNull
        case (.nullable(let a), .nullable(let b)), (.nullable(let a), let b), (let a, .nullable(let b)):
            return isAssignable(a, b)
        case (.list(let a), .list(let b)), (.optional(let a), .optional(let b)): return isAssignable(a, b)
        case (.map(let k1, let v1), .map(let k2, let v2)): return isAssignable(k1, k2) && isAssignable(v1, v2)
        case (.type, .type): return true
        case (.abstract(let a, let p), .abstract(let b, let q)):
            guard a == b, p.count == q.count else { return false }
            for (x, y) in zip(p, q) where !isAssignable(x, y) { return false }
            return true
        // A number of bytes is a number; the values of an enumeration and ids are text.
        case (.byteSize, .int), (.int, .byteSize), (.usd, .double), (.double, .usd): return true
        case (.enumeration, .string), (.reference, .string), (.string, .reference), (.reference, .reference):
            return true
        default: return from == to
        }
    }

    private mutating func bind(_ name: String, _ type: ValueType) -> Bool {
        if type == .parameter(name) { return true }
        if let bound = bindings[name] {
            if bound == type { return true }
            guard isAssignable(type, bound) else { return false }
            let general = Self.isAtMostAsSpecific(type, bound) ? type : bound
            if !mentions(general, name) { bindings[name] = general }
            return true
        }
        guard !mentions(type, name) else { return false }
        bindings[name] = type
        return true
    }

    /// Whether the type holds the parameter, so that binding one to the other would never end.
    private func mentions(_ type: ValueType, _ name: String) -> Bool {
        var found = false
        _ = type.mapParameters { other in
            if other == name || bindings[other].map({ mentions($0, name) }) == true { found = true }
            return .parameter(other)
        }
        return found
    }

    /// Whether every value of `other` is one of `type`: `dyn` and parameters are the least specific.
    private static func isAtMostAsSpecific(_ type: ValueType, _ other: ValueType) -> Bool {
        switch (type, other) {
        case (.dyn, _), (.parameter, _): true
        case (_, .dyn), (_, .parameter): false
        case (.list(let a), .list(let b)), (.optional(let a), .optional(let b)): isAtMostAsSpecific(a, b)
        case (.map(let k1, let v1), .map(let k2, let v2)): isAtMostAsSpecific(k1, k2) && isAtMostAsSpecific(v1, v2)
        case (.abstract(let a, let p), .abstract(let b, let q)):
            a == b && p.count == q.count && zip(p, q).allSatisfy(isAtMostAsSpecific)
        case (.nullable(let a), let b): isAtMostAsSpecific(a, b) || b == .null
        case (.null, _): false
        case (_, .null): true
        default: type == other
        }
    }
}

extension ValueType {
    /// Null is a value of optional, abstract and time types as well, by the rules for legacy nullable types.
    fileprivate var admitsNull: Bool {
        switch self {
        case .null, .nullable, .abstract, .optional, .timestamp, .duration, .record: true
        default: false
        }
    }

    /// The type with each parameter replaced.
    func mapParameters(_ replace: (String) -> ValueType) -> ValueType {
        switch self {
        case .parameter(let name): replace(name)
        case .list(let type): .list(type.mapParameters(replace))
        case .optional(let type): .optional(type.mapParameters(replace))
        case .nullable(let type): .nullable(type.mapParameters(replace))
        case .type(let type?): .type(type.mapParameters(replace))
        case .map(let key, let value): .map(key.mapParameters(replace), value.mapParameters(replace))
        case .abstract(let name, let types): .abstract(name, types.map { $0.mapParameters(replace) })
        default: self
        }
    }
}
