internal import AccessPolicies
package import Inventory
internal import ResourcePolicies

/// Whether what a bucket gives to anybody makes a difference now, or the flags of block public access stand before it.
package struct Neutralisation: Sendable {
    package enum Force: String, Sendable {
        case effective, latent, undetermined
    }

    package var force: Force
    /// A plain part of a sentence: `restrict_public_buckets of account 111122223333 neutralises what the policy gives`.
    package var reason: String
}

extension BucketModel {
    /// What the flags make of public access that some facts tell of; nil when nothing of that is certainly public.
    ///
    /// `IgnorePublicAcls` takes all public grants of ACLs away; `RestrictPublicBuckets` leaves a policy that is public in
    /// S3's own meaning to the account and AWS services. Either level suffices, as S3 applies the most restrictive of both.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
    package func neutralisation(ofFacts names: [String], at place: ReferenceTable.Place) -> Neutralisation? {
        let granted = granted(at: place)
        // The most that anybody may do stands for all of it: less of it may be effective where the most is neutralised.
        let isAll = names.contains("public_access") && granted.mostPublic != nil
        let classes = AccessClass.allCases.filter { isAll || names.contains($0.factName) }
        let view = view(place)
        var found: [Neutralisation] = []
        if let verdict = verdict(at: place), classes.contains(where: { verdict.grades[$0] == .public }) {
            found.append(
                verdict.isPublicToS3
                    ? neutralisation(by: .restrictPublicBuckets, view)
                    : Neutralisation(
                        force: .effective, reason: "S3 does not take the policy for public, so that no flag touches it")
            )
        }
        let delegation = delegation(at: place)
        for giver in delegation.givers where classes.contains(where: { giver.statement.grades[$0] == .public }) {
            found.append(neutralisation(of: giver.point, view))
        }
        let list = list(of: view)
        if classes.contains(where: { list.granted.certain[$0] == .public }) {
            found.append(neutralisation(by: .ignorePublicACLs, view))
        }
        guard !found.isEmpty else { return nil }
        found += perhaps(classes, list, delegation, at: place)
        let latent = AccessWords.unique(found.filter { $0.force == .latent }.map(\.reason)).joined(separator: ", ")
        for force in [Neutralisation.Force.effective, .undetermined] {
            guard var one = found.first(where: { $0.force == force }) else { continue }
            if !latent.isEmpty { one.reason += ", but \(latent)" }
            return one
        }
        return Neutralisation(force: .latent, reason: latent)
    }

    /// What the inventory leaves open of policy and ACL may let anybody in as well, past the flags that are on.
    private func perhaps(
        _ classes: [AccessClass], _ list: AccessControlList, _ delegation: Delegation, at place: Place
    ) -> [Neutralisation] {
        let view = view(place)
        var missing = missingPolicy(at: place)
        for doubt in delegation.doubts where classes.contains(where: doubt.classes.contains) {
            if let point = doubt.publicPoint,
                neutralisation(by: .restrictPublicBuckets, view, point).force == .latent
            {
                continue
            }
            missing += doubt.missing.filter { !missing.contains($0) }
        }
        let mayBePublic = classes.contains {
            list.granted.possible[$0] == .public && list.granted.certain[$0] != .public
        }
        if mayBePublic, flags(of: view).ignoresACLs != true, accountFlags(of: view).ignoresACLs != true {
            missing += missingList(list)
        }
        return missing.isEmpty ? [] : [Neutralisation(force: .undetermined, reason: AccessWords.unsaid(missing))]
    }

    /// An access point has flags of its own, besides those of the bucket and the account.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html
    private func neutralisation(of point: AccessPoint, _ view: ResourceView) -> Neutralisation {
        guard point.isPublicToS3 else {
            return Neutralisation(
                force: .effective,
                reason: "S3 does not take access point `\(point.name)` for public, so that no flag touches it")
        }
        return neutralisation(by: .restrictPublicBuckets, view, point)
    }

    private func neutralisation(
        by flag: NeutralisingFlag, _ view: ResourceView, _ point: AccessPoint? = nil
    ) -> Neutralisation {
        let (own, ofAccount) = (flags(of: view)[flag], accountFlags(of: view)[flag])
        let account = account(view)
        var levels: [String] = []
        if let point, point.flags[flag] == true { levels.append("of access point `\(point.name)`") }
        if own == true { levels.append("of the bucket") }
        if ofAccount == true, let account { levels.append("of account \(account)") }
        if !levels.isEmpty {
            let verb = levels.count == 1 ? "neutralises" : "neutralise"
            let giver = point.map { "access point `\($0.name)`" } ?? flag.giver
            return Neutralisation(
                force: .latent,
                reason: "\(flag.rawValue) \(levels.joined(separator: " and ")) \(verb) what \(giver) gives")
        }
        var missing: [String] = []
        if let point, point.flags[flag] == nil { missing.append("\(point.path).public_access_block.\(flag.rawValue)") }
        if own == nil { missing.append("public_access_block.\(flag.rawValue)") }
        if ofAccount == nil {
            missing.append(account.map { "accounts.\($0).public_access_block.\(flag.rawValue)" } ?? "account")
        }
        guard missing.isEmpty else {
            return Neutralisation(force: .undetermined, reason: AccessWords.unsaid(missing))
        }
        return Neutralisation(
            force: .effective,
            reason:
                "\(flag.rawValue) is off for the bucket\(point == nil ? " and its account" : ", its account and access point `\(point?.name ?? "")`")"
        )
    }

}
