package import Catalog
package import Inventory
package import Networks

/// Where a shape of traffic entries keeps protocol, ports, ICMP message and peers in its shared part.
package struct TrafficLayout: Sendable {
    private var transport: Int
    private var ports: Int?
    private var icmpType: Int?
    private var icmpCode: Int?
    private var peers: Int
    private var number: Int?
    private var action: Int?
    private var allow: UInt64 = 0

    /// Nil for shapes that hold no traffic.
    package init?(_ shape: Shape) {
        func slot(_ name: String) -> Int? {
            if case .shared(let slot)? = shape.field(name)?.slot { return slot }
            return nil
        }
        guard let transport = slot("protocol"), let peers = slot("source") ?? slot("destination") else { return nil }
        (self.transport, self.peers) = (transport, peers)
        (ports, icmpType, icmpCode) = (slot("ports"), slot("icmp_type"), slot("icmp_code"))
        (number, action) = (slot("number"), slot("action"))
    }

    /// Number of the entry in a first-match list; nil when it is not stated.
    package func number(_ record: Int, _ tables: ValueTables) -> Int? {
        guard let number else { return nil }
        let word = tables.words[Int(tables.records[record]) + number]
        return word.isSet ? Int(word.int) : nil
    }

    /// Whether the entry allows; `allow` is the first value of the catalog's enumeration.
    package func allows(_ record: Int, _ tables: ValueTables) -> Bool {
        guard let action else { return true }
        return tables.words[Int(tables.records[record]) + action].bits == allow
    }

    /// The entry as the network library sees it.
    package func entry(_ record: Int, _ tables: ValueTables, _ peers: PeerAddresses) -> TrafficEntry {
        let base = Int(tables.records[record])
        func word(_ slot: Int?) -> Word { slot.map { tables.words[base + $0] } ?? .absent }
        let number = word(transport)
        let transport = number.isSet ? IPProtocol(rawValue: UInt16(truncatingIfNeeded: number.bits)) : nil

        var entry = TrafficEntry(transport: transport, addresses: AddressSet())
        let ports = word(ports)
        if ports.isSet {
            entry.ports = (0..<ports.listCount).map { index in
                let word = tables.words[ports.listFirst + index]
                return PortRange(low: word.lowPort, high: word.highPort)
            }
        }
        let (type, code) = (word(icmpType), word(icmpCode))
        if type.isSet {
            entry.icmp = ICMPMatch(type: Int16(clamping: type.int), code: code.isSet ? Int16(clamping: code.int) : -1)
        }
        addPeers(word(self.peers), to: &entry, tables, peers)
        return entry
    }

    /// Names of the fields that the entry needs and does not state.
    package func unstated(_ record: Int, _ tables: ValueTables) -> [String] {
        let base = Int(tables.records[record])
        var names: [String] = []
        if tables.words[base + transport].isAbsent { names.append("protocol") }
        if let ports, tables.words[base + ports].isAbsent,
            IPProtocol(rawValue: UInt16(truncatingIfNeeded: tables.words[base + transport].bits))?.honoursPorts ?? false
        {
            names.append("ports")
        }
        return names
    }

    /// Ids of the prefix lists that the entry names.
    package func prefixListNames(_ record: Int, _ tables: ValueTables) -> [String] {
        names(.prefixList, record, tables)
    }

    /// Ids of the security groups that the entry names.
    package func groupNames(_ record: Int, _ tables: ValueTables) -> [String] { names(.securityGroup, record, tables) }

    /// Whether the entry names a security group.
    func namesGroup(_ record: Int, _ tables: ValueTables) -> Bool {
        let list = tables.words[Int(tables.records[record]) + peers]
        guard list.isSet else { return false }
        for index in 0..<list.listCount where PeerWord.kind(tables.words[list.listFirst + index]) == .securityGroup {
            return true
        }
        return false
    }

    private func names(_ kind: PeerWord.Kind, _ record: Int, _ tables: ValueTables) -> [String] {
        let list = tables.words[Int(tables.records[record]) + peers]
        guard list.isSet else { return [] }
        return (0..<list.listCount).map { tables.words[list.listFirst + $0] }
            .filter { PeerWord.kind($0) == kind }.map { tables.symbols[PeerWord.index($0)] }
    }

    private func addPeers(_ list: Word, to entry: inout TrafficEntry, _ tables: ValueTables, _ peers: PeerAddresses) {
        guard list.isSet else {
            entry.hasUnresolvedPeers = list.isAbsent
            entry.unresolvedMayBePublic = list.isAbsent
            return
        }
        var sets: [AddressSet] = []
        var mayBeMany = false
        for index in 0..<list.listCount {
            let peer = tables.words[list.listFirst + index]
            switch PeerWord.kind(peer) {
            case .cidr: sets.append(AddressSet(tables.cidrs[PeerWord.index(peer)]))
            case .securityGroup:
                let members = peers.members(ofGroup: tables.symbols[PeerWord.index(peer)])
                if let members { sets.append(members.addresses) }
                if members?.isComplete != true { entry.hasUnresolvedPeers = true }
            case .prefixList:
                let name = tables.symbols[PeerWord.index(peer)]
                if let set = peers.addresses(ofPrefixList: name) {
                    sets.append(set)
                } else {
                    entry.hasUnresolvedPeers = true
                    entry.unresolvedMayBePublic = true
                    mayBeMany = mayBeMany || !peers.isManagedByAWS(name)
                }
            }
        }
        entry.unresolvedAreFew = entry.unresolvedMayBePublic && !mayBeMany
        entry.addresses = sets.count == 1 ? sets[0] : AddressSet.union(of: sets)
    }
}
