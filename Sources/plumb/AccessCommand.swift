internal import AccessReports
internal import ArgumentParser
internal import BucketAccess
internal import Diagnostics
internal import Inventory
internal import Reports
internal import Triage
internal import Workers

/// `plumb access`: who may do what with a resource.
struct Access: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell who may do what with a resource, and which statement lets them.",
        discussion: """
            The last argument names the resource, those before it the inventory. Without --as and --action all is \
            explained: policy, access control list and public access flags. With them one question is answered.

            Examples:
              plumb access inventory/ bucket/pictures
              plumb access inventory/ pictures --as anyone --action s3:GetObject
              plumb access inventory/ pictures --as 111122223333 --action s3:PutObject
              plumb access inventory/ logs --as logging.s3.amazonaws.com \\
                --action s3:PutObject --context aws:SourceAccount=111122223333
              plumb access inventory/ pictures --action s3:PutObject --expect denied

            Exit codes: 0 the question was answered; 1 the answer is not the one of --expect; 2 the command line or an \
            inventory is wrong; 3 a file could not be read or written, or it cannot be told whether --expect holds.
            """)

    /// What `--expect` takes.
    enum Expectation: String, CaseIterable, ExpressibleByArgument {
        case allowed, denied
    }

    @Argument(
        help: ArgumentHelp(
            "Inventory files, or directories of them, and behind them the resource: TYPE/ID, an id, or an ARN.",
            valueName: "paths> <resource"))
    var arguments: [String]

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Who asks: anyone, any-account, an account id, the ARN of a user, role, session or root, a service, or a canonical user id; with --action anyone.",
            valueName: "principal"))
    var asker: String?

    @Option(help: ArgumentHelp("What is to be done: s3:GetObject (repeatable).", valueName: "action"))
    var action: [String] = []

    @Option(help: ArgumentHelp("Key of the object it is done to; any object, if none is given.", valueName: "key"))
    var object: String?

    @Option(
        help: ArgumentHelp(
            "A key of the request: aws:SourceIp=203.0.113.9 (repeatable); keys that are not given are not known.",
            valueName: "key=value"))
    var context: [String] = []

    @Option(help: "End with 1 unless this is the answer to every action.")
    var expect: Expectation?

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Write a report: text or json, to standard output or to a file (repeatable).",
            valueName: "format[=file]"))
    var reports: [String] = []

    @Option(help: "Threads to use; the default is one a processor.")
    var jobs: Int = Workers.processorCount

    @Option(help: "Use colours.")
    var color: ColorChoice = .auto

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 256.") }
        guard arguments.count > 1 else {
            throw ValidationError(
                InputFiles.isThere(arguments[0])
                    ? "`\(arguments[0])` is an inventory; name the resource behind it, as bucket/NAME."
                    : "name the inventory before the resource `\(arguments[0])`.")
        }
        guard action.isEmpty else { return }
        let idle = [
            (asker, "--as"), (object, "--object"), (context.first, "--context"), (expect?.rawValue, "--expect"),
        ]
        if let (_, option) = idle.first(where: { $0.0 != nil }) {
            throw ValidationError("\(option) asks about an action; give one with --action, as s3:GetObject.")
        }
    }

    func run() throws {
        let targets = try ReportArguments.targets(reports, among: AccessReport.formats)
        let loader = InventoryLoader(catalog: try RuleOptions.catalog(), jobs: jobs)
        let loaded = loader.load(paths: Array(arguments.dropLast()))
        let isIncomplete = try loaded.report(color)
        let reply: AccessReply
        do throws(AccessError) { reply = try self.reply(loaded.inventory) } catch {
            Terminal.complain("error: \(VisibleText.escaping(error.message))")
            // What is not there may be in the file that could not be read.
            if isIncomplete, case .unknown = error { throw Triage.ExitCode.incomplete }
            throw Triage.ExitCode.wrongInput
        }
        let report = AccessReport(version: Plumb.version, palette: color.palette(for: Terminal.standardOutput))
        let isWritten = ReportArguments.write(to: targets) { target throws(ReportError) in
            try report.write(reply, to: target)
        }
        throw exitCode(reply, isIncomplete: isIncomplete || !isWritten)
    }

    private func reply(_ inventory: Inventory) throws(AccessError) -> AccessReply {
        let model = AccessModel(inventory, jobs: jobs)
        let resource = try self.resource(in: model)
        if action.isEmpty { return .explanation(model.explanation(of: resource)) }
        let questions = try AccessQuestion.read(
            as: asker ?? "anyone", actions: action, object: object, context: context, of: resource)
        return .answers(questions.map { model.answer($0, about: resource) }, resource)
    }

    private func resource(in model: AccessModel) throws(AccessError) -> AccessResource {
        let name = arguments.last ?? ""
        do throws(AccessError) { return try model.resource(named: name) } catch {
            guard case .unknown = error, InputFiles.isThere(name) else { throw error }
            throw .question("`\(name)` is a file or directory; name the resource behind the inventory, as bucket/NAME")
        }
    }

    private func exitCode(_ reply: AccessReply, isIncomplete: Bool) -> Triage.ExitCode {
        guard !isIncomplete else { return .incomplete }
        guard let expect, case .answers(let answers, _) = reply else { return .success }
        let outcomes = Set(answers.flatMap(\.outcomes))
        // One answer to the contrary is one, whatever the others are.
        if outcomes.contains(expect == .allowed ? .denied : .allowed) { return .findings }
        return outcomes.contains(.unknown) ? .incomplete : .success
    }
}
