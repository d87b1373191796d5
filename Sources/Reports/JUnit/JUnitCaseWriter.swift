import Diagnostics
import Findings

/// Renders single test cases.
struct JUnitCaseWriter {
    /// Characters of a name; longer identifiers are cut, and kept apart by their number.
    private static let nameLimit = 1000
    /// Fingerprints named in the properties of a case.
    private static let fingerprintLimit = 20

    let rules: [RuleInfo]
    let isStrict: Bool
    private var cursor = LineCursor { path in
        var sink = ByteSink()
        sink.append(xmlAttribute: path)
        return sink
    }

    init(rules: [RuleInfo], isStrict: Bool) { (self.rules, self.isStrict) = (rules, isStrict) }

    /// Adds the case; gives the place where its name ends, for a number that may have to go there, and the name's hash.
    mutating func append(_ testCase: JUnitCase, _ outcome: JUnitOutcome, to sink: inout ByteSink) -> JUnitCaseName {
        let rule = rules[testCase.rule]
        let name = openTag(testCase, rule, to: &sink)
        guard !outcome.isQuiet else {
            sink += outcome == .pass ? "/>\n" : "><skipped message=\"not applicable\"/></testcase>\n"
            return name
        }
        sink += ">\n"
        let problems = testCase.problems
        if !isStrict { appendProperties(rule, testCase.severity, problems, to: &sink) }
        append(problems, rule, testCase.severity, outcome, to: &sink)
        sink += "    </testcase>\n"
        return name
    }

    private mutating func openTag(
        _ testCase: JUnitCase, _ rule: RuleInfo, to sink: inout ByteSink
    ) -> JUnitCaseName {
        let resource = testCase.resource
        sink += "    <testcase classname=\""
        let start = sink.count
        sink += "plumb."
        sink.append(xmlAttribute: rule.service)
        sink += "."
        sink.append(xmlAttribute: rule.id)
        sink += "\" name=\""
        sink.append(xmlAttribute: clipped(JUnitCaseName.text(of: resource), to: Self.nameLimit))
        var hash = JUnitNames.Hash()
        hash.add(sink.bytes[start...])
        let name = JUnitCaseName(hash: hash, end: sink.count)
        sink += "\" time=\"0.000\""
        if !isStrict {
            let first = testCase.problems.first ?? testCase.judgements.first!
            let place = cursor.place(of: first.span.start, in: first.span.file)
            sink += " file=\""
            sink.append(place.path)
            sink += "\" line=\""
            sink.append(place.line)
            sink += "\""
        }
        return name
    }

    private func appendProperties(
        _ rule: RuleInfo, _ severity: Severity, _ problems: [Judgement], to sink: inout ByteSink
    ) {
        sink += "      <properties>\n"
        sink.append(property: "severity", severity.rawValue, indentation: "        ")
        sink.append(property: "category", rule.category.rawValue, indentation: "        ")
        let effects = Effect.allCases.filter { effect in problems.contains { $0.reach?.effect == effect } }
        if !effects.isEmpty {
            let names = effects.map(\.rawValue).joined(separator: " ")
            sink.append(property: "effect", names, indentation: "        ")
        }
        let fingerprints = problems.prefix(Self.fingerprintLimit).map(\.fingerprint)
        sink.append(property: "fingerprint", fingerprints.joined(separator: " "), indentation: "        ")
        sink += "      </properties>\n"
    }

    private mutating func append(
        _ problems: [Judgement], _ rule: RuleInfo, _ severity: Severity, _ outcome: JUnitOutcome,
        to sink: inout ByteSink
    ) {
        let word = severity.rawValue.uppercased()
        switch outcome {
        case .failure:
            appendTag("failure", type: word, headline(problems), to: &sink)
            JUnitText.append(problems, of: rule, severity, cursor: &cursor, to: &sink)
            sink += "</failure>\n"
        case .insufficientData:
            appendTag("error", type: Verdict.insufficientData.rawValue, missing(problems), to: &sink)
            JUnitText.append(problems, of: rule, severity, cursor: &cursor, to: &sink)
            sink += "</error>\n"
        case .skippedBelowThreshold:
            let message = "below the threshold: " + headline(problems)
            appendTag("skipped", type: word, message, to: &sink)
            JUnitText.append(problems, of: rule, severity, cursor: &cursor, to: &sink)
            sink += "</skipped>\n"
        case .passBelowThreshold:
            sink += "      <system-out>below the threshold, "
            sink.append(word)
            sink += ": "
            JUnitText.append(problems, of: rule, severity, cursor: &cursor, to: &sink)
            sink += "</system-out>\n"
        case .pass, .notApplicable: break
        }
    }

    private func appendTag(_ tag: StaticString, type: String, _ message: String, to sink: inout ByteSink) {
        sink += "      <"
        sink += tag
        sink += " type=\""
        sink.append(xmlAttribute: type)
        sink += "\" message=\""
        sink.append(xmlAttribute: clipped(onOneLine(message), to: JUnitText.headlineLimit))
        sink += "\">"
    }

    /// The first finding's message, which also stands at the head of the text.
    private func headline(_ problems: [Judgement]) -> String {
        let findings = problems.filter { $0.verdict == .noncompliant }
        guard let first = findings.first else { return "" }
        guard findings.count > 1 else { return first.message }
        let more = " (and \(findings.count - 1) more)"
        return clipped(onOneLine(first.message), to: JUnitText.headlineLimit - more.utf8.count) + more
    }

    /// Names the fields that nobody wrote down.
    private func missing(_ problems: [Judgement]) -> String {
        var seen: Set<String> = []
        let names = problems.flatMap(\.missing).filter { seen.insert($0).inserted }
        if names.isEmpty { return "insufficient data: " + (problems.first?.message ?? "") }
        return "insufficient data: missing " + names.joined(separator: ", ")
    }
}

extension ByteSink {
    /// Adds a `property` element on a line of its own.
    mutating func append(property name: String, _ value: String, indentation: StaticString) {
        self += indentation
        self += "<property name=\""
        append(xmlAttribute: name)
        self += "\" value=\""
        append(xmlAttribute: value)
        self += "\"/>\n"
    }
}
