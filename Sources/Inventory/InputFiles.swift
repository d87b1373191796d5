package import Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Why a path could not be read: exit code 3, unlike what is wrong inside a file.
package struct UnreadableFile: Error, Sendable {
    package var path: String
    /// The system's reason, as "permission denied".
    package var reason: String

    init(_ path: String, _ code: Int32) {
        self.path = path
        reason = String(cString: strerror(code)).lowercased()
    }

    init(_ path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}

/// Finds and reads the files a command line names.
package enum InputFiles {
    /// A file to read. `isNamed` is false for one that was found in a directory.
    package struct Candidate: Sendable {
        package var path: String
        package var isNamed: Bool
        /// The file itself, where it has been read.
        fileprivate var file: SourceFile?

        init(path: String, isNamed: Bool) { (self.path, self.isNamed) = (path, isNamed) }

        /// A file that has been read.
        package init(_ file: SourceFile) { (path, isNamed, self.file) = (file.path, true, file) }
    }

    /// The `.yaml`, `.yml` and `.json` files under `path` in order of name, `withTables` the `.csv` files as well, or `path`
    /// itself when it is no directory. Names that begin with a dot are passed over.
    package static func candidates(at path: String, withTables: Bool = false) throws(UnreadableFile) -> [Candidate] {
        var info = stat()
        guard stat(path, &info) == 0 else { throw UnreadableFile(path, errno) }
        guard info.st_mode & S_IFMT == S_IFDIR else { return [Candidate(path: path, isNamed: true)] }
        let endings = [".yaml", ".yml", ".json"] + (withTables ? [".csv"] : [])
        var result: [Candidate] = []
        for name in try names(in: path) where !name.hasPrefix(".") {
            let child = path.hasSuffix("/") ? path + name : path + "/" + name
            // What cannot be looked at is a candidate too: reading it says why, and the other files are read all the same.
            let isKnown = stat(child, &info) == 0
            if isKnown, info.st_mode & S_IFMT == S_IFDIR {
                result += try candidates(at: child, withTables: withTables)
            } else if !isKnown || endings.contains(where: name.hasSuffix) {
                result.append(Candidate(path: child, isNamed: false))
            }
        }
        return result
    }

    /// Whether a path leads to a file or directory.
    package static func isThere(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0
    }

    private static func names(in directory: String) throws(UnreadableFile) -> [String] {
        guard let handle = opendir(directory) else { throw UnreadableFile(directory, errno) }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
                    String(cString: $0)
                }
            }
            names.append(name)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Reads a candidate. One found in a directory must be a plain file: a pipe that nobody writes to would never end.
    package static func read(_ candidate: Candidate) throws(UnreadableFile) -> SourceFile {
        if let file = candidate.file { return file }
        var info = stat()
        if !candidate.isNamed, stat(candidate.path, &info) == 0, info.st_mode & S_IFMT != S_IFREG {
            throw UnreadableFile(candidate.path, reason: "not a plain file")
        }
        return try read(candidate.path)
    }

    /// Reads a whole file, pipe or device into memory. It is copied rather than mapped: a mapped file that another
    /// process shortens would kill this one.
    package static func read(_ path: String) throws(UnreadableFile) -> SourceFile {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw UnreadableFile(path, errno) }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw UnreadableFile(path, errno) }
        if info.st_mode & S_IFMT == S_IFDIR { throw UnreadableFile(path, EISDIR) }
        var capacity = max(Int(info.st_size) + 1, 1 << 16)
        var storage = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        var count = 0
        while true {
            if count == capacity {
                let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity * 2, alignment: 16)
                larger.copyMemory(from: storage, byteCount: count)
                storage.deallocate()
                (storage, capacity) = (larger, capacity * 2)
            }
            let got = systemRead(descriptor, storage + count, capacity - count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else {
                let code = errno
                storage.deallocate()
                throw UnreadableFile(path, code)
            }
            if got == 0 { break }
            count += got
        }
        guard count <= SourceFile.limit else {
            storage.deallocate()
            throw UnreadableFile(path, reason: "larger than the limit of 4 GiB a file; split it")
        }
        return SourceFile(path: path, owning: storage, count: count)
    }

    private static func systemRead(_ descriptor: Int32, _ to: UnsafeMutableRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, to, count)
        #elseif canImport(Musl)
            Musl.read(descriptor, to, count)
        #else
            Darwin.read(descriptor, to, count)
        #endif
    }
}
