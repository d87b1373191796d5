extension ServiceSet: CustomStringConvertible {
    /// `tcp 22, tcp 80-90, icmp type 8, protocol 200`; `all`; `nothing`; `all but tcp 22` where that says it shorter.
    ///
    /// A protocol's name alone stands for all of its services; ICMP numbers are those of
    /// https://www.iana.org/assignments/icmp-parameters/, as in `ICMPMatch.description`.
    package var description: String {
        if isEmpty { return "nothing" }
        if self == .all { return "all" }
        let items = items
        // A list of what is left out can only be the shorter one when much is in.
        guard items.count > 1 else { return items.joined() }
        let missing = ServiceSet.all.subtracting(self).items
        return missing.count < items.count
            ? "all but \(missing.joined(separator: ", "))" : items.joined(separator: ", ")
    }

    /// What the set is made of, in the order of the axis: protocols, ranges of ports, ranges of messages.
    private var items: [String] {
        ranges.flatMap { range in
            (range.lowerBound >> 16...range.upperBound >> 16).flatMap { number in
                let transport = ServiceSet.transport(at: number << 16)
                return ServiceSet.items(of: transport, range.clamped(to: ServiceSet.axis(of: transport)))
            }
        }
    }

    private static func items(of transport: IPProtocol, _ range: Range) -> [String] {
        let name = transport.description
        if range == axis(of: transport) {
            // A bare number would read as a port.
            return [Int(name) == nil ? name : "protocol \(name)"]
        }
        let (low, high) = (range.lowerBound & 0xffff, range.upperBound & 0xffff)
        return transport.isICMP ? messages(low, high).map { "\(name) \($0)" } : ["\(name) \(text(low, high))"]
    }

    /// The messages between two, by type: whole types run together, a type cut in two by its codes.
    private static func messages(_ low: UInt32, _ high: UInt32) -> [String] {
        let (firstType, lastType) = (low >> 8, high >> 8)
        let (firstCode, lastCode) = (low & 255, high & 255)
        if firstType == lastType, firstCode > 0 || lastCode < 255 {
            return ["type \(firstType) code \(text(firstCode, lastCode))"]
        }
        let wholeFrom = firstCode == 0 ? firstType : firstType + 1
        // One past the last whole type, since there may be none and type 0 has none before it.
        let wholeEnd = lastCode == 255 ? lastType + 1 : lastType
        return (firstCode == 0 ? [] : ["type \(firstType) code \(text(firstCode, 255))"])
            + (wholeFrom < wholeEnd ? ["type \(text(wholeFrom, wholeEnd - 1))"] : [])
            + (lastCode == 255 ? [] : ["type \(lastType) code \(text(0, lastCode))"])
    }

    private static func text(_ low: UInt32, _ high: UInt32) -> String { low == high ? "\(low)" : "\(low)-\(high)" }
}
