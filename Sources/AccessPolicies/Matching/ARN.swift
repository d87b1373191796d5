/// An Amazon Resource Name cut into its six parts, which may hold wildcards.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
struct ARN {
    var partition: Substring
    var service: Substring
    var region: Substring
    var account: Substring
    var resource: Substring

    /// Nil when the text does not begin with `arn:` or has fewer than six parts.
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn" else { return nil }
        (partition, service, region, account, resource) = (parts[1], parts[2], parts[3], parts[4], parts[5])
    }
}
