import Catalog
import Diagnostics
import Inventory
import Testing

@testable import BucketAccess

/// The buckets of an inventory, asked by name.
struct Buckets {
    static let catalog = Catalog.builtin().catalog
    static let account = "111122223333"
    static let header = "inventory: 1\naccount: \"\(account)\"\nregion: eu-west-1\n"

    let inventory: Inventory
    let model: BucketModel

    /// Of collections that follow the usual header, which must be right.
    init(_ body: String, jobs: Int = 1, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let source = SourceFile(path: "buckets.yaml", text: (Self.header + body).utf8)
        let loaded = InventoryLoader(catalog: Self.catalog, jobs: 1).load([source])
        let text = DiagnosticRenderer(palette: Palette(isEnabled: false)).render(loaded.diagnostics)
        try #require(!loaded.diagnostics.hasErrors, "\(text)", sourceLocation: sourceLocation)
        inventory = loaded.inventory
        model = try #require(BucketModel(inventory, jobs: jobs), sourceLocation: sourceLocation)
        model.deriveFacts()
    }

    func place(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> ReferenceTable.Place {
        for (segment, place) in inventory.segments.enumerated() {
            for (index, resource) in place.resources.enumerated() where inventory.id(of: resource, in: place) == name {
                return ReferenceTable.Place(segment: segment, resource: index)
            }
        }
        throw NoBucket(name: name)
    }

    struct NoBucket: Error { var name: String }

    /// The word of an enum fact, `true` or `false` of a flag; `unknown` where nothing is filled in.
    func fact(_ fact: String, of name: String) throws -> String {
        let view = model.view(try place(name))
        if let flag = model.slots.flag(fact) {
            return FactBits.value(in: view.word(flag.slot).bits, at: flag.shift).map { "\($0)" } ?? "unknown"
        }
        let word = view.word(model.slots[fact])
        let field = try #require(Self.catalog.shape(named: "bucket")?.field(fact))
        return word.isSet ? Self.catalog.enumerations[field.type.detail].names[Int(word.int)] : "unknown"
    }

    /// All facts with a word, for comparisons.
    func facts(of name: String) throws -> [String] {
        let names =
            ["public_access"] + AccessClass.allCases.map(\.factName) + PolicyFact.allCases.map(\.rawValue)
        return try names.map { "\($0) \(try fact($0, of: name))" }
    }

    func text(_ fact: String, of name: String) throws -> String {
        guard case .text(let text)? = model.value(fact, at: try place(name)) else { return "" }
        return text
    }

    /// `latent: …`, or `none` where nothing is certainly public.
    func effect(_ facts: String..., of name: String) throws -> String {
        model.neutralisation(ofFacts: facts, at: try place(name)).map { "\($0.force.rawValue): \($0.reason)" } ?? "none"
    }

    /// Each clue with the line it stands at and how its text begins there.
    func clues(_ fact: String, of name: String) throws -> [String] {
        model.clues(fact, at: try place(name)).map { clue in
            guard let span = clue.span else { return "\(clue.path) \(clue.text)" }
            return "\(clue.path) line \(span.file.position(of: span.start).line): \(span.text.prefix(12))"
        }
    }
}
