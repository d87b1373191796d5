/// A function, operator or macro as the reference shows it.
package struct ReferenceEntry: Sendable {
    package var group: FunctionGroup
    /// As it is written: `&&`, `math.greatest`, `startsWith`.
    package var name: String
    /// Other names of the same.
    package var aliases: [String] = []
    /// The ways to call it: `string.startsWith(string) → bool`.
    package var signatures: [String]
    /// One sentence.
    package var summary: String
    /// An expression that gives true.
    package var example: String

    /// Everything that expressions may call, chapter by chapter.
    package static let all: [ReferenceEntry] = {
        let entries = syntax + macros + functions
        return FunctionGroup.allCases.flatMap { group in entries.filter { $0.group == group } }
    }()

    /// The entries that go by this name: none, one, or two for `-`. The last part of a name is enough: `greatest`.
    package static func named(_ name: String) -> [ReferenceEntry] {
        let word = name.hasSuffix("()") ? String(name.dropLast(2)) : name
        let exact = all.filter { $0.name == word || $0.aliases.contains(word) }
        return exact.isEmpty ? all.filter { $0.name.hasSuffix(".\(word)") } : exact
    }

    // MARK: Functions

    private static let functions = FunctionLibrary.standard.definitions.filter { $0.function != .has }.map {
        definition in
        ReferenceEntry(
            group: definition.function.group, name: definition.function.name,
            aliases: Checker.matchNames.filter { $0.value == definition.function }.map(\.key).sorted(),
            signatures: SignatureText.signatures(of: definition), summary: definition.summary,
            example: definition.example)
    }
}

extension Function {
    /// As the reference calls it: `in`, `[]`, `math.greatest`.
    fileprivate var name: String {
        switch self {
        case .valueAt: "[]"
        case .optionalValueAt: "[?]"
        default: symbol
        }
    }
}
