import Findings

/// What a test suite stands for.
enum JUnitSuiteKey: Hashable, Sendable {
    case rule(Int)
    /// An account id; nil where the inventory does not say.
    case account(String?)
    /// Complete suites, one a resource, that stand in their chunk as they are.
    case resources
    /// The report's own words: what was left out, or that there is nothing.
    case report
}

/// Renders the beginning and end of suites and documents.
struct JUnitSuiteHead: Sendable {
    let rules: [RuleInfo]
    /// The time of the inventory in the form of the attribute.
    let timestamp: String?

    init(rules: [RuleInfo], asOf: String?) {
        self.rules = rules
        timestamp = asOf.map(Self.timestamp)
    }

    /// JUnit's timestamps are UTC without saying so: `2022-10-21T02:00:00`.
    private static func timestamp(_ asOf: String) -> String {
        guard asOf.last == "Z" else { return asOf }
        return String(asOf.dropLast().prefix { $0 != "." })
    }

    /// `<testsuite …>` of a rule, an account or the report itself, with the rule's properties.
    func append(_ key: JUnitSuiteKey, _ tally: JUnitTally, to sink: inout ByteSink) {
        switch key {
        case .rule(let index):
            append(name: rules[index].id, tally, to: &sink)
            appendProperties(rules[index], to: &sink)
        case .account(let account): append(name: "account \(account ?? "-")", tally, to: &sink)
        case .report: append(name: "plumb.report", tally, to: &sink)
        case .resources: break
        }
    }

    /// `<testsuite …>` of a resource.
    func append(_ resource: ResourceInfo, _ tally: JUnitTally, to sink: inout ByteSink) {
        append(name: clipped("\(resource.type) \(JUnitCaseName.text(of: resource))", to: 1000), tally, to: &sink)
    }

    func appendEnd(of key: JUnitSuiteKey, to sink: inout ByteSink) {
        if key != .resources { sink += "  </testsuite>\n" }
    }

    private func append(name: String, _ tally: JUnitTally, to sink: inout ByteSink) {
        sink += "  <testsuite name=\""
        sink.append(xmlAttribute: name)
        sink += "\""
        append(tally, to: &sink)
        appendSkippedAndTime(tally, to: &sink)
        sink += ">\n"
    }

    private func appendProperties(_ rule: RuleInfo, to sink: inout ByteSink) {
        sink += "    <properties>\n"
        sink.append(property: "title", clipped(rule.title, to: JUnitText.fieldLimit), indentation: "      ")
        sink.append(property: "severity", rule.severity.rawValue, indentation: "      ")
        sink.append(property: "category", rule.category.rawValue, indentation: "      ")
        sink.append(property: "resource", rule.resourceType, indentation: "      ")
        for map in rule.maps {
            let ids = clipped(map.ids.joined(separator: " "), to: JUnitText.fieldLimit)
            sink.append(property: map.framework, ids, indentation: "      ")
        }
        sink += "    </properties>\n"
    }

    /// How continuations begin; see `ReportOutput.replaceContinuations`.
    static let continuationMark: StaticString =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"plumb (part "

    /// Declaration and root of the document with this number, from 1.
    func appendDocumentStart(_ number: Int, _ tally: JUnitTally, isStrict: Bool, to sink: inout ByteSink) {
        if number == 1 {
            sink += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"plumb\""
        } else {
            sink += Self.continuationMark
            sink.append(number)
            sink += ")\""
        }
        append(tally, to: &sink)
        if isStrict { sink += " time=\"0.000\"" } else { appendSkippedAndTime(tally, to: &sink) }
        sink += ">\n"
    }

    func appendDocumentEnd(to sink: inout ByteSink) { sink += "</testsuites>\n" }

    private func append(_ tally: JUnitTally, to sink: inout ByteSink) {
        sink += " tests=\""
        sink.append(tally.tests)
        sink += "\" failures=\""
        sink.append(tally.failures)
        sink += "\" errors=\""
        sink.append(tally.errors)
        sink += "\""
    }

    private func appendSkippedAndTime(_ tally: JUnitTally, to sink: inout ByteSink) {
        sink += " skipped=\""
        sink.append(tally.skipped)
        sink += "\" time=\"0.000\""
        if let timestamp {
            sink += " timestamp=\""
            sink.append(xmlAttribute: timestamp)
            sink += "\""
        }
    }
}
