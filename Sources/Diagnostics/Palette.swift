/// The few colours of the terminal output; off, it returns the text unchanged.
package struct Palette: Sendable {
    /// What the colour says.
    package enum Role: String, Sendable {
        case error = "1;31"
        case warning = "1;33"
        case info = "1;34"
        case help = "32"
        case strong = "1"
        case faint = "2"
    }

    package var isEnabled: Bool
    package init(isEnabled: Bool) { self.isEnabled = isEnabled }

    /// The text in the role's colour (ECMA-48 SGR).
    package func paint(_ text: String, _ role: Role) -> String {
        isEnabled ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }
}
