/// A file that may stand among inventories and is none, told by its top-level key.
package enum OtherFile: String, CaseIterable, Sendable {
    case rules, tests, prices

    /// As a sentence calls it.
    package var name: String {
        switch self {
        case .rules: "rule file"
        case .tests: "test file"
        case .prices: "price book"
        }
    }

    /// What to do with it instead.
    package var advice: String {
        switch self {
        case .rules: "give it with --rules"
        case .tests: "run it with plumb test"
        case .prices: "give it with --prices"
        }
    }

    /// The same in a diagnostic.
    var help: String {
        switch self {
        case .rules: "give it with `--rules`"
        case .tests: "run it with `plumb test`"
        case .prices: "give it with `--prices`"
        }
    }
}
