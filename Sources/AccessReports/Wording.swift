internal import ResourcePolicies
import AccessPolicies
import BucketAccess
import Diagnostics

/// How the reports for people say things.
enum Wording {
    /// `bucket jiyuri.cf, account 594746470953, ap-northeast-2`
    static func head(_ resource: AccessResource) -> String {
        "\(resource.kind.typeName) \(resource.id), "
            + (resource.account.map { "account \($0)" } ?? "nobody says of which account")
            + (resource.region.map { ", \($0)" } ?? "")
    }

    static func grade(_ grade: Grade) -> String {
        switch grade {
        case .private: "private"
        case .limited: "limited"
        case .public: "public"
        }
    }

    /// How far a class of access is given.
    static func state(_ row: AccessExplanation.ClassRow) -> String {
        if row.isKnown { return grade(row.certain) }
        return row.certain == .private ? "not known" : "\(grade(row.certain)) at least"
    }

    static func name(_ access: AccessClass) -> String {
        switch access {
        case .list: "list"
        case .read: "read"
        case .write: "write"
        case .manage: "manage"
        }
    }

    static func level(_ level: AccessLevel) -> String {
        switch level {
        case .read: "read"
        case .list: "list"
        case .write: "write"
        case .permissions: "permissions"
        case .tagging: "tagging"
        }
    }

    static func force(_ force: Neutralisation.Force) -> String {
        switch force {
        case .effective: "effective"
        case .latent: "latent"
        case .undetermined: "not told whether effective"
        }
    }

    /// `12 read, 3 write, 2 permissions actions`, or the actions themselves where they are few.
    static func actions(_ given: AccessExplanation.Given) -> String {
        let all = given.levels.flatMap(\.actions)
        if all.count <= 4 { return all.joined(separator: ", ") }
        return given.levels.map { "\($0.actions.count) \(level($0.level))" }.joined(separator: ", ") + " actions"
    }

    /// `objects`, `some objects: arn:aws:s3:::b/public/*`
    static func things(_ given: AccessExplanation.Given) -> String {
        let noun =
            given.isOnObjects ? "objects" : given.part == "accesspoint" ? "the access point" : "the \(given.part)"
        guard !given.only.isEmpty else { return noun }
        return (given.isOnObjects ? "some objects, " : "\(noun), if it is ") + listed(given.only)
    }

    /// The values of `Action` or `Resource`, or all but those.
    static func element(_ element: ListElement) -> String {
        (element.isNegated ? "all but " : "") + listed(element.values.map(\.text))
    }

    /// What a condition makes of the statement.
    static func condition(_ row: AccessExplanation.ConditionRow, _ effect: Statement.Effect) -> (String, Palette.Role?)
    {
        switch (row.effect, effect) {
        case (.none, .allow): ("limits nobody: a stranger can meet it", .warning)
        case (.none, .deny): ("anybody can get round it", .warning)
        case (.scopes(let scopes), .allow): ("limits to \(listed(scopes, " or "))", .help)
        case (.scopes(let scopes), .deny): ("spares \(listed(scopes, " and "))", nil)
        case (.nobody, .allow): ("nobody can meet it", nil)
        case (.nobody, .deny): ("nobody can get round it", .help)
        case (.identities, _): ("says which identities of the provider are meant", nil)
        case (.undecided, _): ("undecided: nobody knows what it asks", .warning)
        }
    }

    /// The texts, or the first of them and how many more there are.
    static func listed(_ texts: [String], _ separator: String = ", ", limit: Int = 4) -> String {
        let more = texts.count - limit
        return texts.prefix(limit).joined(separator: separator) + (more > 0 ? " and \(more) more" : "")
    }

    /// A field that is missing, without what is wrong with it.
    static func field(_ name: String) -> String {
        "`\(name.firstRange(of: " (").map { String(name[..<$0.lowerBound]) } ?? name)`"
    }

    static func flag(_ value: Bool?) -> (String, Palette.Role?) {
        switch value {
        case true: ("on", .help)
        case false: ("off", nil)
        case nil: ("not known", .warning)
        }
    }

    /// The answer about one action in one sentence.
    static func outcome(_ answer: AccessAnswer) -> String {
        answer.shares.isEmpty ? outcome(answer.ruling) : answer.ruling.reason
    }

    static func outcome(_ ruling: AccessRuling) -> String {
        let word =
            switch ruling.outcome {
            case .allowed: "allowed"
            case .denied: "denied"
            case .unknown: "cannot be told"
            }
        return (["\(word): \(ruling.reason)"] + ruling.provisos).joined(separator: "; ")
    }

    static func part(_ part: AccessAnswer.Decider.Part) -> String {
        switch part {
        case .allows: "allows"
        case .denies: "denies"
        case .mayAllow: "may allow"
        case .mayDeny: "may deny"
        case .stopped: "is stopped"
        case .stops: "stops"
        }
    }
}
