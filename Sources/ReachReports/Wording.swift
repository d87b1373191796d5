import Diagnostics
import Networks
import Reachability

/// How the reports for people say things.
enum Wording {
    /// Ranges that are listed; more are told by their share of the internet.
    static let handful = 4

    /// `10.0.0.0/8`, `the internet`, `12.5% of the internet (IPv4)`.
    static func addresses(_ set: AddressSet) -> String {
        if set == .all { return "anywhere" }
        if isFew(set) { return set.description }
        let outside = AddressFamily.allCases.map { AddressSet.internet.only($0).subtracting(set) }
        let whole = AddressFamily.allCases.filter { isFew(outside[Int($0.rawValue)]) }
        var parts: [String] = []
        if !whole.isEmpty {
            let but = whole.map { outside[Int($0.rawValue)] }.filter { !$0.isEmpty }.map(\.description)
            parts.append(
                "the internet" + (whole.count == 2 ? "" : " (\(name(whole[0])))")
                    + (but.isEmpty ? "" : " but \(but.joined(separator: ", "))"))
        }
        for family in AddressFamily.allCases where !whole.contains(family) {
            let share = set.share(of: .internet, family)
            if share > 0 { parts.append("\(percent(share)) of the internet (\(name(family)))") }
        }
        let rest = set.subtracting(.internet)
        if !rest.isEmpty { parts.append(isFew(rest) ? rest.description : within(rest)) }
        return parts.joined(separator: ", ")
    }

    /// `6 ranges within 10.0.0.0-10.255.255.255`
    private static func within(_ set: AddressSet) -> String {
        let ends = AddressFamily.allCases.compactMap { family in
            set[family].first.flatMap { first in
                set[family].last.map { last in
                    "\(IPAddress(family: family, value: first.lowerBound))-\(IPAddress(family: family, value: last.upperBound))"
                }
            }
        }
        return "\(set.cidrs.count) ranges within \(ends.joined(separator: " and "))"
    }

    private static func isFew(_ set: AddressSet) -> Bool {
        set.ipv4.count + set.ipv6.count <= handful && set.cidrs.count <= handful
    }

    private static func name(_ family: AddressFamily) -> String { family == .ipv4 ? "IPv4" : "IPv6" }

    /// With one digit after the point; never 0% of something, nor 100% of less than all.
    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        if tenths < 1 { return "less than 0.1%" }
        if tenths >= 1000 { return "more than 99.9%" }
        return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
    }

    /// `tcp 22, tcp 443 from 0.0.0.0/0; udp 53 from 10.0.0.0/8`
    static func traffic(_ traffic: TrafficSet) -> String {
        if traffic.isEmpty { return "nothing" }
        return traffic.groups.map { "\(services($0.services)) from \(addresses($0.addresses))" }.joined(separator: "; ")
    }

    /// `tcp 22`, `every service`
    static func services(_ services: ServiceSet) -> String { services == .all ? "every service" : "\(services)" }

    /// ``the inventory does not say `a`, `b` and 3 more``
    static func missing(_ names: [String]) -> String {
        guard !names.isEmpty else { return "the inventory does not say enough" }
        let shown = names.prefix(4).map { $0.contains(" ") ? $0 : "`\($0)`" }
        let more = names.count - shown.count
        return "the inventory does not say \(shown.joined(separator: ", "))" + (more > 0 ? " and \(more) more" : "")
    }

    /// What a step is, for its first column and the head of its box.
    static func kind(_ step: Path.Step) -> String {
        switch step.kind {
        case .source: "source"
        case .gateway: "gateway"
        case .address: "address"
        case .route: "route"
        case .networkACL: "network ACL"
        case .reply: "replies"
        case .securityGroup: "security group"
        case .listener: "listener"
        case .target: "target"
        }
    }

    static func verdict(of step: Path.Step) -> String {
        switch step.verdict {
        case .passes: step.kind == .target ? "arrives" : "passes"
        case .stops: "STOPS"
        case .undecided: "not known"
        }
    }

    /// The answer about one target in one sentence.
    static func outcome(_ connection: Connection) -> String {
        switch connection.verdict {
        case .reachable:
            let down = connection.passages.filter { $0.path.verdict == .passes }.compactMap(\.path.isDown)
            let isSilent = down.count == connection.passages.count { $0.path.verdict == .passes }
            return "reachable: \(traffic(connection.arrives))"
                + (isSilent ? "; but nothing answers: \(down.joined(separator: ", "))" : "")
        case .blocked:
            if let reason = connection.reason { return "blocked: \(reason)" }
            guard let blocker = connection.deadEnd?.blocker else { return "blocked" }
            return "blocked by \(blocker.id): \(blocker.detail)"
        case .unknown: return "cannot be told: \(missing(connection.missing))"
        }
    }

    /// The figures of a listing in one sentence.
    static func counts(_ listing: ExposureListing) -> String {
        let noun = listing.total == 1 ? "resource with interfaces is" : "resources with interfaces are"
        let services = listing.services == .all ? "" : " on \(listing.services)"
        let silent = listing.reachable.count { $0.isDown != nil }
        return "\(listing.reachable.count) of \(listing.total) \(noun) reachable from \(listing.source.name)\(services)"
            + (silent > 0 ? ", \(silent) of which \(silent == 1 ? "does" : "do") not answer" : "")
            + (listing.openOnly > 0 ? "; of \(listing.openOnly) it cannot be told" : "")
    }

    /// The gateway and the entries that a way goes through.
    static func through(_ path: Path) -> String {
        let kinds: [Path.Kind] = [.gateway, .route, .networkACL, .securityGroup]
        let names = path.steps.filter { kinds.contains($0.kind) }.map(\.place)
        return names.isEmpty ? "directly" : names.joined(separator: ", ")
    }

    /// The step whose entry the report shows: what stops the traffic or leaves it open, else what let it in last.
    static func deciding(_ path: Path) -> Path.Step? {
        path.blocker ?? path.steps.last { $0.verdict == .undecided && $0.kind != .target && $0.span != nil }
            ?? path.steps.last { $0.entry != nil }
    }

    /// Columns that a text takes: East Asian characters and emoji take two.
    static func columns(_ text: String) -> Int {
        text.reduce(0) { $0 + ($1.unicodeScalars.first.map { $0.value >= 0x1100 && !isNarrow($0) ? 2 : 1 } ?? 0) }
    }

    /// General punctuation, arrows, boxes.
    private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool { (0x2000..<0x2E80).contains(scalar.value) }

    /// The text, or its beginning and an ellipsis.
    static func clipped(_ text: String, to limit: Int) -> String {
        text.count <= limit ? text : text.prefix(limit - 1) + "…"
    }
}
