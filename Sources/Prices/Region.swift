internal import Diagnostics

/// The names of AWS's regions.
package enum Region {
    /// Stands in books for every commercial region.
    package static let everywhere = "*"

    /// Those of the partition `aws`, as of November 2026:
    /// https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
    package static let commercial: Set<String> = [
        "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1",
        "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5",
        "ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1",
        "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1", "me-central-1",
        "me-south-1", "mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ]

    /// Those of other partitions, which have prices of their own: China, GovCloud, the European Sovereign Cloud.
    package static let others: Set<String> = [
        "cn-north-1", "cn-northwest-1", "us-gov-east-1", "us-gov-west-1", "eusc-de-east-1",
    ]

    /// The region that a name which can be none was meant to be; nil for one that may be new, and for what is like no region.
    package static func meant(by name: String) -> String? {
        hasShape(name) ? nil : Suggestion.nearest(to: name, among: commercial.union(others).sorted())
    }

    /// Whether the name is that of a region, known or to come: `eu-west-9`.
    package static func hasShape(_ name: String) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, let number = parts.last, number.count == 1, number.allSatisfy(\.isWholeNumber),
            name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        else { return false }
        let directions = ["north", "south", "east", "west", "central"]
        let place = String(parts[parts.count - 2])
        return parts[0].count >= 2
            && (directions + directions.flatMap { a in directions.map { a + $0 } }).contains(place)
    }
}
