internal import Catalog
internal import Expressions
internal import Inventory

/// Values that tests are made on: fields, elements, constants, sizes, sums.
extension Planner {
    /// The instruction that gives a value; nil where only the general evaluator has one.
    mutating func value(_ expression: Expression, _ scope: Scope) -> Int? {
        switch expression.kind {
        case .field(let record, let name):
            guard let (level, shape) = place(of: record, scope), let field = catalog.shapes[shape].field(name) else {
                if record.type == .textMap, let map = value(record, scope) { return emit(.mapValue, map, text(name)) }
                return nil
            }
            // Where it is not stated somebody has to work it out, which the general evaluator asks for.
            if field.isPriced { return nil }
            if field.isFact {
                program.usesFacts = true
                program.factNames.insert(field.name)
            }
            let index: Int
            switch field.slot {
            case .own(let slot): index = emit(.ownField, level, slot)
            case .shared(let slot): index = emit(.sharedField, level, slot)
            case .flag(let slot, let shift): index = emit(.flagField, level, slot, Int32(shift))
            // Worked out when it is read, which the general evaluator does.
            case .derived: return nil
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

    mutating func valueCall(_ function: Function, _ arguments: [Expression], _ scope: Scope) -> Int? {
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

    mutating func arithmetic(_ function: Function, _ arguments: [Expression], _ scope: Scope) -> Int? {
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
}
