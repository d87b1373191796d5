import Diagnostics
import Findings

/// Renders the judgements of one part, each on a line of its own behind a comma.
struct JSONJudgements {
    private(set) var sink = ByteSink()
    private let rules: [JSONRule]
    private var cursor = LineCursor { path in
        var sink = ByteSink()
        sink.append(json: path)
        return sink
    }

    init(rules: [JSONRule]) { self.rules = rules }

    mutating func append(_ judgement: Judgement) {
        let rule = rules[judgement.rule]
        sink += ",\n    {"
        sink.append(rule.rule)
        append(judgement.resource)
        sink += ",\"verdict\":"
        sink.append(json: judgement.verdict.rawValue)
        sink += ",\"severity\":"
        sink.append(json: judgement.severity.rawValue)
        sink += ",\"entry\":"
        sink.append(json: judgement.entry)
        sink += ",\"message\":"
        sink.append(json: judgement.message)
        sink += ",\"location\":"
        append(judgement.span)
        sink += ",\"evidence\":"
        append(judgement.evidence)
        sink += ",\"missing\":"
        sink.append(json: judgement.missing)
        sink += ",\"reach\":"
        append(judgement.reach)
        sink += ","
        sink.append(rule.fix)
        append(judgement.savings)
        sink += ",\"fingerprint\":"
        sink.append(json: judgement.fingerprint)
        sink += "}"
    }

    private mutating func append(_ resource: ResourceInfo) {
        sink += ",\"resource\":{\"type\":"
        sink.append(json: resource.type)
        sink += ",\"id\":"
        sink.append(json: resource.id)
        sink += ",\"account\":"
        sink.append(json: resource.account)
        sink += ",\"region\":"
        sink.append(json: resource.region)
        sink += ",\"name\":"
        sink.append(json: resource.name)
        sink += "}"
    }

    private mutating func append(_ reach: Reach?) {
        guard let reach else {
            sink += "null"
            return
        }
        sink += "{\"effect\":"
        sink.append(json: reach.effect.rawValue)
        sink += ",\"reason\":"
        sink.append(json: reach.reason)
        sink += ",\"evidence\":"
        append(reach.evidence)
        sink += "}"
    }

    private mutating func append(_ list: [Evidence]) {
        sink += "["
        for (position, evidence) in list.enumerated() {
            if position > 0 { sink += "," }
            append(evidence)
        }
        sink += "]"
    }

    private mutating func append(_ evidence: Evidence) {
        sink += "{\"path\":"
        sink.append(json: evidence.path)
        sink += ",\"value\":"
        sink.append(json: evidence.value)
        sink += ",\"location\":"
        if let span = evidence.span { append(span) } else { sink += "null" }
        sink += "}"
    }

    private mutating func append(_ span: SourceSpan) {
        let (path, line, column) = cursor.place(of: span.start, in: span.file)
        sink += "{\"file\":"
        sink.append(path)
        sink += ",\"line\":"
        sink.append(line)
        sink += ",\"column\":"
        sink.append(column)
        let end = cursor.place(of: span.end, in: span.file)
        sink += ",\"end\":{\"line\":"
        sink.append(end.line)
        sink += ",\"column\":"
        sink.append(end.column)
        sink += "}}"
    }

    private mutating func append(_ savings: Savings?) {
        switch savings {
        case nil: sink += ",\"savings\":null"
        case .unpriced(let reason):
            sink += ",\"savings\":{\"amount\":null,\"unpriced\":true,\"reason\":"
            sink.append(json: reason)
            sink += "}"
        case .monthly(let money):
            sink += ",\"savings\":{\"amount\":"
            sink.append(json: money.dollars)
            sink += ",\"currency\":\"USD\",\"per\":\"month\"}"
        }
    }
}
