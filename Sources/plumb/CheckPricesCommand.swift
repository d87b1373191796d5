internal import ArgumentParser
internal import Diagnostics
internal import Prices
internal import Triage

/// `plumb prices check`: mistakes in users' books.
struct CheckPrices: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check books of prices for mistakes.",
        discussion: """
            Examples:
              plumb prices check our-prices.yaml
            """)

    @Argument(help: "Price books, or directories of them.")
    var paths: [String]

    @Option(help: "Use colours.")
    var color: ColorChoice = .auto

    func run() throws {
        var files = NamedFiles()
        var diagnostics: [Diagnostic] = []
        var summaries: [String] = []
        for path in paths {
            for candidate in files.find(at: path) {
                guard let file = files.read(candidate) else { continue }
                let (book, problems) = PriceBook.read(file, today: PriceOptions.today, against: .bundled())
                diagnostics += problems + book.ageWarnings(on: PriceOptions.today)
                if problems.hasErrors { continue }
                let figures = book.figures()
                let items = Set(figures.map(\.item.name)).count
                summaries.append(
                    "\(VisibleText.escaping(file.path)): \(figures.count) figure\(figures.count == 1 ? "" : "s") of "
                        + "\(items) item\(items == 1 ? "" : "s"), no mistakes")
            }
        }
        let renderer = DiagnosticRenderer(palette: color.palette(for: Terminal.standardError))
        if !diagnostics.isEmpty { Terminal.complain(renderer.render(diagnostics)) }
        files.complain(wanted: "price book")
        if !summaries.isEmpty { Terminal.print(summaries.joined(separator: "\n")) }
        if let code = files.exitCode(isWrong: diagnostics.hasErrors) { throw code }
    }
}
