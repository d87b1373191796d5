internal import Catalog
internal import Diagnostics
internal import Documents
internal import Metrics

/// Reads the field `metrics` of a resource.
extension SeriesDecoder {
    /// The resource whose metrics are read.
    struct Owner {
        var typeName: String
        /// What AWS documents of its type.
        var metrics: ResourceMetrics?
        /// When the inventory was collected.
        var asOf: Timestamp?
    }

    /// Reads names of metrics and their series: one, or a list of them with a statistic each. `names`: the words of the keys.
    /// The word of the list of series; nil after reporting an error.
    mutating func readAll(_ value: NodeID, of owner: Owner, names: [Word?], in document: Document) -> Word? {
        guard document[value].kind == .mapping else {
            report(
                "`metrics` is a mapping of names to series", document.span(value),
                help: "leave it out where CloudWatch was not asked")
            return nil
        }
        let first = store.records.count
        let problemsBefore = diagnostics.count
        for ((key, node), name) in zip(document.pairs(value), names) {
            let text = document.text(key)
            let definition = owner.metrics?.definition(text)
            if definition == nil { warn(ofMisspelt: text, document.span(key), owner) }
            let subject = Subject(name: name ?? .absent, text: text, definition: definition, asOf: owner.asOf)
            let ofMetric = store.records.count
            if document[node].kind == .sequence {
                for item in document.items(node) { read(item, of: subject, in: document) }
            } else {
                read(node, of: subject, in: document)
            }
            refuseRepeated(from: ofMetric, subject, document.file)
        }
        guard !diagnostics.dropFirst(problemsBefore).contains(where: { $0.severity == .error }) else { return nil }
        return Word(listAt: first, count: store.records.count - first)
    }

    private mutating func warn(ofMisspelt name: String, _ span: SourceSpan, _ owner: Owner) {
        let known = owner.metrics?.definitions.map(\.name) ?? []
        guard Suggestion.nearest(to: name, among: known) != nil else { return }
        warn(
            "CloudWatch has no metric `\(name)` of \(owner.typeName)s", span,
            help: Suggestion.help(for: name, among: known))
    }

    /// Reports statistics that a resource states twice of one metric; `from`: the first record of the metric.
    private mutating func refuseRepeated(from first: Int, _ subject: Subject, _ file: SourceFile) {
        func span(_ record: SeriesRecord) -> SourceSpan {
            SourceSpan(file: file, start: Int(record.source.lowerBound), end: Int(record.source.upperBound))
        }
        for index in store.records.indices.dropFirst(first) {
            let record = store.records[index]
            guard let other = store.records[first..<index].first(where: { $0.statistic == record.statistic }) else {
                continue
            }
            report(
                "\(record.statistic.name) of `\(subject.text)` stands here twice", span(record),
                help: "write one series, with null for what is missing",
                note: Diagnostic.Note("the other one is here", at: span(other)))
        }
    }
}
