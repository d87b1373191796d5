internal import Prices
internal import Synchronization

/// Why the book has no price of something, each answer worked out once: to look for what it does know takes a walk through
/// all of it.
final class PriceGaps: Sendable {
    private struct Asked: Hashable {
        var item: String
        var key: String?
        var region: String
    }

    private let known = Mutex<[Asked: String]>([:])

    func reason(_ item: String, key: String?, region: String, in book: PriceBook) -> String {
        let asked = Asked(item: item, key: key, region: region)
        if let reason = known.withLock({ $0[asked] }) { return reason }
        var reason = book.gap(item, key: key, region: region)
        if book.knowsKey(item, key), let meant = Region.meant(by: region) { reason += "; did you mean \(meant)?" }
        known.withLock { $0[asked] = reason }
        return reason
    }
}
