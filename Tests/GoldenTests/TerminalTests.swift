import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Colours appear on a terminal only, and not where they are refused.
struct TerminalTests {
    /// A pseudo-terminal: what is written to `end` can be read from `descriptor`.
    private struct PseudoTerminal {
        var descriptor: Int32
        var end: FileHandle

        init() throws {
            descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY)
            let name = try #require(Self.name(of: descriptor))
            end = FileHandle(fileDescriptor: open(name, O_RDWR | O_NOCTTY), closeOnDealloc: true)
        }

        /// Unlocks the terminal and tells its other end's path.
        private static func name(of descriptor: Int32) -> String? {
            #if canImport(Darwin)
                guard grantpt(descriptor) == 0, unlockpt(descriptor) == 0 else { return nil }
                return ptsname(descriptor).map { String(cString: $0) }
            #else
                // The C library hides grantpt and its kin from Swift; these are TIOCSPTLCK and TIOCGPTN (ioctl_tty(2)).
                var lock: Int32 = 0
                var number: UInt32 = 0
                guard ioctl(descriptor, 0x4004_5431, &lock) == 0, ioctl(descriptor, 0x8004_5430, &number) == 0 else {
                    return nil
                }
                return "/dev/pts/\(number)"
            #endif
        }

        /// What has been written so far.
        func text() -> String {
            // Something is there to read even where the program wrote nothing, so that the call does not wait.
            try? end.write(contentsOf: Data([0x2E]))
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(descriptor, &bytes, bytes.count)
            return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
        }
    }

    struct Case: CustomTestStringConvertible {
        var name: String
        var environment: [String: String] = [:]
        var arguments: [String] = []
        var isColored: Bool
        var testDescription: String { name }

        static let all = [
            Case(name: "a terminal", isColored: true),
            Case(name: "NO_COLOR is set", environment: ["NO_COLOR": "1"], isColored: false),
            Case(name: "NO_COLOR is set, to whatever", environment: ["NO_COLOR": "0"], isColored: false),
            Case(name: "NO_COLOR is empty, which means not set", environment: ["NO_COLOR": ""], isColored: true),
            Case(name: "a dumb terminal", environment: ["TERM": "dumb"], isColored: false),
            Case(name: "never", arguments: ["--color", "never"], isColored: false),
            Case(
                name: "always, though NO_COLOR is set", environment: ["NO_COLOR": "1"],
                arguments: ["--color", "always"], isColored: true),
        ]
    }

    @Test("colours on", arguments: Case.all)
    func colors(test: Case) throws {
        let scratch = try Scratch()
        try scratch.link("inventory-examples")
        let terminal = try PseudoTerminal()
        defer { close(terminal.descriptor) }
        let arguments = ["check", "inventory-examples/seoul-lab.yaml", "--quiet"] + test.arguments
        let outcome = try Plumb.run(
            arguments, in: scratch, environment: test.environment, output: terminal.end)
        let text = terminal.text()
        #expect(outcome.code == 1)
        #expect(text.contains("findings"))
        #expect(text.contains("\u{1B}[") == test.isColored)
        #expect(outcome.complaintText == "")
    }
}
