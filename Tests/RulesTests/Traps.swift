import Findings
import Testing

/// An inventory on which a checker may answer wrongly.
struct Trap: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var rule: String
    var resource: String
    var others: String
    var expected: [Verdict]
    /// Entries that the finding must name, and no others.
    var entries: [String]?

    init(
        _ name: String, _ rule: String, _ resource: String, with others: String = "", _ expected: Verdict...,
        naming entries: [String]? = nil
    ) {
        (testDescription, self.rule, self.resource, self.others) = (name, rule, resource, others)
        (self.expected, self.entries) = (expected, entries)
    }
}

/// The cases of `TrapTests`.
enum Traps {
    /// A security group with these ingress entries.
    static func group(_ entries: String...) -> String {
        "{id: sg-1, name: web, ingress: [\(entries.joined(separator: ", "))], egress: []}"
    }

    /// A network ACL with these ingress entries.
    static func acl(_ entries: String...) -> String {
        "{id: acl-1, default: false, ingress: [\(entries.joined(separator: ", "))], egress: []}"
    }

    static let ssh = "sg-ssh-open-to-internet"
    static let lists = "prefix_lists:\n  - {id: pl-1, entries: [{cidr: 0.0.0.0/1}, {cidr: 128.0.0.0/1}]}\n"

    static let openToSSH = [
        Trap(
            "plain 0.0.0.0/0", ssh, group("{protocol: tcp, ports: 22, source: 0.0.0.0/0}"), .noncompliant,
            naming: ["ingress[0]"]),
        Trap(
            "a self rule before an open one", ssh,
            group("{protocol: all, source: sg-1}", "{protocol: tcp, ports: 22, source: 0.0.0.0/0}"), .noncompliant,
            naming: ["ingress[1]"]),
        Trap(
            "a self rule after an open one", ssh,
            group("{protocol: tcp, ports: 22, source: 0.0.0.0/0}", "{protocol: all, source: sg-1}"), .noncompliant,
            naming: ["ingress[0]"]),
        Trap(
            "two halves of IPv4", ssh,
            group("{protocol: tcp, ports: 22, source: 0.0.0.0/1}", "{protocol: tcp, ports: 22, source: 128.0.0.0/1}"),
            .noncompliant, naming: ["ingress[0]", "ingress[1]"]),
        Trap(
            "two halves of IPv6", ssh, group("{protocol: tcp, ports: 22, source: [\"::/1\", \"8000::/1\"]}"),
            .noncompliant, naming: ["ingress[0]"]),
        Trap(
            "four quarters", ssh,
            group(
                "{protocol: tcp, ports: 22, source: 0.0.0.0/2}", "{protocol: tcp, ports: 22, source: 64.0.0.0/2}",
                "{protocol: tcp, ports: 22, source: 128.0.0.0/2}", "{protocol: tcp, ports: 22, source: 192.0.0.0/2}"),
            .noncompliant, naming: ["ingress[0]", "ingress[1]", "ingress[2]", "ingress[3]"]),
        Trap(
            "everything but the private ranges, which is still the internet", ssh,
            group(
                "{protocol: tcp, ports: 22, source: [0.0.0.0/5, 8.0.0.0/7, 11.0.0.0/8, 12.0.0.0/6, 16.0.0.0/4, 32.0.0.0/3, 64.0.0.0/2, 128.0.0.0/1]}"
            ),
            .noncompliant),
        Trap("host bits before /0", ssh, group("{protocol: tcp, ports: 22, source: 1.0.0.0/0}"), .noncompliant),
        Trap("::/0", ssh, group("{protocol: tcp, ports: 22, source: \"::/0\"}"), .noncompliant),
        Trap("0::0/0", ssh, group("{protocol: tcp, ports: 22, source: \"0::0/0\"}"), .noncompliant),
        Trap(
            "::/0, long", ssh,
            group("{protocol: tcp, ports: 22, source: \"0000:0000:0000:0000:0000:0000:0000:0000/0\"}"), .noncompliant),
        Trap(
            "a prefix list that holds both halves", ssh, group("{protocol: tcp, ports: 22, source: pl-1}"), with: lists,
            .noncompliant, naming: ["ingress[0]"]),
        Trap(
            "a prefix list with a description", ssh,
            group("{protocol: tcp, ports: 22, source: pl-1, description: partners}"), with: lists,
            .noncompliant),
        Trap("protocol 6", ssh, group("{protocol: \"6\", ports: 22, source: 0.0.0.0/0}"), .noncompliant),
        Trap("protocol 6 as a number", ssh, group("{protocol: 6, ports: 22, source: 0.0.0.0/0}"), .noncompliant),
        Trap("protocol -1", ssh, group("{protocol: -1, source: 0.0.0.0/0}"), .noncompliant),
        Trap("protocol \"-1\"", ssh, group("{protocol: \"-1\", source: 0.0.0.0/0}"), .noncompliant),
        Trap(
            "protocol all with ports, which then mean nothing", ssh,
            group("{protocol: all, ports: 443, source: 0.0.0.0/0}"), .noncompliant),
        Trap("a range over the port", ssh, group("{protocol: tcp, ports: 0-1023, source: 0.0.0.0/0}"), .noncompliant),
        Trap("all ports", ssh, group("{protocol: tcp, ports: 0-65535, source: 0.0.0.0/0}"), .noncompliant),
        Trap(
            "IPv6 behind a private IPv4 source", ssh,
            group("{protocol: tcp, ports: 22, source: [10.0.0.0/8, \"::/0\"]}"), .noncompliant,
            naming: ["ingress[0]"]),
        Trap(
            "every culprit is named", ssh,
            group(
                "{protocol: tcp, ports: 22, source: 0.0.0.0/0}", "{protocol: tcp, ports: 443, source: 0.0.0.0/0}",
                "{protocol: all, source: \"::/0\"}"),
            .noncompliant, naming: ["ingress[0]", "ingress[2]"]),
    ]

    static let closedToSSH = [
        Trap(
            "ICMP types 0 to 255 read as ports", ssh, group("{protocol: icmp, ports: 0-255, source: 0.0.0.0/0}"),
            .compliant),
        Trap(
            "ICMP type 22", ssh, group("{protocol: icmp, icmp_type: 22, icmp_code: -1, source: 0.0.0.0/0}"), .compliant),
        Trap(
            "ICMP, every type", ssh, group("{protocol: icmp, icmp_type: -1, icmp_code: -1, source: 0.0.0.0/0}"),
            .compliant),
        Trap("UDP 22", ssh, group("{protocol: udp, ports: 22, source: 0.0.0.0/0}"), .compliant),
        Trap("GRE", ssh, group("{protocol: 47, source: 0.0.0.0/0}"), .compliant),
        Trap("one half", ssh, group("{protocol: tcp, ports: 22, source: 0.0.0.0/1}"), .compliant),
        Trap(
            "half of each family", ssh, group("{protocol: tcp, ports: 22, source: [0.0.0.0/1, \"8000::/1\"]}"),
            .compliant),
        Trap("a public provider's range", ssh, group("{protocol: tcp, ports: 22, source: 104.16.0.0/13}"), .compliant),
        Trap(
            "a public site", ssh, group("{protocol: tcp, ports: [80, 443], source: [0.0.0.0/0, \"::/0\"]}"), .compliant),
        Trap("the group itself", ssh, group("{protocol: all, source: sg-1}"), .compliant),
        Trap(
            "a foreign group", ssh, group("{protocol: all, source: sg-0foreign, peer_owner: \"111122223333\"}"),
            .compliant),
        Trap(
            "a prefix list nobody listed", ssh, group("{protocol: tcp, ports: 22, source: pl-2}"), with: lists,
            .insufficientData),
    ]

    static let nacl = "nacl-ssh-open-to-internet"
    static let accessLists = [
        Trap(
            "two allows that cover the halves", nacl,
            acl(
                "{number: 100, action: allow, protocol: tcp, ports: 22, source: 0.0.0.0/1}",
                "{number: 110, action: allow, protocol: tcp, ports: 22, source: 128.0.0.0/1}"),
            .noncompliant, naming: ["ingress[0]", "ingress[1]"]),
        Trap(
            "two denies of the halves before allow-all", nacl,
            acl(
                "{number: 80, action: deny, protocol: tcp, ports: 22, source: 0.0.0.0/1}",
                "{number: 90, action: deny, protocol: tcp, ports: 22, source: 128.0.0.0/1}",
                "{number: 100, action: allow, protocol: all, source: 0.0.0.0/0}"),
            .compliant),
        Trap(
            "a deny entry is not open", nacl,
            acl("{number: 100, action: deny, protocol: tcp, ports: 22, source: 0.0.0.0/0}"), .compliant),
        Trap("the final deny is implied", nacl, acl(), .compliant),
        Trap(
            "a deny after the allow comes too late", nacl,
            acl(
                "{number: 100, action: allow, protocol: all, source: 0.0.0.0/0}",
                "{number: 200, action: deny, protocol: tcp, ports: 22, source: 0.0.0.0/0}"),
            .noncompliant, naming: ["ingress[0]"]),
        Trap(
            "numbers count, not the order in the file", nacl,
            acl(
                "{number: 200, action: allow, protocol: all, source: 0.0.0.0/0}",
                "{number: 100, action: deny, protocol: all, source: 0.0.0.0/0}"), .compliant),
        Trap(
            "a deny of the other family leaves this one open", nacl,
            acl(
                "{number: 90, action: deny, protocol: all, source: \"::/0\"}",
                "{number: 100, action: allow, protocol: all, source: 0.0.0.0/0}"),
            .noncompliant, naming: ["ingress[1]"]),
        Trap(
            "a deny of udp leaves tcp open", nacl,
            acl(
                "{number: 90, action: deny, protocol: udp, ports: all, source: 0.0.0.0/0}",
                "{number: 100, action: allow, protocol: all, source: 0.0.0.0/0}"),
            .noncompliant),
        Trap(
            "the entry that AWS adds at the end", nacl,
            acl(
                "{number: 100, action: allow, protocol: tcp, ports: 443, source: 0.0.0.0/0}",
                "{number: 32767, action: deny, protocol: \"-1\", source: 0.0.0.0/0}"),
            .compliant),
    ]

    static let opinions = [
        Trap(
            "a single public address", "sg-ingress-from-single-public-address",
            group("{protocol: tcp, ports: 443, source: 8.8.4.4/32}"), .noncompliant),
        Trap(
            "a provider's range is wide", "sg-ingress-from-wide-public-range",
            group("{protocol: tcp, ports: 443, source: 104.16.0.0/13}"), .noncompliant),
        Trap(
            "an outbound range is no ingress problem", "sg-ingress-from-wide-public-range",
            "{id: sg-1, ingress: [], egress: [{protocol: tcp, ports: 443, destination: 104.16.0.0/13}]}", .compliant),
        Trap(
            "a public site opens what it may", "sg-unauthorized-ports-open-to-internet",
            group("{protocol: tcp, ports: [80, 443], source: 0.0.0.0/0}"),
            .compliant),
        Trap(
            "documentation addresses are not the internet", "sg-ingress-from-single-public-address",
            group("{protocol: tcp, ports: 443, source: 203.0.113.7/32}"), .compliant),
        Trap(
            "a default group as AWS makes it", "sg-default-has-entries",
            "{id: sg-1, name: default, ingress: [{protocol: all, source: sg-1}], egress: []}", .noncompliant),
    ]
}
