import Testing

/// Absent is not null and not false: unknown, a default that AWS documents, and "there is none" are told apart.
struct AbsenceTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var values: [String: String]
        init(_ name: String, _ text: String, _ values: [String: String]) {
            (testDescription, self.text, self.values) = (name, text, values)
        }
    }

    @Test(
        "what a field is that an inventory does not give",
        arguments: [
            Case(
                "a bare volume", "volumes: [{id: v}]",
                [
                    "encrypted": "unknown", "size": "unknown", "tags": "unknown", "attachments": "unknown",
                    "type": "unknown", "kms_key": "unknown",
                ]),
            Case(
                "defaults of a bare bucket", "buckets: [{name: b}]",
                [
                    "versioning": "disabled", "mfa_delete": "false", "request_payer": "bucket_owner",
                    "acceleration": "null", "policy": "unknown",
                    "public_access_block": "unknown", "public_access_block.block_public_acls": "unknown",
                    "encryption.bucket_key": "unknown",
                ]),
            Case(
                "a default gives way", "buckets: [{name: b, versioning: enabled, mfa_delete: true}]",
                ["versioning": "enabled", "mfa_delete": "true"]),
            Case("null beats a default", "buckets: [{name: b, versioning: ~}]", ["versioning": "null"]),
            Case(
                "a duration by default", "flow_logs: [{id: f}]",
                ["aggregation_interval": "600000000", "file_format": "plain_text", "hive_partitions": "false"]),
            Case(
                "a default of a record that is given", "buckets: [{name: b, encryption: {algorithm: aes256}}]",
                ["encryption.bucket_key": "false", "encryption.kms_key": "unknown"]),
            Case(
                "a default of a record that is not given", "instances: [{id: i}]",
                ["metadata_options.http_endpoint": "unknown", "source_dest_check": "true"]),
            Case(
                "a default of a record that is empty", "instances: [{id: i, metadata_options: {}}]",
                [
                    "metadata_options": "set", "metadata_options.http_endpoint": "enabled",
                    "metadata_options.http_tokens": "unknown",
                ]),
            Case(
                "a record that there is not", "buckets: [{name: b, public_access_block: ~, encryption: null, acl: }]",
                [
                    "public_access_block": "null", "public_access_block.block_public_acls": "null",
                    "encryption.bucket_key": "null",
                    "encryption.algorithm": "null", "acl.grants": "null", "acl.owner": "null",
                ]),
            Case(
                "defaults in the entries of a list", "buckets: [{name: b, lifecycle: [{status: enabled}]}]",
                ["lifecycle.0.prefix": "", "lifecycle.0.transitions": "null", "lifecycle.0.id": "unknown"]),
            Case(
                "null, empty and absent lists", "instances: [{id: i, security_groups: [], network_interfaces: ~}]",
                ["security_groups": "[]", "network_interfaces": "null", "licenses": "unknown"]),
            Case(
                "null, empty and absent maps", "volumes: [{id: v, tags: {}, attributes: ~}]",
                ["tags": "{}", "attributes": "null"]),
            Case(
                "null in every spelling",
                "volumes: [{id: v, size: , iops: ~, throughput: null, encrypted: Null, kms_key: NULL}]",
                ["size": "null", "iops": "null", "throughput": "null", "encrypted": "null", "kms_key": "null"]),
            Case(
                "empty text is not null", "volumes: [{id: v, kms_key: '', outpost: \"\"}]",
                ["kms_key": "", "outpost": ""]),
            Case(
                "the header's account and region", "volumes: [{id: v}]",
                ["account": "111122223333", "region": "eu-west-1"]),
            Case(
                "the resource's own", "volumes: [{id: v, account: '444455556666', region: us-east-1}]",
                ["account": "444455556666", "region": "us-east-1"]),
            Case("none at all", "volumes: [{id: v, account: ~, region: ~}]", ["account": "null", "region": "null"]),
        ])
    func absence(_ test: Case) {
        let resource = LoadedResource(test.text)
        #expect(resource.problems == [])
        for (path, value) in test.values { #expect(resource[path] == value, "\(path)") }
    }

    @Test(
        "what a resource must say",
        arguments: [
            ("volumes: [{size: 8}]", "4:11: `id` is missing | help: Volume id."),
            ("volumes: [{id: ~}]", "4:16: `id` cannot be null"),
            ("volumes: [{}]", "4:11: `id` is missing | help: Volume id."),
            ("buckets: [{name: b, id: b}]", "4:21: `bucket` has no field `id` | help: valid names are"),
            ("volumes: [v-1]", "4:11: a resource of `volumes` is a mapping of its fields"),
            ("volumes: [~]", "4:11: a resource of `volumes` is a mapping of its fields"),
            ("volumes: [[]]", "4:11: a resource of `volumes` is a mapping of its fields"),
            ("volumes: {v: {size: 8}}", "4:10: `volumes` is a list of resources | help: begin each resource with `- `"),
            ("volumes: v-1", "4:10: `volumes` is a list of resources | help: begin each resource with `- `"),
        ])
    func required(text: String, problem: String) {
        let problems = LoadedResource(text).problems
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix(problem) == true, "\(problems)")
    }
}
