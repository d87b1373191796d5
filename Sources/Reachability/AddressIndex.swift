internal import Networks

/// Which interfaces have an address, so that thousands of targets named by address are found in one go.
struct AddressIndex: Sendable {
    private var places: [IPAddress: [Int]] = [:]
    /// Interfaces with whole ranges: few, if any.
    private var wide: [(index: Int, addresses: AddressSet)] = []

    init(_ model: NetworkModel) {
        let finder = PathFinder(model)
        for (index, interface) in model.interfaces.all.enumerated() where interface.listening == nil {
            guard let addresses = finder.addresses(of: interface) else { continue }
            let cidrs = addresses.cidrs
            if cidrs.allSatisfy({ $0.low == $0.high }) {
                for cidr in cidrs { places[cidr.base, default: []].append(index) }
            } else {
                wide.append((index, addresses))
            }
        }
    }

    /// The interfaces with an address, of any VPC, in input order.
    func interfaces(at address: IPAddress) -> [Int] {
        let ranges = wide.filter { $0.addresses.contains(address) }.map(\.index)
        let single = places[address] ?? []
        return ranges.isEmpty ? single : (single + ranges).sorted()
    }
}
