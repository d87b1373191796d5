internal import Catalog
internal import Diagnostics
internal import Documents

/// Reads resources from YAML nodes into a segment's slots, field by field as the catalog says. Reports everything that is
/// wrong and carries on; a piece with errors is not used.
struct ResourceDecoder {
    private let catalog: Catalog
    private let tables: ValueTables
    private var scalars: ScalarDecoder
    private(set) var resources: ContiguousArray<ResourceRecord> = []
    private var words: ContiguousArray<Word> = []
    private var series = SeriesDecoder()
    private var asOf: Timestamp?
    /// Slots and list contents of the shared part being read.
    private var sharedContent: ContiguousArray<Word> = []
    private let names: [NameTable]
    private var defaults = CatalogDefaults()
    /// Per shape: the slots of a record that states nothing, defaults filled in.
    private var blanks: [RecordBlank]

    /// Per shape: what the hot path needs of each field, without the strings of `Field`.
    private let plans: [ContiguousArray<FieldPlan>]

    private struct FieldPlan: BitwiseCopyable {
        var type: FieldType
        var slot: Slot
        var isFact: Bool
    }

    init(catalog: Catalog, tables: ValueTables) {
        self.catalog = catalog
        self.tables = tables
        scalars = ScalarDecoder(catalog: catalog, tables: tables)
        plans = catalog.shapes.map { shape in
            ContiguousArray(shape.fields.map { FieldPlan(type: $0.type, slot: $0.slot, isFact: $0.isFact) })
        }
        names = catalog.shapes.map(\.names)
        var defaults = CatalogDefaults()
        blanks = catalog.shapes.map { RecordBlank($0, catalog, &defaults) }
        self.defaults = defaults
        scalars.pool = defaults.pool
    }

    var diagnostics: [Diagnostic] { scalars.diagnostics + series.diagnostics }

    /// The segment of what was read since the last call; the decoder is then empty and can read the next piece.
    mutating func finish(file: SourceFile, scope: Scope) -> Segment {
        let segment = Segment(
            file: file, scope: scope, tables: tables, resources: resources, words: words, pool: scalars.pool,
            series: series.take())
        removeAll()
        return segment
    }

    mutating func removeAll() {
        resources.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        scalars.pool.removeAll(keepingCapacity: true)
        scalars.pool.append(contentsOf: defaults.pool)
        scalars.diagnostics.removeAll()
        series.removeAll()
    }

    // MARK: Resources

    /// What the header says for resources that do not say it themselves.
    struct Surroundings {
        var scope = Scope()
        /// The header's text in the file; nil where it is not a slice of it.
        var accountWord: Word?
        var regionWord: Word?
    }

    /// Reads the value of a collection key: a list of resources.
    mutating func readCollection(
        _ node: NodeID, type typeIndex: Int, in document: Document, _ surroundings: Surroundings
    ) {
        if document.isNull(document[node]) { return }
        guard document[node].kind == .sequence else {
            let name = catalog.types[typeIndex].collection
            scalars.report(
                "`\(name)` is a list of resources", document.span(node), help: "begin each resource with `- `")
            return
        }
        for item in document.items(node) { readResource(item, type: typeIndex, in: document, surroundings) }
    }

    mutating func readResource(_ node: NodeID, type typeIndex: Int, in document: Document, _ surroundings: Surroundings)
    {
        let type = catalog.types[typeIndex]
        asOf = surroundings.scope.asOf
        guard document[node].kind == .mapping else {
            scalars.report("a resource of `\(type.collection)` is a mapping of its fields", document.span(node))
            return
        }
        let base = words.count
        words.append(contentsOf: blanks[type.shape].own)
        let errorsBefore = scalars.diagnostics.count
        readFields(of: node, shape: type.shape, base: base, in: document)
        let common = commonSlots[typeIndex]
        if words[base + common.account].isAbsent {
            words[base + common.account] = word(surroundings.accountWord, surroundings.scope.account)
        }
        if words[base + common.region].isAbsent {
            words[base + common.region] = word(surroundings.regionWord, surroundings.scope.region)
        }
        guard scalars.diagnostics.count == errorsBefore || words[base + common.id].isSet else { return }
        let record = document[node]
        resources.append(
            ResourceRecord(
                type: UInt16(typeIndex), start: record.start, end: record.end, slots: UInt32(truncatingIfNeeded: base),
                identity: identity(typeIndex, base, [common.account, common.region, common.id], document.file)))
    }

    private lazy var commonSlots: [(account: Int, region: Int, id: Int)] = catalog.types.map { type in
        func slot(_ name: String) -> Int {
            guard case .own(let slot)? = catalog.shapes[type.shape].field(name)?.slot else { return 0 }
            return slot
        }
        return (slot("account"), slot("region"), slot(catalog.shapes[type.shape].fields[type.idField].name))
    }

    private mutating func word(_ slice: Word?, _ text: String?) -> Word {
        if let slice { return slice }
        guard let text else { return .absent }
        let start = scalars.pool.count
        scalars.pool.append(contentsOf: text.utf8)
        return Word(textAt: start, count: text.utf8.count, inPool: true)
    }

    /// FNV-1a over the type and the texts that name a resource.
    private func identity(_ type: Int, _ base: Int, _ slots: [Int], _ file: SourceFile) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(type)
        for slot in slots {
            let word = words[base + slot]
            hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
            guard word.isSet else { continue }
            let range = word.textOffset..<word.textOffset + word.textCount
            if word.isInPool {
                for byte in scalars.pool[range] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            } else {
                for byte in file.bytes[range] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            }
        }
        return hash
    }

    // MARK: Fields

    private mutating func readFields(of node: NodeID, shape shapeIndex: Int, base: Int, in document: Document) {
        let mapping = document[node]
        let names = names[shapeIndex]
        var failed: [Int] = []
        for index in 0..<Int(mapping.count) {
            let (key, value) = document.pair(mapping, index)
            guard let field = document.withBytes(of: document[key], { names.index(of: $0) }) else {
                // A field that was meant by a misspelt name is not missing as well.
                if let meant = reportUnknown(key, shapeIndex, document) { failed.append(meant) }
                continue
            }
            if plans[shapeIndex][field].isFact {
                reportFact(field, of: shapeIndex, document.span(key))
            } else if !readField(field, of: shapeIndex, value, base, document) {
                failed.append(field)
            }
        }
        if blanks[shapeIndex].hasRequired { checkRequired(shapeIndex, base, document.span(node), except: failed) }
    }

    /// False after reporting an error.
    private mutating func readField(
        _ index: Int, of shapeIndex: Int, _ value: NodeID, _ base: Int, _ document: Document
    ) -> Bool {
        let type = plans[shapeIndex][index].type
        let slot = plans[shapeIndex][index].slot
        let place = FieldPlace(shape: shapeIndex, index: index)
        let word: Word?
        if document.isNull(document[value]), type.kind != .metrics {
            word = readNull(index, of: shapeIndex, value, base, document)
        } else if type.isList {
            word = readList(index, of: shapeIndex, type, value, slot, document)
        } else if type.kind == .record {
            word = readRecord(index, of: shapeIndex, type, value, base, document)
        } else if type.kind == .map {
            word = readMap(index, of: shapeIndex, value, document)
        } else if type.kind == .metrics {
            word = readMetrics(value, of: shapeIndex, document)
        } else if type.kind == .policy {
            word = Word(textAt: Int(document[value].start), count: Int(document[value].end - document[value].start))
        } else {
            word = scalars.word(of: value, in: document, type: type, field: place)
        }
        guard let word else { return false }
        switch slot {
        case .own(let slot): words[base + slot] = word
        // Facts are not read.
        case .flag, .derived: return false
        case .shared(let slot): sharedContent[slot] = word
        }
        return true
    }

    private func path(_ field: Int, _ shape: Int) -> String { scalars.name(FieldPlace(shape: shape, index: field)) }

    private mutating func readNull(_ index: Int, of shapeIndex: Int, _ value: NodeID, _ base: Int, _ document: Document)
        -> Word?
    {
        let field = catalog.shapes[shapeIndex].fields[index]
        if field.isRequired {
            scalars.report("`\(path(index, shapeIndex))` cannot be null", document.span(value))
            return nil
        }
        if field.type.kind == .record, !field.type.isList { fillNull(field.type.detail, base) }
        return .null
    }

    /// "There is no such record" says of each of its fields that there is none.
    private mutating func fillNull(_ shapeIndex: Int, _ base: Int) {
        for field in catalog.shapes[shapeIndex].fields {
            guard case .own(let slot) = field.slot else { continue }
            words[base + slot] = .null
            if field.type.kind == .record, !field.type.isList { fillNull(field.type.detail, base) }
        }
    }

    private mutating func readRecord(
        _ index: Int, of shapeIndex: Int, _ type: FieldType, _ value: NodeID, _ base: Int, _ document: Document
    ) -> Word? {
        guard document[value].kind == .mapping else {
            scalars.report(
                "`\(path(index, shapeIndex))` is a mapping", document.span(value), help: fieldsHelp(type.detail))
            return nil
        }
        for field in catalog.shapes[type.detail].fields {
            guard case .own(let slot) = field.slot, let word = defaults.word(for: field, catalog) else {
                continue
            }
            words[base + slot] = word
        }
        readFields(of: value, shape: type.detail, base: base, in: document)
        return Word(bits: UInt64(1))
    }

    private mutating func readMap(_ index: Int, of shapeIndex: Int, _ value: NodeID, _ document: Document) -> Word? {
        let node = document[value]
        guard node.kind == .mapping else {
            scalars.report(
                "`\(path(index, shapeIndex))` is a mapping of names to text", document.span(value),
                help: "write {Name: value}")
            return nil
        }
        guard Int(node.count) <= Word.listLimit else {
            scalars.report(
                "a mapping of \(node.count) pairs is longer than the limit of \(Word.listLimit)", document.span(value))
            return nil
        }
        let text = FieldType(.string)
        let place = FieldPlace(shape: shapeIndex, index: index)
        let first = words.count
        words.append(contentsOf: repeatElement(Word.absent, count: Int(node.count) * 2))
        for pair in 0..<Int(node.count) {
            let (key, value) = document.pair(node, pair)
            words[first + pair * 2] = scalars.word(of: key, in: document, type: text, field: place) ?? .absent
            words[first + pair * 2 + 1] =
                document.isNull(document[value])
                ? .null : scalars.word(of: value, in: document, type: text, field: place) ?? .absent
        }
        return Word(listAt: first, count: Int(node.count))
    }

    // MARK: Metrics

    private mutating func readMetrics(_ value: NodeID, of shape: Int, _ document: Document) -> Word? {
        let owner = SeriesDecoder.Owner(
            typeName: catalog.shapes[shape].name, metrics: catalog.types.first { $0.shape == shape }?.metrics,
            asOf: asOf)
        // Names are texts like others; those with escapes lie in the pool.
        let names = document.pairs(value).map { key, _ in
            scalars.word(of: key, in: document, type: FieldType(.string), field: FieldPlace(shape: shape, index: 0))
        }
        return series.readAll(value, of: owner, names: names, in: document)
    }

    // MARK: Lists

    private mutating func readList(
        _ index: Int, of shapeIndex: Int, _ type: FieldType, _ value: NodeID, _ slot: Slot, _ document: Document
    ) -> Word? {
        // A single value stands for a list of one.
        let isList = document[value].kind == .sequence
        let count = isList ? Int(document[value].count) : 1
        guard count <= Word.listLimit else {
            scalars.report(
                "a list of \(count) elements is longer than the limit of \(Word.listLimit)", document.span(value))
            return nil
        }
        if type.kind == .record { return readEntries(index, of: shapeIndex, type, value, count, document) }
        func item(_ at: Int) -> NodeID { isList ? document.children[Int(document[value].first) + at] : value }
        let element = type.element
        let place = FieldPlace(shape: shapeIndex, index: index)
        if case .shared = slot {
            let first = sharedContent.count
            for at in 0..<count {
                let word = scalars.word(of: item(at), in: document, type: element, field: place)
                sharedContent.append(word ?? Word.absent)
            }
            return Word(listAt: first, count: count)
        }
        let first = words.count
        for at in 0..<count {
            if document.isNull(document[item(at)]) {
                scalars.report("an element of `\(path(index, shapeIndex))` cannot be null", document.span(item(at)))
                continue
            }
            words.append(scalars.word(of: item(at), in: document, type: element, field: place) ?? Word.absent)
        }
        return Word(listAt: first, count: count)
    }

    private mutating func readEntries(
        _ index: Int, of shapeIndex: Int, _ type: FieldType, _ value: NodeID, _ count: Int, _ document: Document
    ) -> Word? {
        let isList = document[value].kind == .sequence
        guard isList || document[value].kind == .mapping else {
            scalars.report(
                "`\(path(index, shapeIndex))` is a list of mappings", document.span(value),
                help: fieldsHelp(type.detail))
            return nil
        }
        let slots = blanks[type.detail].own.count
        let stride = Entry.header + slots
        let first = words.count
        words.append(contentsOf: repeatElement(Word.absent, count: count * stride))
        for at in 0..<count {
            let item = isList ? document.children[Int(document[value].first) + at] : value
            readEntry(
                item, shape: type.detail, base: first + at * stride, FieldPlace(shape: shapeIndex, index: index),
                document)
        }
        let kept = trimEntries(first, count, slots)
        return Word(listAt: first, count: count, entrySlots: kept)
    }

    /// Drops the slots at the end that no entry uses (entries seldom say more than a description); returns how many are
    /// kept. Entries with lists of their own stay as they are, since those lie behind them.
    private mutating func trimEntries(_ first: Int, _ count: Int, _ slots: Int) -> Int {
        let stride = Entry.header + slots
        guard words.count == first + count * stride else { return slots }
        var kept = 0
        for entry in 0..<count {
            let own = first + entry * stride + Entry.header
            for slot in kept..<slots where !words[own + slot].isAbsent { kept = slot + 1 }
        }
        if kept == slots { return slots }
        let shorter = Entry.header + kept
        for entry in 1..<max(count, 1) {
            for offset in 0..<shorter {
                words[first + entry * shorter + offset] = words[first + entry * stride + offset]
            }
        }
        words.removeLast(count * (slots - kept))
        return kept
    }

    private mutating func readEntry(
        _ item: NodeID, shape: Int, base: Int, _ list: FieldPlace, _ document: Document
    ) {
        let node = document[item]
        guard node.kind == .mapping else {
            scalars.report(
                "an entry of `\(scalars.name(list))` is a mapping", document.span(item), help: fieldsHelp(shape))
            return
        }
        let own = base + Entry.header
        for offset in 0..<blanks[shape].own.count { words[own + offset] = blanks[shape].own[offset] }
        sharedContent.removeAll(keepingCapacity: true)
        sharedContent.append(contentsOf: blanks[shape].shared)
        readFields(of: item, shape: shape, base: own, in: document)
        var shared = 0
        if !blanks[shape].shared.isEmpty {
            orderSharedLists(blanks[shape].sharedIsList)
            shared = tables.internRecord(
                sharedContent, slotCount: blanks[shape].shared.count, isList: blanks[shape].sharedIsList)
        }
        words[base] = Entry.head(shared: shared, sourceCount: Int(node.end - node.start))
        words[base + 1] = Word(bits: UInt64(node.start))
    }

    /// Brings the lists of the shared part into the order of their slots, so that entries that name their fields in another
    /// order are equal.
    private mutating func orderSharedLists(_ isList: [Bool]) {
        var last = 0
        var isOrdered = true
        for slot in isList.indices where isList[slot] && sharedContent[slot].isSet {
            if sharedContent[slot].listFirst < last { isOrdered = false }
            last = sharedContent[slot].listFirst
        }
        if isOrdered { return }
        var ordered = ContiguousArray(sharedContent[..<isList.count])
        for slot in isList.indices where isList[slot] && sharedContent[slot].isSet {
            let (first, count) = (sharedContent[slot].listFirst, sharedContent[slot].listCount)
            ordered[slot] = Word(listAt: ordered.count, count: count)
            ordered.append(contentsOf: sharedContent[first..<first + count])
        }
        sharedContent = ordered
    }

    // MARK: Absent fields

    private mutating func checkRequired(_ shapeIndex: Int, _ base: Int, _ span: SourceSpan, except failed: [Int]) {
        for (index, field) in catalog.shapes[shapeIndex].fields.enumerated()
        where field.isRequired && !failed.contains(index) {
            let word =
                switch field.slot {
                case .own(let slot): words[base + slot]
                case .flag, .derived: Word.absent
                case .shared(let slot): sharedContent[slot]
                }
            guard word.isAbsent else { continue }
            var head = span
            head.end = min(span.end, span.start + 1)
            scalars.report("`\(path(index, shapeIndex))` is missing", head, help: field.meaning)
        }
    }

    private mutating func reportFact(_ field: Int, of shapeIndex: Int, _ span: SourceSpan) {
        scalars.report(
            "`\(path(field, shapeIndex))` is derived from the rest of the inventory and cannot be stated", span,
            help: "remove it")
    }

    /// Returns the field that was probably meant.
    private mutating func reportUnknown(_ key: NodeID, _ shapeIndex: Int, _ document: Document) -> Int? {
        let shape = catalog.shapes[shapeIndex]
        let text = document.text(key)
        let names = shape.fields.filter { !$0.isFact }.map(\.name)
        scalars.report(
            "`\(shape.name)` has no field `\(text)`", document.span(key),
            help: Suggestion.help(for: text, among: names))
        return Suggestion.nearest(to: text, among: names).flatMap { shape.index(of: $0) }
    }

    private func fieldsHelp(_ shape: Int) -> String {
        let names = catalog.shapes[shape].fields.filter { !$0.isFact }.map(\.name)
        return "its fields are \(names.joined(separator: ", "))"
    }
}
