internal import Catalog
internal import Expressions
internal import Inventory
internal import Networks
internal import Reachability

/// Runs compiled conditions over the slots of one resource at a time.
///
/// Invariants that make the unchecked accesses safe: operands were made by the planner and point into the program's
/// tables; slots are below the shape's number of slots; list words were written by the decoder together with the elements
/// they name. Instructions form a tree, so recursion is as deep as the condition is nested.
final class Kernel {
    private let program: Program
    private let instructions: UnsafeMutablePointer<Instruction>
    private let constants: UnsafeMutablePointer<Word>
    private let graph: InventoryGraph
    private let reach: ReachMemo
    private var peers: PeerAddresses { graph.peers }
    private let trafficHeads: UnsafeMutablePointer<TrafficHead>
    private var memos: [ObjectIdentifier: (traffic: TrafficMemo, addresses: AddressMemo, entries: EntryMemo)] = [:]
    private(set) var traffic: TrafficMemo
    private var segment: Segment?
    private var tables: ValueTables
    /// Nil when no condition follows a reference.
    private let references: ReferenceTable?
    /// The records in scope: the resource, then each enclosing element.
    private let levels: UnsafeMutablePointer<Level>
    private let place: UnsafeMutablePointer<Place>

    /// Where the kernel is, behind a pointer so that reading it costs no exclusivity check. The objects are kept alive by
    /// the properties above.
    private struct Place {
        var words: UnsafePointer<Word>
        var sharedWords: UnsafePointer<Word>
        var sharedRecords: UnsafePointer<UInt32>
        var now: Word
        var segment: Unmanaged<Segment>?
        var resource: ResourceRecord?
        var traffic: Unmanaged<TrafficMemo>
        var addresses: Unmanaged<AddressMemo>
        var entries: Unmanaged<EntryMemo>
    }

    private struct Level {
        var own: UnsafePointer<Word>
        /// Slots that are there; reading further gives absent.
        var slots: Int
        var shared: Int
        var element: Word
        /// Whether the element's parts lie with the values that entries share.
        var isShared = false
    }

    /// Conditions nest no deeper: an entry, lists in it, and room to spare.
    static let levelLimit = 16

    init(_ program: Program, graph: InventoryGraph) {
        self.program = program
        self.graph = graph
        references = program.follows.isEmpty ? nil : graph.references
        if program.usesFacts { graph.deriveFacts() }
        let peers = graph.peers
        reach = ReachMemo(program, graph.network)
        instructions = .allocate(capacity: max(1, program.instructions.count))
        _ = UnsafeMutableBufferPointer(start: instructions, count: program.instructions.count)
            .initialize(from: program.instructions)
        constants = .allocate(capacity: max(1, program.words.count))
        _ = UnsafeMutableBufferPointer(start: constants, count: program.words.count).initialize(from: program.words)
        tables = ValueTables()
        traffic = TrafficMemo(program: program, tables: tables, peers: peers)
        let addresses = AddressMemo(program: program, tables: tables, peers: peers)
        let entries = EntryMemo(program: program, tables: tables)
        memos[ObjectIdentifier(tables)] = (traffic, addresses, entries)
        trafficHeads = .allocate(capacity: max(1, program.trafficHeads.count))
        _ = UnsafeMutableBufferPointer(start: trafficHeads, count: program.trafficHeads.count)
            .initialize(from: program.trafficHeads)
        levels = .allocate(capacity: Self.levelLimit)
        levels.initialize(
            repeating: Level(own: constants, slots: 0, shared: 0, element: .absent), count: Self.levelLimit)
        place = .allocate(capacity: 1)
        place.initialize(
            to: Place(
                words: constants, sharedWords: tables.words, sharedRecords: tables.records, now: .absent, segment: nil,
                traffic: .passUnretained(traffic), addresses: .passUnretained(addresses),
                entries: .passUnretained(entries)))
    }

    deinit {
        instructions.deallocate()
        constants.deallocate()
        levels.deallocate()
        place.deallocate()
        trafficHeads.deallocate()
    }

    /// Turns to the resources of a segment. `now` is the time ages are measured from; nil: unknown.
    func enter(_ segment: Segment, now: Int64?) {
        place.pointee.now = now.map { Word($0) } ?? .absent
        turn(to: segment)
    }

    private func turn(to segment: Segment) {
        self.segment = segment
        place.pointee.segment = .passUnretained(segment)
        place.pointee.words = segment.words
        guard tables !== segment.tables else { return }
        tables = segment.tables
        let key = ObjectIdentifier(tables)
        let memo =
            memos[key] ?? (
                TrafficMemo(program: program, tables: tables, peers: peers),
                AddressMemo(program: program, tables: tables, peers: peers),
                EntryMemo(program: program, tables: tables)
            )
        memos[key] = memo
        traffic = memo.traffic
        place.pointee.sharedWords = tables.words
        place.pointee.sharedRecords = tables.records
        place.pointee.traffic = .passUnretained(memo.traffic)
        place.pointee.addresses = .passUnretained(memo.addresses)
        place.pointee.entries = .passUnretained(memo.entries)
    }

    /// Turns to one resource.
    @inline(__always)
    func enter(_ resource: ResourceRecord) {
        levels[0].own = place.pointee.words + Int(resource.slots)
        levels[0].slots = .max
        place.pointee.resource = resource
    }

    /// Turns to one entry of a list of records.
    @inline(__always)
    func enter(_ entry: Entry, level: Int = 1) {
        levels[level].own = entry.words + Entry.header
        levels[level].slots = entry.slots
        levels[level].shared = entry.shared
    }

    /// Turns to one element of a list of scalars.
    func enter(element: Word, level: Int, isShared: Bool = false) {
        levels[level].element = element
        levels[level].isShared = isShared
    }

    /// The resource's word in a slot.
    @inline(__always)
    func word(_ slot: Int) -> Word { levels[0].own[slot] }

    /// Whether the inventory holds the prefix list.
    func resolves(_ prefixList: String) -> Bool { peers.addresses(ofPrefixList: prefixList) != nil }

    // MARK: Truth values

    func truth(_ index: Int) -> Truth {
        let i = instructions[index]
        switch i.op {
        case .constant: return Truth(rawValue: UInt8(i.a))!
        case .and:
            let a = truth(Int(i.a))
            if a == .no { return .no }
            let b = truth(Int(i.b))
            return b == .no ? .no : a == .yes ? b : .unknown
        case .or:
            let a = truth(Int(i.a))
            if a == .yes { return .yes }
            let b = truth(Int(i.b))
            return b == .yes ? .yes : a == .no ? b : .unknown
        case .not: return truth(Int(i.a)).negated
        case .stated: return Truth(!value(Int(i.a)).isAbsent)
        case .choose:
            switch truth(Int(i.c)) {
            case .yes: return truth(Int(i.a))
            case .no: return truth(Int(i.b))
            case .unknown: return .unknown
            }
        case .general: return general(Int(i.a))
        case .follow: return followed(i)
        case .remembered:
            return place.pointee.entries._withUnsafeGuaranteedRef {
                $0.answer(Int(i.b), levels[Int(i.c)].shared) { truth(Int(i.a)) }
            }
        case .wordsEqual, .textsEqual, .intsCompare, .doublesCompare:
            return relation(i, value(Int(i.a)), value(Int(i.b)))
        default: break
        }
        let word = value(Int(i.a))
        guard word.isSet else {
            if word.isAbsent { return .unknown }
            return Self.truthOfNull(i.op)
        }
        switch i.op {
        case .has: return .yes
        case .wordEquals: return Truth(word == constants[Int(i.b)])
        case .intCompare: return Truth(Self.holds(i.c, word.int, constants[Int(i.b)].int))
        case .doubleCompare: return Truth(Self.holds(i.c, word.double, constants[Int(i.b)].double))
        case .wordIn: return Truth(program.wordLists[Int(i.b)].contains(word))
        case .textEquals, .startsWith, .endsWith, .contains, .containsIgnoringCase:
            return Truth(textTest(i.op, word, program.texts[Int(i.b)]))
        case .textIn: return Truth(program.textLists[Int(i.b)].contains { textTest(.textEquals, word, $0) })
        case .hasKeys: return hasKeys(word, program.textLists[Int(i.b)])
        case .some, .every, .none: return quantified(i, word)
        case .admits:
            let head = trafficHeads[Int(i.b)]
            return head.isAllowList
                ? place.pointee.traffic._withUnsafeGuaranteedRef {
                    $0.answer(allowList: Int(i.b), word, place.pointee.words, smallLimit: head.smallLimit)
                }
                : traffic.answer(firstMatch: Int(i.b), word, place.pointee.words)
        case .reaches: return reach.answer(Int(i.b), word)
        case .addressTest: return place.pointee.addresses._withUnsafeGuaranteedRef { $0.answer(Int(i.b), word) }
        case .matches:
            let pattern = program.patterns[Int(i.b)]
            return Truth(segment!.withText(word) { pattern.matches($0) })
        case .portTest:
            return Truth(program.portTests[Int(i.b)].holds(for: PortRange(low: word.lowPort, high: word.highPort)))
        default: return .unknown
        }
    }

    /// There is none: it equals no value, and a list that is not there has no elements.
    private static func truthOfNull(_ op: Opcode) -> Truth {
        switch op {
        case .every, .none: .yes
        default: .no
        }
    }

    private static func holds<T: Comparable>(_ order: Int32, _ a: T, _ b: T) -> Bool {
        switch Order(rawValue: order)! {
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        }
    }

    private func quantified(_ i: Instruction, _ list: Word) -> Truth {
        let access = ListAccess(packed: i.c)
        // `some` looks for a yes, `every` for a no, `none` for a yes; without one, an unknown leaves it open.
        let decisive: Truth = i.op == .every ? .no : .yes
        var isOpen = false
        let entries = EntryList(list, in: place.pointee.words)
        for index in 0..<list.listCount {
            if access.isRecord {
                enter(entries[index], level: access.level)
            } else {
                let at = list.listFirst + index
                levels[access.level].element = access.isShared ? place.pointee.sharedWords[at] : place.pointee.words[at]
                levels[access.level].isShared = access.isShared
            }
            let truth = truth(Int(i.b))
            if truth == decisive { return i.op == .some ? .yes : .no }
            if truth == .unknown { isOpen = true }
        }
        return isOpen ? .unknown : i.op == .some ? .no : .yes
    }

    /// Two values. Null is equal to null and has no order, whatever an unknown beside it may be.
    private func relation(_ i: Instruction, _ left: Word, _ right: Word) -> Truth {
        guard left.isSet, right.isSet else {
            let isEquality = i.op == .wordsEqual || i.op == .textsEqual
            if !isEquality, left.isNull || right.isNull { return .no }
            if left.isAbsent || right.isAbsent { return .unknown }
            return Truth(left.isNull && right.isNull)
        }
        switch i.op {
        case .wordsEqual: return Truth(left == right)
        case .textsEqual:
            return Truth(
                left.textCount == right.textCount
                    && segment!.withText(left) { a in segment!.withText(right) { b in a.elementsEqual(b) } })
        case .intsCompare: return Truth(Self.holds(i.c, left.int, right.int))
        default: return Truth(Self.holds(i.c, left.double, right.double))
        }
    }

    // MARK: References

    /// A condition on the resource that a reference names: the kernel turns to it, and back.
    private func followed(_ i: Instruction) -> Truth {
        let word = value(Int(i.a))
        let follow = program.follows[Int(i.c)]
        guard word.isSet, let from = segment, let references,
            let (target, resource) = references.find(type: follow.type, word, in: from)
        else { return word.isAbsent ? .unknown : general(follow.general) }
        let saved = (place: place.pointee, traffic: traffic, tables: tables)
        return withUnsafeTemporaryAllocation(of: Level.self, capacity: Self.levelLimit) { outer in
            _ = outer.update(fromContentsOf: UnsafeBufferPointer(start: levels, count: Self.levelLimit))
            turn(to: target)
            enter(resource)
            let truth = truth(Int(i.b))
            (segment, traffic, tables) = (from, saved.traffic, saved.tables)
            place.pointee = saved.place
            levels.update(from: outer.baseAddress!, count: Self.levelLimit)
            return truth
        }
    }

    // MARK: General expressions

    /// What the general evaluator says; an error leaves the condition open, as an unknown does.
    private func general(_ index: Int) -> Truth {
        switch generalOutcome(index) {
        case .success(.bool(let holds)): return Truth(holds)
        case .success(.null): return .no
        case .success, .failure: return .unknown
        }
    }

    /// The value of a general condition on the resource and the elements that the kernel has entered, or its error.
    /// `paths`: what messages call the resource and the elements, from the outside in.
    func generalOutcome(_ index: Int, paths: [String] = []) -> Result<Value, EvaluationError> {
        let condition = program.generals[index]
        return evaluate(condition.expression, elements: condition.elements, paths: paths)
    }

    /// The value of an expression of the rule; `elements`: the types of the elements around it, from the outside in.
    func evaluate(_ expression: Expression, elements: [FieldType], paths: [String] = []) -> Result<
        Value, EvaluationError
    > {
        guard let segment, let resource = place.pointee.resource else { return .success(.unknown(UnknownFields([]))) }
        let now = place.pointee.now
        let record = InventoryRecord(graph, segment, resource, path: "")
        let values = elements.enumerated().map { index, type -> Value in
            let level = levels[index + 1]
            let path = index + 1 < paths.count ? paths[index + 1] : "it"
            guard type.kind == .record else {
                return record.value(level.element, type, isShared: level.isShared, path: path)
            }
            return .record(
                InventoryRecord(
                    entry: level.own, slots: level.slots, shared: level.shared, shape: type.detail, path: path,
                    of: record))
        }
        var evaluator = Evaluator(
            RuleContext(graph, record, now: now.isSet ? now.int : nil), elements: values)
        do {
            return .success(try evaluator.value(of: expression))
        } catch {
            return .failure(error)
        }
    }

    // MARK: Facts

    /// The value of a fact of the resource that the kernel has entered; nil where it has none of that name.
    func fact(_ name: String) -> Value? {
        guard let segment, let resource = place.pointee.resource else { return nil }
        return InventoryRecord(graph, segment, resource, path: "").field(name)
    }

    /// The resource that the kernel has entered.
    var record: InventoryRecord? {
        guard let segment, let resource = place.pointee.resource else { return nil }
        return InventoryRecord(graph, segment, resource, path: "")
    }

    /// What a fact of the resource under judgement rests on.
    func clues(ofFact name: String) -> [Clue] { ofResource { graph.clues(ofFact: name, at: $0) } }

    /// The path of the traffic asked for to the resource under judgement.
    func clues(ofReach query: TrafficQuery) -> [Clue] {
        ofResource { place in
            graph.network.path(from: Origin(query), to: place, services: query.services)
                .map { graph.network.clues(of: $0) } ?? []
        }
    }

    /// What the inventory would have to say for a fact of the resource under judgement to be known.
    func missing(ofFact name: String) -> [String] { ofResource { graph.missing(ofFact: name, at: $0) } }

    private func ofResource<R>(_ body: (ReferenceTable.Place) -> [R]) -> [R] {
        guard let segment, let resource = place.pointee.resource else { return [] }
        return body(graph.place(of: resource, in: segment))
    }

    // MARK: Values

    func value(_ index: Int) -> Word {
        let i = instructions[index]
        switch i.op {
        case .ownField:
            let level = levels[Int(i.a)]
            return Int(i.b) < level.slots ? level.own[Int(i.b)] : .absent
        case .sharedField:
            return place.pointee.sharedWords[Int(place.pointee.sharedRecords[levels[Int(i.a)].shared]) + Int(i.b)]
        case .flagField:
            let level = levels[Int(i.a)]
            return FactBits.value(in: level.own[Int(i.b)].bits, at: Int(i.c)).map { Word($0) } ?? .absent
        case .element: return levels[Int(i.a)].element
        case .wordConstant: return constants[Int(i.a)]
        case .now: return place.pointee.now
        case .constant: return .absent
        case .addInts, .subtractInts, .multiplyInts, .divideInts, .remainderInts, .addDoubles, .subtractDoubles,
            .multiplyDoubles:
            let (left, right) = (value(Int(i.a)), value(Int(i.b)))
            if left.isSet, right.isSet { return Self.arithmetic(i.op, left, right) }
            return left.isNull || right.isNull ? .null : .absent
        default: break
        }
        let word = value(Int(i.a))
        guard word.isSet else { return word.isNull && i.op == .listSize ? Word(Int64(0)) : word }
        switch i.op {
        case .listSize: return Word(Int64(word.listCount))
        case .textSize: return Word(Int64(segment!.withText(word) { text in text.count { $0 & 0xC0 != 0x80 } }))
        case .portCount: return Word(Int64(word.highPort) - Int64(word.lowPort) + 1)
        case .age:
            let now = place.pointee.now
            return now.isSet ? Word(now.int - word.int) : .absent
        case .mapValue: return valueUnderKey(word, program.texts[Int(i.b)])
        case .peerKind: return Word(Int64(PeerWord.kind(word).rawValue))
        case .prefixLength: return prefixLength(word, isPeer: i.c == 1)
        case .isPublic:
            switch place.pointee.addresses._withUnsafeGuaranteedRef({ $0.isPublic(word, isPeer: i.c == 1) }) {
            case .no: return Word(false)
            case .yes: return Word(true)
            case .unknown: return .absent
            }
        default: return .absent
        }
    }

    /// Overflow and division by zero are errors: the value is unknown, and the general evaluator finds their words.
    private static func arithmetic(_ op: Opcode, _ left: Word, _ right: Word) -> Word {
        let (a, b) = (left.int, right.int)
        let result: (partialValue: Int64, overflow: Bool)
        switch op {
        case .addInts: result = a.addingReportingOverflow(b)
        case .subtractInts: result = a.subtractingReportingOverflow(b)
        case .multiplyInts: result = a.multipliedReportingOverflow(by: b)
        case .divideInts: result = a.dividedReportingOverflow(by: b)
        case .remainderInts: result = a.remainderReportingOverflow(dividingBy: b)
        case .addDoubles: return double(left.double + right.double)
        case .subtractDoubles: return double(left.double - right.double)
        default: return double(left.double * right.double)
        }
        let word = Word(result.partialValue)
        return result.overflow || !word.isSet ? .absent : word
    }

    /// Not a number compares with nothing, and no word stands for it.
    private static func double(_ value: Double) -> Word { value.isNaN ? .absent : Word(value) }

    // MARK: Text and maps

    private func textTest(_ op: Opcode, _ word: Word, _ needle: ContiguousArray<UInt8>) -> Bool {
        guard word.textCount >= needle.count else { return false }
        return segment!.withText(word) { text in
            switch op {
            case .textEquals: return text.count == needle.count && text.elementsEqual(needle)
            case .startsWith: return text.prefix(needle.count).elementsEqual(needle)
            case .endsWith: return text.suffix(needle.count).elementsEqual(needle)
            case .contains: return Self.contains(text, needle) { $0 }
            // ASCII letters only, so that lengths stay equal.
            default: return Self.contains(text, needle) { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            }
        }
    }

    private static func contains(
        _ text: UnsafeBufferPointer<UInt8>, _ needle: ContiguousArray<UInt8>, _ fold: (UInt8) -> UInt8
    ) -> Bool {
        guard text.count >= needle.count else { return false }
        for start in 0...(text.count - needle.count) {
            var at = 0
            while at < needle.count, fold(text[start + at]) == needle[at] { at += 1 }
            if at == needle.count { return true }
        }
        return false
    }

    private func valueUnderKey(_ map: Word, _ key: ContiguousArray<UInt8>) -> Word {
        for pair in 0..<map.listCount where textTest(.textEquals, place.pointee.words[map.listFirst + pair * 2], key) {
            return place.pointee.words[map.listFirst + pair * 2 + 1]
        }
        return .null
    }

    private func hasKeys(_ map: Word, _ keys: ContiguousArray<ContiguousArray<UInt8>>) -> Truth {
        Truth(
            keys.allSatisfy { key in
                (0..<map.listCount).contains { textTest(.textEquals, place.pointee.words[map.listFirst + $0 * 2], key) }
            })
    }

    // MARK: Addresses

    private func prefixLength(_ word: Word, isPeer: Bool) -> Word {
        if isPeer, PeerWord.kind(word) != .cidr { return .null }
        return Word(Int64(tables.cidrs[isPeer ? PeerWord.index(word) : Int(word.bits)].prefixLength))
    }
}
