#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A report to a descriptor that is open already, as standard output is.
package struct DescriptorOutput: ReportOutput {
    private var descriptor: BufferedDescriptor
    private let name: String

    /// Writes to an open descriptor, which stays open; `name` is for messages.
    package init(_ number: Int32, name: String) {
        descriptor = BufferedDescriptor(number)
        self.name = name
    }

    /// Standard output of the process.
    package static func standardOutput() -> DescriptorOutput {
        DescriptorOutput(STDOUT_FILENO, name: "standard output")
    }

    /// There is only the one descriptor.
    package var canContinueInNextFile: Bool { false }

    /// Adds bytes, in pieces of 64 KiB.
    package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ReportError) {
        do throws(SystemFailure) { try descriptor.write(bytes) } catch { throw reportError(error) }
    }

    /// Never called.
    package mutating func startNextFile() throws(ReportError) {}

    /// Writes what is still in the buffer; to be called at the end.
    package mutating func finish() throws(ReportError) {
        do throws(SystemFailure) { try descriptor.flush() } catch { throw reportError(error) }
    }

    private func reportError(_ failure: SystemFailure) -> ReportError {
        failure.errno == EPIPE ? .readerGone : .cannotWrite(path: name, errno: failure.errno)
    }
}
