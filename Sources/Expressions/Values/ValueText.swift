internal import Metrics
internal import Networks

extension Value {
    /// As an expression would write the value: `"a\"b"`, `b"\xff"`, `1u`, `[1, 2.0]`, `{"a": 1}`, `duration("60s")`.
    ///
    /// No longer than `Limit.bytes` and what one text adds; what exceeds it is left out.
    package var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        guard text.utf8.count < Limit.bytes else { return }
        switch self {
        case .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .int(let int): text += String(int)
        case .uint(let uint): text += "\(uint)u"
        case .double(let double): text += DoubleText.literal(double)
        case .string(let string): text += string.literal
        case .bytes(let bytes): text += bytes.literal
        case .list(let elements):
            Self.write(elements, "[", "]", to: &text) { element, text in element.write(to: &text) }
        case .map(let map):
            Self.write(map.entries, "{", "}", to: &text) { entry, text in
                entry.key.write(to: &text)
                text += ": "
                entry.value.write(to: &text)
            }
        case .type(let type): text += type.name
        case .timestamp(let instant): text += "timestamp(\"\(instant.text)\")"
        case .duration(let span): text += "duration(\"\(span.text)\")"
        case .optional(nil): text += "optional.none()"
        case .optional(let wrapped?): Self.write([wrapped], "optional.of(", ")", to: &text) { $0.write(to: &$1) }
        case .ip(let address): text += "ip(\"\(address)\")"
        case .cidr(let range): text += "cidr(\"\(range.text)\")"
        case .addresses(let set): text += set == .internet ? "internet" : set.description
        case .portRange(let range): text += range.description
        case .protocol(let number): text += number.description.literal
        case .peer(let peer): text += peer.id.literal
        case .record(let record): text += record.text
        case .metric(let metric): text += metric.path
        case .series(let named): text += named.text
        case .unknown(let fields): text += "unknown(\(fields.paths.joined(separator: ", ")))"
        }
    }

    private static func write<Part>(
        _ parts: [Part], _ opening: String, _ closing: String, to text: inout String,
        _ write: (Part, inout String) -> Void
    ) {
        text += opening
        for (index, part) in parts.enumerated() {
            if index > 0 { text += ", " }
            guard text.utf8.count < Limit.bytes else {
                text += "…"
                break
            }
            write(part, &text)
        }
        text += closing
    }
}

extension NetworkAddress {
    /// The address with its host bits, slash, prefix length.
    package var text: String { "\(address)/\(prefixLength)" }
}
