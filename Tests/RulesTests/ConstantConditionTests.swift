import Rules
import Testing

/// Conditions that look constant and are not: none of them may be refused.
struct ConstantConditionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var type: String
        var body: String
        var testDescription: String { "\(type): \(body)" }

        init(_ type: String, _ body: String) { (self.type, self.body) = (type, body) }
    }

    @Test(
        "conditions that depend on the resource",
        arguments: [
            // Null is neither above nor at most five.
            Case("instance", "flag: resource.vcpus > 5 || resource.vcpus <= 5"),
            Case("instance", "flag: {any: [{vcpus: {above: 5}}, {vcpus: {at_most: 5}}]}"),
            Case("instance", "flag: resource.vcpus > 5 && resource.vcpus < 7"),
            Case("instance", "flag: resource.vcpus >= 5 && resource.vcpus <= 5"),
            Case("instance", "flag: resource.vcpus != 5 && resource.vcpus != 6"),
            Case("instance", "flag: resource.vcpus > 5 || resource.vcpus == null"),
            Case("instance", "flag: resource.state == \"running\" || resource.state == \"stopped\""),
            Case("instance", "flag: resource.state != \"running\" && resource.state != \"stopped\""),
            Case("instance", "flag: resource.state == \"running\" || resource.state != \"stopped\""),
            Case("instance", "flag: resource.name == \"a\" && resource.type == \"b\""),
            Case("instance", "flag: resource.name in [\"a\", \"b\"] && resource.name in [\"b\", \"c\"]"),
            Case("instance", "flag: resource.tenancy in [\"default\", \"dedicated\"]"),
            // Of a text that is not there the size is null.
            Case("instance", "flag: size(resource.name) >= 0"),
            Case("instance", "flag: size(resource.tags) > 0 || resource.vcpus > 0"),
            Case("instance", "flag: size(resource.tags) >= 1 && size(resource.tags) < 2"),
            Case("instance", "flag: resource.ebs_optimized || resource.ebs_optimized == false"),
            Case("instance", "flag: resource.ebs_optimized == null"),
            Case("instance", "flag: resource.name.startsWith(\"a\") && !resource.name.startsWith(\"ab\")"),
            Case("instance", "flag: resource.name == \"a\" && resource.name.startsWith(\"b\")"),
            // Times lie between any two times.
            Case("instance", "flag: resource.created.age() > \"1s\" && resource.created.age() < \"2s\""),
            Case("instance", "flag: resource.created.age() > \"30d\" && resource.created.age() < \"90d\""),
            Case("instance", "flag: {created: {older_than: 30d, younger_than: 90d}}"),
            Case("instance", "flag: resource.monthly_cost > 1.0 && resource.monthly_cost < 1.1"),
            // Parameters are their users' to choose.
            Case(
                "instance",
                "params: {limit: {type: int, default: 5, meaning: m}}\nflag: resource.vcpus > params.limit && resource.vcpus < 3"
            ),
            Case(
                "instance",
                "params: {names: {type: list<string>, default: [], meaning: m}}\nflag: resource.name in params.names"),
            Case("instance", "params: {on: {type: bool, default: true, meaning: m}}\nflag: params.on"),
            Case(
                "instance",
                "params: {on: {type: bool, default: true, meaning: m}}\nflag: params.on && resource.vcpus > 2"),
            Case("instance", "params: {on: {type: int, default: 1, meaning: m}}\nflag: params.on == 1"),
            // What elements meet differs from element to element.
            Case("instance", "flag: \"'a' in resource.tags && 'b' in resource.tags\""),
            Case("instance", "flag: resource.tags.exists(k, k == \"a\") && resource.tags.exists(k, k == \"b\")"),
            Case("instance", "flag: resource.tags.exists(k, k == \"a\") && resource.tags.exists(e, e != \"a\")"),
            Case("security_group", "flag: resource.ingress.exists(e, e.protocol == \"tcp\" && e.description == \"x\")"),
            Case("security_group", "flag: {ingress: {some: {protocol: tcp}, none: {protocol: udp}}}"),
            Case(
                "security_group",
                "flag: resource.ingress.exists(a, resource.ingress.exists(b, a.id == \"x\" && b.id == \"y\"))"
            ),
            Case(
                "security_group", "for_each: [ingress, egress]\nflag: it.protocol == \"tcp\" && it.description == \"x\""
            ),
            Case("instance", "flag: 'resource.vcpus > 2 ? true : resource.name == \"a\"'"),
            Case("instance", "flag: 'resource.vcpus > 2 ? resource.name == \"a\" : resource.name != \"a\"'"),
            Case("instance", "flag: {tags: {key: {Owner: a, Team: b}}}"),
            Case("instance", "flag: resource.tags[\"Owner\"] == \"a\" && resource.tags[\"Team\"] == \"b\""),
            Case("instance", "flag: stated(resource.name) && resource.name == null"),
            Case("instance", "flag: resource.private_ip.within(\"10.0.0.0/8\") && resource.private_ip.isPublic()"),
            Case("instance", "flag: {private_ip: {within: 10.0.0.0/8, not: {within: 10.0.0.0/16}}}"),
        ])
    func dependent(test: Case) {
        #expect(Trial.complaints(about: Trial.ruleText(test.type, test.body)) == "")
    }
}
