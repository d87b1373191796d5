#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A thread of the operating system. Foundation's would double the start-up time.
package struct Thread {
    /// What crosses into the new thread through the C interface.
    private final class Work {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// As much as the main thread has; some systems give others a fraction of it.
    private static let stackSize = 8 << 20

    private let handle: pthread_t

    /// Starts the thread; nil where the system has none left.
    package init?(run: @escaping @Sendable () -> Void) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, Self.stackSize)
        let work = Unmanaged.passRetained(Work(run))
        #if canImport(Darwin)
            var started: pthread_t?
            let failure = pthread_create(&started, &attributes, { Thread.start($0) }, work.toOpaque())
        #else
            var started = pthread_t()
            let failure = pthread_create(&started, &attributes, { Thread.start($0!) }, work.toOpaque())
        #endif
        guard failure == 0 else {
            work.release()
            return nil
        }
        #if canImport(Darwin)
            handle = started!
        #else
            handle = started
        #endif
    }

    private static func start(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
        return nil
    }

    /// Waits for the thread's end.
    package func join() { pthread_join(handle, nil) }
}
