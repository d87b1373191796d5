import Networks
import Testing

struct CIDRTests {
    @Test(
        "spellings of one block",
        arguments: [
            ("10.0.0.0/8", "10.0.0.0/8"), ("10.1.2.3/8", "10.0.0.0/8"), ("0.0.0.0/0", "0.0.0.0/0"),
            ("1.0.0.0/0", "0.0.0.0/0"), ("255.255.255.255/0", "0.0.0.0/0"), ("0.0.0.0/00", "0.0.0.0/0"),
            ("192.0.2.1", "192.0.2.1/32"), ("192.0.2.1/32", "192.0.2.1/32"), ("192.0.2.255/31", "192.0.2.254/31"),
            ("::/0", "::/0"), ("0::0/0", "::/0"), ("0:0:0:0:0:0:0:0/0", "::/0"), ("2001:db8::1/0", "::/0"),
            ("0000:0000:0000:0000:0000:0000:0000:0000/0", "::/0"), ("::0.0.0.0/0", "::/0"), ("::1", "::1/128"),
            ("2001:DB8::ffff/64", "2001:db8::/64"), ("8000::/1", "8000::/1"),
            // Inside ::ffff:0:0/96 a block is IPv4; a shorter prefix reaches out of it.
            ("::ffff:10.0.0.0/104", "10.0.0.0/8"), ("::ffff:0:0/96", "0.0.0.0/0"), ("::ffff:10.0.0.1", "10.0.0.1/32"),
            ("::ffff:0.0.0.0/0", "::/0"), ("::ffff:10.0.0.0/95", "::fffe:0:0/95"),
        ])
    func canonicalText(text: String, canonical: String) throws {
        let cidr = try CIDR(text)
        #expect(cidr.description == canonical)
        #expect(try CIDR(canonical) == cidr)
        #expect(AddressSet(cidr).cidrs == [cidr])
    }

    @Test(
        "texts that are no block",
        arguments: [
            ("", CIDRError.notAnAddress), ("/8", .notAnAddress), ("10.0.0/8", .notAnAddress),
            ("internet", .notAnAddress),
            ("010.0.0.0/8", .notAnAddress), ("sg-0123", .notAnAddress), ("10.0.0.0 /8", .notAnAddress),
            ("10.0.0.0/", .prefixNotANumber), ("10.0.0.0/8 ", .prefixNotANumber), ("10.0.0.0/-1", .prefixNotANumber),
            ("10.0.0.0/255.0.0.0", .prefixNotANumber), ("10.0.0.0/8/8", .prefixNotANumber), ("::/x", .prefixNotANumber),
            ("10.0.0.0/33", .prefixOutOfRange(found: 33, limit: 32)),
            ("::/129", .prefixOutOfRange(found: 129, limit: 128)),
            ("::ffff:10.0.0.0/129", .prefixOutOfRange(found: 129, limit: 128)),
            ("::/99999999999999999999999", .prefixOutOfRange(found: 1_000_000_000, limit: 128)),
        ])
    func refuses(text: String, error: CIDRError) {
        #expect(throws: error) { try CIDR(text) }
    }

    @Test func boundsAndHostBits() throws {
        let block = try CIDR("10.1.2.3/30")
        #expect(block.family == .ipv4 && block.prefixLength == 30 && block.hasHostBits)
        #expect(block.high - block.low == 3 && block.base.description == "10.1.2.0")
        let whole = try CIDR("::/0")
        #expect(whole.low == 0 && whole.high == .max && !whole.hasHostBits)
        #expect(try !CIDR("192.0.2.1").hasHostBits)
        #expect(try CIDR("192.0.2.1").high == CIDR("192.0.2.1").low)
    }

    @Test func hostBitsDoNotTellBlocksApart() throws {
        let blocks: Set<CIDR> = [try CIDR("10.0.0.0/8"), try CIDR("10.9.9.9/8")]
        #expect(blocks.count == 1)
        #expect(try CIDR("0.0.0.0/0") != CIDR("::/0"))
        #expect(try CIDR("10.0.0.0/8") != CIDR("10.0.0.0/9"))
    }
}
