import AccessPolicies
import Testing

/// Policies of queues, topics, keys, functions, secrets, repositories, roles and access points, most as AWS's pages print
/// them, and what they come to.
struct ServicePolicyTableTests {
    struct Row: Sendable, CustomStringConvertible {
        let target: Target
        let statements: [String]
        /// Letters of the levels, capital where open.
        let levels: String
        /// Who gets in by any of the levels.
        let who: String
        let source: String
        init(_ target: Target, _ statements: String..., gives levels: String, to who: String, _ source: String) {
            (self.target, self.statements, self.levels) = (target, statements, levels)
            (self.who, self.source) = (who, source)
        }
        var description: String { statements.joined(separator: " ") }
        var policy: String {
            "{\"Version\": \"2012-10-17\", \"Statement\": [\(statements.map { "{\($0)}" }.joined(separator: ", "))]}"
        }
    }

    static func target(_ arn: String) -> Target {
        guard let target = Target.resource(arn: arn) else { preconditionFailure(arn) }
        return target
    }

    static let queue = target("arn:aws:sqs:us-east-2:111122223333:q")
    static let topic = target("arn:aws:sns:us-east-2:111122223333:t")
    static let key = target("arn:aws:kms:us-east-2:111122223333:key/1")
    static let function = target("arn:aws:lambda:us-east-2:111122223333:function:f")
    static let secret = target("arn:aws:secretsmanager:us-east-2:111122223333:secret:s-1a2b3c")
    static let repository = target("arn:aws:ecr:us-east-2:111122223333:repository/r")
    static let role = Target.trust(ofRole: "arn:aws:iam::111122223333:role/r")
    static let point = Target.accessPoint(arn: "arn:aws:s3:us-west-2:111122223333:accesspoint/ap", account: owner)

    static func allow(_ principal: String, _ action: String, _ resource: String = "*", when condition: String = "")
        -> String
    {
        "\"Effect\": \"Allow\", \(principal), \"Action\": \(action), \"Resource\": \"\(resource)\", "
            + "\"Condition\": {\(condition)}"
    }
    /// A statement of a trust or repository policy, which has no `Resource`.
    static func trust(_ principal: String, _ action: String = #""sts:AssumeRole""#, when condition: String = "")
        -> String
    {
        "\"Effect\": \"Allow\", \(principal), \"Action\": \(action), \"Condition\": {\(condition)}"
    }
    static let everyone = #""Principal": "*""#
    static let other = #""Principal": {"AWS": "444455556666"}"#
    static func service(_ name: String) -> String { "\"Principal\": {\"Service\": \"\(name).amazonaws.com\"}" }

    static let rows = queues + topics + keys + functions + secrets + repositories + roles + points

    @Test(arguments: rows) func gives(_ row: Row) throws {
        let reach = try #require(try policy(row.policy).reach(of: row.target))
        #expect(letters(reach) == row.levels, "\(row.source)")
        #expect(words(reach.verdict) == row.who, "\(row.source)")
    }
}
