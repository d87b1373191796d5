internal import Synchronization

/// What a time zone's clocks show: `UTC`, an offset such as `+05:30` or `-08:00` (the `+` may be missing), or a name of the
/// IANA time zone database (https://github.com/google/cel-spec/blob/master/doc/langdef.md#timezones).
enum TimeZoneOffset {
    /// Seconds east of UTC.
    static func seconds(of zone: String, at instant: Instant) throws(EvaluationError) -> Int {
        if zone == "UTC" { return 0 }
        if let fixed = fixed(zone) { return fixed }
        return try rules(zone).offset(at: instant.seconds)
    }

    /// Hours and minutes, two digits each.
    private static func fixed(_ zone: String) -> Int? {
        var bytes = Array(zone.utf8)
        var sign = 1
        if let first = bytes.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
            sign = first == UInt8(ascii: "-") ? -1 : 1
            bytes.removeFirst()
        }
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
        let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int($0) - Int(UInt8(ascii: "0")) }
        guard digits.allSatisfy((0...9).contains) else { return nil }
        let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        return hours < 24 && minutes < 60 ? sign * (hours * 3600 + minutes * 60) : nil
    }

    /// Zones that were read before; nil for those that are not there.
    private static let cache = Mutex<[String: TimeZoneRules?]>([:])
    private static let cacheSize = 1_000

    private static func rules(_ name: String) throws(EvaluationError) -> TimeZoneRules {
        let known = cache.withLock { $0[name] }
        let rules = known ?? TimeZoneFile.contents(name).flatMap { TimeZoneRules(tzif: $0) }
        if known == nil {
            cache.withLock {
                if $0.count >= cacheSize { $0.removeAll() }
                $0[name] = .some(rules)
            }
        }
        guard let rules else {
            throw EvaluationError(
                .invalidArgument,
                "no time zone \(Value.string(name).text) in \(TimeZoneFile.directory): write an offset such as \"+09:00\""
            )
        }
        return rules
    }
}
