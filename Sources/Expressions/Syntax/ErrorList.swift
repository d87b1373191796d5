/// The errors of one expression: no two at one place, and not too many.
struct ErrorList {
    private(set) var errors: [SyntaxError] = []
    /// Set where what follows cannot be understood any more: later errors are consequences.
    private(set) var isLost = false

    mutating func add(_ message: String, _ range: TextRange, help: String? = nil) {
        guard !isLost, !errors.contains(where: { $0.range.start == range.start }) else { return }
        errors.append(SyntaxError(message, range, help: help))
        if errors.count == SyntaxLimits.errors { stop() }
    }

    /// Ends the reading: there is nothing after this.
    mutating func stop() { isLost = true }

    /// In order of place.
    var sorted: [SyntaxError] { errors.sorted { $0.range.start < $1.range.start } }
}
