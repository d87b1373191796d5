internal import Catalog
internal import Diagnostics
internal import Inventory
package import Networks

/// Where the traffic asked about comes from.
package struct Source: Sendable {
    /// As it was asked for: `internet`, `10.0.0.0/8, sg-1`.
    package var name: String
    /// The addresses it may have.
    package var addresses: AddressSet
    /// Addresses together, and each sending interface by itself.
    var origins: [Origin]
    /// What the inventory would have to say for the addresses to be known; they are then taken at their widest.
    package var missing: [String] = []
}

/// Reads the ends of a path, as a command line names them.
package struct EndpointReader: Sendable {
    private let model: NetworkModel
    private var census: Census { model.census }

    package init(_ model: NetworkModel) { self.model = model }

    /// What traffic may come from.
    private static let sources: [NetworkKind] = [.instance, .networkInterface, .securityGroup, .subnet, .vpc]
    /// What traffic may arrive at.
    private static let targets: [NetworkKind] = [
        .instance, .networkInterface, .loadBalancer, .classicLoadBalancer, .database, .redshiftCluster, .securityGroup,
        .networkACL, .subnet,
    ]
    private static let keywords = ["internet", "any"]

    // MARK: Sources

    /// The source that some texts name together, each of them a list with commas.
    package func source(_ texts: [String]) throws(EndpointError) -> Source {
        var words: [String] = []
        for word in texts.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }).map(Self.trimmed)
        where !words.contains(word) { words.append(word) }
        var addresses: [AddressSet] = []
        var (senders, missing): ([Origin], [String]) = ([], [])
        var vpcs: Set<Int?> = []
        var areOutside = true
        for word in words {
            let origin = try origin(word, &missing)
            if origin.interfaces.isEmpty {
                addresses.append(origin.addresses)
                vpcs.insert(origin.vpc)
                areOutside = areOutside && origin.isOutside
            } else {
                senders += origin.interfaces.map { index in
                    var sender = origin
                    sender.interfaces = [index]
                    sender.addresses = PathFinder(model).addresses(of: model.interfaces.all[index]) ?? origin.addresses
                    return sender
                }
            }
        }
        let name = words.joined(separator: ", ")
        var origins = senders
        if !addresses.isEmpty {
            var together = Origin(name: name, addresses: .union(of: addresses))
            together.vpc = vpcs.count == 1 ? vpcs.first! : nil
            together.isOutside = areOutside
            origins.insert(together, at: 0)
        }
        return Source(
            name: name, addresses: .union(of: origins.map(\.addresses)), origins: origins, missing: missing)
    }

    private func origin(_ text: String, _ missing: inout [String]) throws(EndpointError) -> Origin {
        switch text {
        case "": throw .empty
        case "internet":
            var internet = Origin.internet
            internet.isOutside = true
            return internet
        case "any": return Origin(name: text, addresses: .all)
        default: break
        }
        if let addresses = try prefixList(text, &missing) { return Origin(name: text, addresses: addresses) }
        guard let (kind, number) = try resource(text, among: Self.sources, orElse: EndpointError.notASource) else {
            if let addresses = try Self.addresses(text) { return Origin(name: text, addresses: addresses) }
            throw unknown(text, Self.sources, withLists: true)
        }
        return origin(kind, number, &missing)
    }

    private func origin(_ kind: NetworkKind, _ number: Int, _ missing: inout [String]) -> Origin {
        let place = census.place(kind, number)
        let view = census.view(place)
        let id = census.id(place)
        var origin = Origin(name: id, addresses: AddressSet())
        switch kind {
        case .vpc:
            origin.vpc = number
            origin.addresses = model.subnets.addresses(ofVPC: number)
        case .subnet:
            origin.vpc = model.subnets.all[number].vpc.number
            origin.addresses = model.subnets.all[number].addresses
        case .securityGroup:
            origin.vpc = census.link(view.word(census.slots(kind)["vpc"]), to: .vpc, in: view.segment).number
            origin.addresses = members(of: number, &missing)
            return origin
        default:
            origin.interfaces = model.interfaces(of: place)
            let subnet = origin.interfaces.first.flatMap { model.interfaces.all[$0].subnet.number }
            origin.vpc = subnet.flatMap { model.subnets.all[$0].vpc.number }
            origin.addresses = .union(of: origin.interfaces.map { addresses(of: $0, &missing) })
            return origin
        }
        if origin.addresses.isEmpty {
            missing.append("\(census.collection(kind)).\(id).cidr")
            origin.addresses = .all
        }
        return origin
    }

    /// The private addresses of the interfaces that carry a group. Those of load balancers and databases are among the
    /// interfaces that the inventory states, where it does.
    private func members(of group: Int, _ missing: inout [String]) -> AddressSet {
        let isStated = census.isStated(.networkInterface, around: census.view(.securityGroup, group))
        var sets: [AddressSet] = []
        for index in model.interfaces.ofGroup[group].map(Int.init) {
            let kind = census.kind(model.interfaces.all[index].owner)
            guard kind == .networkInterface || kind == .instance || !isStated else { continue }
            sets.append(addresses(of: index, &missing))
        }
        if !isStated {
            missing.append(census.collection(.networkInterface))
            // Members have private addresses, whichever those are.
            sets.append(.notInternet)
        }
        return .union(of: sets)
    }

    private func addresses(of index: Int, _ missing: inout [String]) -> AddressSet {
        let interface = model.interfaces.all[index]
        if let addresses = PathFinder(model).addresses(of: interface) { return addresses }
        missing.append(
            "\(census.collection(census.kind(interface.owner) ?? .instance)).\(census.id(interface.owner)).private_ip")
        return interface.subnet.number.map { model.subnets.all[$0].addresses } ?? .notInternet
    }

    private func prefixList(_ text: String, _ missing: inout [String]) throws(EndpointError) -> AddressSet? {
        let name = text.hasPrefix("prefix_list/") ? String(text.dropFirst("prefix_list/".count)) : text
        if let addresses = model.peers.addresses(ofPrefixList: name) { return addresses }
        guard prefixLists.contains(name) else { return nil }
        missing.append("prefix_lists.\(name).entries")
        return .all
    }

    /// Ids and names of the prefix lists of the inventory.
    private var prefixLists: [String] {
        let slots = FieldSlots("prefix_list", in: census.inventory.catalog)
        return census.inventory.resources(ofType: "prefix_list").flatMap { segment, record in
            [census.inventory.id(of: record, in: segment)]
                + (ResourceView(segment, record).text(slots?["name"] ?? -1).map { [$0] } ?? [])
        }
    }

    private static func addresses(_ text: String) throws(EndpointError) -> AddressSet? {
        let range: CIDR
        do throws(CIDRError) { range = try CIDR(text) } catch {
            // Names of resources do not begin with a digit and hold no colon.
            if text.contains(":") || text.first?.isWholeNumber == true { throw .notAnAddress(text) }
            return nil
        }
        guard !range.hasHostBits else { throw .hostBits(text, range: range.description) }
        return AddressSet(range)
    }

    // MARK: Targets

    /// The resource that a text names by its id, or by `TYPE/ID`.
    package func target(_ text: String) throws(EndpointError) -> ResourceName {
        let text = Self.trimmed(text[...])
        guard !text.isEmpty else { throw .empty }
        guard let (kind, number) = try resource(text, among: Self.targets, orElse: EndpointError.notATarget) else {
            throw unknown(text, Self.targets, withLists: false)
        }
        return model.name(of: census.place(kind, number))
    }

    // MARK: Ids

    /// The resource with an id; nil when there is none. A resource of another kind is refused.
    private func resource(
        _ text: String, among kinds: [NetworkKind], orElse refusal: (String, String) -> EndpointError
    ) throws(EndpointError) -> (NetworkKind, Int)? {
        var found = NetworkKind.allCases.map { ($0, numbers($0, id: text)) }.filter { !$0.1.isEmpty }
        if found.isEmpty, let slash = text.firstIndex(of: "/"),
            let kind = NetworkKind.allCases.first(where: { $0.typeName == text[..<slash] })
        {
            let id = String(text[text.index(after: slash)...])
            found = [(kind, numbers(kind, id: id))].filter { !$0.1.isEmpty }
        }
        let wanted = found.filter { kinds.contains($0.0) }
        guard wanted.count < 2 else { throw .ambiguous(text, types: wanted.map(\.0.typeName)) }
        guard let (kind, numbers) = wanted.first else {
            if let other = found.first?.0.typeName ?? otherType(text) { throw refusal(text, other) }
            return nil
        }
        guard numbers.count == 1 else { throw .repeated(text, type: kind.typeName, count: numbers.count) }
        return (kind, numbers[0])
    }

    private func numbers(_ kind: NetworkKind, id: String) -> [Int] {
        guard census.count(kind) > 0, let type = census.inventory.catalog.typeNames.index(of: kind.typeName) else {
            return []
        }
        var found: [Int] = []
        var id = id
        id.withUTF8 { census.references.table.forEach(type: type, id: $0) { found.append(census.number($0)) } }
        return found
    }

    /// The type of some resource with this id, whatever it is.
    private func otherType(_ id: String) -> String? {
        for (index, type) in census.inventory.catalog.types.enumerated() {
            var isFound = false
            var id = id
            id.withUTF8 { census.references.table.forEach(type: index, id: $0) { _ in isFound = true } }
            if isFound { return type.name }
        }
        return nil
    }

    private func unknown(_ text: String, _ kinds: [NetworkKind], withLists: Bool) -> EndpointError {
        var names = withLists ? Self.keywords + prefixLists : []
        for kind in kinds {
            // Who writes the type is shown it again.
            let prefix = text.hasPrefix(kind.typeName + "/") ? kind.typeName + "/" : ""
            names += (0..<census.count(kind)).map { prefix + census.id(kind, $0) }
        }
        return .unknown(text, nearest: Suggestion.nearest(to: text, among: names))
    }

    static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
