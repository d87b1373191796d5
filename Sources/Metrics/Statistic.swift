/// How the measurements of a period become one point
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html).
package enum Statistic: Hashable, Sendable {
    case average, sum, minimum, maximum, sampleCount
    /// `p99.9`: the value that this part of the measurements, in percent, does not exceed.
    case percentile(Double)
    /// A trimmed mean and its like, by CloudWatch's own word: `tm90`, `PR(:300)`. Its points can be compared, not combined.
    case other(String)

    /// Reads `Average`, `Sum`, `Minimum`, `Maximum`, `SampleCount`, `p99.9`, and the words of trimmed statistics; small letters
    /// and `sample_count` as in catalogs are taken as well. Nil for anything else.
    package init?(_ text: String) {
        switch text {
        case "Average", "average", "avg": self = .average
        case "Sum", "sum": self = .sum
        case "Minimum", "minimum": self = .minimum
        case "Maximum", "maximum": self = .maximum
        case "SampleCount", "sample_count": self = .sampleCount
        default:
            if text.hasPrefix("p"), let part = Double(text.dropFirst()), (0...100).contains(part) {
                self = .percentile(part)
            } else if ["tm", "wm", "tc", "ts"].contains(where: { prefix in
                text.lowercased().hasPrefix(prefix) && Double(text.dropFirst(2)) != nil
            }) || ["TM(", "WM(", "TC(", "TS(", "PR("].contains(where: text.hasPrefix) && text.hasSuffix(")")
                || text == "IQM"
            {
                self = .other(text)
            } else {
                return nil
            }
        }
    }

    /// As CloudWatch writes it.
    package var name: String {
        switch self {
        case .average: "Average"
        case .sum: "Sum"
        case .minimum: "Minimum"
        case .maximum: "Maximum"
        case .sampleCount: "SampleCount"
        case .percentile(let part): part == part.rounded() ? "p\(Int(part))" : "p\(part)"
        case .other(let text): text
        }
    }

    /// The plain ones, for suggestions.
    package static let names = ["Average", "Sum", "Minimum", "Maximum", "SampleCount", "p99"]

    /// The statistic of several points together, as far as it follows from them: nil where it does not (percentiles). The
    /// mean of averages is that of the measurements only where every period has as many of them, as EC2's metrics have.
    package func combined(_ points: some Sequence<Double>) -> Double? {
        var (count, total) = (0, 0.0)
        var (least, greatest) = (Double.infinity, -Double.infinity)
        for point in points {
            count += 1
            total += point
            least = Swift.min(least, point)
            greatest = Swift.max(greatest, point)
        }
        guard count > 0 else { return nil }
        switch self {
        case .average: return total / Double(count)
        case .sum, .sampleCount: return total
        case .minimum: return least
        case .maximum: return greatest
        case .percentile, .other: return count == 1 ? total : nil
        }
    }
}
