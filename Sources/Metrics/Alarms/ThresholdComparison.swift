/// On which side of its threshold a point breaches it.
///
/// Source: ComparisonOperator of
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html; the three operators of
/// anomaly bands are none of these, for they have no fixed threshold.
package enum ThresholdComparison: String, CaseIterable, Sendable {
    case greaterThanOrEqual = "greater_than_or_equal_to_threshold"
    case greaterThan = "greater_than_threshold"
    case lessThan = "less_than_threshold"
    case lessThanOrEqual = "less_than_or_equal_to_threshold"

    /// Whether a point breaches the threshold; a missing one (NaN) never does.
    package func isBreach(_ value: Double, of threshold: Double) -> Bool {
        switch self {
        case .greaterThanOrEqual: value >= threshold
        case .greaterThan: value > threshold
        case .lessThan: value < threshold
        case .lessThanOrEqual: value <= threshold
        }
    }
}
