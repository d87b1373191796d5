import AccessPolicies
import Networks

/// A policy and its evaluation written a second time, as plainly as the documentation says it, to compare with.
struct NaivePolicy {
    struct NaiveCondition {
        var test: String
        var key: String
        var values: [String]
    }

    struct NaiveStatement {
        var allows: Bool
        var isNotPrincipal = false
        var principals: [String]
        var isNotAction = false
        var actions: [String]
        var isNotResource = false
        var resources: [String]
        var conditions: [NaiveCondition] = []
    }

    var statements: [NaiveStatement]

    enum Outcome { case allowed, denied, implicitlyDenied }

    func outcome(_ request: NaiveRequest) -> Outcome {
        let matching = statements.filter { Self.matches($0, request) }
        if matching.contains(where: { !$0.allows }) { return .denied }
        return matching.isEmpty ? .implicitlyDenied : .allowed
    }

    private static func matches(_ statement: NaiveStatement, _ request: NaiveRequest) -> Bool {
        let isNamed = statement.principals.contains { names($0, request) }
        let isAction = statement.actions.contains { glob($0.lowercased(), request.action.lowercased()) }
        let isResource = statement.resources.contains { glob($0, request.resource) }
        return isNamed != statement.isNotPrincipal && isAction != statement.isNotAction
            && isResource != statement.isNotResource && statement.conditions.allSatisfy { holds($0, request) }
    }

    private static func names(_ principal: String, _ request: NaiveRequest) -> Bool {
        principal == "*" || principal == request.account || principal == request.arn || principal == request.service
    }

    /// `*` and `?` by trying everything.
    static func glob(_ pattern: String, _ text: String) -> Bool {
        glob(Array(pattern.utf8)[...], Array(text.utf8)[...])
    }

    private static func glob(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == UInt8(ascii: "*") {
            return (0...text.count).contains { glob(pattern.dropFirst(), text.dropFirst($0)) }
        }
        guard let byte = text.first, first == UInt8(ascii: "?") || first == byte else { return false }
        return glob(pattern.dropFirst(), text.dropFirst())
    }

    private static func holds(_ condition: NaiveCondition, _ request: NaiveRequest) -> Bool {
        var test = condition.test
        let values = request.context[condition.key]
        if test == "Null" { return condition.values.contains(values == nil ? "true" : "false") }
        if test.hasSuffix("IfExists") {
            if values == nil { return true }
            test.removeLast("IfExists".count)
        }
        if test.hasPrefix("ForAllValues:") {
            test.removeFirst("ForAllValues:".count)
            return (values ?? []).allSatisfy { one(test, $0, condition.values) }
        }
        if test.hasPrefix("ForAnyValue:") {
            test.removeFirst("ForAnyValue:".count)
            return (values ?? []).contains { one(test, $0, condition.values) }
        }
        guard let value = values?.first else { return test.contains("Not") }
        return one(test, value, condition.values)
    }

    private static func one(_ test: String, _ value: String, _ wanted: [String]) -> Bool {
        switch test {
        case "StringEquals": wanted.contains(value)
        case "StringNotEquals": !wanted.contains(value)
        case "StringLike", "ArnLike": wanted.contains { glob($0, value) }
        case "StringNotLike", "ArnNotLike": !wanted.contains { glob($0, value) }
        case "Bool": wanted.contains(value)
        case "IpAddress": wanted.contains { inside(value, $0) }
        case "NotIpAddress": !wanted.contains { inside(value, $0) }
        default: preconditionFailure(test)
        }
    }

    /// IPv4 by its bits.
    private static func inside(_ address: String, _ block: String) -> Bool {
        func number(_ text: Substring) -> UInt32 { text.split(separator: ".").reduce(0) { $0 << 8 | UInt32($1)! } }
        let parts = block.split(separator: "/")
        let mask: UInt32 = parts[1] == "0" ? 0 : ~0 << (32 - UInt32(parts[1])!)
        return number(address[...]) & mask == number(parts[0]) & mask
    }
}

/// One request of the little world.
struct NaiveRequest: CustomStringConvertible {
    var arn: String?
    var account: String?
    var service: String?
    var action: String
    var resource: String
    var context: [String: [String]]

    /// Whether a stranger makes it, from nowhere in particular.
    var isStranger: Bool {
        service == nil && (account == nil || account == NaiveWorld.stranger)
            && context["aws:SourceIp"]?.first != NaiveWorld.office
            && context["aws:SourceVpce"]?.first != "vpce-1"
    }

    var request: Request {
        let requester: Request.Requester =
            if let arn { .identity(arn: arn) } else if let service { .service(service) } else { .anonymous }
        return Request(requester, action, on: resource, context: context, isComplete: true)
    }

    var description: String {
        "\(arn ?? service ?? "anonymous") \(action) \(resource) \(context.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })"
    }

    /// Whether the request is inside a scope.
    func isInside(_ scope: Scope) -> Bool {
        func has(_ key: String) -> Bool { context[key]?.contains(scope.name) ?? false }
        switch scope.kind {
        case .account: return account == scope.name
        case .principal: return arn.map { NaivePolicy.glob(scope.name, $0) } ?? false
        case .organization: return has("aws:PrincipalOrgID")
        case .service: return service == scope.name
        case .anyService: return service != nil
        case .sourceAccount: return has("aws:SourceAccount")
        case .vpcEndpoint: return has("aws:SourceVpce")
        case .addresses:
            guard let address = context["aws:SourceIp"]?.first.flatMap(IPAddress.init) else { return false }
            return scope.addresses?.contains(address) ?? false
        default: return false
        }
    }

    func isInside(_ audience: Audience) -> Bool { audience.circles.allSatisfy { $0.contains { isInside($0) } } }
}

/// Everybody, from everywhere, to everything there is.
enum NaiveWorld {
    static let partner = "444455556666"
    static let stranger = "999999999999"
    static let office = "192.0.2.7"
    private static let organizations = [owner: "o-1", partner: "o-1", stranger: "o-9"]

    static let requests: [NaiveRequest] = {
        var result: [NaiveRequest] = []
        for who in requesters {
            for place in places {
                for secure in ["true", "false"] {
                    for (action, resource) in acts {
                        var context = place
                        context["aws:SecureTransport"] = [secure]
                        // Anonymous requests have no such key.
                        if who.service != nil || who.arn != nil {
                            context["aws:PrincipalIsAWSService"] = [who.service == nil ? "false" : "true"]
                        }
                        if let account = who.account, let arn = who.arn {
                            context["aws:PrincipalAccount"] = [account]
                            context["aws:PrincipalArn"] = [arn]
                            context["aws:PrincipalOrgID"] = [organizations[account]!]
                        }
                        if who.service != nil { context["aws:SourceAccount"] = [who.source!] }
                        result.append(
                            NaiveRequest(
                                arn: who.arn, account: who.account, service: who.service, action: action,
                                resource: resource,
                                context: context))
                    }
                }
            }
        }
        return result
    }()

    private static let requesters: [(arn: String?, account: String?, service: String?, source: String?)] = [
        (nil, nil, nil, nil),
        ("arn:aws:iam::\(stranger):user/mallory", stranger, nil, nil),
        ("arn:aws:iam::\(stranger):user/alice", stranger, nil, nil),
        ("arn:aws:iam::\(partner):user/alice", partner, nil, nil),
        ("arn:aws:iam::\(partner):user/bob", partner, nil, nil),
        ("arn:aws:iam::\(owner):user/admin", owner, nil, nil), (nil, nil, "logs.amazonaws.com", partner),
        (nil, nil, "logs.amazonaws.com", stranger), (nil, nil, "sns.amazonaws.com", partner),
    ]

    private static let places: [[String: [String]]] = [
        ["aws:SourceIp": ["8.8.4.4"]], ["aws:SourceIp": ["203.8.4.4"]], ["aws:SourceIp": [office]],
        ["aws:SourceVpce": ["vpce-1"]],
        ["aws:SourceVpce": ["vpce-9"]],
    ]

    static let acts = [
        ("s3:GetObject", "arn:aws:s3:::b/pub/x"), ("s3:GetObject", "arn:aws:s3:::b/sec/x"),
        ("s3:GetObject", "arn:aws:s3:::b/y"), ("s3:PutObject", "arn:aws:s3:::b/pub/x"),
        ("s3:PutObject", "arn:aws:s3:::b/sec/y"), ("s3:ListBucket", "arn:aws:s3:::b"),
        ("s3:PutBucketPolicy", "arn:aws:s3:::b"), ("s3:PutObject", "arn:aws:s3:::b/sec/x"),
        ("s3:PutObjectTagging", "arn:aws:s3:::b/sec/x"), ("s3:PutObjectTagging", "arn:aws:s3:::b/pub/x"),
        ("s3:PutObjectTagging", "arn:aws:s3:::b/y"),
    ]
}
