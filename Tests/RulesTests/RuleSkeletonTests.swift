import Catalog
import Diagnostics
import Engine
import Rules
import Testing

/// A new rule loads and its tests pass, whatever it judges.
struct RuleSkeletonTests {
    struct Subject: CustomTestStringConvertible, Sendable {
        var type: String
        var list: String?
        var testDescription: String { type + (list.map { " " + $0 } ?? "") }
    }

    /// Every resource type, and every list of entries.
    static let subjects = Trial.catalog.types.flatMap { type in
        [Subject(type: type.name)]
            + Trial.catalog.shape(of: type).fields.filter(\.type.isRecordList).map {
                Subject(type: type.name, list: $0.name)
            }
    }

    @Test("loads, and its tests pass", arguments: subjects)
    func passes(subject: Subject) throws {
        let text = try RuleSkeleton(
            id: "my-rule", resource: subject.type, forEach: subject.list, catalog: Trial.catalog
        ).text(path: "my-rule.yaml")
        #expect(text.hasPrefix("# yaml-language-server: $schema=rules.schema.json\n"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 180 && $0.last != " " })
        let rule = try #require(try Trial.rules(text).first)
        #expect(rule.forEach == (subject.list.map { [$0] } ?? []))
        let outcomes = ExampleRun.run(rule, catalog: Trial.catalog)
        let problems = DiagnosticRenderer(palette: Palette(isEnabled: false)).render(outcomes.flatMap(\.problems))
        #expect(problems == "")
        #expect((2...3).contains(outcomes.count))
    }

    /// What the comments offer can be had by taking the mark away.
    @Test("its comments can be uncommented", arguments: subjects)
    func comments(subject: Subject) throws {
        let text = try RuleSkeleton(
            id: "my-rule", resource: subject.type, forEach: subject.list, catalog: Trial.catalog
        ).text(path: "my-rule.yaml").replacing("# when:", with: "when:").replacing("# maps:", with: "maps:")
        _ = try Trial.rules(text)
    }

    @Test(
        "what cannot be begun",
        arguments: [
            (
                "My Rule", "bucket", nil,
                "`My Rule` cannot be a rule id; use lower-case letters, digits and hyphens, as sg-ssh-open"
            ),
            ("my-rule", "buckte", nil, "`buckte` is no resource type; did you mean `bucket`?"),
            (
                "my-rule", "vpc", "ingress",
                "`ingress` is no list of entries of `vpc`; the type has none; leave out --for-each"
            ),
            (
                "my-rule", "security_group", "ingres",
                "`ingres` is no list of entries of `security_group`; did you mean `ingress`?"
            ),
        ] as [(String, String, String?, String)])
    func refused(id: String, resource: String, list: String?, complaint: String) {
        do {
            _ = try RuleSkeleton(id: id, resource: resource, forEach: list, catalog: Trial.catalog)
            Issue.record("not refused")
        } catch {
            #expect([error.message, error.help].compactMap(\.self).joined(separator: "; ") == complaint)
        }
    }

    @Test func aCollectionIsUnderstood() throws {
        let text = try RuleSkeleton(id: "a", resource: "buckets", forEach: nil, catalog: Trial.catalog).text(path: "a")
        #expect(text.contains("    resource: bucket\n"))
    }
}
