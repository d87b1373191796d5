#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reads lines from standard input. On a terminal a line can be edited and earlier ones recalled with the arrow keys; a
/// library for this would be the only one that brings a licence or a terminal database along.
struct LineEditor {
    private let isTerminal: Bool
    private var history: [String] = []

    init(isTerminal: Bool) { self.isTerminal = isTerminal }

    /// The next line without its line feed; nil at the end of input (Ctrl-D on an empty line).
    mutating func next(prompt: String) -> String? {
        guard isTerminal else { return readLine(strippingNewline: true) }
        var saved = termios()
        guard tcgetattr(0, &saved) == 0 else { return readLine(strippingNewline: true) }
        var raw = saved
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        raw.c_lflag |= tcflag_t(ISIG)
        tcsetattr(0, TCSADRAIN, &raw)
        defer { tcsetattr(0, TCSADRAIN, &saved) }
        let line = edit(prompt)
        if let line, !line.isEmpty, history.last != line { history.append(line) }
        return line
    }

    private func edit(_ prompt: String) -> String? {
        var line: [Character] = []
        var cursor = 0
        var place = history.count
        var pending: [UInt8] = []
        func show() {
            let back = line.count - cursor
            put("\r\u{1B}[K\(prompt)\(String(line))" + (back > 0 ? "\u{1B}[\(back)D" : ""))
        }
        func recall(_ index: Int) {
            guard index >= 0, index <= history.count else { return }
            place = index
            line = index < history.count ? Array(history[index]) : []
            cursor = line.count
        }
        show()
        while let byte = byte() {
            switch byte {
            case 0x0A, 0x0D:
                put("\n")
                return String(line)
            case 0x04 where line.isEmpty:
                put("\n")
                return nil
            case 0x7F, 0x08:
                if cursor > 0 {
                    cursor -= 1
                    line.remove(at: cursor)
                }
            case 0x01: cursor = 0
            case 0x05: cursor = line.count
            case 0x15: (line, cursor) = ([], 0)
            case 0x1B:
                guard self.byte() == UInt8(ascii: "["), let key = self.byte() else { continue }
                switch key {
                case UInt8(ascii: "A"): recall(place - 1)
                case UInt8(ascii: "B"): recall(place + 1)
                case UInt8(ascii: "C"): cursor = min(line.count, cursor + 1)
                case UInt8(ascii: "D"): cursor = max(0, cursor - 1)
                case UInt8(ascii: "H"): cursor = 0
                case UInt8(ascii: "F"): cursor = line.count
                default: break
                }
            case 0x20...:
                // A character may be several bytes.
                pending.append(byte)
                guard let text = String(validating: pending, as: UTF8.self) else {
                    if pending.count == 4 { pending = [] }
                    continue
                }
                pending = []
                for character in text {
                    line.insert(character, at: cursor)
                    cursor += 1
                }
            default: continue
            }
            show()
        }
        return nil
    }

    private func byte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(0, &byte, 1)
            if count == 1 { return byte }
            if count < 0, errno == EINTR { continue }
            return nil
        }
    }

    private func put(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(1, $0.baseAddress!, $0.count) }
    }
}
