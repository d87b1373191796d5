import Catalog
import Foundation
import Testing

/// What is right fits the schemas: the example inventories, the built-in rules and the resources in their tests.
struct ExamplesTests {
    @Test func exampleInventoriesFit() throws {
        // What CloudWatch answered has a form of its own.
        let files = Repository.files(below: "inventory-examples").filter {
            !$0.contains("/mistakes/") && !$0.contains("/cloudwatch/")
        }
        #expect(files.count >= 9)
        try expectFit(files.map { .file($0) }, Repository.inventorySchema, files)
    }

    @Test func builtInRulesFit() throws {
        let files = Repository.files(below: "rules").filter { !$0.hasSuffix("_test.yaml") }
        #expect(files.count >= 12)
        try expectFit(files.map { .file($0) }, Repository.ruleSchema, files)
    }

    @Test func resourcesOfRuleTestsFit() throws {
        let files = Repository.files(below: "rules").filter { !$0.hasSuffix("_test.yaml") }
        let types = Repository.catalog.types
        let collections = Dictionary(uniqueKeysWithValues: types.map { ($0.name, $0.collection) })
        let tasks = files.map { Validator.Task(path: Repository.file($0), rules: collections) }
        let documents = try expectFit(tasks, Repository.inventorySchema, files)
        #expect(documents == nil || documents! >= 450)
    }

    /// The number of documents; nil where there is no validator.
    @discardableResult
    private func expectFit(_ tasks: [Validator.Task], _ schema: String, _ names: [String]) throws -> Int? {
        guard let outcomes = try Validator.validate(tasks, against: schema) else { return nil }
        for (name, outcome) in zip(names, outcomes) {
            #expect(outcome.documents > 0, "\(name)")
            #expect(outcome.errors.isEmpty, "\(name): \(outcome.errors)")
        }
        return outcomes.reduce(0) { $0 + $1.documents }
    }
}
