import AlarmFacts
import Catalog
import Diagnostics
import Inventory
import Testing

/// The alarms of an inventory and what they watch, asked by id.
struct Alarms {
    static let catalog = Catalog.builtin().catalog
    static let header = """
        inventory: 1
        as_of: 2026-07-01T00:30:00Z
        account: "111122223333"
        region: eu-west-1

        """

    let inventory: Inventory
    let model: AlarmModel

    /// Of collections that follow the usual header, or one of their own; they must be right.
    init(_ body: String, header: String = header, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let source = SourceFile(path: "alarms.yaml", text: (header + body).utf8)
        let loaded = InventoryLoader(catalog: Self.catalog, jobs: 1).load([source])
        let text = DiagnosticRenderer(palette: Palette(isEnabled: false)).render(loaded.diagnostics)
        try #require(!loaded.diagnostics.hasErrors, "\(text)", sourceLocation: sourceLocation)
        inventory = loaded.inventory
        model = try #require(AlarmModel(inventory, ReferenceSource(inventory)))
        model.deriveFacts()
    }

    /// An alarm `x` on the CPU of `i-1`, three of three above 80 in periods of five minutes, with other fields from a text of
    /// flow YAML; and the instance's series of that time, one point every five minutes up to `as_of`.
    static func cpu(_ points: String, alarm: String = "", series: String = "", header: String = header) throws -> Alarms
    {
        let fields = [
            "namespace: AWS/EC2", "metric: CPUUtilization", "dimensions: {InstanceId: i-1}", "statistic: average",
            "period: 300s", "evaluation_periods: 3", "datapoints_to_alarm: 3", "threshold: 80",
            "comparison_operator: greater_than_threshold",
        ]
        let head = ["stat: Average", "period: 5m", "start: 2026-07-01T00:00:00Z", "values: [\(points)]"]
        return try Alarms(
            """
            alarms: [{id: x, \(Self.with(fields, alarm))}]
            instances: [{id: i-1, metrics: {CPUUtilization: {\(Self.with(head, series))}}}]
            """, header: header)
    }

    /// Fields, of which some are replaced (`period: 60s`) or left out (`-period`).
    private static func with(_ fields: [String], _ changes: String) -> String {
        let changed = changes.split(separator: ";").map { $0.drop { $0 == " " } }
        let names = changed.map { $0.hasPrefix("-") ? $0.dropFirst() : $0.prefix { $0 != ":" } }
        let kept = fields.filter { field in !names.contains(field.prefix { $0 != ":" }) }
        return (kept + changed.filter { !$0.hasPrefix("-") }.map(String.init)).joined(separator: ", ")
    }

    struct NoResource: Error { var id: String }

    private func place(_ id: String) throws -> ReferenceTable.Place {
        for (number, segment) in inventory.segments.enumerated() {
            for (index, resource) in segment.resources.enumerated() where inventory.id(of: resource, in: segment) == id
            {
                return ReferenceTable.Place(segment: number, resource: index)
            }
        }
        throw NoResource(id: id)
    }

    /// The value of a fact as text; `unknown` where it is not known.
    func fact(_ fact: String, of id: String = "x") throws -> String {
        let place = try place(id)
        let segment = inventory.segments[place.segment]
        let view = ResourceView(segment, segment.resources[place.resource])
        let shape = Self.catalog.shape(of: Self.catalog.types[Int(view.record.type)])
        let field = try #require(shape.field(fact), "\(fact)")
        switch field.slot {
        case .flag(let slot, let shift):
            return FactBits.value(in: view.word(slot).bits, at: shift).map { "\($0)" } ?? "unknown"
        case .own(let slot):
            let word = view.word(slot)
            guard word.isSet else { return "unknown" }
            return field.type.kind == .int
                ? "\(word.int)" : Self.catalog.enumerations[field.type.detail].names[Int(word.int)]
        default:
            switch model.value(fact, at: place) {
            case .text(let text): return text
            case .texts(let texts): return texts.joined(separator: " ")
            default: return "unknown"
            }
        }
    }

    func missing(_ fact: String, of id: String = "x") throws -> [String] { model.missing(fact, at: try place(id)) }

    func clues(_ fact: String, of id: String = "x") throws -> [String] {
        model.clues(fact, at: try place(id)).map { "\($0.path): \($0.text)" }
    }
}
