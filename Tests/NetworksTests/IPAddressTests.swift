import Networks
import Testing
import SeededRandom

struct AddressSpelling: Sendable, CustomTestStringConvertible {
    let text: String
    let canonical: String?
    var testDescription: String { "\(text) is \(canonical ?? "no address")" }

    init(_ text: String, _ canonical: String?) {
        self.text = text
        self.canonical = canonical
    }
}

struct IPAddressTests {
    static let spellings: [AddressSpelling] = [
        .init("0.0.0.0", "0.0.0.0"), .init("255.255.255.255", "255.255.255.255"), .init("192.0.2.1", "192.0.2.1"),
        .init("", nil), .init("1.2.3", nil), .init("1.2.3.4.5", nil), .init("1.2.3.", nil), .init(".1.2.3", nil),
        .init("1..2.3", nil), .init("256.1.1.1", nil), .init("1.2.3.999999999999", nil), .init("1.2.3.4 ", nil),
        .init("+1.2.3.4", nil), .init("0x7f.0.0.1", nil), .init("2130706433", nil),
        // A leading zero reads as octal to some, as decimal to others.
        .init("010.0.0.1", nil), .init("1.2.3.00", nil), .init("127.0.0.01", nil),
        // RFC 4291, 2.2 and RFC 5952.
        .init("::", "::"), .init("::1", "::1"), .init("1::", "1::"), .init("0:0:0:0:0:0:0:0", "::"),
        .init("2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a"),
        .init("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), .init("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
        .init("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), .init("2001:0db8::0001", "2001:db8::1"),
        .init("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), .init("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
        .init("fe80::1", "fe80::1"),
        .init("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        .init("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), .init("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
        .init("::13.1.68.3", "::d01:4403"),
        // IPv4-mapped addresses are the IPv4 addresses they stand for, however they are written.
        .init("::ffff:10.0.0.1", "10.0.0.1"), .init("::FFFF:0a00:0001", "10.0.0.1"),
        .init("0:0:0:0:0:ffff::", "0.0.0.0"),
        .init(":", nil), .init(":::", nil), .init("1:::2", nil), .init("1::2::3", nil), .init(":1", nil),
        .init("1:", nil),
        .init("1:2:3:4:5:6:7", nil), .init("1:2:3:4:5:6:7:8:9", nil), .init("1:2:3:4:5:6:7:8::", nil),
        .init("::1:2:3:4:5:6:7:8", nil), .init("12345::", nil), .init("g::", nil), .init("fe80::1%eth0", nil),
        .init("1:2:3:4:5:6:7:1.2.3.4", nil), .init("::1.2.3.4:5", nil), .init("::ffff:1.2.3", nil),
        .init("::1.2.03.4", nil),
        .init("[::1]", nil), .init("::/0", nil),
    ]

    @Test("reads and prints", arguments: spellings)
    func readsAndPrints(spelling: AddressSpelling) {
        #expect(IPAddress(spelling.text)?.description == spelling.canonical)
    }

    @Test func everyAddressReadsBackFromItsText() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            // Bytes that are mostly zero make runs of zero groups.
            var value: UInt128 = 0
            for _ in 0..<8 {
                value = value << 16 | (random.once(in: 2) ? 0 : UInt128(UInt16.random(in: 0 ... .max, using: &random)))
            }
            let ipv6 = IPAddress(family: .ipv6, value: value | 1 << 127)
            let ipv4 = IPAddress(family: .ipv4, value: value & 0xffff_ffff)
            #expect(IPAddress(ipv6.description) == ipv6)
            #expect(IPAddress(ipv4.description) == ipv4)
        }
    }

    @Test func ipv4SortsBeforeIPv6() throws {
        let texts = ["::1", "10.0.0.2", "::", "9.255.255.255", "10.0.0.10"]
        #expect(
            try texts.map { try #require(IPAddress($0)) }.sorted().map(\.description) == [
                "9.255.255.255", "10.0.0.2", "10.0.0.10", "::", "::1",
            ])
    }
}
