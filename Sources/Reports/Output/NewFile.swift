#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that must not be there yet: what a user may have written is never overwritten.
package enum NewFile {
    /// Why there is none.
    package enum Failure: Error, Sendable {
        /// Something of this name is there.
        case exists
        case cannotWrite(ReportError)
    }

    /// Creates the file with this text.
    package static func write(_ text: String, to path: String) throws(Failure) {
        let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard number >= 0 else {
            throw errno == EEXIST ? .exists : .cannotWrite(.cannotWrite(path: path, errno: errno))
        }
        var descriptor = BufferedDescriptor(number)
        do throws(SystemFailure) {
            try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(SystemFailure) in
                try descriptor.write(UnsafeRawBufferPointer(bytes))
            }
            try descriptor.close()
        } catch {
            unlink(path)
            throw .cannotWrite(.cannotWrite(path: path, errno: error.errno))
        }
    }
}
