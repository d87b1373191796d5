package import Diagnostics

/// What reports tell of a rule.
package struct RuleInfo: Sendable {
    package var id: String
    package var title: String
    package var severity: Severity
    /// The severity of findings that no path makes effective now; nil where the rule makes no difference.
    package var latentSeverity: Severity?
    package var category: Category
    /// Framework to the ids of the same check there, in the order of the rule file.
    package var maps: [(framework: String, ids: [String])]
    package var fix: String
    /// Type name of the catalog, `security_group`.
    package var resourceType: String
    /// The service part of that type, `ec2`; groups rules in JUnit class names.
    package var service: String

    package init(
        id: String, title: String, severity: Severity, latentSeverity: Severity? = nil, category: Category,
        maps: [(framework: String, ids: [String])], fix: String, resourceType: String, service: String
    ) {
        (self.id, self.title, self.category) = (id, title, category)
        (self.severity, self.latentSeverity) = (severity, latentSeverity)
        (self.maps, self.fix, self.resourceType, self.service) = (maps, fix, resourceType, service)
    }
}

/// Which resource a judgement is about. What the inventory does not say is nil.
package struct ResourceInfo: Hashable, Sendable {
    package var type: String
    package var id: String
    package var account: String?
    package var region: String?
    package var name: String?

    package init(type: String, id: String, account: String?, region: String?, name: String?) {
        (self.type, self.id, self.account, self.region, self.name) = (type, id, account, region, name)
    }
}

/// One value that decided a verdict.
package struct Evidence: Sendable {
    /// Path inside the resource: `ingress[1]`, `metadata_options.http_tokens`.
    package var path: String
    /// The value as the source has it, normalised for parts of an entry; followed by `(default)` where the catalog supplied
    /// it.
    package var value: String
    /// Nil where the value does not stand in a file (a default).
    package var span: SourceSpan?

    package init(path: String, value: String, span: SourceSpan?) {
        (self.path, self.value, self.span) = (path, value, span)
    }
}

/// What following a finding would save each month.
package enum Savings: Sendable {
    case monthly(Money)
    /// It is not known what the resource costs, for this reason; never counted as zero.
    case unpriced(reason: String)
}

/// One rule's verdict on one resource, or on one entry of it. A finding is one with verdict `noncompliant`.
package struct Judgement: Sendable {
    /// Index into `Evaluation.rules`.
    package var rule: Int
    package var resource: ResourceInfo
    package var verdict: Verdict
    /// The rule's, or the one it has for latent findings.
    package var severity: Severity
    /// Path of the entry judged (`ingress[0]`) by rules with `for_each`.
    package var entry: String?
    /// One sentence; empty for compliant and not applicable.
    package var message: String
    /// Where to look first: the deciding entry or field, else the resource's id.
    package var span: SourceSpan
    package var evidence: [Evidence]
    /// Paths of the fields that were unknown, with verdict `insufficientData`.
    package var missing: [String]
    package var savings: Savings?
    /// Whether the finding makes a difference now, by rules that ask.
    package var reach: Reach?
    /// 32 hexadecimal digits from rule, account, region, resource and the entry's content; stable when lines move.
    package var fingerprint: String

    package init(
        rule: Int, resource: ResourceInfo, verdict: Verdict, severity: Severity, entry: String? = nil,
        message: String = "", span: SourceSpan, evidence: [Evidence] = [], missing: [String] = [],
        savings: Savings? = nil, reach: Reach? = nil, fingerprint: String
    ) {
        (self.rule, self.resource, self.verdict, self.entry) = (rule, resource, verdict, entry)
        (self.severity, self.reach) = (severity, reach)
        (self.message, self.span, self.evidence, self.missing) = (message, span, evidence, missing)
        (self.savings, self.fingerprint) = (savings, fingerprint)
    }
}
