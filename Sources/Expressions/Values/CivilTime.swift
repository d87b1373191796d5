internal import Calendar

/// What calendar and clock show at a point in time.
struct CivilTime {
    var date: CivilDate
    /// 0...86399
    var secondOfDay: Int
    /// 0...999999999
    var nanosecond: Int

    /// `offset`: seconds east of UTC.
    init(_ instant: Instant, offset: Int = 0) {
        let local = instant.seconds + offset
        let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        date = CivilDate(daysSince1970: days)
        secondOfDay = local - days * 86_400
        nanosecond = Int(instant.nanoseconds - Int128(instant.seconds) * 1_000_000_000)
    }

    var hour: Int { secondOfDay / 3600 }
    var minute: Int { secondOfDay / 60 % 60 }
    var second: Int { secondOfDay % 60 }
}

extension Instant {
    /// Whole seconds since 1970, cut towards the past.
    var seconds: Int {
        let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        return Int(remainder < 0 ? quotient - 1 : quotient)
    }
}
