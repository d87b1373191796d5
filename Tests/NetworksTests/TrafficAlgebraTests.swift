import Networks
import Testing
import SeededRandom

/// Every operation on sets of traffic against lists of members, and the laws that sets obey.
struct TrafficAlgebraTests {
    @Test(arguments: 0..<4)
    func operationsAgreeWithNaiveSets(seed: UInt64) {
        var random = SeededGenerator(seed: 300 + seed)
        for _ in 0..<100 {
            let ((left, naiveLeft), (right, naiveRight)) = (random.traffic(), random.traffic())
            #expect(NaiveSet(left) == naiveLeft)
            #expect(NaiveSet(left.union(right)) == naiveLeft.combined(naiveRight, |))
            #expect(NaiveSet(left.intersection(right)) == naiveLeft.combined(naiveRight, &))
            #expect(NaiveSet(left.subtracting(right)) == naiveLeft.subtracting(naiveRight))
            #expect(left.contains(right) == naiveLeft.contains(naiveRight))
            #expect(left.overlaps(right) == naiveLeft.overlaps(naiveRight))
            #expect(left.isEmpty == naiveLeft.isEmpty)
            // Equal sets have equal storage.
            #expect((left == right) == (naiveLeft == naiveRight))
        }
    }

    @Test(arguments: 0..<4)
    func readingsAgreeWithNaiveSets(seed: UInt64) {
        var random = SeededGenerator(seed: 310 + seed)
        for _ in 0..<100 {
            let (set, naive) = random.traffic()
            let (services, asked) = random.services()
            let peers = random.entry(stated: true).addresses
            let senders = NaiveSet.senders(peers)
            let rows = zip(naive.rows, asked).filter(\.1).map(\.0)
            #expect(NaiveSet.senders(set.addresses) == naive.rows.reduce(0, |))
            #expect(NaiveSet.senders(set.addresses(reaching: services)) == rows.reduce(0, |))
            #expect(NaiveSet.senders(set.addresses(reachingAll: services)) == rows.reduce(NaiveSet.everybody, &))
            func packets(_ set: ServiceSet) -> [Bool] {
                NaiveSet(TrafficSet(addresses: .all, services: set)).rows.map { $0 != 0 }
            }
            #expect(packets(set.services) == naive.rows.map { $0 != 0 })
            #expect(packets(set.services(from: peers)) == naive.rows.map { $0 & senders != 0 })
            #expect(NaiveSet(set.intersection(addresses: peers)) == NaiveSet { naive.rows[$0] & senders })
            #expect(NaiveSet(set.intersection(services: services)) == NaiveSet { asked[$0] ? naive.rows[$0] : 0 })
            let ephemeral = random.pick([random.ports(), PortRange(low: 1024, high: .max)])
            #expect(NaiveSet(set.returnPath(ephemeral: ephemeral)) == wayBack(naive, ephemeral))
        }
    }

    /// What can be asked from outside, when the set is what is let out: packet by packet.
    private func wayBack(_ out: NaiveSet, _ ephemeral: PortRange) -> NaiveSet {
        NaiveSet { asked in
            let replies = NaiveSet.packets.indices.filter { reply in
                guard NaiveSet.packets[reply].transport == NaiveSet.packets[asked].transport else { return false }
                guard case .port(let transport, let port) = NaiveSet.packets[reply] else { return true }
                return !transport.honoursPorts || ephemeral.contains(port)
            }
            return replies.reduce(0) { $0 | out.rows[$1] }
        }
    }

    @Test func laws() {
        var random = SeededGenerator(seed: 32)
        for _ in 0..<150 {
            let (a, b, c) = (random.traffic().set, random.traffic().set, random.traffic().set)
            let complement = TrafficSet.all.subtracting
            #expect(complement(a.union(b)) == complement(a).intersection(complement(b)))
            #expect(complement(a.intersection(b)) == complement(a).union(complement(b)))
            #expect(complement(complement(a)) == a)
            #expect(a.intersection(b.union(c)) == a.intersection(b).union(a.intersection(c)))
            #expect(a.union(b.intersection(c)) == a.union(b).intersection(a.union(c)))
            #expect(a.subtracting(b) == a.intersection(complement(b)))
            #expect(a.subtracting(b).union(a.intersection(b)) == a)
            #expect(a.union(b) == b.union(a) && a.intersection(b) == b.intersection(a))
            #expect(a.union(b).union(c) == TrafficSet.union(of: [c, a, b]))
            #expect(a.union(a) == a && a.intersection(a) == a && a.subtracting(a).isEmpty)
            #expect(a.union(b).contains(a) && a.contains(a.intersection(b)) && !a.subtracting(b).overlaps(b))
            #expect(a.contains(b) == b.subtracting(a).isEmpty && a.overlaps(b) == !a.intersection(b).isEmpty)
            // More out is more way back, and what comes together comes apart.
            #expect(a.union(b).returnPath() == a.returnPath().union(b.returnPath()))
            #expect(a.union(b).addresses == a.addresses.union(b.addresses))
            #expect(a.union(b).services == a.services.union(b.services))
        }
    }

    @Test func storageIsCanonical() {
        var random = SeededGenerator(seed: 33)
        for _ in 0..<100 {
            let set = random.traffic().set.union(random.traffic().set)
            #expect(set.parts.allSatisfy { !$0.addresses.isEmpty })
            for (part, next) in zip(set.parts, set.parts.dropFirst()) {
                #expect(part.services.upperBound < next.services.lowerBound)
                #expect(part.services.upperBound + 1 < next.services.lowerBound || part.addresses != next.addresses)
            }
            // Taken apart and put together in another order it is the same, and so is its hash.
            let parts = set.parts.map { TrafficSet(addresses: $0.addresses, services: ServiceSet($0.services)) }
            let rebuilt = parts.shuffled(using: &random).reduce(TrafficSet()) { $0.union($1) }
            #expect(rebuilt == set && rebuilt.hashValue == set.hashValue)
            let groups = set.groups
            #expect(
                TrafficSet.union(of: groups.map { TrafficSet(addresses: $0.addresses, services: $0.services) }) == set)
            #expect(Set(groups.map(\.addresses)).count == groups.count)
            #expect(groups.map(\.services.ranges[0].lowerBound) == groups.map(\.services.ranges[0].lowerBound).sorted())
        }
    }

    @Test func rewritingEntriesChangesNothing() {
        var random = SeededGenerator(seed: 34)
        func union(_ entries: [TrafficEntry]) -> TrafficSet { TrafficSet.union(of: entries.map { TrafficSet($0) }) }
        for _ in 0..<150 {
            let entries = random.entries(upTo: 6)
            let set = union(entries)
            #expect(union(entries.shuffled(using: &random)) == set)
            #expect(union(entries.flatMap(halves)) == set)
            #expect(union(entries + entries) == set)
            let renamed = entries.map { entry in
                var entry = entry
                entry.transport = entry.transport.flatMap {
                    $0 == .all ? IPProtocol("-1") : IPProtocol("\($0.rawValue)")
                }
                return entry
            }
            #expect(union(renamed) == set)
            let onePortAtATime = entries.flatMap { entry in
                guard let ports = entry.ports, entry.transport?.honoursPorts == true else { return [entry] }
                return ports.map { range in
                    var single = entry
                    single.ports = [range]
                    return single
                }
            }
            #expect(union(onePortAtATime) == set)
            guard var subsumed = entries.randomElement(using: &random) else { continue }
            subsumed.addresses = subsumed.addresses.intersection(SmallWorld.set(blocks: 3, using: &random))
            #expect(union(entries + [subsumed]) == set)
        }
    }

    @Test func onePortSplitsEveryProtocolInThree() throws {
        let set = TrafficSet.all.subtracting(try traffic("tcp 22", from: "10.0.0.0/8"))
        #expect(set.parts.count == 3)
        #expect(try set.addresses(reachingAll: .all) == AddressSet.all.subtracting(addresses("10.0.0.0/8")))
        #expect(set.services(from: try addresses("10.1.1.1")).description == "all but tcp 22")
    }
}
