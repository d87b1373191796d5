// What "the internet" means to a rule: the addresses that a host anywhere on the public internet can have.
//
// Sources, as they stood in 2025:
//   IANA IPv4 Special-Purpose Address Registry, https://www.iana.org/assignments/iana-ipv4-special-registry/
//   IANA IPv6 Special-Purpose Address Registry, https://www.iana.org/assignments/iana-ipv6-special-registry/
//   IANA IPv4 Multicast Address Space Registry, https://www.iana.org/assignments/multicast-addresses/
//   IANA IPv6 Global Unicast Address Assignments, https://www.iana.org/assignments/ipv6-unicast-address-assignments/

extension AddressSet {
    /// Public unicast space: all of IPv4, and `2000::/3` of IPv6, without what `specialPurpose` lists.
    ///
    /// A list that covers this set lets in every host of the internet, even when it spares private ranges; and no
    /// address outside this set can be the source of a packet from the internet.
    package static let internet = blocks("0.0.0.0/0", "2000::/3").subtracting(specialPurpose)

    /// Every address that is not in `internet`: private, shared, link-local, multicast, reserved.
    package static let notInternet = all.subtracting(internet)

    /// Addresses outside of `internet` that no host has, in a VPC or elsewhere: documentation, multicast, reserved.
    package static let ofNobody = notInternet.subtracting(
        blocks(
            "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
            "fc00::/7",
            "fe80::/10"))

    /// The blocks whose column "Globally Reachable" in the IANA registries is not "True", and IPv4 multicast.
    ///
    /// A block is left out whole, even where the registry makes an exception within it (`192.0.0.9/32`, `.10/32`; the
    /// anycast, AMT, AS112 and ORCHIDv2 entries of `2001::/23`): those name services, not hosts that connect.
    private static let specialPurpose = blocks(
        "0.0.0.0/8",  // "this network", RFC 791
        "10.0.0.0/8",  // private use, RFC 1918
        "100.64.0.0/10",  // shared address space of carriers, RFC 6598
        "127.0.0.0/8",  // loopback, RFC 1122
        "169.254.0.0/16",  // link local, RFC 3927; holds the EC2 instance metadata service
        "172.16.0.0/12",  // private use, RFC 1918
        "192.0.0.0/24",  // IETF protocol assignments, RFC 6890
        "192.0.2.0/24",  // documentation TEST-NET-1, RFC 5737
        "192.88.99.0/24",  // former 6to4 relay anycast: deprecated, reachability "N/A", RFC 7526
        "192.168.0.0/16",  // private use, RFC 1918
        "198.18.0.0/15",  // benchmarking, RFC 2544
        "198.51.100.0/24",  // documentation TEST-NET-2, RFC 5737
        "203.0.113.0/24",  // documentation TEST-NET-3, RFC 5737
        "224.0.0.0/4",  // multicast, RFC 5771
        "240.0.0.0/4",  // reserved, with limited broadcast, RFC 1112 and RFC 919
        "2001::/23",  // IETF protocol assignments, with Teredo, RFC 2928 and RFC 4380
        "2001:db8::/32",  // documentation, RFC 3849
        "2002::/16",  // 6to4: reachability "N/A", RFC 3056
        "3fff::/20")  // documentation, RFC 9637

    private static func blocks(_ texts: String...) -> AddressSet {
        AddressSet(
            cidrs: texts.map { text in
                // The texts are the literals of this file: a wrong one must stop the first test that runs.
                guard let cidr = try? CIDR(text), !cidr.hasHostBits else { preconditionFailure("no block: \(text)") }
                return cidr
            })
    }
}
