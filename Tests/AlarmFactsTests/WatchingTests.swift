import Catalog
import Testing

/// Which alarms watch which resources.
struct WatchingTests {
    @Test("types that CloudWatch measures have a number of alarms, others have none") func catalog() {
        for type in Alarms.catalog.types {
            let field = Alarms.catalog.shape(of: type).field("alarm_count")
            // Of these the dimension is not the id.
            let isLeftOut = ["ecs_service", "mq_broker", "rest_api"].contains(type.name)
            #expect((field?.isFact == true) == (type.metrics != nil && !isLeftOut), "\(type.name)")
        }
    }

    @Test(
        "dimensions name resources",
        arguments: [
            ("namespace: AWS/EC2, metric: CPUUtilization, dimensions: {InstanceId: i-1}", "instances.i-1"),
            (
                "namespace: CWAgent, metric: mem_used_percent, dimensions: {InstanceId: i-1, ImageId: ami-1}",
                "instances.i-1"
            ),
            ("namespace: AWS/EBS, metric: VolumeIdleTime, dimensions: {VolumeId: vol-1}", "volumes.vol-1"),
            (
                "namespace: AWS/ApplicationELB, metric: UnHealthyHostCount, dimensions: {LoadBalancer: app/web/0123456789abcdef, TargetGroup: targetgroup/shop/0123456789abcdef}",
                "load_balancers.web target_groups.shop"
            ),
            ("namespace: AWS/ELB, metric: Latency, dimensions: {LoadBalancerName: web}", "classic_load_balancers.web"),
            // The same dimension in a namespace of another service.
            ("namespace: AWS/SSM, metric: X, dimensions: {InstanceId: i-1}", ""),
            ("namespace: Shop, metric: Orders, dimensions: {Country: DE}", ""),
            ("namespace: Shop, metric: Orders, dimensions: {}", ""),
            (
                "metric: null, metrics: [{id: a, expression: b * 2}, {id: b, namespace: AWS/EC2, metric: NetworkIn, dimensions: {InstanceId: i-1}}]",
                "instances.i-1"
            ),
        ])
    func watches(fields: String, expected: String) throws {
        let alarms = try Alarms(
            """
            alarms: [{id: x, \(fields)}]
            instances: [{id: i-1}]
            volumes: [{id: vol-1}]
            load_balancers: [{id: web}]
            classic_load_balancers: [{id: web}]
            target_groups: [{id: shop}]
            """)
        #expect(try alarms.fact("watches").split(separator: " ").sorted().joined(separator: " ") == expected)
        #expect(try alarms.fact("target_gone") == "false")
    }

    @Test(
        "a resource is gone only where the inventory would have it",
        arguments: [
            ("instances: [{id: i-2}]", "true", "instances.i-1"), ("instances: []", "true", "instances.i-1"),
            ("volumes: []", "unknown", ""), ("instances: [{id: i-1}]", "false", ""),
            // In another region is another one.
            ("instances: [{id: i-1, region: us-east-1}]", "true", "instances.i-1"),
        ])
    func gone(collections: String, isGone: String, names: String) throws {
        let alarms = try Alarms(
            "alarms: [{id: x, namespace: AWS/EC2, metric: CPUUtilization, dimensions: {InstanceId: i-1}}]\n"
                + collections)
        #expect(try alarms.fact("target_gone") == isGone)
        #expect(try alarms.fact("gone_targets") == (isGone == "unknown" ? "unknown" : names))
        #expect(try alarms.missing("target_gone") == (isGone == "unknown" ? ["instances.i-1"] : []))
        let clues = isGone == "true" ? ["dimensions: instances.i-1 is not there"] : []
        #expect(try alarms.clues("target_gone") == clues)
    }

    @Test(
        "alarms are counted where the inventory states them",
        arguments: [
            ("", "unknown"), ("alarms: []", "0"),
            ("alarms: [{id: a, namespace: AWS/EC2, metric: M, dimensions: {InstanceId: i-1}}]", "1"),
            ("alarms: [{id: a, namespace: AWS/EC2, metric: M, dimensions: {InstanceId: i-2}}]", "0"),
            (
                "alarms: [{id: a, namespace: AWS/EC2, metric: M, dimensions: {InstanceId: i-1}}, {id: b, namespace: AWS/EC2, metric: N, dimensions: {InstanceId: i-1}}]",
                "2"
            ),
            // Twice the same resource is one alarm.
            (
                "alarms: [{id: a, metric: null, metrics: [{id: m1, metric: M, dimensions: {InstanceId: i-1}}, {id: m2, metric: N, dimensions: {InstanceId: i-1}}]}]",
                "1"
            ),
            (
                "alarms: [{id: a, region: us-east-1, namespace: AWS/EC2, metric: M, dimensions: {InstanceId: i-1}}]",
                "0"
            ),
            // What is not stated may be about the instance, or cannot.
            ("alarms: [{id: a, namespace: AWS/EC2, metric: M}]", "unknown"), ("alarms: [{id: a}]", "unknown"),
            ("alarms: [{id: a, namespace: AWS/RDS, metric: M}]", "0"),
        ])
    func counts(collection: String, expected: String) throws {
        #expect(try Alarms("instances: [{id: i-1}]\n" + collection).fact("alarm_count", of: "i-1") == expected)
    }

    @Test("a resource that its dimension does not name by id is never taken to be gone") func otherNames() throws {
        let alarms = try Alarms(
            """
            alarms: [{id: x, namespace: AWS/ECS, metric: CPUUtilization, dimensions: {ClusterName: main, ServiceName: orders}}]
            ecs_clusters: [{id: main}]
            ecs_services: []
            """)
        #expect(try alarms.fact("target_gone") == "unknown" && alarms.fact("watches") == "ecs_clusters.main")
        #expect(try alarms.missing("target_gone") == ["ecs_services (which has the ServiceName orders)"])
    }

    @Test("the number of alarms says which they are, and what is missing") func countClues() throws {
        let alarms = try Alarms(
            """
            instances: [{id: i-1}]
            alarms: [{id: a, namespace: AWS/EC2, metric: CPUUtilization, dimensions: {InstanceId: i-1}}, {id: b, namespace: AWS/EC2, metric: NetworkIn}]
            """)
        #expect(try alarms.clues("alarm_count", of: "i-1") == ["alarms.a: looks at CPUUtilization"])
        #expect(try alarms.missing("alarm_count", of: "i-1") == ["alarms.b.dimensions"])
        let silent = try Alarms("instances: [{id: i-1}]")
        #expect(try silent.missing("alarm_count", of: "i-1") == ["alarms"])
        let none = try Alarms("instances: [{id: i-1}]\nalarms: []")
        #expect(try none.clues("alarm_count", of: "i-1") == ["alarms: none looks at it"])
    }

    @Test("alarms on CloudFront are those of us-east-1") func cloudFront() throws {
        let distribution = "cloudfront_distributions: [{id: E1}]\n"
        let alarm = "namespace: AWS/CloudFront, metric: Requests, dimensions: {DistributionId: E1}"
        let there = try Alarms(
            distribution + "---\n" + Alarms.header.replacing("eu-west-1", with: "us-east-1")
                + "alarms: [{id: x, \(alarm)}]")
        #expect(
            try there.fact("alarm_count", of: "E1") == "1" && there.fact("watches") == "cloudfront_distributions.E1")
        #expect(try Alarms(distribution + "alarms: []").fact("alarm_count", of: "E1") == "unknown")
    }
}
