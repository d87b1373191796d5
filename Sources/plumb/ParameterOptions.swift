internal import ArgumentParser
internal import Inventory
internal import Rules

/// The options that give parameters of rules other values, shared by the subcommands.
struct ParameterOptions: ParsableArguments {
    @Option(
        name: .customLong("param"),
        help: ArgumentHelp(
            "Give a parameter of a rule this value, e.g. 2222, [22, 3389] or 90d (repeatable).",
            valueName: "rule.name=value"))
    var arguments: [String] = []

    @Option(
        name: .customLong("params"),
        help: ArgumentHelp(
            "Give parameters the values of a YAML file: rule, then name, then value (repeatable).", valueName: "file"))
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "Use the thresholds of trusted-advisor (the default), compute-optimizer or strict.", valueName: "name"))
    var profile: ThresholdProfile?

    /// The values, and the files that could not be read. What is wrong with the values comes with them.
    func overrides() -> (overrides: ParameterOverrides, unreadable: [UnreadableFile]) {
        var overrides = ParameterOverrides()
        var unreadable: [UnreadableFile] = []
        for path in files {
            do {
                overrides.add(try InputFiles.read(path))
            } catch {
                unreadable.append(error)
            }
        }
        if let profile { overrides.profile = profile }
        for argument in arguments { overrides.add(argument: argument) }
        return (overrides, unreadable)
    }
}

extension ThresholdProfile: ExpressibleByArgument {
    /// Reads the value of `--profile`.
    public init?(argument: String) { self.init(rawValue: argument) }
    /// What completion offers.
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
