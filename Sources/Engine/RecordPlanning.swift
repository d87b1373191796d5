internal import Catalog
internal import Expressions

/// Conditions on other records than the resource: behind references, and on entries whose answers are remembered.
extension Planner {
    /// A condition that reads nothing but one resource that a reference names is planned as a condition on that; it may
    /// follow further references from there.
    mutating func followed(_ expression: Expression, _ scope: Scope) -> Int? {
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
    func readsOnlyBehind(_ reference: inout Expression?, _ expression: Expression, depth: Int) -> Bool {
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
    mutating func entryTruth(_ expression: Expression, _ scope: Scope) -> Int {
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
    func readsOnlyShared(_ expression: Expression, _ scope: Scope, depth: Int, _ weight: inout Int) -> Bool {
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
}
