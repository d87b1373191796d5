internal import Inventory

/// Which route table, or which ACL, goes with subnets that do not name their own.
struct Associations: Sendable {
    /// Per VPC: its main table or default ACL; `unstated` where several say that they are it.
    private var defaults: [Int: Link] = [:]
    /// Per subnet: the one that names it; `unstated` where several do.
    private var ofSubnet: [Int: Link] = [:]
    /// VPCs with one that does not say which subnets it goes with; nil where it does not say its VPC either.
    private var silent: Set<Int?> = []

    /// Takes note of what a table or ACL says; `isDefault`: whether subnets without one of their own use it.
    mutating func add(
        _ number: Int, _ view: ResourceView, _ census: Census, vpc: Link, isDefault: Word, _ subnets: Word
    ) {
        let isDefault = isDefault.isSet && isDefault.bits != 0
        if isDefault, let vpc = vpc.number { Self.note(Link(number), at: vpc, in: &defaults) }
        // The default one goes with subnets that it does not name, too.
        if subnets.isAbsent, !isDefault, vpc.number != nil || vpc == .unstated { silent.insert(vpc.number) }
        guard subnets.isSet else { return }
        for at in 0..<subnets.listCount {
            let word = view.segment.words[subnets.listFirst + at]
            if let subnet = census.link(word, to: .subnet, in: view.segment).number {
                Self.note(Link(number), at: subnet, in: &ofSubnet)
            }
        }
    }

    private static func note(_ link: Link, at key: Int, in links: inout [Int: Link]) {
        links[key] = links[key].map { $0 == link ? link : .unstated } ?? link
    }

    /// What goes with a subnet of the VPC; `unstated` where one that does not name its subnets may be it.
    func link(ofSubnet subnet: Int, in vpc: Link) -> Link {
        if let named = ofSubnet[subnet] { return named }
        guard let vpc = vpc.number, let link = defaults[vpc], !silent.contains(vpc), !silent.contains(nil) else {
            return .unstated
        }
        return link
    }
}
