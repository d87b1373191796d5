internal import ArgumentParser
internal import Diagnostics
internal import Reports
internal import Rules
internal import Triage

/// `plumb rules new`: the beginning of a rule.
struct NewRule: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begin a rule: a file that loads, whose tests pass, and that says what to change.",
        discussion: """
            Examples:
              plumb rules new bucket-unnamed --resource bucket -o my-rules.yaml
              plumb rules new sg-entry-undocumented --resource security_group --for-each ingress
            """)

    @Argument(help: "Id of the rule; it names the bad state, as sg-ssh-open-to-internet.")
    var id: String

    @Option(help: "Resource type it judges, one of those of `plumb types`.")
    var resource: String

    @Option(help: ArgumentHelp("Judge each entry of this list of the type.", valueName: "list"))
    var forEach: String?

    @Option(name: .shortAndLong, help: "Write the rule to this file, which must not be there yet.")
    var output: String?

    func run() throws {
        let catalog = try RuleOptions.catalog()
        let skeleton: RuleSkeleton
        do throws(RuleSkeleton.Refusal) {
            skeleton = try RuleSkeleton(
                id: id, resource: resource, forEach: forEach, catalog: catalog)
        } catch {
            let help = error.help.map { "; \($0)" } ?? ""
            Terminal.complain("error: \(VisibleText.escaping(error.message + help))")
            throw Triage.ExitCode.wrongInput
        }
        guard let output else { return Terminal.print(skeleton.text(path: "\(id).yaml")) }
        do throws(NewFile.Failure) {
            try NewFile.write(skeleton.text(path: output), to: output)
        } catch .exists {
            Terminal.complain(
                "error: `\(VisibleText.escaping(output))` is there already, and is not overwritten; name another file")
            throw Triage.ExitCode.wrongInput
        } catch .cannotWrite(let error) {
            Terminal.complain("error: \(error.message)")
            throw Triage.ExitCode.incomplete
        }
        Terminal.print("wrote \(VisibleText.escaping(output)); try it with: plumb test \(VisibleText.escaping(output))")
    }
}
