internal import Catalog
internal import Networks

/// Regular expressions for the notations of values, in the part of the syntax that ECMAScript and Python share. Each
/// describes a whole text; what reads the notation is named beside it.
enum TextPatterns {
    /// `ScalarForms.int`: at most 18 digits.
    static let int = "[+-]?[0-9]{1,18}"
    /// `ScalarForms.double`.
    static let double = #"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?"#
    /// An account id (`ScalarDecoder`).
    static let account = "[0-9]{12}"
    /// What may stand for an account: AWS itself owns images.
    static let owner = "[0-9]{12}|amazon|aws-marketplace"

    /// `Units.duration`.
    static var duration: String { "-?([0-9]{1,16}(\(Units.durationUnits.joined(separator: "|"))))+" }
    /// `Units.byteSize`.
    static var size: String { "[0-9]{1,16} *(\(Units.sizeUnits.joined(separator: "|")))?" }
    /// `int` without negative numbers; −0 is none.
    static let measure = #"\+?[0-9]{1,18}|-0{1,18}"#
    /// `dollars` without negative amounts.
    static let cost = #"\$?0*[0-9]{1,12}(\.[0-9]{1,6})?|-\$?0+(\.0{1,6})?"#
    /// `Units.micros(ofDollars:)`.
    static let dollars = #"-?\$?0*[0-9]{1,12}(\.[0-9]{1,6})?"#

    /// `Timestamp`; of dates that do not exist, only 29 February of other than leap years passes.
    static let timestamp: String = {
        let days = [
            "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])", "(0[469]|11)-(0[1-9]|[12][0-9]|30)", "02-(0[1-9]|[12][0-9])",
        ]
        let clock = #"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?"#
        let zone = "([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
        return "[0-9]{4}-(\(days.joined(separator: "|")))([Tt ]\(clock)\(zone))?"
    }()

    // MARK: Networks

    /// 0 to 65535.
    private static let port =
        "0*(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[0-9]{1,4})"
    /// `PortRange`; that the first port is not above the last is more than a pattern can say.
    static let ports = " *(\(anyCase("all"))|-1|\(port)( *- *\(port))?) *"

    /// `IPProtocol`: keywords in any case, and numbers to 255.
    static var ipProtocol: String {
        let number = "0*(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[0-9]{1,2})"
        return (IPProtocol.names.map(anyCase) + ["-1", number]).joined(separator: "|")
    }

    /// `IPAddress`: four octets without leading zeros.
    private static let ipv4: String = {
        let octet = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
        return "\(octet)(\\.\(octet)){3}"
    }()

    /// `IPAddress`: eight groups, or fewer with one `::`; the last two may be written as an IPv4 address.
    private static let ipv6: String = {
        let group = "[0-9A-Fa-f]{1,4}"
        var forms = ["(\(group):){7}\(group)", "(\(group):){6}\(ipv4)"]
        for before in 0...7 {
            let left = before == 0 ? "" : before == 1 ? group : "\(group)(:\(group)){\(before - 1)}"
            var right: [String] = []
            if before < 7 { right.append("\(group)(:\(group)){0,\(6 - before)}") }
            if before <= 5 { right.append("(\(group):){0,\(5 - before)}\(ipv4)") }
            forms.append(left + "::" + (right.isEmpty ? "" : "(\(right.joined(separator: "|")))?"))
        }
        return "(\(forms.joined(separator: "|")))"
    }()

    static let address = "\(ipv4)|\(ipv6)"
    /// `CIDR`: an address alone is a range of one.
    static let range = "\(ipv4)(/0*(3[0-2]|[12]?[0-9]))?|\(ipv6)(/0*(12[0-8]|1[01][0-9]|[1-9]?[0-9]))?"
    /// A security group, perhaps of another account, or a prefix list (`ScalarDecoder`).
    static let peer = #"\#(range)|([0-9]{12}/)?sg-.+|pl-.+|com\.amazonaws\..+"#

    /// One of the names.
    static func names(_ names: [String]) -> String {
        names.map { String($0.flatMap { "\\^$.|?*+()[]{}".contains($0) ? ["\\", $0] : [$0] }) }.joined(separator: "|")
    }

    /// The word in any mixture of cases.
    private static func anyCase(_ word: String) -> String {
        word.map { $0.isLetter ? "[\($0)\($0.uppercased())]" : String($0) }.joined()
    }
}
