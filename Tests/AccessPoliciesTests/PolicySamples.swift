import AccessPolicies
import Diagnostics
import Testing

/// AWS pages that the tables cite.
enum Page {
    static let publicMeaning =
        "AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status"
    static let principal = "IAM/latest/UserGuide/reference_policies_elements_principal.html"
    static let notPrincipal = "IAM/latest/UserGuide/reference_policies_elements_notprincipal.html"
    static let action = "IAM/latest/UserGuide/reference_policies_elements_action.html"
    static let notAction = "IAM/latest/UserGuide/reference_policies_elements_notaction.html"
    static let resource = "IAM/latest/UserGuide/reference_policies_elements_resource.html"
    static let notResource = "IAM/latest/UserGuide/reference_policies_elements_notresource.html"
    static let operators = "IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"
    static let severalValues =
        "IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html"
    static let keys = "IAM/latest/UserGuide/reference_policies_condition-keys.html"
    static let variables = "IAM/latest/UserGuide/reference_policies_variables.html"
    static let version = "IAM/latest/UserGuide/reference_policies_elements_version.html"
    static let logic = "IAM/latest/UserGuide/reference_policies_evaluation-logic.html"
    static let interplay =
        "IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html"
    static let examples = "AmazonS3/latest/userguide/example-bucket-policies.html"
    static let endpoints = "AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html"
    static let authorization = "service-authorization/latest/reference/list_amazons3.html"
    static let oac = "AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html"
    static let confusedDeputy = "IAM/latest/UserGuide/confused-deputy.html"
    static let accessPoints = "AmazonS3/latest/userguide/access-points-policies.html"
    static let webIdentity = "IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif"
    static let perimeter = "IAM/latest/UserGuide/access_policies_data-perimeters.html"
    static let lambda = "lambda/latest/dg/access-control-resource-based.html"
    static let kms = "kms/latest/developerguide/key-policy-default.html"
    static let kmsControl = "securityhub/latest/userguide/kms-controls.html"
    static let sns = "sns/latest/dg/sns-access-policy-use-cases.html"
    static let validation = "IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"
}

let owner = "111122223333"

func source(_ text: String, path: String = "<policy>") -> PolicySource {
    let file = SourceFile(path: path, text: text.utf8)
    return PolicySource(file: file, range: 0..<file.count)
}

/// A policy that is known to be right.
func policy(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Policy {
    let (policy, diagnostics) = Policy.read(source(text))
    if policy == nil {
        let renderer = DiagnosticRenderer(palette: Palette(isEnabled: false))
        Issue.record("\(renderer.render(diagnostics))\n\(text)", sourceLocation: location)
    }
    return try #require(policy, sourceLocation: location)
}

/// A policy of statements without the braces around it.
func statements(_ texts: String..., version: String = "2012-10-17") -> String {
    "{\"Version\": \"\(version)\", \"Statement\": [\(texts.map { "{\($0)}" }.joined(separator: ", "))]}"
}

/// What the verdict says of one level, in words.
func words(_ verdict: Reach.Verdict) -> String {
    switch verdict {
    case .open: "open"
    case .closed: "closed"
    case .limited(let audiences): audiences.map { "\($0)" }.joined(separator: "; ")
    }
}

/// One letter a level that is not closed, `R` for open and `r` for limited.
func letters(_ reach: Reach) -> String {
    let names: [(AccessLevel, String)] = [
        (.read, "R"), (.list, "L"), (.write, "W"), (.permissions, "P"), (.tagging, "T"),
    ]
    return names.reduce(into: "") { text, level in
        switch reach.verdict(level.0) {
        case .open: text += level.1
        case .limited: text += level.1.lowercased()
        case .closed: break
        }
    }
}

extension Policy {
    func bucketReach(_ name: String = "b", account: String? = owner) throws -> Reach {
        try #require(reach(of: .bucket(name, account: account)))
    }
}
