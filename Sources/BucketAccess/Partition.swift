package import Inventory

/// The part of AWS that a resource is in, which its ARN begins with.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
package enum Partition {
    package static func name(of view: ResourceView, _ slots: FieldSlots) -> String {
        if let arn = view.text(slots["arn"]), case let parts = arn.split(separator: ":"), parts.count > 1 {
            return String(parts[1])
        }
        let region = view.text(slots["region"]) ?? ""
        return region.hasPrefix("cn-") ? "aws-cn" : region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    }
}
