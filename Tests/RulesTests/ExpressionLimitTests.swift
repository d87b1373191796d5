import Testing

/// Expressions that are too deep or too long are refused at the place where they become so.
struct ExpressionLimitTests {
    @Test func parenthesesTooDeep() {
        let condition = String(repeating: "(", count: 251) + "resource.vcpus > 4" + String(repeating: ")", count: 251)
        let complaints = Trial.complaints(about: Trial.ruleText("instance", "flag: '\(condition)'"))
        #expect(complaints.hasPrefix("rules.yaml:9:262: error: nested deeper than the limit of 250 levels\n"))
        #expect(complaints.split(separator: "\n").count == 3)
    }

    @Test func sumsTooDeep() {
        let sum = String(repeating: "1 + ", count: 300) + "1"
        let complaints = Trial.complaints(about: Trial.ruleText("instance", "flag: resource.vcpus > \(sum)"))
        #expect(complaints.hasPrefix("rules.yaml:9:1028: error: nested deeper than the limit of 250 levels\n"))
        #expect(complaints.split(separator: "\n").count == 3)
    }

    /// Chains of `&&` are one level.
    @Test func aLongChainIsNotDeep() {
        let chain = (0..<2000).map { "resource.vcpus != \($0)" }.joined(separator: " && ")
        #expect(Trial.complaints(about: Trial.ruleText("instance", "flag: \(chain)")) == "")
        let wrong = chain + " && resource.nmae == \"a\""
        #expect(
            Trial.complaints(about: Trial.ruleText("instance", "flag: \(wrong)")).hasPrefix(
                "rules.yaml:9:\(11 + chain.utf8.count + 4 + 9): error: `instance` has no field `nmae`\n"))
    }

    @Test func tooLong() {
        let condition = "resource.name != \"" + String(repeating: "a", count: 1 << 20) + "\""
        let complaints = Trial.complaints(about: Trial.ruleText("instance", "flag: '\(condition)'"))
        let message = "a text of 1048595 bytes is longer than the limit of 1048576 bytes"
        #expect(complaints.hasPrefix("rules.yaml:9:11: error: \(message)\n"), "\(complaints.prefix(200))")
        #expect(complaints.split(separator: "\n").count == 3)
    }

    /// Beyond eight, errors of one text are mostly consequences.
    @Test func manySyntaxErrors() {
        let condition = (0..<20).map { "resource.vcpus = \($0)" }.joined(separator: " and ")
        let complaints = Trial.complaints(about: Trial.ruleText("instance", "flag: \(condition)"))
        #expect(complaints.split(separator: "\n").count { $0.contains("error:") } == 8)
    }
}
