internal import ResourcePolicies
internal import AccessPolicies
internal import Inventory

extension AccessModel {
    /// Everything that is to be said of who may do what with a resource.
    package func explanation(of resource: AccessResource) -> AccessExplanation {
        let surroundings = surroundings(of: resource)
        let findings = findings(of: resource)
        let statements = statements(of: resource, findings)
        let classes = classes(of: resource, statements, surroundings)
        return AccessExplanation(
            resource: resource, summary: summary(resource, classes), classes: classes, statements: statements,
            findings: findings.filter { $0.finding.statement == nil },
            list: resource.kind == .bucket ? surroundings.map { list($0) } : nil,
            flags: surroundings.map { flags($0, resource) } ?? [],
            gaps: gaps(of: resource, surroundings, classes),
            website: website(resource, classes))
    }

    /// `anybody may read its objects, because of statement `Sid``
    private func summary(_ resource: AccessResource, _ classes: [AccessExplanation.ClassRow]) -> String? {
        let open = classes.filter { $0.certain == .public }
        guard !open.isEmpty else { return nil }
        if resource.kind == .bucket, let buckets, case .text(let may) = buckets.value("public_may", at: resource.place),
            case .text(let because) = buckets.value("public_because", at: resource.place)
        {
            return "anybody may \(may), because of \(because)"
        }
        let givers = open.flatMap(\.givers).filter { $0.grade == .public && $0.stoppedBy == nil }
        guard !givers.isEmpty else { return nil }
        let names = AccessWords.joined(AccessWords.unique(givers.flatMap(\.names)))
        let actions = AccessWords.joined(open.map { "\($0.access)" })
        return "anybody may \(actions), because of \(names)"
    }

    private func findings(of resource: AccessResource) -> [AccessExplanation.FindingRow] {
        guard case .read(let policy, let source) = resource.attachment else { return [] }
        return policy.findings(for: .resource(resource.target)).map {
            AccessExplanation.FindingRow(finding: $0, span: source.span($0.range))
        }
    }

    // MARK: Statements

    private func statements(of resource: AccessResource, _ findings: [AccessExplanation.FindingRow])
        -> [AccessExplanation.StatementRow]
    {
        guard case .read(let policy, let source) = resource.attachment else { return [] }
        let effects = policy.effects(on: resource.target) ?? []
        let findings = Dictionary(grouping: findings) { $0.finding.statement ?? -1 }
        return policy.statements.map { statement in
            let effect = statement.index < effects.count ? effects[statement.index] : nil
            return AccessExplanation.StatementRow(
                statement: statement, name: resource.statementName(statement.index),
                span: source.span(statement.range), principals: effect?.principals ?? [],
                gives: effect.map { gives($0, statement, resource.target) } ?? [],
                conditions: zip(statement.conditions, effect?.conditions ?? []).map {
                    AccessExplanation.ConditionRow(text: $0.text, effect: $1)
                },
                touches: (effect?.touches ?? []).map(resource.statementName),
                isPartial: effect?.coverage.contains(.some) ?? false,
                findings: findings[statement.index] ?? [])
        }
    }

    private func gives(_ effect: StatementEffect, _ statement: Statement, _ target: Target) -> [AccessExplanation.Given]
    {
        guard let service = ActionTable.shared[target.service] else { return [] }
        // Denials may have cut what one audience has into several grants.
        var merged: [(part: Int, audience: Audience, standing: Audience.Standing, actions: ActionSet)] = []
        for grant in effect.grants {
            if let at = merged.firstIndex(where: { $0.part == grant.part && $0.audience == grant.audience }) {
                merged[at].actions = merged[at].actions.union(grant.actions)
            } else {
                merged.append((grant.part, grant.audience, grant.standing, grant.actions))
            }
        }
        return merged.map { given in
            let isSome = effect.coverage[given.part] == .some
            return AccessExplanation.Given(
                part: target.parts[given.part].type, isOnObjects: target.parts[given.part].isObjects,
                only: isSome
                    ? (statement.resource?.values ?? []).map {
                        statement.resource?.isNegated == true ? "all but \($0.text)" : $0.text
                    }
                    : [],
                audience: "\(given.audience)",
                standing: given.audience.standing(on: target),
                isLeftToAccessPoints: given.audience.isThroughAccessPoints
                    && !given.audience.isThroughAccessPoints(ofOthersThan: target.account),
                isOfServices: given.audience.isOfServices,
                levels: AccessLevel.allCases.compactMap { level in
                    let actions = given.actions.intersection(service.actions(level)).indices
                    return actions.isEmpty ? nil : (level, actions.map { "\(service.prefix):\(service.names[$0])" })
                })
        }
    }

    // MARK: Classes

    private func classes(
        of resource: AccessResource, _ statements: [AccessExplanation.StatementRow], _ surroundings: BucketSurroundings?
    ) -> [AccessExplanation.ClassRow] {
        let granted = granted(resource)
        return AccessClass.allCases.map { access in
            let missing =
                granted[access] == nil
                ? resource.missingPolicy + delegation(of: resource).missing
                    + (surroundings.map { buckets?.missingList($0.list) ?? [] } ?? []) : []
            return AccessExplanation.ClassRow(
                access: access, certain: granted.certain[access], possible: granted.possible[access],
                givers: givers(access, statements, resource, surroundings), effect: effect(access, resource),
                missing: missing)
        }
    }

    private func granted(_ resource: AccessResource) -> Granted {
        if resource.kind == .bucket, let buckets { return buckets.granted(at: resource.place) }
        switch resource.attachment {
        case .none: return Granted(.none)
        case .unstated, .unreadable: return .unknown
        case .read(let policy, _):
            let granted = Granted(PolicyVerdict(policy, resource.target).grades)
            return surroundings(of: resource)?.isForVPC == true ? granted.limited : granted
        }
    }

    /// What a bucket gives through its access points.
    private func delegation(of resource: AccessResource) -> Delegation {
        guard resource.kind == .bucket, let buckets else { return .none }
        return buckets.delegation(at: resource.place)
    }

    private func effect(_ access: AccessClass, _ resource: AccessResource) -> Neutralisation? {
        guard resource.kind == .bucket else { return nil }
        return buckets?.neutralisation(ofFacts: [access.factName], at: resource.place)
    }

    private func givers(
        _ access: AccessClass, _ statements: [AccessExplanation.StatementRow], _ resource: AccessResource,
        _ surroundings: BucketSurroundings?
    ) -> [AccessExplanation.Giver] {
        var result: [AccessExplanation.Giver] = []
        func add(_ audience: String, _ grade: Grade, _ name: String, stoppedBy flag: NeutralisingFlag?) {
            if let at = result.firstIndex(where: { ($0.audience, $0.grade, $0.stoppedBy) == (audience, grade, flag) }) {
                if !result[at].names.contains(name) { result[at].names.append(name) }
            } else {
                result.append(
                    AccessExplanation.Giver(audience: audience, grade: grade, names: [name], stoppedBy: flag))
            }
        }
        let isRestricted =
            resource.policy?.publicStatus.isPublic == true && surroundings?.isOn(.restrictPublicBuckets) == true
        for row in statements {
            for given in row.gives where given.standing >= .limited && !given.isLeftToAccessPoints {
                let onObjects = given.isOnObjects
                guard given.levels.contains(where: { AccessClass($0.level, onObjects: onObjects) == access }) else {
                    continue
                }
                add(
                    surroundings?.isForVPC == true ? "\(given.audience), and only from its VPC" : given.audience,
                    given.standing == .world && surroundings?.isForVPC != true ? .public : .limited, row.name,
                    stoppedBy: isRestricted && !given.isOfServices ? .restrictPublicBuckets : nil)
            }
        }
        for giver in delegation(of: resource).givers where giver.statement.grades[access] > .private {
            let isStopped =
                giver.statement.isPublic && giver.point.isPublicToS3
                && (giver.point.flags[.restrictPublicBuckets] == true
                    || surroundings?.isOn(.restrictPublicBuckets) == true)
            add(
                giver.statement.audience, giver.statement.grades[access], giver.name,
                stoppedBy: isStopped ? .restrictPublicBuckets : nil)
        }
        if let list = surroundings?.list, list.isOff != true {
            for grant in list.grants ?? [] where grant.grade > .private && grant.classes.contains(access) {
                let audience = grant.grantee == .anybody ? "everybody" : grant.granteeText
                let name = "the ACL's grant of \(grant.permission)"
                let isIgnored = grant.grantee == .anybody && surroundings?.isOn(.ignorePublicACLs) == true
                add(
                    audience, grant.grade, name + (list.isOff == nil ? ", if it has effect" : ""),
                    stoppedBy: isIgnored ? .ignorePublicACLs : nil)
            }
        }
        return result.filter { $0.grade == .public } + result.filter { $0.grade == .limited }
    }

    // MARK: What a bucket has besides

    private func list(_ surroundings: BucketSurroundings) -> AccessExplanation.ListRow {
        AccessExplanation.ListRow(
            isOff: surroundings.list.isOff,
            grants: surroundings.list.grants?.map { grant in
                AccessExplanation.GrantRow(
                    grantee: grant.granteeText, permission: grant.permission, grade: grant.grade,
                    path: grant.index.map { "acl.grants[\($0)]" } ?? "acl.canned",
                    span: grant.index.flatMap { surroundings.spans[$0] })
            })
    }

    private func flags(_ surroundings: BucketSurroundings, _ resource: AccessResource) -> [AccessExplanation.FlagRow] {
        // Access points have no ACL.
        let flags: [NeutralisingFlag] =
            surroundings.point == nil ? [.ignorePublicACLs, .restrictPublicBuckets] : [.restrictPublicBuckets]
        return flags.map { flag in
            AccessExplanation.FlagRow(
                flag: flag, ofPoint: surroundings.point.map { $0.flags[flag] },
                ofBucket: surroundings.flags[flag], ofAccount: surroundings.accountFlags[flag],
                effect: effect(flag, surroundings, resource))
        }
    }

    /// What a flag does to what is granted now.
    private func effect(_ flag: NeutralisingFlag, _ surroundings: BucketSurroundings, _ resource: AccessResource)
        -> String
    {
        let isByPoint = delegation(of: resource).givers.contains { $0.statement.isPublic && $0.point.isPublicToS3 }
        let isGiven: Bool? =
            switch flag {
            case .restrictPublicBuckets where isByPoint: true
            case .ignorePublicACLs:
                surroundings.list.isOff == true
                    ? false : surroundings.list.grants.map { $0.contains { $0.grantee == .anybody } }
            case .restrictPublicBuckets:
                resource.policy.map(\.publicStatus.isPublic) ?? (resource.missingPolicy.isEmpty ? false : nil)
            }
        let what = flag == .ignorePublicACLs ? "what the ACL gives to everybody" : "a policy that S3 takes for public"
        switch (isGiven, surroundings.isOn(flag)) {
        case (false, _): return Self.nothing(flag)
        case (true, true) where flag == .restrictPublicBuckets:
            return
                "leaves \(isByPoint ? "what is public through access points" : "the policy, which is public to S3,") to the owner's account and AWS services"
        case (true, true): return "neutralises \(what)"
        case (true, false): return "does not neutralise \(what)"
        case (true, nil): return "may neutralise \(what)"
        case (nil, true): return "neutralises \(what), if there is one"
        case (nil, _): return "matters if there is \(flag == .ignorePublicACLs ? "such a grant" : "such a policy")"
        }
    }

    private static func nothing(_ flag: NeutralisingFlag) -> String {
        flag == .ignorePublicACLs
            ? "nothing to do: no ACL gives to everybody" : "nothing to do: S3 takes no policy for public"
    }

    // MARK: What is missing

    private func gaps(
        of resource: AccessResource, _ surroundings: BucketSurroundings?, _ classes: [AccessExplanation.ClassRow]
    ) -> [AccessExplanation.Gap] {
        var gaps = resource.missingPolicy.map {
            AccessExplanation.Gap(field: $0, leaves: "the policy may give anything to anybody")
        }
        if resource.account == nil {
            gaps.append(
                AccessExplanation.Gap(
                    field: "account", leaves: "which account is the owner's, so that every one named counts as another")
            )
        }
        gaps += delegation(of: resource).missing.map {
            AccessExplanation.Gap(field: $0, leaves: "whom access points let in")
        }
        guard let surroundings, let buckets else { return gaps }
        for field in buckets.missingList(surroundings.list) {
            gaps.append(
                AccessExplanation.Gap(
                    field: field,
                    leaves: field == "acl"
                        ? "the ACL may list, write and manage for anybody" : "whether ACLs have effect"))
        }
        guard classes.contains(where: { $0.possible == .public }) else { return gaps }
        for flag in [NeutralisingFlag.ignorePublicACLs, .restrictPublicBuckets]
        where surroundings.isOn(flag) == nil && isAsked(flag, surroundings, resource) {
            let what =
                flag == .ignorePublicACLs ? "grants of the ACL to everybody have effect" : "a public policy has effect"
            for path in surroundings.paths(flag, resource.account, where: nil) where path != "account" {
                gaps.append(AccessExplanation.Gap(field: path, leaves: "whether \(what)"))
            }
        }
        return gaps
    }

    /// Whether there is, or may be, something that a flag could neutralise.
    private func isAsked(_ flag: NeutralisingFlag, _ surroundings: BucketSurroundings, _ resource: AccessResource)
        -> Bool
    {
        switch flag {
        case .ignorePublicACLs:
            surroundings.list.isOff != true
                && surroundings.list.grants.map { $0.contains { $0.grantee == .anybody } } ?? true
        case .restrictPublicBuckets: resource.policy?.publicStatus.isPublic ?? !resource.missingPolicy.isEmpty
        }
    }

    private func website(_ resource: AccessResource, _ classes: [AccessExplanation.ClassRow]) -> WebsiteAdvice? {
        guard resource.kind == .bucket, let buckets, classes.contains(where: { $0.certain == .public }),
            buckets.view(resource.place).word(buckets.slots["website"]).isSet
        else { return nil }
        return WebsiteAdvice(resource)
    }
}
