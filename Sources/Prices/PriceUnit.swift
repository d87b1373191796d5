/// What a price is for.
package enum PriceUnit: String, CaseIterable, Sendable {
    case hour
    case vCPUHour = "vCPU-hour"
    case capacityUnitHour = "LCU-hour"
    case gigabyteMonth = "GB-month"
    case iopsMonth = "IOPS-month"
    case mebibytesPerSecondMonth = "MiBps-month"
    /// One thing for a month: a key, a secret, an alarm.
    case month
    case objectMonth = "object-month"
    case gigabyte = "GB"
    case request

    /// Whether a thing that exists the whole month costs this 730 times.
    package var isHourly: Bool { self == .hour || self == .vCPUHour || self == .capacityUnitHour }

    /// What `per` says: a unit, or so many of them, as `1000 requests`.
    static func read(_ text: String) -> (unit: PriceUnit, count: Int64)? {
        if let unit = PriceUnit(rawValue: text) { return (unit, 1) }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, let count = Int64(words[0]), (1...1_000_000_000).contains(count) else { return nil }
        let name = words[1]
        guard let unit = PriceUnit(rawValue: String(name.hasSuffix("s") ? name.dropLast() : name)) else { return nil }
        return (unit, count)
    }
}
