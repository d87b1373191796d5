internal import ArgumentParser
internal import Diagnostics
internal import Prices
internal import Reports
internal import Triage

/// `plumb prices import`: a book of AWS's price lists.
struct ImportPrices: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make a price book of offer files of the AWS Price List.",
        discussion: """
            An offer file is what https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2/current/eu-west-1/index.json \
            gives, and the like of other services and regions. What is passed over is counted on standard error.

            Examples:
              plumb prices import AmazonEC2.json AmazonRDS.json -o aws-prices.yaml
              plumb prices import index.json --region eu-west-1 --region eu-central-1 -o aws-prices.yaml
            """)

    @Argument(help: "Offer files: index.json of one service.")
    var paths: [String]

    @Option(help: ArgumentHelp("Take the prices of this region only (repeatable).", valueName: "region"))
    var region: [String] = []

    @Option(name: .shortAndLong, help: "Write the book to this file, which must not be there yet.")
    var output: String?

    @Option(help: "Use colours.")
    var color: ColorChoice = .auto

    func run() throws {
        try checkRegions()
        var files = NamedFiles()
        var taking = OfferImport(regions: region)
        for path in paths {
            for candidate in files.find(at: path) {
                // One at a time: they are large.
                if let file = files.read(candidate) { taking.add(file) }
            }
        }
        let renderer = DiagnosticRenderer(palette: color.palette(for: Terminal.standardError))
        if !taking.diagnostics.isEmpty { Terminal.complain(renderer.render(taking.diagnostics)) }
        files.complain(wanted: "offer file")
        if let code = files.exitCode(isWrong: taking.diagnostics.hasErrors) { throw code }
        let counts = taking.passed.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        for (reason, count) in counts {
            Terminal.complain("passed over \(count) product\(count == 1 ? "" : "s") \(VisibleText.escaping(reason))")
        }
        let figures = taking.book.figures().count
        guard figures > 0 else {
            Terminal.complain("error: no price could be taken from these files")
            throw Triage.ExitCode.wrongInput
        }
        try write(PriceBookWriter(taking.book).yaml(), figures)
    }

    private func checkRegions() throws {
        for name in region where !Region.commercial.contains(name) && !Region.others.contains(name) {
            let nearest = Suggestion.nearest(to: name, among: Region.commercial.union(Region.others).sorted())
            guard nearest != nil || !Region.hasShape(name) else { continue }
            let help = nearest.map { "; did you mean `\($0)`?" } ?? ""
            Terminal.complain("error: there is no region `\(VisibleText.escaping(name))`\(help)")
            throw Triage.ExitCode.wrongInput
        }
    }

    private func write(_ text: String, _ figures: Int) throws {
        guard let output else { return Terminal.print(text) }
        let name = VisibleText.escaping(output)
        do throws(NewFile.Failure) { try NewFile.write(text, to: output) } catch .exists {
            Terminal.complain("error: `\(name)` is there already, and is not overwritten; name another file")
            throw Triage.ExitCode.wrongInput
        } catch .cannotWrite(let error) {
            Terminal.complain("error: \(error.message)")
            throw Triage.ExitCode.incomplete
        }
        Terminal.print("wrote \(figures) figure\(figures == 1 ? "" : "s") to \(name); use them with --prices \(name)")
    }
}
