internal import ResourcePolicies
internal import AccessPolicies
internal import Catalog
internal import Diagnostics
package import Inventory

/// Answers who may do what with single resources of an inventory.
package final class AccessModel: Sendable {
    let inventory: Inventory
    private let references: ReferenceSource
    /// Nil when the catalog knows no buckets.
    let buckets: BucketModel?

    /// `jobs`: threads to work with.
    package init(_ inventory: Inventory, jobs: Int) {
        self.inventory = inventory
        references = ReferenceSource(inventory)
        buckets = BucketModel(inventory, jobs: jobs)
    }

    // MARK: Names

    /// The resource that a text names by its id, by `TYPE/ID`, or by its ARN.
    package func resource(named text: String) throws(AccessError) -> AccessResource {
        guard !text.isEmpty else { throw .noName }
        if text.hasPrefix("arn:") { return try resource(arn: text) }
        let types = inventory.catalog.types.map(\.name)
        var found = types.map { ($0, places($0, id: text)) }.filter { !$0.1.isEmpty }
        if found.isEmpty, let slash = text.firstIndex(of: "/"),
            let type = types.first(where: { $0 == text[..<slash] })
        {
            let id = String(text[text.index(after: slash)...])
            found = [(type, places(type, id: id))].filter { !$0.1.isEmpty }
        }
        let wanted = found.compactMap { type, places in AccessKind(rawValue: type).map { ($0, places) } }
        guard wanted.count < 2 else { throw .ambiguous(text, types: wanted.map(\.0.typeName)) }
        guard let (kind, places) = wanted.first else {
            if let type = found.first?.0 { throw .noModel(text, type: type) }
            throw .unknown(text, nearest: nearest(to: text))
        }
        guard places.count == 1 else { throw .repeated(text, type: kind.typeName, count: places.count) }
        guard let resource = resource(kind, places[0]) else { throw .unknown(text, nearest: nil) }
        return resource
    }

    private func resource(arn: String) throws(AccessError) -> AccessResource {
        var found: [(kind: AccessKind, place: ReferenceTable.Place)] = []
        var names: [String] = []
        for kind in AccessKind.allCases {
            guard let slots = FieldSlots(kind.typeName, in: inventory.catalog) else { continue }
            for place in places(kind) {
                guard let target = target(kind, view(place), slots) else { continue }
                let name = target.parts[0].arn
                if name == arn { found.append((kind, place)) } else { names.append(name) }
            }
        }
        guard let (kind, place) = found.first, let resource = resource(kind, place) else {
            throw .unknown(arn, nearest: Suggestion.nearest(to: arn, among: names))
        }
        guard found.count == 1 else { throw .repeated(arn, type: kind.typeName, count: found.count) }
        return resource
    }

    private func places(_ type: String, id: String) -> [ReferenceTable.Place] {
        guard let index = inventory.catalog.typeNames.index(of: type) else { return [] }
        var found: [ReferenceTable.Place] = []
        var id = id
        id.withUTF8 { references.table.forEach(type: index, id: $0) { found.append($0) } }
        return found
    }

    private func places(_ kind: AccessKind) -> [ReferenceTable.Place] {
        guard let type = inventory.catalog.typeNames.index(of: kind.typeName) else { return [] }
        return inventory.segments.enumerated().flatMap { segment, content in
            content.resources.indices.filter { Int(content.resources[$0].type) == type }.map {
                ReferenceTable.Place(segment: segment, resource: $0)
            }
        }
    }

    private func nearest(to text: String) -> String? {
        let names = AccessKind.allCases.flatMap { kind -> [String] in
            // Who writes the type is shown it again.
            let prefix = text.hasPrefix(kind.typeName + "/") ? kind.typeName + "/" : ""
            return places(kind).map(view).map { prefix + inventory.id(of: $0.record, in: $0.segment) }
        }
        return Suggestion.nearest(to: text, among: names)
    }

    // MARK: Resources

    func view(_ place: ReferenceTable.Place) -> ResourceView {
        let segment = inventory.segments[place.segment]
        return ResourceView(segment, segment.resources[place.resource])
    }

    private func target(_ kind: AccessKind, _ view: ResourceView, _ slots: FieldSlots) -> Target? {
        kind.target(of: view, slots, id: inventory.id(of: view.record, in: view.segment))
    }

    private func resource(_ kind: AccessKind, _ place: ReferenceTable.Place) -> AccessResource? {
        let view = view(place)
        guard let slots = FieldSlots(kind.typeName, in: inventory.catalog), let target = target(kind, view, slots)
        else {
            return nil
        }
        return AccessResource(
            kind: kind, place: place, id: inventory.id(of: view.record, in: view.segment),
            account: view.text(slots["account"]) ?? target.account, region: view.text(slots["region"]),
            span: inventory.idSpan(of: view.record, in: view.segment), target: target,
            attachment: Self.attachment(view, slots[kind.policyField]))
    }

    private static func attachment(_ view: ResourceView, _ slot: Int) -> AccessResource.Attachment {
        guard let source = view.policySource(view.word(slot)) else {
            return view.word(slot).isAbsent ? .unstated : .none
        }
        switch source.read() {
        case .success(let policy): return .read(policy, source)
        case .failure(let problem): return .unreadable(problem.message, problem.span(in: source))
        }
    }
}

/// Why a text names no resource that access can be explained of: one sentence each.
package enum AccessError: Error, Hashable, Sendable {
    /// Nothing in the inventory; with the nearest name there is.
    case unknown(String, nearest: String?)
    /// The id of resources of several types.
    case ambiguous(String, types: [String])
    /// The id of several resources of one type, in several regions or accounts.
    case repeated(String, type: String, count: Int)
    /// A resource of a type that has no policy of its own, or none that is understood.
    case noModel(String, type: String)
    case noName
    /// Something of the question is wrong.
    case question(String)

    /// One sentence, lower-case start, no final period.
    package var message: String {
        switch self {
        case .unknown(let text, let nearest):
            "the inventory holds nothing called `\(text)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
        case .ambiguous(let id, let types):
            "`\(id)` is the id of resources of several types; write "
                + types.map { "`\($0)/\(id)`" }.joined(separator: " or ")
        case .repeated(let id, let type, let count):
            "\(count) resources of the type \(type) have the id `\(id)`; write the ARN of one, or give the inventory of one "
                + "region alone"
        case .noModel(let id, let type):
            "`\(id)` is a resource of the type \(type), whose access is not explained; that of these types is: "
                + AccessKind.allCases.map(\.typeName).joined(separator: ", ")
        case .noName: "the name of the resource is missing"
        case .question(let message): message
        }
    }
}
