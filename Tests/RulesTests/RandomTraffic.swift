import SeededRandom

/// Entries and questions of `SmallTraffic`, made up at random.
struct RandomTraffic {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private mutating func range() -> (text: String, blocks: Set<Int>) {
        let isIPv6 = generator.once(in: 3)
        let length = generator.pick([0, 0, 1, 1, 2, 3])
        let number = Int.random(in: 0..<1 << length, using: &generator)
        return (
            "\"\(SmallTraffic.cidr(isIPv6: isIPv6, length: length, number: number))\"",
            SmallTraffic.blocks(isIPv6: isIPv6, length: length, number: number)
        )
    }

    private mutating func ports() -> (text: String, ports: Set<Int>) {
        let low = Int.random(in: 0..<8, using: &generator)
        let high = generator.once(in: 3) ? low : Int.random(in: low..<8, using: &generator)
        return ("\(SmallTraffic.portBounds[low].0)-\(SmallTraffic.portBounds[high].1)", Set(low...high))
    }

    mutating func entry(number: Int? = nil) -> SmallTraffic.Entry {
        let transport = generator.pick(["tcp", "tcp", "tcp", "udp", "icmp", "47", "all"])
        var entry = SmallTraffic.Entry(text: "protocol: \(transport)", transport: transport, ports: nil, blocks: [])
        if !generator.once(in: 10) {
            let chosen = (0..<generator.pick([1, 1, 2])).map { _ in ports() }
            // What an entry for ICMP says of ports counts for nothing.
            entry.ports = chosen.reduce([]) { $0.union($1.ports) }
            entry.text += ", ports: [\(chosen.map(\.text).joined(separator: ", "))]"
        }
        let ranges = (0..<generator.pick([1, 1, 2, 3])).map { _ in range() }
        entry.blocks = ranges.reduce([]) { $0.union($1.blocks) }
        entry.hasUnknownPeer = generator.once(in: 12)
        entry.text +=
            ", source: [\((ranges.map(\.text) + (entry.hasUnknownPeer ? ["pl-1"] : [])).joined(separator: ", "))]"
        if let number {
            entry.number = number
            entry.allows = !generator.once(in: 3)
            entry.text += ", number: \(number), action: \(entry.allows ? "allow" : "deny")"
        }
        entry.text = "{\(entry.text)}"
        return entry
    }

    /// Which questions may name a family.
    private func asksFamilies(_ query: SmallTraffic.Query) -> Bool { query.blocks != nil }

    mutating func query() -> SmallTraffic.Query {
        var query = SmallTraffic.Query(
            text: "", blocks: nil, transports: [], ports: .any, families: [false, true], share: 1)
        var parts: [String] = []
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: parts.append("source: any")
        case 1:
            parts.append("source: internet")
            query.blocks = SmallTraffic.internet
        default:
            let ranges = (0..<generator.pick([1, 1, 2])).map { _ in range() }
            parts.append("source: [\(ranges.map(\.text).joined(separator: ", "))]")
            query.blocks = ranges.reduce([]) { $0.union($1.blocks) }
            if generator.once(in: 3) {
                query.share = generator.pick([0.125, 0.25, 0.5, 0.75])
                parts.append("share: \(query.share)")
            }
        }
        if !generator.once(in: 4) {
            query.transports = generator.pick([["tcp"], ["udp"], ["icmp"], ["47"], ["tcp", "udp"], ["icmp", "tcp"]])
            parts.append("protocol: [\(query.transports.joined(separator: ", "))]")
        }
        let (text, chosen) = ports()
        // A port condition on protocols none of which has ports is refused.
        let takesPorts =
            query.transports.isEmpty || query.transports.contains { SmallTraffic.ports(of: $0).count > 1 }
        switch takesPorts ? Int.random(in: 0..<5, using: &generator) : 4 {
        case 0, 1:
            query.ports = .anyOf(chosen)
            parts.append("port: \"\(text)\"")
        case 2:
            query.ports = .outside(chosen)
            parts.append("port: {outside: \"\(text)\"}")
        case 3:
            query.ports = .every
            parts.append("port: every")
        default: break
        }
        if asksFamilies(query), generator.once(in: 3) {
            let isIPv6 = generator.once(in: 2)
            query.families = [isIPv6]
            parts.append("family: \(isIPv6 ? "ipv6" : "ipv4")")
        }
        query.text = "{\(parts.joined(separator: ", "))}"
        return query
    }
}
