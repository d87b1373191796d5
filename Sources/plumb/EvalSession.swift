internal import Catalog
internal import Conformance
internal import Diagnostics
internal import Engine
internal import Expressions
internal import Inventory
internal import Rules
internal import Triage
internal import Workers

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Expressions evaluated one after the other with the same names: plain CEL, or with `resource`, `inventory` and `now`
/// where there is an inventory.
struct EvalSession {
    private let environment: Environment
    private let context: any EvaluationContext
    private let color: ColorChoice

    init(bindings: [String: Value], inventories: [String], resource id: String?, color: ColorChoice) throws {
        self.color = color
        var environment = Environment()
        for name in bindings.keys { environment.variables[name] = .dyn }
        guard !inventories.isEmpty else {
            self.environment = environment
            context = BoundContext(bindings: bindings)
            return
        }
        let catalog = try RuleOptions.catalog()
        let loaded = InventoryLoader(catalog: catalog, jobs: Workers.processorCount).load(paths: inventories)
        if !loaded.diagnostics.isEmpty {
            Terminal.complain(
                DiagnosticRenderer(palette: color.palette(for: Terminal.standardError)).render(loaded.diagnostics))
        }
        for file in loaded.unreadable {
            Terminal.complain("error: cannot read `\(VisibleText.escaping(file.path))`: \(file.reason)")
        }
        if loaded.diagnostics.hasErrors { throw Triage.ExitCode.wrongInput }
        if !loaded.unreadable.isEmpty { throw Triage.ExitCode.incomplete }
        let found = try id.map { try Self.find($0, in: loaded.inventory) }
        RuleEnvironment.extend(
            &environment, catalog: catalog, resource: found.map { catalog.types[Int($0.record.type)].name })
        self.environment = environment
        let times = loaded.inventory.segments.compactMap(\.scope.asOf)
        let now = (found?.segment.scope.asOf ?? times.max())?.micros
        context = RuleContext(InventoryGraph(loaded.inventory), found, now: now, bindings: bindings)
    }

    private static func find(_ id: String, in inventory: Inventory) throws -> (segment: Segment, record: ResourceRecord)
    {
        var ids: [String] = []
        var found: [(segment: Segment, record: ResourceRecord)] = []
        for segment in inventory.segments {
            for record in segment.resources {
                let name = inventory.id(of: record, in: segment)
                if name == id { found.append((segment, record)) } else { ids.append(name) }
            }
        }
        if found.count == 1 { return found[0] }
        if found.isEmpty {
            let help = Suggestion.nearest(to: id, among: ids).map { "; did you mean `\($0)`?" } ?? ""
            Terminal.complain("error: the inventory holds no resource `\(VisibleText.escaping(id))`\(help)")
        } else {
            Terminal.complain(
                "error: \(found.count) resources of the inventory have the id `\(VisibleText.escaping(id))`")
        }
        throw Triage.ExitCode.wrongInput
    }

    /// Prints the value, or says on `errors` what is wrong; false then.
    func answer(_ text: String, on errors: Int32) -> Bool {
        let file = SourceFile(path: "<expression>", text: Array(text.utf8))
        func place(_ range: TextRange) -> SourceSpan {
            SourceSpan(file: file, start: Int(range.start), end: Int(range.end))
        }
        let (syntax, syntaxErrors) = Parser.parse(text)
        guard let syntax, syntaxErrors.isEmpty else {
            complain(syntaxErrors.map { Diagnostic(.error, $0.message, at: place($0.range), help: $0.help) }, errors)
            return false
        }
        var checker = Checker(environment, place: place)
        let checked = checker.check(syntax)
        guard checker.errors.isEmpty else {
            complain(checker.errors.map { Diagnostic(.error, $0.message, at: $0.span, help: $0.help) }, errors)
            return false
        }
        var evaluator = Evaluator(context)
        do {
            let value = try evaluator.value(of: checked)
            Terminal.print(VisibleText.escaping(value.text))
            return true
        } catch {
            complain([Diagnostic(.error, error.message, at: place(error.range ?? syntax.range))], errors)
            return false
        }
    }

    private func complain(_ diagnostics: [Diagnostic], _ descriptor: Int32) {
        let text = DiagnosticRenderer(palette: color.palette(for: descriptor)).render(diagnostics)
        if descriptor == Terminal.standardError { Terminal.complain(text) } else { Terminal.print(text) }
    }

    // MARK: Line by line

    /// Reads expressions until the input ends: with a prompt and a history on a terminal, without from a pipe.
    func readLines() throws {
        let isTerminal = isatty(0) == 1 && isatty(1) == 1
        var editor = LineEditor(isTerminal: isTerminal)
        var areAllRight = true
        while let line = editor.next(prompt: "cel> ") {
            let text = line.drop { $0 == " " }
            if text.isEmpty { continue }
            if isTerminal, ["exit", "quit", ":q"].contains(text) { break }
            if !answer(line, on: isTerminal ? Terminal.standardOutput : Terminal.standardError) { areAllRight = false }
        }
        if !areAllRight, !isTerminal { throw Triage.ExitCode.wrongInput }
    }
}
