internal import ArgumentParser
internal import Conformance
internal import Diagnostics
internal import Documents
internal import Engine
internal import Expressions
internal import Inventory
internal import Rules
internal import Triage
internal import Workers

/// `plumb eval`: an expression's value.
struct Eval: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Evaluate an expression, by itself or on a resource of an inventory.",
        discussion: """
            Examples:
              plumb eval '"10.1.2.3" in ["10.1.2.3"] && ip("10.1.2.3").family() == 4'
              plumb eval 'x.filter(n, n > 1)' --bind 'x=[1, 2, 3]'
              plumb eval 'resource.ingress.exists(e, e.ports.exists(p, p.covers(22)))' -i inventory.yaml --on sg-1
              plumb eval --cases conformance.json
              plumb eval
            """)

    @Argument(help: "The expression, in CEL. Without one, expressions are read line by line.")
    var expression: String?

    @Option(
        name: .customLong("bind"), help: ArgumentHelp("Give a name a value (repeatable).", valueName: "name=json"))
    var bindings: [String] = []

    @Option(name: [.customShort("i"), .customLong("inventory")], help: "Load this inventory (repeatable).")
    var inventories: [String] = []

    @Option(
        name: .customLong("on"), help: ArgumentHelp("Bind `resource` to the resource with this id.", valueName: "id"))
    var resource: String?

    @Option(help: ArgumentHelp("Run a file of conformance cases.", valueName: "file"))
    var cases: String?

    @Option(help: "Use colours.")
    var color: ColorChoice = .auto

    func validate() throws {
        if cases != nil, expression != nil { throw ValidationError("--cases takes no expression beside it.") }
        if resource != nil, inventories.isEmpty { throw ValidationError("--on needs an inventory: -i FILE.") }
    }

    func run() throws {
        if let cases { return try runCases(cases) }
        let session = try EvalSession(
            bindings: readBindings(), inventories: inventories, resource: resource, color: color)
        guard let expression else { return try session.readLines() }
        guard session.answer(expression, on: Terminal.standardError) else { throw Triage.ExitCode.wrongInput }
    }

    // MARK: Bindings

    private func readBindings() throws -> [String: Value] {
        var result: [String: Value] = [:]
        let renderer = DiagnosticRenderer(palette: color.palette(for: Terminal.standardError))
        for binding in bindings {
            guard let split = binding.firstIndex(of: "="), split > binding.startIndex else {
                throw ValidationError("--bind takes NAME=JSON, such as 'x=[1, 2]'.")
            }
            let name = String(binding[..<split])
            let file = SourceFile(path: "--bind", text: Array(binding.utf8))
            var document = Document(file: file)
            let start = binding.utf8.distance(from: binding.startIndex, to: split) + 1
            let diagnostics = YAMLReader.read(start..<file.count, into: &document)
            guard !diagnostics.hasErrors, let root = document.roots.first,
                let value = JSONValue.value(document, root)
            else {
                Terminal.complain(
                    diagnostics.hasErrors
                        ? renderer.render(diagnostics) : "error: the value of `\(name)` is no JSON")
                throw Triage.ExitCode.wrongInput
            }
            result[name] = value
        }
        return result
    }

    // MARK: Cases

    private func runCases(_ path: String) throws {
        let file: SourceFile
        do {
            file = try InputFiles.read(path)
        } catch {
            Terminal.complain("error: cannot read `\(VisibleText.escaping(path))`: \(error.reason)")
            throw Triage.ExitCode.incomplete
        }
        let (cases, diagnostics) = ConformanceCase.read(file)
        if diagnostics.hasErrors {
            Terminal.complain(
                DiagnosticRenderer(palette: color.palette(for: Terminal.standardError)).render(diagnostics))
            throw Triage.ExitCode.wrongInput
        }
        var counts = (passed: 0, failed: 0, skipped: 0)
        for test in cases {
            let name = VisibleText.escaping(test.name)
            switch test.run() {
            case .passed:
                counts.passed += 1
                Terminal.print("passed  \(name)")
            case .failed(let reason):
                counts.failed += 1
                Terminal.print("failed  \(name): \(VisibleText.escaping(reason))")
            case .skipped(let reason):
                counts.skipped += 1
                Terminal.print("skipped \(name): \(VisibleText.escaping(reason))")
            }
        }
        Terminal.print("\(counts.passed) passed, \(counts.failed) failed, \(counts.skipped) skipped")
        if counts.failed > 0 { throw Triage.ExitCode.findings }
    }
}
