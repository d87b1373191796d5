/// Whether a bucket policy denies every request that does not come over TLS.
///
/// AWS Config's `s3-bucket-ssl-requests-only` wants an explicit denial: an Allow under `aws:SecureTransport` is not one, since
/// other policies may allow the rest. The denial has to be for everybody, every action, the bucket and its objects.
/// Sources: https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-ssl-requests-only.html and
/// https://repost.aws/knowledge-center/s3-bucket-policy-for-config-rule
struct TLSDenial {
    let policy: Policy
    let target: Target
    let service: ServiceActions

    func findings() -> [PolicyFinding] {
        let open = target.parts.filter { !uncovered($0).isEmpty }
        guard !open.isEmpty else { return [] }
        let near = policy.statements.first { isAgainstPlainHTTP($0) }
        let what = open.map { "`\($0.arn)`" }.joined(separator: " and ")
        return [
            PolicyFinding(
                kind: .missingTLSDenial, statement: near?.index, range: near?.range ?? policy.range,
                message: near == nil
                    ? "the policy does not deny requests without TLS"
                    : "the denial of requests without TLS leaves out actions on \(what), or somebody",
                help: "deny `s3:*` to `*` on \(target.parts.map { "`\($0.arn)`" }.joined(separator: " and ")) "
                    + "when `aws:SecureTransport` is `false`")
        ]
    }

    /// Actions on a part that plain HTTP may still be used for, as far as this policy goes.
    private func uncovered(_ part: Target.Part) -> ActionSet {
        var rest = service.actions(onType: part.type)
        for statement in policy.statements where isAgainstPlainHTTP(statement) && isForEverybody(statement) {
            let covers = statement.resource.map {
                ResourceMatch($0, hasVariables: policy.hasVariables).covers(nil, in: part.pattern)
            }
            if covers ?? true { rest = rest.subtracting(service.matching(statement.action)) }
        }
        return rest
    }

    private func isForEverybody(_ statement: Statement) -> Bool {
        guard let principal = statement.principal else { return true }
        return !principal.isNegated && principal.values.contains { $0.principal == .everyone }
    }

    /// Whether it is a Deny whose conditions hold of every request without TLS.
    private func isAgainstPlainHTTP(_ statement: Statement) -> Bool {
        guard statement.effect == .deny else { return false }
        let evaluation = ConditionEvaluation(request: Self.plainHTTP, hasVariables: policy.hasVariables)
        return statement.conditions.allSatisfy { evaluation.holds($0) == .yes }
    }

    private static let plainHTTP = Request(
        .canonicalUser(""), "s3:GetObject", on: "*",
        context: ["aws:SecureTransport": ["false"], "s3:TlsVersion": []])
}
