import Reachability

/// One way, drawn from left to right.
struct PathLane {
    /// With the space below it.
    static let height = 168

    private static let nodeWidth = 196
    private static let nodeHeight = 92
    private static let cloudWidth = 150
    /// Between two boxes: room for an arrow.
    private static let gap = 42
    /// Around the boxes in a subnet.
    private static let padding = 14
    private static let subnetHead = 24

    private let path: Path
    private let targets: [ResourceName]
    private let isInternet: Bool

    init(path: Path, targets: [ResourceName], isInternet: Bool) {
        (self.path, self.targets, self.isInternet) = (path, targets, isInternet)
    }

    static func ink(_ verdict: Path.Verdict) -> Ink {
        switch verdict {
        case .passes: .good
        case .stops: .bad
        case .undecided: .open
        }
    }

    static func area(_ verdict: Path.Verdict) -> Ink {
        switch verdict {
        case .passes: .goodArea
        case .stops: .badArea
        case .undecided: .openArea
        }
    }

    /// Whether the source stands in a subnet, as one more box there.
    private var isSourceInside: Bool { path.steps.first?.subnet != nil }

    /// The boxes; where the traffic stops, the target it does not reach comes last.
    private var steps: [Path.Step] {
        var steps = path.steps
        if !isSourceInside { steps.removeFirst() }
        if path.blocker != nil, let target = targets.first {
            steps.append(
                Path.Step(.target, id: target.id, .undecided, detail: "not reached", subnet: path.targetSubnet))
        }
        return steps
    }

    func draw(x: Int, y: Int, on canvas: inout SVGCanvas) {
        let top = y + Self.subnetHead + Self.padding
        let middle = top + Self.nodeHeight / 2
        var (x, end) = (x, x)
        if !isSourceInside {
            drawSource(x: x, y: top, on: &canvas)
            x += Self.cloudWidth
            end = x
        }
        var subnet: String?
        let steps = steps
        let decider = steps.firstIndex { $0.kind != .target && $0.entry == deciding?.entry && $0.id == deciding?.id }
        for (number, step) in steps.enumerated() {
            if step.kind != .source { x += Self.gap }
            // Out of one subnet and into another there is a border more to cross.
            if subnet != nil, step.subnet != subnet { x += Self.padding }
            if let inside = step.subnet, inside != subnet {
                x += Self.padding
                let count = steps[number...].prefix { $0.subnet == inside }.count
                let width = count * Self.nodeWidth + (count - 1) * Self.gap + 2 * Self.padding
                canvas.box(
                    x: x - Self.padding, y: y, width: width,
                    height: Self.subnetHead + Self.nodeHeight + 2 * Self.padding, fill: .area, stroke: .line)
                canvas.text(
                    inside, x: x, y: y + 20, limit: SVGCanvas.characters(in: width - 30, size: 12),
                    SVGCanvas.Style(ink: .faint))
            }
            subnet = step.subnet
            let isReached = path.blocker == nil || number < steps.count - 1
            drawNode(step, isReached: isReached, isDeciding: number == decider, x: x, y: top, on: &canvas)
            if isReached, step.kind != .source { drawArrow(to: step, from: end, to: x, y: middle, on: &canvas) }
            x += Self.nodeWidth
            end = x
        }
    }

    private var deciding: Path.Step? { Wording.deciding(path) }

    private func drawSource(x: Int, y: Int, on canvas: inout SVGCanvas) {
        let name = path.steps.first?.id ?? ""
        if isInternet {
            canvas.cloud(x: x, y: y - 6, width: Self.cloudWidth, height: Self.nodeHeight + 6)
        } else {
            canvas.box(x: x, y: y, width: Self.cloudWidth, height: Self.nodeHeight, fill: .area, stroke: .line)
        }
        canvas.text(
            name, x: x + Self.cloudWidth / 2, y: y + Self.nodeHeight / 2 + 8, limit: 15,
            SVGCanvas.Style(size: 13, isBold: true, isCentred: true))
    }

    private func drawArrow(to step: Path.Step, from start: Int, to end: Int, y: Int, on canvas: inout SVGCanvas) {
        guard step.verdict == .stops else {
            return canvas.arrow(
                [(start, y), (end, y)], Self.ink(step.verdict), isDashed: step.verdict == .undecided)
        }
        canvas.arrow([(start, y), (end - 10, y)], .bad)
        canvas.cross(x: end - 2, y: y)
    }

    private func drawNode(
        _ step: Path.Step, isReached: Bool, isDeciding: Bool, x: Int, y: Int, on canvas: inout SVGCanvas
    ) {
        let verdict = step.verdict
        let isMarked = isReached && (isDeciding || verdict != .passes || step.kind == .target)
        let isFilled = isReached && (verdict != .passes || step.kind == .target)
        canvas.box(
            x: x, y: y, width: Self.nodeWidth, height: Self.nodeHeight, fill: isFilled ? Self.area(verdict) : .paper,
            stroke: isMarked ? Self.ink(verdict) : .line, isDashed: verdict == .undecided, weight: isMarked ? 2 : 1)
        let kind = step.kind == .target ? (targets.first?.type ?? "target") : Wording.kind(step)
        let left = x + 12
        let room = Self.nodeWidth - 22
        func fit(_ size: Int) -> Int { SVGCanvas.characters(in: room, size: size) }
        canvas.text(kind, x: left, y: y + 20, limit: fit(11), SVGCanvas.Style(size: 11, ink: .faint))
        canvas.text(
            step.id, x: left, y: y + 40, limit: fit(13),
            SVGCanvas.Style(size: 13, ink: isReached ? .text : .faint, isBold: true))
        let (first, second) = Self.wrapped(detail(step, isReached: isReached), fit(11))
        canvas.text(first, x: left, y: y + 60, limit: fit(11), SVGCanvas.Style(size: 11))
        canvas.text(second, x: left, y: y + 76, limit: fit(11), SVGCanvas.Style(size: 11))
    }

    private func detail(_ step: Path.Step, isReached: Bool) -> String {
        guard step.kind == .target, isReached else { return step.detail }
        if let down = path.isDown { return "no answer: \(down)" }
        let name = targets.first?.name ?? ""
        return targets.count > 1 ? "\(name) and \(targets.count - 1) more" : name
    }

    /// The text on two lines, parted at a space where there is one.
    private static func wrapped(_ text: String, _ limit: Int) -> (String, String) {
        guard text.count > limit else { return (text, "") }
        let head = text.prefix(limit + 1)
        guard let space = head.lastIndex(of: " ") else {
            return (String(text.prefix(limit)), String(text.dropFirst(limit)))
        }
        return (String(text[..<space]), String(text[text.index(after: space)...]))
    }
}
