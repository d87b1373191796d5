package import Metrics

/// What CloudWatch measures of the resources of a type, and how its series name them.
package struct ResourceMetrics: Sendable {
    /// One metric as AWS documents it.
    package struct Definition: Sendable {
        package var name: String
        package var unit: MetricUnit
        /// The greatest value that there is: 100 for shares of one resource.
        package var limit: Double?
        /// Whether CloudWatch has points only of periods in which something happened: a missing one is then a zero, for
        /// rules that say so with `fill(0.0)`.
        package var isSparse: Bool
    }

    /// `AWS/EC2`; several where the kinds of the type have one each.
    package var namespaces: [String]
    /// The dimension whose value names the resource: `InstanceId`.
    package var dimension: String
    /// Dimensions that may stand beside it without making the series one of a part: `ImageId` of an agent's. Series with
    /// others, such as a function's alias or a table's index, are of a part.
    package var beside: Set<String>
    /// Whether that value is `app/NAME/0123456789abcdef`, of which the middle is the resource's id, and not the id itself.
    package var isPath: Bool
    /// The AWS page.
    package var source: String
    package var definitions: [Definition]

    /// The metric called `name`, as far as the page has it: others may be custom ones.
    package func definition(_ name: String) -> Definition? { definitions.first { $0.name == name } }

    /// The id of the resource that a dimension's value names.
    package func id(ofDimension value: String) -> String {
        guard isPath else { return value }
        let parts = value.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[1]) : value
    }
}
