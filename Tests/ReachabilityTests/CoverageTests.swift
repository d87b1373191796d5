import Catalog
import Diagnostics
import Foundation
import Inventory
import Testing

/// Which collections an inventory states: an empty list states that there are none, a missing key states nothing.
struct CoverageTests {
    private static let type = Network.catalog.typeNames.index(of: "network_interface") ?? -1

    private static func holds(_ files: [String], account: String? = "111122223333", region: String? = "eu-west-1")
        -> Bool
    {
        let sources = files.enumerated().map { SourceFile(path: "\($0.offset).yaml", text: $0.element.utf8) }
        let inventory = InventoryLoader(catalog: Network.catalog, jobs: 1).load(sources).inventory
        return inventory.coverage.holds(type: type, account: account, region: region)
    }

    @Test(
        "stated interfaces",
        arguments: [
            ("network_interfaces: []\n", true), ("network_interfaces: null\n", true), ("vpcs: []\n", false),
            ("", false),
            ("network_interfaces:\n  - {id: eni-1}\n", true),
        ])
    func stated(body: String, expected: Bool) {
        #expect(Self.holds([Network.header + body]) == expected)
    }

    @Test func eachAccountAndRegionByItself() {
        let other = "inventory: 1\naccount: \"444455556666\"\nregion: eu-west-1\nvpcs: []\n"
        let files = [Network.header + "network_interfaces: []\n", other]
        #expect(Self.holds(files))
        #expect(!Self.holds(files, account: "444455556666"))
        #expect(!Self.holds(files, region: "us-east-1"))
        #expect(!Self.holds(files, account: nil, region: nil))
        #expect(Self.holds(["inventory: 1\nnetwork_interfaces: []\n"], account: nil, region: nil))
    }

    /// The collection may stand in another file or document of the account and region.
    @Test func filesOfOneAccountAddUp() throws {
        let parts = [
            Network.header + Lab.text(["network_interfaces": "", "instances": "[]"]),
            Network.header + "network_interfaces: []\n",
        ]
        #expect(Self.holds(parts))
        #expect(Self.holds([parts.joined(separator: "---\n")]))
        #expect(try Network(files: parts).fact("security_group", "sg-1", "attached") == "no")
        #expect(try Network(files: [parts[0]]).fact("security_group", "sg-1", "attached") == "unknown")
    }

    /// A group of its own account or region is looked for there.
    @Test func resourcesThatNameTheirOwnRegion() throws {
        let text = Lab.text([
            "network_interfaces": "[]", "instances": "[]",
            "security_groups":
                "[{id: sg-1, region: us-east-1, ingress: [], egress: []}, {id: sg-2, ingress: [], egress: []}]",
        ])
        let network = try Network(text)
        #expect(try network.fact("security_group", "sg-1", "attached") == "unknown")
        #expect(try network.fact("security_group", "sg-2", "attached") == "no")
    }

    /// Large files are cut into pieces; what they state they state all the same.
    @Test(
        "cut files", arguments: ["network_interfaces: []\n", "network_interfaces:\n\(items("eni", 40))", ""],
        [64, 1 << 20])
    func cut(body: String, pieceSize: Int) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("plumb-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: url) }
        let text = Network.header + "vpcs:\n" + Self.items("vpc", 40) + body + "subnets:\n" + Self.items("subnet", 40)
        try Data(text.utf8).write(to: url)
        var loader = InventoryLoader(catalog: Network.catalog, jobs: 2)
        loader.pieceSize = pieceSize
        let result = loader.load(paths: [url.path])
        #expect(result.diagnostics.isEmpty)
        // Otherwise the test would say nothing.
        #expect((result.inventory.segments.count > 3) == (pieceSize == 64))
        let holds = result.inventory.coverage.holds(type: Self.type, account: "111122223333", region: "eu-west-1")
        #expect(holds == !body.isEmpty)
    }

    static func items(_ prefix: String, _ count: Int) -> String {
        (0..<count).map { "  - {id: \(prefix)-\($0)}\n" }.joined()
    }
}
