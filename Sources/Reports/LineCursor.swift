import Diagnostics

/// Turns byte offsets into lines and columns by walking from the last place asked for: the places of one part lie close
/// together, while `SourceFile.position` would count from its last index mark, and under a lock, each time.
///
/// One a thread. It also keeps each file's path in the encoding of the report.
struct LineCursor {
    /// Where a walk stands.
    fileprivate struct Place {
        let file: SourceFile
        let path: ByteSink
        var offset: Int
        var line: Int
        var column: Int
    }

    /// Beyond this many bytes the file's own index is nearer.
    private let reach: Int
    private let encodePath: @Sendable (String) -> ByteSink
    private var current: Place?
    /// Places in the files that are not the current one.
    private var others: [ObjectIdentifier: Place] = [:]

    init(reach: Int = 64 * 1024, encodePath: @escaping @Sendable (String) -> ByteSink) {
        (self.reach, self.encodePath) = (reach, encodePath)
    }

    /// Path, line and column (from 1) of a byte offset, as `SourceFile.position` has them.
    mutating func place(of offset: Int, in file: SourceFile) -> (path: ByteSink, line: Int, column: Int) {
        turn(to: file, near: offset)
        current!.walk(to: min(max(offset, 0), file.count), reach: reach)
        return (current!.path, current!.line, current!.column)
    }

    /// `path:line:column`.
    mutating func append(_ span: SourceSpan, to sink: inout ByteSink) {
        let (path, line, column) = place(of: span.start, in: span.file)
        sink.append(path)
        sink += ":"
        sink.append(line)
        sink += ":"
        sink.append(column)
    }

    private mutating func turn(to file: SourceFile, near offset: Int) {
        if let current {
            if current.file === file { return }
            others[ObjectIdentifier(current.file)] = current
        }
        if let known = others.removeValue(forKey: ObjectIdentifier(file)) {
            current = known
        } else {
            let position = file.position(of: offset)
            current = Place(
                file: file, path: encodePath(file.path), offset: min(max(offset, 0), file.count), line: position.line,
                column: position.column)
        }
    }
}

extension LineCursor.Place {
    /// Moves to an offset inside the file.
    fileprivate mutating func walk(to target: Int, reach: Int) {
        guard abs(target - offset) <= reach else {
            let position = file.position(of: target)
            (offset, line, column) = (target, position.line, position.column)
            return
        }
        if target >= offset { walkForward(to: target) } else { walkBack(to: target) }
    }

    private mutating func walkForward(to target: Int) {
        for byte in file.bytes[offset..<target] {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        offset = target
    }

    private mutating func walkBack(to target: Int) {
        let bytes = file.bytes
        var feeds = 0
        var characters = 0
        for byte in bytes[target..<offset] {
            if byte == UInt8(ascii: "\n") { feeds += 1 }
            if byte & 0xC0 != 0x80 { characters += 1 }
        }
        offset = target
        if feeds == 0 {
            column -= characters
            return
        }
        line -= feeds
        column = 1
        var start = target
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") {
            start -= 1
            if bytes[start] & 0xC0 != 0x80 { column += 1 }
        }
    }
}
