internal import Calendar

/// Parts of dates and of lengths of time
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions), in UTC or in a time zone
/// (#timezones).
enum TimeFunctions {
    static let definitions: [FunctionDefinition] = [
        part(.getFullYear, "The year.", example: "timestamp('2024-02-29T12:00:00Z').getFullYear() == 2024") {
            $0.date.year
        },
        part(.getMonth, "The month, 0 for January.", example: "timestamp('2024-02-29T12:00:00Z').getMonth() == 1") {
            $0.date.month - 1
        },
        part(
            .getDate, "The day of the month, from 1 on.", example: "timestamp('2024-02-29T12:00:00Z').getDate() == 29"
        ) { $0.date.day },
        part(
            .getDayOfMonth, "The day of the month, from 0 on.",
            example: "timestamp('2024-02-29T12:00:00Z').getDayOfMonth() == 28"
        ) { $0.date.day - 1 },
        part(
            .getDayOfWeek, "The day of the week, 0 for Sunday.",
            example: "timestamp('2024-02-29T12:00:00Z').getDayOfWeek() == 4"
        ) { $0.date.dayOfWeek },
        part(
            .getDayOfYear, "The day of the year, from 0 on.",
            example: "timestamp('2024-02-29T12:00:00Z').getDayOfYear() == 59"
        ) { $0.date.dayOfYear },
        part(
            .getHours, "The hour of the day; of a length of time, its whole hours.",
            example:
                "timestamp('2024-02-29T12:00:00Z').getHours('Asia/Seoul') == 21 && duration('90m').getHours() == 1",
            { $0.hour }, ofDuration: { $0 / 3_600_000_000_000 }),
        part(
            .getMinutes, "The minute of the hour; of a length of time, its whole minutes.",
            example: "duration('3730s').getMinutes() == 62", { $0.minute }, ofDuration: { $0 / 60_000_000_000 }),
        part(
            .getSeconds, "The second of the minute; of a length of time, its whole seconds.",
            example: "duration('1h10s').getSeconds() == 3610", { $0.second }, ofDuration: { $0 / 1_000_000_000 }),
        part(
            .getMilliseconds, "The milliseconds of the second, also of a length of time.",
            example: "duration('3.25s').getMilliseconds() == 250", { $0.nanosecond / 1_000_000 },
            ofDuration: { $0 % 1_000_000_000 / 1_000_000 }),
    ]

    private static func part(
        _ function: Function, _ summary: String, example: String, _ part: @escaping @Sendable (CivilTime) -> Int,
        ofDuration partOfDuration: (@Sendable (Int128) -> Int128)? = nil
    ) -> FunctionDefinition {
        var overloads: [Overload] = [.member(.timestamp, gives: .int), .member(.timestamp, .string, gives: .int)]
        if partOfDuration != nil { overloads.append(.member(.duration, gives: .int)) }
        return FunctionDefinition(
            function, overloads, summary, example: example,
            any: { (arguments) throws(EvaluationError) in
                switch (arguments.first, arguments.dropFirst().first, arguments.count) {
                case (.timestamp(let instant), nil, 1): return .int(Int64(part(CivilTime(instant))))
                case (.timestamp(let instant), .string(let zone), 2):
                    let offset = try TimeZoneOffset.seconds(of: zone, at: instant)
                    return .int(Int64(part(CivilTime(instant, offset: offset))))
                case (.duration(let span), nil, 1): return partOfDuration.map { .int(Int64($0(span.nanoseconds))) }
                default: return nil
                }
            })
    }
}
