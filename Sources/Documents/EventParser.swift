internal import CLibYAML

/// The one owner of a libyaml parser. Reads UTF-8 from memory that outlives it and hands out one event at a time.
struct EventParser: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>

    /// Nil only where libyaml has no memory.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            event.deallocate()
            return nil
        }
        event.initialize(to: yaml_event_t())
        // Without a set encoding libyaml would guess UTF-16 from a byte-order mark; inventories are UTF-8.
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        parser.deallocate()
        event.deallocate()
    }

    /// The next event, valid until the following call; nil when the text is not YAML, as `problem` then says.
    mutating func next() -> UnsafePointer<yaml_event_t>? {
        yaml_event_delete(event)
        guard yaml_parser_parse(parser, event) == 1 else { return nil }
        return UnsafePointer(event)
    }

    /// What stopped the parser. Scanner and parser problems have a mark in code points, reader problems an offset in bytes.
    var problem: SyntaxProblem {
        let p = parser.pointee
        let text = p.problem.map { String(cString: $0) } ?? "the parser ran out of memory"
        let context = p.context.map { String(cString: $0) }
        if p.error == YAML_READER_ERROR {
            return SyntaxProblem(text: text, context: nil, place: .byte(Int(p.problem_offset)))
        }
        return SyntaxProblem(
            text: text, context: context, place: .codePoint(Int(p.problem_mark.index)),
            contextCodePoint: context == nil ? nil : Int(p.context_mark.index))
    }
}
