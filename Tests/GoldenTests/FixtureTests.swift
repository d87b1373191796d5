import Foundation
import Testing

struct FixtureTests {
    @Test("command line, standard output, standard error, exit code", arguments: GoldenCase.all())
    func golden(_ golden: GoldenCase) throws { try golden.check() }

    @Test func fixturesAreFound() { #expect(GoldenCase.all().count >= 60) }
}
