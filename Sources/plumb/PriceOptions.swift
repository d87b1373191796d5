internal import ArgumentParser
internal import Calendar
internal import Diagnostics
internal import Inventory
internal import Prices
internal import Triage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The option that lays users' prices over the bundled ones, shared by the subcommands.
struct PriceOptions: ParsableArguments {
    @Option(
        name: .customLong("prices"),
        help: ArgumentHelp(
            "Use the prices of this book rather than the bundled ones (repeatable; later ones win).", valueName: "file")
    )
    var files: [String] = []

    /// The bundled prices with those of the files over them; says on standard error what is wrong. Throws where a book has
    /// mistakes or cannot be read. `day`: of the inventory; books much older are told. Nil asks for today.
    func load(on day: CivilDate? = nil, color: ColorChoice) throws -> PriceBook {
        var book = PriceBook.bundled()
        var named = NamedFiles()
        var diagnostics: [Diagnostic] = []
        for path in files {
            for candidate in named.find(at: path) {
                guard let file = named.read(candidate) else { continue }
                let (own, problems) = PriceBook.read(file, today: Self.today, against: .bundled())
                diagnostics += problems
                if !problems.hasErrors { book.override(with: own) }
            }
        }
        diagnostics += book.ageWarnings(on: day ?? Self.today)
        let renderer = DiagnosticRenderer(palette: color.palette(for: Terminal.standardError))
        if !diagnostics.isEmpty { Terminal.complain(renderer.render(diagnostics)) }
        named.complain(wanted: "price book")
        if let code = named.exitCode(isWrong: diagnostics.hasErrors) { throw code }
        return book
    }

    /// The day by the clock, in UTC.
    static var today: CivilDate { CivilDate(daysSince1970: Int(time(nil)) / 86_400) }
}
