import Catalog
import Diagnostics
import Inventory
import Testing

@testable import ResourcePolicies

/// The resources of an inventory that have policies, asked by id.
struct PolicyHolders {
    static let catalog = Catalog.builtin().catalog
    static let account = "111122223333"
    static let header = "inventory: 1\naccount: \"\(account)\"\nregion: eu-west-1\n"

    let inventory: Inventory
    let model: PolicyModel

    /// Of collections that follow the usual header, or one of their own; they must be right.
    init(_ body: String, header: String = header, jobs: Int = 1, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        let source = SourceFile(path: "policies.yaml", text: (header + body).utf8)
        let loaded = InventoryLoader(catalog: Self.catalog, jobs: 1).load([source])
        let text = DiagnosticRenderer(palette: Palette(isEnabled: false)).render(loaded.diagnostics)
        try #require(!loaded.diagnostics.hasErrors, "\(text)", sourceLocation: sourceLocation)
        inventory = loaded.inventory
        model = PolicyModel(inventory, jobs: jobs)
        model.deriveFacts()
    }

    /// One resource with the fields that a text of flow YAML gives.
    static func one(
        _ collection: String, _ fields: String, header: String = header,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> PolicyHolders {
        try PolicyHolders("\(collection): [{id: x, \(fields)}]\n", header: header, sourceLocation: sourceLocation)
    }

    func place(_ id: String = "x") throws -> ReferenceTable.Place {
        for (number, segment) in inventory.segments.enumerated() {
            for (index, resource) in segment.resources.enumerated() where inventory.id(of: resource, in: segment) == id
            {
                return ReferenceTable.Place(segment: number, resource: index)
            }
        }
        throw NoResource(id: id)
    }

    struct NoResource: Error { var id: String }

    /// The word of an enum fact, `true` or `false` of a flag, a text; `unknown` where nothing is filled in.
    func fact(_ fact: String, of id: String = "x") throws -> String {
        let place = try place(id)
        let view = model.view(place)
        let kind = try #require(model.kind(view))
        let field = try #require(Self.catalog.shape(named: kind.holder.rawValue)?.field(fact), "\(fact)")
        if let flag = kind.slots.flag(fact) {
            return FactBits.value(in: view.word(flag.slot).bits, at: flag.shift).map { "\($0)" } ?? "unknown"
        }
        guard field.hasWord else {
            switch model.value(fact, at: place) {
            case .text(let text): return text
            case .texts(let texts): return texts.joined(separator: " ")
            default: return "unknown"
            }
        }
        let word = view.word(kind.slots[fact])
        return word.isSet ? Self.catalog.enumerations[field.type.detail].names[Int(word.int)] : "unknown"
    }

    /// All facts of a resource, for comparisons.
    func facts(of id: String = "x") throws -> [String] {
        let kind = try #require(model.kind(model.view(try place(id))))
        let fields = Self.catalog.shape(named: kind.holder.rawValue)?.fields ?? []
        return try fields.filter(\.isFact).map { "\($0.name) \(try fact($0.name, of: id))" }
    }

    /// The flags that are true, without those that `policy_access` and its like already say.
    func flags(of id: String = "x") throws -> [String] {
        try facts(of: id).filter { $0.hasSuffix(" true") }.map { String($0.dropLast(" true".count)) }
    }

    func missing(_ fact: String, of id: String = "x") throws -> [String] { model.missing(fact, at: try place(id)) }

    /// Each clue with the line it stands at and how its text begins there.
    func clues(_ fact: String, of id: String = "x") throws -> [String] {
        model.clues(fact, at: try place(id)).map { clue in
            guard let span = clue.span else { return "\(clue.path) \(clue.text)" }
            return "\(clue.path) line \(span.file.position(of: span.start).line): \(span.text.prefix(12))"
        }
    }
}

/// A policy of version 2012-10-17 in one line.
func policy(_ statements: String...) -> String {
    "{Version: \"2012-10-17\", Statement: [\(statements.joined(separator: ", "))]}"
}
