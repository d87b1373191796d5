import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The names of the files a report takes up, and what stands there already.
enum FilePaths {
    /// `report.xml` and 2 give `report-002.xml`.
    static func numbered(_ path: String, _ number: Int) -> String {
        let digits = String(number)
        let suffix = "-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        let nameStart = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        guard let dot = path[nameStart...].lastIndex(of: "."), dot > nameStart else { return path + suffix }
        return path[..<dot] + suffix + path[dot...]
    }

    /// A new hidden name in the same directory, since a file can be moved in one step only within a file system.
    static func temporary(for path: String) -> String {
        let nameStart = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        let number = temporaries.add(1, ordering: .relaxed).newValue
        return "\(path[..<nameStart]).plumb-\(getpid())-\(number).tmp"
    }

    /// Names given to temporary files by this process.
    private static let temporaries = Atomic(0)

    /// The file itself where the path is a symbolic link to it, so that the link survives; else the path.
    static func resolved(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Whether a new file may take the path's place: nothing is there, or a plain file. What lies under `/dev` or
    /// `/proc` stands for something else even where it looks like one (`/dev/stdout`).
    static func isReplaceable(_ path: String) -> Bool {
        if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return false }
        guard let status = status(of: path) else { return true }
        return status.st_mode & S_IFMT == S_IFREG
    }

    /// The permissions of the file that is there.
    static func mode(of path: String) -> mode_t? {
        status(of: path).map { $0.st_mode & 0o777 }
    }

    /// Whether a plain file of this name is there and begins with the text.
    static func file(_ path: String, beginsWith mark: StaticString) -> Bool {
        guard let status = status(of: path), status.st_mode & S_IFMT == S_IFREG else { return false }
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { return false }
        defer { close(number) }
        var start = [UInt8](repeating: 0, count: mark.utf8CodeUnitCount)
        let count = read(number, &start, start.count)
        return count == start.count
            && start.elementsEqual(UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
    }

    private static func status(of path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}
