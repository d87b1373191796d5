internal import Metrics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif
internal import Networks

/// One clause of a format: how it writes a value.
struct ValueFormat {
    private let conversion: Unicode.Scalar
    private let precision: Int

    init(_ conversion: Unicode.Scalar, _ precision: Int?) {
        (self.conversion, self.precision) = (conversion, precision ?? 6)
    }

    /// Throws when it takes more than so many bytes.
    func text(_ value: Value, room: Int) throws(EvaluationError) -> String {
        if case .double(let double) = value, "dfe".unicodeScalars.contains(conversion),
            let special = DoubleText.special(double)
        {
            return special
        }
        switch conversion {
        case "d":
            return try text(value, "decimal clause can only be used on integers") {
                switch $0 {
                case .int(let int): String(int)
                case .uint(let uint): String(uint)
                case .double(let double): DoubleText.positional(double)
                default: nil
                }
            }
        case "f": return try real(value, "fixed-point", "%.*f")
        case "e": return try real(value, "scientific", "%.*e")
        case "b":
            return try text(value, "only integers and bools can be formatted as binary") {
                if case .bool(let bool) = $0 { bool ? "1" : "0" } else { Self.integer($0, radix: 2) }
            }
        case "o": return try text(value, "octal clause can only be used on integers") { Self.integer($0, radix: 8) }
        case "x", "X":
            try Limit.check(bytes: 2 * Self.size(value), .format)
            return try text(value, "only integers, byte buffers, and strings can be formatted as hex") {
                switch $0 {
                case .string(let text): hexadecimal(Array(text.utf8))
                case .bytes(let bytes): hexadecimal(bytes)
                default: Self.integer($0, radix: 16, uppercase: conversion == "X")
                }
            }
        default:
            var text = ""
            try Self.write(value, to: &text, room: room)
            return text
        }
    }

    private func text(
        _ value: Value, _ expectation: String, _ text: (Value) -> String?
    ) throws(EvaluationError) -> String {
        guard let text = text(value) else { throw Self.error(expectation, value) }
        return text
    }

    private static func error(_ expectation: String, _ value: Value) -> EvaluationError {
        EvaluationError(
            .invalidArgument, "format: error during formatting: \(expectation), was given \(value.typeName.name)")
    }

    // MARK: - Numbers

    private static func integer(_ value: Value, radix: Int, uppercase: Bool = false) -> String? {
        switch value {
        case .int(let int): String(int, radix: radix, uppercase: uppercase)
        case .uint(let uint): String(uint, radix: radix, uppercase: uppercase)
        default: nil
        }
    }

    /// C's own formatting is exact, and rounds ties to even, as the definition wants it.
    private func real(_ value: Value, _ clause: String, _ format: String) throws(EvaluationError) -> String {
        let number: Double
        switch value {
        case .int(let int): number = Double(int)
        case .uint(let uint): number = Double(uint)
        case .double(let double): number = double
        default: throw Self.error("\(clause) clause can only be used on doubles", value)
        }
        // 309 digits before the point, a sign, the point, and those after it.
        var buffer = [CChar](repeating: 0, count: 320 + precision)
        let count = withVaList([Int32(precision), number]) { vsnprintf(&buffer, buffer.count, format, $0) }
        return String(decoding: buffer[..<Int(count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array((conversion == "X" ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func size(_ value: Value) -> Int {
        switch value {
        case .string(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        default: 0
        }
    }

    // MARK: - Any value

    private static func write(_ value: Value, to text: inout String, room: Int) throws(EvaluationError) {
        switch value {
        case .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .int(let int): text += String(int)
        case .uint(let uint): text += String(uint)
        case .double(let double): text += DoubleText.positional(double)
        case .string(let string): text += string
        case .bytes(let bytes): text += repaired(bytes)
        case .list(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += ", " }
                try write(element, to: &text, room: room)
            }
            text += "]"
        case .map(let map): try write(map, to: &text, room: room)
        case .type(let type): text += type.name
        case .timestamp(let instant): text += instant.text
        case .duration(let span): text += span.text
        case .ip(let address): text += address.description
        case .cidr(let range): text += range.text
        case .addresses(let set): text += set == .internet ? "internet" : set.description
        case .portRange(let range): text += range.description
        case .protocol(let number): text += number.description
        case .peer(let peer): text += peer.id
        case .record(let record): text += record.text
        case .metric(let metric): text += metric.path
        case .series(let named): text += named.text
        case .optional, .unknown:
            let kinds = "strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps"
            throw error("string clause can only be used on \(kinds)", value)
        }
        // Here, so that lists in lists that are small in memory only do not grow without end.
        try Limit.check(bytes: Limit.bytes - room + text.utf8.count, .format)
    }

    /// Sorted by the formatted keys.
    private static func write(_ map: MapValue, to text: inout String, room: Int) throws(EvaluationError) {
        var entries: [(key: String, value: Value)] = []
        for entry in map.entries {
            var key = ""
            try write(entry.key, to: &key, room: room)
            entries.append((key, entry.value))
        }
        entries.sort { left, right in
            left.key.withBytes { left in right.key.withBytes { left.order(comparedTo: $0) < 0 } }
        }
        text += "{"
        for (index, entry) in entries.enumerated() {
            text += "\(index > 0 ? ", " : "")\(entry.key): "
            try write(entry.value, to: &text, room: room)
        }
        text += "}"
    }

    /// UTF-8, with one U+FFFD in the place of each stretch of bytes that is none.
    private static func repaired(_ bytes: [UInt8]) -> String {
        var text = ""
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var isBroken = false
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar):
                text.unicodeScalars.append(scalar)
                isBroken = false
            case .error:
                if !isBroken { text += "\u{FFFD}" }
                isBroken = true
            case .emptyInput: return text
            }
        }
    }
}
