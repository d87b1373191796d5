internal import Calendar

/// The date of a book or source: a year, a month or a day, and perhaps a remark in brackets behind it.
struct BookDate {
    /// Days since 1970-01-01 of the first and last day that are meant.
    var days: ClosedRange<Int>

    /// Nil for anything else.
    init?(_ text: String) {
        let date = text.prefix { $0 != " " }
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        guard text.count == date.count || text.dropFirst(date.count).hasPrefix(" ("), (1...3).contains(parts.count),
            zip(parts, [4, 2, 2]).allSatisfy({ $0.count == $1 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        let month = numbers.count > 1 ? numbers[1] : nil
        guard let first = CivilDate(year: numbers[0], month: month ?? 1, day: numbers.count > 2 ? numbers[2] : 1) else {
            return nil
        }
        var last = first
        if month == nil { last.month = 12 }
        if numbers.count < 3 { last.day = CivilDate.days(inMonth: last.month, of: last.year) }
        days = first.daysSince1970...last.daysSince1970
    }
}
