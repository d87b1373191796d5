internal import Catalog
internal import Diagnostics
internal import Documents
internal import Networks

/// A field as the decoder knows it: indices into the catalog, put into words only for a message.
struct FieldPlace {
    var shape: Int
    var index: Int
}

/// Reads one scalar by its field's type from the source text, into the arena's word for it.
struct ScalarDecoder {
    let catalog: Catalog
    let tables: ValueTables
    /// Text changed by escapes or folding; the segment keeps it.
    var pool: ContiguousArray<UInt8> = []
    var diagnostics: [Diagnostic] = []
    // Addresses and ids repeat; the text last seen for each is remembered by a small direct-mapped cache.
    private var peerCache = TextCache()
    private var rangeCache = TextCache()

    init(catalog: Catalog, tables: ValueTables) {
        self.catalog = catalog
        self.tables = tables
    }

    /// The word of a scalar node that is not null; nil after reporting an error.
    mutating func word(of id: NodeID, in document: Document, type: FieldType, field: FieldPlace) -> Word? {
        let node = document[id]
        guard node.isScalar else {
            report(
                "`\(name(field))` is \(expected(type)), not a \(node.kind == .mapping ? "mapping" : "list")",
                document.span(id))
            return nil
        }
        switch type.kind {
        case .string, .arn, .region, .reference: return text(node, document)
        case .accountID: return accountID(node, document)
        case .bool: return bool(id, document, field)
        case .enumeration: return enumeration(id, document, type, field)
        case .int:
            let word = number(id, document, field, "a whole number") { ScalarForms.int($0).map { Word($0) } }
            if let word, word.int < 0, isMeasure(field) { return refuseNegative(id, document, field) }
            return word
        case .double: return number(id, document, field, "a number") { ScalarForms.double($0).map { Word($0) } }
        case .duration:
            return number(id, document, field, "a duration such as 90d or 12h") { Units.duration($0).map { Word($0) } }
        case .bytes:
            return number(id, document, field, "a size such as 5MB or 64GiB") { Units.byteSize($0).map { Word($0) } }
        case .usd:
            let word = number(id, document, field, "an amount in dollars such as 12.30") {
                Units.micros(ofDollars: $0).map { Word($0) }
            }
            if let word, word.int < 0 { return refuseNegative(id, document, field) }
            return word
        case .timestamp:
            return number(id, document, field, "a time such as 2026-01-31T12:00:00Z") {
                Timestamp(parsing: $0).map { Word($0.micros) }
            }
        case .protocol:
            return number(id, document, field, "a protocol: tcp, udp, icmp, icmpv6, all or a number to 255") {
                IPProtocol(parsing: $0).map { Word(bits: UInt64($0.rawValue)) }
            }
        case .portRange: return portRange(id, document, field)
        case .cidr, .ip: return cidr(id, document, type, field)
        case .peer: return peer(id, document, field)
        case .policy:
            return Word(textAt: Int(node.start), count: Int(node.end - node.start))
        case .map, .record, .traffic, .metrics:
            report("`\(name(field))` is \(expected(type)), not text", document.span(id))
            return nil
        }
    }

    private mutating func number(
        _ id: NodeID, _ document: Document, _ field: FieldPlace, _ expected: StaticString,
        _ parse: (UnsafeBufferPointer<UInt8>) -> Word?
    ) -> Word? {
        let node = document[id]
        if let word = document.withBytes(of: node, parse) { return word }
        report("`\(shown(id, document))` is not \(expected), which `\(name(field))` needs", document.span(id))
        return nil
    }

    /// Whether a whole number counts something that has a unit: gigabytes, seconds.
    private func isMeasure(_ field: FieldPlace) -> Bool {
        catalog.shapes[field.shape].fields[field.index].unit != nil
    }

    private mutating func refuseNegative(_ id: NodeID, _ document: Document, _ field: FieldPlace) -> Word? {
        report("`\(shown(id, document))`: `\(name(field))` cannot be negative", document.span(id))
        return nil
    }

    // MARK: Text

    private mutating func text(_ node: Node, _ document: Document) -> Word {
        guard node.isPooled else { return Word(textAt: Int(node.first), count: Int(node.count)) }
        let start = pool.count
        document.withBytes(of: node) { pool.append(contentsOf: $0) }
        return Word(textAt: start, count: Int(node.count), inPool: true)
    }

    private mutating func accountID(_ node: Node, _ document: Document) -> Word? {
        let isValid = document.withBytes(of: node) { text in
            text.count == 12 && text.allSatisfy { (0x30...0x39).contains($0) } || text.elementsEqual("amazon".utf8)
                || text.elementsEqual("aws-marketplace".utf8)
        }
        if isValid { return text(node, document) }
        let span = SourceSpan(file: document.file, start: Int(node.start), end: Int(node.end))
        report(
            "`\(VisibleText.escaping(span.text))` is not an account id", span,
            help: "an account id has 12 digits; leading zeros count")
        return nil
    }

    private mutating func bool(_ id: NodeID, _ document: Document, _ field: FieldPlace) -> Word? {
        let node = document[id]
        if node.kind == .plain, let value = document.withBytes(of: node, { ScalarForms.bool($0) }) {
            return Word(value)
        }
        let text = shown(id, document)
        if node.kind != .plain, document.withBytes(of: node, { ScalarForms.bool($0) }) != nil {
            report("`\(name(field))` is true or false, not quoted text", document.span(id), help: "remove the quotes")
        } else if ScalarForms.isOldBool(text) {
            let meant = ["yes", "on", "y"].contains(text.lowercased()) ? "true" : "false"
            report(
                "`\(text)` is not a boolean: `\(name(field))` takes true or false only", document.span(id),
                help: "YAML 1.2 has no yes, no, on or off; write `\(meant)`")
        } else {
            report(
                "`\(text)` is not a boolean, which `\(name(field))` needs", document.span(id),
                help: "write true or false")
        }
        return nil
    }

    private mutating func enumeration(
        _ id: NodeID, _ document: Document, _ type: FieldType, _ field: FieldPlace
    ) -> Word? {
        let values = catalog.enumerations[type.detail]
        if let index = document.withBytes(of: document[id], { values.index(of: $0) }) {
            return Word(bits: UInt64(index))
        }
        let text = shown(id, document)
        report(
            "`\(text)` is no value of `\(name(field))`", document.span(id),
            help: Suggestion.help(for: text, among: values.names))
        return nil
    }

    // MARK: Networks

    private mutating func portRange(_ id: NodeID, _ document: Document, _ field: FieldPlace) -> Word? {
        let problem: String
        do {
            let range = try document.withBytes(of: document[id]) { bytes throws(PortRangeError) in
                try PortRange(parsing: bytes)
            }
            return Word(low: range.low, high: range.high)
        } catch {
            let text = shown(id, document)
            problem =
                switch error {
                case .notANumber: "`\(text)` is not a port or a range of ports, which `\(name(field))` needs"
                case .outOfRange: "`\(text)` is beyond the ports, 0 to 65535"
                case .reversed(let low, let high): "the ports `\(text)` are reversed: \(low) is above \(high)"
                }
        }
        report(problem, document.span(id), help: "write 443, 8000-8100 or all")
        return nil
    }

    private mutating func cidr(
        _ id: NodeID, _ document: Document, _ type: FieldType, _ field: FieldPlace
    ) -> Word? {
        if type.kind == .ip, document.withBytes(of: document[id], { $0.contains(UInt8(ascii: "/")) }) {
            report(
                "`\(shown(id, document))` is a range; `\(name(field))` is one address", document.span(id),
                help: "leave out the slash and what follows")
            return nil
        }
        if let index = rangeIndex(id, document, isPeer: false) { return Word(bits: UInt64(index)) }
        return nil
    }

    /// The index of the address range in the tables; nil after reporting an error.
    private mutating func rangeIndex(_ id: NodeID, _ document: Document, isPeer: Bool) -> Int? {
        let node = document[id]
        if let cached = document.withBytes(of: node, { rangeCache.value(of: $0) }) { return cached }
        let text = shown(id, document)
        do {
            let cidr = try document.withBytes(of: node) { bytes throws(CIDRError) in try CIDR(parsing: bytes) }
            if cidr.hasHostBits {
                diagnostics.append(
                    Diagnostic(
                        .warning, "`\(text)` has host bits set; it is read as \(cidr)", at: document.span(id),
                        help: "write \(cidr)"))
            }
            let index = tables.intern(cidr)
            // A text with a warning is not remembered, so that every place that has it gets the warning.
            if !cidr.hasHostBits { document.withBytes(of: node) { rangeCache.remember($0, index) } }
            return index
        } catch {
            switch error {
            case .notAnAddress where isPeer:
                report(
                    "`\(text)` is no peer", document.span(id),
                    help:
                        "a peer is an address range (10.0.0.0/8, ::/0), a security group (sg-…) or a prefix list (pl-…)"
                )
            case .notAnAddress:
                report("`\(text)` is not an address", document.span(id), help: "write 10.0.0.0/8 or 2001:db8::/32")
            case .prefixNotANumber: report("what follows the slash in `\(text)` is not a number", document.span(id))
            case .prefixOutOfRange(_, let limit):
                report("the prefix of `\(text)` is out of range", document.span(id), help: "it is at most /\(limit)")
            }
            return nil
        }
    }

    private mutating func peer(_ id: NodeID, _ document: Document, _ field: FieldPlace) -> Word? {
        let node = document[id]
        if let bits = document.withBytes(of: node, { peerCache.value(of: $0) }) { return Word(bits: UInt64(bits)) }
        let kind: PeerWord.Kind = document.withBytes(of: node) { bytes in
            func begins(_ prefix: StaticString) -> Bool {
                bytes.count > prefix.utf8CodeUnitCount
                    && (0..<prefix.utf8CodeUnitCount).allSatisfy { bytes[$0] == prefix.utf8Start[$0] }
            }
            if begins("sg-") { return .securityGroup }
            if begins("pl-") || begins("com.amazonaws.") { return .prefixList }
            // A group of another account: 123456789012/sg-…
            if bytes.count > 16, bytes[12] == UInt8(ascii: "/"), bytes[13...].starts(with: "sg-".utf8) {
                return .securityGroup
            }
            return .cidr
        }
        let word: Word
        if kind == .cidr {
            guard let index = rangeIndex(id, document, isPeer: true) else { return nil }
            word = PeerWord.word(.cidr, index)
            // Without host bits only, as for ranges.
            guard document.withBytes(of: node, { rangeCache.value(of: $0) }) != nil else { return word }
        } else {
            word = PeerWord.word(kind, tables.intern(document.text(id)))
        }
        document.withBytes(of: node) { peerCache.remember($0, Int(word.bits)) }
        return word
    }

    // MARK: Messages

    /// The field's path inside the resource: `ingress.ports`.
    func name(_ place: FieldPlace) -> String {
        let shape = catalog.shapes[place.shape]
        let parents = shape.name.split(separator: ".").dropFirst().map(String.init)
        return (parents + [shape.fields[place.index].name]).joined(separator: ".")
    }

    private func expected(_ type: FieldType) -> String {
        switch type.kind {
        case .map: "a mapping of text to text"
        case .record: "a mapping"
        case .bool: "true or false"
        case .enumeration: "one of \(catalog.enumerations[type.detail].names.joined(separator: ", "))"
        case .reference: "the id of a \(catalog.types[type.detail].name)"
        default: "one value (\(type.kind.rawValue))"
        }
    }

    private func shown(_ id: NodeID, _ document: Document) -> String {
        let text = document.text(id)
        return text.count > 60 ? String(text.prefix(60)) + "…" : text
    }

    mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: span, help: help))
    }
}
