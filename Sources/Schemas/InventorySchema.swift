package import Catalog

/// The JSON Schema of an inventory document, made from the catalog.
///
/// It accepts what the loader accepts and refuses what the loader refuses as far as a schema can see it: keys, required
/// fields, enumerations, and the notation of every value. References between resources, duplicate ids and host bits are
/// left to `plumb check`.
///
/// Specification: https://json-schema.org/draft/2020-12. Editors mostly implement draft 7, so only keywords that mean the
/// same in both are used; beside `$ref` stand annotations alone.
package struct InventorySchema: Sendable {
    private let catalog: Catalog

    package init(catalog: Catalog) { self.catalog = catalog }

    /// The schema as indented JSON.
    package var text: String { SchemaText.text(of: schema) }

    private var schema: SchemaValue {
        let definitions = Definitions()
        let resources = ResourceSchema(catalog: catalog, definitions: definitions)
        let collections = catalog.types.map { ($0.collection, resources.collection($0)) }
        return [
            "$schema": .text(Dialect.uri),
            "$id": "urn:plumbline:schema:inventory",
            "title": "Plumbline inventory",
            "description": "Cloud resources of one account and region, for `plumb check`.",
            "type": "object",
            "required": ["inventory"],
            "properties": .members(header + collections),
            "additionalProperties": false,
            "$defs": definitions.object,
        ]
    }

    /// The keys beside the collections, as `DocumentReader` reads them.
    private var header: [(String, SchemaValue)] {
        let version: SchemaValue = ["enum": [1, "1"], "default": 1]
        return [
            ("inventory", version.described("Version of the format, 1; every inventory document begins with it.")),
            (
                "as_of",
                ValueForm.timestamp.schema().described("When the inventory was collected; ages are measured from here.")
            ),
            (
                "account",
                ValueForm.account.schema().described(
                    "Account that holds the resources: 12 digits, in quotation marks for leading zeros. A resource may name another."
                )
            ),
            (
                "region",
                ValueForm.text.schema().described("Region that holds the resources. A resource may name another.")
                    .with("examples", ["eu-west-1", "us-east-1"])
            ),
        ]
    }
}

/// The version of JSON Schema in which schemas are written.
enum Dialect {
    static let uri = "https://json-schema.org/draft/2020-12/schema"
}
