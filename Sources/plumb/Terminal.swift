internal import ArgumentParser
internal import Diagnostics
internal import Triage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// When to use colours.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never

    /// On a terminal only, and not where `NO_COLOR` is set (https://no-color.org) or the terminal is dumb.
    func palette(for descriptor: Int32) -> Palette {
        switch self {
        case .always: return Palette(isEnabled: true)
        case .never: return Palette(isEnabled: false)
        case .auto:
            let isRefused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
            let isDumb = getenv("TERM").map { strcmp($0, "dumb") == 0 } ?? false
            return Palette(isEnabled: isatty(descriptor) == 1 && !isRefused && !isDumb)
        }
    }
}

/// Writing to the two standard streams.
enum Terminal {
    static let standardOutput: Int32 = 1
    static let standardError: Int32 = 2

    /// Writes a text and a line feed to standard output; a reader that has gone is no fault.
    static func print(_ text: String) { write(text, to: standardOutput) }

    /// Writes a text and a line feed to standard error.
    static func complain(_ text: String) { write(text, to: standardError) }

    /// Ends the process.
    static func end(_ code: Triage.ExitCode) -> Never { exit(code.rawValue) }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)
        if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { systemWrite(descriptor, $0.baseAddress!, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                // A reader that has gone has seen enough; anything else on standard output must not pass silently.
                if descriptor == standardOutput, errno != EPIPE {
                    complain("error: cannot write to standard output: \(String(cString: strerror(errno)).lowercased())")
                    end(.incomplete)
                }
                return
            }
            written += count
        }
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes, count)
        #elseif canImport(Musl)
            Musl.write(descriptor, bytes, count)
        #else
            Darwin.write(descriptor, bytes, count)
        #endif
    }
}
