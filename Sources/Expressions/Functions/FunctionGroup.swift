/// The chapters of the reference, in its order.
package enum FunctionGroup: String, CaseIterable, Sendable {
    case logic = "Logic"
    case comparison = "Comparison"
    case arithmetic = "Arithmetic"
    case collections = "Lists and maps"
    case macros = "Macros"
    case presence = "What is there"
    case optionals = "Optional values"
    case text = "Text"
    case numbers = "Numbers"
    case types = "Types and conversions"
    case time = "Time"
    case addresses = "Addresses and ranges"
    case sets = "Sets of addresses and ports"
    case encodings = "Encodings"
    case metrics = "Metrics"
    case money = "Money"
}

extension Function {
    /// The chapter that describes it.
    package var group: FunctionGroup {
        switch self {
        case .and, .or, .not: .logic
        case .equals, .differs, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
        case .add, .subtract, .multiply, .divide, .remainder, .negate: .arithmetic
        case .isIn, .valueAt, .optionalValueAt, .size, .hasKeys: .collections
        case .has, .stated: .presence
        case .optionalOf, .optionalOfNonZero, .optionalNone, .hasValue, .value, .or_, .orValue, .optionalUnwrap,
            .unwrapOpt:
            .optionals
        case .startsWith, .endsWith, .contains, .containsIgnoringCase, .matches, .charAt, .indexOf, .lastIndexOf,
            .lowerAscii, .upperAscii, .replace, .split, .substring, .trim, .join, .format, .reverse, .quote:
            .text
        case .greatest, .least, .ceil, .floor, .round, .trunc, .abs, .sign, .sqrt, .isNaN, .isInf, .isFinite, .bitAnd,
            .bitOr, .bitXor, .bitNot, .bitShiftLeft, .bitShiftRight:
            .numbers
        case .int, .uint, .double, .string, .bytes, .bool, .timestamp, .duration, .dyn, .type: .types
        case .age, .getFullYear, .getMonth, .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear, .getHours,
            .getMinutes, .getSeconds, .getMilliseconds:
            .time
        case .ip, .isIP, .isCanonical, .family, .isUnspecified, .isLoopback, .isGlobalUnicast, .isLinkLocalUnicast,
            .isLinkLocalMulticast, .cidr, .isCIDR, .containsIP, .containsCIDR, .masked, .prefixLength:
            .addresses
        case .within, .covers, .overlaps, .isPublic, .kind, .admits: .sets
        case .base64Encode, .base64Decode: .encodings
        case .average, .sum, .minimum, .maximum, .sampleCount, .stat, .last, .covering, .fill, .plus, .daily, .max,
            .min, .mean, .total, .percentile, .points, .gaps, .coverage, .trend, .countDaysBelow, .countDaysAtMost,
            .countDaysAbove, .countDaysAtLeast, .daysBelow, .daysAtMost, .daysAbove, .daysAtLeast, .longestAbove,
            .longestBelow, .lastingAbove, .lastingBelow, .times, .per, .latest, .perSecond, .wholeDays, .covered,
            .alarmState:
            .metrics
        case .costAs: .money
        }
    }
}
