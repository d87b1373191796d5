internal import ArgumentParser
internal import Triage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The command line. Each subcommand is a file of its own: it parses, calls a library and prints.
@main
struct Plumb: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "plumb",
        abstract: "Checks an inventory of cloud resources against compliance and cost rules, offline.",
        discussion: """
            Exit codes: 0 nothing at or above the threshold; 1 findings; 2 the command line, a rule file or an inventory \
            is wrong; 3 the run is incomplete.
            """,
        version: version,
        subcommands: [
            Check.self, Test.self, LintFiles.self, Reach.self, Access.self, Cost.self, Rules.self, Types.self,
            Functions.self,
            Eval.self, Prices.self, Schema.self,
        ])

    static func main() {
        // A reader that closes the pipe is told by EPIPE, which the reports handle; the signal would kill the process.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let code as Triage.ExitCode {
            Terminal.end(code)
        } catch {
            let text = fullMessage(for: error)
            // ArgumentParser's own code for a wrong command line is 64; ours is 2, as for every wrong input.
            if exitCode(for: error).isSuccess {
                Terminal.print(text)
                Terminal.end(.success)
            }
            Terminal.complain(text)
            Terminal.end(.wrongInput)
        }
    }
}

/// Thrown by a subcommand to end the process with this code; it has then said why.
extension Triage.ExitCode: Error {}
