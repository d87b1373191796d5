internal import Catalog
internal import Diagnostics
internal import Expressions
internal import Inventory
internal import Networks
internal import Reachability

/// A value that decided a condition.
struct Cause {
    /// From the resource: `ingress[1]`, `metadata_options.http_tokens`.
    var path: String
    /// Source of the entry that is the cause, or that holds it: what need not be looked for.
    var source: Range<Int>?
    /// The value, for a part of an entry; nil for a whole one, whose source says it.
    var value: String?
    /// Where it stands, for what is outside the resource.
    var span: SourceSpan?
}

extension Cause {
    init(_ clue: Clue) { self.init(path: clue.path, value: clue.text, span: clue.span) }
}

/// Says why a condition came out as it did: runs it once more, and keeps the operands that decided.
struct Explainer {
    private let program: Program
    private let kernel: Kernel
    private let words: UnsafePointer<Word>
    private let tables: ValueTables
    private let values: ValueText
    /// Path of the record at each level, from the resource.
    private var prefixes: [String]
    /// Source of the record at each level.
    private var sources: [Range<Int>?]
    private(set) var causes: [Cause] = []
    private(set) var missing: [String] = []
    private let isGraded: Bool

    /// The kernel must have entered the resource (and the entry called `entry`, when there is one).
    init(
        _ program: Program, _ kernel: Kernel, _ segment: Segment, _ values: ValueText,
        entry: (path: String, source: Range<Int>)?, isGraded: Bool = false
    ) {
        self.isGraded = isGraded
        (self.program, self.kernel, self.values) = (program, kernel, values)
        words = segment.words
        tables = segment.tables
        prefixes = ["", entry?.path ?? ""]
        sources = [nil, entry?.source]
    }

    // MARK: Causes

    /// Collects what made the condition at `index` true or false.
    mutating func explain(_ index: Int) {
        let i = program.instructions[index]
        switch i.op {
        case .constant: break
        case .not, .remembered: explain(Int(i.a))
        case .and, .or:
            // A single operand decides a false `and` and a true `or`; otherwise both count.
            let result = kernel.truth(index)
            let decisive: Truth = i.op == .and ? .no : .yes
            for operand in [Int(i.a), Int(i.b)] {
                if result != decisive || kernel.truth(operand) == decisive { explain(operand) }
            }
        case .some, .every, .none: explainElements(i, index)
        case .admits: explainTraffic(i, index)
        case .reaches: explainReach(i)
        case .choose:
            explain(Int(i.c))
            explain(kernel.truth(Int(i.c)) == .yes ? Int(i.a) : Int(i.b))
        case .general: explainGeneral(program.generals[Int(i.a)].expression)
        case .follow: addFields(ofValue: Int(i.a))
        default: addFields(ofTest: i)
        }
    }

    /// The fields that the operands of a test are computed from.
    private mutating func addFields(ofTest i: Instruction) {
        for value in i.op.values(i) { addFields(ofValue: value) }
    }

    private mutating func addFields(ofValue value: Int) {
        let i = program.instructions[value]
        switch i.op {
        case .constant, .wordConstant, .now: break
        case .ownField, .sharedField, .flagField, .element: add(fieldOf: value)
        default: for operand in i.op.values(i) { addFields(ofValue: operand) }
        }
    }

    /// The fields that an expression reads of the resource and of the elements around it.
    private mutating func explainGeneral(_ expression: Expression, depth: Int = 0) {
        if let (level, path) = fieldPath(expression, depth: depth) {
            let prefix = level < prefixes.count ? prefixes[level] : ""
            let whole = prefix.isEmpty ? path : path.isEmpty ? prefix : "\(prefix).\(path)"
            if level == 0, isFact(expression), case let clues = kernel.clues(ofFact: path), !clues.isEmpty {
                for clue in clues { add(Cause(clue)) }
                return
            }
            if !whole.isEmpty { add(Cause(path: whole, source: level < sources.count ? sources[level] : nil)) }
            return
        }
        switch expression.kind {
        case .quantifier(_, let over, let body), .bind(let over, let body), .optionalMap(let over, let body, _):
            explainGeneral(over, depth: depth)
            explainGeneral(body, depth: depth + 1)
        case .comprehension(let macro):
            explainGeneral(macro.over, depth: depth)
            for part in [macro.predicate, macro.transform] {
                if let part { explainGeneral(part, depth: depth + 1) }
            }
        default: for part in expression.parts { explainGeneral(part, depth: depth) }
        }
    }

    /// Whether an expression is a fact of the resource.
    private func isFact(_ expression: Expression) -> Bool {
        guard case .field(let record, let name) = expression.kind, case .resource = record.kind,
            case .record(let shape) = record.type
        else { return false }
        return program.catalog.shape(named: shape)?.field(name)?.isFact ?? false
    }

    /// The level of the record that a chain of fields begins at, and their names; nil for what is no such chain. `depth`:
    /// binders of the expression itself around it.
    private func fieldPath(_ expression: Expression, depth: Int) -> (level: Int, path: String)? {
        switch expression.kind {
        case .resource: return (0, "")
        case .element(let levelsUp):
            let level = prefixes.count - 1 - (levelsUp - depth)
            return levelsUp >= depth && level > 0 ? (level, "") : nil
        case .field(let record, let name):
            guard case .record = record.type, let outer = fieldPath(record, depth: depth) else { return nil }
            return (outer.level, outer.path.isEmpty ? name : "\(outer.path).\(name)")
        default: return nil
        }
    }

    private mutating func explainElements(_ i: Instruction, _ index: Int) {
        let list = kernel.value(Int(i.a))
        let result = kernel.truth(index)
        // The elements that decide: those that hold for `some` and `none`, those that fail for `every`.
        let decisive: Truth = i.op == .every ? .no : .yes
        let isDecided = result == (i.op == .some ? .yes : .no)
        guard list.isSet, isDecided else { return add(fieldOf: Int(i.a)) }
        forEachElement(i, list) { explainer, cause, truth in
            if truth == decisive { explainer.add(cause) }
        }
    }

    private mutating func explainTraffic(_ i: Instruction, _ index: Int) {
        let list = kernel.value(Int(i.a))
        guard list.isSet, kernel.truth(index) == .yes else { return add(fieldOf: Int(i.a)) }
        for entry in kernel.traffic.contributors(Int(i.b), list, words) {
            add(Cause(path: "\(path(of: Int(i.a)))[\(entry)]", source: EntryList(list, in: words)[entry].source))
        }
    }

    private mutating func forEachElement(
        _ i: Instruction, _ list: Word, _ body: (inout Explainer, Cause, Truth) -> Void
    ) {
        let access = ListAccess(packed: i.c)
        let listPath = path(of: Int(i.a))
        let outer = sources[fieldLevel(Int(i.a))]
        let elementType = program.fieldTypes[field(Int(i.a))]?.element
        while prefixes.count <= access.level {
            prefixes.append("")
            sources.append(nil)
        }
        for element in 0..<list.listCount {
            var cause = Cause(path: "\(listPath)[\(element)]", source: outer)
            if access.isRecord {
                let entry = EntryList(list, in: words)[element]
                kernel.enter(entry, level: access.level)
                cause.source = entry.source
            } else {
                let at = list.listFirst + element
                let word = access.isShared ? tables.words[at] : words[at]
                kernel.enter(element: word, level: access.level)
                if outer != nil, let elementType { cause.value = values.text(word, elementType) }
            }
            prefixes[access.level] = cause.path
            sources[access.level] = cause.source
            let truth = kernel.truth(Int(i.b))
            body(&self, cause, truth)
        }
    }

    /// The path that traffic takes, or what stops it; findings that are graded tell it by themselves.
    private mutating func explainReach(_ i: Instruction) {
        guard !isGraded else { return }
        for clue in kernel.clues(ofReach: program.reachTests[Int(i.b)]) { add(Cause(clue)) }
    }

    private mutating func add(fieldOf value: Int) {
        let path = path(of: value)
        if path.isEmpty { return }
        let field = field(value)
        if fieldLevel(field) == 0, let fact = fact(field) {
            for clue in kernel.clues(ofFact: fact) { add(Cause(clue)) }
            return
        }
        guard let source = sources[fieldLevel(field)], let type = program.fieldTypes[field] else {
            return add(Cause(path: path))
        }
        let isShared = program.instructions[field].op == .sharedField
        add(Cause(path: path, source: source, value: values.text(kernel.value(field), type, isShared: isShared)))
    }

    private mutating func add(_ cause: Cause) {
        if !causes.contains(where: { $0.path == cause.path }) { causes.append(cause) }
    }

    // MARK: Missing

    /// Collects the fields whose absence left the condition at `index` unknown.
    mutating func findMissing(_ index: Int) {
        guard kernel.truth(index) == .unknown else { return }
        let i = program.instructions[index]
        switch i.op {
        case .and, .or:
            findMissing(Int(i.a))
            findMissing(Int(i.b))
        case .not, .remembered: findMissing(Int(i.a))
        case .constant: break
        case .some, .every, .none:
            let list = kernel.value(Int(i.a))
            guard list.isSet else { return addMissing(path(of: Int(i.a))) }
            forEachElement(i, list) { explainer, _, truth in
                if truth == .unknown { explainer.findMissing(Int(i.b)) }
            }
        case .admits: findMissingTraffic(i)
        case .reaches: findMissingValue(Int(i.a))
        case .choose:
            findMissing(Int(i.c))
            switch kernel.truth(Int(i.c)) {
            case .yes: findMissing(Int(i.a))
            case .no: findMissing(Int(i.b))
            case .unknown: break
            }
        case .follow: findMissing(general: program.follows[Int(i.c)].general)
        case .general: findMissing(general: Int(i.a))
        default: for value in i.op.values(i) { findMissingValue(value) }
        }
    }

    private mutating func findMissing(general index: Int) {
        if case .success(.unknown(let fields)) = kernel.generalOutcome(index, paths: prefixes) {
            fields.paths.forEach { addMissing($0) }
        }
    }

    private mutating func findMissingValue(_ value: Int) {
        let i = program.instructions[value]
        switch i.op {
        case .ownField, .sharedField, .flagField, .element:
            let word = kernel.value(value)
            if let fact = fact(value) {
                kernel.missing(ofFact: fact).forEach { addMissing($0) }
            } else if word.isSet, let name = unresolvedName(word) {
                addMissing("prefix_lists.\(name)")
            } else {
                addMissing(path(of: value))
            }
        case .now: if !kernel.value(value).isSet { addMissing("as_of") }
        case .age:
            if kernel.value(Int(i.a)).isSet { addMissing("as_of") } else { findMissingValue(Int(i.a)) }
        case .constant, .wordConstant: break
        default: for operand in i.op.values(i) where !kernel.value(operand).isSet { findMissingValue(operand) }
        }
    }

    private mutating func findMissingTraffic(_ i: Instruction) {
        let list = kernel.value(Int(i.a))
        guard list.isSet else { return addMissing(path(of: Int(i.a))) }
        let test = program.trafficTests[Int(i.b)]
        guard let layout = program.trafficLayouts[test.shape] else { return }
        for entry in 0..<list.listCount {
            let record = EntryList(list, in: words)[entry].shared
            guard kernel.traffic.entryClass(Int(i.b), record) == .undecided else { continue }
            for field in layout.unstated(record, tables) { addMissing("\(path(of: Int(i.a)))[\(entry)].\(field)") }
            for name in layout.prefixListNames(record, tables) where !kernel.resolves(name) {
                addMissing("prefix_lists.\(name)")
            }
            for name in layout.groupNames(record, tables) where !test.query.isInternet {
                addMissing("members of \(name)")
            }
        }
    }

    private func unresolvedName(_ word: Word) -> String? {
        guard PeerWord.kind(word) == .prefixList, PeerWord.index(word) < tables.symbols.count else { return nil }
        return tables.symbols[PeerWord.index(word)]
    }

    /// The name of the fact that an instruction reads of the resource under judgement.
    private func fact(_ value: Int) -> String? {
        guard prefixes[0].isEmpty, [.ownField, .flagField].contains(program.instructions[value].op),
            program.instructions[value].a == 0,
            let path = program.paths[value], program.factNames.contains(path)
        else { return nil }
        return path
    }

    private mutating func addMissing(_ path: String) {
        if !path.isEmpty, !missing.contains(path) { missing.append(path) }
    }

    // MARK: Paths

    /// Path of the field that a value is computed from.
    private func path(of value: Int) -> String {
        let i = program.instructions[value]
        switch i.op {
        case .ownField, .sharedField, .flagField:
            let prefix = prefixes[Int(i.a)]
            let field = program.paths[value] ?? ""
            return prefix.isEmpty ? field : prefix + "." + field
        case .element: return prefixes[Int(i.a)]
        case .constant, .wordConstant, .now: return ""
        default: return path(of: Int(i.a))
        }
    }

    private func fieldLevel(_ value: Int) -> Int {
        let field = program.instructions[field(value)]
        return [.constant, .wordConstant, .now].contains(field.op) ? 0 : Int(field.a)
    }

    /// The instruction that reads the field (or element) from which a value is computed.
    private func field(_ value: Int) -> Int {
        let i = program.instructions[value]
        switch i.op {
        case .ownField, .sharedField, .flagField, .element, .constant, .wordConstant, .now: return value
        default: return field(Int(i.a))
        }
    }
}
