package import Calendar
package import Catalog
package import Diagnostics
internal import Engine
internal import Inventory
internal import Prices
package import Rules

/// Checks rules, tests, inventories and price books as far as that can be done without judging anything.
package struct Linter {
    private let catalog: Catalog
    /// Threads to read inventories with.
    private let jobs: Int
    /// Price books are not to be of later days.
    private let today: CivilDate?
    private var rules: RuleSet
    private var inventories: [InputFiles.Candidate] = []
    private var hasInventory = false
    private var problems: [Diagnostic] = []
    /// In the order in which they were given.
    private var files: [SourceFile] = []

    /// `rules`: those that tests may speak of besides the ones that are checked.
    package init(catalog: Catalog, rules: RuleSet, jobs: Int, today: CivilDate? = nil) {
        (self.catalog, self.rules, self.jobs, self.today) = (catalog, rules, jobs, today)
        files = rules.parameterFiles
    }

    /// Takes a file, of whichever kind.
    package mutating func add(_ file: SourceFile) {
        files.append(file)
        let (kind, problems) = FileKind.of(file, catalog: catalog)
        self.problems += problems
        switch kind {
        case .rules: rules.add(file, catalog: catalog)
        case .tests: rules.addTests(file)
        case .inventory:
            inventories.append(InputFiles.Candidate(file))
            hasInventory = true
        // Whose the series are is told by the inventories beside them.
        case .metrics: inventories.append(InputFiles.Candidate(file))
        case .prices: addPrices(file)
        case nil: break
        }
    }

    private mutating func addPrices(_ file: SourceFile) {
        let (book, problems) = PriceBook.read(file, today: today, against: .bundled())
        self.problems += problems
        if let today { self.problems += book.ageWarnings(on: today) }
    }

    /// What is wrong, by file as given and then by position.
    package mutating func finish() -> LintResult {
        rules.finish(catalog: catalog)
        problems += rules.diagnostics
        for rule in rules.rules {
            for example in rule.examples {
                problems += ExampleRun.inventory(of: example, type: rule.resourceType, catalog: catalog).problems
            }
        }
        let loaded = InventoryLoader(catalog: catalog, jobs: jobs).load(inventories, needsInventory: hasInventory)
        problems += loaded.diagnostics
        if !loaded.diagnostics.hasErrors {
            problems += InventoryGraph(loaded.inventory, jobs: jobs).unreadablePolicies
        }
        var order: [ObjectIdentifier: Int] = [:]
        for (index, file) in files.enumerated() { order[ObjectIdentifier(file)] = index }
        func place(_ problem: Diagnostic) -> Int {
            // Built-in rules and the command line come before what was given.
            problem.span.flatMap { order[ObjectIdentifier($0.file)] } ?? -1
        }
        let sorted = problems.enumerated().sorted { a, b in
            (place(a.element), a.offset) < (place(b.element), b.offset)
        }
        return LintResult(
            files: files, fileCount: files.count + (rules.hasBuiltin ? RuleSet.builtinFiles().count : 0),
            diagnostics: sorted.map(\.element).sortedByPosition())
    }
}

/// What checking files gave.
package struct LintResult: Sendable {
    /// Those that were given.
    package var files: [SourceFile]
    /// With the built-in ones, where they were checked.
    package var fileCount: Int
    package var diagnostics: [Diagnostic]

    /// One line to close with: `3 files checked: no mistakes`.
    package var summary: String {
        let errors = diagnostics.filter { $0.severity == .error }
        let warnings = diagnostics.count - errors.count
        let also = warnings == 0 ? "" : ", \(Self.count(warnings, "warning"))"
        if errors.isEmpty { return "\(Self.count(fileCount, "file")) checked: no mistakes\(also)" }
        let blamed = Set(errors.compactMap { $0.span.map { ObjectIdentifier($0.file) } })
            .intersection(files.map(ObjectIdentifier.init))
        // Those of the command line are in no file.
        let place = blamed.isEmpty ? "" : " in \(Self.count(blamed.count, "file"))"
        return Self.count(errors.count, "mistake") + place + also
    }

    private static func count(_ number: Int, _ what: String) -> String { "\(number) \(what)\(number == 1 ? "" : "s")" }
}
