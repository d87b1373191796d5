internal import Catalog
internal import Diagnostics
internal import Expressions
internal import Inventory
internal import Networks
internal import Reachability
internal import Rules

/// All rules of a run, compiled against the catalog: instructions over slots, with their constants in tables.
/// Immutable once planned; shared by all threads.
final class Program: @unchecked Sendable {
    // Written by the planner before the program is shared, only read afterwards.
    let rules: [Rule]
    let catalog: Catalog
    var instructions: ContiguousArray<Instruction> = []
    var words: ContiguousArray<Word> = []
    var wordLists: ContiguousArray<ContiguousArray<Word>> = []
    var texts: ContiguousArray<ContiguousArray<UInt8>> = []
    var textLists: ContiguousArray<ContiguousArray<ContiguousArray<UInt8>>> = []
    var trafficTests: [TrafficTest] = []
    /// Questions about what can arrive at a resource.
    var reachTests: [TrafficQuery] = []
    /// Whether a condition reads a fact, so that facts have to be derived first.
    var usesFacts = false
    /// Parallel to `trafficTests`.
    var trafficHeads: ContiguousArray<TrafficHead> = []
    var addressTests: [AddressTest] = []
    /// Parallel to `addressTests`: whether the operand is a peer.
    var isPeerTest: ContiguousArray<Bool> = []
    var portTests: [PortTest] = []
    var patterns: [Pattern] = []
    /// Conditions that the general evaluator decides.
    var generals: [GeneralCondition] = []
    /// References that conditions follow.
    var follows: [Follow] = []
    /// Conditions on entries whose answers are remembered.
    var memoCount = 0
    /// Path of the field that a field instruction reads, from the record of its level: `metadata_options.http_tokens`.
    var paths: [Int: String] = [:]
    /// Names of the facts that conditions read.
    var factNames: Set<String> = []
    /// Type of that field.
    var fieldTypes: [Int: FieldType] = [:]
    /// Where the condition was written that a truth instruction decides.
    var truthSpans: [Int: SourceSpan] = [:]
    /// Per resource type: its rules in order of id.
    var rulesByType: [[CompiledRule]]
    /// Per shape: where traffic entries of that shape keep their parts.
    var trafficLayouts: [TrafficLayout?]

    init(rules: [Rule], catalog: Catalog) {
        self.rules = rules
        self.catalog = catalog
        rulesByType = Array(repeating: [], count: catalog.types.count)
        trafficLayouts = catalog.shapes.map(TrafficLayout.init)
    }
}

/// A rule as the evaluator runs it.
struct CompiledRule {
    /// Index into `Program.rules`.
    var rule: Int
    /// Truth instruction; -1 when the rule always applies.
    var when: Int
    var flags: Bool
    /// Whether latent findings have a severity of their own, so that the effect of each is asked for.
    var isGraded: Bool
    /// Whether its findings say what they would save.
    var hasSavings = false
    /// Truth instruction on the resource; -1 with lists.
    var condition: Int
    var lists: [EntryCondition]

    /// The condition on the entries of one list.
    struct EntryCondition {
        /// Index of the field in the type's shape.
        var field: Int
        var slot: Int
        var condition: Int
    }
}

/// A reference that a condition follows: the type it refers to, and the whole condition for the general evaluator, which
/// decides where the inventory does not hold exactly one such resource.
struct Follow {
    var type: Int
    var general: Int
}

/// A condition for the general evaluator, with the types of the elements in scope from the outside in.
struct GeneralCondition {
    var expression: Expression
    var elements: [FieldType]
}

/// A question about the traffic that a list of entries admits.
struct TrafficTest {
    var query: TrafficQuery
    var list: TrafficList
    /// Shape of the entries.
    var shape: Int
}

/// What the kernel needs of a traffic test for every list: plain data.
struct TrafficHead: BitwiseCopyable {
    /// Fewer entries with at most 1/4096 of the addresses each cannot make up the share asked for.
    var smallLimit: Int32
    var isAllowList: Bool
    var isInternet: Bool

    init(_ test: TrafficTest) {
        smallLimit = Int32(4096 * test.query.share)
        isAllowList = test.list == .allowList
        isInternet = test.query.isInternet
    }
}

/// A question about an address range or peer.
struct AddressTest {
    enum Relation { case within, covers, overlaps, equals }
    var relation: Relation
    var set: AddressSet
}

/// A question about a range of ports.
struct PortTest {
    enum Relation { case within, covers, overlaps, equals }
    var relation: Relation
    var ranges: [PortRange]

    /// Whether it holds for the range.
    func holds(for range: PortRange) -> Bool {
        switch relation {
        case .within: ranges.contains { $0.contains(range) }
        case .covers: ranges.contains { range.contains($0) }
        case .overlaps: ranges.contains { range.overlaps($0) }
        case .equals: ranges.contains(range)
        }
    }
}
