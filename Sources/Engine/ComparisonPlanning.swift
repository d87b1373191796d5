internal import Expressions
internal import Inventory
internal import Networks

/// Tests of values against constants and against each other.
extension Planner {
    static func isText(_ type: ValueType) -> Bool {
        switch type {
        case .string, .reference, .policy: true
        default: false
        }
    }

    /// Whether values of the type are equal where their words are.
    static func isWord(_ type: ValueType) -> Bool {
        switch type {
        case .bool, .int, .timestamp, .duration, .byteSize, .usd, .protocol, .portRange, .enumeration, .double: true
        default: false
        }
    }

    static func isInteger(_ type: ValueType) -> Bool {
        switch type {
        case .int, .timestamp, .duration, .byteSize, .usd: true
        default: false
        }
    }

    func equals(_ operand: Expression, _ value: Int, _ literal: Literal) -> Int? {
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

    func member(_ operand: Expression, _ value: Int, _ elements: [Literal]) -> Int? {
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

    static func order(_ function: Function) -> Order? {
        switch function {
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        default: nil
        }
    }

    func compare(_ function: Function, _ operand: Expression, _ value: Int, _ literal: Literal) -> Int? {
        guard let order = Self.order(function), let word = Self.word(literal, operand.type) else { return nil }
        if operand.type == .double { return emit(.doubleCompare, value, constant(word), order.rawValue) }
        return Self.isInteger(operand.type) ? emit(.intCompare, value, constant(word), order.rawValue) : nil
    }

    /// Two values that are both known only when the rule runs.
    mutating func relation(_ function: Function, _ arguments: [Expression], _ left: Int, _ scope: Scope) -> Int? {
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

    func text(_ function: Function, _ value: Int, _ literal: Literal) -> Int? {
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

    func relation(
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

    func address(
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
}
