import Diagnostics
import Foundation
import Inventory
import Testing

struct InputFilesTests {
    private func inventory(_ name: String) -> String.UTF8View { (Loading.header + "buckets: [{name: \(name)}]\n").utf8 }

    private func load(_ paths: String...) -> InventoryLoader.Result {
        InventoryLoader(catalog: Loading.catalog, jobs: 2).load(paths: paths)
    }

    private func names(_ result: InventoryLoader.Result) -> [String] {
        result.inventory.segments.flatMap { segment in
            segment.resources.map { result.inventory.id(of: $0, in: segment) }
        }
    }

    @Test func aDirectoryStandsForItsFilesInOrderOfName() throws {
        let directory = try ScratchDirectory()
        for name in ["b.yaml", "a.yml", "c.json", "B.yaml", "sub/x.yaml", "sub/deeper/y.yaml", "é.yaml"] {
            try directory.write(name, inventory("n-" + name.prefix { $0 != "." }.replacing("/", with: "-")))
        }
        for name in [".hidden.yaml", ".git/x.yaml", "notes.txt", "yaml", "c.json~", "d.YAML"] {
            try directory.write(name, "not: read".utf8)
        }
        let result = load(directory.path)
        #expect(Loading.problems(result.diagnostics) == [])
        #expect(names(result) == ["n-B", "n-a", "n-b", "n-c", "n-sub-deeper-y", "n-sub-x", "n-é"])
        #expect(
            result.inventory.inputs.map { $0.path.dropFirst(directory.path.count) } == [
                "/B.yaml", "/a.yml", "/b.yaml", "/c.json", "/sub/deeper/y.yaml", "/sub/x.yaml", "/é.yaml",
            ])
        #expect(names(load(directory.path + "/")) == names(result))
    }

    @Test func pathsAreReadInTheOrderGivenAndOnce() throws {
        let directory = try ScratchDirectory()
        let a = try directory.write("a.yaml", inventory("a"))
        let b = try directory.write("b.yaml", inventory("b"))
        #expect(names(load(b, a)) == ["b", "a"])
        #expect(names(load(b, directory.path, b)) == ["b", "a"])
        #expect(load(b, directory.path, b).diagnostics.isEmpty)
    }

    @Test func aNamedFileNeedsNoEnding() throws {
        let directory = try ScratchDirectory()
        #expect(names(load(try directory.write("inventory", inventory("a")))) == ["a"])
        #expect(names(load(try directory.write(".hidden", inventory("a")))) == ["a"])
    }

    @Test func oneBadFileDoesNotHideTheOthers() throws {
        let directory = try ScratchDirectory()
        try directory.write("1.yaml", inventory("a"))
        try directory.write("2.yaml", (Loading.header + "buckets: [{nam: b}]").utf8)
        try directory.write("3.yaml", inventory("c"))
        let result = load(directory.path, directory.path + "/nowhere.yaml")
        #expect(names(result) == ["a", "c"])
        #expect(result.diagnostics.hasErrors)
        #expect(result.diagnostics.allSatisfy { $0.span?.file.path.hasSuffix("/2.yaml") == true })
        #expect(result.unreadable.map(\.path) == [directory.path + "/nowhere.yaml"])
    }

    // MARK: What cannot be read

    @Test func aPathThatDoesNotExist() throws {
        let directory = try ScratchDirectory()
        let file = try directory.write("a.yaml", inventory("a"))
        for (path, reason) in [
            (directory.path + "/none.yaml", "no such file or directory"), (file + "/x", "not a directory"),
            ("", "no such file or directory"),
        ] {
            let result = load(path)
            #expect(result.unreadable.map(\.path) == [path])
            #expect(result.unreadable.map(\.reason) == [reason])
            #expect(result.diagnostics.isEmpty && result.inventory.resourceCount == 0)
        }
    }

    @Test func aLinkToNowhereInADirectory() throws {
        let directory = try ScratchDirectory()
        try directory.write("a.yaml", inventory("a"))
        try FileManager.default.createSymbolicLink(atPath: directory.path + "/b.yaml", withDestinationPath: "nowhere")
        #expect(load(directory.path).unreadable.map(\.path) == [directory.path + "/b.yaml"])
    }

    @Test func aLinkIntoItsOwnDirectoryEnds() throws {
        let directory = try ScratchDirectory()
        try directory.write("a.yaml", inventory("a"))
        try FileManager.default.createSymbolicLink(atPath: directory.path + "/loop", withDestinationPath: ".")
        let result = load(directory.path)
        #expect(result.unreadable.count == 1 && result.unreadable[0].reason.contains("symbolic links"))
    }

    @Test func aLinkToAFileIsTheFile() throws {
        let directory = try ScratchDirectory()
        try directory.write("sub/a.txt", inventory("a"))
        try FileManager.default.createSymbolicLink(atPath: directory.path + "/b.yaml", withDestinationPath: "sub/a.txt")
        #expect(names(load(directory.path)) == ["a"])
    }

    /// An administrator may read every file, so there is nothing to see for one.
    @Test(.enabled(if: getuid() != 0)) func aFileWithoutPermission() throws {
        let directory = try ScratchDirectory()
        let path = try directory.write("a.yaml", inventory("a"))
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        #expect(load(path).unreadable.map(\.reason) == ["permission denied"])
        #expect(load(directory.path).unreadable.map(\.path) == [path])
    }

    #if os(Linux)
        @Test func aFileThatFailsWhileItIsRead() {
            // The first page of a process's memory is never mapped.
            let result = load("/proc/self/mem")
            #expect(result.unreadable.map(\.path) == ["/proc/self/mem"])
            #expect(result.unreadable.map(\.reason) == ["input/output error"])
        }
    #endif

    // MARK: Nothing there

    @Test(
        "directories without an inventory",
        arguments: [[], ["notes.txt"], [".a.yaml"], ["sub/notes.txt"]] as [[String]])
    func emptyDirectory(files: [String]) throws {
        let directory = try ScratchDirectory()
        for name in files { try directory.write(name, inventory("a")) }
        #expect(
            load(directory.path).diagnostics.map(\.message) == [
                "the directory `\(directory.path)` holds no inventory (.yaml, .yml or .json)"
            ])
    }

    @Test("files without an inventory", arguments: ["", "# nothing\n", "\u{FEFF}", "---\n", "~\n"])
    func emptyFile(text: String) throws {
        let directory = try ScratchDirectory()
        let result = load(try directory.write("a.yaml", text.utf8))
        #expect(
            Loading.problems(result.diagnostics) == [
                "1:1: the file is empty | help: an inventory begins with `inventory: 1`"
            ])
    }

    @Test func theNullDeviceIsEmpty() {
        #expect(
            Loading.problems(load("/dev/null").diagnostics) == [
                "1:1: the file is empty | help: an inventory begins with `inventory: 1`"
            ])
    }

    // MARK: Rule files

    @Test func ruleFilesInADirectoryArePassedOver() throws {
        let directory = try ScratchDirectory()
        try directory.write("a.yaml", inventory("a"))
        let rules = try directory.write("b.yaml", "rules:\n  - {id: r}\n".utf8)
        let result = load(directory.path)
        #expect(Loading.problems(result.diagnostics) == [])
        #expect(names(result) == ["a"])
        #expect(result.others.map(\.path) == [rules])
    }

    @Test func aRuleFileThatIsNamedIsAnError() throws {
        let directory = try ScratchDirectory()
        let path = try directory.write("b.yaml", "rules: []\n".utf8)
        let result = load(path)
        #expect(
            Loading.problems(result.diagnostics) == [
                "1:1: this is a rule file, not an inventory | help: give it with `--rules`"
            ])
        #expect(result.others.isEmpty)
    }

    @Test func onlyRuleFilesAreNoInventory() throws {
        let directory = try ScratchDirectory()
        let path = try directory.write("b.yaml", "rules: []\n".utf8)
        let result = load(directory.path)
        #expect(result.diagnostics.map(\.message) == ["there are only rule files here, no inventory"])
        #expect(result.others.map(\.path) == [path])
    }

    // MARK: Pipes

    @Test("a pipe is read to its end", arguments: [1, 2000])
    func pipe(items: Int) throws {
        let directory = try ScratchDirectory()
        let path = directory.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        let text =
            Loading.header + "buckets:\n"
            + (0..<items).map { "- {name: b-\($0), tags: {a: \(String(repeating: "x", count: 80))}}\n" }.joined()
        let bytes = Array(text.utf8)
        let writer = Thread {
            let descriptor = open(path, O_WRONLY)
            var at = 0
            while at < bytes.count {
                let count = bytes[at...].withUnsafeBytes { write(descriptor, $0.baseAddress, min($0.count, 5000)) }
                if count <= 0 { break }
                at += count
            }
            close(descriptor)
        }
        writer.start()
        let result = load(path)
        #expect(Loading.problems(result.diagnostics) == [])
        #expect(result.inventory.resourceCount == items)
    }
}
