import Diagnostics
import Networks
import Reachability
import Reports

/// A picture of the ways to one target: from the source over gateway, ACL and groups, up to the target or to what stops it.
struct PathPicture {
    /// Ways that are drawn; the others are counted.
    private static let limit = 12
    private static let left = 20

    private let connection: Connection

    init(_ connection: Connection) { self.connection = connection }

    func append(to sink: inout ByteSink) {
        var canvas = SVGCanvas()
        let head =
            "\(connection.source.name) → \(connection.target.text): \(Wording.services(connection.services))"
        canvas.text(head, x: Self.left, y: 34, limit: 110, SVGCanvas.Style(size: 16, isBold: true))
        var y = 52
        let ways = connection.passages.prefix(Self.limit)
        for passage in ways {
            let perhaps = passage.path.verdict == .passes ? "" : "perhaps "
            draw(passage.path, passage.targets, perhaps + Wording.traffic(passage.traffic), &canvas, &y)
        }
        if connection.passages.count > ways.count {
            let text = "and \(connection.passages.count - ways.count) more ways"
            canvas.text(text, x: Self.left, y: y + 14, SVGCanvas.Style(ink: .faint))
            y += 28
        }
        if let path = connection.deadEnd { draw(path, [connection.target], "", &canvas, &y) }
        let ink: Ink =
            switch connection.verdict {
            case .reachable: .good
            case .blocked: .bad
            case .unknown: .open
            }
        canvas.text(
            Wording.outcome(connection), x: Self.left, y: y + 18, limit: 120,
            SVGCanvas.Style(size: 14, ink: ink, isBold: true))
        canvas.finished(title: "\(head): \(connection.verdict.rawValue)", to: &sink)
    }

    private func draw(
        _ path: Path, _ targets: [ResourceName], _ traffic: String, _ canvas: inout SVGCanvas, _ y: inout Int
    ) {
        if !traffic.isEmpty {
            canvas.text(traffic, x: Self.left, y: y + 14, limit: 120, SVGCanvas.Style(size: 13))
            y += 24
        }
        let lane = PathLane(path: path, targets: targets, isInternet: connection.source.name == "internet")
        lane.draw(x: Self.left, y: y, on: &canvas)
        y += PathLane.height
        guard let step = Wording.deciding(path), let span = step.span else { return }
        // The entry that decides, as the inventory has it.
        let ink = PathLane.ink(step.verdict)
        let source = step.entry == nil ? step.detail : Self.onOneLine(span.text)
        let lines = [step.entry ?? step.id, source, span.place]
        let width = lines.map { min(SVGCanvas.width(of: $0, size: 12), 870) }.max() ?? 0
        canvas.box(
            x: Self.left, y: y, width: width + 28, height: 66, fill: PathLane.area(step.verdict), stroke: ink,
            isDashed: step.verdict == .undecided)
        for (place, line) in lines.enumerated() {
            canvas.text(
                line, x: Self.left + 14, y: y + 20 + place * 18, limit: 119,
                SVGCanvas.Style(ink: place == 1 ? .text : ink, isBold: place == 0))
        }
        y += 66 + 26
    }

    /// An entry may stand on several lines.
    private static func onOneLine(_ text: String) -> String {
        text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
    }
}
