import Diagnostics
import Expressions
import Rules
import Testing

/// Named sets of thresholds: what a profile gives a rule's parameters, and what wins over it.
struct ProfileTests {
    private static let rules = Trial.ruleText(
        "instance",
        """
        params:
          cpu: {type: double, default: 10.0, min: 0, max: 100, profiles: {compute-optimizer: 5.0, strict: 20}, meaning: m}
          days: {type: int, default: 4, profiles: {strict: 1}, meaning: m}
        flag: resource.vcpus > params.days && double(resource.vcpus) > params.cpu
        """)

    private func values(_ profile: ThresholdProfile?, file: String? = nil, arguments: [String] = []) -> [String] {
        var overrides = ParameterOverrides()
        if let file { overrides.add(Trial.file(file, path: "params.yaml")) }
        if let profile { overrides.profile = profile }
        for argument in arguments { overrides.add(argument: argument) }
        var set = RuleSet(overrides: overrides)
        set.add(Trial.file(Self.rules), catalog: Trial.catalog)
        set.finish(catalog: Trial.catalog)
        if set.diagnostics.hasErrors { return set.diagnostics.map(\.message) }
        return set.rules[0].parameters.map { "\($0.name)=\($0.value.text)" }
    }

    @Test(
        "the profile's values, else the defaults",
        arguments: [
            (nil, ["cpu=10.0", "days=4"]), (.trustedAdvisor, ["cpu=10.0", "days=4"]),
            (.computeOptimizer, ["cpu=5.0", "days=4"]), (.strict, ["cpu=20.0", "days=1"]),
        ] as [(ThresholdProfile?, [String])])
    func chosen(profile: ThresholdProfile?, expected: [String]) {
        #expect(values(profile) == expected)
    }

    @Test("a single value wins over the profile, the command line over the file")
    func precedence() throws {
        let id = try #require(try Trial.rules(Self.rules).first).id
        #expect(values(nil, file: "profile: strict\n") == ["cpu=20.0", "days=1"])
        #expect(values(.computeOptimizer, file: "profile: strict\n") == ["cpu=5.0", "days=4"])
        #expect(values(.strict, file: "\(id): {cpu: 7}\n") == ["cpu=7.0", "days=1"])
        #expect(values(.strict, arguments: ["\(id).days=9"]) == ["cpu=20.0", "days=9"])
        #expect(values(nil, file: "profile: stric\n") == ["`stric` is no profile"])
    }

    @Test(
        "wrong profiles of a parameter",
        arguments: [
            ("profiles: {strikt: 5.0}", "`strikt` is no profile"),
            ("profiles: {trusted-advisor: 5.0}", "the value of `trusted-advisor` is the default"),
            ("profiles: {strict: high}", "`high` is not of type double"),
            ("profiles: [strict]", "`profiles` is a mapping of profiles to values"),
            ("max: 12, profiles: {strict: 20}", "`20` is above the maximum of 12"),
        ])
    func wrong(declaration: String, message: String) {
        let text = Trial.ruleText(
            "instance",
            "params: {cpu: {type: double, default: 10.0, \(declaration), meaning: m}}\nflag: double(resource.vcpus) > params.cpu"
        )
        #expect(Trial.complaints(about: text).contains(message))
    }
}
