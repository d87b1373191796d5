package import Diagnostics
package import Networks

/// The way of traffic from a source to a target, step by step as far as it gets.
package struct Path: Sendable {
    /// What a step passes.
    package enum Kind: String, Sendable {
        case source, gateway, address, route, networkACL = "network_acl", reply, securityGroup = "security_group"
        case listener, target
    }

    /// Whether traffic passes a step.
    package enum Verdict: String, Sendable {
        case passes, stops
        /// The inventory does not say enough.
        case undecided
    }

    /// One step: what decides about the traffic, and how.
    package struct Step: Sendable {
        package var kind: Kind
        /// Id of the resource that decides.
        package var id: String
        package var verdict: Verdict
        /// What it does, without its id: `#100 allow tcp/443 from 0.0.0.0/0`.
        package var detail: String
        /// The entry that decides, from the resource: `network_acls.acl-1.ingress[0]`; nil where no entry does.
        package var entry: String?
        /// Where the entry, or the resource, stands.
        package var span: SourceSpan?
        /// The subnet around it, for pictures; nil outside of one.
        package var subnet: String?

        package init(
            _ kind: Kind, id: String, _ verdict: Verdict, detail: String, entry: String? = nil, span: SourceSpan? = nil,
            subnet: String? = nil
        ) {
            (self.kind, self.id, self.verdict, self.detail) = (kind, id, verdict, detail)
            (self.entry, self.span, self.subnet) = (entry, span, subnet)
        }
    }

    package var steps: [Step] = []
    /// What certainly arrives of the traffic asked about, and what may.
    package var arrives = AdmittedTraffic.none
    /// What the inventory would have to say to tell: `subnets.subnet-1.route_table`.
    package var missing: [String] = []
    /// The subnet of the target, for pictures of traffic that does not get there.
    package var targetSubnet: String?
    /// Why nothing answers although the traffic arrives: `i-1 is stopped`.
    package var isDown: String?

    /// Whether some of the traffic arrives.
    package var verdict: Verdict {
        if !arrives.certain.isEmpty { return .passes }
        return arrives.possible.isEmpty ? .stops : .undecided
    }

    /// The step that stops the traffic.
    package var blocker: Step? { steps.first { $0.verdict == .stops } }

    /// What keeps a path from being told: fields that the inventory would have to state.
    static func doubt(_ missing: [String]) -> String {
        missing.isEmpty
            ? "the inventory does not say enough"
            : "the inventory does not say \(missing.prefix(3).map { "`\($0)`" }.joined(separator: ", "))"
    }

    /// On one line: `internet → igw-1 → acl-1 #100 → sg-1 ingress[0] → i-1`, or what stops it.
    package var summary: String {
        if let blocker { return blocker.detail.isEmpty ? "\(blocker.id) stops it" : "\(blocker.id): \(blocker.detail)" }
        if let isDown { return isDown }
        if verdict == .undecided { return Self.doubt(missing) }
        let shown: [Kind] = [.source, .gateway, .networkACL, .securityGroup, .target]
        return steps.filter { shown.contains($0.kind) }.map(\.place).joined(separator: " → ")
    }
}

extension Path.Step {
    /// The resource and the entry in it: `acl-1 #100`, `sg-1 ingress[0]`.
    package var place: String {
        switch kind {
        case .networkACL:
            guard let number = detail.split(separator: " ").first, number.hasPrefix("#") else { return id }
            return "\(id) \(number)"
        case .securityGroup:
            guard let entry, let list = entry.split(separator: ".").last else { return id }
            return "\(id) \(list)"
        default: return id
        }
    }
}
