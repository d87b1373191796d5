internal import Inventory
internal import Networks
internal import Reachability

/// Answers about what can arrive, remembered by fact word: interfaces that are alike share one.
///
/// Used by one worker.
final class ReachMemo {
    private let tests: [TrafficQuery]
    private let network: NetworkModel
    /// Per test: the answers found so far, by the bits of the fact's word.
    private var answers: [[UInt64: Truth]]
    /// Whether anything can arrive from the internet at all, which most questions are about.
    private var isPublic: [UInt64: Bool] = [:]

    init(_ program: Program, _ network: NetworkModel) {
        tests = program.reachTests
        self.network = network
        answers = Array(repeating: [:], count: tests.count)
    }

    /// Whether the traffic that the word stands for holds what the test asks.
    func answer(_ test: Int, _ word: Word) -> Truth {
        if tests[test].isInternet, isPublic[word.bits] == false { return .no }
        if let known = answers[test][word.bits] { return known }
        let traffic = network.traffic(word)
        if tests[test].isInternet, isPublic[word.bits] == nil {
            let mayArrive = traffic.possible.addresses.overlaps(.internet)
            isPublic[word.bits] = mayArrive
            if !mayArrive { return .no }
        }
        let truth: Truth =
            switch tests[test].answer(traffic) {
            case .no: .no
            case .yes: .yes
            case .unknown: .unknown
            }
        answers[test][word.bits] = truth
        return truth
    }
}
