package import Diagnostics
internal import Documents
package import Expressions

/// A case of the language's conformance suite, `cel.expr.conformance.test.SimpleTest`
/// (https://github.com/google/cel-spec/tree/master/tests/simple) in its proto3 JSON form.
package struct ConformanceCase: Sendable {
    /// `file/section/name`, as far as given.
    package var name: String
    package var expression: String
    package var expectation: Expectation
    package var environment: Environment
    package var bindings: [String: Value]
    /// Whether the expression is only checked and not run.
    package var isCheckOnly: Bool
    /// Why the case cannot be run here: values of a kind that is not part of the language without protobuf messages.
    package var skipped: String?

    package enum Expectation: Sendable {
        case value(Value)
        case error
        /// The value, if one is given, and the type that the checker finds.
        case typed(Value?, ValueType)
        case unknown
    }

    /// The cases of a file: a list of them. Diagnostics say what cannot be read.
    package static func read(_ file: SourceFile) -> (cases: [ConformanceCase], diagnostics: [Diagnostic]) {
        let (document, diagnostics) = YAMLReader.read(JSONText.readable(file))
        guard !diagnostics.hasErrors else { return ([], diagnostics) }
        guard let root = document.roots.first, document[root].kind == .sequence else {
            let span = document.roots.first.map(document.span) ?? SourceSpan(startOf: file)
            return ([], [Diagnostic(.error, "a file of cases is a list of them", at: span)])
        }
        var cases: [ConformanceCase] = []
        var problems: [Diagnostic] = []
        for item in document.items(root) {
            guard document[item].kind == .mapping, document.value(of: "expr", in: item) != nil else {
                problems.append(Diagnostic(.error, "a case has `expr`", at: document.span(item)))
                continue
            }
            cases.append(CaseReader(document: document).read(item))
        }
        return (cases, problems)
    }

    /// What came of running a case.
    package enum Outcome: Sendable, Equatable {
        case passed
        case failed(String)
        case skipped(String)
    }

    package func run() -> Outcome {
        if let skipped { return .skipped(skipped) }
        let (syntax, errors) = Parser.parse(expression)
        guard let syntax else { return ended(inError: errors.first?.message ?? "no expression") }
        let file = SourceFile(path: "<case>", text: expression.utf8)
        var checker = Checker(environment) { SourceSpan(file: file, start: Int($0.start), end: Int($0.end)) }
        let checked = checker.check(syntax)
        if let error = checker.errors.first { return ended(inError: error.message) }
        if case .typed(let value, let type) = expectation {
            if checked.type != type { return .failed("the type is \(checked.type.name), not \(type.name)") }
            if isCheckOnly || value == nil { return .passed }
        }
        if isCheckOnly { return .passed }
        var evaluator = Evaluator(BoundContext(bindings: bindings))
        let value: Value
        do {
            value = try evaluator.value(of: checked)
        } catch {
            return ended(inError: error.message)
        }
        switch expectation {
        case .value(let expected), .typed(let expected?, _):
            return expected.isSame(as: value) ? .passed : .failed("gives \(value.text), not \(expected.text)")
        case .error: return .failed("gives \(value.text), not an error")
        case .unknown:
            if case .unknown = value { return .passed }
            return .failed("gives \(value.text), not an unknown")
        case .typed: return .passed
        }
    }

    private func ended(inError message: String) -> Outcome {
        if case .error = expectation { return .passed }
        return .failed("error: \(message)")
    }
}

/// Bindings of names to values, in plain CEL.
package struct BoundContext: EvaluationContext {
    package var bindings: [String: Value]
    package init(bindings: [String: Value]) { self.bindings = bindings }
    package var resource: Value? { nil }
    package func variable(_ name: String) -> Value? { bindings[name] }
    package func followed(_ reference: Value, type: String) -> Value { reference }
    package func admits(_ record: any Record, field: String, _ query: Literal) -> Value { .bool(false) }
    package var nullMatchesNothing: Bool { false }
}

extension Value {
    /// Whether it is the same value, its type included: 1 is not 1.0, and NaN is NaN.
    package func isSame(as other: Value) -> Bool {
        switch (self, other) {
        case (.double(let a), .double(let b)): return a == b || a.isNaN && b.isNaN
        case (.list(let a), .list(let b)): return a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
        case (.map(let a), .map(let b)):
            return a.count == b.count
                && a.entries.allSatisfy { entry in
                    b.entries.contains { $0.key.isSame(as: entry.key) && $0.value.isSame(as: entry.value) }
                }
        case (.int, .int), (.uint, .uint), (.bool, .bool), (.string, .string), (.bytes, .bytes), (.null, .null),
            (.type, .type), (.timestamp, .timestamp), (.duration, .duration), (.optional, .optional), (.ip, .ip),
            (.cidr, .cidr):
            return (try? isEqual(to: other)) ?? false
        default: return false
        }
    }
}
