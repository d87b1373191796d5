import Foundation
import Testing

/// The inventories with a mistake in them do not fit, wherever the mistake is one that a schema can see.
struct WrongInventoriesTests {
    /// File, place of what does not fit, and the keyword of the schema that says so.
    static let places: [(name: String, place: String, keyword: String)] = [
        ("account-id-11-digits.yaml", "/account", "pattern"),
        ("account-id-with-dashes.yaml", "/snapshots/0/shared_with/0", "pattern"),
        ("address-octet-too-high.yaml", "/instances/0/private_ip", "pattern"),
        ("address-range-for-an-address.yaml", "/instances/0/private_ip", "pattern"),
        ("bad-amount.yaml", "/volumes/0/monthly_cost", "pattern"),
        ("bad-as-of.yaml", "/as_of", "pattern"),
        ("bad-duration.yaml", "/flow_logs/0/aggregation_interval", "pattern"),
        ("bad-timestamp.yaml", "/snapshots/0/started", "pattern"),
        ("boolean-in-quotes.yaml", "/volumes/0/encrypted", "type"),
        ("boolean-maybe.yaml", "/volumes/0/encrypted", "type"),
        ("boolean-yes.yaml", "/volumes/0/encrypted", "type"),
        ("cidr-prefix-too-long.yaml", "/subnets/0/cidr", "pattern"),
        ("enum-value-in-capitals.yaml", "/buckets/0/versioning", "enum"),
        ("field-of-another-type.yaml", "/buckets/0", "additionalProperties"),
        ("fraction-for-a-whole-number.yaml", "/volumes/0/size", "type"),
        ("hostname-as-peer.yaml", "/security_groups/0/ingress/0/source", "pattern"),
        ("impossible-date.yaml", "/snapshots/0/started", "pattern"),
        ("list-for-a-mapping.yaml", "/buckets/0/public_access_block", "anyOf"),
        ("list-for-a-single-value.yaml", "/subnets/0/cidr", "type"),
        ("mapping-for-a-list-of-resources.yaml", "/buckets", "type"),
        ("mapping-for-a-value.yaml", "/instances/0/type", "type"),
        ("missing-id.yaml", "/instances/0", "required"),
        ("missing-inventory.yaml", "", "required"),
        ("missing-required-field.yaml", "/security_groups/0/ingress/0", "required"),
        ("misspelt-collection.yaml", "", "additionalProperties"),
        ("misspelt-entry-field.yaml", "/security_groups/0/ingress/0", "additionalProperties"),
        ("misspelt-enum-value.yaml", "/buckets/0/versioning", "enum"),
        ("misspelt-field.yaml", "/buckets/0", "additionalProperties"),
        ("misspelt-header.yaml", "", "additionalProperties"),
        ("misspelt-nested-field.yaml", "/instances/0/metadata_options", "additionalProperties"),
        ("null-id.yaml", "/instances/0/id", "type"),
        ("port-name.yaml", "/security_groups/0/ingress/0/ports", "pattern"),
        ("port-out-of-range.yaml", "/security_groups/0/ingress/0/ports", "maximum"),
        ("protocol-number-too-high.yaml", "/security_groups/0/ingress/0/protocol", "maximum"),
        ("reference-as-a-mapping.yaml", "/instances/0/vpc", "type"),
        ("singular-collection.yaml", "", "additionalProperties"),
        ("tags-as-the-api-lists-them.yaml", "/instances/0/tags", "type"),
        ("text-for-a-resource.yaml", "/buckets/0", "type"),
        ("text-for-an-entry.yaml", "/security_groups/0/ingress/0", "type"),
        ("top-level-list.yaml", "", "type"),
        ("unit-on-a-number.yaml", "/volumes/0/size", "pattern"),
        ("unknown-collection.yaml", "", "additionalProperties"),
        ("unknown-protocol.yaml", "/security_groups/0/ingress/0/protocol", "pattern"),
        ("unsupported-version.yaml", "/inventory", "enum"),
        ("word-for-a-number.yaml", "/volumes/0/size", "pattern"),
    ]

    /// What a schema cannot see: equal keys and ids, the order of two numbers, and that nothing is there.
    static let unseen: Set = [
        "duplicate-collection.yaml", "duplicate-id.yaml", "duplicate-key.yaml", "empty.yaml", "only-comments.yaml",
        "reversed-ports.yaml", "same-resource-in-two-documents.yaml",
    ]

    @Test func mistakesAreSeenWhereTheyAre() throws {
        let tasks = Self.places.map { Validator.Task.file("inventory-examples/mistakes/\($0.name)") }
        guard let outcomes = try Validator.validate(tasks, against: Repository.inventorySchema) else { return }
        #expect(outcomes.count >= 40)
        for (wrong, outcome) in zip(Self.places, outcomes) {
            let found = outcome.errors.contains { $0.place == wrong.place && $0.keyword == wrong.keyword }
            #expect(found && outcome.errors.count <= 2, "\(wrong): \(outcome.errors)")
        }
    }

    /// A mistake that is added to the examples is seen, too, unless it is listed here.
    @Test func onlyTheListedMistakesAreNotSeen() throws {
        // A validator walks an alias bomb to its end.
        let files = Repository.files(below: "inventory-examples/mistakes").filter { !$0.contains("alias-bomb") }
        let tasks = files.map { Validator.Task.file($0) }
        guard let outcomes = try Validator.validate(tasks, against: Repository.inventorySchema) else { return }
        #expect(files.count >= 60)
        for (file, outcome) in zip(files, outcomes) {
            let isUnseen = Self.unseen.contains(URL(fileURLWithPath: file).lastPathComponent)
            #expect(outcome.errors.isEmpty == isUnseen, "\(file): \(outcome.errors)")
        }
    }
}
