import Catalog
import Diagnostics
import Inventory
import Networks
import Testing

@testable import Reachability

/// The networks of an inventory that is given as text, as the command line would load it.
struct Network {
    static let catalog = Catalog.builtin().catalog
    static let header = "inventory: 1\naccount: \"111122223333\"\nregion: eu-west-1\n"

    let inventory: Inventory
    let references: ReferenceSource
    let model: NetworkModel

    /// Of collections that follow the usual header, which must be right.
    init(_ body: String, jobs: Int = 1, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try self.init(files: [Self.header + body], jobs: jobs, sourceLocation: sourceLocation)
    }

    /// Of files with headers of their own.
    init(files: [String], jobs: Int = 1, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let sources = files.enumerated().map { SourceFile(path: "\($0.offset + 1).yaml", text: $0.element.utf8) }
        let loaded = InventoryLoader(catalog: Self.catalog, jobs: 1).load(sources)
        let text = DiagnosticRenderer(palette: Palette(isEnabled: false)).render(loaded.diagnostics)
        try #require(!loaded.diagnostics.hasErrors, "\(text)", sourceLocation: sourceLocation)
        self.init(loaded.inventory, jobs: jobs)
    }

    init(_ inventory: Inventory, jobs: Int = 1) {
        self.inventory = inventory
        references = ReferenceSource(inventory)
        model = NetworkModel(inventory, references, jobs: jobs)
        model.deriveFacts()
    }

    // MARK: Asking

    /// The resource of the type with this id.
    func place(_ type: String, _ id: String, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> ReferenceTable.Place
    {
        let index = try #require(Self.catalog.typeNames.index(of: type), sourceLocation: sourceLocation)
        var found: [ReferenceTable.Place] = []
        var text = id
        text.withUTF8 { references.table.forEach(type: index, id: $0) { found.append($0) } }
        return try #require(found.first, "no \(type) \(id)", sourceLocation: sourceLocation)
    }

    func arriving(_ type: String, _ id: String, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> AdmittedTraffic
    {
        model.arriving(at: try place(type, id, sourceLocation: sourceLocation))
    }

    /// `yes`, `no` or `perhaps`: whether a packet such as `tcp/22 from 8.8.8.8` arrives.
    func reaches(_ type: String, _ id: String, _ packet: String, sourceLocation: SourceLocation = #_sourceLocation)
        throws -> String
    {
        let traffic = try arriving(type, id, sourceLocation: sourceLocation)
        let packet = try Packet(packet).traffic
        if traffic.certain.contains(packet) { return "yes" }
        return traffic.possible.overlaps(packet) ? "perhaps" : "no"
    }

    /// The word of a fact: `yes`, `no`, `unknown`, or the number.
    func fact(_ type: String, _ id: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> String
    {
        let view = model.census.view(try place(type, id, sourceLocation: sourceLocation))
        let slots = try #require(FieldSlots(type, in: Self.catalog), sourceLocation: sourceLocation)
        let field = Self.catalog.shape(of: try #require(Self.catalog.type(named: type))).field(name)
        let word = view.word(slots[name])
        if word.isAbsent { return "unknown" }
        if try #require(field, sourceLocation: sourceLocation).type.kind == .bool {
            return word.bits == 0 ? "no" : "yes"
        }
        return "\(word.int)"
    }

    /// `effective`, `latent`, `undetermined`: whether some of the packets arrive where something answers.
    func effect(_ type: String, _ id: String, _ packet: String, sourceLocation: SourceLocation = #_sourceLocation)
        throws -> String
    {
        let place = try place(type, id, sourceLocation: sourceLocation)
        switch model.arrives(try Packet(packet).traffic, at: place) {
        case .yes: return "effective"
        case .no: return "latent"
        case .unknown: return "undetermined"
        case nil: return "nothing"
        }
    }

    /// The path of packets such as `tcp/22 from internet`.
    func path(_ type: String, _ id: String, _ packet: String, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> Path?
    {
        let packet = try Packet(packet)
        let origin = Origin(name: packet.source, addresses: packet.addresses)
        let place = try place(type, id, sourceLocation: sourceLocation)
        return model.path(from: origin, to: place, services: packet.services)
    }

    /// The clues of a fact: `path line:column`.
    func clues(_ type: String, _ id: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> [String]
    {
        model.clues(name, at: try place(type, id, sourceLocation: sourceLocation)).map { clue in
            guard let span = clue.span else { return clue.path }
            let position = span.file.position(of: span.start)
            return "\(clue.path) \(span.file.path):\(position.line)"
        }
    }
}

/// Packets: `tcp/22 from 8.8.8.8`, `icmp/8 from internet`, `all from 10.0.0.0/8`.
struct Packet {
    var source: String
    var addresses: AddressSet
    var services: ServiceSet
    var traffic: TrafficSet { TrafficSet(addresses: addresses, services: services) }

    init(_ text: String) throws {
        let parts = text.split(separator: " ").map(String.init)
        try #require(parts.count == 3 && parts[1] == "from")
        source = parts[2]
        addresses = source == "internet" ? .internet : source == "anywhere" ? .all : AddressSet(try CIDR(source))
        let service = parts[0].split(separator: "/").map(String.init)
        let transport = try #require(IPProtocol(service[0]))
        let number = service.count > 1 ? UInt16(service[1]) : nil
        services =
            transport.isICMP
            ? ServiceSet(transport, icmp: number.map { ICMPMatch(type: Int16($0), code: 0) })
            : ServiceSet(transport, ports: number.map { [PortRange($0)] })
    }
}
