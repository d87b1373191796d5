internal import Metrics

/// The catalog for people: the table of types, the Markdown of the documentation, and the fields of one type.
package struct CatalogListing: Sendable {
    private let catalog: Catalog
    package init(catalog: Catalog) { self.catalog = catalog }

    /// One line a type.
    package func table() -> String {
        let rows = catalog.types.map { [$0.name, $0.collection, $0.awsType, $0.summary] }
        return TextTable.render([["type", "collection", "AWS type", "what it is"]] + rows)
    }

    /// One type: where it comes from, and its fields with those of records indented.
    package func fields(of type: ResourceType) -> String {
        var rows: [[String]] = [["field", "type", "if absent", "meaning"]]
        addRows(catalog.shape(of: type), indent: "  ", &rows)
        return """
            \(type.name): \(type.summary)

              collection  \(type.collection)
              AWS type    \(type.awsType)
              id          \(catalog.shape(of: type).fields[type.idField].name)
              source      \(type.source)


            """ + TextTable.render(rows) + (type.metrics.map { "\n  CloudWatch  \(Self.sentence($0))\n" } ?? "")
    }

    /// Where the series of a type come from, and the names of the metrics with their units.
    private static func sentence(_ metrics: ResourceMetrics) -> String {
        let names = metrics.definitions.map { "\($0.name) (\($0.unit.rawValue))" }
        return "\(metrics.namespaces.joined(separator: ", ")) by \(metrics.dimension): "
            + names.joined(separator: ", ")
    }

    private func addRows(_ shape: Shape, indent: String, _ rows: inout [[String]]) {
        for field in shape.fields {
            rows.append([indent + field.name, catalog.name(of: field.type), absence(field), field.meaning])
            if let inner = catalog.shape(of: field.type) { addRows(inner, indent: indent + "  ", &rows) }
        }
    }

    private func absence(_ field: Field) -> String {
        if field.isFact { return "derived" }
        if field.isPriced { return "priced" }
        if field.isRequired { return "error" }
        return field.defaultText.map { $0 } ?? "unknown"
    }

    /// A section a type, a row a field.
    package func markdown() -> String {
        var result = ""
        for type in catalog.types {
            result += "## `\(type.name)`\n\n\(type.summary) Collection `\(type.collection)`, \(type.awsType) "
            result +=
                "([AWS](\(type.source))).\n\n| field | type | if absent | AWS name | meaning |\n|---|---|---|---|---|\n"
            addMarkdown(catalog.shape(of: type), prefix: "", &result)
            if let metrics = type.metrics {
                result += "\nCloudWatch ([AWS](\(metrics.source))): \(Self.sentence(metrics)).\n"
            }
            result += "\n"
        }
        return result
    }

    private func addMarkdown(_ shape: Shape, prefix: String, _ result: inout String) {
        for field in shape.fields {
            let absence = field.defaultSource.map { "[\(self.absence(field))](\($0))" } ?? self.absence(field)
            result +=
                "| `\(prefix)\(field.name)` | \(catalog.name(of: field.type)) | \(absence) | \(field.aws ?? "") | \(field.meaning) |\n"
            if let inner = catalog.shape(of: field.type) {
                addMarkdown(inner, prefix: prefix + field.name + (field.type.isList ? "[]." : "."), &result)
            }
        }
    }
}
