internal import Catalog
internal import Diagnostics
internal import Documents
internal import Metrics

/// The series of a file that holds nothing else, before anybody knows whose they are.
struct MetricFile: Sendable {
    var series: [ForeignSeries] = []
    var store = SeriesStore()

    /// Lets every series reach as far as the file does: one answer of CloudWatch, or one table, was asked for at once, and a
    /// metric that has no points there had none.
    /// `except`: records of series that were not given whole.
    mutating func shareExtent(except: Set<Int> = []) {
        var (first, end) = (Int64.max, Int64.min)
        for record in store.records {
            guard let extent = record.extent else { continue }
            (first, end) = (min(first, extent.lowerBound), max(end, extent.upperBound))
        }
        guard first < end else { return }
        for index in store.records.indices where !except.contains(index) { store.records[index].extent = first..<end }
    }
}

/// A series and what says whose it is.
struct ForeignSeries: Sendable {
    var heading: SeriesHeading
    /// Index into the records of the file's store.
    var record: Int
    var span: SourceSpan
}

/// What CloudWatch calls a series by: namespace, dimensions, metric; from the file, a label, or the names of file and folder.
struct SeriesHeading: Hashable, Sendable {
    var namespace: String?
    /// In order of name.
    var dimensions: [Dimension] = []
    var account: String?
    var region: String?
    var metric: String?
    var statistic: Statistic?
    var unit: MetricUnit?
    /// Microseconds.
    var period: Int64?

    struct Dimension: Hashable, Sendable {
        var name: String
        var value: String
    }

    /// `InstanceId=i-1`, for messages.
    var dimensionText: String {
        dimensions.isEmpty
            ? "no dimension" : dimensions.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
    }

    mutating func add(dimension name: String, _ value: String) {
        dimensions.removeAll { $0.name == name }
        dimensions.append(Dimension(name: name, value: value))
        dimensions.sort { $0.name < $1.name }
    }

    /// Reads words such as `InstanceId=i-1`, `CPUUtilization`, `Average`, `3600`: separated by commas, else by spaces, as a
    /// dynamic label writes them
    /// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/graph-dynamic-labels.html).
    mutating func read(words text: String) {
        let separator: Character = text.contains(",") ? "," : " "
        for word in text.split(separator: separator) {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else {
                read(word: word.trimmingSpaces)
                continue
            }
            let (name, value) = (parts[0].trimmingSpaces, parts[1].trimmingSpaces)
            switch name {
            case "Namespace": namespace = value.replacing("_", with: "/")
            case "MetricName", "Metric": metric = value
            case "Stat": statistic = Statistic(value)
            case "Period": period = Int64(value).map { $0 * 1_000_000 }
            case "Account", "AccountId": account = value
            case "Region": region = value
            default: add(dimension: name, value)
            }
        }
    }

    private mutating func read(word: String) {
        if let seconds = Int64(word) {
            period = seconds * 1_000_000
        } else if let statistic = Statistic(word) {
            self.statistic = statistic
        } else if !word.isEmpty {
            metric = word
        }
    }

    /// What the names of a file and of its folder say: `InstanceId=i-1/CPUUtilization,Average.json`.
    init(path: String) {
        let parts = path.split(separator: "/").suffix(2).map(String.init)
        for (index, part) in parts.enumerated() where part.contains("=") {
            let isFile = index == parts.count - 1
            let stem = isFile ? part.split(separator: ".").dropLast().joined(separator: ".") : part
            read(words: stem)
        }
    }

    init() {}
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension Catalog {
    /// The types whose series have one of these dimensions, those of the namespace first; with the dimension's value.
    func holders(of heading: SeriesHeading) -> [(type: Int, value: String)] {
        var result: [(type: Int, value: String, isOwn: Bool)] = []
        for (index, type) in types.enumerated() {
            guard let metrics = type.metrics,
                let dimension = heading.dimensions.first(where: { $0.name == metrics.dimension })
            else { continue }
            let isOwn = heading.namespace.map { metrics.namespaces.contains($0) } ?? true
            result.append((index, metrics.id(ofDimension: dimension.value), isOwn))
        }
        let own = result.filter(\.isOwn)
        // Metrics of agents and applications have a namespace of their own; AWS's are of what their namespace says.
        let fitting = own.isEmpty && heading.namespace?.hasPrefix("AWS/") != true ? result : own
        // A target group's series name their load balancer as well.
        let narrow = fitting.filter { types[$0.type].metrics?.dimension != "LoadBalancer" }
        return (narrow.isEmpty ? fitting : narrow).map { ($0.type, $0.value) }
    }

    /// The dimensions of a heading that make its series one of a part of the resource; empty where it is of the whole.
    func parts(of heading: SeriesHeading, type: Int) -> [String] {
        guard let metrics = types[type].metrics else { return [] }
        return heading.dimensions.map(\.name).filter { $0 != metrics.dimension && !metrics.beside.contains($0) }
    }

    /// What AWS documents of the metric that a heading names.
    func definition(of heading: SeriesHeading) -> ResourceMetrics.Definition? {
        guard let metric = heading.metric else { return nil }
        return holders(of: heading).lazy.compactMap { self.types[$0.type].metrics?.definition(metric) }.first
    }
}
