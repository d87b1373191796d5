import Catalog
import Diagnostics
import Inventory
import Testing

/// What entries have in common is stored once, and what differs is not.
struct ValueTableTests {
    /// The entries of the first group of the text.
    private func entries(_ text: String) -> (segment: Segment, entries: [Entry]) {
        let result = Loading.load(text)
        #expect(Loading.problems(result.diagnostics) == [])
        let segment = result.inventory.segments[0]
        let shape = Loading.catalog.shape(of: Loading.catalog.type(named: "security_group")!)
        guard case .own(let slot)? = shape.field("ingress")?.slot else { return (segment, []) }
        let list = EntryList(segment.words[Int(segment.resources[0].slots) + slot], in: segment.words)
        return (segment, (0..<list.count).map { list[$0] })
    }

    /// The index of each entry's shared record, in order.
    private func records(_ entries: [String]) -> [Int] {
        let lines = entries.map { "  - \($0)\n" }.joined()
        let (segment, list) = self.entries(Loading.header + "security_groups:\n- id: sg-1\n  ingress:\n" + lines)
        return withExtendedLifetime(segment) { list.map(\.shared) }
    }

    @Test(
        "equal entries share one record",
        arguments: [
            ("{protocol: tcp, ports: 443, source: 10.0.0.0/8}", "{protocol: tcp, ports: 443, source: 10.0.0.0/8}"),
            ("{protocol: tcp, ports: 443, source: 10.0.0.0/8}", "{protocol: 6, ports: [443], source: [10.0.0.0/8]}"),
            (
                "{protocol: tcp, ports: 443, source: sg-2}",
                "{protocol: TCP, ports: 443-443, source: \"sg-2\", description: other}"
            ),
            ("{protocol: all, source: '::/0'}", "{protocol: -1, source: '0::0/0', id: sgr-1}"),
            ("{protocol: tcp, ports: [], source: []}", "{protocol: tcp, ports: [], source: []}"),
            ("{protocol: tcp, ports: ~, source: pl-1}", "{protocol: tcp, ports: null, source: pl-1}"),
        ])
    func equal(one: String, two: String) { #expect(Set(records([one, two, one])).count == 1) }

    @Test func entriesThatDifferShareNothing() {
        let entries = [
            "{protocol: tcp, ports: 443, source: 10.0.0.0/8}", "{protocol: udp, ports: 443, source: 10.0.0.0/8}",
            "{protocol: tcp, ports: 444, source: 10.0.0.0/8}", "{protocol: tcp, ports: 443, source: 10.0.0.0/9}",
            "{protocol: tcp, ports: [443, 443], source: 10.0.0.0/8}", "{protocol: tcp, source: 10.0.0.0/8}",
            "{protocol: tcp, ports: ~, source: 10.0.0.0/8}", "{protocol: tcp, ports: [], source: 10.0.0.0/8}",
            "{protocol: tcp, ports: 443, source: [10.0.0.0/8, 11.0.0.0/8]}",
            "{protocol: tcp, ports: 443, source: [11.0.0.0/8, 10.0.0.0/8]}",
            "{protocol: tcp, ports: 443, source: sg-1}", "{protocol: tcp, ports: 443, source: pl-1}",
            "{protocol: tcp, ports: 443, source: []}",
            "{protocol: icmp, icmp_type: 8, source: 10.0.0.0/8}", "{protocol: icmp, icmp_code: 8, source: 10.0.0.0/8}",
            "{protocol: icmp, icmp_type: 8, icmp_code: 8, source: 10.0.0.0/8}",
            "{protocol: tcp, ports: 0-443, source: 10.0.0.0/8}",
        ]
        #expect(Set(records(entries)).count == entries.count)
    }

    @Test func manyRecordsAreFoundAgainAfterTheTableGrows() {
        let entries = (0..<3000).map { "{protocol: tcp, ports: \($0 % 1500), source: 10.0.0.0/8}" }
        let indices = records(entries)
        #expect(Set(indices).count == 1500)
        #expect(Array(indices[..<1500]) == Array(indices[1500...]))
    }

    @Test func rangesAndNamesAreStoredOnce() {
        let entries = (0..<50).map {
            "  - {protocol: tcp, ports: \($0), source: [10.0.0.0/8, 10.0.0.0/8, sg-1, pl-1, sg-1, '::/0']}\n"
        }.joined()
        let tables = Loading.load(Loading.header + "security_groups:\n- id: sg-1\n  ingress:\n" + entries).inventory
            .segments[0].tables
        #expect(tables.cidrs.map { "\($0)" } == ["10.0.0.0/8", "::/0"])
        #expect(tables.symbols == ["sg-1", "pl-1"])
        #expect(tables.recordCount == 50)
    }

    @Test func anEntryKnowsWhereItStands() {
        let text =
            Loading.header
            + "security_groups:\n- id: é\n  ingress:\n  - {protocol: tcp, source: sg-1}\n  - protocol: udp\n    source: sg-2\n  egress: []\n"
        let (segment, list) = entries(text)
        let sources = list.map { segment.file.text($0.source) }
        #expect(sources == ["{protocol: tcp, source: sg-1}", "protocol: udp\n    source: sg-2"])
    }
}
