import Foundation
import Testing

/// Rules with a mistake do not fit, wherever the mistake is one that a schema can see.
struct WrongRulesTests {
    /// A rule on security groups that is right, but for the keys that a case changes; an empty text takes a key away.
    struct Case: CustomTestStringConvertible {
        var changes: [String: String]
        var place: String
        var keyword: String
        var testDescription: String {
            changes.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: "; ")
        }

        init(_ changes: [String: String], _ place: String, _ keyword: String) {
            (self.changes, self.place, self.keyword) = (changes, "/rules/0" + place, keyword)
        }

        var text: String {
            let right = [
                "id": "sg-x", "title": "A title", "resource": "security_group", "category": "security",
                "severity": "low", "flag": "{name: default}", "message": "A message", "fix": "Mend it.",
            ]
            let keys = right.merging(changes) { $1 }.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            return "rules:\n  - " + keys.map { "\($0): \($1)\n" }.joined(separator: "    ")
        }
    }

    static let cases: [Case] = [
        // Keys.
        Case(["serverity": "low"], "", "additionalProperties"),
        Case(["severity": ""], "", "required"),
        Case(["severity": "hihg"], "/severity", "enum"),
        Case(["latent": "lwo"], "/latent", "enum"),
        Case(
            ["latent": "low", "params": "{latent: {type: int, default: 1, meaning: m}}"], "/params/latent", "not"),
        Case(["category": "safety"], "/category", "enum"),
        Case(["resource": "security_groups"], "/resource", "enum"),
        Case(["id": "SG_Open"], "/id", "pattern"),
        Case(["title": "\"  \""], "/title", "pattern"),
        Case(["message": "[a, b]"], "/message", "type"),
        Case(["require": "{name: default}"], "", "oneOf"),
        Case(["flag": ""], "", "oneOf"),
        Case(["savings": "name"], "/savings", "enum"),
        Case(["maps": "[cis]"], "/maps", "type"),
        // Fields and their values.
        Case(["flag": "{}"], "/flag", "minProperties"),
        Case(["flag": "[{name: default}]"], "/flag", "type"),
        Case(["flag": "\"\""], "/flag", "pattern"),
        Case(["flag": "{nmae: default}"], "/flag", "additionalProperties"),
        Case(["when": "{vpcs: null}"], "/when", "additionalProperties"),
        Case(["resource": "bucket", "flag": "{versioning: Enabled}"], "/flag/versioning", "pattern"),
        Case(["resource": "bucket", "flag": "{versioning: [enabled, enabeld]}"], "/flag/versioning/1", "pattern"),
        Case(["resource": "bucket", "flag": "{versioning: []}"], "/flag/versioning", "minItems"),
        Case(["resource": "bucket", "flag": "{logging: {bukket: a}}"], "/flag/logging", "additionalProperties"),
        Case(["resource": "bucket", "flag": "{logging: enabled}"], "/flag/logging", "type"),
        Case(["resource": "bucket", "flag": "{mfa_delete: yes}"], "/flag/mfa_delete", "pattern"),
        Case(
            ["resource": "bucket", "flag": "{versioning: {stated: true}}"], "/flag/versioning", "additionalProperties"),
        Case(["resource": "instance", "flag": "{vcpus: many}"], "/flag/vcpus", "pattern"),
        Case(["resource": "instance", "flag": "{private_ip: internet}"], "/flag/private_ip", "pattern"),
        // Operators.
        Case(["flag": "{name: {above: 3}}"], "/flag/name", "additionalProperties"),
        Case(["flag": "{name: {exists: \"true\"}}"], "/flag/name/exists", "type"),
        Case(["flag": "{name: {in: []}}"], "/flag/name/in", "minItems"),
        Case(["flag": "{name: {size: {startsWith: a}}}"], "/flag/name/size", "additionalProperties"),
        Case(["flag": "{tags: {has_key: [a]}}"], "/flag/tags", "additionalProperties"),
        Case(["flag": "{tags: {key: {}}}"], "/flag/tags/key", "minProperties"),
        Case(["flag": "{created: {older_than: 90}}"], "/flag/created/older_than", "type"),
        Case(["flag": "{created: {older_than: 90 days}}"], "/flag/created/older_than", "pattern"),
        Case(["flag": "{any: {name: a}}"], "/flag/any", "type"),
        Case(["flag": "{any: [{name: a}, {nmae: b}]}"], "/flag/any/1", "additionalProperties"),
        Case(["flag": "{not: {name: {not: {above: 1}}}}"], "/flag/not/name/not", "additionalProperties"),
        Case(
            ["flag": "{ingress: {some: {ports: {some: {covers: http}}}}}"], "/flag/ingress/some/ports/some/covers",
            "pattern"),
        Case(
            ["flag": "{ingress: {some: {source: {contains: {kind: group}}}}}"],
            "/flag/ingress/some/source/contains/kind", "pattern"),
        Case(["flag": "{ingress: {some: {sources: a}}}"], "/flag/ingress/some", "additionalProperties"),
        Case(["flag": "{ingress: all}"], "/flag/ingress", "type"),
        // Traffic.
        Case(["flag": "{ingress: {admits: {protocol: tcp}}}"], "/flag/ingress/admits", "required"),
        Case(["flag": "{egress: {admits: {source: internet}}}"], "/flag/egress/admits", "required"),
        Case(
            ["flag": "{ingress: {admits: {source: internet, ports: 22}}}"], "/flag/ingress/admits",
            "additionalProperties"),
        Case(["flag": "{ingress: {admits: {source: interent}}}"], "/flag/ingress/admits/source", "pattern"),
        Case(
            ["flag": "{ingress: {admits: {source: internet, port: {inside: 22}}}}"], "/flag/ingress/admits/port",
            "additionalProperties"),
        Case(
            ["flag": "{ingress: {admits: {source: internet, share: 0}}}"], "/flag/ingress/admits/share",
            "exclusiveMinimum"),
        Case(
            ["flag": "{ingress: {admits: {source: internet, family: ipv5}}}"], "/flag/ingress/admits/family", "pattern"),
        Case(
            ["resource": "volume", "flag": "{attachments: {admits: {source: internet}}}"], "/flag/attachments",
            "additionalProperties"),
        // Entries.
        Case(["for_each": "[ingres]"], "/for_each/0", "enum"),
        Case(["for_each": "[]"], "/for_each", "minItems"),
        Case(["for_each": "[ingress, ingress]"], "/for_each", "uniqueItems"),
        Case(["for_each": "[ingress]"], "/flag", "additionalProperties"),
        Case(["for_each": "[ingress, egress]", "flag": "{source: 10.0.0.0/8}"], "/flag", "additionalProperties"),
        Case(["for_each": "ingress", "flag": "{protocol: tpc}"], "/flag/protocol", "pattern"),
        Case(["resource": "internet_gateway", "for_each": "[x]", "flag": "{id: a}"], "/for_each", "not"),
        // Parameters.
        Case(["params": "[p]"], "/params", "type"),
        Case(["params": "{p: {type: int, default: 22}}"], "/params/p", "required"),
        Case(["params": "{p: {type: integer, default: 22, meaning: m}}"], "/params/p/type", "enum"),
        Case(["params": "{p: {type: int, default: ssh, meaning: m}}"], "/params/p/default", "pattern"),
        Case(
            ["params": "{p: {type: list<cidr>, default: [10.0.0.0/33], meaning: m}}"], "/params/p/default/0", "pattern"),
        Case(["params": "{p: {type: int, default: 2, min: a, meaning: m}}"], "/params/p/min", "pattern"),
        Case(["params": "{p: {type: string, default: a, min: a, meaning: m}}"], "/params/p/min", "not"),
        Case(["params": "{p: {type: int, default: 2, one_of: 2, meaning: m}}"], "/params/p/one_of", "type"),
        Case(["params": "{p: {type: int, default: 2, hint: 3, meaning: m}}"], "/params/p", "additionalProperties"),
        // Tests.
        Case(["tests": "{name: a}"], "/tests", "type"),
        Case(["tests": "[{name: a, given: {id: sg-1}}]"], "/tests/0", "anyOf"),
        Case(["tests": "[{name: a, expect: compliant}]"], "/tests/0", "required"),
        Case(["tests": "[{name: a, given: {id: s}, expect: []}]"], "/tests/0/expect", "minItems"),
        Case(["tests": "[{name: a, given: {id: s}, findings: many}]"], "/tests/0/findings", "type"),
        Case(
            ["tests": "[{name: a, given: {id: s}, expect: noncompliant, savings: much}]"], "/tests/0/savings",
            "pattern"),
        Case(
            ["tests": "[{name: a, given: {id: s}, expect: noncompliant, savings: -5}]"], "/tests/0/savings", "minimum"),
        Case(
            ["tests": "[{name: a, given: {vpcs: [{name: a}]}, expect: {a: compliant}}]"], "/tests/0/given/vpcs/0",
            "required"),
        Case(["tests": "[{name: a, given: {vpcs: []}, expect: {a: fine}}]"], "/tests/0/expect/a", "pattern"),
        Case(["tests": "[{name: a, given: {vpcs: []}, expect: compliant}]"], "/tests/0/expect", "type"),
        Case(["tests": "[{name: a, given: {id: sg-1}, expect: fail}]"], "/tests/0/expect", "pattern"),
        Case(["tests": "[{name: a, given: {id: sg-1}, expects: compliant}]"], "/tests/0", "additionalProperties"),
        Case(["tests": "[{name: a, given: {nmae: x}, expect: compliant}]"], "/tests/0/given", "additionalProperties"),
        Case(["tests": "[{name: a, given: [], expect: compliant}]"], "/tests/0/given", "type"),
        Case(
            ["tests": "[{name: a, given: {id: s}, with: {vpc: []}, expect: compliant}]"], "/tests/0/with",
            "additionalProperties"),
        Case(["tests": "[{name: a, given: {id: s}, as_of: now, expect: compliant}]"], "/tests/0/as_of", "pattern"),
        Case(
            ["tests": "[{name: a, given: {id: s}, account: \"1\", expect: compliant}]"], "/tests/0/account", "pattern"),
    ]

    @Test func mistakesAreSeenWhereTheyAre() throws {
        let tasks = [Validator.Task.text(Case([:], "", "").text)] + Self.cases.map { .text($0.text) }
        guard let outcomes = try Validator.validate(tasks, against: Repository.ruleSchema) else { return }
        #expect(outcomes[0].errors.isEmpty, "\(outcomes[0].errors)")
        for (wrong, outcome) in zip(Self.cases, outcomes.dropFirst()) {
            let found = outcome.errors.contains {
                $0.place == wrong.place && $0.keyword == wrong.keyword
            }
            #expect(found, "\(wrong): \(wrong.place) \(wrong.keyword); found \(outcome.errors)")
        }
    }

    @Test func wrongFilesAreSeen() throws {
        let texts = ["[]", "rule: []", "{}", "rules: {id: a}", "rules: null", "rules: [a]", "rules: []\nname: x"]
        guard let outcomes = try Validator.validate(texts.map { .text($0) }, against: Repository.ruleSchema) else {
            return
        }
        for (text, outcome) in zip(texts, outcomes) { #expect(!outcome.errors.isEmpty, "\(text)") }
    }

    /// What this version adds: expressions wherever a condition stands, bounds of parameters, findings of tests.
    @Test func newFormsFit() throws {
        let changes: [[String: String]] = [
            ["flag": "resource.name == 'default'"],
            ["latent": "info", "params": "{p: {type: int, default: 22, meaning: m}}"],
            ["params": "{latent: {type: int, default: 22, meaning: m}}"],
            ["when": "size(resource.ingress) > 0", "flag": "{any: [\"resource.default\", {name: default}]}"],
            ["flag": "{all: [{not: \"resource.default\"}, {any: [\"true\", \"false\"]}]}"],
            ["for_each": "[ingress, egress]", "flag": "it.protocol == 'tcp'"],
            ["params": "{p: {type: int, default: 22, min: 1, max: 65535, meaning: m}}"],
            ["params": "{p: {type: list<duration>, default: [90d], one_of: [30d, 90d], meaning: m}}"],
            ["tests": "[{name: a, given: {id: s}, expect: noncompliant, findings: 2, params: {p: [1, 2]}}]"],
            [
                "tests":
                    "[{name: a, given: {id: s, ingress: []}, expect: [compliant, {verdict: noncompliant, entry: \"a[0]\"}]}]"
            ],
            [
                "tests":
                    "[{name: a, given: {vpcs: [{id: v}], security_groups: []}, expect: {s: {verdict: compliant, findings: 0}}}]"
            ],
            [
                "tests":
                    "[{name: a, given: {id: s}, expect: {verdict: noncompliant, savings: 12.34}, savings: unpriced}]"
            ],
            ["resource": "bucket", "flag": "{logging: {any: [{bucket: a}, 'resource.name == \"a\"']}}"],
        ]
        let tasks = changes.map { Validator.Task.text(Case($0, "", "").text) }
        guard let outcomes = try Validator.validate(tasks, against: Repository.ruleSchema) else { return }
        for (change, outcome) in zip(changes, outcomes) {
            #expect(outcome.errors.isEmpty, "\(change): \(outcome.errors)")
        }
    }
}
