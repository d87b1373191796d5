internal import Catalog
internal import Expressions
internal import Inventory
internal import Networks
internal import Rules

/// Compiles checked rules: names become slots, constants become words, once and before the first resource is judged.
struct Planner {
    private let program: Program
    /// Whether conditions are planned for the kernel; if not, the general evaluator decides each of them as a whole.
    private let usesKernel: Bool
    private var catalog: Catalog { program.catalog }

    static func plan(_ rules: [Rule], catalog: Catalog, usesKernel: Bool = true) -> Program {
        var planner = Planner(program: Program(rules: rules, catalog: catalog), usesKernel: usesKernel)
        for (index, rule) in rules.enumerated() { planner.add(rule, index) }
        return planner.program
    }

    private mutating func add(_ rule: Rule, _ index: Int) {
        let shapeIndex = catalog.types[rule.resourceType].shape
        let resource = Scope(levels: [shapeIndex])
        var compiled = CompiledRule(rule: index, when: -1, flags: rule.flags, condition: -1, lists: [])
        if let when = rule.when { compiled.when = truth(when, resource) }
        if rule.forEach.isEmpty {
            compiled.condition = truth(rule.conditions[0], resource)
        }
        for (name, condition) in zip(rule.forEach, rule.conditions) {
            guard let field = catalog.shapes[shapeIndex].index(of: name),
                case .own(let slot) = catalog.shapes[shapeIndex].fields[field].slot
            else { continue }
            let entryShape = catalog.shapes[shapeIndex].fields[field].type.detail
            compiled.lists.append(
                CompiledRule.EntryCondition(
                    field: field, slot: slot,
                    condition: entryTruth(
                        condition,
                        Scope(
                            levels: [shapeIndex, entryShape],
                            elements: [FieldType(.record, detail: entryShape)]))))
        }
        program.rulesByType[rule.resourceType].append(compiled)
    }

    /// What is around an expression.
    private struct Scope {
        /// Shape of the resource, then of each enclosing element; -1 for scalar elements.
        var levels: [Int]
        /// Types of those elements, without the resource.
        var elements: [FieldType] = []
        var innermost: Int { levels.count - 1 }
    }

    private func emit(_ op: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int32 = 0) -> Int {
        program.instructions.append(Instruction(op: op, a: Int32(a), b: Int32(b), c: c))
        return program.instructions.count - 1
    }

    // MARK: Truth values

    /// The instruction that decides a condition: the kernel's own where it has one, else the general evaluator.
    private mutating func truth(_ expression: Expression, _ scope: Scope) -> Int {
        let known = usesKernel ? planned(expression, scope) ?? followed(expression, scope) : nil
        let index = known ?? general(expression, scope)
        program.truthSpans[index] = expression.span
        return index
    }

    private func general(_ expression: Expression, _ scope: Scope) -> Int {
        program.generals.append(GeneralCondition(expression: expression, elements: scope.elements))
        return emit(.general, program.generals.count - 1)
    }

    // MARK: References

    /// A condition that reads nothing but one resource that a reference names is planned as a condition on that; it may
    /// follow further references from there.
    private mutating func followed(_ expression: Expression, _ scope: Scope) -> Int? {
        var reference: Expression?
        guard readsOnlyBehind(&reference, expression, depth: 0), let reference,
            case .followed(let operand, let typeName) = reference.kind,
            let type = catalog.typeNames.index(of: typeName), let value = value(operand, scope)
        else { return nil }
        let target = Scope(levels: [catalog.types[type].shape])
        guard
            let body = planned(expression.replacing(reference), target)
                ?? followed(expression.replacing(reference), target)
        else { return nil }
        program.generals.append(GeneralCondition(expression: expression, elements: scope.elements))
        program.follows.append(Follow(type: type, general: program.generals.count - 1))
        return emit(.follow, value, body, Int32(program.follows.count - 1))
    }

    /// Whether the expression reads records only behind one reference, the same in all places; it is told.
    private func readsOnlyBehind(_ reference: inout Expression?, _ expression: Expression, depth: Int) -> Bool {
        switch expression.kind {
        case .followed(let operand, _) where !operand.hasFollowed:
            // Seen from within a macro the names around it count one binder more.
            guard depth == 0 || !operand.readsElements else { return false }
            if let reference { return reference.isSamePath(as: expression) }
            reference = expression
            return true
        case .resource, .variable, .failure: return false
        case .element(let levelsUp), .key(let levelsUp): return levelsUp < depth
        case .quantifier(_, let over, let body):
            return readsOnlyBehind(&reference, over, depth: depth)
                && readsOnlyBehind(&reference, body, depth: depth + 1)
        case .comprehension, .bind, .optionalMap: return false
        default:
            for part in expression.parts where !readsOnlyBehind(&reference, part, depth: depth) { return false }
            return true
        }
    }

    // MARK: Conditions on entries

    /// A condition on the innermost entry, remembered where it is worth it and reads only what equal entries share.
    private mutating func entryTruth(_ expression: Expression, _ scope: Scope) -> Int {
        let index = truth(expression, scope)
        var weight = 0
        guard usesKernel, readsOnlyShared(expression, scope, depth: 0, &weight), weight > 2 else { return index }
        program.memoCount += 1
        let remembered = emit(.remembered, index, program.memoCount - 1, Int32(scope.innermost))
        program.truthSpans[remembered] = expression.span
        return remembered
    }

    /// Whether the expression reads nothing but shared fields of the element `depth` binders outwards; `weight` counts
    /// its parts.
    private func readsOnlyShared(_ expression: Expression, _ scope: Scope, depth: Int, _ weight: inout Int) -> Bool {
        weight += 1
        switch expression.kind {
        case .literal, .parameter: return true
        case .field(let record, let name):
            guard case .element(let levelsUp) = record.kind else {
                return readsOnlyShared(record, scope, depth: depth, &weight)
            }
            // Fields of elements within the expression were read through a shared one.
            if levelsUp < depth { return true }
            guard levelsUp == depth, let field = catalog.shapes[scope.levels[scope.innermost]].field(name),
                case .shared = field.slot
            else { return false }
            return true
        case .element(let levelsUp), .key(let levelsUp): return levelsUp < depth
        case .call(let function, let arguments):
            guard function != .age, function != .admits else { return false }
            return arguments.allSatisfy { readsOnlyShared($0, scope, depth: depth, &weight) }
        case .conditional(let condition, let yes, let no):
            return [condition, yes, no].allSatisfy { readsOnlyShared($0, scope, depth: depth, &weight) }
        case .quantifier(_, let over, let body):
            return readsOnlyShared(over, scope, depth: depth, &weight)
                && readsOnlyShared(body, scope, depth: depth + 1, &weight)
        default: return false
        }
    }

    // MARK: Conditions

    private mutating func planned(_ expression: Expression, _ scope: Scope) -> Int? {
        switch expression.kind {
        case .literal(.bool(let value)), .parameter(_, .bool(let value)): return emit(.constant, value ? 1 : 0)
        case .call(let function, let arguments): return call(function, arguments, scope)
        case .quantifier(let quantifier, let over, let body): return quantified(quantifier, over, body, scope)
        case .conditional(let condition, let yes, let no):
            let test = truth(condition, scope)
            return emit(.choose, truth(yes, scope), truth(no, scope), Int32(test))
        case .field, .element:
            // A bool field by itself.
            guard expression.type == .bool, let value = value(expression, scope) else { return nil }
            return emit(.wordEquals, value, constant(Word(true)))
        default: return nil
        }
    }

    private mutating func call(_ function: Function, _ arguments: [Expression], _ scope: Scope) -> Int? {
        switch function {
        case .and, .or: return connective(function == .and ? .and : .or, arguments[...], scope)
        case .not: return emit(.not, truth(arguments[0], scope))
        case .admits: return admits(arguments, scope)
        default: break
        }
        guard let operand = value(arguments[0], scope) else { return nil }
        switch function {
        case .has: return emit(.has, operand)
        case .stated: return emit(.stated, operand)
        case .isPublic, .valueAt:
            guard let value = valueCall(function, arguments, scope) else { return nil }
            return function == .isPublic ? emit(.wordEquals, value, constant(Word(true))) : nil
        default: break
        }
        guard arguments.count == 2 else { return nil }
        guard let constant = arguments[1].constant else { return relation(function, arguments, operand, scope) }
        switch function {
        case .equals: return equals(arguments[0], operand, constant)
        case .isIn: return member(arguments[0], operand, Self.elements(constant))
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return compare(function, arguments[0], operand, constant)
        case .startsWith, .endsWith, .contains, .containsIgnoringCase:
            guard Self.isText(arguments[0].type) else { return nil }
            return text(function, operand, constant)
        case .matches:
            guard Self.isText(arguments[0].type), case .string(let text) = constant, let pattern = try? Pattern(text)
            else { return nil }
            program.patterns.append(pattern)
            return emit(.matches, operand, program.patterns.count - 1)
        case .hasKeys:
            guard arguments[0].type == .textMap else { return nil }
            return emit(.hasKeys, operand, textList(Self.elements(constant)))
        case .within: return relation(.within, .within, arguments[0], operand, constant)
        case .covers: return relation(.covers, .covers, arguments[0], operand, constant)
        case .overlaps: return relation(.overlaps, .overlaps, arguments[0], operand, constant)
        default: return nil
        }
    }

    /// Many operands become a balanced tree, so that the kernel's recursion stays shallow.
    private mutating func connective(_ op: Opcode, _ operands: ArraySlice<Expression>, _ scope: Scope) -> Int {
        if operands.count == 1 { return truth(operands[operands.startIndex], scope) }
        let middle = operands.startIndex + (operands.count + 1) / 2
        let a = connective(op, operands[..<middle], scope)
        let b = connective(op, operands[middle...], scope)
        return emit(op, a, b)
    }

    // MARK: Comparisons

    private static func isText(_ type: ValueType) -> Bool {
        switch type {
        case .string, .reference, .policy: true
        default: false
        }
    }

    /// Whether values of the type are equal where their words are.
    private static func isWord(_ type: ValueType) -> Bool {
        switch type {
        case .bool, .int, .timestamp, .duration, .byteSize, .usd, .protocol, .portRange, .enumeration, .double: true
        default: false
        }
    }

    private static func isInteger(_ type: ValueType) -> Bool {
        switch type {
        case .int, .timestamp, .duration, .byteSize, .usd: true
        default: false
        }
    }

    private func equals(_ operand: Expression, _ value: Int, _ literal: Literal) -> Int? {
        switch literal {
        case .null: return emit(.not, emit(.has, value))
        case .string(let text): return Self.isText(operand.type) ? emit(.textEquals, value, self.text(text)) : nil
        case .cidr, .internet: return address(.equals, operand, value, [literal])
        case .list(let elements): return member(operand, value, elements)
        default:
            guard Self.isWord(operand.type), let word = Self.word(literal, operand.type) else { return nil }
            return emit(.wordEquals, value, constant(word))
        }
    }

    private func member(_ operand: Expression, _ value: Int, _ elements: [Literal]) -> Int? {
        if Self.isText(operand.type) { return emit(.textIn, value, textList(elements)) }
        switch operand.type {
        case .cidr, .ip, .peer:
            var tests: [Int] = []
            for element in elements {
                guard let test = address(.equals, operand, value, [element]) else { return nil }
                tests.append(test)
            }
            guard var result = tests.first else { return emit(.constant, 0) }
            for test in tests.dropFirst() { result = emit(.or, result, test) }
            return result
        default:
            let words = elements.compactMap { Self.word($0, operand.type) }
            guard Self.isWord(operand.type), words.count == elements.count else { return nil }
            program.wordLists.append(ContiguousArray(words))
            return emit(.wordIn, value, program.wordLists.count - 1)
        }
    }

    private static func order(_ function: Function) -> Order? {
        switch function {
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        default: nil
        }
    }

    private func compare(_ function: Function, _ operand: Expression, _ value: Int, _ literal: Literal) -> Int? {
        guard let order = Self.order(function), let word = Self.word(literal, operand.type) else { return nil }
        if operand.type == .double { return emit(.doubleCompare, value, constant(word), order.rawValue) }
        return Self.isInteger(operand.type) ? emit(.intCompare, value, constant(word), order.rawValue) : nil
    }

    /// Two values that are both known only when the rule runs.
    private mutating func relation(_ function: Function, _ arguments: [Expression], _ left: Int, _ scope: Scope) -> Int?
    {
        let type = arguments[0].type
        guard type == arguments[1].type || Self.isText(type) && Self.isText(arguments[1].type),
            let right = value(arguments[1], scope)
        else { return nil }
        if function == .equals {
            if Self.isText(type) { return emit(.textsEqual, left, right) }
            return Self.isWord(type) ? emit(.wordsEqual, left, right) : nil
        }
        guard let order = Self.order(function) else { return nil }
        if type == .double { return emit(.doublesCompare, left, right, order.rawValue) }
        return Self.isInteger(type) ? emit(.intsCompare, left, right, order.rawValue) : nil
    }

    private func text(_ function: Function, _ value: Int, _ literal: Literal) -> Int? {
        guard case .string(var needle) = literal else { return nil }
        let op: Opcode
        switch function {
        case .startsWith: op = .startsWith
        case .endsWith: op = .endsWith
        case .contains: op = .contains
        default:
            op = .containsIgnoringCase
            needle = needle.lowercased()
        }
        return emit(op, value, text(needle))
    }

    private func relation(
        _ addressRelation: AddressTest.Relation, _ portRelation: PortTest.Relation, _ operand: Expression,
        _ value: Int, _ literal: Literal
    ) -> Int? {
        let literals = Self.elements(literal)
        guard operand.type == .portRange else { return address(addressRelation, operand, value, literals) }
        let ranges = literals.compactMap { if case .portRange(let range) = $0 { range } else { nil } }
        guard ranges.count == literals.count else { return nil }
        program.portTests.append(PortTest(relation: portRelation, ranges: ranges))
        return emit(.portTest, value, program.portTests.count - 1)
    }

    private func address(
        _ relation: AddressTest.Relation, _ operand: Expression, _ value: Int, _ literals: [Literal]
    ) -> Int? {
        var set = AddressSet()
        for literal in literals {
            switch literal {
            case .internet: set = set.union(.internet)
            case .cidr(let cidr): set = set.union(AddressSet(cidr))
            default: return nil
            }
        }
        switch operand.type {
        case .cidr, .ip, .peer: break
        default: return nil
        }
        program.addressTests.append(AddressTest(relation: relation, set: set))
        program.isPeerTest.append(operand.type == .peer)
        return emit(.addressTest, value, program.addressTests.count - 1)
    }

    private mutating func admits(_ arguments: [Expression], _ scope: Scope) -> Int? {
        guard case .traffic(let query)? = arguments[1].constant,
            case .list(.record(let shapeName)) = arguments[0].type,
            let shape = catalog.shapeIndex(named: shapeName), let list = value(arguments[0], scope)
        else { return nil }
        program.trafficTests.append(
            TrafficTest(query: query, list: trafficList(arguments[0]), shape: shape))
        program.trafficHeads.append(TrafficHead(program.trafficTests[program.trafficTests.count - 1]))
        return emit(.admits, list, program.trafficTests.count - 1)
    }

    private func trafficList(_ list: Expression) -> TrafficList {
        guard case .field(let record, let name) = list.kind, case .record(let shapeName) = record.type,
            let shape = catalog.shape(named: shapeName)
        else { return .allowList }
        return shape.field(name)?.traffic ?? .allowList
    }

    private mutating func quantified(_ quantifier: Quantifier, _ over: Expression, _ body: Expression, _ scope: Scope)
        -> Int?
    {
        guard scope.levels.count < Kernel.levelLimit, let list = value(over, scope),
            let elementType = program.fieldTypes[list]?.element
        else { return nil }
        let elementShape = elementType.kind == .record ? elementType.detail : -1
        let inner = Scope(levels: scope.levels + [elementShape], elements: scope.elements + [elementType])
        let bodyIndex = elementShape >= 0 ? entryTruth(body, inner) : truth(body, inner)
        let access = ListAccess(
            level: inner.innermost, isRecord: elementShape >= 0, isShared: program.instructions[list].op == .sharedField
        )
        let op: Opcode =
            switch quantifier {
            case .some: .some
            case .every: .every
            case .none: .none
            }
        return emit(op, list, bodyIndex, access.packed)
    }

    // MARK: Values

    /// The instruction that gives a value; nil where only the general evaluator has one.
    private mutating func value(_ expression: Expression, _ scope: Scope) -> Int? {
        switch expression.kind {
        case .field(let record, let name):
            guard let (level, shape) = place(of: record, scope), let field = catalog.shapes[shape].field(name) else {
                if record.type == .textMap, let map = value(record, scope) { return emit(.mapValue, map, text(name)) }
                return nil
            }
            let index =
                switch field.slot {
                case .own(let slot): emit(.ownField, level, slot)
                case .shared(let slot): emit(.sharedField, level, slot)
                }
            program.paths[index] = path(of: expression)
            program.fieldTypes[index] = field.type
            return index
        case .element(let levelsUp):
            let level = scope.innermost - levelsUp
            return level > 0 && scope.levels[level] < 0 ? emit(.element, level) : nil
        case .call(let function, let arguments): return valueCall(function, arguments, scope)
        case .variable("now"): return emit(.now)
        case .literal(let literal), .parameter(_, let literal):
            return Self.word(literal, expression.type).map { emit(.wordConstant, constant($0)) }
        default: return nil
        }
    }

    private mutating func valueCall(_ function: Function, _ arguments: [Expression], _ scope: Scope) -> Int? {
        guard let operand = arguments.first else { return nil }
        switch function {
        case .add, .subtract, .multiply, .divide, .remainder: return arithmetic(function, arguments, scope)
        case .size, .valueAt, .prefixLength, .isPublic, .kind, .age: break
        default: return nil
        }
        guard let inner = value(operand, scope) else { return nil }
        let isPeer: Int32 = operand.type == .peer ? 1 : 0
        switch (function, operand.type) {
        case (.size, .string): return emit(.textSize, inner)
        case (.size, .portRange): return emit(.portCount, inner)
        case (.size, .list), (.size, .textMap): return emit(.listSize, inner)
        case (.valueAt, .textMap):
            guard case .string(let key)? = arguments[1].constant else { return nil }
            return emit(.mapValue, inner, text(key))
        case (.prefixLength, .cidr), (.prefixLength, .peer): return emit(.prefixLength, inner, 0, isPeer)
        case (.isPublic, .cidr), (.isPublic, .ip), (.isPublic, .peer): return emit(.isPublic, inner, 0, isPeer)
        case (.kind, .peer): return emit(.peerKind, inner)
        case (.age, .timestamp): return emit(.age, inner)
        default: return nil
        }
    }

    private mutating func arithmetic(_ function: Function, _ arguments: [Expression], _ scope: Scope) -> Int? {
        guard arguments.count == 2, let left = value(arguments[0], scope), let right = value(arguments[1], scope) else {
            return nil
        }
        let types = (arguments[0].type, arguments[1].type)
        if types == (.double, .double) {
            switch function {
            case .add: return emit(.addDoubles, left, right)
            case .subtract: return emit(.subtractDoubles, left, right)
            case .multiply: return emit(.multiplyDoubles, left, right)
            // Division may give what is no number, which the general evaluator knows how to compare.
            default: return nil
            }
        }
        // Times and spans are added; numbers do everything. Dollars are no integers to who multiplies them.
        let isTime = [.timestamp, .duration].contains(types.0) && [.timestamp, .duration].contains(types.1)
        let isNumber = [.int, .byteSize].contains(types.0) && [.int, .byteSize].contains(types.1)
        switch function {
        case .add where isTime || isNumber: return emit(.addInts, left, right)
        case .subtract where isTime || isNumber: return emit(.subtractInts, left, right)
        case .multiply where isNumber: return emit(.multiplyInts, left, right)
        case .divide where isNumber: return emit(.divideInts, left, right)
        case .remainder where isNumber: return emit(.remainderInts, left, right)
        default: return nil
        }
    }

    /// Where a record lies: the level whose words hold it, and its shape. The fields of a record in a record lie among the
    /// enclosing one's.
    private func place(of record: Expression, _ scope: Scope) -> (level: Int, shape: Int)? {
        switch record.kind {
        case .resource: return (0, scope.levels[0])
        case .element(let levelsUp):
            let level = scope.innermost - levelsUp
            return scope.levels[level] >= 0 ? (level, scope.levels[level]) : nil
        case .field(let outer, let name):
            guard let (level, shape) = place(of: outer, scope), let field = catalog.shapes[shape].field(name),
                field.type.kind == .record, !field.type.isList
            else { return nil }
            return (level, field.type.detail)
        default: return nil
        }
    }

    /// The names of the fields from the record of the level inwards.
    private func path(of expression: Expression) -> String {
        guard case .field(let record, let name) = expression.kind else { return "" }
        let outer = path(of: record)
        return outer.isEmpty ? name : outer + "." + name
    }

    // MARK: Constants

    private func constant(_ word: Word) -> Int {
        program.words.append(word)
        return program.words.count - 1
    }

    private func text(_ text: String) -> Int {
        program.texts.append(ContiguousArray(text.utf8))
        return program.texts.count - 1
    }

    private func textList(_ literals: [Literal]) -> Int {
        program.textLists.append(
            ContiguousArray(
                literals.compactMap { if case .string(let text) = $0 { ContiguousArray(text.utf8) } else { nil } }))
        return program.textLists.count - 1
    }

    private static func elements(_ literal: Literal) -> [Literal] {
        if case .list(let elements) = literal { return elements }
        return [literal]
    }

    /// The word of a constant that stands beside values of the type; nil when no word is the same value.
    private static func word(_ literal: Literal, _ type: ValueType) -> Word? {
        switch (literal, type) {
        case (.bool(let value), .bool): Word(value)
        case (.int(let value), .int), (.timestamp(let value), .timestamp), (.duration(let value), .duration),
            (.bytes(let value), .byteSize), (.bytes(let value), .int), (.int(let value), .byteSize),
            (.usd(let value), .usd):
            // Two integers stand for "absent" and "null".
            Word(value).isSet ? Word(value) : nil
        case (.double(let value), .double): value.isNaN ? nil : Word(value)
        case (.portRange(let range), .portRange): Word(low: range.low, high: range.high)
        case (.protocol(let value), .protocol): Word(Int64(value.rawValue))
        case (.enumeration(let index, _), .enumeration): Word(Int64(index))
        default: nil
        }
    }
}
