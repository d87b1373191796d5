import AccessPolicies
import Testing
import SeededRandom

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Random policies, evaluated twice: by the library and by the naive evaluator.
struct NaiveComparisonTests {
    /// More of them on request: `POLICIES=100000 swift test -c release --filter NaiveComparison`.
    static let count = getenv("POLICIES").flatMap { Int(String(cString: $0)) } ?? 200

    @Test func singleRequests() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<Self.count {
            let naive = NaivePolicy(using: &random)
            let read = try policy(naive.text)
            for _ in 0..<60 {
                let request = random.pick(NaiveWorld.requests)
                let expected: Decision.Outcome =
                    switch naive.outcome(request) {
                    case .allowed: .allowed
                    case .denied: .denied
                    case .implicitlyDenied: .implicitlyDenied
                    }
                let outcome = read.decide(request.request).outcome
                if outcome != expected { Issue.record("\(outcome), not \(expected): \(request)\n\(naive.text)") }
            }
        }
    }

    /// Whoever gets in is in the audience that the verdict names; where it says "open", a stranger gets in.
    @Test func reach() throws {
        var random = SeededGenerator(seed: 12)
        var opened = 0
        var overstated = 0
        for _ in 0..<Self.count {
            let naive = NaivePolicy(using: &random)
            let reach = try policy(naive.text).bucketReach()
            for action in Set(NaiveWorld.acts.map(\.0)).sorted() {
                let allowed = NaiveWorld.requests.filter { $0.action == action && naive.outcome($0) == .allowed }
                let verdict = reach.verdict(onAction: action)
                func fail(_ message: String) {
                    Issue.record("\(action) is \(words(verdict)): \(message)\n\(naive.text)")
                }
                switch verdict {
                case .open:
                    opened += 1
                    if !allowed.contains(where: \.isStranger) { overstated += 1 }
                case .limited(let audiences):
                    for request in allowed
                    where request.account != owner && !audiences.contains(where: { request.isInside($0) }) {
                        fail("\(request)")
                    }
                case .closed:
                    if let request = allowed.first(where: { $0.account != owner }) { fail("\(request)") }
                }
            }
        }
        // What is said to be open may turn out not to be where two denials together close what neither does.
        #expect(opened > Self.count / 10)
        #expect(overstated * 20 <= opened, "\(overstated) of \(opened)")
    }

    @Test func orderAndSpellingDoNotCount() throws {
        var random = SeededGenerator(seed: 13)
        for _ in 0..<Self.count {
            let naive = NaivePolicy(using: &random)
            let (plain, shuffled) = (naive.text, naive.text(shuffledBy: &random))
            let (one, other) = (try policy(plain), try policy(shuffled))
            let (reach, otherReach) = (try one.bucketReach(), try other.bucketReach())
            for level in AccessLevel.allCases where reach.verdict(level) != otherReach.verdict(level) {
                Issue.record(
                    "\(level): \(words(reach.verdict(level))), \(words(otherReach.verdict(level)))\n\(plain)\n\(shuffled)"
                )
            }
            #expect(one.publicStatus.isPublic == other.publicStatus.isPublic)
            let request = random.pick(NaiveWorld.requests).request
            #expect(one.decide(request).outcome == other.decide(request).outcome)
        }
    }
}
