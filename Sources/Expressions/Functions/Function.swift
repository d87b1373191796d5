/// The functions of the language. Raw values are the names in the Common Expression Language, its operators in CEL's
/// own spelling (https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions).
package enum Function: String, CaseIterable, Sendable {
    // Logic; unknown operands follow CEL: false && unknown is false, true || unknown is true.
    case and = "_&&_"
    case or = "_||_"
    case not = "!_"

    // Comparison.
    case equals = "_==_"
    case differs = "_!=_"
    case less = "_<_"
    case lessOrEqual = "_<=_"
    case greater = "_>_"
    case greaterOrEqual = "_>=_"
    case isIn = "@in"

    // Arithmetic.
    case add = "_+_"
    case subtract = "_-_"
    case multiply = "_*_"
    case divide = "_/_"
    case remainder = "_%_"
    case negate = "-_"

    /// Element of a list, value under a key of a map.
    case valueAt = "_[_]"
    /// The same as an optional.
    case optionalValueAt = "_[?_]"

    /// Whether there is a value: false for null, unknown when the inventory does not say.
    case has
    /// Whether the inventory says anything; never unknown.
    case stated

    // Conversions and types.
    case int, uint, double, string, bytes, bool, timestamp, duration, dyn, type

    // Text.
    case startsWith, endsWith, contains, containsIgnoringCase, matches
    case charAt, indexOf, lastIndexOf, lowerAscii, upperAscii, replace, split, substring, trim, join, format, reverse
    case quote = "strings.quote"

    /// Elements of a list or map, characters of a text, ports of a range.
    case size

    // Numbers.
    case greatest = "math.greatest"
    case least = "math.least"
    case ceil = "math.ceil"
    case floor = "math.floor"
    case round = "math.round"
    case trunc = "math.trunc"
    case abs = "math.abs"
    case sign = "math.sign"
    case sqrt = "math.sqrt"
    case isNaN = "math.isNaN"
    case isInf = "math.isInf"
    case isFinite = "math.isFinite"
    case bitAnd = "math.bitAnd"
    case bitOr = "math.bitOr"
    case bitXor = "math.bitXor"
    case bitNot = "math.bitNot"
    case bitShiftLeft = "math.bitShiftLeft"
    case bitShiftRight = "math.bitShiftRight"

    // Encodings.
    case base64Encode = "base64.encode"
    case base64Decode = "base64.decode"

    // Optional values.
    case optionalOf = "optional.of"
    case optionalOfNonZero = "optional.ofNonZeroValue"
    case optionalNone = "optional.none"
    case hasValue, value, or_ = "or", orValue
    case optionalUnwrap = "optional.unwrap"
    case unwrapOpt

    // Time.
    case getFullYear, getMonth, getDate, getDayOfMonth, getDayOfWeek, getDayOfYear
    case getHours, getMinutes, getSeconds, getMilliseconds

    // The network extension.
    case ip, isIP
    case isCanonical = "ip.isCanonical"
    case family, isUnspecified, isLoopback, isGlobalUnicast, isLinkLocalUnicast, isLinkLocalMulticast
    case cidr, isCIDR, containsIP, containsCIDR, masked, prefixLength

    // Sets of addresses and ports, which the match form names too.
    case within, covers, overlaps, isPublic, kind
    /// Whether the entries of a list admit the traffic asked for.
    case admits
    /// Whether a map has every one of the keys.
    case hasKeys
    /// Time since a timestamp, measured from the inventory's `as_of`.
    case age

    // Metrics: a statistic of a metric, the part of a series that counts, and what comes of it.
    case average, sum, minimum, maximum, stat
    case sampleCount = "sample_count"
    case last, covering, fill, plus, daily
    case max, min, mean, total, percentile, points, gaps, coverage, trend
    case countDaysBelow = "count_days_below"
    case countDaysAtMost = "count_days_at_most"
    case countDaysAbove = "count_days_above"
    case countDaysAtLeast = "count_days_at_least"
    case daysBelow = "days_below"
    case daysAtMost = "days_at_most"
    case daysAbove = "days_above"
    case daysAtLeast = "days_at_least"
    case longestAbove = "longest_above"
    case longestBelow = "longest_below"
    case lastingAbove = "lasting_above"
    case lastingBelow = "lasting_below"
    case times, per, latest, covered
    case perSecond = "per_second"
    case wholeDays = "whole_days"
    /// What a CloudWatch alarm on the series would be in.
    case alarmState = "alarm_state"
    // Money.
    /// What a resource would cost a month with some of its fields changed.
    case costAs = "cost_as"
}
