#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes that are written once and read back in another order. JUnit states totals before the cases they count, so
/// cases have to wait; what is too much for memory waits in a file of the temporary directory, already without a name.
final class Spool {
    private let memoryLimit: Int
    private var memory: [UInt8] = []
    /// Bytes in the file; those in memory follow.
    private var filed = 0
    private var file: Int32?
    private var directory = ""

    init(memoryLimit: Int = 16 << 20) { self.memoryLimit = memoryLimit }

    deinit { if let file { close(file) } }

    /// Bytes so far.
    var count: Int { filed + memory.count }

    func append(_ bytes: ArraySlice<UInt8>) throws(ReportError) {
        memory += bytes
        if memory.count > memoryLimit { try spill() }
    }

    /// Writes a range of the bytes to the output.
    func copy(_ range: Range<Int>, to output: inout some ReportOutput) throws(ReportError) {
        var start = range.lowerBound
        while start < min(range.upperBound, filed) {
            let piece = try read(start, min(range.upperBound, filed) - start)
            try output.write(piece[...])
            start += piece.count
        }
        if range.upperBound > start { try output.write(memory[(start - filed)..<(range.upperBound - filed)]) }
    }

    private func spill() throws(ReportError) {
        let number: Int32
        if let file { number = file } else { number = try create() }
        file = number
        do throws(SystemFailure) { try writeAll(memory[...], to: number) } catch {
            throw .cannotWrite(path: directory, errno: error.errno)
        }
        filed += memory.count
        memory.removeAll(keepingCapacity: true)
    }

    private func create() throws(ReportError) -> Int32 {
        directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(directory)/plumb-XXXXXX".utf8CString)
        let number = mkstemp(&template)
        guard number >= 0 else { throw .cannotWrite(path: directory, errno: errno) }
        unlink(template)
        return number
    }

    private func read(_ start: Int, _ count: Int) throws(ReportError) -> [UInt8] {
        let size = min(count, 256 * 1024)
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, done in
            var got = 0
            repeat { got = pread(file ?? -1, buffer.baseAddress, size, off_t(start)) } while got < 0 && errno == EINTR
            // An end of file cannot be: the bytes were written.
            if got <= 0 { failure = got < 0 ? errno : EIO }
            done = max(0, got)
        }
        if failure != 0 { throw .cannotWrite(path: directory, errno: failure) }
        return bytes
    }
}
