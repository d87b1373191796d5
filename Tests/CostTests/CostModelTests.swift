import Catalog
import Costing
import Testing

/// The models that come with Plumbline.
struct CostModelTests {
    @Test func modelsAreRight() {
        let problems = CostModels(Bill.catalog).problems()
        #expect(problems.isEmpty, "\(Bill.complaints(problems))")
    }

    @Test func everyTypeHasAModel() {
        #expect(Set(Bill.catalog.typeNames.names).subtracting(CostModels.types) == [])
        #expect(Set(CostModels.types).subtracting(Bill.catalog.typeNames.names) == [])
    }

    @Test(
        "a type that is not billed costs nothing", arguments: ["security_group", "vpc", "iam_role", "launch_template"])
    func free(type: String) throws { #expect(try Bill.cost(type, "{id: x-1}") == "free") }

    /// What a type with a price of its own is billed by, and what is only billed by use.
    @Test func everyModelSaysWhatItMeans() throws {
        let models = CostModels(Bill.catalog)
        for (index, type) in Bill.catalog.types.enumerated() {
            let model = try #require(models.model(of: index), "\(type.name)")
            let isAlwaysUnpriced = model.unpriced.contains { $0.when == nil }
            #expect(model.free != nil || isAlwaysUnpriced || !model.components.isEmpty, "\(type.name)")
            #expect(model.components.isEmpty || !model.sources.isEmpty, "\(type.name)")
        }
    }
}
