internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Runs numbered pieces of work on a fixed number of threads.
///
/// Results are stored by number, so what a caller reads does not depend on which thread did what.
package enum Workers {
    /// One per processor that is online.
    package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Calls `body(worker, item)` for every item in `0..<count`; `worker` is in `0..<jobs` and one worker's calls come one
    /// after the other. Returns when all are done.
    package static func run(count: Int, jobs: Int, _ body: @Sendable (_ worker: Int, _ item: Int) -> Void) {
        let jobs = min(max(1, jobs), count)
        guard jobs > 1 else {
            for item in 0..<count { body(0, item) }
            return
        }
        let next = Cursor()
        withoutActuallyEscaping(body) { body in
            let loop: @Sendable (Int) -> Void = { worker in
                while let item = next.take(below: count) { body(worker, item) }
            }
            let threads = (1..<jobs).compactMap { worker in Thread(run: { loop(worker) }) }
            loop(0)
            for thread in threads { thread.join() }
        }
    }

    /// What `body` makes of every item in `0..<count`, in order; small items are handed out in groups.
    package static func map<T: Sendable>(_ count: Int, jobs: Int, _ body: @Sendable (Int) -> T) -> [T] {
        let size = 64
        let groups = (count + size - 1) / size
        let parts = Mutex([[T]](repeating: [], count: groups))
        run(count: groups, jobs: jobs) { _, group in
            let results = (group * size..<min(count, (group + 1) * size)).map(body)
            parts.withLock { $0[group] = results }
        }
        return parts.withLock { $0.flatMap(\.self) }
    }

    private final class Cursor: Sendable {
        private let value = Atomic<Int>(0)
        func take(below count: Int) -> Int? {
            let item = value.wrappingAdd(1, ordering: .relaxed).oldValue
            return item < count ? item : nil
        }
    }
}
