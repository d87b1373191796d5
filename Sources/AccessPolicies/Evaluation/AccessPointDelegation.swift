/// Access points of Amazon S3: a bucket's policy may hand the decision to theirs, by limiting who gets in to the ways through
/// them.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html#access-points-delegating-control
extension Audience {
    /// Whether nobody in it gets in but through access points.
    package var isThroughAccessPoints: Bool { circles.contains { Self.isOfAccessPoints($0) } }

    /// Whether the access points of other accounts than the owner's are among the ways in.
    package func isThroughAccessPoints(ofOthersThan owner: String?) -> Bool {
        circles.contains { circle in
            Self.isOfAccessPoints(circle)
                && circle.contains { scope in
                    let account = scope.kind == .accessPoint ? scope.account : scope.name
                    return account != owner && account != Scope.own
                }
        }
    }

    /// Who would get in if every access point let in everybody.
    package var beforeAccessPoints: Audience { keeping { !Self.isOfAccessPoints($0) } }

    /// Who gets in if one access point lets in everybody; nobody where the audience has no way through it.
    ///
    /// `account`: of the access point, if known.
    package func through(accessPoint arn: String, account: String?) -> Audience {
        let way = Scope(.accessPoint, arn, account: account ?? "")
        let isWay = circles.allSatisfy { circle in
            !Self.isOfAccessPoints(circle) || circle.contains { !way.isDisjoint(from: $0) }
        }
        return isWay ? beforeAccessPoints : .nobody
    }

    /// Those who are in both.
    package func intersection(_ other: Audience) -> Audience {
        if other.isNobody { return .nobody }
        return other.circles.reduce(self) { $0.limited(to: $1) }
    }

    /// Those who ask from a VPC.
    package func limited(toVPC id: String) -> Audience { limited(to: [Scope(.vpc, id)]) }

    private static func isOfAccessPoints(_ circle: [Scope]) -> Bool {
        circle.allSatisfy { $0.kind == .accessPoint || $0.kind == .accessPointAccount }
    }
}
