internal import Catalog
internal import Expressions
internal import Inventory
internal import Networks
internal import Rules

/// Compiles checked rules: names become slots, constants become words, once and before the first resource is judged.
struct Planner {
    private let program: Program
    private var catalog: Catalog { program.catalog }

    static func plan(_ rules: [Rule], catalog: Catalog) -> Program {
        var planner = Planner(program: Program(rules: rules, catalog: catalog))
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
                    field: field, slot: slot, condition: truth(condition, Scope(levels: [shapeIndex, entryShape]))))
        }
        program.rulesByType[rule.resourceType].append(compiled)
    }

    /// The records around an expression: shape of the resource, then of each enclosing entry; -1 for scalar elements.
    private struct Scope {
        var levels: [Int]
        var innermost: Int { levels.count - 1 }
    }

    private func emit(_ op: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int32 = 0) -> Int {
        program.instructions.append(Instruction(op: op, a: Int32(a), b: Int32(b), c: c))
        return program.instructions.count - 1
    }

    // MARK: Truth values

    private mutating func truth(_ expression: Expression, _ scope: Scope) -> Int {
        switch expression.kind {
        case .literal(.bool(let value)), .parameter(_, .bool(let value)): return emit(.constant, value ? 1 : 0)
        case .call(let function, let arguments): return call(function, arguments, scope)
        case .quantifier(let quantifier, let over, let body): return quantified(quantifier, over, body, scope)
        default:
            // A bool field by itself.
            return emit(.wordEquals, value(expression, scope), constant(Word(true)))
        }
    }

    private mutating func call(_ function: Function, _ arguments: [Expression], _ scope: Scope) -> Int {
        switch function {
        case .and, .or:
            return connective(function == .and ? .and : .or, arguments[...], scope)
        case .not: return emit(.not, truth(arguments[0], scope))
        case .has: return emit(.has, value(arguments[0], scope))
        case .stated: return emit(.stated, value(arguments[0], scope))
        case .equals: return equals(arguments[0], Self.literal(arguments[1]), scope)
        case .isIn: return member(arguments[0], Self.literals(arguments[1]), scope)
        case .less: return compare(.less, arguments, scope)
        case .lessOrEqual: return compare(.lessOrEqual, arguments, scope)
        case .greater: return compare(.greater, arguments, scope)
        case .greaterOrEqual: return compare(.greaterOrEqual, arguments, scope)
        case .startsWith: return text(.startsWith, arguments, scope)
        case .endsWith: return text(.endsWith, arguments, scope)
        case .contains: return text(.contains, arguments, scope)
        case .containsIgnoringCase: return text(.containsIgnoringCase, arguments, scope)
        case .hasKeys: return emit(.hasKeys, value(arguments[0], scope), textList(Self.literals(arguments[1])))
        case .within: return relation(.within, .within, arguments, scope)
        case .covers: return relation(.covers, .covers, arguments, scope)
        case .overlaps: return relation(.overlaps, .overlaps, arguments, scope)
        case .admits: return admits(arguments, scope)
        default:
            return emit(.wordEquals, valueCall(function, arguments, scope), constant(Word(true)))
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

    private mutating func equals(_ operand: Expression, _ literal: Literal, _ scope: Scope) -> Int {
        switch literal {
        case .null: return emit(.not, emit(.has, value(operand, scope)))
        case .string(let text): return emit(.textEquals, value(operand, scope), self.text(text))
        case .cidr, .internet: return address(.equals, operand, [literal], scope)
        case .list(let elements): return member(operand, elements, scope)
        default: return emit(.wordEquals, value(operand, scope), constant(Self.word(literal)))
        }
    }

    private mutating func member(_ operand: Expression, _ elements: [Literal], _ scope: Scope) -> Int {
        if case .string = operand.type { return emit(.textIn, value(operand, scope), textList(elements)) }
        switch operand.type {
        case .cidr, .ip, .peer:
            let tests = elements.map { address(.equals, operand, [$0], scope) }
            guard var result = tests.first else { return emit(.constant, 0) }
            for test in tests.dropFirst() { result = emit(.or, result, test) }
            return result
        default:
            program.wordLists.append(ContiguousArray(elements.map(Self.word)))
            return emit(.wordIn, value(operand, scope), program.wordLists.count - 1)
        }
    }

    private mutating func compare(_ order: Order, _ arguments: [Expression], _ scope: Scope) -> Int {
        let op: Opcode = arguments[0].type == .double ? .doubleCompare : .intCompare
        return emit(op, value(arguments[0], scope), constant(Self.word(Self.literal(arguments[1]))), order.rawValue)
    }

    private mutating func text(_ op: Opcode, _ arguments: [Expression], _ scope: Scope) -> Int {
        guard case .string(var needle) = Self.literal(arguments[1]) else { return emit(.constant, 0) }
        if op == .containsIgnoringCase { needle = needle.lowercased() }
        return emit(op, value(arguments[0], scope), text(needle))
    }

    private mutating func relation(
        _ addressRelation: AddressTest.Relation, _ portRelation: PortTest.Relation, _ arguments: [Expression],
        _ scope: Scope
    ) -> Int {
        let literals = Self.literals(arguments[1])
        guard arguments[0].type == .portRange else { return address(addressRelation, arguments[0], literals, scope) }
        let ranges = literals.compactMap { if case .portRange(let range) = $0 { range } else { nil } }
        program.portTests.append(PortTest(relation: portRelation, ranges: ranges))
        return emit(.portTest, value(arguments[0], scope), program.portTests.count - 1)
    }

    private mutating func address(
        _ relation: AddressTest.Relation, _ operand: Expression, _ literals: [Literal], _ scope: Scope
    ) -> Int {
        var set = AddressSet()
        for literal in literals {
            switch literal {
            case .internet: set = set.union(.internet)
            case .cidr(let cidr): set = set.union(AddressSet(cidr))
            default: break
            }
        }
        program.addressTests.append(AddressTest(relation: relation, set: set))
        program.isPeerTest.append(operand.type == .peer)
        return emit(.addressTest, value(operand, scope), program.addressTests.count - 1)
    }

    private mutating func admits(_ arguments: [Expression], _ scope: Scope) -> Int {
        guard case .traffic(let query) = Self.literal(arguments[1]),
            case .list(.record(let shapeName)) = arguments[0].type,
            let shape = catalog.shapeIndex(named: shapeName)
        else { return emit(.constant, 2) }
        program.trafficTests.append(
            TrafficTest(query: query, list: trafficList(arguments[0]), shape: shape))
        program.trafficHeads.append(TrafficHead(program.trafficTests[program.trafficTests.count - 1]))
        return emit(.admits, value(arguments[0], scope), program.trafficTests.count - 1)
    }

    private func trafficList(_ list: Expression) -> TrafficList {
        guard case .field(let record, let name) = list.kind, case .record(let shapeName) = record.type,
            let shape = catalog.shape(named: shapeName)
        else { return .allowList }
        return shape.field(name)?.traffic ?? .allowList
    }

    private mutating func quantified(_ quantifier: Quantifier, _ over: Expression, _ body: Expression, _ scope: Scope)
        -> Int
    {
        let list = value(over, scope)
        var elementShape = -1
        if case .list(.record(let name)) = over.type {
            elementShape = catalog.shapeIndex(named: name) ?? -1
        }
        let inner = Scope(levels: scope.levels + [elementShape])
        let bodyIndex = truth(body, inner)
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

    private mutating func value(_ expression: Expression, _ scope: Scope) -> Int {
        switch expression.kind {
        case .field(let record, let name):
            guard let (level, shape) = place(of: record, scope), let field = catalog.shapes[shape].field(name) else {
                return emit(.constant, 2)
            }
            let index =
                switch field.slot {
                case .own(let slot): emit(.ownField, level, slot)
                case .shared(let slot): emit(.sharedField, level, slot)
                }
            program.paths[index] = path(of: expression)
            program.fieldTypes[index] = field.type
            return index
        case .element(let levelsUp): return emit(.element, scope.innermost - levelsUp)
        case .call(let function, let arguments): return valueCall(function, arguments, scope)
        default: return emit(.constant, 2)
        }
    }

    private mutating func valueCall(_ function: Function, _ arguments: [Expression], _ scope: Scope) -> Int {
        let operand = arguments[0]
        let inner = value(operand, scope)
        let isPeer: Int32 = operand.type == .peer ? 1 : 0
        switch function {
        case .size:
            switch operand.type {
            case .string: return emit(.textSize, inner)
            case .portRange: return emit(.portCount, inner)
            default: return emit(.listSize, inner)
            }
        case .valueAt:
            guard case .string(let key) = Self.literal(arguments[1]) else { return inner }
            return emit(.mapValue, inner, text(key))
        case .prefixLength: return emit(.prefixLength, inner, 0, isPeer)
        case .isPublic: return emit(.isPublic, inner, 0, isPeer)
        case .kind: return emit(.peerKind, inner)
        case .age: return emit(.age, inner)
        default: return inner
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

    private static func literal(_ expression: Expression) -> Literal {
        switch expression.kind {
        case .literal(let literal), .parameter(_, let literal): literal
        default: .null
        }
    }

    private static func literals(_ expression: Expression) -> [Literal] {
        if case .list(let elements) = literal(expression) { return elements }
        return [literal(expression)]
    }

    private static func word(_ literal: Literal) -> Word {
        switch literal {
        case .bool(let value): Word(value)
        case .int(let value), .timestamp(let value), .duration(let value), .bytes(let value), .usd(let value):
            Word(value)
        case .double(let value): Word(value)
        case .portRange(let range): Word(low: range.low, high: range.high)
        case .protocol(let value): Word(Int64(value.rawValue))
        case .enumeration(let index, _): Word(Int64(index))
        default: .null
        }
    }
}
