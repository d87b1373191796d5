package import AccessPolicies
package import Diagnostics
package import ResourcePolicies

/// Who may do what with a resource, and why, statement by statement.
package struct AccessExplanation: Sendable {
    package var resource: AccessResource
    /// What anybody may do, and by what; nil where that is nothing.
    package var summary: String?
    package var classes: [ClassRow]
    package var statements: [StatementRow]
    /// What is to be said of the policy as a whole.
    package var findings: [FindingRow]
    /// Nil of resources that have no such thing.
    package var list: ListRow?
    /// Empty of resources that have no such thing.
    package var flags: [FlagRow]
    package var gaps: [Gap]
    /// What a website needs, where the bucket is one and more than that is open.
    package var website: WebsiteAdvice?

    /// One class of access: who has it.
    package struct ClassRow: Sendable {
        package var access: AccessClass
        /// What is given for certain, and what may be.
        package var certain: Grade
        package var possible: Grade
        /// Who has it besides the owner's account, those who reach furthest first.
        package var givers: [Giver]
        /// What the flags make of it where it is public.
        package var effect: Neutralisation?
        /// What the inventory would have to say.
        package var missing: [String]
        package var isKnown: Bool { certain == possible }
    }

    package struct Giver: Sendable, Equatable {
        package var audience: String
        package var grade: Grade
        /// `statement `Sid``, `the ACL's grant of read`
        package var names: [String]
        /// The flag that stops them.
        package var stoppedBy: NeutralisingFlag?
    }

    package struct StatementRow: Sendable {
        package var statement: Statement
        package var name: String
        package var span: SourceSpan
        /// Whom it is about, as it says.
        package var principals: [String]
        /// What an Allow gives when denials have taken their part; empty where the tables do not know the service.
        package var gives: [Given]
        package var conditions: [ConditionRow]
        /// Of an Allow: the denials that take something of it. Of a Deny: the statements that it takes something of.
        package var touches: [String]
        /// Whether it is about some things of a kind only.
        package var isPartial: Bool
        package var findings: [FindingRow]
    }

    /// Actions given to one audience on one kind of thing.
    package struct Given: Sendable {
        /// `object`
        package var part: String
        /// Whether it is done to objects, of a bucket or behind an access point.
        package var isOnObjects: Bool
        /// The values of `Resource`, where it is not all things of the kind.
        package var only: [String]
        package var audience: String
        package var standing: Audience.Standing
        /// Whether it is for the owner's access points to say who gets it.
        package var isLeftToAccessPoints: Bool
        /// Whether nobody but AWS services is among them.
        package var isOfServices: Bool
        /// Names of actions by level, in the order of levels.
        package var levels: [(level: AccessLevel, actions: [String])]
    }

    package struct ConditionRow: Sendable {
        package var text: String
        package var effect: ConditionEffect
    }

    package struct FindingRow: Sendable {
        package var finding: PolicyFinding
        package var span: SourceSpan
    }

    /// The access control list.
    package struct ListRow: Sendable {
        /// Whether ACLs have no effect; nil: not known.
        package var isOff: Bool?
        /// Nil: the inventory does not say.
        package var grants: [GrantRow]?
    }

    package struct GrantRow: Sendable {
        package var grantee: String
        package var permission: String
        package var grade: Grade
        package var path: String
        package var span: SourceSpan?
    }

    /// A flag of block public access; nil: not known.
    package struct FlagRow: Sendable {
        package var flag: NeutralisingFlag
        /// Nil of what is no access point.
        package var ofPoint: Bool??
        package var ofBucket: Bool?
        package var ofAccount: Bool?
        /// What it does to this resource.
        package var effect: String
    }

    /// Something that the inventory does not say, and what that leaves open.
    package struct Gap: Sendable {
        package var field: String
        package var leaves: String
    }
}
