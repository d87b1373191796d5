import Diagnostics
import Engine
import Rules
import Testing

/// Conditions that can mean nothing, or mean something else than they say, are refused when the rule is read.
struct RefusedConstantTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var type: String
        var body: String
        var testDescription: String { "\(type): \(body)" }

        init(_ type: String, _ body: String) { (self.type, self.body) = (type, body) }
    }

    @Test(
        "null where a value is needed",
        arguments: [
            Case("instance", "flag: {vcpus: {above: null}}"), Case("instance", "flag: {name: {startsWith: null}}"),
            Case("instance", "flag: {tags: {has_keys: null}}"), Case("instance", "flag: {tags: {empty: null}}"),
            Case("instance", "flag: {tags: {exists: null}}"), Case("instance", "flag: {name: {stated: null}}"),
            Case("instance", "flag: {name: {in: null}}"), Case("instance", "flag: {name: {in: [null, a]}}"),
            Case("instance", "flag: {created: {older_than: null}}"),
            Case("instance", "flag: {private_ip: {within: null}}"),
            Case("security_group", "flag: {ingress: {admits: {source: null}}}"),
            Case("security_group", "flag: {ingress: {admits: {source: internet, protocol: null}}}"),
            Case("security_group", "flag: {ingress: {admits: {source: internet, port: null}}}"),
            Case("security_group", "flag: {ingress: {admits: {source: internet, family: null}}}"),
            Case("security_group", "flag: {ingress: {admits: {source: internet, share: null}}}"),
            Case("instance", "params: {limit: {type: int, default: null, meaning: m}}\nflag: {vcpus: {above: $limit}}"),
        ])
    func null(test: Case) { expectRefusal(test) }

    @Test(
        "what is empty",
        arguments: [
            Case("bucket", "flag: {encryption: {}}"), Case("bucket", "require: {encryption: {}}"),
            Case("bucket", "require: {public_access_block: {not: {}}}"), Case("instance", "flag: {name: []}"),
            Case("instance", "flag: {name: {in: []}}"), Case("instance", "flag: {tags: {has_keys: []}}"),
            Case("security_group", "flag: {ingress: {admits: {source: []}}}"),
            Case("security_group", "flag: {ingress: {admits: {source: internet, protocol: []}}}"),
            Case("security_group", "flag: {ingress: {admits: {source: internet, port: []}}}"),
            Case("security_group", "flag: {ingress: {admits: {source: internet, port: {}}}}"),
        ])
    func empty(test: Case) { expectRefusal(test) }

    @Test(
        "parameters of a kind that does not fit",
        arguments: [
            Case("instance", "params: {on: {type: bool, default: true, meaning: m}}\nflag: {tags: {empty: $on}}"),
            Case("instance", "params: {on: {type: bool, default: true, meaning: m}}\nflag: {tags: {exists: $on}}"),
            Case("instance", "params: {a: {type: list<int>, default: [1, 2], meaning: m}}\nflag: {vcpus: {above: $a}}"),
            Case(
                "instance",
                "params: {a: {type: list<string>, default: [a], meaning: m}}\nflag: {name: {startsWith: $a}}"),
            Case(
                "instance",
                "params: {a: {type: list<duration>, default: [1d], meaning: m}}\nflag: {created: {older_than: $a}}"),
            Case(
                "security_group",
                "params: {a: {type: list<double>, default: [0.5, 0.9], meaning: m}}\nflag: {ingress: {admits: {source: internet, share: $a}}}"
            ),
            Case("instance", "params: {a: {type: string, default: a, meaning: m}}\nflag: {name: [$a, b], type: $a}"),
        ])
    func parameters(test: Case) { expectRefusal(test) }

    @Test(
        "other things that say nothing",
        arguments: [
            Case("security_group", "for_each: [ingress, ingress]\nflag: {protocol: all}"),
            Case("security_group", "flag: {ingress: {admits: {source: internet, protocol: icmp, port: 22}}}"),
            Case(
                "instance",
                "flag: {vcpus: 4}\ntests:\n  - {name: a, given: {id: i-1, vcpus: 4}, expect: noncompliant, with: [vpcs]}"
            ),
            Case(
                "instance",
                "flag: {vcpus: 4}\ntests:\n  - {name: a, given: {id: i-1, vcpus: 4}, expect: noncompliant, params: {limit: 3}}"
            ),
            Case(
                "instance",
                "flag: {vcpus: 4}\ntests:\n  - {name: a, given: {id: i-1, vcpus: 4}, expect: noncompliant, account: \"12\"}"
            ),
        ])
    func others(test: Case) { expectRefusal(test) }

    /// What is given is an inventory, read when the test runs; the rule itself is right.
    @Test func misspeltInWhatIsGiven() throws {
        let text = "flag: {vcpus: 4}\ntests:\n  - {name: a, given: {id: i-1, vcpu: 4}, expect: noncompliant}"
        let rule = try #require(try Trial.rules(Trial.ruleText("instance", text)).first)
        let outcome = try #require(ExampleRun.run(rule, catalog: Trial.catalog).first)
        #expect(outcome.verdict == nil)
        #expect(outcome.problems.map(\.message) == ["`instance` has no field `vcpu`"])
    }

    private func expectRefusal(_ test: Case) {
        #expect(Trial.complaints(about: Trial.ruleText(test.type, test.body)).contains("error: "))
    }
}
