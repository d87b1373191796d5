import Testing

/// What state the points of an inventory bring an alarm to.
struct ReadingTests {
    @Test(
        "the points up to the time of the inventory decide",
        arguments: [
            ("1, 1, 1, 81, 81, 81", "", "alarm"), ("1, 1, 1, 81, 81, 80", "", "ok"),
            ("81, 81, 81, 81, 81, 80", "", "ok"), ("1, 1, 1, 81, 81, 80", "datapoints_to_alarm: 2", "alarm"),
            ("1, 1, 1, 81, 81, 80", "comparison_operator: greater_than_or_equal_to_threshold", "alarm"),
            (
                "1, 1, 1, 81, 81, 80",
                "comparison_operator: less_than_or_equal_to_threshold; evaluation_periods: 1; datapoints_to_alarm: 1",
                "alarm"
            ),
            (
                "1, 1, 1, 81, 81, 80",
                "comparison_operator: less_than_threshold; evaluation_periods: 1; datapoints_to_alarm: 1", "ok"
            ),
            ("1, 1, 81, 81, null, 81", "", "alarm"), ("1, null, null, null, null, null", "", "insufficient_data"),
            ("1, null, null, null, null, null", "treat_missing_data: breaching", "alarm"),
            ("1, null, null, null, null, null", "treat_missing_data: not_breaching", "ok"),
            ("1, null, null, null, null, null", "treat_missing_data: ignore; state: alarm", "alarm"),
            ("1, null, null, null, null, null", "treat_missing_data: ignore", "unknown"),
            ("1, null, null, null, null, 1", "treat_missing_data: ignore", "ok"),
            ("1, null, null, null, null, null", "namespace: AWS/DynamoDB; state: ok", "unknown"),
            ("1, 1, 1, 81, 81, 81", "datapoints_to_alarm: null", "alarm"),
            ("81, 81, 1, 1, 1, 81", "evaluation_periods: 1; -datapoints_to_alarm", "alarm"),
            // An alarm that says nothing needs all: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
            ("1, 1, 1, 81, 81, 81", "-datapoints_to_alarm", "alarm"),
            ("1, 1, 1, 81, 80, 81", "-datapoints_to_alarm", "ok"),
        ])
    func states(points: String, changes: String, expected: String) throws {
        #expect(try Alarms.cpu(points, alarm: changes).fact("would_be") == expected)
    }

    @Test(
        "points of shorter periods are put together by their statistic",
        arguments: [
            // The last ten minutes come to (70 + 100) / 2, those before to 85.
            ("1, 1, 85, 85, 70, 100", "period: 600s; evaluation_periods: 2; datapoints_to_alarm: 2", "", "alarm"),
            ("1, 1, 85, 75, 70, 100", "period: 600s; evaluation_periods: 2; datapoints_to_alarm: 2", "", "ok"),
            ("1, 1, 85, null, 70, 100", "period: 600s; evaluation_periods: 2; datapoints_to_alarm: 2", "", "alarm"),
            (
                "0, 0, 0, 0, 50, 31", "period: 600s; evaluation_periods: 1; datapoints_to_alarm: 1; statistic: sum",
                "stat: Sum", "alarm"
            ),
            (
                "0, 0, 0, 0, 81, 0", "period: 600s; evaluation_periods: 1; datapoints_to_alarm: 1; statistic: maximum",
                "stat: Maximum", "alarm"
            ),
            (
                "81, 81, 81, 81, 81, 0",
                "period: 600s; evaluation_periods: 1; datapoints_to_alarm: 1; statistic: minimum", "stat: Minimum", "ok"
            ),
            (
                "0, 0, 0, 0, 50, 31",
                "period: 600s; evaluation_periods: 1; datapoints_to_alarm: 1; statistic: null; extended_statistic: p99",
                "stat: p99", "unknown"
            ),
            (
                "0, 0, 0, 0, 50, 99",
                "evaluation_periods: 1; datapoints_to_alarm: 1; statistic: null; extended_statistic: p99", "stat: p99",
                "alarm"
            ),
        ])
    func longerPeriods(points: String, alarm: String, series: String, expected: String) throws {
        #expect(try Alarms.cpu(points, alarm: alarm, series: series).fact("would_be") == expected)
    }

    @Test("a period that is not over when the inventory is made is not looked at") func unfinished() throws {
        let header = Alarms.header.replacing("00:30:00", with: "00:29:59")
        #expect(try Alarms.cpu("1, 1, 81, 81, 81, 1", header: header).fact("would_be") == "alarm")
        #expect(try Alarms.cpu("1, 1, 81, 81, 81, 1").fact("would_be") == "ok")
    }

    @Test(
        "what it takes to know",
        arguments: [
            ("-threshold", "", "threshold"), ("-comparison_operator", "", "comparison_operator"),
            ("-evaluation_periods", "", "evaluation_periods"),
            ("-period", "", "period"), ("-statistic", "", "statistic"), ("-dimensions", "", "dimensions"),
            ("-metric", "", "metric"), ("metric: null", "", "metrics"),
            ("metric: null; metrics: [{id: e, expression: m1 / 2}]", "", "metrics (what the expression comes to)"),
            (
                "comparison_operator: greater_than_upper_threshold; threshold: null", "",
                "metrics (the band of an anomaly detector)"
            ),
            ("datapoints_to_alarm: 4", "", "datapoints_to_alarm (from 1 to evaluation_periods, which is 3)"),
            ("evaluation_periods: 9000; -datapoints_to_alarm", "", "evaluation_periods (from 1 to 8640)"),
            ("evaluation_periods: 3000", "", "period"),
            ("dimensions: {InstanceId: i-2}", "", "a series of CPUUtilization with the alarm's dimensions"),
            (
                "dimensions: {InstanceId: i-1, Core: '0'}", "",
                "a series of CPUUtilization with the alarm's dimensions"
            ),
            ("metric: NetworkIn", "", "instances.i-1.metrics.NetworkIn (Average)"),
            ("statistic: maximum", "", "instances.i-1.metrics.CPUUtilization (Maximum)"),
            ("period: 60s", "", "instances.i-1.metrics.CPUUtilization (a point every 1m or oftener)"),
            ("period: 420s", "", "instances.i-1.metrics.CPUUtilization (a point every 7m or oftener)"),
            (
                "", "start: 2026-06-30T12:00:00Z",
                "instances.i-1.metrics.CPUUtilization (after 2026-06-30T12:30:00Z)"
            ),
        ])
    func missing(alarm: String, series: String, expected: String) throws {
        let alarms = try Alarms.cpu("1, 1, 1, 81, 81, 81", alarm: alarm, series: series)
        #expect(try alarms.fact("would_be") == "unknown" && alarms.fact("has_data") == "unknown")
        #expect(try alarms.missing("would_be") == [expected])
    }

    @Test("without the time of the inventory nothing is late or missing") func noTime() throws {
        let alarms = try Alarms.cpu("1, 1, 1, 81, 81, 81", header: "inventory: 1\n")
        #expect(try alarms.fact("would_be") == "unknown" && alarms.missing("would_be") == ["as_of"])
    }

    @Test(
        "whether there is data at all",
        arguments: [
            ("1, null, null, null, null, null", "", "true"), ("null, null, null, null, null, null", "", "false"),
            ("1, 1, 1, 81, 81, 81", "unit: Percent", "true"), ("1, 1, 1, 81, 81, 81", "unit: Bytes", "false"),
        ])
    func data(points: String, alarm: String, expected: String) throws {
        #expect(try Alarms.cpu(points, alarm: alarm).fact("has_data") == expected)
    }

    @Test("a unit that the metric never has leaves an alarm without data") func unit() throws {
        let alarms = try Alarms.cpu("1, 1, 1, 81, 81, 81", alarm: "unit: Bytes")
        #expect(try alarms.fact("would_be") == "insufficient_data")
    }

    @Test("the one metric of a list is read like one of the alarm's own") func list() throws {
        let metric =
            "metric: null; metrics: [{id: m, namespace: AWS/EC2, metric: CPUUtilization, dimensions: {InstanceId: i-1}, statistic: Average, period: 300s}]"
        #expect(try Alarms.cpu("1, 1, 1, 81, 81, 81", alarm: metric).fact("would_be") == "alarm")
    }

    @Test(
        "a metric is of the part, where its dimensions name the whole as well",
        arguments: [
            (
                "AWS/ApplicationELB",
                "{LoadBalancer: app/web/0123456789abcdef, TargetGroup: targetgroup/shop/0123456789abcdef}",
                "alarm"
            ),
            ("AWS/ApplicationELB", "{LoadBalancer: app/web/0123456789abcdef}", "ok"),
            ("AWS/ApplicationELB", "{LoadBalancer: app/web/0123456789abcdef, AvailabilityZone: eu-west-1a}", "unknown"),
            // The inventory names a service by cluster and name.
            ("AWS/ECS", "{ClusterName: main, ServiceName: orders}", "unknown"),
            ("AWS/ECS", "{ClusterName: main}", "ok"),
        ])
    func parts(namespace: String, dimensions: String, expected: String) throws {
        func metrics(_ value: Int) -> String {
            let series = "{stat: Average, period: 5m, start: 2026-07-01T00:25:00Z, values: [\(value)]}"
            return "metrics: {Load: \(series)}"
        }
        let alarms = try Alarms(
            """
            alarms: [{id: x, namespace: \(namespace), metric: Load, dimensions: \(dimensions), statistic: average, period: 300s, evaluation_periods: 1, threshold: 80, comparison_operator: greater_than_threshold}]
            load_balancers: [{id: web, \(metrics(1))}]
            target_groups: [{id: shop, \(metrics(99))}]
            ecs_clusters: [{id: main, \(metrics(1))}]
            ecs_services: [{id: main/orders, \(metrics(99))}]
            """)
        #expect(try alarms.fact("would_be") == expected)
    }

    @Test(
        "messages and evidence show the points, how many are beyond the threshold and how many must be",
        arguments: [
            ("1, 1, 81.25, null, 99, 1", "", "1, 81.25, -, 99, 1 Percent (2 of the last 3 above 80; alarm at 3)"),
            ("1, 81, 81, 81, 81, 81", "", "81, 81, 81, 81, 81 Percent (3 of the last 3 above 80; alarm at 3)"),
            (
                "1, 1, 1, 81, 81, 80", "datapoints_to_alarm: 2",
                "1, 1, 81, 81, 80 Percent (2 of the last 3 above 80; alarm at 2)"
            ),
            ("1, null, null, 81, null, 1", "", "-, -, 81, -, 1 Percent (1 of 2 above 80, 1 missing; alarm at 3)"),
            (
                "1, null, null, null, null, null", "", "-, -, -, -, - Percent (0 of 0 above 80, 3 missing; alarm at 3)"
            ),
        ])
    func texts(points: String, changes: String, expected: String) throws {
        let alarms = try Alarms.cpu(points, alarm: changes)
        #expect(try alarms.fact("last_points") == expected)
        #expect(try alarms.clues("would_be") == ["instances.i-1.metrics.CPUUtilization: \(expected)"])
    }
}
