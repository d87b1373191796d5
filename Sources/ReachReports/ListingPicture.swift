import Networks
import Reachability
import Reports

/// A picture of what is exposed: the resources by subnet, with the services that arrive.
struct ListingPicture {
    /// Resources that are drawn; the others are counted.
    private static let limit = 60
    private static let left = 20
    private static let cloudWidth = 150
    private static let lineHeight = 20
    private static let columnLimit = 46

    private let listing: ExposureListing

    init(_ listing: ExposureListing) { self.listing = listing }

    /// The resources in one subnet, or in the same several.
    private struct Group {
        var subnet: String
        var rows: [ExposureListing.Row] = []
    }

    /// A line in the box of a subnet.
    private struct Line {
        var cells: [String]
        var isOpen: Bool
        var isDown: Bool
    }

    func append(to sink: inout ByteSink) {
        var canvas = SVGCanvas()
        let services = listing.services == .all ? "" : ": \(listing.services)"
        let head = "reachable from \(listing.source.name)\(services)"
        canvas.text(head, x: Self.left, y: 34, limit: 110, SVGCanvas.Style(size: 16, isBold: true))
        let rows = Array(listing.rows.prefix(Self.limit))
        let groups = grouped(rows).map { (subnet: $0.subnet, lines: $0.rows.flatMap(lines)) }
        var widths = [0, 0, 0]
        for line in groups.flatMap(\.lines) {
            for (column, cell) in line.cells.enumerated() {
                let text = TextColumns.clipped(cell, to: Self.columnLimit)
                widths[column] = max(widths[column], SVGCanvas.width(of: text, size: 12))
            }
        }
        let boxLeft = Self.left + Self.cloudWidth + 70
        var y = 60
        var doors: [(y: Int, isOpen: Bool)] = []
        for group in groups {
            let height = 34 + group.lines.count * Self.lineHeight + 8
            canvas.box(
                x: boxLeft, y: y, width: widths.reduce(0, +) + 2 * 24 + 28, height: height, fill: .area, stroke: .line)
            canvas.text(group.subnet, x: boxLeft + 14, y: y + 20, limit: 60, SVGCanvas.Style(ink: .faint))
            draw(group.lines, widths, x: boxLeft + 14, y: y + 34, on: &canvas)
            doors.append((y + height / 2, group.lines.allSatisfy(\.isOpen)))
            y += height + 16
        }
        if listing.rows.count > rows.count {
            let text = "and \(listing.rows.count - rows.count) more resources"
            canvas.text(text, x: boxLeft, y: y + 8, SVGCanvas.Style(ink: .faint))
            y += 26
        }
        drawSource(doors, to: boxLeft, on: &canvas)
        y = max(y, 60 + 110)
        canvas.text(
            Wording.counts(listing), x: Self.left, y: y + 18, limit: 120, SVGCanvas.Style(size: 14, isBold: true))
        canvas.finished(title: "\(head): \(Wording.counts(listing))", to: &sink)
    }

    private func drawSource(_ doors: [(y: Int, isOpen: Bool)], to end: Int, on canvas: inout SVGCanvas) {
        if listing.source.name == "internet" {
            canvas.cloud(x: Self.left, y: 60, width: Self.cloudWidth, height: 96)
        } else {
            canvas.box(x: Self.left, y: 64, width: Self.cloudWidth, height: 88, fill: .area, stroke: .line)
        }
        canvas.text(
            listing.source.name, x: Self.left + Self.cloudWidth / 2, y: 116, limit: 16,
            SVGCanvas.Style(size: 13, isBold: true, isCentred: true))
        let start = Self.left + Self.cloudWidth
        let trunk = start + 28
        // What cannot be told first, so that a green line lies above a grey one.
        for door in doors.filter(\.isOpen) + doors.filter({ !$0.isOpen }) {
            canvas.arrow(
                [(start, 110), (trunk, 110), (trunk, door.y), (end, door.y)], door.isOpen ? .open : .good,
                isDashed: door.isOpen)
        }
    }

    private func draw(_ lines: [Line], _ widths: [Int], x: Int, y: Int, on canvas: inout SVGCanvas) {
        for (number, line) in lines.enumerated() {
            var left = x
            for (column, cell) in line.cells.enumerated() {
                let ink: Ink = line.isOpen ? .open : line.isDown ? .faint : column == 1 ? .good : .text
                canvas.text(
                    cell, x: left, y: y + 14 + number * Self.lineHeight, limit: Self.columnLimit,
                    SVGCanvas.Style(ink: ink, isBold: column == 0))
                left += widths[column] + 24
            }
        }
    }

    private func grouped(_ rows: [ExposureListing.Row]) -> [Group] {
        var groups: [Group] = []
        var places: [String: Int] = [:]
        for row in rows {
            let name = row.subnets.isEmpty ? "no subnet known" : row.subnets.joined(separator: ", ")
            let place = places[name] ?? groups.count
            if place == groups.count {
                groups.append(Group(subnet: name))
                places[name] = place
            }
            groups[place].rows.append(row)
        }
        return groups
    }

    private func lines(_ row: ExposureListing.Row) -> [Line] {
        var lines: [Line] = []
        // That it does not answer must not be what is cut off.
        let down = row.isDown.map { ", \($0)" } ?? ""
        let name = TextColumns.clipped(row.resource.text, to: Self.columnLimit - down.count) + down
        for passage in row.passages {
            let isOpen = passage.path.verdict != .passes
            for group in passage.traffic.groups {
                let cells = [
                    lines.isEmpty ? name : "", (isOpen ? "perhaps " : "") + Wording.services(group.services),
                    "from " + group.addresses.summary,
                ]
                lines.append(Line(cells: cells, isOpen: isOpen, isDown: row.isDown != nil))
            }
        }
        if lines.isEmpty {
            lines.append(Line(cells: [name, "not known", ""], isOpen: true, isDown: row.isDown != nil))
        }
        return lines
    }
}
