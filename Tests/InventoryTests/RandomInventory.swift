import SeededRandom

/// Writes inventories that are right but written in every way people write them; the same seed gives the same text.
struct RandomInventory {
    private var random: SeededGenerator
    private var lines: [String] = []
    private var nextID = 0
    /// Names of anchors on `tags` that later items may refer to.
    private var anchors: [String] = []
    /// Whether items refer to anchors in others, and quoted text reaches to the left of its item: such files cannot be cut.
    private let sharesAnchors: Bool
    private let hasTraps: Bool
    /// Whether long collections may stand anywhere, not only at the end.
    private let mixesCollections: Bool

    private static let words = [
        "web", "café", "데이터", "a b", "x#y", "10.5", "yes", "null-ish", "it is", "😀", "semi;colon", "C:\\dir", "100%",
        "über", "o'clock",
    ]

    private init(seed: UInt64, mixesCollections: Bool) {
        random = SeededGenerator(seed: seed)
        sharesAnchors = random.once(in: 4)
        hasTraps = random.once(in: 4)
        self.mixesCollections = mixesCollections
    }

    /// The text of inventory number `seed`.
    static func text(seed: UInt64, mixesCollections: Bool = false) -> String {
        var writer = RandomInventory(seed: seed, mixesCollections: mixesCollections)
        return writer.file()
    }

    private mutating func file() -> String {
        if random.once(in: 8) { lines.append("# a comment, ü") }
        if random.once(in: 3) { lines.append("---" + random.pick(["", " ", "   "])) }
        let documents = random.pick([1, 1, 1, 2, 3])
        for index in 0..<documents {
            if index > 0 { lines.append("---" + random.pick(["", " "])) }
            document()
            if random.once(in: 10) { lines.append("# between documents") }
        }
        var text = lines.joined(separator: "\n")
        if !random.once(in: 6) { text += random.pick(["\n", "\n\n", "\n# end\n", "\n  # end"]) }
        if random.once(in: 4) {
            text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        }
        return (random.once(in: 6) ? "\u{FEFF}" : "") + text
    }

    private mutating func document() {
        anchors = []
        var header = [
            "inventory: 1", "account: \"111122223333\"", "region: eu-west-1", "as_of: 2026-01-31T12:00:00Z  # UTC",
        ]
        header.shuffle(using: &random)
        let behind = random.once(in: 4) ? 1 : 0
        for line in header.dropLast(behind) { lines.append(line) }
        var collections = ["vpcs", "volumes", "security_groups", "buckets", "snapshots"]
        collections.shuffle(using: &random)
        collections.removeLast(random.pick([0, 1, 2]))
        for (index, name) in collections.enumerated() {
            if random.once(in: 3) {
                lines.append(random.pick(["", "# \(name) follow", "  # indented comment", "   "]))
            }
            let isLong = mixesCollections ? random.once(in: 2) : index == collections.count - 1
            let count =
                isLong ? Int.random(in: 8...40, using: &random) : random.pick([0, 1, 1, mixesCollections ? 2 : 1])
            collection(name, count: count, isSmall: !isLong)
        }
        for line in header.suffix(behind) { lines.append(line) }
    }

    private mutating func collection(_ name: String, count: Int, isSmall: Bool) {
        if count == 0 { return lines.append(name + random.pick([":", ": []", ": ~", ": # none"])) }
        if isSmall, random.once(in: 2) {
            let items = (0..<count).map { _ in flowItem(name) }
            return lines.append("\(name): [" + items.joined(separator: ", ") + "]")
        }
        let indent = random.pick([0, 0, 1, 2, 2, 2, 3, 4, 7])
        lines.append(name + ":" + random.pick(["", "", " ", "  # comment", "   "]))
        if random.once(in: 5) { lines.append(random.pick(["", "# first", "      # first"])) }
        for _ in 0..<count {
            if random.once(in: 6) { lines.append(random.pick(["", "# next", "       # next", "  ", "#"])) }
            item(name, String(repeating: " ", count: indent))
        }
    }

    private mutating func id(_ collection: String) -> String {
        nextID += 1
        let id = "\(collection.prefix(3))-\(nextID)"
        return random.pick([id, id, "'\(id)'", "\"\(id)\"", "\"\\x76\(id)\"", "é\(nextID)"])
    }

    // MARK: Items

    private mutating func flowItem(_ collection: String) -> String {
        let key = collection == "buckets" ? "name" : "id"
        var fields = ["\(key): \(id(collection))"]
        if random.once(in: 2) { fields.append("tags: " + flowTags()) }
        if collection == "security_groups", random.once(in: 2) {
            fields.append(
                "ingress: [" + (0..<random.pick([0, 1, 3])).map { _ in entry() }.joined(separator: ", ") + "]")
        }
        if random.once(in: 4) { fields.append("metrics: " + metrics()) }
        if collection == "vpcs" { fields.append("cidr: [10.0.\(nextID % 200).0/24]") }
        fields.shuffle(using: &random)
        return (random.once(in: 5) ? "&i\(nextID) " : "") + "{"
            + fields.joined(separator: random.pick([", ", ",  ", ",\n            "])) + "}"
    }

    private mutating func item(_ collection: String, _ indent: String) {
        if random.once(in: 3) { return lines.append("\(indent)- " + flowItem(collection)) }
        let gap = random.pick([" ", " ", "  ", "   "])
        let inner = indent + " " + gap
        let start = lines.count
        let key = collection == "buckets" ? "name" : "id"
        var fields: [[String]] = [["\(key): \(id(collection))"]]
        if random.once(in: 2) { fields.append(tags(inner)) }
        if collection != "buckets", collection != "volumes", random.once(in: 2) {
            fields.append(scalar("\(collection == "vpcs" ? "dhcp_options" : "description"): ", inner, indent))
        }
        if collection == "security_groups" {
            fields.append(entries("ingress", inner))
            if random.once(in: 2) { fields.append(scalar("name: ", inner, indent)) }
        }
        if collection == "volumes" {
            fields.append(["size: \(nextID)", inner + "encrypted: " + random.pick(["true", "false", "~"])])
        }
        if collection == "buckets", random.once(in: 2) {
            fields.append(["policy:", inner + "  Version: x", inner + "  Statement:", inner + "  - {Effect: Allow}"])
        }
        fields.shuffle(using: &random)
        for field in fields {
            if random.once(in: 8) { lines.append(random.pick(["", "# in an item", inner + "# in an item"])) }
            lines.append(inner + field[0])
            lines += field.dropFirst()
        }
        // The dash goes before the first field.
        let first = lines[start...].firstIndex {
            $0.hasPrefix(inner) && !$0.hasPrefix(inner + "#") && !$0.hasPrefix(inner + " ")
        }!
        lines[first] = indent + "-" + gap + lines[first].dropFirst(inner.count)
    }

    private mutating func metrics() -> String {
        let values = (0..<random.pick([0, 1, 40])).map { _ in random.pick(["null", "3", "0.25", "-7.5e2", "123456"]) }
        let statistic = random.pick(["Average", "Sum", "p99"])
        return
            "{M\(nextID): {stat: \(statistic), period: 5m, start: 2026-01-01, values: [\(values.joined(separator: ", "))]}}"
    }

    private mutating func flowTags() -> String {
        if sharesAnchors, !anchors.isEmpty, random.once(in: 4) { return "*" + random.pick(anchors) }
        var text = "{Owner: '\(random.pick(["web", "데이터", "it''s"]))'}"
        if random.once(in: 4) {
            let name = random.once(in: 2) ? "t\(nextID)" : "t"
            anchors.append(name)
            text = "&\(name) " + text
        }
        return text
    }

    private mutating func tags(_ inner: String) -> [String] {
        if random.once(in: 2) { return ["tags: " + flowTags()] }
        return ["tags:", inner + "  Owner: web", inner + "  \"Cost Centre\": 0012"]
    }

    private mutating func entries(_ name: String, _ inner: String) -> [String] {
        let deeper = inner + random.pick(["", "  ", " "])
        let count = random.pick([0, 1, 2, 4])
        if count == 0 { return ["\(name): []"] }
        var result = ["\(name):"]
        for _ in 0..<count {
            if random.once(in: 2) {
                result.append(deeper + "- " + entry())
            } else {
                let ports = random.pick(["443", "[80, 443]", "all"])
                result += [deeper + "- protocol: tcp", "\(deeper)  ports: \(ports)", "\(deeper)  source: \(peer())"]
            }
        }
        return result
    }

    private mutating func entry() -> String {
        let transport = random.pick(["tcp", "udp", "6", "all"])
        let ports = random.pick(["443", "[80, 443]", "8000-8100", "~"])
        return "{protocol: \(transport), ports: \(ports), source: \(peer())}"
    }

    private mutating func peer() -> String {
        random.pick([
            "10.0.0.0/8", "[10.0.0.0/8, \"::/0\"]", "sg-1", "pl-1", "10.1.2.3/8", "192.0.2.1", "\"2001:db8::1/32\"",
        ])
    }

    /// A text in any style; continuation lines may look like items, keys or comments.
    private mutating func scalar(_ key: String, _ inner: String, _ indent: String) -> [String] {
        let word = random.pick(Self.words)
        let trap = random.pick([
            "- id: trap", "security_groups:", "# no comment", "- {id: trap}", "plain", "  deep", "a: b", "é",
        ])
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return ["\(key)'\(word.replacing("'", with: "''"))'"]
        case 1: return ["\(key)\"\\u00e9 \(word.replacing("\\", with: "\\\\"))\""]
        case 2:
            return [
                "\(key)\"first", (hasTraps ? random.pick([inner + " ", indent, ""]) : inner + " ") + trap,
                inner + "last\"",
            ]
        case 3:
            return ["\(key)'first", "", (hasTraps ? random.pick([inner + " ", indent]) : inner + " ") + trap + "'"]
        case 4: return ["\(key)first", inner + "  second"]
        case 5: return ["\(key)|", inner + "  first", inner + "  " + trap, "", inner + "  " + word, ""]
        case 6: return ["\(key)|+", inner + " " + trap, inner + " ", ""]
        case 7: return ["\(key)>-  # folded", inner + "  " + word, inner + "  " + trap]
        default: return [key + "web"]
        }
    }
}
