import Networks
import Testing

struct InternetTests {
    @Test(
        "addresses of the internet",
        arguments: [
            "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
            "128.0.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.0", "192.0.3.0", "192.167.255.255",
            "192.169.0.0", "198.17.255.255", "198.20.0.0", "203.0.112.255", "203.0.114.0", "223.255.255.255",
            "2000::", "2001:200::", "2600:1f00::1", "2a00::1", "2001:db7:ffff::", "2001:db9::", "3fff:1000::",
        ])
    func isPublic(text: String) throws {
        #expect(AddressSet.internet.contains(try #require(IPAddress(text))))
        #expect(!AddressSet.notInternet.contains(try #require(IPAddress(text))))
    }

    @Test(
        "addresses that are not of the internet",
        arguments: [
            "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1",
            "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1",
            "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.255", "240.0.0.1",
            "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "64:ff9b::1", "100::1", "fc00::1", "fd00:ec2::254",
            "fe80::1", "ff02::1", "2001::1", "2001:1ff::", "2001:db8::1", "2002::1", "3fff::1", "4000::", "5f00::1",
        ])
    func isNotPublic(text: String) throws {
        #expect(!AddressSet.internet.contains(try #require(IPAddress(text))))
        #expect(AddressSet.notInternet.contains(try #require(IPAddress(text))))
    }

    @Test func aListThatSparesPrivateRangesStillHoldsTheInternet() throws {
        let spared = try addresses("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
        #expect(AddressSet.all.subtracting(spared).contains(.internet))
        #expect(try addresses("2000::/3").contains(AddressSet.internet.only(.ipv6)))
        #expect(try !addresses("0.0.0.0/1").contains(AddressSet.internet.only(.ipv4)))
    }

    @Test(
        "a set in a few words",
        arguments: [
            (["0.0.0.0/0"], "0.0.0.0/0"), (["0.0.0.0/0", "::/0"], "anywhere"), (["10.0.0.0/8"], "10.0.0.0/8"),
        ])
    func summary(texts: [String], expected: String) throws {
        #expect(try AddressSet(cidrs: texts.map { try CIDR($0) }).summary == expected)
    }

    @Test func whatNobodyHasIsNotToldBesideTheInternet() throws {
        let vpc = try AddressSet(CIDR("10.20.0.0/16"))
        let arriving = AddressSet.internet.only(.ipv4).union(AddressSet.ofNobody.only(.ipv4)).union(vpc)
        #expect(arriving.summary == "the internet (IPv4), 10.20.0.0/16")
        #expect(AddressSet.notInternet.summary == "private addresses")
    }
}
