import Catalog
import Diagnostics
import Inventory
import Testing

/// The catalog that is embedded in the program.
struct BuiltinCatalogTests {
    private static let loaded = Catalog.builtin()
    private static let catalog = loaded.catalog
    private static let typeNames = catalog.types.map(\.name)

    @Test func loadsWithoutDiagnostics() {
        #expect(Loading.problems(Self.loaded.diagnostics) == [])
        #expect(Self.catalog.types.count >= 70)
    }

    @Test func namesAreUniqueAndInOrder() {
        #expect(Self.typeNames == Self.typeNames.sorted())
        #expect(Set(Self.typeNames).count == Self.typeNames.count)
        #expect(Set(Self.catalog.types.map(\.collection)).count == Self.typeNames.count)
        #expect(Set(Self.catalog.types.map(\.awsType)).count == Self.typeNames.count)
        #expect(Set(Self.typeNames).isDisjoint(with: Self.catalog.types.map(\.collection)))
        #expect(
            Set(Self.catalog.types.map(\.collection)).isDisjoint(with: [
                "inventory", "as_of", "account", "region", "rules",
            ]))
    }

    @Test("what a type says of itself", arguments: typeNames)
    func type(name: String) throws {
        let type = try #require(Self.catalog.type(named: name))
        #expect(type.source.hasPrefix("https://docs.aws.amazon.com/"), "\(type.source)")
        #expect(type.awsType.wholeMatch(of: /AWS::[A-Za-z0-9]*::[A-Za-z]+/) != nil, "\(type.awsType)")
        #expect(type.summary.hasSuffix(".") && !type.service.isEmpty)
        let shape = Self.catalog.shape(of: type)
        #expect(shape.fields[type.idField].isRequired && shape.fields[type.idField].type.isText)
        #expect(Self.catalog.collections.index(of: type.collection) == Self.catalog.typeNames.index(of: name))
        for common in ["account", "region", "arn", "tags", "attributes", "monthly_cost", "created"] {
            #expect(shape.field(common) != nil, "\(common)")
        }
    }

    @Test func everyShapeHasFieldsWithNamesAndPlacesOfTheirOwn() {
        for shape in Self.catalog.shapes {
            #expect(!shape.fields.isEmpty)
            #expect(Set(shape.fields.map(\.name)).count == shape.fields.count, "\(shape.name)")
            #expect(Set(shape.fields.map(\.slot)).count == shape.fields.count, "\(shape.name)")
            for (index, field) in shape.fields.enumerated() {
                let path = "\(shape.name).\(field.name)"
                #expect(shape.index(of: field.name) == index, "\(path)")
                #expect(field.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil, "\(path)")
                #expect(field.meaning.hasSuffix("."), "\(path)")
                switch field.slot {
                case .own(let slot), .flag(let slot, _): #expect(slot < shape.ownSlots, "\(path)")
                case .derived: #expect(field.isFact, "\(path)")
                case .shared(let slot): #expect(slot < shape.sharedSlots && field.isShared, "\(path)")
                }
                if let source = field.defaultSource { #expect(source.hasPrefix("https://"), "\(path)") }
                if field.defaultText != nil { #expect(field.defaultSource != nil && !field.isRequired, "\(path)") }
            }
        }
    }

    /// `Word.entrySlots` counts the slots of an entry.
    @Test func entriesHaveNoMoreSlotsThanAWordCanCount() {
        for field in Self.catalog.shapes.flatMap(\.fields) where field.type.isRecordList {
            let slots = Self.catalog.shape(of: field.type)?.ownSlots ?? 0
            #expect(Word(listAt: 0, count: 1, entrySlots: slots).entrySlots == slots, "\(field.name)")
        }
    }

    @Test func everyEnumerationHasDistinctValues() {
        for values in Self.catalog.enumerations {
            #expect(!values.names.isEmpty && Set(values.names).count == values.names.count, "\(values.names)")
            for (index, name) in values.names.enumerated() {
                #expect(values.index(of: name) == index)
                #expect(name.wholeMatch(of: /[a-z0-9_]+/) != nil, "\(name)")
            }
        }
    }

    @Test func trafficListsHaveWhatTrafficNeeds() {
        let lists = Self.catalog.shapes.flatMap(\.fields).filter { $0.traffic != nil }
        #expect(lists.count >= 4)
        for field in lists {
            let entry = Self.catalog.shape(of: field.type)
            #expect(entry?.field("protocol")?.isShared == true && entry?.field("ports")?.isShared == true)
            #expect((entry?.field("source") ?? entry?.field("destination"))?.isShared == true)
        }
    }

    /// Every field with a default has it when the inventory gives the least it may.
    @Test("defaults can be read", arguments: typeNames)
    func defaults(name: String) throws {
        let type = try #require(Self.catalog.type(named: name))
        let shape = Self.catalog.shape(of: type)
        let id = shape.fields[type.idField]
        let value = id.type.kind == .accountID ? "'111122223333'" : "x-1"
        let resource = LoadedResource("\(type.collection): [{\(id.name): \(value)}]")
        #expect(resource.problems == [])
        for field in shape.fields where field.name != id.name && !field.isFact {
            guard let text = field.defaultText else {
                #expect(
                    ["account", "region"].contains(field.name) || resource[field.name] == "unknown", "\(field.name)")
                continue
            }
            let written = LoadedResource(
                "\(type.collection): [{\(id.name): \(value), \(field.name): \(field.defaultIsNull ? "~" : "'\(text)'")}]"
            )
            let expected = field.type.kind == .bool ? text : field.defaultIsNull ? "null" : written[field.name]
            #expect(resource[field.name] == expected && expected != "unknown", "\(field.name)")
        }
    }
}

/// Catalog files of a test's own.
struct CatalogReadingTests {
    private func read(
        _ fields: String,
        _ head: String =
            "type: thing\ncollection: things\naws_type: AWS::X::Y\nservice: x\nid: id\nsummary: A.\nsource: https://x\n"
    ) -> [String] {
        let text = head + "fields:\n  id: {type: string, required: true, meaning: Id.}\n" + fields
        return Loading.problems(Catalog.read([SourceFile(path: "thing.yaml", text: text.utf8)]).diagnostics)
    }

    @Test(
        "what is wrong with a field",
        arguments: [
            ("  a: {type: strng, meaning: A.}", "10:6: `strng` is no field type"),
            ("  a: {meaning: A.}", "10:6: `` is no field type"),
            ("  a: {type: string}", "10:6: the field `thing.a` needs `meaning`"),
            ("  a: {type: enum, meaning: A.}", "10:6: the enum `thing.a` needs `values`"),
            ("  a: {type: record, meaning: A.}", "10:6: the record `thing.a` needs `fields`"),
            ("  a: {type: list<record>, meaning: A.}", "10:6: the record `thing.a` needs `fields`"),
            ("  a: {type: ref<thin>, meaning: A.}", "10:6: `thin` is no resource type | help: did you mean `thing`?"),
            (
                "  a: {type: string, meaning: A., requird: true}",
                "10:34: unknown key `requird` | help: did you mean `required`?"
            ),
            (
                "  a: {type: int, meaning: A.}\n  a: {type: int, meaning: A.}",
                "11:3: the key `a` stands twice in one mapping | note 10:3: it stands here first | help: remove one of the two, or make both one list"
            ),
        ])
    func field(fields: String, problem: String) { #expect(read(fields) == [problem]) }

    @Test(
        "fields of every type",
        arguments: [
            "string", "int", "double", "bool", "timestamp", "duration", "bytes", "usd", "ip", "cidr", "port_range",
            "protocol", "peer", "arn", "account_id", "region", "policy", "map", "ref<thing>",
        ])
    func types(name: String) {
        #expect(read("  a: {type: \(name), meaning: A.}") == [])
        #expect(read("  a: {type: list<\(name)>, meaning: A.}") == [])
        let head =
            "type: thing\ncollection: things\naws_type: AWS::X::Y\nservice: x\nid: id\nsummary: A.\nsource: https://x\nfields:\n  id: {type: string, required: true, meaning: Id.}\n"
        let catalog = Catalog.read([
            SourceFile(path: "t", text: (head + "  a: {type: list<\(name)>, meaning: A.}").utf8)
        ]).catalog
        #expect(catalog.name(of: catalog.shape(of: catalog.types[0]).field("a")!.type) == "list<\(name)>")
    }

    @Test("what a type must say", arguments: ["collection", "aws_type", "service", "summary", "source"])
    func missing(key: String) {
        let head = [
            "collection: things", "aws_type: AWS::X::Y", "service: x", "id: id", "summary: A.", "source: https://x",
        ].filter { !$0.hasPrefix(key) }
        #expect(
            read("", (["type: thing"] + head + [""]).joined(separator: "\n")) == [
                "1:1: the type `thing` needs `\(key)`"
            ])
    }

    @Test func theIdIsAField() {
        #expect(
            read("", "type: thing\ncollection: things\naws_type: A\nservice: x\nid: key\nsummary: A.\nsource: x\n") == [
                "1:1: the id field `key` is no field of `thing`"
            ])
        #expect(read("", "") == [])
    }
}
