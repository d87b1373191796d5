extension AddressSet {
    /// Ranges that are listed; more are told by their share of the internet.
    package static let handful = 4

    /// In a few words: `10.0.0.0/8`, `the internet`, `12.5% of the internet (IPv4)`.
    package var summary: String {
        if self == .all { return "anywhere" }
        if isFew { return description }
        let outside = AddressFamily.allCases.map { AddressSet.internet.only($0).subtracting(self) }
        let whole = AddressFamily.allCases.filter { outside[Int($0.rawValue)].isFew }
        var parts: [String] = []
        if !whole.isEmpty {
            let but = whole.map { outside[Int($0.rawValue)] }.filter { !$0.isEmpty }.map(\.description)
            parts.append(
                "the internet" + (whole.count == 2 ? "" : " (\(Self.name(whole[0])))")
                    + (but.isEmpty ? "" : " but \(but.joined(separator: ", "))"))
        }
        for family in AddressFamily.allCases where !whole.contains(family) {
            let share = share(of: .internet, family)
            if share > 0 { parts.append("\(Self.percent(share)) of the internet (\(Self.name(family)))") }
        }
        var rest = subtracting(.internet)
        if rest == .notInternet { return (parts + ["private addresses"]).joined(separator: ", ") }
        // Beside a whole internet, what nobody has is not worth a word.
        for family in whole { rest = rest.subtracting(AddressSet.ofNobody.only(family)) }
        if !rest.isEmpty { parts.append(rest.isFew ? rest.description : rest.within) }
        return parts.joined(separator: ", ")
    }

    /// `6 ranges within 10.0.0.0-10.255.255.255`
    private var within: String {
        let ends = AddressFamily.allCases.compactMap { family in
            self[family].first.flatMap { first in
                self[family].last.map { last in
                    "\(IPAddress(family: family, value: first.lowerBound))-\(IPAddress(family: family, value: last.upperBound))"
                }
            }
        }
        return "\(cidrs.count) ranges within \(ends.joined(separator: " and "))"
    }

    private var isFew: Bool {
        ipv4.count + ipv6.count <= Self.handful && cidrs.count <= Self.handful
    }

    private static func name(_ family: AddressFamily) -> String { family == .ipv4 ? "IPv4" : "IPv6" }

    /// With one digit after the point; never 0% of something, nor 100% of less than all.
    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        if tenths < 1 { return "less than 0.1%" }
        if tenths >= 1000 { return "more than 99.9%" }
        return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
    }
}

extension TrafficSet {
    /// In a few words: `tcp 22, tcp 443 from the internet (IPv4); udp 53 from 10.0.0.0/8`.
    package var summary: String { summary("from") }

    /// The same of what goes `to` addresses, or comes `from` them.
    package func summary(_ preposition: String) -> String {
        if isEmpty { return "nothing" }
        return groups.map { group in
            let services = group.services == .all ? "every service" : group.services.description
            return "\(services) \(preposition) \(group.addresses.summary)"
        }.joined(separator: "; ")
    }
}

extension AdmittedTraffic {
    /// What is certain in a few words, and what may be beyond.
    package var summary: String {
        isKnown ? certain.summary : "\(certain.summary), perhaps \(possible.summary)"
    }
}
