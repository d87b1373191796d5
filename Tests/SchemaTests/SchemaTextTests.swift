import Catalog
import Expressions
import Foundation
import Rules
import Schemas
import Testing

/// The schemas as text: always the same, described throughout, and without a word of the language left out.
struct SchemaTextTests {
    @Test func theSameBytesEachTime() {
        let again = Catalog.builtin().catalog
        for _ in 0..<3 {
            #expect(InventorySchema(catalog: again).text == Repository.inventorySchema)
            #expect(RuleSchema(catalog: again).text == Repository.ruleSchema)
        }
        for text in [Repository.inventorySchema, Repository.ruleSchema] {
            #expect(text.hasSuffix("}\n") && !text.hasSuffix("\n\n"))
            #expect(text.contains("\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\","))
        }
    }

    /// `$id`, `title` and the like.
    @Test func bothSayWhatTheyAre() throws {
        for (text, name) in [(Repository.inventorySchema, "inventory"), (Repository.ruleSchema, "rules")] {
            let schema = try Self.object(text)
            #expect(schema["$id"] as? String == "urn:plumbline:schema:\(name)")
            #expect(schema["title"] as? String == "Plumbline \(name)")
            #expect((schema["description"] as? String)?.isEmpty == false)
        }
    }

    @Test func everyReferenceLeadsSomewhere() throws {
        for text in [Repository.inventorySchema, Repository.ruleSchema] {
            let schema = try Self.object(text)
            let definitions = try #require(schema["$defs"] as? [String: Any])
            var used: Set<String> = []
            Self.visit(schema) { value in
                guard let reference = value["$ref"] as? String else { return }
                #expect(reference.hasPrefix("#/$defs/"))
                used.insert(String(reference.dropFirst("#/$defs/".count)))
                // Draft 7 reads nothing beside `$ref`, so only annotations may stand there.
                #expect(Set(value.keys).isSubset(of: ["$ref", "description", "default", "examples"]))
            }
            #expect(used == Set(definitions.keys))
        }
    }

    @Test func everyNameIsDescribed() throws {
        for text in [Repository.inventorySchema, Repository.ruleSchema] {
            let schema = try Self.object(text)
            Self.visit(schema) { value in
                // `if` and `then` repeat names only to narrow them.
                guard let properties = value["properties"] as? [String: Any], value["type"] != nil else { return }
                for (name, property) in properties {
                    let meaning = (property as? [String: Any])?["description"] as? String
                    #expect(meaning?.isEmpty == false, "\(name) in \(properties.keys.sorted())")
                    // The texts for words that the schema has not heard of.
                    #expect(meaning?.hasPrefix("Key `") != true && meaning?.hasPrefix("Operator `") != true, "\(name)")
                }
            }
        }
    }

    @Test func fieldsCarryWhatTheCatalogSays() throws {
        let definitions = try #require(try Self.object(Repository.inventorySchema)["$defs"] as? [String: Any])
        for shape in Repository.catalog.shapes {
            let record = try #require(definitions["resource.\(shape.name)"] as? [String: Any], "\(shape.name)")
            let properties = try #require(record["properties"] as? [String: [String: Any]])
            let stated = shape.fields.filter { !$0.isFact }
            #expect(Set(properties.keys) == Set(stated.map(\.name)))
            for field in stated {
                let property = try #require(properties[field.name])
                let meaning = try #require(property["description"] as? String)
                #expect(meaning.hasPrefix(field.meaning))
                for part in [field.aws, field.unit, field.defaultSource, field.defaultText] {
                    if let part { #expect(meaning.contains(part.isEmpty ? "empty" : part)) }
                }
                #expect(property.keys.contains("default") == (field.defaultText != nil), "\(shape.name).\(field.name)")
            }
        }
    }

    // MARK: Words of the language

    @Test func rulesHaveTheKeysOfTheReader() throws {
        let definitions = try #require(try Self.object(Repository.ruleSchema)["$defs"] as? [String: Any])
        func keys(_ name: String) throws -> Set<String> {
            let schema = try #require(definitions[name] as? [String: Any])
            return Set(try #require(schema["properties"] as? [String: Any]).keys)
        }
        #expect(try keys("rule") == Set(RuleVocabulary.ruleKeys))
        #expect(try keys("example") == Set(RuleVocabulary.exampleKeys))
        #expect(try keys("expect") == Set(RuleVocabulary.expectationKeys))
        #expect(
            try keys("traffic.source").union(try keys("traffic.destination")) == Set(RuleVocabulary.trafficKeys))
        #expect(try keys("parameter") == Set(RuleVocabulary.parameterKeys))
        #expect(try keys("test.peer") == Set(RuleVocabulary.operators(on: .peer)))
        #expect(try keys("test.map") == Set(RuleVocabulary.operators(on: .textMap)))
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// Calls `body` with every object in the value that may be a schema.
    private static func visit(_ value: Any, _ body: ([String: Any]) -> Void) {
        if let object = value as? [String: Any] {
            body(object)
            for member in object.values { visit(member, body) }
        } else if let list = value as? [Any] {
            for element in list { visit(element, body) }
        }
    }
}
