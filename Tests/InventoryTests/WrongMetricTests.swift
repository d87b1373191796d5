import Catalog
import Diagnostics
import Inventory
import Testing

/// What is said of metrics that are wrong, and where: `⟦` stands before the place that the message points at.
@Suite("Wrong metrics")
struct WrongMetricTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var text: String
        var message: String
        var testDescription: String { message }
        init(_ text: String, _ message: String) { (self.text, self.message) = (text, message) }
    }

    static let inline: [Row] = [
        Row("CPUUtilization: ⟦3", "a series is a mapping"),
        Row("CPUUtilization: ⟦~", "a series is a mapping"),
        Row("CPUUtilization: ⟦{period: 1h, start: 2026-01-01, values: []}", "the series needs `stat`"),
        Row("CPUUtilization: ⟦{stat: Average, start: 2026-01-01, values: []}", "the series needs `period`"),
        Row("CPUUtilization: ⟦{stat: Average, period: 1h, values: [1]}", "the series needs `start`"),
        Row("CPUUtilization: ⟦{stat: Average, period: 1h, start: 2026-01-01}", "the series needs `values`"),
        Row(
            "CPUUtilization: {stat: ⟦Averge, period: 1h, start: 2026-01-01, values: []}",
            "`Averge` is no statistic of CloudWatch"),
        Row(
            "CPUUtilization: {stat: ⟦p101, period: 1h, start: 2026-01-01, values: []}",
            "`p101` is no statistic of CloudWatch"),
        Row(
            "CPUUtilization: {stat: Average, ⟦perod: 1h, period: 1h, start: 2026-01-01, values: []}",
            "a series has no `perod`"),
        Row("CPUUtilization: {stat: Average, period: ⟦0, start: 2026-01-01, values: []}", "`0` is no period"),
        Row("CPUUtilization: {stat: Average, period: ⟦-1h, start: 2026-01-01, values: []}", "`-1h` is no period"),
        Row(
            "CPUUtilization: {stat: Average, period: 1h, start: ⟦yesterday, values: []}",
            "`yesterday` is not a time, which `start` needs"),
        Row(
            "CPUUtilization: {stat: Average, period: 1h, start: 2026-01-01, values: [1, ⟦.nan, 2]}",
            "`.nan` is not a number"),
        Row(
            "CPUUtilization: {stat: Average, period: 1h, start: 2026-01-01, values: [1, ⟦.inf, NaN]}",
            "`.inf` is not a number; nor are 1 more of the series"),
        Row(
            "CPUUtilization: {stat: Average, period: 1h, start: 2026-01-01, values: [⟦1e400]}",
            "`1e400` is not a number"),
        Row(
            "CPUUtilization: {stat: Average, period: 1h, start: 2026-01-01, values: [⟦\"3.1\"]}",
            "`3.1` is not a number"),
        Row(
            "CPUUtilization: {stat: Average, period: 1h, start: 2026-01-01, values: [3, ⟦-0.5, -2]}",
            "`CPUUtilization` cannot be negative"),
        Row(
            "CPUUtilization: {stat: Average, period: 1h, start: 2026-01-01, values: [100.01, ⟦101, 102]}",
            "`CPUUtilization` cannot be above 100 Percent"),
        Row(
            "CPUUtilization: {stat: Average, unit: ⟦Bytes, period: 1h, start: 2026-01-01, values: []}",
            "`CPUUtilization` is measured in Percent, not Bytes"),
        Row(
            "CPUUtilization: {stat: Average, unit: ⟦percent, period: 1h, start: 2026-01-01, values: []}",
            "`percent` is no unit of CloudWatch"),
        Row(
            "CPUUtilization: {stat: Average, period: 1h, start: ⟦2026-02-02, values: [1]}",
            "the series begins after the inventory's `as_of`, 2026-02-01T06:00:00Z"),
        Row(
            "CPUUtilization: {stat: Average, period: 1h, values: [1], start: 2026-01-01, points: ⟦[]}",
            "a series has `values` or `points`, not both"),
        Row("CPUUtilization: {stat: Average, period: 1h, points: [⟦[2026-01-01]]}", "a point is a time and a value"),
        Row("CPUUtilization: {stat: Average, period: 1h, points: [[⟦monday, 1]]}", "`monday` is not a time"),
        Row(
            "CPUUtilization: {stat: Average, period: 1h, points: [[2026-01-01, 1], [2026-01-01T00:30:00Z, ⟦2]]}",
            "the point at 2026-01-01T00:30:00Z lies between the periods of 1h that begin at 2026-01-01T00:00:00Z"),
        Row(
            "CPUUtilization: {stat: Average, period: 1h, points: [[2026-01-01, 1], [2026-01-02, 2], [2026-01-01T01:00:00+01:00, ⟦3]]}",
            "`CPUUtilization` has two values at 2026-01-01T00:00:00Z"),
        Row(
            "CPUUtilization: {stat: Average, period: 1s, points: [[1970-01-01, 1], [2026-01-01, ⟦2]]}",
            "the points of `CPUUtilization` reach over 1767225600 periods, more than the limit of 6000000"),
        Row(
            "⟦CPUUtilisation: {stat: Average, period: 1h, start: 2026-01-01, values: []}",
            "warning: CloudWatch has no metric `CPUUtilisation` of instances"),
        Row(
            "CPUUtilization: [{stat: Average, period: 1h, start: 2026-01-01, values: [1]}, ⟦{stat: Average, period: 1h, start: 2026-01-02, values: [1]}]",
            "Average of `CPUUtilization` stands here twice"),
    ]

    /// Sums and numbers of shares may be above 100.
    @Test(arguments: ["Sum", "SampleCount"])
    func sumsOfShares(statistic: String) {
        let result = Loading.load(
            Loading.header
                + "instances: [{id: i-1, metrics: {CPUUtilization: {stat: \(statistic), period: 1d, start: 2026-01-01, values: [2880]}}}]\n"
        )
        #expect(result.diagnostics.isEmpty)
    }

    @Test(arguments: inline)
    func inResources(row: Row) {
        let before = "inventory: 1\nas_of: 2026-02-01T06:00:00Z\ninstances:\n  - {id: i-1, metrics: {"
        check(before + row.text + "}}\n", row.message, path: "in.yaml", others: [])
    }

    static let files: [(path: String, row: Row)] = [
        ("m.yaml", Row("metrics: ⟦2\nseries: []\n", "metrics format `2` is not known")),
        ("m.yaml", Row("metrics: 1\nseries: ⟦{}\n", "`series` is a list")),
        ("m.yaml", Row("metrics: 1\n⟦serie: []\nseries: []\n", "a file of metrics has no `serie`")),
        ("m.yaml", Row("metrics: 1\nseries: [⟦{dimensions: {InstanceId: i-1}}]\n", "the series needs `metric`")),
        ("m.yaml", Row("metrics: 1\nseries: [⟦{metric: NetworkIn}]\n", "the series needs `dimensions`")),
        ("m.csv", Row("⟦timestamp,value,InstanceId,stat\n", "there is no column `metric`")),
        (
            "m.csv",
            Row("timestamp,value,InstanceId,metric,stat\n⟦2026-01-01,1\n", "the row has 2 cells, the first row 5")
        ),
        ("m.csv", Row("timestamp,value,InstanceId,metric,stat\n⟦today,1,i-1,NetworkIn,Sum\n", "`today` is not a time")),
        (
            "m.csv",
            Row("timestamp,value,InstanceId,metric,stat\n2026-01-01,⟦NaN,i-1,NetworkIn,Sum\n", "`NaN` is not a number")
        ),
        (
            "m.csv",
            Row(
                "timestamp,value,InstanceId,metric,stat\n⟦2026-01-01,1,,NetworkIn,Sum\n",
                "the row needs a metric, a statistic and a dimension")
        ),
        (
            "m.csv",
            Row(
                "timestamp,value,InstanceId,metric,stat\n2026-01-01,⟦1,i-1,NetworkIn,Sum\n",
                "the period of `NetworkIn` does not follow from a single point")
        ),
        (
            "m.csv",
            Row(
                "timestamp,value,InstanceId,metric,stat,period\n2026-01-01,⟦-1,i-1,NetworkIn,Sum,60\n",
                "`NetworkIn` cannot be negative")
        ),
        (
            "m.csv",
            Row(
                "timestamp,value,InstanceId,metric,stat,period,unit\n⟦2026-01-01,1,i-1,NetworkIn,Sum,60,Count\n",
                "`NetworkIn` is measured in Bytes, not Count")
        ),
        (
            "m.csv",
            Row(
                "timestamp,value,InstanceId,metric,stat,period\n2026-01-01,⟦\"1,i-1,NetworkIn,Sum,60\n",
                "the quotation mark is never closed")
        ),
        (
            "a.json",
            Row(
                #"{"MetricDataResults": [{"Label": ⟦"CPUUtilization", "Timestamps": [], "Values": []}]}"#,
                "nothing says the dimension, statistic of this series")
        ),
        (
            "a.json",
            Row(
                #"{"MetricDataResults": [{"Label": ⟦"InstanceId=i-1 NetworkIn Sum 60", "Timestamps": ["2026-01-01T00:00:00Z"], "Values": []}]}"#,
                "there are 1 Timestamps and 0 Values")
        ),
        (
            "InstanceId=i-1.json",
            Row(
                #"{"Label": "NetworkIn", "Datapoints": [{"Timestamp": "2026-01-01T00:00:00Z", "Sum": ⟦1}]}"#,
                "the period of `NetworkIn` does not follow from a single point")
        ),
        (
            "m.yaml",
            Row(
                "metrics: 1\nseries: [⟦{dimensions: {InstanceId: i-9}, metric: NetworkIn, stat: Sum, period: 1h, start: 2026-01-01, values: [1]}]\n",
                "warning: a series of this file is of no resource of the inventory, such as InstanceId=i-9")
        ),
        (
            "m.yaml",
            Row(
                "metrics: 1\nseries: [⟦{dimensions: {Pod: i-9}, metric: NetworkIn, stat: Sum, period: 1h, start: 2026-01-01, values: [1]}]\n",
                "warning: a series of this file has no dimension that names a resource, such as Pod=i-9")
        ),
        (
            "m.yaml",
            Row(
                "metrics: 1\nseries: [⟦{dimensions: {InstanceId: i-1}, metric: NetworkIn, stat: Sum, period: 1h, start: 2026-03-01, values: [1]}]\n",
                "the series begins after the inventory's `as_of`, 2026-02-01T06:00:00Z")
        ),
        (
            "m.yaml",
            Row(
                "metrics: 1\nseries: [⟦{dimensions: {InstanceId: i-1}, metric: CPUUtilization, stat: Average, period: 1d, start: 2026-01-01, values: [1]}]\n",
                "Average of `CPUUtilization` stands here once more, with another period")
        ),
        (
            "m.yaml",
            Row(
                "metrics: 1\nseries: [⟦{dimensions: {InstanceId: i-1}, metric: CPUUtilization, stat: Average, period: 1h, start: 2026-01-01, values: [1]}]\n",
                "Average of `CPUUtilization` at 2026-01-01T00:00:00Z is 1.0 here, and 2.0 elsewhere")
        ),
        (
            "m.csv",
            Row(
                "timestamp;value;metric\n".replacing("t", with: "⟦t", maxReplacements: 1),
                "the columns of this table are not separated by commas")
        ),
        ("m.csv", Row("timestamp,value,InstanceId,metric,stat,⟦value\n", "the column `value` stands twice")),
        ("m.csv", Row("⟦Timestamp,Value,InstanceId,MetricName,Statistic\n", "warning: the file holds no points")),
        (
            "m.csv",
            Row(
                "timestamp,value,InstanceId,metric,stat,period\n⟦2026-01-01,1,i-1,NetworkInn,Sum,60\n",
                "warning: CloudWatch has no metric `NetworkInn` of instances")
        ),
        (
            "m.csv",
            Row(
                "timestamp,value,InstanceId,Resource,metric,stat,period\n⟦2026-01-01,1,i-1,x,NetworkIn,Sum,60\n",
                "warning: a series of this file is of a part of a resource only (Resource), such as InstanceId=i-1, Resource=x"
            )
        ),
        (
            "m.csv",
            Row(
                "timestamp,value,InstanceId,namespace,metric,stat,period\n⟦2026-01-01,1,i-1,AWS/EBS,NetworkIn,Sum,60\n",
                "warning: a series of this file has no dimension that names a resource, such as InstanceId=i-1")
        ),
        (
            "a.json",
            Row(
                #"{"MetricDataResults": [{"Label": ⟦"InstanceId=i-1 NetworkIn Sum 60", "Timestamps": ["2026-01-01T00:00:00Z"], "Values": [1], "StatusCode": "InternalError"}]}"#,
                "warning: CloudWatch did not answer for NetworkIn: InternalError")
        ),
        (
            "a.json",
            Row(
                #"{"MetricDataResults": [], "Messages": [⟦{"Code": "MaxMetricsExceeded", "Value": "too many"}]}"#,
                "warning: CloudWatch says: MaxMetricsExceeded: too many")
        ),
        ("a.json", Row(#"{"MetricDataResults": [], "NextToken": ⟦"abc"}"#, "warning: there is more of this answer")),
    ]

    @Test(arguments: files.indices)
    func inFiles(index: Int) {
        let (path, row) = Self.files[index]
        let inventory =
            "inventory: 1\nas_of: 2026-02-01T06:00:00Z\ninstances: [{id: i-1, metrics: {CPUUtilization: {stat: Average, period: 1h, start: 2026-01-01, values: [2]}}}]\n"
        check(row.text, row.message, path: path, others: [SourceFile(path: "in.yaml", text: inventory.utf8)])
    }

    private func check(_ marked: String, _ message: String, path: String, others: [SourceFile]) {
        let mark = marked.firstRange(of: "⟦")!
        let text = marked.replacing("⟦", with: "")
        let offset = marked[..<mark.lowerBound].utf8.count
        let file = SourceFile(path: path, text: text.utf8)
        let result = InventoryLoader(catalog: Loading.catalog, jobs: 1).load(others + [file])
        let found = result.diagnostics.map { ($0.severity == .warning ? "warning: " : "") + $0.message }
        #expect(found == [message])
        #expect(result.diagnostics.first?.span?.start == offset)
        #expect(result.diagnostics.first?.span?.file.path == path)
    }

    @Test("`metrics` itself is a mapping", arguments: ["null", "[]", "3"])
    func noMapping(value: String) {
        let result = Loading.load(Loading.header + "instances: [{id: i-1, metrics: \(value)}]\n")
        #expect(result.diagnostics.map(\.message) == ["`metrics` is a mapping of names to series"])
    }
}
