/// The type of a field: a scalar kind, or a list of it. Plain data, so that the loader switches on it without reference counting.
package struct FieldType: Hashable, Sendable, BitwiseCopyable {
    /// What one value is. Raw names are those of the catalog files (docs/catalog-format.md).
    package enum Kind: String, CaseIterable, Sendable, BitwiseCopyable {
        case string, int, double, bool, timestamp, duration, bytes, usd
        case ip, cidr
        case portRange = "port_range"
        case `protocol`, peer, arn
        case accountID = "account_id"
        case region, policy, map
        /// CloudWatch's series of the resource, by name of the metric.
        case metrics
        /// What can reach a resource: a fact, asked with `admits`.
        case traffic
        case enumeration = "enum"
        case record
        case reference = "ref"
    }

    package var kind: Kind
    package var isList: Bool
    /// `enumeration`: index into `Catalog.enumerations`; `record`: into `Catalog.shapes`; `reference`: into `Catalog.types`; else -1.
    package var detail: Int

    package init(_ kind: Kind, isList: Bool = false, detail: Int = -1) {
        (self.kind, self.isList, self.detail) = (kind, isList, detail)
    }

    /// The type of an element of this list.
    package var element: FieldType { FieldType(kind, detail: detail) }
    package var isRecordList: Bool { isList && kind == .record }
    /// Whether values are text that is a slice of the source.
    package var isText: Bool {
        switch kind {
        case .string, .arn, .accountID, .region, .reference: true
        default: false
        }
    }
}
