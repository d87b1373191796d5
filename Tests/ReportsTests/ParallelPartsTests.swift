import Synchronization
import Testing

@testable import Reports

@Suite struct ParallelPartsTests {
    @Test(arguments: [1, 2, 8, 40])
    func keepsOrder(jobs: Int) throws {
        for count in [0, 1, 2, 500] {
            var seen: [Int] = []
            try renderInOrder(count, jobs: jobs) {
                $0
            } consume: {
                seen.append($0)
            }
            #expect(seen == Array(0..<count))
        }
    }

    @Test func fewPartsInFlight() throws {
        let inFlight = Atomic(0)
        var most = 0
        try renderInOrder(400, jobs: 4) { part in
            inFlight.add(1, ordering: .sequentiallyConsistent)
            return part
        } consume: { _ in
            most = max(most, inFlight.load(ordering: .sequentiallyConsistent))
            inFlight.subtract(1, ordering: .sequentiallyConsistent)
        }
        #expect(most <= 9)
    }

    @Test(arguments: [1, 2, 8])
    func errorsEndIt(jobs: Int) {
        let rendered = Atomic(0)
        #expect(throws: ReportError.readerGone) {
            try renderInOrder(100_000, jobs: jobs) { part in
                rendered.add(1, ordering: .relaxed)
                return part
            } consume: { (part) throws(ReportError) in
                if part == 10 { throw .readerGone }
            }
        }
        #expect(rendered.load(ordering: .relaxed) < 100)
    }
}
