/// A named set of thresholds. The checks of AWS's own services disagree; a run follows one of them.
///
/// Parameters declare a value for each profile in which it differs from the default, which is that of `trusted-advisor`.
package enum ThresholdProfile: String, CaseIterable, Sendable {
    /// What AWS Trusted Advisor alerts on
    /// (https://docs.aws.amazon.com/awssupport/latest/user/cost-optimization-checks.html).
    case trustedAdvisor = "trusted-advisor"
    /// What AWS Compute Optimizer calls idle or over-provisioned
    /// (https://docs.aws.amazon.com/compute-optimizer/latest/ug/view-idle-recommendations.html).
    case computeOptimizer = "compute-optimizer"
    /// Finds more than either: what is half used is told as well.
    case strict
}
