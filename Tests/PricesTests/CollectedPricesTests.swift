import Foundation
import Prices
import Testing

/// Where the CSV files are that the bundled book is compiled from: in `../shared/prices`, or where the variable
/// PLUMBLINE_COLLECTED_PRICES says.
enum Collection {
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder: String? = {
        let named = ProcessInfo.processInfo.environment["PLUMBLINE_COLLECTED_PRICES"]
        let path = named ?? repository.appendingPathComponent("../shared/prices").standardizedFileURL.path
        return FileManager.default.fileExists(atPath: path + "/ec2-ondemand.csv") ? path : nil
    }()
}

/// The bundled book against the collected figures.
@Suite(
    .enabled(
        if: Collection.folder != nil,
        "the collected prices are not there: that the bundled book holds all of them was not compared"))
struct CollectedPrices {
    private func compile(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script = Collection.repository.appendingPathComponent("Sources/Prices/compile.py").path
        process.arguments = ["python3", script, Collection.folder!] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    @Test func compilingGivesTheBundledBook() throws {
        let data = Collection.repository.appendingPathComponent("Sources/Prices/Data/aws.yaml")
        #expect(try compile([]) == String(contentsOf: data, encoding: .utf8), "run Sources/Prices/compile.py")
    }

    @Test func everyCollectedFigureIsFound() throws {
        let book = PriceBook.bundled()
        let lines = try compile(["--figures"]).split(separator: "\n")
        #expect(lines.count == 2508)
        for line in lines {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let region = cells[2] == "*" ? "eu-west-1" : cells[2]
            let price = try #require(
                book.price(cells[0], key: cells[1].isEmpty ? nil : cells[1], region: region), "\(line)")
            let rate = try Rate(cells[4], divisor: Int64(cells[5])!)
            let isTier = cells[0] == "ebs.iops" && cells[1] == "io2"
            let tier = isTier ? price.tiers.first { $0.rate == rate } : price.tiers[0]
            #expect(tier?.rate == rate, "\(line)")
            #expect(tier?.upTo == Int64(cells[3]), "\(line)")
        }
    }
}
