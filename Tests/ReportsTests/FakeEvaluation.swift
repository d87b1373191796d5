import Diagnostics
import Findings

/// Judgements made up for a test, in as many parts as it likes.
struct FakeEvaluation: Evaluation {
    var rules: [RuleInfo]
    var parts: [[Judgement]]
    var savings = Money.zero
    var savingFindings = 0
    var unpriced = 0
    var asOf: String?

    /// Grades the judgements by their rules.
    init(rules: [RuleInfo], parts: [[Judgement]]) {
        self.rules = rules
        self.parts = parts.map { part in
            part.map { judgement in
                var judgement = judgement
                let rule = rules[judgement.rule]
                judgement.severity = rule.severity.graded(by: judgement.reach?.effect, latent: rule.latentSeverity)
                return judgement
            }
        }
    }

    /// One judgement a part, so that parts are rendered out of order wherever that can be.
    init(rules: [RuleInfo], _ judgements: [Judgement]) { self.init(rules: rules, parts: judgements.map { [$0] }) }

    var partCount: Int { parts.count }

    func judgements(inPart part: Int, _ selection: JudgementSelection) -> [Judgement] {
        switch selection {
        case .findings: parts[part].filter { $0.verdict == .noncompliant }
        case .all: parts[part]
        case .ofRule(let rule): parts[part].filter { $0.rule == rule }
        }
    }

    /// The figures that go with the judgements.
    var summary: RunSummary {
        var counts = Array(repeating: VerdictCounts(), count: rules.count)
        var resources: Set<ResourceInfo> = []
        for judgement in parts.joined() {
            counts[judgement.rule][judgement.verdict] += 1
            if judgement.reach?.effect == .latent { counts[judgement.rule].latent += 1 }
            resources.insert(judgement.resource)
        }
        return RunSummary(
            version: "1.2.3", inputs: [.init(path: "lab.yaml", documents: 1, resources: resources.count)],
            resources: resources.count, rules: rules.count, verdictsByRule: counts, monthlySavings: savings,
            savingFindings: savingFindings, unpricedFindings: unpriced, asOf: asOf)
    }
}

extension RuleInfo {
    static func fake(
        _ id: String = "sg-ssh-open", severity: Severity = .high, latent: Severity? = nil,
        fix: String = "Limit the entries.",
        maps: [(framework: String, ids: [String])] = [("cis-aws-5.0", ["5.3"])]
    ) -> RuleInfo {
        RuleInfo(
            id: id, title: "SSH is open", severity: severity, latentSeverity: latent, category: .security, maps: maps,
            fix: fix,
            resourceType: "security_group", service: "ec2")
    }
}

extension ResourceInfo {
    static func fake(_ id: String, account: String? = "594746470953", name: String? = "web") -> ResourceInfo {
        ResourceInfo(type: "security_group", id: id, account: account, region: "ap-northeast-2", name: name)
    }
}

/// The inventory the tests point into.
let lab = SourceFile(
    path: "lab.yaml",
    text: """
        security_groups:
          - id: sg-1
            ingress:
              - {protocol: tcp, ports: 22, source: 0.0.0.0/0}
              - {protocol: tcp, ports: 22, source: "::/0"}  # café 🚪
          - id: sg-2

        """.utf8)

/// The span of the first occurrence of a text in a file.
func place(of text: String, in file: SourceFile = lab) -> SourceSpan {
    let bytes = Array(file.bytes)
    let wanted = Array(text.utf8)
    let start = (0...(bytes.count - wanted.count)).first { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }!
    return SourceSpan(file: file, start: start, end: start + wanted.count)
}

/// Where judgements point that do not say; looked up once, since some tests make very many.
private let usualPlace = place(of: "source: 0.0.0.0/0")

extension Judgement {
    static func fake(
        rule: Int = 0, _ resource: ResourceInfo = .fake("sg-1"), _ verdict: Verdict = .noncompliant,
        entry: String? = nil, message: String? = nil, at text: String = "source: 0.0.0.0/0", evidence: [Evidence] = [],
        missing: [String] = [], savings: Savings? = nil, reach: Reach? = nil
    ) -> Judgement {
        var fingerprint = Fingerprint()
        fingerprint.add("\(rule)\(resource.id)\(entry ?? "")")
        let said =
            switch verdict {
            case .noncompliant: "web lets the internet reach tcp/22"
            case .insufficientData: "nobody knows"
            case .compliant, .notApplicable: ""
            }
        return Judgement(
            rule: rule, resource: resource, verdict: verdict, severity: .info, entry: entry, message: message ?? said,
            span: text == "source: 0.0.0.0/0" ? usualPlace : place(of: text), evidence: evidence, missing: missing,
            savings: savings, reach: reach, fingerprint: fingerprint.hex)
    }
}
