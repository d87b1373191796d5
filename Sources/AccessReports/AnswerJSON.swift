import AccessPolicies
import BucketAccess
import Reports

/// Answers to questions.
extension AccessJSON {
    func append(_ answer: AccessAnswer, to sink: inout ByteSink) {
        sink += "{\"as\": "
        sink.append(json: answer.question.asker)
        sink += ", \"action\": "
        sink.append(json: answer.question.action.text)
        sink += ", \"on\": "
        sink.append(json: answer.resource)
        sink += ", \"answer\": "
        append(answer.ruling, summary: Wording.outcome(answer), to: &sink)
        sink += ", \"shares\": "
        sink.list(answer.shares) { share, sink in
            sink += "{\"pattern\": "
            sink.append(json: share.pattern)
            sink += ", \"answer\": "
            append(share.ruling, summary: Wording.outcome(share.ruling), to: &sink)
            sink += "}"
        }
        sink += "}"
    }

    /// The members of a ruling, the first of which is the value of `answer`.
    private func append(_ ruling: AccessRuling, summary: String, to sink: inout ByteSink) {
        sink.append(json: ruling.outcome.rawValue)
        sink += ", \"summary\": "
        sink.append(json: summary)
        sink += ", \"deciding\": "
        sink.list(ruling.deciders) { decider, sink in
            sink += "{\"part\": "
            sink.append(json: decider.part.rawValue)
            sink += ", \"path\": "
            sink.append(json: decider.path)
            sink += ", \"name\": "
            sink.append(json: decider.name)
            sink += ", \"location\": "
            sink.append(location: decider.span)
            sink += "}"
        }
        sink += ", \"missing\": "
        sink.append(json: ruling.missing)
        sink += ", \"keys\": "
        sink.append(json: ruling.keys)
    }
}
