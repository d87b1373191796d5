package import Diagnostics
package import Reachability
package import Reports

/// What a question about traffic came to, to be reported.
package enum ReachAnswer: Sendable {
    /// About one target.
    case connection(Connection)
    /// About everything.
    case listing(ExposureListing)

    /// The answer in one word.
    package var verdict: ReachVerdict {
        switch self {
        case .connection(let connection): connection.verdict
        case .listing(let listing): listing.verdict
        }
    }
}

/// Writes answers about traffic.
package struct ReachReport: Sendable {
    /// What `--report` takes.
    package static let formats = ["text", "json", "svg"]

    /// Colours of the text, on a terminal.
    private let palette: Palette
    /// Of the program.
    private let version: String

    package init(version: String, palette: Palette) { (self.version, self.palette) = (version, palette) }

    /// Writes the report where it was asked for.
    package func write(_ answer: ReachAnswer, to target: ReportTarget) throws(ReportError) {
        // What goes to a file is not seen on a terminal.
        let palette = target.path == nil ? palette : Palette(isEnabled: false)
        try target.write(render(answer, format: target.format, palette))
    }

    private func render(_ answer: ReachAnswer, format: String, _ palette: Palette) -> ByteSink {
        var sink = ByteSink()
        switch (format, answer) {
        case ("json", _): ReachJSON(version: version).append(answer, to: &sink)
        case ("svg", .connection(let connection)): PathPicture(connection).append(to: &sink)
        case ("svg", .listing(let listing)): ListingPicture(listing).append(to: &sink)
        case (_, .connection(let connection)): ConnectionText(palette: palette).append(connection, to: &sink)
        case (_, .listing(let listing)): ListingText(palette: palette).append(listing, to: &sink)
        }
        return sink
    }
}
