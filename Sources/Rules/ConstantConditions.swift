internal import Diagnostics
internal import Expressions

/// Finds conditions that come out the same whatever the inventory says: they are mistakes, since nobody writes down what
/// decides nothing. Each is told at its smallest part.
///
/// Only what is constant for all known values counts, null among them; parameters are no constants, since users set them.
struct ConstantConditions {
    private var builder: ConditionFormulaBuilder
    private var findings: [Diagnostic] = []

    /// `binders`: the number of elements in scope around the condition.
    static func find(in condition: Expression, binders: Int) -> [Diagnostic] {
        var search = ConstantConditions(
            builder: ConditionFormulaBuilder(binders: (0..<binders).map { "it\($0)" }))
        _ = search.check(condition)
        return search.findings
    }

    private mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil) {
        findings.append(Diagnostic(.error, message, at: span, help: help))
    }

    // MARK: Walking

    /// Tells of the condition, or of constant parts of it; false when there is nothing to tell.
    private mutating func check(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .literal(.bool(let value)):
            report(Self.verdict(value), expression.span)
            return true
        case .call(.not, let arguments):
            return check(arguments[0])
        case .call(let function, _) where function == .and || function == .or:
            var isFound = false
            let conditions = Self.joined(expression, by: function)
            for condition in conditions where check(condition) { isFound = true }
            return isFound || checkChain(function, conditions, expression.span)
        case .conditional(let condition, let yes, let no):
            var isFound = check(condition)
            // Results are often written as `true` and `false`.
            for result in [yes, no] where ConditionFormulaBuilder.literal(result) == nil && check(result) {
                isFound = true
            }
            return isFound || checkWhole(expression)
        default:
            return checkParts(of: expression) || checkComparison(expression) || checkWhole(expression)
        }
    }

    /// What a chain joins, chains of the same kind inside it taken apart.
    private static func joined(_ expression: Expression, by function: Function) -> [Expression] {
        guard case .call(function, let arguments) = expression.kind else { return [expression] }
        return arguments.flatMap { joined($0, by: function) }
    }

    /// Conditions on elements, wherever they stand inside.
    private mutating func checkParts(of expression: Expression) -> Bool {
        var isFound = false
        let (over, conditions, values): (Expression?, [Expression], [Expression])
        switch expression.kind {
        case .quantifier(_, let list, let body): (over, conditions, values) = (list, [body], [])
        case .comprehension(let macro):
            (over, conditions) = (macro.over, macro.predicate.map { [$0] } ?? [])
            values = macro.transform.map { [$0] } ?? []
        case .bind(let value, let body): (over, conditions, values) = (value, [], [body])
        case .optionalMap(let operand, let body, _): (over, conditions, values) = (operand, [], [body])
        default:
            for part in expression.parts where checkParts(of: part) { isFound = true }
            return isFound
        }
        if let over, checkParts(of: over) { isFound = true }
        // The elements of the list are operands of their own.
        let outer = builder
        builder = ConditionFormulaBuilder(binders: outer.binders + ["it\(outer.binders.count)"])
        defer { builder = outer }
        for condition in conditions where ConditionFormulaBuilder.literal(condition) == nil && check(condition) {
            isFound = true
        }
        for value in values {
            if value.type == .bool, ConditionFormulaBuilder.literal(value) == nil {
                if check(value) { isFound = true }
            } else if checkParts(of: value) {
                isFound = true
            }
        }
        return isFound
    }

    /// Comparisons that say nothing by their form.
    private mutating func checkComparison(_ expression: Expression) -> Bool {
        guard case .call(let function, let arguments) = expression.kind, arguments.count == 2 else { return false }
        switch function {
        case .equals, .differs, .less, .lessOrEqual, .greater, .greaterOrEqual:
            let isPlain = arguments.allSatisfy { $0.constant == nil }
            guard isPlain, builder.key(arguments[0]) == builder.key(arguments[1]) else { return false }
            report("\(ConstantPhrases.name(arguments[0])) is compared with itself", expression.span)
            return true
        case .isIn:
            guard let elements = ConditionFormulaBuilder.elements(arguments[1]) else { return false }
            if elements.isEmpty {
                report("this list is empty, so nothing is in it", arguments[1].span)
                return true
            }
            guard case .enumeration(let names) = arguments[0].type, Set(elements.map(\.text)).isSuperset(of: names)
            else { return false }
            report(
                "this list holds all values of \(ConstantPhrases.name(arguments[0]))", arguments[1].span,
                help: "to ask whether it has one, write "
                    + (expression.span.text.contains(" in ")
                        ? "`\(arguments[0].span.text) != null`" : "`{exists: true}`"))
            return true
        default: return false
        }
    }

    private mutating func checkWhole(_ expression: Expression) -> Bool {
        let formula = builder.formula(expression)
        guard let value = builder.constant(formula) else { return false }
        report(Self.verdict(value), expression.span, help: help(formula))
        return true
    }

    private static func verdict(_ value: Bool) -> String { "this condition is \(value ? "always" : "never") true" }

    private func help(_ formula: ConditionFormula) -> String? {
        guard case .test(let index, .order) = formula, case .call(.size, _) = builder.operands[index].expression.kind
        else { return nil }
        return "a size is 0 or more"
    }

    // MARK: Chains

    /// Conditions joined by `and` that exclude each other, or joined by `or` of which one always holds.
    private mutating func checkChain(_ function: Function, _ conditions: [Expression], _ span: SourceSpan) -> Bool {
        let formulas = conditions.map { builder.formula($0) }
        let decisive = function == .or
        func isConstant(_ members: [Int]) -> Bool {
            let parts = members.map { formulas[$0] }
            return builder.constant(decisive ? .or(parts) : .and(parts)) == decisive
        }
        for group in groups(formulas) where isConstant(group) {
            // The fewest conditions that are enough.
            var members = group
            for member in group where members.count > 2 {
                let rest = members.filter { $0 != member }
                if isConstant(rest) { members = rest }
            }
            let parts = members.map { (conditions[$0], formulas[$0]) }
            let phrases = ConstantPhrases(operands: builder.operands)
            let whole = members.count == conditions.count ? span : nil
            findings.append(phrases.diagnostic(parts, isAlwaysTrue: decisive, whole: whole))
            return true
        }
        return false
    }

    /// Conditions that speak of one operand and nothing else, then those that are linked by operands they share.
    private func groups(_ formulas: [ConditionFormula]) -> [[Int]] {
        var single: [Int: [Int]] = [:]
        // For each operand, the group that it belongs to.
        var group: [Int: Int] = [:]
        var members: [Int: [Int]] = [:]
        for (index, formula) in formulas.enumerated() {
            let operands = formula.operands
            if operands.count == 1, let operand = operands.first { single[operand, default: []].append(index) }
            let old = Set(operands.compactMap { group[$0] })
            let merged = old.sorted().flatMap { members.removeValue(forKey: $0) ?? [] } + [index]
            members[index] = merged
            for operand in Set(merged.flatMap { formulas[$0].operands }) { group[operand] = index }
        }
        let linked = members.sorted { $0.key < $1.key }.map { $0.value.sorted() }
        return (single.sorted { $0.key < $1.key }.map(\.value) + linked).filter { $0.count > 1 }
    }
}
