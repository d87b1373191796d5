internal import Inventory
internal import Networks

/// A subnet with what decides about its traffic.
struct Subnet: Sendable {
    var vpc: Link
    var routeTable: Link
    var accessList: Link
    /// Its own addresses: traffic between them passes neither route table nor ACL
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html).
    var addresses: AddressSet
    /// Whether it does not state its IPv4 range.
    var hasUnstatedRange: Bool
    /// Whether public access through internet gateways is blocked, as far as inbound traffic goes.
    var blocksInternet: Certainty
    /// Whether it certainly has no IPv4 range: it is for IPv6 alone.
    var lacksIPv4: Bool
    /// Whether it certainly has no IPv6 range.
    var lacksIPv6: Bool
}

/// The subnets of an inventory, each with the route table and the ACL in effect.
struct Subnets: Sendable {
    private(set) var all: [Subnet] = []
    /// Per VPC: its own address ranges.
    let rangesOfVPC: [[CIDR]]
    /// Per ACL, and per VPC: its subnets.
    private(set) var ofList = Incidence(count: 0) { _ in }
    private(set) var ofVPC = Incidence(count: 0) { _ in }
    /// VPCs that do not state their IPv4 ranges.
    let vpcsWithoutRange: Set<Int>

    init(_ census: Census, _ routes: RouteTables, _ acls: AccessLists) {
        rangesOfVPC = (0..<census.count(.vpc)).map { number in
            let slots = census.slots(.vpc)
            let view = census.view(.vpc, number)
            return (view.list(slots["cidr"]) + view.list(slots["ipv6_cidr"])).map {
                view.segment.tables.cidrs[Int($0.bits)]
            }
        }
        vpcsWithoutRange = Set(
            (0..<census.count(.vpc)).filter { census.view(.vpc, $0).word(census.slots(.vpc)["cidr"]).isAbsent })
        guard census.count(.subnet) > 0 else { return }
        let blocks = PublicAccessBlocks(census)
        let slots = census.slots(.subnet)
        for number in 0..<census.count(.subnet) {
            let view = census.view(.subnet, number)
            let vpc = census.link(view.word(slots["vpc"]), to: .vpc, in: view.segment)
            let range = view.word(slots["cidr"])
            let ranges = (range.isSet ? [range] : []) + view.list(slots["ipv6_cidr"])
            let ipv6 = view.word(slots["ipv6_cidr"])
            all.append(
                Subnet(
                    vpc: vpc,
                    routeTable: Self.table(of: number, view, slots, vpc, census, routes),
                    accessList: Self.accessList(of: number, view, slots, vpc, census, acls),
                    addresses: AddressSet(cidrs: ranges.map { view.segment.tables.cidrs[Int($0.bits)] }),
                    hasUnstatedRange: range.isAbsent, blocksInternet: blocks.blocksInbound(view, slots, vpc),
                    lacksIPv4: range.isNull, lacksIPv6: ipv6.isNull || ipv6.isSet && ipv6.listCount == 0))
        }
        let all = all
        ofList = Incidence(count: census.count(.networkACL)) { add in
            for (number, subnet) in all.enumerated() {
                if let list = subnet.accessList.number { add(list, Int32(number)) }
            }
        }
        ofVPC = Incidence(count: census.count(.vpc)) { add in
            for (number, subnet) in all.enumerated() {
                if let vpc = subnet.vpc.number { add(vpc, Int32(number)) }
            }
        }
    }

    /// A VPC's own addresses.
    func addresses(ofVPC vpc: Int) -> AddressSet { AddressSet(cidrs: rangesOfVPC[vpc]) }

    /// The table the subnet names, else the one that names the subnet, else the main table of its VPC
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html).
    private static func table(
        of number: Int, _ view: ResourceView, _ slots: FieldSlots, _ vpc: Link, _ census: Census, _ routes: RouteTables
    ) -> Link {
        let named = census.link(view.word(slots["route_table"]), to: .routeTable, in: view.segment)
        return named.number != nil || named == .missing ? named : routes.associations.link(ofSubnet: number, in: vpc)
    }

    /// The ACL the subnet names, else the one that names the subnet, else the default one of its VPC
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html).
    private static func accessList(
        of number: Int, _ view: ResourceView, _ slots: FieldSlots, _ vpc: Link, _ census: Census, _ acls: AccessLists
    ) -> Link {
        let named = census.link(view.word(slots["network_acl"]), to: .networkACL, in: view.segment)
        return named.number != nil || named == .missing ? named : acls.associations.link(ofSubnet: number, in: vpc)
    }
}

/// Block public access for VPCs: what an account, a VPC or a subnet says of internet gateways; the nearest counts
/// (https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html). AWS leaves it off unless it is turned on.
private struct PublicAccessBlocks {
    private let census: Census
    /// By account and region: whether the block holds where a subnet does not say that it is excepted.
    private var accounts: [String: Certainty] = [:]

    init(_ census: Census) {
        self.census = census
        for number in 0..<census.count(.account) {
            let view = census.view(.account, number)
            let mode = view.word(census.slots(.account)["vpc_block_public_access.mode"])
            let exclusions = view.word(census.slots(.account)["vpc_block_public_access.exclusions_allowed"])
            if mode.isSet, mode.bits != 0 {
                // Where VPCs and subnets may be excepted, this one may be.
                accounts[census.id(.account, number) + " " + (census.scope(view).region ?? "")] =
                    exclusions.isSet && exclusions.bits == 0 ? .yes : .maybe
            }
        }
    }

    /// `off` is the first value of each of the three enumerations; both others block what comes in.
    func blocksInbound(_ view: ResourceView, _ slots: FieldSlots, _ vpc: Link) -> Certainty {
        let own = view.word(slots["internet_gateway_block"])
        if own.isSet { return Certainty(own.bits != 0) }
        if let vpc = vpc.number {
            let ofVPC = census.view(.vpc, vpc).word(census.slots(.vpc)["internet_gateway_block"])
            if ofVPC.isSet { return Certainty(ofVPC.bits != 0) }
        }
        let (account, region) = census.scope(view)
        return accounts[(account ?? "") + " " + (region ?? "")] ?? .no
    }
}
