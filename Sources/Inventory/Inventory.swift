package import Catalog
package import Diagnostics

/// The account, region and time that a document's header states for its resources. Nil: not stated.
package struct Scope: Sendable, Hashable {
    package var account: String?
    package var region: String?
    /// When the inventory was collected; ages are measured from here.
    package var asOf: Timestamp?

    package init(account: String? = nil, region: String? = nil, asOf: Timestamp? = nil) {
        (self.account, self.region, self.asOf) = (account, region, asOf)
    }
}

/// Every resource that was loaded, in input order.
package struct Inventory: Sendable {
    /// A file that was read, with what it held.
    package struct Input: Sendable {
        package var path: String
        package var documents: Int
        package var resources: Int
    }

    package var catalog: Catalog
    package var segments: [Segment] = []
    package var inputs: [Input] = []
    /// Which collections the documents state.
    package var coverage = Coverage()
    /// Series that stand in files of their own, by the resource they are of.
    var attached: [SeriesOwner: [AttachedSeries]] = [:]

    package init(catalog: Catalog) { self.catalog = catalog }

    package var resourceCount: Int { segments.reduce(0) { $0 + $1.resources.count } }

    /// The resources of a type, as positions in `segments`.
    package func resources(ofType name: String) -> [(segment: Segment, resource: ResourceRecord)] {
        guard let type = catalog.typeNames.index(of: name) else { return [] }
        return segments.flatMap { segment in
            segment.resources.lazy.filter { Int($0.type) == type }.map { (segment, $0) }
        }
    }

    /// A resource's id as text.
    package func id(of resource: ResourceRecord, in segment: Segment) -> String {
        segment.text(idWord(of: resource, in: segment))
    }

    /// Where the id stands: the place to point at when no field is to blame.
    package func idSpan(of resource: ResourceRecord, in segment: Segment) -> SourceSpan {
        let word = idWord(of: resource, in: segment)
        guard word.isSet, !word.isInPool else {
            return SourceSpan(file: segment.file, start: Int(resource.start), end: Int(resource.start) + 1)
        }
        return SourceSpan(file: segment.file, start: word.textOffset, end: word.textOffset + word.textCount)
    }

    private func idWord(of resource: ResourceRecord, in segment: Segment) -> Word {
        let type = catalog.types[Int(resource.type)]
        guard case .own(let slot) = catalog.shapes[type.shape].fields[type.idField].slot else { return .absent }
        return segment.words[Int(resource.slots) + slot]
    }
}
