import Findings

extension Reach {
    /// The effect and its reason, for people: `latent: attached to nothing`.
    var line: String {
        switch effect {
        case .effective: "effective: \(reason)"
        case .latent: "latent: \(reason)"
        case .undetermined: "not told whether it is effective: \(reason)"
        }
    }
}
