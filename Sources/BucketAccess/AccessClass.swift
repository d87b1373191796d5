internal import AccessPolicies
internal import ResourcePolicies

/// What somebody may do with a bucket, in four classes. Raw values are the order of the fact `public_access`, less one.
package enum AccessClass: Int, CaseIterable, Sendable {
    /// To see what objects there are.
    case list
    /// To read objects, or the settings of the bucket.
    case read
    /// To write, delete and tag objects, and to change settings.
    case write
    /// To change who may do what.
    case manage

    /// The fact that says how far it is given.
    package var factName: String {
        switch self {
        case .list: "list_access"
        case .read: "read_access"
        case .write: "write_access"
        case .manage: "manage_access"
        }
    }

    /// The class of an action on the bucket itself, or on objects: listing the parts of an upload is about one object.
    init(_ level: AccessLevel, onObjects: Bool) {
        switch level {
        case .list: self = onObjects ? .read : .list
        case .read: self = .read
        case .write, .tagging: self = .write
        case .permissions: self = .manage
        }
    }

    /// The classes of some actions.
    static func classes(of actions: ActionSet, _ service: ServiceActions, onObjects: Bool) -> Set<AccessClass> {
        Set(service.levels(of: actions).map { AccessClass($0, onObjects: onObjects) })
    }
}

/// A grade for each class, two bits each.
struct Grades: Hashable, Sendable {
    private var bits: UInt8 = 0

    static let none = Grades()
    static let all = Grades(.public)

    init(_ grade: Grade = .private) { for access in AccessClass.allCases { self[access] = grade } }

    subscript(access: AccessClass) -> Grade {
        get { Grade(rawValue: Int(bits >> UInt8(access.rawValue * 2) & 3)) ?? .public }
        set {
            let shift = UInt8(access.rawValue * 2)
            bits = bits & ~(3 << shift) | UInt8(newValue.rawValue) << shift
        }
    }

    /// The furthest of all classes.
    var furthest: Grade { AccessClass.allCases.map { self[$0] }.max() ?? .private }

    /// What either gives.
    func union(_ other: Grades) -> Grades {
        var result = self
        for access in AccessClass.allCases { result[access] = max(self[access], other[access]) }
        return result
    }
}

/// What is given for certain, and what may be, where an inventory does not say all.
struct Granted: Sendable {
    var certain: Grades
    var possible: Grades

    static let unknown = Granted(certain: .none, possible: .all)

    init(certain: Grades, possible: Grades) { (self.certain, self.possible) = (certain, possible) }
    init(_ grades: Grades) { self.init(certain: grades, possible: grades) }

    func union(_ other: Granted) -> Granted {
        Granted(certain: certain.union(other.certain), possible: possible.union(other.possible))
    }

    /// The same where nothing is given to everybody.
    var limited: Granted {
        var result = self
        for access in AccessClass.allCases {
            result.certain[access] = min(certain[access], .limited)
            result.possible[access] = min(possible[access], .limited)
        }
        return result
    }

    /// The grade of a class; nil where it is not known.
    subscript(access: AccessClass) -> Grade? {
        certain[access] == possible[access] ? certain[access] : nil
    }

    /// The highest class that everybody is certainly given, plus one; 0: certainly none; nil: perhaps one.
    var mostPublic: Int? {
        if let most = AccessClass.allCases.last(where: { certain[$0] == .public }) { return most.rawValue + 1 }
        return AccessClass.allCases.contains { possible[$0] == .public } ? nil : 0
    }
}
