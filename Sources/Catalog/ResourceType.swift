/// The declaration of a resource type.
package struct ResourceType: Sendable {
    /// `security_group`
    package var name: String
    /// Top-level key in an inventory: `security_groups`
    package var collection: String
    /// `AWS::EC2::SecurityGroup`
    package var awsType: String
    /// `ec2`
    package var service: String
    package var summary: String
    /// The AWS page that describes the type.
    package var source: String
    /// What CloudWatch measures of such resources; nil where it measures nothing, or nobody has written it down.
    package var metrics: ResourceMetrics?
    /// Index into `Catalog.shapes` of the type's fields.
    package var shape: Int
    /// Index of the field that identifies a resource within its account and region.
    package var idField: Int
}
