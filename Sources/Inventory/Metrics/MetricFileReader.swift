internal import Catalog
internal import Diagnostics
internal import Documents
internal import Metrics

/// Reads files of series in YAML or JSON: Plumbline's own, and CloudWatch's answers as they come.
struct MetricFileReader {
    private let catalog: Catalog
    private let document: Document
    private var decoder = SeriesDecoder()
    private var series: [ForeignSeries] = []
    /// What the names of file and folder say.
    private let ofPath: SeriesHeading
    /// Records of series that CloudWatch did not give whole.
    private var incomplete: Set<Int> = []
    /// Whether the answer as a whole is not all there was.
    private var hasMore = false

    /// The answers of `aws cloudwatch`.
    private static let answers = ["MetricDataResults", "Datapoints"]
    private static let keys = ["metrics", "account", "region", "series"]
    private static let seriesKeys = ["namespace", "dimensions", "metric", "account", "region"]

    init(_ document: Document, catalog: Catalog) {
        (self.document, self.catalog) = (document, catalog)
        ofPath = SeriesHeading(path: document.file.path)
    }

    /// Whether a document holds series and nothing else.
    static func reads(_ document: Document, _ root: NodeID) -> Bool {
        guard document[root].kind == .mapping, document.value(of: "inventory", in: root) == nil else { return false }
        return document.value(of: "metrics", in: root) != nil && document.value(of: "series", in: root) != nil
            || answers.contains { document.value(of: $0, in: root) != nil }
    }

    /// The series of the file, and what is wrong with it.
    mutating func read(_ root: NodeID) -> (file: MetricFile, diagnostics: [Diagnostic]) {
        var isAnswer = true
        if let results = document.value(of: "MetricDataResults", in: root) {
            checkMessages(root)
            readMetricData(results, queries: document.value(of: "MetricDataQueries", in: root))
        } else if let points = document.value(of: "Datapoints", in: root) {
            readMetricStatistics(points, label: document.value(of: "Label", in: root), root)
        } else {
            readOwn(root)
            isAnswer = false
        }
        var file = MetricFile(series: series, store: decoder.take())
        if isAnswer, !hasMore { file.shareExtent(except: incomplete) }
        return (file, decoder.diagnostics)
    }

    // MARK: Plumbline's own

    private mutating func readOwn(_ root: NodeID) {
        for (key, value) in document.pairs(root) {
            switch document.text(key) {
            case "metrics":
                if document.text(value) != "1" {
                    decoder.report(
                        "metrics format `\(document.text(value))` is not known", document.span(value),
                        help: "write `metrics: 1`")
                }
            case "account", "region", "series": break
            default:
                decoder.report(
                    "a file of metrics has no `\(document.text(key))`", document.span(key),
                    help: Suggestion.help(for: document.text(key), among: Self.keys))
            }
        }
        guard let list = document.value(of: "series", in: root), document[list].kind == .sequence else {
            decoder.report(
                "`series` is a list", document.span(document.value(of: "series", in: root) ?? root),
                help: "begin each series with `- metric:`")
            return
        }
        var common = SeriesHeading()
        common.account = text("account", in: root)
        common.region = text("region", in: root)
        for item in document.items(list) { readOwnSeries(item, common) }
    }

    private func text(_ key: String, in node: NodeID) -> String? {
        document.value(of: key, in: node).map(document.text)
    }

    private mutating func readOwnSeries(_ node: NodeID, _ common: SeriesHeading) {
        var heading = common
        heading.namespace = text("namespace", in: node)
        heading.metric = text("metric", in: node)
        if let account = text("account", in: node) { heading.account = account }
        if let region = text("region", in: node) { heading.region = region }
        var head = document.span(node)
        head.end = min(head.end, head.start + 1)
        guard heading.metric != nil else {
            return decoder.report("the series needs `metric`", head, help: "write `metric: CPUUtilization`")
        }
        guard let dimensions = document.value(of: "dimensions", in: node), document[dimensions].kind == .mapping,
            document[dimensions].count > 0
        else {
            return decoder.report(
                "the series needs `dimensions`", head, help: "write {InstanceId: i-0123456789abcdef0}")
        }
        for (name, value) in document.pairs(dimensions) {
            heading.add(dimension: document.text(name), document.text(value))
        }
        let before = decoder.store.records.count
        decoder.read(node, of: subject(heading), in: document, others: Self.seriesKeys)
        if decoder.store.records.count > before {
            series.append(ForeignSeries(heading: heading, record: before, span: document.span(node)))
        }
    }

    private func subject(_ heading: SeriesHeading) -> SeriesDecoder.Subject {
        SeriesDecoder.Subject(
            name: .absent, text: heading.metric ?? "the metric", definition: catalog.definition(of: heading), asOf: nil)
    }

    // MARK: GetMetricData

    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
    private mutating func readMetricData(_ results: NodeID, queries: NodeID?) {
        var asked: [String: SeriesHeading] = [:]
        if let queries { for query in document.items(queries) { add(query: query, to: &asked) } }
        for result in document.items(results) {
            var heading = ofPath
            if let label = text("Label", in: result) { heading.read(words: label) }
            if let id = text("Id", in: result), let query = asked[id] { heading = query }
            let at = document.span(document.value(of: "Label", in: result) ?? result)
            let isWhole = checkStatus(result, heading, at)
            let times = document.value(of: "Timestamps", in: result).map { Array(document.items($0)) } ?? []
            let values = document.value(of: "Values", in: result).map { Array(document.items($0)) } ?? []
            guard times.count == values.count else {
                decoder.report("there are \(times.count) Timestamps and \(values.count) Values", at)
                continue
            }
            let before = series.count
            add(heading, Array(zip(times, values)), at)
            if !isWhole, series.count > before { incomplete.insert(series[before].record) }
        }
    }

    /// Whether CloudWatch gave all that it was asked for; warns where it did not.
    private mutating func checkStatus(_ result: NodeID, _ heading: SeriesHeading, _ at: SourceSpan) -> Bool {
        let name = heading.metric ?? "this series"
        switch text("StatusCode", in: result) {
        case nil, "Complete": return true
        case "PartialData":
            decoder.warn(
                "CloudWatch had more points of \(name) than this answer holds", at,
                help: "ask with NextToken until StatusCode is Complete")
        case let code?:
            decoder.warn("CloudWatch did not answer for \(name): \(code)", at, help: "ask for it again")
        }
        return false
    }

    /// Warns of what CloudWatch says beside its answer.
    private mutating func checkMessages(_ root: NodeID) {
        if let token = document.value(of: "NextToken", in: root), !document.isNull(document[token]) {
            decoder.warn(
                "there is more of this answer", document.span(token), help: "ask for the rest with this NextToken")
            hasMore = true
        }
        for list in ["Messages"].compactMap({ document.value(of: $0, in: root) }) {
            for message in document.items(list) {
                let words = ["Code", "Value"].compactMap { text($0, in: message) }
                decoder.warn("CloudWatch says: \(words.joined(separator: ": "))", document.span(message))
                hasMore = true
            }
        }
    }

    /// Takes note of what a query asked for, where the file holds it as well.
    private func add(query: NodeID, to asked: inout [String: SeriesHeading]) {
        guard let id = text("Id", in: query), let stat = document.value(of: "MetricStat", in: query),
            let metric = document.value(of: "Metric", in: stat)
        else { return }
        var heading = ofPath
        heading.namespace = text("Namespace", in: metric)
        heading.metric = text("MetricName", in: metric)
        heading.statistic = text("Stat", in: stat).flatMap { Statistic($0) }
        heading.period = text("Period", in: stat).flatMap { Int64($0) }.map { $0 * 1_000_000 }
        if let account = text("AccountId", in: query) { heading.account = account }
        for dimension in document.value(of: "Dimensions", in: metric).map({ Array(document.items($0)) }) ?? [] {
            if let name = text("Name", in: dimension), let value = text("Value", in: dimension) {
                heading.add(dimension: name, value)
            }
        }
        asked[id] = heading
    }

    // MARK: GetMetricStatistics

    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html
    private mutating func readMetricStatistics(_ points: NodeID, label: NodeID?, _ root: NodeID) {
        var heading = ofPath
        if let label { heading.metric = document.text(label) }
        var byStatistic: [Statistic: [(NodeID, NodeID)]] = [:]
        var order: [Statistic] = []
        func add(_ name: String, _ time: NodeID, _ value: NodeID) {
            guard let statistic = Statistic(name) else { return }
            if byStatistic[statistic] == nil { order.append(statistic) }
            byStatistic[statistic, default: []].append((time, value))
        }
        for point in document.items(points) {
            guard let time = document.value(of: "Timestamp", in: point) else {
                decoder.report("the point has no Timestamp", document.span(point))
                continue
            }
            if let unit = text("Unit", in: point) { heading.unit = MetricUnit(rawValue: unit) }
            for (key, value) in document.pairs(point) {
                guard document.text(key) == "ExtendedStatistics" else {
                    add(document.text(key), time, value)
                    continue
                }
                for (name, value) in document.pairs(value) { add(document.text(name), time, value) }
            }
        }
        for statistic in order {
            heading.statistic = statistic
            self.add(heading, byStatistic[statistic] ?? [], document.span(label ?? root))
        }
    }

    // MARK: Points

    /// Adds a series of points that came with their times.
    private mutating func add(_ heading: SeriesHeading, _ pairs: [(NodeID, NodeID)], _ at: SourceSpan) {
        guard let metric = heading.metric, let statistic = heading.statistic, !heading.dimensions.isEmpty else {
            let missing = [
                heading.dimensions.isEmpty ? "dimension" : nil, heading.metric == nil ? "metric" : nil,
                heading.statistic == nil ? "statistic" : nil,
            ].compactMap(\.self).joined(separator: ", ")
            return decoder.report(
                "nothing says the \(missing) of this series", at,
                help:
                    "ask with a label such as \"InstanceId=${PROP('Dim.InstanceId')},${PROP('MetricName')},${PROP('Stat')},${PROP('Period')}\", or name the file or its folder `InstanceId=i-1`"
            )
        }
        if pairs.isEmpty, heading.period == nil { return }
        var points = TimedPoints(period: heading.period, subject: metric, asOf: nil)
        for (time, value) in pairs {
            guard let instant = document.withBytes(of: document[time], { Timestamp(parsing: $0) }) else {
                decoder.report("`\(document.text(time))` is not a time", document.span(time))
                return
            }
            guard document.withBytes(of: document[value], { TimedPoints.isNumber($0) }) else {
                decoder.report("`\(document.text(value))` is not a number", document.span(value))
                return
            }
            points.add(instant.micros, value: document.span(value))
        }
        if let index = decoder.append(points, heading, statistic, catalog.definition(of: heading), at) {
            series.append(ForeignSeries(heading: heading, record: index, span: at))
        }
    }
}
