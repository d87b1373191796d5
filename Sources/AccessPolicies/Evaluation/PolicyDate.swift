/// Dates of conditions: ISO 8601 in the W3C profile, or seconds since 1970.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
enum PolicyDate {
    /// Seconds since 1970-01-01T00:00:00Z.
    static func seconds(_ text: String) -> Double? {
        if let seconds = Double(text), text.utf8.count > 4 { return seconds }
        var rest = text[...]
        guard let year = number(&rest, 4) else { return nil }
        var (month, day) = (1, 1)
        if take("-", &rest) {
            guard let value = number(&rest, 2), (1...12).contains(value) else { return nil }
            month = value
            if take("-", &rest) {
                guard let value = number(&rest, 2), (1...31).contains(value) else { return nil }
                day = value
            }
        }
        var seconds = Double(days(year, month, day) * 86_400)
        guard take("T", &rest) else { return rest.isEmpty ? seconds : nil }
        guard let hour = number(&rest, 2), take(":", &rest), let minute = number(&rest, 2) else { return nil }
        seconds += Double(hour * 3600 + minute * 60)
        if take(":", &rest) {
            guard let second = number(&rest, 2) else { return nil }
            seconds += Double(second)
            if take(".", &rest) {
                let digits = rest.prefix { $0.isNumber }
                seconds += Double("0." + digits) ?? 0
                rest = rest.dropFirst(digits.count)
            }
        }
        return zone(&rest).map { seconds - Double($0 * 60) }
    }

    /// Minutes that the zone is ahead of UTC.
    private static func zone(_ rest: inout Substring) -> Int? {
        if take("Z", &rest) { return rest.isEmpty ? 0 : nil }
        let isAhead = rest.first == "+"
        guard isAhead || rest.first == "-" else { return nil }
        rest.removeFirst()
        guard let hour = number(&rest, 2) else { return nil }
        _ = take(":", &rest)
        guard let minute = number(&rest, 2), rest.isEmpty else { return nil }
        return (hour * 60 + minute) * (isAhead ? 1 : -1)
    }

    private static func take(_ character: Character, _ rest: inout Substring) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    private static func number(_ rest: inout Substring, _ digits: Int) -> Int? {
        let text = rest.prefix(digits)
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(digits)
        return Int(text)
    }

    /// Days from 1970-01-01 in the Gregorian calendar, counting years from March so that leap days come last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let y = month > 2 ? year : year - 1
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
