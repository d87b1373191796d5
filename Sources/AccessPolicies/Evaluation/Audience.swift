/// Who remains of everybody after principals, conditions and denials: those inside every circle, where a circle is a list of
/// scopes of which one suffices. No circle is the world.
package struct Audience: Hashable, Sendable {
    package private(set) var circles: [[Scope]] = []
    /// Whether no request is inside.
    package private(set) var isNobody = false

    package static let world = Audience()
    package static let nobody = Audience(isNobody: true)

    private init(isNobody: Bool = false) { self.isNobody = isNobody }

    /// Only those who are also in one of the scopes.
    func limited(to scopes: [Scope]) -> Audience {
        if isNobody { return self }
        guard !scopes.isEmpty else { return .nobody }
        var new = Self.simplified(scopes)
        var result = Audience()
        for circle in circles {
            let kept = circle.filter { old in new.contains { !old.isDisjoint(from: $0) } }
            new = new.filter { scope in circle.contains { !$0.isDisjoint(from: scope) } }
            if kept.isEmpty || new.isEmpty { return .nobody }
            result.circles.append(kept)
        }
        // A circle inside another says all that both say.
        if result.circles.contains(where: { Self.isWithin($0, new) }) { return result }
        result.circles.removeAll { Self.isWithin(new, $0) }
        result.circles.append(new)
        return result
    }

    /// Whether everybody in it is in the other, as far as that can be told.
    func isWithin(_ other: Audience) -> Bool {
        if isNobody { return true }
        if other.isNobody { return false }
        return other.circles.allSatisfy { outer in circles.contains { Self.isWithin($0, outer) } }
    }

    private static func isWithin(_ inner: [Scope], _ outer: [Scope]) -> Bool {
        inner.allSatisfy { scope in outer.contains { scope.isWithin($0) } }
    }

    /// Sorted, without what lies in another of them.
    private static func simplified(_ scopes: [Scope]) -> [Scope] {
        if scopes.count == 1 { return scopes }
        let unique = Set(scopes)
        return unique.filter { scope in
            !unique.contains { $0 != scope && scope.isWithin($0) && !($0.isWithin(scope) && scope < $0) }
        }.sorted()
    }

    /// Index of the circle that says who asks, where every scope in it is an identity.
    var identityCircle: Int? { circles.firstIndex { $0.allSatisfy { $0.kind.saysWho } } }

    /// Without some of the circles.
    func keeping(_ isKept: ([Scope]) -> Bool) -> Audience {
        var result = self
        result.circles.removeAll { !isKept($0) }
        return result
    }

    /// With other scopes in a circle; none leave nobody.
    func replacing(_ circle: Int, by scopes: [Scope]) -> Audience {
        guard !scopes.isEmpty else { return .nobody }
        var result = self
        result.circles[circle] = scopes
        return result
    }

    /// Circles in a fixed order, for comparisons.
    var sorted: Audience {
        var result = self
        result.circles.sort { $0.lexicographicallyPrecedes($1) }
        return result
    }
}

extension Audience: CustomStringConvertible {
    /// `everybody`, `nobody`, `account 1 or account 2, and only addresses 192.0.2.0/24`.
    package var description: String {
        if isNobody { return "nobody" }
        if circles.isEmpty { return "everybody" }
        return circles.map { $0.map(\.description).joined(separator: " or ") }.joined(separator: ", and only ")
    }
}

extension Audience {
    /// As names for comparisons with lists of one's own: `111122223333 or o-example & vpc-1`; `*` for everybody.
    package var grantees: String {
        if isNobody { return "" }
        if circles.isEmpty { return "*" }
        return circles.map { $0.map(\.grantee).joined(separator: " or ") }.joined(separator: " & ")
    }
}

extension Scope.Kind {
    var saysWho: Bool { rawValue <= Self.federated.rawValue }
}

extension Audience {
    /// Where the audience stands to the account that owns the resource.
    package enum Standing: Int, Sendable, Comparable {
        case nobody, ownAccount, limited, world
        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// `account`: of the owner, if known.
    package func standing(toOwner account: String?) -> Standing {
        if isNobody { return .nobody }
        if circles.isEmpty { return .world }
        let isPrivate = circles.contains { $0.allSatisfy { $0.isOf(account) } }
        return isPrivate ? .ownAccount : .limited
    }

    /// The same for a target. Services that act for the account's own resources are of the account, but at S3: who writes
    /// into a bucket is told, whoever it is for.
    package func standing(on target: Target) -> Standing {
        let standing = standing(toOwner: target.account)
        guard standing == .limited, target.service != "s3", isOnBehalf(of: target.account) else { return standing }
        return .ownAccount
    }

    /// Whether nobody is inside but AWS services that act for the account's own resources.
    private func isOnBehalf(of account: String?) -> Bool {
        circles.contains { $0.allSatisfy { $0.isSource(of: account) } }
    }
}

extension Scope {
    /// Whether it is the account or lies in it.
    func isOf(_ owner: String?) -> Bool {
        switch kind {
        case .account: name == Self.own || name == owner
        case .principal: account == owner
        default: false
        }
    }

    /// Whether it is drawn around the account's resources, for which services act.
    fileprivate func isSource(of owner: String?) -> Bool {
        switch kind {
        case .sourceAccount: name == Self.own || name == owner
        case .source: account == owner
        default: false
        }
    }
}
