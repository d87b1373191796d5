internal import ResourcePolicies
internal import AccessPolicies

/// What a bucket that is a website needs at the least, and what it could do without anything public.
package struct WebsiteAdvice: Sendable {
    /// A policy that lets everybody read objects and nothing else.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteAccessPermissionsReqd.html
    package var publicPolicy: String
    /// A policy that lets a CloudFront distribution alone read them. It needs the bucket itself as its origin, not the
    /// website's address.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
    package var cloudFrontPolicy: String

    /// Nil for what is no name of a bucket, which nobody should copy into a policy.
    init?(_ resource: AccessResource) {
        guard resource.id.utf8.allSatisfy(Self.isOfName) else { return nil }
        let objects = resource.target.parts[1].arn
        let partition = objects.split(separator: ":")[1]
        let account = resource.account ?? "ACCOUNT-ID"
        publicPolicy = Self.policy(
            #""Principal": "*","#, objects: objects, condition: nil)
        cloudFrontPolicy = Self.policy(
            #""Principal": {"Service": "cloudfront.amazonaws.com"},"#, objects: objects,
            condition: "arn:\(partition):cloudfront::\(account):distribution/DISTRIBUTION-ID")
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func policy(_ principal: String, objects: String, condition: String?) -> String {
        let end = condition.map { ",\n    \"Condition\": {\"StringEquals\": {\"AWS:SourceArn\": \"\($0)\"}}" } ?? ""
        return """
            {
              "Version": "2012-10-17",
              "Statement": {
                "Effect": "Allow",
                \(principal)
                "Action": "s3:GetObject",
                "Resource": "\(objects)"\(end)
              }
            }
            """
    }
}
