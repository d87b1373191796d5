import Findings

/// What each judgement of a rule repeats, encoded once.
struct JSONRule: Sendable {
    /// `"rule":{…}`.
    let rule: ByteSink
    /// `"fix":"…"`.
    let fix: ByteSink

    init(_ info: RuleInfo) {
        var sink = ByteSink()
        sink += "\"rule\":{\"id\":"
        sink.append(json: info.id)
        sink += ",\"title\":"
        sink.append(json: info.title)
        sink += ",\"severity\":"
        sink.append(json: info.severity.rawValue)
        sink += ",\"category\":"
        sink.append(json: info.category.rawValue)
        sink += ",\"maps\":{"
        for (position, map) in Self.merged(info.maps).enumerated() {
            if position > 0 { sink += "," }
            sink.append(json: map.framework)
            sink += ":"
            sink.append(json: map.ids)
        }
        sink += "}}"
        rule = sink
        var fix = ByteSink()
        fix += "\"fix\":"
        fix.append(json: info.fix)
        self.fix = fix
    }

    /// A framework named twice would be two equal keys.
    private static func merged(_ maps: [(framework: String, ids: [String])]) -> [(framework: String, ids: [String])] {
        maps.reduce(into: []) { result, map in
            if let known = result.firstIndex(where: { $0.framework == map.framework }) {
                result[known].ids += map.ids
            } else {
                result.append(map)
            }
        }
    }
}
