import Catalog
import Diagnostics
import Findings
import Rules
import Testing

/// Inventories on which checkers of this kind have been seen to answer wrongly: what is open must be found whichever way
/// it is written, and what is not open must not be reported.
struct TrapTests {
    @Test("open to SSH", arguments: Traps.openToSSH)
    func open(trap: Trap) throws { try check(trap) }

    @Test("not open to SSH", arguments: Traps.closedToSSH)
    func closed(trap: Trap) throws { try check(trap) }

    @Test("network ACLs", arguments: Traps.accessLists)
    func accessLists(trap: Trap) throws { try check(trap) }

    @Test("matters of opinion", arguments: Traps.opinions)
    func opinions(trap: Trap) throws { try check(trap) }

    private func check(_ trap: Trap) throws {
        let rule = try #require(BuiltinRules.rules.first { $0.rule.id == trap.rule }).rule
        let collection = Trial.catalog.types[rule.resourceType].collection
        let text = "inventory: 1\n\(collection):\n  - \(trap.resource)\n\(trap.others)"
        let judgements = Trial.judgements([rule], try Trial.inventory([text]))
        #expect(judgements.map(\.verdict) == trap.expected)
        if let entries = trap.entries { #expect(judgements.flatMap { $0.evidence.map(\.path) } == entries) }
    }
}
