#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A report to a file, or to several that go on from it: `report.xml`, `report-002.xml`.
///
/// Everything is written beside its place and moved there by `finish`, so that a reader never meets half a report and a
/// run that fails leaves the last one standing. Devices and pipes are written directly.
package final class FileOutput: ReportOutput {
    /// A file being written, and where it belongs once it is complete.
    private struct Piece {
        var temporary: String?
        var path: String
    }

    private let path: String
    private var pieces: [Piece] = []
    private var descriptor: BufferedDescriptor?
    private var continuationMark: StaticString?

    /// Begins the first file; at a device or pipe, opens it.
    package init(path: String) throws(ReportError) {
        self.path = path
        try open(path)
    }

    deinit { discard() }

    /// Not at a device or pipe.
    package var canContinueInNextFile: Bool { pieces.first?.temporary != nil }

    /// Adds bytes to the current file.
    package func write(_ bytes: UnsafeRawBufferPointer) throws(ReportError) {
        precondition(descriptor != nil, "a report is written before it is finished")
        do throws(SystemFailure) { try descriptor!.write(bytes) } catch { throw reportError(error) }
    }

    /// Begins `NAME-002.xml` and so on.
    package func startNextFile() throws(ReportError) {
        try closeCurrent()
        try open(FilePaths.numbered(path, pieces.count + 1))
    }

    /// To be done when everything is in its place.
    package func replaceContinuations(beginningWith mark: StaticString) { continuationMark = mark }

    /// Moves the files to their places; nothing of the report is visible before.
    package func finish() throws(ReportError) {
        try closeCurrent()
        let count = pieces.count
        while let piece = pieces.first {
            if let temporary = piece.temporary, rename(temporary, piece.path) != 0 {
                throw .cannotWrite(path: piece.path, errno: errno)
            }
            if let temporary = piece.temporary { UnfinishedFiles.remove(temporary) }
            pieces.removeFirst()
        }
        if let mark = continuationMark {
            var next = count + 1
            while FilePaths.file(FilePaths.numbered(path, next), beginsWith: mark) {
                unlink(FilePaths.numbered(path, next))
                next += 1
            }
        }
    }

    /// Removes what was written of a report that is not to be.
    private func discard() {
        descriptor?.closeQuietly()
        descriptor = nil
        for case let temporary? in pieces.map(\.temporary) {
            unlink(temporary)
            UnfinishedFiles.remove(temporary)
        }
        pieces = []
    }

    private func closeCurrent() throws(ReportError) {
        guard var last = descriptor else { return }
        descriptor = nil
        do throws(SystemFailure) { try last.close() } catch { throw reportError(error) }
    }

    private func open(_ path: String) throws(ReportError) {
        let place = FilePaths.resolved(path)
        guard FilePaths.isReplaceable(place) else {
            let number = systemOpen(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
            guard number >= 0 else { throw .cannotWrite(path: path, errno: errno) }
            pieces.append(Piece(temporary: nil, path: path))
            descriptor = BufferedDescriptor(number)
            return
        }
        var temporary = FilePaths.temporary(for: place)
        var number = systemOpen(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
        while number < 0, errno == EEXIST {
            // Left by a process of the same number that was killed.
            temporary = FilePaths.temporary(for: place)
            number = systemOpen(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
        }
        guard number >= 0 else { throw .cannotWrite(path: path, errno: errno) }
        UnfinishedFiles.add(temporary)
        if let mode = FilePaths.mode(of: place) { fchmod(number, mode) }
        pieces.append(Piece(temporary: temporary, path: place))
        descriptor = BufferedDescriptor(number)
    }

    private func reportError(_ failure: SystemFailure) -> ReportError {
        .cannotWrite(path: pieces.last?.path ?? path, errno: failure.errno)
    }
}

/// Readable and writable for all but what the user's mask takes away, as shells create files.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o666) }
