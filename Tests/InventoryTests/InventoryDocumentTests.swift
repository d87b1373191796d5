import Catalog
import Diagnostics
import Inventory
import Testing

/// Documents, headers and identities.
struct InventoryDocumentTests {
    private static let bucket = "buckets: [{name: b}]\n"

    private func names(_ result: InventoryLoader.Result) -> [String] {
        result.inventory.segments.flatMap { segment in
            segment.resources.map { result.inventory.id(of: $0, in: segment) }
        }
    }

    private func scopes(_ result: InventoryLoader.Result) -> [String] {
        result.inventory.segments.flatMap { segment in
            segment.resources.map { _ in
                "\(segment.scope.account ?? "-")/\(segment.scope.region ?? "-")/\(segment.scope.asOf?.text ?? "-")"
            }
        }
    }

    @Test func theHeaderIsTheScopeOfItsDocument() {
        let result = Loading.load(
            """
            inventory: 1
            as_of: 2026-01-31
            account: '111122223333'
            region: eu-west-1
            buckets: [{name: a}]
            ---
            buckets: [{name: b}]
            region: us-east-1
            inventory: "1"
            """, "{\"inventory\": 1, \"account\": \"444455556666\", \"buckets\": [{\"name\": \"c\"}]}")
        #expect(Loading.problems(result.diagnostics) == [])
        #expect(names(result) == ["a", "b", "c"])
        #expect(scopes(result) == ["111122223333/eu-west-1/2026-01-31T00:00:00Z", "-/us-east-1/-", "444455556666/-/-"])
        #expect(result.inventory.inputs.map(\.documents) == [2, 1])
        #expect(result.inventory.inputs.map(\.resources) == [2, 1])
    }

    @Test(
        "collections without resources",
        arguments: ["buckets: []", "buckets:", "buckets: ~", "", "buckets: []\nvolumes: []\nsecurity_groups:\n"])
    func empty(text: String) {
        let result = Loading.load(Loading.header + text)
        #expect(Loading.problems(result.diagnostics) == [])
        #expect(result.inventory.resourceCount == 0)
        #expect(result.inventory.inputs.map(\.documents) == [1])
    }

    @Test(
        "what is wrong with a header",
        arguments: [
            (bucket, ["1:1: no `inventory:` header | help: begin every inventory document with `inventory: 1`"]),
            (
                "account: '111122223333'\n",
                ["1:1: no `inventory:` header | help: begin every inventory document with `inventory: 1`"]
            ),
            ("inventory: 2\n", ["1:12: inventory format `2` is not known | help: write `inventory: 1`"]),
            ("inventory: 1.0\n", ["1:12: inventory format `1.0` is not known | help: write `inventory: 1`"]),
            ("inventory:\n", ["1:11: inventory format `` is not known | help: write `inventory: 1`"]),
            (
                "inventory: 1\nas_of: yesterday\n",
                [
                    "2:8: `yesterday` is not a time, which `as_of` needs | help: write a time such as 2026-01-31T12:00:00Z"
                ]
            ),
            (
                "inventory: 1\nas_of: 2026-02-29\n",
                [
                    "2:8: `2026-02-29` is not a time, which `as_of` needs | help: write a time such as 2026-01-31T12:00:00Z"
                ]
            ),
            (
                "inventory: 1\naccount: 1234\n",
                ["2:10: `1234` is not an account id | help: an account id has 12 digits; leading zeros count"]
            ),
            ("inventory: 1\nregion: [a]\n", ["2:9: `region` is the name of a region"]),
            ("inventory: 1\nregion: ~\n", ["2:9: `region` is the name of a region"]),
            ("inventroy: 1\n", ["1:1: unknown collection `inventroy` | help: did you mean `inventory`?"]),
            ("inventory: 1\nregoin: a\n", ["2:1: unknown collection `regoin` | help: did you mean `region`?"]),
            ("inventory: 1\nbuckts: []\n", ["2:1: unknown collection `buckts` | help: did you mean `buckets`?"]),
            (
                "inventory: 1\nbucket: []\n",
                ["2:1: unknown collection `bucket` | help: collections are plural: `buckets`"]
            ),
            ("- inventory: 1\n", ["1:1: an inventory document is a mapping that begins with `inventory: 1`"]),
            ("text\n", ["1:1: an inventory document is a mapping that begins with `inventory: 1`"]),
            ("", ["1:1: the file is empty | help: an inventory begins with `inventory: 1`"]),
            ("# nothing\n", ["1:1: the file is empty | help: an inventory begins with `inventory: 1`"]),
            ("---\n~\n", ["1:1: the file is empty | help: an inventory begins with `inventory: 1`"]),
            ("rules: []\n", ["1:1: this is a rule file, not an inventory | help: give it with `--rules`"]),
            (
                "inventory: 1\n---\nbuckets: []\n",
                ["3:1: no `inventory:` header | help: begin every inventory document with `inventory: 1`"]
            ),
        ])
    func header(text: String, problems: [String]) {
        #expect(Loading.problems(Loading.load(text).diagnostics) == problems)
    }

    @Test func anUnknownCollectionListsWhatThereIs() throws {
        let diagnostic = try #require(Loading.load(Loading.header + "quantum_gates: []").diagnostics.first)
        #expect(diagnostic.message == "unknown collection `quantum_gates`")
        #expect(
            diagnostic.help?.hasPrefix(
                "valid names are `inventory`, `as_of`, `account`, `region`, `access_points`, `accounts`, `alarms`, `auto_scaling_groups`"
            ) == true)
    }

    @Test(
        "the same id twice in a scope",
        arguments: [
            ("in a collection", Loading.header + "buckets: [{name: b}, {name: b}]", nil, "4:29"),
            ("in two documents", Loading.header + bucket + "---\n" + Loading.header + bucket, nil, "9:18"),
            ("in two files", Loading.header + bucket, Loading.header + bucket, "4:18"),
            (
                "overridden", Loading.header + "buckets: [{name: b}]",
                "inventory: 1\nbuckets: [{name: b, account: '111122223333', region: eu-west-1}]", "2:18"
            ),
            ("written otherwise", Loading.header + "buckets: [{name: b}, {name: \"\\x62\"}]", nil, "4:22"),
            ("without a scope", "inventory: 1\nbuckets: [{name: b}, {name: b}]", nil, "2:29"),
        ] as [(String, String, String?, String)])
    func duplicates(name: String, first: String, second: String?, place: String) {
        let result = second.map { Loading.load(first, $0) } ?? Loading.load(first)
        let problems = Loading.problems(result.diagnostics)
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("\(place): the bucket `b` is described twice | note ") == true, "\(problems)")
        #expect(
            problems.first?.hasSuffix(
                ": it is described here first | help: an id may stand once in an account and region") == true)
    }

    @Test(
        "the same id in different scopes",
        arguments: [
            Loading.header + "buckets: [{name: b}, {name: b, region: us-east-1}]",
            Loading.header + "buckets: [{name: b}, {name: b, account: '444455556666'}]",
            Loading.header + "volumes: [{id: b}]\nsnapshots: [{id: b}]",
            Loading.header + "buckets: [{name: b}, {name: B}]",
            Loading.header + bucket + "---\ninventory: 1\n" + bucket,
            Loading.header + "buckets: [{name: b}, {name: b, region: ~}]",
        ])
    func notDuplicates(text: String) { #expect(Loading.problems(Loading.load(text).diagnostics) == []) }

    @Test func everyDuplicateOfManyIsFound() {
        let items = (0..<3000).map { "- {name: b\($0 % 1000)}\n" }.joined()
        let result = Loading.load(Loading.header + "buckets:\n" + items)
        #expect(result.diagnostics.count == 2000)
        #expect(
            result.diagnostics.allSatisfy { diagnostic in
                diagnostic.note!.span.file.position(of: diagnostic.note!.span.start).line <= 1004
            })
    }

    @Test func jsonIsReadLikeYAML() {
        let yaml = LoadedResource(
            "security_groups:\n- id: sg-1\n  tags: {a: b}\n  ingress:\n  - {protocol: tcp, ports: [443], source: [10.0.0.0/8]}\n"
        )
        let result = Loading.load(
            """
            {
            \t"inventory": 1, "account": "111122223333", "region": "eu-west-1",
            \t"security_groups": [
            \t\t{"id": "sg-1", "tags": {"a": "b"}, "default": false, "vpc": null,
            \t\t "ingress": [{"protocol": "tcp", "ports": [443], "source": ["10.0.0.0\\/8"]}]}
            \t]
            }
            """)
        #expect(Loading.problems(result.diagnostics) == [])
        #expect(names(result) == ["sg-1"])
        #expect(yaml["ingress.0.source"] == "[cidr 10.0.0.0/8]")
        let dump = InventoryDump(catalog: Loading.catalog).text(result.inventory)
        for line in ["source: [cidr 10.0.0.0/8]", "ports: [443-443]", "tags: {a: b}", "default: false", "vpc: null"] {
            #expect(dump.contains(line), "\(line)")
        }
    }

    @Test func anchorsAndMergeKeysAcrossResources() {
        let result = Loading.load(
            Loading.header + """
                security_groups:
                - id: sg-1
                  tags: &t {Owner: web}
                  ingress: &in
                  - &e {protocol: tcp, ports: 443, source: 10.0.0.0/8}
                - {id: sg-2, tags: *t, ingress: *in}
                - id: sg-3
                  ingress: [*e, {<<: *e, ports: 80}]
                """)
        #expect(Loading.problems(result.diagnostics) == [])
        let dump = InventoryDump(catalog: Loading.catalog).text(result.inventory)
        #expect(
            dump.count(of: "ports: [443-443]") == 3 && dump.count(of: "ports: [80-80]") == 1
                && dump.count(of: "Owner: web") == 2)
    }
}

extension String {
    fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
