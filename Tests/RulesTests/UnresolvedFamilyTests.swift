import Testing

/// A prefix list that nobody listed may hold addresses of either family, so a question about one of them stays open.
struct UnresolvedFamilyTests {
    @Test("any address of one family", arguments: ["ipv4", "ipv6"])
    func anyAddressOfOneFamily(family: String) throws {
        let question = "{ingress: {admits: {source: any, protocol: tcp, port: 22, family: \(family)}}}"
        let group = "{id: sg-1, ingress: [{protocol: tcp, ports: 22, source: pl-1}]}"
        #expect(try Trial.outcome("security_group", question, on: group).outcome == .unknown)
        let acl = "{id: acl-1, ingress: [{number: 100, action: allow, protocol: tcp, ports: 22, source: pl-1}]}"
        #expect(try Trial.outcome("network_acl", question, on: acl).outcome == .unknown)
    }
}
