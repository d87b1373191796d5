import Testing

/// What a value is read as, by the type of its field.
struct FieldDecodingTests {
    struct Case: CustomTestStringConvertible {
        var type: String
        var path: String
        var source: String
        var value: String
        var testDescription: String { "\(path): \(source)" }
        init(_ type: String, _ path: String, _ source: String, _ value: String) {
            (self.type, self.path, self.source, self.value) = (type, path, source, value)
        }
    }

    @Test(
        "a value by its field's type",
        arguments: [
            // Text stays as it is written.
            Case("instances", "id", "012345678901", "012345678901"), Case("instances", "type", "1.10", "1.10"),
            Case("instances", "type", "0x1F", "0x1F"), Case("instances", "type", "yes", "yes"),
            Case("instances", "type", "true", "true"),
            Case("instances", "type", "1e3", "1e3"), Case("instances", "type", "2026-01-31", "2026-01-31"),
            Case("instances", "type", "''", ""), Case("instances", "type", "'null'", "null"),
            Case("instances", "type", "\"caf\\u00e9\"", "café"),
            Case("instances", "type", "12:30:45", "12:30:45"),
            Case("instances", "operating_system.version", "{version: 1.10}", "1.10"),
            Case("instances", "vpc", "vpc-1", "vpc-1"),
            Case("instances", "instance_profile", "arn:aws:iam::111122223333:x/y", "arn:aws:iam::111122223333:x/y"),
            Case("instances", "region", "us-east-1", "us-east-1"),
            Case("instances", "owner", "012345678901", "012345678901"),
            Case("instances", "owner", "'111122223333'", "111122223333"),
            Case("instances", "owner", "amazon", "amazon"),
            // Booleans.
            Case("volumes", "encrypted", "true", "true"), Case("volumes", "encrypted", "True", "true"),
            Case("volumes", "encrypted", "TRUE", "true"),
            Case("volumes", "encrypted", "false", "false"), Case("volumes", "encrypted", "False", "false"),
            // Numbers.
            Case("volumes", "size", "8", "8"), Case("volumes", "size", "+8", "8"),
            Case("volumes", "size", "'8'", "8"),
            Case("volumes", "size", "007", "7"), Case("volumes", "size", "999999999999999999", "999999999999999999"),
            // Enumerations.
            Case("volumes", "type", "gp3", "gp3"), Case("volumes", "type", "'io1'", "io1"),
            Case("volumes", "state", "in_use", "in_use"),
            Case("vpcs", "internet_gateway_block", "off", "off"),
            // Quantities.
            Case("volumes", "monthly_cost", "12.30", "12300000"), Case("volumes", "monthly_cost", "$0.005", "5000"),
            Case("volumes", "monthly_cost", "0.000001", "1"),
            Case("flow_logs", "aggregation_interval", "60s", "60000000"),
            Case("flow_logs", "aggregation_interval", "1m", "60000000"),
            Case("flow_logs", "aggregation_interval", "1h30m", "5400000000"),
            Case("reserved_instances", "duration", "52w", "31449600000000"),
            Case("snapshots", "full_size", "1024", "1024"), Case("snapshots", "full_size", "5MB", "5000000"),
            Case("snapshots", "full_size", "64 GiB", "68719476736"),
            Case("snapshots", "started", "2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"),
            Case("snapshots", "started", "2026-01-31", "2026-01-31T00:00:00Z"),
            Case("snapshots", "started", "2026-01-31 12:00:00+02:00", "2026-01-31T10:00:00Z"),
            // Addresses.
            Case("instances", "private_ip", "10.0.0.1", "10.0.0.1/32"),
            Case("instances", "private_ip", "'::1'", "::1/128"),
            Case("subnets", "cidr", "10.0.0.0/24", "10.0.0.0/24"), Case("subnets", "cidr", "10.0.0.1", "10.0.0.1/32"),
            Case("subnets", "ipv6_cidr", "[2001:DB8::/64]", "[2001:db8::/64]"),
            Case(
                "route_tables", "routes.0.destination", "[{destination: pl-1, target_kind: local}]", "prefixList pl-1"),
            // Maps are text to text.
            Case("volumes", "tags", "{Owner: web, Cost: 012, On: yes}", "{Owner: web, Cost: 012, On: yes}"),
            Case("volumes", "tags", "{}", "{}"),
            Case("volumes", "tags", "{1: 2.50, '': ''}", "{1: 2.50, : }"),
            Case("volumes", "attributes", "{a: \"x\\ty\"}", "{a: x\ty}"),
            // Policies stay as they are written.
            Case(
                "buckets", "policy", "{Version: '2012-10-17', Statement: []}", "{Version: '2012-10-17', Statement: []}"),
            Case("buckets", "policy", "'{}'", "'{}'"), Case("buckets", "policy", "[a, {b: c}]", "[a, {b: c}]"),
            // Lists take a single value.
            Case("instances", "security_groups", "[sg-1, sg-2]", "[sg-1, sg-2]"),
            Case("instances", "security_groups", "sg-1", "[sg-1]"),
            Case("instances", "security_groups", "[]", "[]"), Case("instances", "licenses", "arn:x", "[arn:x]"),
            Case("snapshots", "shared_with", "[012345678901, aws-marketplace]", "[012345678901, aws-marketplace]"),
            Case("accounts", "regions", "eu-west-1", "[eu-west-1]"),
            Case("vpcs", "cidr", "172.31.0.0/16", "[172.31.0.0/16]"),
            Case(
                "buckets", "encryption.blocked_types", "{algorithm: aes256, blocked_types: [none, sse_c]}",
                "[none, sse_c]"),
            // A list of records takes a single one.
            Case("volumes", "attachments", "{instance: i-1}", "1 entries"),
            Case("volumes", "attachments.0.instance", "{instance: i-1}", "i-1"),
            Case("volumes", "attachments", "[]", "0 entries"),
            Case("volumes", "attachments.1.device", "[{device: a}, {device: b}]", "b"),
        ])
    func value(_ test: Case) {
        let resource = LoadedResource(Self.text(test.type, test.path, test.source))
        #expect(resource.problems == [])
        #expect(resource[test.path] == test.value)
    }

    /// A collection with one resource that has an id and the field.
    static func text(_ type: String, _ path: String, _ source: String) -> String {
        let field = path.split(separator: ".")[0]
        let id = type == "buckets" ? "name" : "id"
        let value = type == "accounts" ? "111122223333" : "x-1"
        return field == "\(id)" ? "\(type): [{\(id): \(source)}]" : "\(type):\n- {\(id): \(value), \(field): \(source)}"
    }

    @Test(
        "a value that does not fit is an error that says what would",
        arguments: [
            Case(
                "volumes", "encrypted", "yes",
                "5:24: `yes` is not a boolean: `encrypted` takes true or false only | help: YAML 1.2 has no yes, no, on or off; write `true`"
            ),
            Case(
                "volumes", "encrypted", "NO",
                "5:24: `NO` is not a boolean: `encrypted` takes true or false only | help: YAML 1.2 has no yes, no, on or off; write `false`"
            ),
            Case(
                "volumes", "encrypted", "'true'",
                "5:24: `encrypted` is true or false, not quoted text | help: remove the quotes"),
            Case(
                "volumes", "encrypted", "1",
                "5:24: `1` is not a boolean, which `encrypted` needs | help: write true or false"),
            Case(
                "volumes", "encrypted", "tRUE",
                "5:24: `tRUE` is not a boolean, which `encrypted` needs | help: write true or false"),
            Case("volumes", "encrypted", "[true]", "5:24: `encrypted` is true or false, not a list"),
            Case("volumes", "encrypted", "{a: b}", "5:24: `encrypted` is true or false, not a mapping"),
            Case("volumes", "size", "8.5", "5:19: `8.5` is not a whole number, which `size` needs"),
            Case("volumes", "size", "8 GiB", "5:19: `8 GiB` is not a whole number, which `size` needs"),
            Case("volumes", "size", "''", "5:19: `` is not a whole number, which `size` needs"),
            Case(
                "volumes", "size", "1000000000000000000",
                "5:19: `1000000000000000000` is not a whole number, which `size` needs"),
            Case("volumes", "size", "[8]", "5:19: `size` is one value (int), not a list"),
            Case("volumes", "type", "GP3", "5:19: `GP3` is no value of `type` | help: did you mean `gp3`?"),
            Case(
                "volumes", "type", "floppy",
                "5:19: `floppy` is no value of `type` | help: valid names are `standard`, `io1`, `io2`, `gp2`, `gp3`, `sc1`, `st1`"
            ),
            Case(
                "volumes", "type", "[gp3]", "5:19: `type` is one of standard, io1, io2, gp2, gp3, sc1, st1, not a list"),
            Case("volumes", "monthly_cost", "-4", "5:27: `-4`: `monthly_cost` cannot be negative"),
            Case("volumes", "size", "-1", "5:19: `-1`: `size` cannot be negative"),
            Case(
                "volumes", "monthly_cost", "about 8",
                "5:27: `about 8` is not an amount in dollars such as 12.30, which `monthly_cost` needs"),
            Case(
                "volumes", "monthly_cost", "0.0000001",
                "5:27: `0.0000001` is not an amount in dollars such as 12.30, which `monthly_cost` needs"),
            Case(
                "flow_logs", "aggregation_interval", "10",
                "5:35: `10` is not a duration such as 90d or 12h, which `aggregation_interval` needs"),
            Case(
                "snapshots", "full_size", "5 mb",
                "5:24: `5 mb` is not a size such as 5MB or 64GiB, which `full_size` needs"),
            Case(
                "snapshots", "started", "2026-02-30",
                "5:22: `2026-02-30` is not a time such as 2026-01-31T12:00:00Z, which `started` needs"),
            Case(
                "instances", "owner", "1234",
                "5:20: `1234` is not an account id | help: an account id has 12 digits; leading zeros count"),
            Case(
                "instances", "owner", "1111-2222-3333",
                "5:20: `1111-2222-3333` is not an account id | help: an account id has 12 digits; leading zeros count"),
            Case(
                "instances", "private_ip", "10.0.0.256",
                "5:25: `10.0.0.256` is not an address | help: write 10.0.0.0/8 or 2001:db8::/32"),
            Case(
                "instances", "private_ip", "10.0.0.0/24",
                "5:25: `10.0.0.0/24` is a range; `private_ip` is one address | help: leave out the slash and what follows"
            ),
            Case(
                "subnets", "cidr", "10.0.0.0/33",
                "5:19: the prefix of `10.0.0.0/33` is out of range | help: it is at most /32"),
            Case("subnets", "cidr", "10.0.0.0/x", "5:19: what follows the slash in `10.0.0.0/x` is not a number"),
            Case("subnets", "cidr", "[10.0.0.0/24]", "5:19: `cidr` is one value (cidr), not a list"),
            Case("instances", "vpc", "{id: vpc-1}", "5:18: `vpc` is the id of a vpc, not a mapping"),
            Case(
                "instances", "security_groups", "[[sg-1]]",
                "5:31: `security_groups` is the id of a security_group, not a list"),
            Case("instances", "security_groups", "[~]", "5:31: an element of `security_groups` cannot be null"),
            Case("volumes", "tags", "[a]", "5:19: `tags` is a mapping of names to text | help: write {Name: value}"),
            Case("volumes", "tags", "a", "5:19: `tags` is a mapping of names to text | help: write {Name: value}"),
            Case("volumes", "tags", "{a: [b]}", "5:23: `tags` is one value (string), not a list"),
            Case(
                "volumes", "attachments", "i-1",
                "5:26: `attachments` is a list of mappings | help: its fields are instance, device, state, attached, delete_on_termination"
            ),
            Case(
                "volumes", "attachments", "[i-1]",
                "5:27: an entry of `attachments` is a mapping | help: its fields are instance, device, state, attached, delete_on_termination"
            ),
            Case(
                "volumes", "attachments", "[~]",
                "5:27: an entry of `attachments` is a mapping | help: its fields are instance, device, state, attached, delete_on_termination"
            ),
            Case(
                "buckets", "logging", "x",
                "5:24: `logging` is a mapping | help: its fields are bucket, prefix, partitioned_by"),
            Case(
                "buckets", "logging", "{prefix: x}",
                "5:24: `logging.bucket` is missing | help: Bucket that receives the logs."),
            Case("buckets", "logging", "{bucket: ~}", "5:33: `logging.bucket` cannot be null"),
            Case(
                "buckets", "acl", "{grants: {grantee: x, permission: read, grantee_type: robot}}",
                "5:74: `robot` is no value of `acl.grants.grantee_type` | help: valid names are `canonical_user`, `amazon_customer_by_email`, `group`"
            ),
            Case("volumes", "sizee", "8", "5:13: `volume` has no field `sizee` | help: did you mean `size`?"),
            Case(
                "volumes", "attachments", "[{instnace: i-1}]",
                "5:28: `volume.attachments` has no field `instnace` | help: did you mean `instance`?"),
        ])
    func error(_ test: Case) {
        let resource = LoadedResource(Self.text(test.type, test.path, test.source))
        #expect(resource.problems == [test.value])
    }

    @Test func aLongValueIsCutInTheMessage() {
        let resource = LoadedResource("volumes: [{id: v, size: \(String(repeating: "x", count: 500))}]")
        #expect(
            resource.problems == [
                "4:25: `\(String(repeating: "x", count: 60))…` is not a whole number, which `size` needs"
            ])
    }

    @Test func everyMistakeOfAFileIsToldAtOnce() {
        let resource = LoadedResource(
            "volumes:\n- {id: v, size: x, encrypted: yes, typ: gp3}\n- {id: w, iops: fast}\nbuckets:\n- {name: b, tags: 1}\n"
        )
        #expect(
            resource.problems.map { $0.prefix(5) }
                == ["5:17:", "5:31:", "5:36:", "6:17:", "8:19:"].map { $0.prefix(5) })
    }
}
