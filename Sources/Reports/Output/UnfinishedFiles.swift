import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The temporary files of reports that are being written: Ctrl-C and termination remove them before they end the process.
enum UnfinishedFiles {
    private static let capacity = 256
    private static let lock = Mutex(())

    /// Paths as C strings, nil where a place is free. Changed under the lock only; the signal handler reads it, which is why
    /// it is plain memory that never moves. Made, and the handlers installed, when the first file is added.
    private nonisolated(unsafe) static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
        let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
        paths.initialize(repeating: nil, count: capacity)
        for number in [SIGINT, SIGTERM] {
            let before = signal(number, removeAndEnd)
            // A process that was started with the signal ignored goes on ignoring it.
            if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
        }
        return paths
    }()

    /// Notes a file; beyond `capacity` at once, further ones stay behind when the process is interrupted.
    static func add(_ path: String) {
        let paths = paths
        lock.withLock { _ in
            if let free = (0..<capacity).first(where: { paths[$0] == nil }) { paths[free] = strdup(path) }
        }
    }

    /// Forgets a file that was moved to its place or removed.
    static func remove(_ path: String) {
        let paths = paths
        lock.withLock { _ in
            for place in 0..<capacity {
                guard let known = paths[place], strcmp(known, path) == 0 else { continue }
                paths[place] = nil
                free(known)
            }
        }
    }

    /// Only what POSIX allows in a signal handler (signal-safety(7)): unlink, signal, raise.
    private static let removeAndEnd: @convention(c) (Int32) -> Void = { number in
        for place in 0..<UnfinishedFiles.capacity {
            if let path = UnfinishedFiles.paths[place] { unlink(path) }
        }
        signal(number, SIG_DFL)
        raise(number)
    }
}
