/// Why a text names no end of a path, or no service: one sentence each.
package enum EndpointError: Error, Hashable, Sendable {
    /// Neither a keyword nor an address nor anything in the inventory; with the nearest name there is.
    case unknown(String, nearest: String?)
    /// It begins as an address does and is none.
    case notAnAddress(String)
    /// A range with bits beyond its prefix: a mistyped prefix or a mistyped address.
    case hostBits(String, range: String)
    /// The id of resources of several types.
    case ambiguous(String, types: [String])
    /// The id of several resources of one type, in several regions or accounts.
    case repeated(String, type: String, count: Int)
    /// Nobody can ask about traffic from resources of this type.
    case notASource(String, type: String)
    /// Nobody can ask about traffic to resources of this type.
    case notATarget(String, type: String)
    /// `--from` is empty, or `--to`.
    case empty
    /// Not a port or a range of ports.
    case notAPort(String)
    /// Not a protocol.
    case notAProtocol(String)
    /// A port beside a protocol whose ports AWS does not look at.
    case portsNotLookedAt(String)

    /// One sentence, lower-case start, no final period.
    package var message: String {
        switch self {
        case .unknown(let text, let nearest):
            "the inventory holds nothing called `\(text)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
        case .notAnAddress(let text): "`\(text)` is no address and no range of addresses"
        case .hostBits(let text, let range):
            "`\(text)` has bits set beyond its prefix; write `\(range)` for the range, or the address alone"
        case .ambiguous(let id, let types):
            "`\(id)` is the id of resources of several types; write "
                + types.map { "`\($0)/\(id)`" }.joined(separator: " or ")
        case .repeated(let id, let type, let count):
            "\(count) resources of the type \(type) have the id `\(id)`; give the inventory of one region alone"
        case .notASource(let id, let type):
            "`\(id)` is a resource of the type \(type), which --from does not take; it takes instances, network interfaces, "
                + "security groups, subnets, VPCs, prefix lists and addresses"
        case .notATarget(let id, let type):
            "`\(id)` is a resource of the type \(type), which --to does not take; it takes instances, network interfaces, "
                + "load balancers, databases, security groups, network ACLs and subnets"
        case .empty: "the name of an end is missing"
        case .notAPort(let text): "`\(text)` is no port and no range of ports, such as 22 or 8000-8100"
        case .notAProtocol(let text): "`\(text)` is no protocol, such as tcp, udp, icmp, all or a number"
        case .portsNotLookedAt(let name): "\(name) has no ports that AWS looks at; leave --port out"
        }
    }
}
