package import Networks

/// Reads the services of a question, as a command line names them.
package enum ServiceReader {
    /// The services that ports and protocols name together, each text a list with commas. Without a protocol, ports are
    /// of tcp; without ports, a protocol is all of it; without either, every service is meant.
    package static func services(ports: [String], protocols: [String]) throws(EndpointError) -> ServiceSet {
        var ranges: [PortRange] = []
        for text in items(ports) {
            do throws(PortRangeError) { ranges.append(try PortRange(text)) } catch { throw .notAPort(text) }
        }
        var transports: [IPProtocol] = []
        for text in items(protocols) {
            guard let transport = IPProtocol(text) else { throw .notAProtocol(text) }
            transports.append(transport)
        }
        guard !ranges.isEmpty else {
            return transports.isEmpty ? .all : transports.reduce(ServiceSet()) { $0.union(ServiceSet($1)) }
        }
        var services = ServiceSet()
        for transport in transports.isEmpty ? [.tcp] : transports {
            guard transport.honoursPorts || transport == .all else { throw .portsNotLookedAt("\(transport)") }
            for one in transport == .all ? [.tcp, .udp] : [transport] {
                services = services.union(ServiceSet(one, ports: ranges))
            }
        }
        return services
    }

    private static func items(_ texts: [String]) -> [String] {
        texts.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map(EndpointReader.trimmed)
    }
}
