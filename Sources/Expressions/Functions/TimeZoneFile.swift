#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The system's copy of the IANA time zone database, one file a zone.
enum TimeZoneFile {
    static let directory = "/usr/share/zoneinfo"

    /// The largest zone of the database has 4 kB.
    private static let sizeLimit = 1 << 20

    /// The bytes of a zone's file; nil when there is none, or the name leads elsewhere.
    static func contents(_ name: String) -> [UInt8]? {
        guard isName(name) else { return nil }
        // Without O_NONBLOCK a pipe in that place would wait for a writer.
        let file = open("\(directory)/\(name)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= sizeLimit {
            let count = read(file, &buffer, buffer.count)
            guard count >= 0 else { return nil }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
        return nil
    }

    /// Parts of letters, digits, `_`, `-` and `+` between slashes: what the database calls its zones. So it begins with no
    /// slash, holds no `..` and leads to no list (`zone.tab`). The zones of `right` count leap seconds, which times here do
    /// not.
    private static func isName(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isSpelledWell = parts.allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"):
                        true
                    default: false
                    }
                }
        }
        // `localtime` is whatever the machine was set to: no rule may depend on that.
        return isSpelledWell && !["localtime", "right", "posixrules"].contains(String(name.split(separator: "/")[0]))
    }
}
