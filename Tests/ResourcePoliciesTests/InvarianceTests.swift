import SeededRandom
import Testing

@testable import ResourcePolicies

/// A second computation, and what must not matter: the order of statements, the number of threads, how often a policy stands
/// there.
struct InvarianceTests {
    @Test("as plainly computed") func naive() throws {
        var random = SeededGenerator(seed: 21)
        let order = ["private", "limited", "public"]
        let queues = (0..<600).map { _ in NaiveQueue(using: &random) }
        let text = queues.enumerated().map { "  - {id: q\($0), policy: \($1.text)}\n" }.joined()
        let holders = try PolicyHolders("queues:\n" + text)
        var seen: [String: Int] = [:]
        var overstated = 0
        for (number, queue) in queues.enumerated() {
            let (fact, expected) = (try holders.fact("policy_access", of: "q\(number)"), queue.access)
            seen[expected, default: 0] += 1
            let (told, least) = (order.firstIndex(of: fact) ?? -1, order.firstIndex(of: expected) ?? 3)
            #expect(told >= least, "\(queue.text)")
            if told > least { overstated += 1 }
        }
        // A negated condition on the partner's organisation limits nobody, and two denials that only together deny all are
        // not added up.
        #expect(overstated < queues.count / 20, "\(overstated)")
        for access in order { #expect(seen[access, default: 0] > 50, "\(seen)") }
    }

    /// Resources of all types, with the same statements in an order of their own.
    static func resources(_ random: inout SeededGenerator, count: Int, of statements: [String], drops: Bool = false)
        -> String
    {
        func some() -> String {
            let kept = statements.filter { _ in !drops || random.once(in: 2) }
            return policy((kept.isEmpty ? statements : kept).shuffled(using: &random).joined(separator: ", "))
        }
        var text = "queues:\n"
        for number in 0..<count { text += "  - {id: q\(number), policy: \(some())}\n" }
        text += "iam_roles:\n"
        for number in 0..<count {
            text += "  - {id: r\(number), trust_policy: \(some()), inline_policies: [{name: a, policy: \(some())}]}\n"
        }
        return text
    }

    static let statements = [
        "{Effect: Allow, Principal: {AWS: \"444455556666\"}, Action: [\"sqs:SendMessage\", \"sts:AssumeRole\"], Resource: \"*\"}",
        "{Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: [\"sqs:SendMessage\", \"sts:AssumeRole\"], Resource: \"*\"}",
        "{Effect: Allow, Principal: \"*\", NotAction: \"sqs:Get*\", Resource: \"*\", Condition: {StringEquals: {\"aws:PrincipalOrgID\": o-1}}}",
        "{Effect: Deny, Principal: {AWS: AIDACKCEVSQ6C2EXAMPLE}, Action: \"sqs:SendMesage\", Resource: \"*\"}",
        "{Effect: Deny, Principal: \"*\", Action: \"*\", Resource: \"*\", Condition: {Bool: {\"aws:SecureTransport\": \"false\"}}}",
    ]

    @Test("the order of statements") func permutations() throws {
        var random = SeededGenerator(seed: 22)
        let holders = try PolicyHolders(Self.resources(&random, count: 20, of: Self.statements))
        func facts(_ id: String) throws -> [String] {
            // Problems are told in the order they stand.
            try holders.facts(of: id).filter { !$0.contains("_problems ") }
        }
        let (queue, role) = (try facts("q0"), try facts("r0"))
        #expect(queue.contains("policy_access limited") && queue.contains("policy_confused_deputy true"), "\(queue)")
        #expect(role.contains("trust_access limited") && role.contains("policy_invalid true"), "\(role)")
        for number in 1..<20 {
            #expect(try facts("q\(number)") == queue)
            #expect(try facts("r\(number)") == role)
        }
    }

    @Test("the number of threads", arguments: [2, 8]) func jobs(jobs: Int) throws {
        var random = SeededGenerator(seed: 23)
        let text = Self.resources(&random, count: 300, of: Self.statements, drops: true)
        let (one, many) = (try PolicyHolders(text), try PolicyHolders(text, jobs: jobs))
        for number in stride(from: 0, to: 300, by: 7) {
            for id in ["q\(number)", "r\(number)"] { #expect(try one.facts(of: id) == many.facts(of: id)) }
        }
    }

    @Test("equal policies are read once, and evaluated once where it makes no difference where they stand") func once()
        throws
    {
        let document = policy(Self.statements[0])
        let users = (0..<50).map { "  - {id: u\($0), inline_policies: [{name: a, policy: \(document)}]}\n" }.joined()
        let queues = (0..<50).map { "  - {id: q\($0), policy: \(document)}\n" }.joined()
        let counts = try PolicyHolders("iam_users:\n\(users)queues:\n\(queues)").model.evaluated.policies.counts
        #expect(counts.read == 1 && counts.evaluated == 51)
    }
}
