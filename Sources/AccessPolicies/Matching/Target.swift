/// The resource that a policy is attached to: what its statements are asked about.
package struct Target: Sendable {
    /// One kind of thing a statement may be about: the bucket itself, the objects in it.
    package struct Part: Sendable {
        /// Resource type of the service authorization reference.
        package var type: String
        /// ARN, with `*` for all things of the kind.
        package var arn: String
        let pattern: ResourcePattern

        /// Whether it is about objects, of a bucket or behind an access point.
        package var isObjects: Bool { type == "object" || type == "accesspointobject" }

        init(_ type: String, _ arn: String) {
            self.type = type
            self.arn = arn
            pattern = ResourcePattern(arn, hasVariables: false)
        }
    }

    /// Prefix of the service, `s3`.
    package let service: String
    package let parts: [Part]
    /// The account that owns it; nil when that is not known, which leaves no principal private.
    package var account: String?

    /// A general purpose bucket with its objects.
    package static func bucket(_ name: String, account: String?, partition: String = "aws") -> Target {
        let arn = "arn:\(partition):s3:::\(name)"
        return Target(service: "s3", parts: [Part("bucket", arn), Part("object", arn + "/*")], account: account)
    }

    /// An access point with the objects behind it.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
    package static func accessPoint(arn: String, account: String?) -> Target {
        let parts = [Part("accesspoint", arn), Part("accesspointobject", arn + "/object/*")]
        return Target(service: "s3", parts: parts, account: account)
    }

    /// A key, queue, topic, function, secret or repository by its ARN; nil for other ARNs.
    package static func resource(arn text: String) -> Target? {
        guard let arn = ARN(text) else { return nil }
        let account = AccountID.isOne(arn.account) ? String(arn.account) : nil
        let types: [(String, String)]
        switch arn.service {
        case "s3" where arn.resource.hasPrefix("accesspoint/"): return .accessPoint(arn: text, account: account)
        case "s3": return .bucket(String(arn.resource), account: account, partition: String(arn.partition))
        case "kms": types = [("key", text)]
        case "sqs": types = [("queue", text)]
        case "sns": types = [("topic", text)]
        case "lambda":
            // A statement may be about one alias or version, `…:function:f:prod`, also where the action is on functions.
            // https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
            let qualified = ["function", "function-alias", "function-version"].map { ($0, text + ":*") }
            types = [("function", text)] + qualified
        case "secretsmanager": types = [("Secret", text)]
        case "ecr": types = [("repository", text)]
        default: return nil
        }
        return Target(service: String(arn.service), parts: types.map { Part($0.0, $0.1) }, account: account)
    }

    /// A role, whose trust policy says who may take it on.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html
    package static func trust(ofRole arn: String) -> Target {
        let account = ARN(arn).flatMap { AccountID.isOne($0.account) ? String($0.account) : nil }
        return Target(service: "sts", parts: [Part("role", arn)], account: account)
    }
}
