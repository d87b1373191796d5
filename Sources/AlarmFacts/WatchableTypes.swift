internal import Catalog
internal import Inventory

/// The types of resources that CloudWatch measures, found by the dimensions that name them.
struct WatchableTypes: Sendable {
    struct Kind: Sendable {
        /// Index in the catalog.
        var type: Int
        var metrics: ResourceMetrics
        var slots: FieldSlots
        /// Whether its metrics are those of one region for the whole world.
        /// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
        var isGlobal: Bool { metrics.namespaces == ["AWS/CloudFront"] }
        /// Whether the value of the dimension is the id. A service's is `CLUSTER/NAME` in inventories, of which the dimension
        /// has the name; brokers and APIs have names beside their ids. Of these alarms are not counted.
        var isNamedByID: Bool
    }

    private static let namedOtherwise: Set = ["ecs_service", "mq_broker", "rest_api"]

    /// By index in the catalog.
    let kinds: [Int: Kind]
    private let byDimension: [String: [Kind]]

    init(_ catalog: Catalog) {
        var kinds: [Int: Kind] = [:]
        for (index, type) in catalog.types.enumerated() {
            guard let metrics = type.metrics, let slots = FieldSlots(type.name, in: catalog) else { continue }
            kinds[index] = Kind(
                type: index, metrics: metrics, slots: slots, isNamedByID: !Self.namedOtherwise.contains(type.name))
        }
        self.kinds = kinds
        byDimension = Dictionary(grouping: kinds.values.sorted { $0.type < $1.type }, by: \.metrics.dimension)
    }

    /// The resources that the dimensions of a metric name: a type and an id each.
    func named(by metric: WatchedMetric) -> [(kind: Kind, id: String)] {
        (metric.dimensions ?? []).flatMap { dimension in
            (byDimension[dimension.name] ?? []).filter { Self.may($0, belongTo: metric.namespace) }
                .map { ($0, $0.metrics.id(ofDimension: dimension.value)) }
        }
    }

    /// Dimensions that name what a resource is part of, in the metrics of that resource: those of a target group have its load
    /// balancer, those of a service its cluster.
    private static let ofWholes: Set = ["LoadBalancer", "ClusterName", "TransitGateway"]

    /// Which of the resources that a metric's dimensions name it is of, an index into `named(by:)`; nil where it is of several
    /// or none, or of a part of one only, such as a function's version or a balancer's availability zone.
    func owner(of metric: WatchedMetric) -> Int? {
        let named = named(by: metric)
        let parts = named.indices.filter { !Self.ofWholes.contains(named[$0].kind.metrics.dimension) }
        let candidates = parts.isEmpty ? Array(named.indices) : parts
        guard candidates.count == 1, let dimensions = metric.dimensions else { return nil }
        // `ClientId` is the account (OpenSearch).
        let expected = Self.ofWholes.union([named[candidates[0]].kind.metrics.dimension, "ClientId"])
        return dimensions.allSatisfy { expected.contains($0.name) } ? candidates[0] : nil
    }

    /// The types that a metric of which the dimensions are not stated may be of.
    func possible(for metric: WatchedMetric) -> [Kind] {
        kinds.values.filter { Self.may($0, belongTo: metric.namespace) }
    }

    /// Agents and applications write metrics of instances and functions into namespaces of their own, with AWS's dimensions;
    /// those that begin with `AWS/` are AWS's alone
    /// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html).
    private static func may(_ kind: Kind, belongTo namespace: String?) -> Bool {
        guard let namespace else { return true }
        return kind.metrics.namespaces.contains(namespace) || !namespace.hasPrefix("AWS/")
    }
}
