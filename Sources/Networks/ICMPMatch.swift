/// The ICMP messages an entry speaks of, in the place of ports.
///
/// Types and codes are those of IANA (https://www.iana.org/assignments/icmp-parameters/); -1 stands for any, as in the
/// EC2 API (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IcmpTypeCode.html).
package struct ICMPMatch: Hashable, Sendable, CustomStringConvertible {
    /// The message type, 0–255, or -1 for any.
    package let type: Int16
    /// The message code, 0–255, or -1 for any.
    package let code: Int16

    /// Every message.
    package static let any = ICMPMatch(type: -1, code: -1)

    /// Some messages; any negative number stands for -1.
    package init(type: Int16, code: Int16) {
        self.type = max(type, -1)
        self.code = max(code, -1)
    }

    /// Whether every message of the other match is one of this match, too.
    package func covers(_ other: ICMPMatch) -> Bool {
        (type == -1 || type == other.type) && (code == -1 || code == other.code)
    }

    /// `any`, `type 8`, or `type 3 code 4`.
    package var description: String {
        switch (type, code) {
        case (-1, -1): "any"
        case (_, -1): "type \(type)"
        case (-1, _): "code \(code)"
        default: "type \(type) code \(code)"
        }
    }
}

extension ICMPMatch {
    /// Messages that no list at hand tells apart: the types and codes some entry names, and one for "none of those".
    ///
    /// The stand-in is a number nobody names, or no cell at all when all 256 are named; so the cells are single
    /// messages, and a list decides them all when it decides these.
    static func cells(cutBy matches: some Sequence<ICMPMatch>) -> [ICMPMatch] {
        var types: Set<Int16> = []
        var codes: Set<Int16> = []
        for match in matches {
            if match.type >= 0 { types.insert(match.type) }
            if match.code >= 0 { codes.insert(match.code) }
        }
        return withStandIn(types).flatMap { type in withStandIn(codes).map { ICMPMatch(type: type, code: $0) } }
    }

    private static func withStandIn(_ named: Set<Int16>) -> [Int16] {
        named.sorted() + ((0...255).reversed().first { !named.contains($0) }.map { [$0] } ?? [])
    }
}
