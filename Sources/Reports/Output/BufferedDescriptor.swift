#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the system answered to a call that failed.
struct SystemFailure: Error {
    var errno: Int32
}

/// An open file that is written in pieces of 64 KiB.
struct BufferedDescriptor {
    private static let capacity = 64 * 1024

    let number: Int32
    private var buffer: [UInt8] = []

    init(_ number: Int32) {
        self.number = number
        buffer.reserveCapacity(Self.capacity)
    }

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(SystemFailure) {
        if buffer.count + bytes.count > Self.capacity { try flush() }
        if bytes.count >= Self.capacity {
            try writeAll(bytes, to: number)
        } else {
            buffer.append(contentsOf: bytes)
        }
    }

    /// Writes what is still in the buffer.
    mutating func flush() throws(SystemFailure) {
        guard !buffer.isEmpty else { return }
        // Emptied also where the write fails, so that closing does not try again.
        defer { buffer.removeAll(keepingCapacity: true) }
        try writeAll(buffer[...], to: number)
    }

    /// Writes the rest and closes; some file systems report a full disk only here.
    mutating func close() throws(SystemFailure) {
        do throws(SystemFailure) { try flush() } catch {
            closeQuietly()
            throw error
        }
        if systemClose(number) != 0, errno != EINTR { throw SystemFailure(errno: errno) }
    }

    func closeQuietly() { _ = systemClose(number) }
}

private func systemClose(_ number: Int32) -> Int32 { close(number) }

/// Writes every byte: again after a signal, on from where a partial write ended, and after a wait where a
/// non-blocking pipe is full.
func writeAll(_ bytes: UnsafeRawBufferPointer, to number: Int32) throws(SystemFailure) {
    // Without this a reader that leaves would end the process before it can say or clean up anything.
    _ = ignoringBrokenPipes
    var done = 0
    while done < bytes.count {
        let written = write(number, bytes.baseAddress! + done, bytes.count - done)
        if written >= 0 {
            done += written
        } else if errno == EAGAIN || errno == EWOULDBLOCK {
            var wait = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
            _ = poll(&wait, 1, -1)
        } else if errno != EINTR {
            throw SystemFailure(errno: errno)
        }
    }
}

/// Writes every byte of an array.
func writeAll(_ bytes: ArraySlice<UInt8>, to number: Int32) throws(SystemFailure) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(SystemFailure) in
        try writeAll(UnsafeRawBufferPointer(bytes), to: number)
    }
}

private let ignoringBrokenPipes: Void = {
    _ = signal(SIGPIPE, SIG_IGN)
}()
