#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why a report was not written.
package enum ReportError: Error, Equatable, Sendable {
    /// The system refused; `errno` says why.
    case cannotWrite(path: String, errno: Int32)
    /// Whoever read standard output has gone (`plumb check … | head`): no fault, the process may end quietly.
    case readerGone
    /// The judgements do not add up to the figures of the run: a fault of the program, never of the input.
    case inconsistent(String)

    /// One sentence for the user, in the manner of all messages: lower-case start, no final period.
    package var message: String {
        switch self {
        case .cannotWrite(let path, let errno): "cannot write `\(path)`: \(String(cString: strerror(errno)))"
        case .readerGone: "standard output was closed by its reader"
        case .inconsistent(let what): "internal error, the report would be wrong: \(what)"
        }
    }
}
