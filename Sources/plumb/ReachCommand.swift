internal import ArgumentParser
internal import Diagnostics
internal import Inventory
internal import ReachReports
internal import Reachability
internal import Reports
internal import Triage
internal import Workers

/// `plumb reach`: what traffic can get where.
struct Reach: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what traffic can get where, and what lets it through or stops it.",
        discussion: """
            Without --to, everything that traffic from --from arrives at is listed. With it, the ways to one resource are \
            shown step by step, or what stops the traffic.

            Examples:
              plumb reach inventory/ --from internet
              plumb reach inventory/ --to i-0abc --port 22
              plumb reach inventory/ --from sg-0web --to db_instance/orders
              plumb reach inventory/ --to i-0abc --report svg=path.svg
              plumb reach inventory/ --to sg-0db --expect blocked

            Exit codes: 0 the question was answered; 1 the answer is not the one of --expect; 2 the command line or an \
            inventory is wrong; 3 a file could not be read or written, or it cannot be told whether --expect holds.
            """)

    /// What `--expect` takes.
    enum Expectation: String, CaseIterable, ExpressibleByArgument {
        case reachable, blocked
    }

    @Argument(help: "Inventory files, or directories of them.")
    var paths: [String]

    @Option(
        help: ArgumentHelp(
            "Where traffic comes from (repeatable, or with commas): internet, any, an address or range, a prefix list, or the id of an instance, network interface, security group, subnet or VPC.",
            valueName: "source"))
    var from: [String] = []

    @Option(
        help: ArgumentHelp(
            "Where it is to arrive: the id of an instance, network interface, load balancer, database, security group, network ACL or subnet, or TYPE/ID.",
            valueName: "target"))
    var to: String?

    @Option(help: ArgumentHelp("Ask for this port, or these: 22, 8000-8100 (repeatable).", valueName: "port"))
    var port: [String] = []

    @Option(
        name: .customLong("protocol"),
        help: ArgumentHelp(
            "Ask for this protocol: tcp, udp, icmp, all, a number (repeatable); with --port tcp, else all.",
            valueName: "protocol"))
    var transport: [String] = []

    @Option(help: "End with 1 unless this is the answer.")
    var expect: Expectation?

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Write a report: text, json or svg, to standard output or to a file (repeatable).",
            valueName: "format[=file]"))
    var reports: [String] = []

    @Option(help: "Threads to use; the default is one a processor.")
    var jobs: Int = Workers.processorCount

    @Option(help: "Use colours.")
    var color: ColorChoice = .auto

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 256.") }
    }

    func run() throws {
        let targets = try ReportArguments.targets(reports, among: ReachReport.formats)
        let loaded = InventoryLoader(catalog: try RuleOptions.catalog(), jobs: jobs).load(paths: paths)
        let isIncomplete = try loaded.report(color)
        let answer: ReachAnswer
        do throws(EndpointError) { answer = try self.answer(loaded.inventory) } catch {
            Terminal.complain("error: \(VisibleText.escaping(error.message))")
            throw Triage.ExitCode.wrongInput
        }
        let report = ReachReport(version: Plumb.version, palette: color.palette(for: Terminal.standardOutput))
        let isWritten = ReportArguments.write(to: targets) { target throws(ReportError) in
            try report.write(answer, to: target)
        }
        throw exitCode(answer.verdict, isIncomplete: isIncomplete || !isWritten)
    }

    private func answer(_ inventory: Inventory) throws(EndpointError) -> ReachAnswer {
        let services = try ServiceReader.services(ports: port, protocols: transport)
        let model = NetworkModel(inventory, ReferenceSource(inventory), jobs: jobs)
        let reader = EndpointReader(model)
        let source = try reader.source(from.isEmpty ? ["internet"] : from)
        guard let to else { return .listing(model.exposed(to: source, services: services)) }
        return .connection(model.connection(from: source, to: try reader.target(to), services: services))
    }

    private func exitCode(_ verdict: ReachVerdict, isIncomplete: Bool) -> Triage.ExitCode {
        if isIncomplete { return .incomplete }
        switch (expect, verdict) {
        case (nil, _), (.reachable, .reachable), (.blocked, .blocked): return .success
        case (_, .unknown): return .incomplete
        default: return .findings
        }
    }
}
