internal import ArgumentParser
internal import Diagnostics
internal import Engine
internal import Findings
internal import Reports
internal import Triage

/// The options that say what is reported, and where to.
struct ReportArguments: ParsableArguments {
    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Write a report: text, json or junit, to standard output or to a file (repeatable).",
            valueName: "format[=file]"))
    var reports: [String] = []

    @Option(help: "Fail from this severity on.")
    var failOn: FailThreshold = .severity(.low)

    @Option(help: "What the JSON report lists: findings only, or every verdict as well.")
    var verdicts: ReportOptions.Scope = .findings

    @Flag(help: "Print the summary only.")
    var quiet = false

    @Option(help: "JUnit with files and lines, or valid by the xUnit plugin's schema.")
    var junitFlavour: JUnitOptions.Flavour = .extended

    @Option(help: "What a JUnit suite stands for.")
    var junitGroup: JUnitOptions.Grouping = .rule

    @Option(help: "Which passing JUnit cases are listed.")
    var junitPasses: JUnitOptions.Passes = .all

    @Option(help: "How JUnit shows findings below --fail-on.")
    var junitBelow: JUnitOptions.Below = .pass

    @Flag(help: "List JUnit cases that are not applicable, as skipped.")
    var junitIncludeNa = false

    /// The reports asked for; text when there are none.
    func requests() throws -> [ReportRequest] { try Self.requests(reports) }

    /// The same of the texts that stand behind `--report`.
    static func requests(_ reports: [String]) throws -> [ReportRequest] {
        try read(reports, path: \.path) { text throws(ReportTarget.Refusal) in try ReportRequest(parsing: text) }
    }

    /// The reports that stand behind `--report` of a command with formats of its own.
    static func targets(_ reports: [String], among formats: [String]) throws -> [ReportTarget] {
        try read(reports, path: \.path) { text throws(ReportTarget.Refusal) in
            try ReportTarget(parsing: text, among: formats)
        }
    }

    private static func read<Report>(
        _ reports: [String], path: (Report) -> String?, _ parse: (String) throws(ReportTarget.Refusal) -> Report
    ) throws -> [Report] {
        var result: [Report] = []
        for text in reports.isEmpty ? ["text"] : reports {
            do {
                result.append(try parse(text))
            } catch {
                throw ValidationError(error.message + (error.help.map { "; " + $0 } ?? ""))
            }
        }
        let toOutput = result.count { path($0) == nil }
        if toOutput > 1 {
            throw ValidationError(
                "only one report can go to standard output; name a file for the others, as junit=report.xml.")
        }
        var files: Set<String> = []
        for report in result {
            guard let path = path(report), !files.insert(file(path)).inserted else { continue }
            throw ValidationError(
                "two reports go to `\(VisibleText.escaping(path))`, and the second would replace the first; give each a file of its own."
            )
        }
        return result
    }

    /// The same for paths that are spelt differently: `report.xml` for `./report.xml`.
    private static func file(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }

    /// Writes the reports; says what went wrong. False when one could not be written.
    func write(_ requests: [ReportRequest], _ run: RuleRun, jobs: Int, color: ColorChoice) -> Bool {
        var options = ReportOptions()
        options.palette = color.palette(for: Terminal.standardOutput)
        options.isQuiet = quiet
        options.scope = verdicts
        options.threshold = failOn
        options.junit.flavour = junitFlavour
        options.junit.grouping = junitGroup
        options.junit.passes = junitPasses
        options.junit.below = junitBelow
        options.junit.includesNotApplicable = junitIncludeNa
        return Self.write(to: requests) { request throws(ReportError) in
            try request.write(run, run.summary, options: options, jobs: jobs)
        }
    }

    /// Writes to every target; says what went wrong. False when one could not be written.
    static func write<Target>(to targets: [Target], _ write: (Target) throws(ReportError) -> Void) -> Bool {
        var isWritten = true
        for target in targets {
            do {
                try write(target)
            } catch .readerGone {
                // `plumb check … | head`: the reader has seen enough.
            } catch {
                Terminal.complain("error: \(error.message)")
                isWritten = false
            }
        }
        return isWritten
    }
}

extension FailThreshold: ExpressibleByArgument {
    /// Reads the value of `--fail-on`.
    public init?(argument: String) { self.init(name: argument) }
    /// As the help shows it.
    public var defaultValueDescription: String { name }
    /// What completion offers.
    public static var allValueStrings: [String] { names }
}

extension ReportOptions.Scope: ExpressibleByArgument {}
extension JUnitOptions.Flavour: ExpressibleByArgument {}
extension JUnitOptions.Grouping: ExpressibleByArgument {}
extension JUnitOptions.Passes: ExpressibleByArgument {}
extension JUnitOptions.Below: ExpressibleByArgument {}
