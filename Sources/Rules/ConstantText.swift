internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions
internal import Networks

/// Constants of rules as text, by the type that their place asks for.
enum ConstantText {
    /// The constant; nil when the text is none. `isPlain`: not quoted, so that `true` is a bool and `22` a number.
    static func literal(_ text: UnsafeBufferPointer<UInt8>, _ type: ValueType, isPlain: Bool) -> Literal? {
        switch type {
        case .bool: isPlain ? ScalarForms.bool(text).map { .bool($0) } : nil
        case .int: ScalarForms.int(text).map { .int($0) }
        case .double: ScalarForms.double(text).map { .double($0) }
        case .string, .reference: .string(String(decoding: text, as: UTF8.self))
        case .timestamp: Timestamp(parsing: text).map { .timestamp($0.micros) }
        case .duration: Units.duration(text).map { .duration($0) }
        case .byteSize: Units.byteSize(text).map { .bytes($0) }
        case .usd: Units.micros(ofDollars: text).map { .usd($0) }
        case .protocol: IPProtocol(parsing: text).map { .protocol($0) }
        case .portRange: (try? PortRange(parsing: text)).map { .portRange($0) }
        case .ip, .cidr, .peer:
            text.elementsEqual("internet".utf8) ? .internet : (try? CIDR(parsing: text)).map { .cidr($0) }
        case .enumeration(let names):
            names.firstIndex { $0.utf8.elementsEqual(text) }.map { .enumeration($0, names[$0]) }
        default: nil
        }
    }

    /// An address range of a rule is written without host bits.
    static func hostBits(_ literal: Literal, _ text: String) -> ConstantProblem? {
        guard case .cidr(let range) = literal, range.hasHostBits else { return nil }
        return ConstantProblem("`\(text)` has host bits set", help: "write \(range)")
    }

    static func problem(_ text: String, _ type: ValueType) -> ConstantProblem {
        var help: String?
        var expected = "of type \(type.name)"
        switch type {
        case .enumeration(let names):
            help = Suggestion.help(for: text, among: names)
            expected = "one of its values"
        case .bool: help = "write true or false"
        case .duration: help = "write a duration such as 90d or 12h"
        case .byteSize: help = "write a size such as 5MB or 10GiB"
        case .timestamp:
            var copy = text
            let isAge = copy.withUTF8 { Units.duration($0) } != nil
            help =
                isAge
                ? "an age is asked for with `older_than: \(text)` or `.age() > \"\(text)\"`"
                : "write 2026-01-31T12:00:00Z"
        case .usd: help = "write an amount of dollars such as 9.50"
        case .ip, .cidr, .peer: help = "write 10.0.0.0/8, ::/0 or internet"
        case .portRange: help = "write 443, 8000-8100 or all"
        case .protocol: help = "write tcp, udp, icmp, a number or all"
        default: break
        }
        return ConstantProblem("`\(text)` is not \(expected)", help: help)
    }
}

/// A parameter's value where another type is asked for.
enum ParameterConversion {
    /// Text becomes an enum's value, a number a port; nil when it does not fit.
    static func convert(_ value: Literal, from: ValueType, to type: ValueType) -> Literal? {
        if case .list(let elements) = value {
            var converted: [Literal] = []
            for element in elements {
                guard let one = convert(element, from: self.element(of: from), to: self.element(of: type)) else {
                    return nil
                }
                converted.append(one)
            }
            return .list(converted)
        }
        if case .list(let element) = type { return convert(value, from: from, to: element).map { .list([$0]) } }
        if self.element(of: from) == type { return value }
        switch (value, type) {
        case (.string(let text), .enumeration(let names)):
            return names.firstIndex(of: text).map { .enumeration($0, text) }
        case (.int(let port), .portRange): return UInt16(exactly: port).map { .portRange(.init($0)) }
        case (.int(let value), .double): return .double(Double(value))
        case (.cidr, .peer), (.internet, .peer), (.cidr, .ip), (.string, .reference): return value
        default: return nil
        }
    }

    static func element(of type: ValueType) -> ValueType {
        if case .list(let element) = type { return element }
        return type
    }
}
