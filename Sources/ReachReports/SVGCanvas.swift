import Diagnostics
import Reports

/// Colours of the pictures: on a background of their own, so that they look the same on light and dark pages.
enum Ink: String {
    case paper = "#ffffff"
    case text = "#1f2933"
    case faint = "#5f6c7b"
    case line = "#9aa5b1"
    case area = "#f3f5f8"
    case good = "#1a7f37"
    case goodArea = "#e6f4ea"
    case bad = "#c62828"
    case badArea = "#fdecea"
    case open = "#6b7280"
    case openArea = "#f5f5f5"
}

/// An SVG 1.1 drawing being put together (https://www.w3.org/TR/SVG11/): no scripts, no fonts or files of others.
struct SVGCanvas {
    /// Of the monospaced font: width of a character, in parts of its size.
    private static let characterWidth = 0.605

    private var body = ByteSink()
    /// What has been drawn upon so far.
    private(set) var width = 0
    private(set) var height = 0

    /// How a text looks.
    struct Style {
        var size = 12
        var ink = Ink.text
        var isBold = false
        var isCentred = false
    }

    /// How many characters of a size fit into a width.
    static func characters(in width: Int, size: Int) -> Int { Int(Double(width) / (Double(size) * characterWidth)) }

    /// How wide a text is.
    static func width(of text: String, size: Int) -> Int {
        Int((Double(TextColumns.count(text)) * Double(size) * characterWidth).rounded(.up))
    }

    private mutating func grow(_ x: Int, _ y: Int) { (width, height) = (max(width, x), max(height, y)) }

    // MARK: Shapes

    mutating func box(
        x: Int, y: Int, width: Int, height: Int, fill: Ink, stroke: Ink, isDashed: Bool = false, weight: Int = 1
    ) {
        body.append("<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"6\"")
        body.append(" fill=\"\(fill.rawValue)\" stroke=\"\(stroke.rawValue)\" stroke-width=\"\(weight)\"")
        if isDashed { body += " stroke-dasharray=\"5 4\"" }
        body += "/>\n"
        grow(x + width, y + height)
    }

    /// The cloud that the internet is drawn as.
    mutating func cloud(x: Int, y: Int, width: Int, height: Int) {
        func at(_ across: Int, _ down: Int) -> String { "\(x + across * width / 100) \(y + down * height / 100)" }
        let outline =
            "M\(at(22, 92)) C\(at(2, 94)) \(at(-4, 58)) \(at(14, 52)) C\(at(10, 22)) \(at(36, 10)) \(at(46, 28)) "
            + "C\(at(56, -2)) \(at(88, 8)) \(at(84, 42)) C\(at(106, 46)) \(at(104, 92)) \(at(80, 92)) Z"
        body.append("<path d=\"\(outline)\" fill=\"\(Ink.area.rawValue)\" stroke=\"\(Ink.line.rawValue)\"/>\n")
        grow(x + width, y + height)
    }

    /// A line through some points, with a head at its end.
    mutating func arrow(_ points: [(x: Int, y: Int)], _ ink: Ink, isDashed: Bool = false) {
        let path = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
        body.append("<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(ink.rawValue)\" stroke-width=\"2\"")
        if isDashed { body += " stroke-dasharray=\"5 4\"" }
        body += "/>\n"
        guard let end = points.last else { return }
        body.append(
            "<path d=\"M\(end.x) \(end.y) l-9 -5 v10 z\" fill=\"\(ink.rawValue)\"/>\n")
        for point in points { grow(point.x, point.y) }
    }

    /// A cross, where traffic stops.
    mutating func cross(x: Int, y: Int) {
        body.append(
            "<path d=\"M\(x - 6) \(y - 6) l12 12 m0 -12 l-12 12\" stroke=\"\(Ink.bad.rawValue)\" stroke-width=\"3\"/>\n"
        )
    }

    // MARK: Text

    /// A line of text, cut to `limit` characters; the whole is shown when it is pointed at.
    mutating func text(_ text: String, x: Int, y: Int, limit: Int = .max, _ style: Style) {
        let whole = VisibleText.escaping(text)
        let shown = Self.clipped(whole, to: limit)
        body.append("<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(style.size)\" fill=\"\(style.ink.rawValue)\"")
        if style.isBold { body += " font-weight=\"bold\"" }
        if style.isCentred { body += " text-anchor=\"middle\"" }
        body += " xml:space=\"preserve\">"
        if shown != whole {
            body += "<title>"
            body.append(xml: whole)
            body += "</title>"
        }
        body.append(xml: shown)
        body += "</text>\n"
        let length = Self.width(of: shown, size: style.size)
        grow(style.isCentred ? x + length / 2 : x + length, y + 4)
    }

    private static func clipped(_ text: String, to limit: Int) -> String {
        guard TextColumns.count(text) > limit else { return text }
        var shown = ""
        var room = limit - 1
        for character in text {
            room -= TextColumns.count(String(character))
            if room < 0 { break }
            shown.append(character)
        }
        return shown + "…"
    }

    // MARK: The file

    /// The whole drawing, with a margin; `title` is what screen readers say.
    func finished(title: String, to sink: inout ByteSink) {
        let (width, height) = (width + 20, height + 20)
        sink += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\""
        sink.append(" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\"")
        sink += " font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\">\n<title>"
        sink.append(xml: VisibleText.escaping(title))
        sink += "</title>\n"
        sink.append("<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(Ink.paper.rawValue)\"/>\n")
        sink.append(body)
        sink += "</svg>\n"
    }
}
