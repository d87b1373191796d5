import Diagnostics
import Networks
import Reachability

/// How the reports for people say things.
enum Wording {
    /// `tcp 22, tcp 443 from 0.0.0.0/0; udp 53 from 10.0.0.0/8`
    static func traffic(_ traffic: TrafficSet) -> String {
        traffic.summary
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
}
