import Testing

/// Records in records: null reaches down, absence does too, and a record that is stated may still be silent about a field.
struct RecordTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var resource: String
        var condition: String
        var expected: Outcome
        var testDescription: String { "\(condition) on \(resource) is \(expected.rawValue)" }

        init(_ resource: String, _ condition: String, _ expected: Outcome) {
            (self.resource, self.condition, self.expected) = (resource, condition, expected)
        }
    }

    @Test(
        "fields of a bucket",
        arguments: [
            Case("", "{public_access_block: {block_public_acls: true}}", .unknown),
            Case("", "{public_access_block: {block_public_acls: null}}", .unknown),
            Case("", "{public_access_block: {block_public_acls: {stated: false}}}", .yes),
            Case("public_access_block: null", "{public_access_block: {block_public_acls: true}}", .no),
            Case("public_access_block: null", "{public_access_block: {block_public_acls: {not: true}}}", .yes),
            Case("public_access_block: null", "{public_access_block: {block_public_acls: null}}", .yes),
            Case("public_access_block: null", "{public_access_block: {exists: false}}", .yes),
            Case("public_access_block: null", "{public_access_block: {exists: true, block_public_acls: false}}", .no),
            Case("public_access_block: {}", "{public_access_block: {block_public_acls: true}}", .unknown),
            Case("public_access_block: {}", "{public_access_block: {exists: true}}", .yes),
            Case(
                "public_access_block: {block_public_acls: true}", "{public_access_block: {block_public_acls: true}}",
                .yes),
            Case(
                "public_access_block: {block_public_acls: false}",
                "{public_access_block: {block_public_acls: true, ignore_public_acls: true}}", .no),
            Case(
                "public_access_block: {block_public_acls: true}",
                "{public_access_block: {any: [{block_public_acls: true}, {ignore_public_acls: true}]}}", .yes),
            Case(
                "public_access_block: {block_public_acls: false}",
                "{public_access_block: {any: [{block_public_acls: true}, {ignore_public_acls: true}]}}", .unknown),
            Case(
                "public_access_block: {block_public_acls: true}",
                "{public_access_block: {not: {block_public_acls: true}}}", .no),
            Case("public_access_block: null", "{public_access_block: {any: [null, {block_public_acls: true}]}}", .yes),
            // A default of a field holds where the record is there.
            Case("encryption: {algorithm: aes256}", "{encryption: {bucket_key: false}}", .yes),
            Case("encryption: null", "{encryption: {bucket_key: false}}", .no),
            Case("encryption: null", "{encryption: {bucket_key: null}}", .yes),
            Case("lifecycle: [{status: enabled}]", "{lifecycle: {some: {prefix: \"\"}}}", .yes),
            Case("lifecycle: [{status: enabled}]", "{lifecycle: {some: {expiration_days: null}}}", .yes),
            Case(
                "lifecycle: [{status: enabled, expiration_days: 3}]",
                "{lifecycle: {some: {expiration_days: {above: 2}}}}", .yes),
            Case("acl: null", "{acl: {grants: {some: {grantee: x}}}}", .no),
            Case("acl: null", "{acl: {grants: {every: {grantee: x}}}}", .yes),
            Case("acl: {}", "{acl: {grants: {some: {grantee: x}}}}", .unknown),
            Case("replication: {rules: []}", "{replication: {rules: {empty: true}}}", .yes),
        ])
    func bucket(test: Case) throws {
        let resource = test.resource.isEmpty ? "{name: example}" : "{name: example, \(test.resource)}"
        #expect(try Trial.outcome("bucket", test.condition, on: resource).outcome == test.expected)
    }

    @Test func aDefaultOfARecordThatIsAbsentIsUnknown() throws {
        #expect(
            try Trial.outcome("bucket", "{encryption: {bucket_key: false}}", on: "{name: example}").outcome == .unknown)
    }
}
