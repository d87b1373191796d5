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
        guard text.utf8.starts(with: "arn:".utf8) else { return nil }
        var rest = text[text.utf8.index(text.startIndex, offsetBy: 4)...]
        func part() -> Substring? {
            guard let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            defer { rest = rest[text.utf8.index(after: colon)...] }
            return rest[..<colon]
        }
        guard let partition = part(), let service = part(), let region = part(), let account = part() else {
            return nil
        }
        (self.partition, self.service, self.region, self.account) = (partition, service, region, account)
        resource = rest
    }
}
