import Foundation
import Rules
import Testing

/// What built-in rules are mapped to exists in the lists of checks that are kept beside the repository.
struct CoverageTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/coverage")

    /// The ids of each framework that the lists know; nil without the lists.
    static let known: [String: Set<String>]? = {
        guard let union = rows("core-types-union.tsv"), let config = rows("config-managed-rules.tsv"),
            let prowler = rows("prowler-ec2-s3-vpc.tsv"), let advisor = rows("trusted-advisor-checks.tsv")
        else { return nil }
        func ids(_ column: Int) -> Set<String> {
            Set(union.flatMap { row in row[column].split(whereSeparator: { ",;/ ()".contains($0) }).map(String.init) })
        }
        return [
            "aws-config": Set(config.map { $0[1] }), "prowler": Set(prowler.map { $0[0] }).union(ids(7)),
            "trusted-advisor": Set(advisor.map { $0[0] }), "security-hub": ids(5).union(prowler.map { $0[7] }),
            "cis-aws-7.0": ids(6).union(prowler.flatMap { $0[6].split(separator: ",").map(String.init) }),
            "guard": ids(8),
        ]
    }()

    private static func rows(_ name: String) -> [[String]]? {
        guard let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) else {
            return nil
        }
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func mapsNameChecksThatExist() {
        guard let known = Self.known else {
            print("CoverageTests: left out, \(Self.folder.path) is not there")
            return
        }
        let core = ["security_group", "network_acl", "bucket", "instance"]
        for rule in BuiltinRules.rules {
            // The lists hold the checks of Security Hub for the core types only.
            for map in rule.rule.maps where map.framework != "security-hub" || core.contains(rule.typeName) {
                for id in map.ids {
                    #expect(known[map.framework]?.contains(id) == true, "\(rule.rule.id): \(map.framework) \(id)")
                }
            }
        }
    }
}
