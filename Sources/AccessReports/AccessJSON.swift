import AccessPolicies
import BucketAccess
import Diagnostics
import Reports

/// The reply for programs; docs/access.md describes the members, whose order does not change.
struct AccessJSON {
    /// The version of the shape.
    private static let shape = 1

    let version: String

    func append(_ reply: AccessReply, to sink: inout ByteSink) {
        sink += "{\n  \"version\": "
        sink.append(Self.shape)
        sink += ",\n  \"tool\": {\"name\": \"plumb\", \"version\": "
        sink.append(json: version)
        sink += "},\n  \"resource\": "
        switch reply {
        case .explanation(let explanation):
            append(explanation.resource, to: &sink)
            append(explanation, to: &sink)
        case .answers(let answers, let resource):
            append(resource, to: &sink)
            sink += ",\n  \"answers\": "
            sink.list(answers, lines: "    ") { append($0, to: &$1) }
        }
        sink += "\n}\n"
    }

    private func append(_ resource: AccessResource, to sink: inout ByteSink) {
        sink += "{\"type\": "
        sink.append(json: resource.kind.typeName)
        sink += ", \"id\": "
        sink.append(json: resource.id)
        sink += ", \"arn\": "
        sink.append(json: resource.arn)
        sink += ", \"account\": "
        sink.append(json: resource.account)
        sink += ", \"region\": "
        sink.append(json: resource.region)
        sink += ", \"location\": "
        sink.append(location: resource.span)
        sink += "}"
    }

    // MARK: Explanations

    private func append(_ explanation: AccessExplanation, to sink: inout ByteSink) {
        sink += ",\n  \"summary\": "
        sink.append(json: explanation.summary)
        sink += ",\n  \"access\": "
        sink.list(explanation.classes, lines: "    ") { append($0, to: &$1) }
        sink += ",\n  \"policy\": "
        append(explanation.resource.attachment, to: &sink)
        sink += ",\n  \"statements\": "
        sink.list(explanation.statements, lines: "    ") { append($0, to: &$1) }
        sink += ",\n  \"findings\": "
        sink.list(explanation.findings) { append($0, to: &$1) }
        sink += ",\n  \"acl\": "
        if let list = explanation.list { append(list, to: &sink) } else { sink += "null" }
        sink += ",\n  \"flags\": "
        sink.list(explanation.flags) { row, sink in
            sink += "{\"flag\": "
            sink.append(json: row.flag.rawValue)
            if let ofPoint = row.ofPoint {
                sink += ", \"access_point\": "
                sink.append(ofPoint)
            }
            sink += ", \"bucket\": "
            sink.append(row.ofBucket)
            sink += ", \"account\": "
            sink.append(row.ofAccount)
            sink += ", \"effect\": "
            sink.append(json: row.effect)
            sink += "}"
        }
        sink += ",\n  \"missing\": "
        sink.list(explanation.gaps) { gap, sink in
            sink += "{\"field\": "
            sink.append(json: gap.field)
            sink += ", \"leaves\": "
            sink.append(json: gap.leaves)
            sink += "}"
        }
        sink += ",\n  \"website\": "
        guard let website = explanation.website else { return sink += "null" }
        // Both are JSON themselves, of the report's own making.
        sink += "{\"public_policy\": "
        sink.append(json: website.publicPolicy)
        sink += ", \"cloudfront_policy\": "
        sink.append(json: website.cloudFrontPolicy)
        sink += "}"
    }

    private func append(_ row: AccessExplanation.ClassRow, to sink: inout ByteSink) {
        sink += "{\"class\": "
        sink.append(json: Wording.name(row.access))
        sink += ", \"certain\": "
        sink.append(json: Wording.grade(row.certain))
        sink += ", \"possible\": "
        sink.append(json: Wording.grade(row.possible))
        sink += ", \"effect\": "
        sink.append(json: row.effect?.force.rawValue)
        sink += ", \"reason\": "
        sink.append(json: row.effect?.reason)
        sink += ", \"missing\": "
        sink.append(json: row.missing)
        sink += ", \"to\": "
        sink.list(row.givers) { giver, sink in
            sink += "{\"audience\": "
            sink.append(json: giver.audience)
            sink += ", \"grade\": "
            sink.append(json: Wording.grade(giver.grade))
            sink += ", \"by\": "
            sink.append(json: giver.names)
            sink += ", \"stopped_by\": "
            sink.append(json: giver.stoppedBy?.rawValue)
            sink += "}"
        }
        sink += "}"
    }

    private func append(_ attachment: AccessResource.Attachment, to sink: inout ByteSink) {
        sink += "{\"state\": "
        switch attachment {
        case .none: sink += "\"none\", \"problem\": null, \"location\": null"
        case .unstated: sink += "\"unknown\", \"problem\": null, \"location\": null"
        case .unreadable(let message, let span):
            sink += "\"unreadable\", \"problem\": "
            sink.append(json: message)
            sink += ", \"location\": "
            sink.append(location: span)
        case .read(let policy, let source):
            sink += "\"read\", \"problem\": null, \"location\": "
            sink.append(location: source.span(policy.range))
        }
        sink += "}"
    }

    private func append(_ row: AccessExplanation.StatementRow, to sink: inout ByteSink) {
        sink += "{\"index\": "
        sink.append(row.statement.index)
        sink += ", \"sid\": "
        sink.append(json: row.statement.sid?.text)
        sink += ", \"effect\": "
        sink.append(json: row.statement.effect.rawValue)
        sink += ", \"principals\": "
        sink.append(json: row.principals)
        sink += ", \"action\": "
        append(row.statement.action, to: &sink)
        sink += ", \"resource\": "
        if let resource = row.statement.resource { append(resource, to: &sink) } else { sink += "null" }
        sink += ", \"gives\": "
        sink.list(row.gives) { append($0, to: &$1) }
        sink += ", \"conditions\": "
        sink.list(row.conditions) { append($0, to: &$1) }
        sink += ", \"touches\": "
        sink.append(json: row.touches)
        sink += ", \"partial\": "
        sink += row.isPartial ? "true" : "false"
        sink += ", \"findings\": "
        sink.list(row.findings) { append($0, to: &$1) }
        sink += ", \"location\": "
        sink.append(location: row.span)
        sink += "}"
    }

    private func append(_ element: ListElement, to sink: inout ByteSink) {
        sink += "{\"not\": "
        sink += element.isNegated ? "true" : "false"
        sink += ", \"values\": "
        sink.append(json: element.values.map(\.text))
        sink += "}"
    }

    private func append(_ given: AccessExplanation.Given, to sink: inout ByteSink) {
        sink += "{\"audience\": "
        sink.append(json: given.audience)
        sink += ", \"on\": "
        sink.append(json: given.part)
        sink += ", \"only\": "
        sink.append(json: given.only)
        sink += ", \"actions\": {"
        for (position, level) in given.levels.enumerated() {
            if position > 0 { sink += ", " }
            sink.append(json: Wording.level(level.level))
            sink += ": "
            sink.append(json: level.actions)
        }
        sink += "}}"
    }

    private func append(_ row: AccessExplanation.ConditionRow, to sink: inout ByteSink) {
        sink += "{\"text\": "
        sink.append(json: row.text)
        sink += ", \"effect\": "
        switch row.effect {
        case .none: sink += "\"none\", \"scopes\": []"
        case .nobody: sink += "\"nobody\", \"scopes\": []"
        case .identities: sink += "\"identities\", \"scopes\": []"
        case .undecided: sink += "\"undecided\", \"scopes\": []"
        case .scopes(let scopes):
            sink += "\"scopes\", \"scopes\": "
            sink.append(json: scopes)
        }
        sink += "}"
    }

    private func append(_ row: AccessExplanation.FindingRow, to sink: inout ByteSink) {
        let finding = row.finding
        sink += "{\"kind\": "
        sink.append(json: finding.kind.rawValue)
        sink += ", \"message\": "
        sink.append(json: finding.message)
        sink += ", \"help\": "
        sink.append(json: finding.help)
        sink += ", \"location\": "
        sink.append(location: row.span)
        sink += "}"
    }

    private func append(_ list: AccessExplanation.ListRow, to sink: inout ByteSink) {
        sink += "{\"off\": "
        sink.append(list.isOff)
        sink += ", \"grants\": "
        guard let grants = list.grants else { return sink += "null}" }
        sink.list(grants) { grant, sink in
            sink += "{\"grantee\": "
            sink.append(json: grant.grantee)
            sink += ", \"permission\": "
            sink.append(json: grant.permission)
            sink += ", \"grade\": "
            sink.append(json: Wording.grade(grant.grade))
            sink += ", \"path\": "
            sink.append(json: grant.path)
            sink += ", \"location\": "
            sink.append(location: grant.span)
            sink += "}"
        }
        sink += "}"
    }
}
