import Networks
import Testing
import SeededRandom

/// Addresses by name, for tests whose texts are known to be right.
func addresses(_ texts: String...) throws -> AddressSet {
    AddressSet(cidrs: try texts.map { text in try CIDR(text) })
}

/// The last 64 addresses-to-be of two neighbouring worlds: half of them public (9.255.255.224–9.255.255.255), half
/// private (10.0.0.0–10.0.0.31), so that a naive set of 64 members can follow every operation.
enum SmallWorld {
    static let base: UInt128 = 9 << 24 | 0xff_ffe0
    static let size = 64
    static let isPublic = Set(0..<32)

    static func address(_ member: Int) -> IPAddress { IPAddress(family: .ipv4, value: base + UInt128(member)) }

    /// An aligned block inside the world.
    static func block(using random: inout SeededGenerator) -> CIDR {
        let length = Int.random(in: 27...32, using: &random)
        return CIDR(address(Int.random(in: 0..<size, using: &random)), prefixLength: length)
    }

    static func set(blocks: Int, using random: inout SeededGenerator) -> AddressSet {
        AddressSet(cidrs: (0..<blocks).map { _ in block(using: &random) })
    }

    static func members(of set: AddressSet) -> Set<Int> { Set((0..<size).filter { set.contains(address($0)) }) }
}

struct AddressSetTests {
    @Test func operationsAgreeWithNaiveSets() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<600 {
            let left = SmallWorld.set(blocks: Int.random(in: 0...6, using: &random), using: &random)
            let right = SmallWorld.set(blocks: Int.random(in: 0...6, using: &random), using: &random)
            let (naiveLeft, naiveRight) = (SmallWorld.members(of: left), SmallWorld.members(of: right))
            #expect(SmallWorld.members(of: left.union(right)) == naiveLeft.union(naiveRight))
            #expect(SmallWorld.members(of: left.intersection(right)) == naiveLeft.intersection(naiveRight))
            #expect(SmallWorld.members(of: left.subtracting(right)) == naiveLeft.subtracting(naiveRight))
            #expect(left.contains(right) == naiveRight.isSubset(of: naiveLeft))
            #expect(left.overlaps(right) == !naiveLeft.isDisjoint(with: naiveRight))
            #expect(left.isEmpty == naiveLeft.isEmpty)
            #expect(left.count(of: .ipv4) == UInt128(naiveLeft.count))
            let share =
                naiveRight.isEmpty ? 0 : Double(naiveLeft.intersection(naiveRight).count) / Double(naiveRight.count)
            #expect(left.share(of: right, .ipv4) == share)
            // Equal sets have equal storage.
            #expect((left == right) == (naiveLeft == naiveRight))
            #expect(left.subtracting(right).union(left.intersection(right)) == left)
        }
    }

    @Test func canonicalCoverIsExactAndShortest() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<300 {
            let set = SmallWorld.set(blocks: Int.random(in: 0...8, using: &random), using: &random)
            let cover = set.cidrs
            #expect(AddressSet(cidrs: cover) == set)
            #expect(AddressSet(cidrs: cover.shuffled(using: &random)).cidrs == cover)
            // Shortest: the aligned blocks inside the set that lie in no larger such block.
            let inside = (27...32).flatMap { length in
                Set((0..<SmallWorld.size).map { CIDR(SmallWorld.address($0), prefixLength: length) })
                    .filter { set.contains(AddressSet($0)) }
            }
            let maximal = inside.filter { block in
                !inside.contains { $0.prefixLength < block.prefixLength && AddressSet($0).contains(AddressSet(block)) }
            }
            #expect(Set(cover) == Set(maximal))
        }
    }

    @Test func oneSweepUnitesThousandsOfBlocks() {
        // Every second address of 10 000, then the others: no range first, one range at last.
        let block = { (value: Int) in CIDR(IPAddress(family: .ipv6, value: UInt128(value)), prefixLength: 128) }
        let even = AddressSet(cidrs: stride(from: 0, to: 10_000, by: 2).map(block))
        let odd = AddressSet(cidrs: stride(from: 9_999, to: 0, by: -2).map(block))
        #expect(even.ipv6.count == 5_000)
        #expect(AddressSet.union(of: [even, odd]).ipv6 == [0...9_999])
    }

    @Test func halvesAreTheWhole() throws {
        #expect(try addresses("0.0.0.0/1", "128.0.0.0/1") == addresses("0.0.0.0/0"))
        #expect(try addresses("192.0.0.0/2", "0.0.0.0/2", "128.0.0.0/2", "64.0.0.0/2") == addresses("1.0.0.0/0"))
        #expect(try addresses("::/1", "8000::/1", "0.0.0.0/0") == AddressSet.all)
    }

    @Test func theEndsOfTheSpacesDoNotOverflow() throws {
        let top = try addresses("ffff::/16", "255.0.0.0/8")
        #expect(top.union(try addresses("ffff:ffff::/32", "255.255.255.255")) == top)
        #expect(AddressSet.all.subtracting(top).union(top) == .all)
        #expect(AddressSet.all.subtracting(.all).isEmpty)
        #expect(AddressSet.all.count(of: .ipv6) == .max && AddressSet.all.count(of: .ipv4) == 1 << 32)
        #expect(try AddressSet.all.subtracting(addresses("::")).count(of: .ipv6) == .max)
        #expect(AddressSet.all.cidrs.map(\.description) == ["0.0.0.0/0", "::/0"])
        #expect(try addresses("::/1").share(of: .all, .ipv6) == 0.5)
    }

    @Test func familiesAreApart() throws {
        let ipv4 = try addresses("0.0.0.0/0")
        let ipv6 = try addresses("::/0")
        #expect(!ipv4.overlaps(ipv6) && !ipv6.contains(ipv4) && ipv4.intersection(ipv6).isEmpty)
        #expect(ipv4.union(ipv6).only(.ipv6) == ipv6)
        #expect(ipv4.share(of: ipv6, .ipv6) == 0 && ipv4.share(of: ipv6, .ipv4) == 0)
    }

    @Test func printsItsCanonicalCover() throws {
        #expect(try addresses("10.0.0.0/9", "::1", "10.128.0.0/9").description == "10.0.0.0/8, ::1/128")
        #expect(AddressSet().description == "nothing")
    }
}
