internal import Workers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Renders the parts `0..<count` on `jobs` threads and hands the results over in order, on the calling thread.
///
/// The calling thread renders too while it waits, so that `jobs: 1` starts no thread. At most two parts a job are
/// rendered and not yet handed over. The first error of `consume` stops the rest and is thrown on.
func renderInOrder<Rendered: Sendable>(
    _ count: Int, jobs: Int, render: @escaping @Sendable (Int) -> Rendered,
    consume: (Rendered) throws(ReportError) -> Void
) throws(ReportError) {
    let queue = PartQueue<Rendered>(count: count, window: max(1, jobs) * 2, render: render)
    var threads: [Thread] = []
    for _ in 1..<max(1, min(jobs, count)) {
        // Where the system grants no thread, those there are do the work.
        guard let thread = Thread(run: queue.renderUntilDone) else { break }
        threads.append(thread)
    }
    defer {
        queue.stop()
        for thread in threads { thread.join() }
    }
    while let rendered = queue.next() { try consume(rendered) }
}

/// Which parts are claimed, rendered and handed over.
private final class PartQueue<Rendered: Sendable>: @unchecked Sendable {
    // Everything below is read and written under `mutex` only.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var claimed = 0
    private var handedOver = 0
    private var isStopped = false
    /// Part `i` waits in slot `i % window`.
    private var slots: [Rendered?]

    private let count: Int
    private let render: @Sendable (Int) -> Rendered

    init(count: Int, window: Int, render: @escaping @Sendable (Int) -> Rendered) {
        (self.count, self.render) = (count, render)
        slots = Array(repeating: nil, count: window)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// What the helping threads do.
    func renderUntilDone() {
        pthread_mutex_lock(mutex)
        while !isStopped, claimed < count {
            if claimed < handedOver + slots.count {
                renderOne()
            } else {
                pthread_cond_wait(changed, mutex)
            }
        }
        pthread_mutex_unlock(mutex)
    }

    /// The next part in order; nil after the last.
    func next() -> Rendered? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while handedOver < count {
            let slot = handedOver % slots.count
            if let rendered = slots[slot] {
                slots[slot] = nil
                handedOver += 1
                pthread_cond_broadcast(changed)
                return rendered
            }
            if claimed < min(count, handedOver + slots.count) {
                renderOne()
            } else {
                pthread_cond_wait(changed, mutex)
            }
        }
        return nil
    }

    /// No more parts are claimed; those being rendered are finished.
    func stop() {
        pthread_mutex_lock(mutex)
        isStopped = true
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
    }

    /// Claims a part and renders it, with the mutex held before and after but not meanwhile.
    private func renderOne() {
        let part = claimed
        claimed += 1
        pthread_mutex_unlock(mutex)
        let rendered = render(part)
        pthread_mutex_lock(mutex)
        slots[part % slots.count] = rendered
        pthread_cond_broadcast(changed)
    }
}
