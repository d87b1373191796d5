import Diagnostics
import Networks
import Reachability
import Reports

/// The answer for programs; docs/reach.md describes the members, whose order does not change.
struct ReachJSON {
    /// The version of the shape.
    private static let shape = 1

    let version: String

    func append(_ answer: ReachAnswer, to sink: inout ByteSink) {
        sink += "{\n  \"version\": "
        sink.append(Self.shape)
        sink += ",\n  \"tool\": {\"name\": \"plumb\", \"version\": "
        sink.append(json: version)
        sink += "},\n  \"question\": {\"from\": "
        switch answer {
        case .connection(let connection):
            append(question: connection.source, connection.target, connection.services, to: &sink)
            append(answer.verdict, to: &sink)
            append(connection, to: &sink)
        case .listing(let listing):
            append(question: listing.source, nil, listing.services, to: &sink)
            append(answer.verdict, to: &sink)
            append(listing, to: &sink)
        }
        sink += "\n}\n"
    }

    private func append(
        question source: Source, _ target: ResourceName?, _ services: ServiceSet, to sink: inout ByteSink
    ) {
        sink.append(json: source.name)
        sink += ", \"to\": "
        if let target { append(target, to: &sink) } else { sink += "null" }
        sink += ", \"services\": "
        sink.append(json: "\(services)")
        sink += "}"
    }

    private func append(_ verdict: ReachVerdict, to sink: inout ByteSink) {
        sink += ",\n  \"answer\": "
        sink.append(json: verdict.rawValue)
    }

    // MARK: One target

    private func append(_ connection: Connection, to sink: inout ByteSink) {
        sink += ",\n  \"summary\": "
        sink.append(json: Wording.outcome(connection))
        sink += ",\n  \"arrives\": "
        append(connection.arrives, to: &sink)
        sink += ",\n  \"ways\": "
        append(connection.passages, indent: "    ", to: &sink)
        sink += connection.passages.isEmpty ? "]" : "\n  ]"
        sink += ",\n  \"dead_end\": "
        if let path = connection.deadEnd { append(path.steps, to: &sink) } else { sink += "null" }
        sink += ",\n  \"reason\": "
        sink.append(json: connection.reason)
        sink += ",\n  \"missing\": "
        sink.append(json: connection.missing)
    }

    /// The list without its end.
    private func append(_ passages: [Passage], indent: String, to sink: inout ByteSink) {
        sink += "["
        for (position, passage) in passages.enumerated() {
            sink.append((position == 0 ? "\n" : ",\n") + indent)
            sink += "{\"certain\": "
            sink += passage.path.verdict == .passes ? "true" : "false"
            sink += ", \"traffic\": "
            append(passage.traffic, to: &sink)
            sink += ", \"targets\": ["
            for (position, target) in passage.targets.enumerated() {
                if position > 0 { sink += ", " }
                append(target, to: &sink)
            }
            sink += "], \"down\": "
            sink.append(json: passage.path.isDown)
            sink += ", \"missing\": "
            sink.append(json: passage.path.missing)
            sink += ", \"steps\": "
            append(passage.path.steps, to: &sink)
            sink += "}"
        }
    }

    private func append(_ steps: [Path.Step], to sink: inout ByteSink) {
        sink += "["
        for (position, step) in steps.enumerated() {
            sink += position == 0 ? "{\"kind\": " : ", {\"kind\": "
            sink.append(json: step.kind.rawValue)
            sink += ", \"id\": "
            sink.append(json: step.id)
            sink += ", \"verdict\": "
            sink.append(json: step.verdict.rawValue)
            sink += ", \"detail\": "
            sink.append(json: step.detail)
            sink += ", \"entry\": "
            sink.append(json: step.entry)
            sink += ", \"subnet\": "
            sink.append(json: step.subnet)
            sink += ", \"location\": "
            append(step.span, to: &sink)
            sink += "}"
        }
        sink += "]"
    }

    // MARK: Listings

    private func append(_ listing: ExposureListing, to sink: inout ByteSink) {
        sink += ",\n  \"summary\": "
        sink.append(json: Wording.counts(listing))
        sink += ",\n  \"counts\": {\"resources\": "
        sink.append(listing.total)
        sink += ", \"reachable\": "
        sink.append(listing.reachable.count)
        sink += ", \"unknown\": "
        sink.append(listing.openOnly)
        sink += "}"
        sink += ",\n  \"resources\": ["
        // One list: a resource may be reachable, and perhaps by other ways besides.
        let rows = listing.rows
        for (position, row) in rows.enumerated() {
            sink += position == 0 ? "\n    {\"resource\": " : ",\n    {\"resource\": "
            append(row.resource, to: &sink)
            sink += ", \"answer\": "
            sink.append(json: (row.isReachable ? ReachVerdict.reachable : .unknown).rawValue)
            sink += ", \"subnets\": "
            sink.append(json: row.subnets)
            sink += ", \"down\": "
            sink.append(json: row.isDown)
            sink += ", \"missing\": "
            sink.append(json: row.missing)
            sink += ", \"ways\": "
            append(row.passages, indent: "      ", to: &sink)
            sink += row.passages.isEmpty ? "]}" : "\n    ]}"
        }
        sink += rows.isEmpty ? "]" : "\n  ]"
    }

    // MARK: Parts

    private func append(_ name: ResourceName, to sink: inout ByteSink) {
        sink += "{\"type\": "
        sink.append(json: name.type)
        sink += ", \"id\": "
        sink.append(json: name.id)
        sink += ", \"name\": "
        sink.append(json: name.name)
        sink += "}"
    }

    private func append(_ traffic: TrafficSet, to sink: inout ByteSink) {
        sink += "["
        for (position, group) in traffic.groups.enumerated() {
            sink += position == 0 ? "{\"services\": " : ", {\"services\": "
            sink.append(json: "\(group.services)")
            sink += ", \"from\": "
            append(group.addresses, to: &sink)
            sink += "}"
        }
        sink += "]"
    }

    /// Families whose public addresses are in the set but for a few ranges, those ranges, and the ranges of what else is.
    private func append(_ addresses: AddressSet, to sink: inout ByteSink) {
        var rest = addresses
        var families: [String] = []
        var but = AddressSet()
        for family in AddressFamily.allCases where addresses.only(family).cidrs.count > Wording.handful {
            let internet = AddressSet.internet.only(family)
            let outside = internet.subtracting(addresses)
            guard outside.cidrs.count <= Wording.handful else { continue }
            families.append(family == .ipv4 ? "ipv4" : "ipv6")
            but = but.union(outside)
            rest = rest.subtracting(internet)
        }
        sink += "{\"internet\": "
        sink.append(json: families)
        sink += ", \"but\": "
        sink.append(json: but.cidrs.map(\.description))
        sink += ", \"ranges\": "
        sink.append(json: rest.cidrs.map(\.description))
        sink += "}"
    }

    private func append(_ span: SourceSpan?, to sink: inout ByteSink) {
        guard let span else { return sink += "null" }
        let position = span.file.position(of: span.start)
        sink += "{\"file\": "
        sink.append(json: span.file.path)
        sink += ", \"line\": "
        sink.append(position.line)
        sink += ", \"column\": "
        sink.append(position.column)
        sink += "}"
    }
}
