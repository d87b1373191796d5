internal import Diagnostics
internal import Inventory
internal import Rules
internal import Triage

/// Finds and reads the files that the paths of a command line stand for, each once, and keeps what went wrong.
struct NamedFiles {
    private(set) var unreadable: [UnreadableFile]
    private var emptyDirectories: [String] = []
    private var known: Set<String> = []

    /// `unreadable`: files that could not be read before.
    init(unreadable: [UnreadableFile] = []) { self.unreadable = unreadable }

    /// Whether every path and file could be used so far.
    var isWhole: Bool { unreadable.isEmpty && emptyDirectories.isEmpty }

    /// The file, or those of the directory that are wanted.
    mutating func find(
        at path: String, where isWanted: (InputFiles.Candidate) -> Bool = { _ in true }
    ) -> [InputFiles.Candidate] {
        do {
            let found = try InputFiles.candidates(at: path).filter(isWanted)
            if found.isEmpty { emptyDirectories.append(path) }
            return found
        } catch {
            unreadable.append(error)
            return []
        }
    }

    /// The same; with a rule file that is named come its tests, and with a test file its rules.
    mutating func findWithCounterparts(at path: String) -> [InputFiles.Candidate] {
        let found = find(at: path)
        guard let named = found.first, named.isNamed else { return found }
        let others = TestFileName.counterparts(of: named.path).flatMap { (try? InputFiles.candidates(at: $0)) ?? [] }
        return found + others.filter(\.isNamed)
    }

    /// The file; nil where it has been read already or cannot be.
    mutating func read(_ candidate: InputFiles.Candidate) -> SourceFile? {
        guard known.insert(candidate.path).inserted else { return nil }
        do {
            return try InputFiles.read(candidate)
        } catch {
            unreadable.append(error)
            return nil
        }
    }

    /// Says on standard error what went wrong. `kind`: what a directory was to hold.
    func complain(wanted kind: String) {
        for path in emptyDirectories {
            Terminal.complain(
                "error: the directory `\(VisibleText.escaping(path))` holds no \(kind) (.yaml, .yml or .json)")
        }
        for file in unreadable {
            Terminal.complain("error: cannot read `\(VisibleText.escaping(file.path))`: \(file.reason)")
        }
    }

    /// How the command ends when it can go no further; nil when it can. `isWrong`: whether a file has mistakes.
    func exitCode(isWrong: Bool) -> Triage.ExitCode? {
        if isWrong || !emptyDirectories.isEmpty { return .wrongInput }
        return unreadable.isEmpty ? nil : .incomplete
    }
}
