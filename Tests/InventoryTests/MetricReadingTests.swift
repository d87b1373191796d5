import Catalog
import Diagnostics
import Inventory
import Metrics
import Testing

@Suite("Series are read from every form into the same points")
struct MetricReadingTests {
    private static let instance = """
        inventory: 1
        as_of: 2026-02-01T06:00:00Z
        account: "111122223333"
        region: eu-west-1
        instances: [{id: i-1}, {id: i-2}]

        """

    /// The series of the metric of `i-1`, as statistic, period, start and points.
    private func series(_ metric: String = "NetworkIn", of files: [(path: String, text: String)]) -> [String] {
        let sources = files.map { SourceFile(path: $0.path, text: $0.text.utf8) }
        let result = InventoryLoader(catalog: Loading.catalog, jobs: 1).load(sources)
        if result.diagnostics.hasErrors { return Loading.problems(result.diagnostics) }
        for segment in result.inventory.segments {
            for resource in segment.resources where result.inventory.id(of: resource, in: segment) == "i-1" {
                let list = result.inventory.seriesList(of: resource, in: segment)
                return result.inventory.series(of: resource, in: segment, list: list, named: metric).map { stored in
                    let series = stored.series
                    let points = series.points.map { $0.isNaN ? "-" : "\($0)" }.joined(separator: " ")
                    return "\(series.statistic.name) \(series.period / 1_000_000) "
                        + "\(Timestamp(micros: series.start).text) \(points)"
                }
            }
        }
        return ["no resource"]
    }

    private static let expected = ["Sum 3600 2026-01-31T00:00:00Z 7.0 - 5.25 9.0"]

    @Test(
        "in the resource",
        arguments: [
            "{stat: Sum, period: 1h, start: 2026-01-31T00:00:00Z, values: [7, null, 5.25, 9]}",
            "{stat: Sum, unit: Bytes, period: 3600, start: 2026-01-31T01:00:00+01:00, values: [7.0, ~, 525e-2, 9]}",
            "[{stat: Sum, period: 60m, start: 2026-01-31, values: [7, null, 5.250, +9]}]",
            // In any order, twice the same, and across a clock that is set back an hour.
            "{stat: Sum, period: 1h, points: [[2026-01-31T03:00:00Z, 9], [2026-01-31T00:00:00Z, 7], [2026-01-31T02:00:00Z, 5.25], [2026-01-31T05:00:00+02:00, 9.0]]}",
            "{stat: Sum, period: 1h, points: [[2026-01-31T02:00:00+02:00, 7], [2026-01-31T03:00:00+01:00, 5.25], [2026-01-31T03:00:00Z, 9], [2026-01-31T01:00:00Z, null]]}",
        ])
    func inline(text: String) {
        let inventory = Self.instance.replacing("{id: i-1}", with: "{id: i-1, metrics: {NetworkIn: \(text)}}")
        #expect(series(of: [("in.yaml", inventory)]) == Self.expected)
    }

    @Test(
        "from files of their own",
        arguments: [
            (
                "m.yaml",
                "metrics: 1\nseries:\n- {namespace: AWS/EC2, dimensions: {InstanceId: i-1}, metric: NetworkIn, stat: Sum, period: 1h, start: 2026-01-31T00:00:00Z, values: [7, null, 5.25, 9]}\n"
            ),
            (
                "m.csv",
                "timestamp,InstanceId,metric,stat,unit,period,value\r\n2026-01-31T03:00:00Z,i-1,NetworkIn,Sum,Bytes,3600,9\r\n2026-01-31T00:00:00Z,i-1,NetworkIn,Sum,Bytes,1h,7\r\n2026-01-31T01:00:00Z,i-1,NetworkIn,Sum,Bytes,3600,\r\n\"2026-01-31T02:00:00Z\",i-1,NetworkIn,Sum,Bytes,3600,\"5.25\"\r\n"
            ),
            (
                "m.csv",
                "value,timestamp,metric,stat,InstanceId\n9,2026-01-31T03:00:00Z,NetworkIn,Sum,i-1\n7,2026-01-31T00:00:00Z,NetworkIn,Sum,i-1\n5.25,2026-01-31T02:00:00Z,NetworkIn,Sum,i-1"
            ),
            (
                "answer.json",
                #"{"MetricDataResults": [{"Id": "a", "Label": "InstanceId=i-1,NetworkIn,Sum,3600", "StatusCode": "Complete", "Timestamps": ["2026-01-31T03:00:00+00:00", "2026-01-31T02:00:00+00:00", "2026-01-31T00:00:00+00:00"], "Values": [9.0, 5.25, 7.0]}], "Messages": []}"#
            ),
            (
                "answer.json",
                #"{"MetricDataQueries": [{"Id": "a", "MetricStat": {"Metric": {"Namespace": "AWS/EC2", "MetricName": "NetworkIn", "Dimensions": [{"Name": "InstanceId", "Value": "i-1"}]}, "Period": 3600, "Stat": "Sum"}}], "MetricDataResults": [{"Id": "a", "Label": "NetworkIn", "Timestamps": ["2026-01-31T03:00:00Z", "2026-01-31T02:00:00Z", "2026-01-31T00:00:00Z"], "Values": [9, 5.25, 7]}]}"#
            ),
            (
                "InstanceId=i-1/in.json",
                #"{"Label": "NetworkIn", "Datapoints": [{"Timestamp": "2026-01-31T03:00:00+00:00", "Sum": 9.0, "Unit": "Bytes"}, {"Timestamp": "2026-01-31T00:00:00+00:00", "Sum": 7.0, "Unit": "Bytes"}, {"Timestamp": "2026-01-31T02:00:00+00:00", "Sum": 5.25, "Unit": "Bytes"}]}"#
            ),
        ])
    func files(path: String, text: String) {
        // The shortest distance is two hours without the point between; then the file has to say the period.
        let isGuessed = !text.contains("3600") && !text.contains("1h")
        let wanted = isGuessed ? ["Sum 3600 2026-01-31T00:00:00Z 7.0 - 5.25 9.0"] : Self.expected
        #expect(series(of: [("in.yaml", Self.instance), (path, text)]) == wanted)
        // Whichever comes first.
        #expect(series(of: [(path, text), ("in.yaml", Self.instance)]) == wanted)
    }

    @Test("several statistics of one answer, percentiles among them")
    func statistics() {
        let text =
            #"{"Label": "CPUUtilization", "Datapoints": [{"Timestamp": "2026-01-31T01:00:00Z", "Average": 3, "Maximum": 8.5, "ExtendedStatistics": {"p99": 8}, "Unit": "Percent"}, {"Timestamp": "2026-01-31T00:00:00Z", "Average": 2, "Maximum": 9, "ExtendedStatistics": {"p99": 7}, "Unit": "Percent"}]}"#
        #expect(
            series("CPUUtilization", of: [("in.yaml", Self.instance), ("InstanceId=i-1.json", text)]).sorted() == [
                "Average 3600 2026-01-31T00:00:00Z 2.0 3.0", "Maximum 3600 2026-01-31T00:00:00Z 9.0 8.5",
                "p99 3600 2026-01-31T00:00:00Z 7.0 8.0",
            ])
    }

    @Test("series of one metric in several files are one, where they agree")
    func joined() {
        func file(_ start: String, _ values: String) -> String {
            "metrics: 1\nseries: [{dimensions: {InstanceId: i-1}, metric: NetworkIn, stat: Sum, period: 1h, start: \(start), values: \(values)}]\n"
        }
        let parts = [
            ("a.yaml", file("2026-01-31T02:00:00Z", "[5.25, 9]")), ("b.yaml", file("2026-01-31", "[7, null, 5.25]")),
        ]
        let inventory = ("in.yaml", Self.instance)
        #expect(series(of: [inventory] + parts) == Self.expected)
        #expect(series(of: parts.reversed() + [inventory]) == Self.expected)
        // And with what stands in the resource.
        let inline = Self.instance.replacing(
            "{id: i-1}",
            with: "{id: i-1, metrics: {NetworkIn: {stat: Sum, period: 1h, start: 2026-01-31, values: [7]}}}")
        #expect(series(of: [("in.yaml", inline), parts[0]]) == Self.expected)
    }

    @Test("a load balancer's series name it by a part of its ARN")
    func loadBalancer() {
        let inventory = "inventory: 1\nload_balancers: [{id: shop, type: application}]\n"
        let metrics =
            "metrics: 1\nseries: [{namespace: AWS/ApplicationELB, dimensions: {LoadBalancer: app/shop/50dc6c495c0c9188}, metric: RequestCount, stat: Sum, period: 1d, start: 2026-01-31, values: [1]}]\n"
        let result = Loading.load(inventory, metrics)
        #expect(Loading.problems(result.diagnostics) == [])
        let segment = result.inventory.segments[0]
        #expect(
            result.inventory.series(of: segment.resources[0], in: segment, list: .absent, named: "RequestCount").count
                == 1)
    }

    @Test("a series of an answer or a table reaches as far as the whole of it")
    func extent() {
        let answer =
            #"{"MetricDataResults": [{"Label": "InstanceId=i-1,NetworkIn,Sum,3600", "Timestamps": ["2026-01-31T01:00:00Z"], "Values": [5]}, {"Label": "InstanceId=i-1,NetworkOut,Sum,3600", "Timestamps": [], "Values": []}, {"Label": "InstanceId=i-1,CPUUtilization,Average,3600", "Timestamps": ["2026-01-31T03:00:00Z", "2026-01-31T00:00:00Z"], "Values": [1, 2]}]}"#
        let files = [("in.yaml", Self.instance), ("answer.json", answer)]
        #expect(series("NetworkIn", of: files) == ["Sum 3600 2026-01-31T00:00:00Z - 5.0 - -"])
        #expect(series("NetworkOut", of: files) == ["Sum 3600 2026-01-31T00:00:00Z - - - -"])
        let table =
            "timestamp,InstanceId,metric,stat,period,value\n2026-01-31T00:00:00Z,i-1,NetworkIn,Sum,3600,\n2026-01-31T02:00:00Z,i-1,NetworkIn,Sum,3600,7\n"
        #expect(
            series("NetworkIn", of: [("in.yaml", Self.instance), ("m.csv", table)]) == [
                "Sum 3600 2026-01-31T00:00:00Z - - 7.0"
            ])
    }
}
