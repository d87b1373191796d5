internal import Catalog
internal import Networks

/// The forms of each kind of value.
extension ValueForm {
    static let text = ValueForm(
        meaning: "Text. What looks like a number or a boolean is text here, as it is written.",
        types: ["number", "boolean"])
    static let bool = ValueForm(
        meaning: "true or false; YAML 1.2 has no yes, no, on or off.", types: ["boolean"], isText: false)
    static let int = ValueForm(
        meaning: "A whole number of at most 18 digits.", types: ["integer"], pattern: TextPatterns.int,
        minimum: -999_999_999_999_999_999, maximum: 999_999_999_999_999_999, hint: "Write a whole number.")
    static let double = ValueForm(
        meaning: "A number.", types: ["number"], pattern: TextPatterns.double, hint: "Write a number.")
    static let timestamp = ValueForm(
        meaning: "A time as in RFC 3339; a date alone is its first moment in UTC.", pattern: TextPatterns.timestamp,
        hint: "Write a time such as 2026-01-31T12:00:00Z.", examples: ["2026-01-31T12:00:00Z", "2026-01-31"])
    static let duration = ValueForm(
        meaning: "A duration in weeks, days, hours, minutes, seconds or milliseconds, such as 90d or 1h30m.",
        pattern: TextPatterns.duration, hint: "Write a duration such as 90d or 12h.", examples: ["90d", "12h", "1h30m"])
    static let size = ValueForm(
        meaning: "A size in bytes, such as 1024, 5MB (millions) or 64GiB (powers of 1024).", types: ["integer"],
        pattern: TextPatterns.size, minimum: 0, maximum: 9_999_999_999_999_999,
        hint: "Write a size such as 5MB or 64GiB.", examples: ["5MB", "64GiB"])
    static let dollars = ValueForm(
        meaning: "An amount in dollars with at most six decimals, such as 12.30 or $0.005.", types: ["number"],
        pattern: TextPatterns.dollars, minimum: -1_000_000_000_000, maximum: 1_000_000_000_000, excludesBounds: true,
        hint: "Write an amount in dollars such as 12.30.")
    /// What a resource costs.
    static let cost = ValueForm(
        meaning: "An amount in dollars with at most six decimals, such as 12.30 or $0.005; never negative.",
        types: ["number"], pattern: TextPatterns.cost, minimum: 0, maximum: 999_999_999_999,
        hint: "Write an amount in dollars such as 12.30.")
    /// A number of things that have a unit.
    static let measure = ValueForm(
        meaning: "A whole number of at most 18 digits, never negative.", types: ["integer"],
        pattern: TextPatterns.measure, minimum: 0, maximum: 999_999_999_999_999_999, hint: "Write a whole number.")
    static let savings = ValueForm(
        meaning: "An amount in dollars that is no less than nothing, or unpriced.", types: ["number"],
        pattern: #"unpriced|\$?0*[0-9]{1,12}(\.[0-9]{1,6})?"#, minimum: 0,
        hint: "Write an amount in dollars such as 12.30, or unpriced.")
    static let address = ValueForm(
        meaning: "One IPv4 or IPv6 address.", pattern: TextPatterns.address,
        hint: "Write one address such as 10.0.0.1 or 2001:db8::1.")
    static let range = ValueForm(
        meaning: "A range of IPv4 or IPv6 addresses in CIDR notation; an address alone is a range of one.",
        pattern: TextPatterns.range, hint: "Write 10.0.0.0/8 or 2001:db8::/32.", examples: ["10.0.0.0/8", "::/0"])
    static let peer = ValueForm(
        meaning: "Whom traffic comes from or goes to: an address range, a security group or a prefix list.",
        pattern: TextPatterns.peer,
        hint: "A peer is an address range (10.0.0.0/8, ::/0), a security group (sg-…) or a prefix list (pl-…).",
        examples: ["0.0.0.0/0", "::/0", "10.0.0.0/8"])
    static let ports = ValueForm(
        meaning: "A port, a range of ports, or all.", types: ["integer"], pattern: TextPatterns.ports, minimum: -1,
        maximum: 65535, hint: "Write 443, 8000-8100 or all.", examples: [443, "8000-8100", "all"])
    static var ipProtocol: ValueForm {
        ValueForm(
            meaning: "An IP protocol by name or number (0 to 255); all is every protocol.", types: ["integer"],
            pattern: TextPatterns.ipProtocol, minimum: -1, maximum: 255,
            hint: "A protocol is tcp, udp, icmp, icmpv6, another IANA keyword, all, or a number to 255.",
            examples: ["tcp", "udp", "icmp", "icmpv6", "all"])
    }
    static let owner = ValueForm(
        meaning:
            "An account id: 12 digits, in quotation marks for leading zeros; or amazon, aws-marketplace.",
        types: ["integer"], pattern: TextPatterns.owner, minimum: 0, maximum: 999_999_999_999,
        hint: "An account id has 12 digits; leading zeros count.")
    static let account = ValueForm(
        meaning: "An account id: 12 digits, in quotation marks for leading zeros.", types: ["integer"],
        pattern: TextPatterns.account, minimum: 0, maximum: 999_999_999_999,
        hint: "An account id has 12 digits; leading zeros count.", examples: ["123456789012"])
    /// A range, or the public unicast space: what rules compare ranges with.
    static let rangeOrInternet = ValueForm(
        meaning: "A range of addresses in CIDR notation, or internet: the public unicast space of both families.",
        pattern: "internet|" + TextPatterns.range, hint: "Write 10.0.0.0/8, ::/0 or internet.",
        examples: ["internet", "0.0.0.0/0", "::/0", "10.0.0.0/8"])

    /// One of the names.
    static func names(_ names: [String]) -> ValueForm {
        let list = names.joined(separator: ", ")
        return ValueForm(
            meaning: "One of \(list).", pattern: TextPatterns.names(names), hint: "Write one of \(list).",
            examples: names.map { .text($0) })
    }

    /// The form of a scalar field; nil for enumerations, records, maps, metrics, policies and traffic, which are no plain scalars.
    init?(of kind: FieldType.Kind) {
        switch kind {
        case .string, .arn, .region, .reference: self = .text
        case .int: self = .int
        case .double: self = .double
        case .bool: self = .bool
        case .timestamp: self = .timestamp
        case .duration: self = .duration
        case .bytes: self = .size
        case .usd: self = .dollars
        case .ip: self = .address
        case .cidr: self = .range
        case .portRange: self = .ports
        case .protocol: self = .ipProtocol
        case .peer: self = .peer
        case .accountID: self = .owner
        case .policy, .map, .metrics, .enumeration, .record, .traffic: return nil
        }
    }
}
