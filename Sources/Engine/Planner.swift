internal import Catalog
internal import Expressions
internal import Inventory
internal import Networks
internal import Rules

/// Compiles checked rules: names become slots, constants become words, once and before the first resource is judged.
struct Planner {
    let program: Program
    /// Whether conditions are planned for the kernel; if not, the general evaluator decides each of them as a whole.
    let usesKernel: Bool
    var catalog: Catalog { program.catalog }

    static func plan(_ rules: [Rule], catalog: Catalog, usesKernel: Bool = true) -> Program {
        var planner = Planner(program: Program(rules: rules, catalog: catalog), usesKernel: usesKernel)
        for (index, rule) in rules.enumerated() { planner.add(rule, index) }
        return planner.program
    }

    mutating func add(_ rule: Rule, _ index: Int) {
        let shapeIndex = catalog.types[rule.resourceType].shape
        let resource = Scope(levels: [shapeIndex])
        var compiled = CompiledRule(
            rule: index, when: -1, flags: rule.flags, isGraded: rule.latentSeverity != nil,
            hasSavings: !rule.savings.isEmpty, condition: -1, lists: [])
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
    struct Scope {
        /// Shape of the resource, then of each enclosing element; -1 for scalar elements.
        var levels: [Int]
        /// Types of those elements, without the resource.
        var elements: [FieldType] = []
        var innermost: Int { levels.count - 1 }
    }

    func emit(_ op: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int32 = 0) -> Int {
        program.instructions.append(Instruction(op: op, a: Int32(a), b: Int32(b), c: c))
        return program.instructions.count - 1
    }

    // MARK: Truth values

    /// The instruction that decides a condition: the kernel's own where it has one, else the general evaluator.
    mutating func truth(_ expression: Expression, _ scope: Scope) -> Int {
        let known = usesKernel ? planned(expression, scope) ?? followed(expression, scope) : nil
        let index = known ?? general(expression, scope)
        program.truthSpans[index] = expression.span
        return index
    }

    func general(_ expression: Expression, _ scope: Scope) -> Int {
        program.generals.append(GeneralCondition(expression: expression, elements: scope.elements))
        return emit(.general, program.generals.count - 1)
    }

    // MARK: Conditions

    mutating func planned(_ expression: Expression, _ scope: Scope) -> Int? {
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

    mutating func call(_ function: Function, _ arguments: [Expression], _ scope: Scope) -> Int? {
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
    mutating func connective(_ op: Opcode, _ operands: ArraySlice<Expression>, _ scope: Scope) -> Int {
        if operands.count == 1 { return truth(operands[operands.startIndex], scope) }
        let middle = operands.startIndex + (operands.count + 1) / 2
        let a = connective(op, operands[..<middle], scope)
        let b = connective(op, operands[middle...], scope)
        return emit(op, a, b)
    }

    mutating func admits(_ arguments: [Expression], _ scope: Scope) -> Int? {
        if arguments[0].type == .admittedTraffic {
            guard case .traffic(let query)? = arguments[1].constant, let value = value(arguments[0], scope) else {
                return nil
            }
            program.reachTests.append(query)
            return emit(.reaches, value, program.reachTests.count - 1)
        }
        guard case .traffic(let query)? = arguments[1].constant,
            case .list(.record(let shapeName)) = arguments[0].type,
            let shape = catalog.shapeIndex(named: shapeName), let list = value(arguments[0], scope)
        else { return nil }
        program.trafficTests.append(
            TrafficTest(query: query, list: trafficList(arguments[0]), shape: shape))
        program.trafficHeads.append(TrafficHead(program.trafficTests[program.trafficTests.count - 1]))
        return emit(.admits, list, program.trafficTests.count - 1)
    }

    func trafficList(_ list: Expression) -> TrafficList {
        guard case .field(let record, let name) = list.kind, case .record(let shapeName) = record.type,
            let shape = catalog.shape(named: shapeName)
        else { return .allowList }
        return shape.field(name)?.traffic ?? .allowList
    }

    mutating func quantified(_ quantifier: Quantifier, _ over: Expression, _ body: Expression, _ scope: Scope)
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

    /// Where a record lies: the level whose words hold it, and its shape. The fields of a record in a record lie among the
    /// enclosing one's.
    func place(of record: Expression, _ scope: Scope) -> (level: Int, shape: Int)? {
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
    func path(of expression: Expression) -> String {
        guard case .field(let record, let name) = expression.kind else { return "" }
        let outer = path(of: record)
        return outer.isEmpty ? name : outer + "." + name
    }

    // MARK: Constants

    func constant(_ word: Word) -> Int {
        program.words.append(word)
        return program.words.count - 1
    }

    func text(_ text: String) -> Int {
        program.texts.append(ContiguousArray(text.utf8))
        return program.texts.count - 1
    }

    func textList(_ literals: [Literal]) -> Int {
        program.textLists.append(
            ContiguousArray(
                literals.compactMap { if case .string(let text) = $0 { ContiguousArray(text.utf8) } else { nil } }))
        return program.textLists.count - 1
    }

    static func elements(_ literal: Literal) -> [Literal] {
        if case .list(let elements) = literal { return elements }
        return [literal]
    }

    /// The word of a constant that stands beside values of the type; nil when no word is the same value.
    static func word(_ literal: Literal, _ type: ValueType) -> Word? {
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
