/// The part of AWS that a resource is in, as ARNs begin with.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
enum Partition {
    /// By the ARN if it is stated, or else by the region.
    static func name(arn: String?, region: String?) -> String {
        if let arn, case let parts = arn.split(separator: ":"), parts.count > 1 { return String(parts[1]) }
        let region = region ?? ""
        return region.hasPrefix("cn-") ? "aws-cn" : region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    }
}
