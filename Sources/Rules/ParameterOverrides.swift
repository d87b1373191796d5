package import Diagnostics
internal import Documents

/// Parameter values from outside a rule. They are bound when the rule is read, so that a wrong one is found there, with
/// the place where it stands.
///
/// Of two values for one parameter the later wins; those of the command line win over those of files.
package struct ParameterOverrides: Sendable {
    /// One value for one parameter.
    struct Assignment: Sendable {
        var name: String
        var nameSpan: SourceSpan
        var document: Document
        var value: NodeID
    }

    /// A rule that is named, and what its parameters are given.
    struct OfRule: Sendable {
        var rule: String
        var span: SourceSpan
        var assignments: [Assignment]
    }

    private(set) var fromFiles: [OfRule] = []
    private(set) var fromArguments: [OfRule] = []
    private(set) var files: [SourceFile] = []
    /// The profile that the last file with one names, or the command line.
    package var profile: ThresholdProfile?
    package private(set) var diagnostics: [Diagnostic] = []

    package init() {}

    /// What a rule's parameters are given, the values that win last.
    func given(to rule: String) -> GivenParameters {
        GivenParameters(
            profile: profile,
            assignments: (fromFiles + fromArguments).filter { $0.rule == rule }.flatMap(\.assignments))
    }

    // MARK: Files

    /// Reads a file: a mapping of rule ids to mappings of parameter names to values.
    package mutating func add(_ file: SourceFile) {
        files.append(file)
        let (document, problems) = YAMLReader.read(file)
        diagnostics += problems
        if problems.hasErrors { return }
        let help = "write sg-ssh-open-to-internet: {port: 2222}"
        guard let root = document.roots.first, document[root].kind == .mapping else {
            report(
                "a parameter file is a mapping of rule ids to parameters",
                document.roots.first.map(document.span) ?? SourceSpan(startOf: file), help: help)
            return
        }
        if document.roots.count > 1 {
            report("a parameter file is one YAML document", document.span(document.roots[1]))
        }
        for (key, value) in document.pairs(root) {
            let rule = document.text(key)
            if rule == Self.profileKey {
                readProfile(value, document)
                continue
            }
            guard document[value].kind == .mapping else {
                report("the parameters of `\(rule)` are a mapping of names to values", document.span(value), help: help)
                continue
            }
            fromFiles.append(
                OfRule(
                    rule: rule, span: document.span(key), assignments: Self.assignments(in: value, of: document)))
        }
    }

    /// The key of a file that is no rule.
    static let profileKey = "profile"

    private mutating func readProfile(_ node: NodeID, _ document: Document) {
        let name = document.text(node)
        if let profile = ThresholdProfile(rawValue: name) {
            self.profile = profile
        } else {
            diagnostics.append(
                Diagnostic(
                    .error, "`\(name)` is no profile", at: document.span(node),
                    help: Suggestion.help(for: name, among: ThresholdProfile.allCases.map(\.rawValue))))
        }
    }

    /// The pairs of a mapping of names to values.
    static func assignments(in mapping: NodeID, of document: Document) -> [Assignment] {
        document.pairs(mapping).map { key, value in
            Assignment(
                name: document.text(key), nameSpan: document.span(key), document: document, value: value)
        }
    }

    // MARK: Command line

    /// What messages call the place of a value on the command line.
    private static let argumentPath = "--param"

    /// Reads `RULE.NAME=VALUE`, the value in the form that YAML has for it.
    package mutating func add(argument: String) {
        let file = SourceFile(path: Self.argumentPath, text: argument.utf8)
        let bytes = file.bytes
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")),
            let dot = bytes[..<equals].firstIndex(of: UInt8(ascii: ".")), dot > 0, dot + 1 < equals
        else {
            report(
                "`--param` takes RULE.NAME=VALUE", SourceSpan(file: file, start: 0, end: file.count),
                help: "write sg-ssh-open-to-internet.port=2222")
            return
        }
        var document = Document(file: file)
        let problems = YAMLReader.read(equals + 1..<file.count, into: &document)
        diagnostics += problems
        if problems.hasErrors { return }
        guard let value = document.roots.first else {
            report(
                "there is no value after `=`", SourceSpan(file: file, start: file.count, end: file.count),
                help: "write \"\" for a text without characters, [] for a list without elements")
            return
        }
        if document.roots.count > 1 { report("the value is one YAML document", document.span(document.roots[1])) }
        let assignment = Assignment(
            name: file.text(dot + 1..<equals), nameSpan: SourceSpan(file: file, start: dot + 1, end: equals),
            document: document, value: value)
        fromArguments.append(
            OfRule(
                rule: file.text(0..<dot), span: SourceSpan(file: file, start: 0, end: dot), assignments: [assignment]))
    }

    private mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: span, help: help))
    }
}

/// What the parameters of one rule are given: those of a profile first, then values one by one.
struct GivenParameters: Sendable {
    var profile: ThresholdProfile?
    var assignments: [ParameterOverrides.Assignment] = []
}
