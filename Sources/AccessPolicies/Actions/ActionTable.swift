/// What an action does to the resource: the access levels of the service authorization reference.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html
package enum AccessLevel: Int, Sendable, CaseIterable, Comparable {
    /// Contents, and settings in detail.
    case read
    /// What there is.
    case list
    /// Creating, changing, deleting.
    case write
    /// Who may do what: policies, ACLs.
    case permissions
    case tagging

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    init?(letter: Substring) {
        switch letter {
        case "R": self = .read
        case "L": self = .list
        case "W": self = .write
        case "P": self = .permissions
        case "T": self = .tagging
        default: return nil
        }
    }
}

/// Some actions of one service, by their index in its table.
package struct ActionSet: Hashable, Sendable {
    private var bits = SIMD4<UInt64>()

    package init() {}

    package var isEmpty: Bool { bits == SIMD4() }
    package var count: Int { (0..<4).reduce(0) { $0 + bits[$1].nonzeroBitCount } }

    package mutating func insert(_ index: Int) { bits[index >> 6] |= 1 << UInt64(index & 63) }
    package func contains(_ index: Int) -> Bool { bits[index >> 6] >> UInt64(index & 63) & 1 == 1 }

    package func union(_ other: Self) -> Self { Self(bits | other.bits) }
    package func intersection(_ other: Self) -> Self { Self(bits & other.bits) }
    package func subtracting(_ other: Self) -> Self { Self(bits & ~other.bits) }
    package func overlaps(_ other: Self) -> Bool { bits & other.bits != SIMD4() }

    /// The indices, in order.
    package var indices: [Int] { (0..<256).filter(contains) }

    private init(_ bits: SIMD4<UInt64>) { self.bits = bits }
}

/// The actions and resource types of one service. An object, so that handing it on costs nothing.
package final class ServiceActions: Sendable {
    /// What stands before the colon.
    package let prefix: String
    /// Sorted by name without regard to case.
    package let names: [String]
    let lowered: [[UInt8]]
    private let levels: [AccessLevel]
    /// The actions as most policies spell them: `s3:GetObject`.
    let byText: [String: Int]
    /// Names of resource types with their ARN formats, variables as `*`.
    package let types: [(name: String, arn: String)]
    /// The actions that take a resource type, in the order of `types`.
    private let byType: [ActionSet]
    private let byLevel: [ActionSet]
    package let all: ActionSet

    fileprivate init(_ lines: ServiceLines) {
        prefix = lines.prefix
        names = lines.actions.map(\.name)
        lowered = lines.actions.map { Array($0.name.lowercased().utf8) }
        levels = lines.actions.map(\.level)
        types = lines.types
        precondition(names.count <= 256, "more actions than an ActionSet holds")
        byText = Dictionary(uniqueKeysWithValues: names.enumerated().map { ("\(lines.prefix):\($1)", $0) })
        func set(where isIn: (ServiceLines.Action) -> Bool) -> ActionSet {
            lines.actions.indices.reduce(into: ActionSet()) { if isIn(lines.actions[$1]) { $0.insert($1) } }
        }
        byType = lines.types.map { type in set { $0.types.contains(type.name) } }
        byLevel = AccessLevel.allCases.map { level in set { $0.level == level } }
        all = set { _ in true }
    }

    /// The actions of one level.
    package func actions(_ level: AccessLevel) -> ActionSet { byLevel[level.rawValue] }

    /// The actions on resources of a type.
    package func actions(onType name: String) -> ActionSet {
        types.firstIndex { $0.name == name }.map { byType[$0] } ?? ActionSet()
    }

    package func level(_ index: Int) -> AccessLevel { levels[index] }

    /// The action with the name in lower case.
    func index(of name: UnsafeBufferPointer<UInt8>.SubSequence) -> Int? {
        let index = firstIndex(notBelow: name)
        return index < lowered.count && lowered[index].elementsEqual(name) ? index : nil
    }

    /// The first action that is not before the name.
    func firstIndex(notBelow name: UnsafeBufferPointer<UInt8>.SubSequence) -> Int {
        var (low, high) = (0, lowered.count)
        while low < high {
            let middle = (low + high) / 2
            if lowered[middle].lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The actions of the services that Plumbline knows by heart, and the names of all others.
///
/// Source: the service authorization reference; `Data/README.md` says how the table is made.
package struct ActionTable: Sendable {
    package static let shared = ActionTable()

    package private(set) var services: [ServiceActions] = []
    /// Prefixes of services without a table of actions.
    package private(set) var otherPrefixes: Set<String> = []

    /// The service of a prefix in lower case.
    package subscript(prefix: String) -> ServiceActions? { services.first { $0.prefix == prefix } }

    private init() {
        var service: ServiceLines?
        for line in DataTable.lines("actions.tsv") {
            switch line[0] {
            case "s":
                if let service { services.append(ServiceActions(service)) }
                service = ServiceLines(prefix: String(line[1]))
            case "r": service?.types.append((String(line[1]), String(line[2])))
            case "a":
                guard let level = AccessLevel(letter: line[2]) else { preconditionFailure("actions.tsv: \(line)") }
                service?.actions.append((String(line[1]), level, line[3].split(separator: ",").map(String.init)))
            case "o": otherPrefixes.formUnion(line[1].split(separator: " ").map(String.init))
            default: break
            }
        }
        if let service { services.append(ServiceActions(service)) }
    }
}

/// The lines of the table about one service.
private struct ServiceLines {
    typealias Action = (name: String, level: AccessLevel, types: [String])

    var prefix: String
    var types: [(name: String, arn: String)] = []
    var actions: [Action] = []
}
