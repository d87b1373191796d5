import Inventory
import Networks
import Testing

@testable import Reachability
import SeededRandom

/// What arrives, packet by packet: the model says what the naive reading of AWS's pages says.
struct NaiveComparisonTests {
    /// A place where traffic arrives, for both.
    struct Spot: CustomStringConvertible {
        var type: String
        var id: String
        var arrives: (NaiveNetwork, NaiveNetwork.Packet) -> Bool
        var description: String { "\(type) \(id)" }
    }

    static func spots(_ network: NaiveNetwork) -> [Spot] {
        let interfaces = network.interfaces.map { interface in
            Spot(type: "network_interface", id: interface.id) { network, packet in
                network.arrives(packet, at: network.interfaces.first { $0.id == interface.id }!)
            }
        }
        let instances = Set(network.interfaces.compactMap(\.instance)).sorted().map { id in
            Spot(type: "instance", id: id) { $0.arrives($1, atInstance: id) }
        }
        let groups = network.groups.map(\.id).map { id in
            Spot(type: "security_group", id: id) { $0.arrives($1, throughGroup: id) }
        }
        let acls = network.acls.map(\.id).map { id in
            Spot(type: "network_acl", id: id) { $0.arrives($1, throughACL: id) }
        }
        return interfaces + instances + groups + acls
    }

    static func traffic(_ packet: NaiveNetwork.Packet) throws -> TrafficSet {
        let number = packet.transport == "47" ? "" : "/\(packet.number)"
        return try Packet("\(packet.transport)\(number) from \(packet.source)").traffic
    }

    @Test("every packet of a network that is stated", arguments: 0..<80 as Range<UInt64>)
    func stated(seed: UInt64) throws {
        let naive = RandomNetwork(seed: seed).network
        for isByTable in [false, true] {
            let text = NetworkText(network: naive, isByTable: isByTable).text
            let network = try Network(text)
            let packets = try RandomNetwork.packets(naive).map { ($0, try Self.traffic($0)) }
            var forwarding = naive
            forwarding.appliancesForward = true
            for spot in Self.spots(naive) {
                let arriving = try network.arriving(spot.type, spot.id)
                for (packet, traffic) in packets {
                    let (least, most) = (spot.arrives(naive, packet), spot.arrives(forwarding, packet))
                    // What is certain is what arrives; with an appliance on the way it only may.
                    #expect(arriving.certain.contains(traffic) == least, "\(packet) at \(spot), certain\n\(text)")
                    #expect(arriving.possible.contains(traffic) || !most, "\(packet) at \(spot), possible\n\(text)")
                    if least == most, !text.contains("network_interface,") {
                        #expect(arriving.possible.contains(traffic) == most, "\(packet) at \(spot)\n\(text)")
                    }
                }
            }
        }
    }

    /// What is certain arrives whatever the unsaid turns out to be, and what may not arrive never does.
    @Test("every packet of a network that says little", arguments: Array(0..<50 as Range<UInt64>) + [94, 297])
    func unstated(seed: UInt64) throws {
        let naive = RandomNetwork(seed: seed).network
        var random = SeededGenerator(seed: seed ^ 0xabcd)
        let hidden = Set(Completion.hideable(naive).filter { _ in random.once(in: 5) })
        let text = NetworkText(network: naive, hidden: hidden).text
        let network = try Network(text)
        let packets = try RandomNetwork.packets(naive).map { ($0, try Self.traffic($0)) }
        let arriving = try Self.spots(naive).map { ($0, try network.arriving($0.type, $0.id)) }
        for _ in 0..<6 {
            let completed = Completion.of(naive, hidden: hidden, &random)
            for (spot, traffic) in arriving {
                for (packet, asked) in packets {
                    let arrives = spot.arrives(completed, packet)
                    #expect(arrives || !traffic.certain.overlaps(asked), "\(packet) at \(spot) certain\n\(text)")
                    #expect(!arrives || traffic.possible.contains(asked), "\(packet) at \(spot) possible\n\(text)")
                }
            }
        }
    }

    /// Otherwise the tests above would say nothing.
    @Test func someOfItArrives() throws {
        var counts = (arrives: 0, drops: 0, fromInternet: 0, networksOfBoth: 0)
        for seed in 0..<80 as Range<UInt64> {
            let naive = RandomNetwork(seed: seed).network
            var seen: Set<Bool> = []
            for interface in naive.interfaces {
                for packet in RandomNetwork.packets(naive) {
                    let arrives = naive.arrives(packet, at: interface)
                    seen.insert(arrives)
                    if arrives { counts.arrives += 1 } else { counts.drops += 1 }
                    if arrives, packet.source == "8.8.8.8" { counts.fromInternet += 1 }
                }
            }
            if seen.count == 2 { counts.networksOfBoth += 1 }
        }
        #expect(counts.arrives > 2500)
        #expect(counts.drops > counts.arrives)
        #expect(counts.fromInternet > 40)
        #expect(counts.networksOfBoth > 60)
    }
}
