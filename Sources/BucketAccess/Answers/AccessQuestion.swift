package import AccessPolicies
package import Diagnostics

/// May somebody do something with a resource?
package struct AccessQuestion: Sendable {
    /// As it was asked: `any-account`.
    package var asker: String
    package var requester: Request.Requester
    package var action: ActionName
    /// Key of the object; nil for any, and of actions on the resource itself.
    package var object: String?
    /// Keys of the request that are given, with their values; none says that the request lacks the key.
    package var context: [String: [String]]

    /// Reads the parts of a command line, a question for each action.
    package static func read(
        as asker: String, actions: [String], object: String?, context: [String], of resource: AccessResource
    ) throws(AccessError) -> [AccessQuestion] {
        let requester: Request.Requester
        let values: [String: [String]]
        do throws(RequesterError) { requester = try Request.Requester(reading: asker) } catch {
            throw .question(error.message)
        }
        let used = (resource.policy?.statements ?? []).flatMap { $0.conditions.map { $0.key.text.lowercased() } }
        do throws(ContextError) { values = try Self.values(context, Set(used)) } catch {
            throw .question(error.message)
        }
        if object == "" { throw .question("the key of the object is missing") }
        var questions: [AccessQuestion] = []
        for text in actions {
            let action: ActionName
            do throws(ActionError) { action = try ActionName(text, on: resource.target) } catch {
                throw .question(error.message)
            }
            if object != nil, !resource.target.parts[action.part].isObjects {
                throw .question("`\(action.text)` is not done to an object; leave --object out")
            }
            questions.append(
                AccessQuestion(
                    asker: asker, requester: requester, action: action,
                    object: object, context: values))
        }
        return questions
    }

    private static func values(_ texts: [String], _ used: Set<String>) throws(ContextError) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for text in texts {
            let given = try ContextValue(text, used: used)
            result[given.key.lowercased(), default: []] += given.value.map { [$0] } ?? []
        }
        return result
    }

    /// What is asked about on a resource: an object, or all of a kind.
    package func arn(on resource: AccessResource) -> String {
        let arn = resource.target.parts[action.part].arn
        guard let object, arn.hasSuffix("/*") else { return arn }
        return arn.dropLast() + object
    }
}

/// What a question came to.
package struct AccessAnswer: Sendable {
    /// The answer in one word.
    package enum Outcome: String, Sendable { case allowed, denied, unknown }

    /// A statement, grant or flag that makes the answer.
    package struct Decider: Sendable, Equatable {
        package enum Part: String, Sendable {
            case allows, denies
            case mayAllow = "may-allow"
            case mayDeny = "may-deny"
            /// It would allow, and a flag stops it.
            case stopped
            /// A flag that stops others.
            case stops
        }
        package var part: Part
        /// `policy.Statement[0]`, `acl.grants[1]`, `public_access_block.restrict_public_buckets`.
        package var path: String
        /// `statement `Sid``
        package var name: String
        package var span: SourceSpan?

        package static func == (left: Self, right: Self) -> Bool { (left.part, left.path) == (right.part, right.path) }
    }

    /// The answer about a set of objects, where it is not the same for all.
    package struct Share: Sendable {
        /// As a policy has it; nil for what no statement names.
        package var pattern: String?
        package var ruling: AccessRuling
    }

    package var question: AccessQuestion
    /// ARN that was asked about.
    package var resource: String
    package var ruling: AccessRuling
    /// More than one where the answer depends on the object.
    package var shares: [Share] = []

    package var outcome: Outcome { ruling.outcome }

    /// The answer, or the answers where it depends on the object.
    package var outcomes: [Outcome] { shares.isEmpty ? [outcome] : shares.map(\.ruling.outcome) }
}

/// The answer about one resource, with what makes it.
package struct AccessRuling: Sendable {
    package var outcome: AccessAnswer.Outcome
    /// A sentence's part: `statement `X` allows it`.
    package var reason: String
    package var deciders: [AccessAnswer.Decider] = []
    /// What the inventory would have to say.
    package var missing: [String] = []
    /// Keys of the request that would have to be given.
    package var keys: [String] = []
    /// What the answer leaves to others.
    package var provisos: [String] = []
}
