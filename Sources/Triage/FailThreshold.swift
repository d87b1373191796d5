package import Findings

/// From which severity on a finding fails the run (`--fail-on`).
package enum FailThreshold: Hashable, Sendable {
    /// Findings of this severity and above fail.
    case severity(Severity)
    /// Findings are reported but fail nothing.
    case never

    /// What the command line accepts, in its order.
    package static let names = Severity.allCases.map(\.rawValue) + ["never"]

    /// Reads `info`, `low`, `medium`, `high`, `critical` or `never`; nil for anything else.
    package init?(name: String) {
        if let severity = Severity(rawValue: name) {
            self = .severity(severity)
        } else if name == "never" {
            self = .never
        } else {
            return nil
        }
    }

    /// The word that `init(name:)` reads back.
    package var name: String {
        switch self {
        case .severity(let severity): severity.rawValue
        case .never: "never"
        }
    }

    /// Whether a finding of this severity fails the run.
    package func isReached(by severity: Severity) -> Bool {
        switch self {
        case .severity(let least): severity >= least
        case .never: false
        }
    }
}
