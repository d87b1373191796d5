import Foundation
import Testing

@testable import Reports

@Suite final class OutputTests {
    private let directory: String

    init() throws {
        directory = NSTemporaryDirectory() + "/reports-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    private func bytes(_ text: String) -> ByteSink {
        var sink = ByteSink()
        sink.append(text)
        return sink
    }

    private func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(directory)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }

    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: directory).sorted() }

    @Test func aFileAppearsOnlyWhenItIsComplete() throws {
        try Data("old".utf8).write(to: URL(fileURLWithPath: "\(directory)/r.json"))
        var output = try FileOutput(path: "\(directory)/r.json")
        try output.write(bytes("new"))
        #expect(text("r.json") == "old")
        try output.finish()
        #expect(text("r.json") == "new")
        #expect(try names() == ["r.json"])
    }

    @Test func aReportThatFailsLeavesNothing() throws {
        do {
            var output = try FileOutput(path: "\(directory)/r.json")
            try output.write(bytes("half"))
            #expect(try names().count == 1)
        }
        #expect(try names() == [])
    }

    @Test func symbolicLinksAndPermissionsSurvive() throws {
        let manager = FileManager.default
        try Data("old".utf8).write(to: URL(fileURLWithPath: "\(directory)/real"))
        try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(directory)/real")
        try manager.createSymbolicLink(atPath: "\(directory)/link", withDestinationPath: "real")
        var output = try FileOutput(path: "\(directory)/link")
        try output.write(bytes("new"))
        try output.finish()
        #expect(text("real") == "new")
        #expect(try manager.destinationOfSymbolicLink(atPath: "\(directory)/link") == "real")
        #expect(try manager.attributesOfItem(atPath: "\(directory)/real")[.posixPermissions] as? Int == 0o640)
    }

    @Test func largeWritesPassThroughTheBuffer() throws {
        var output = try FileOutput(path: "\(directory)/big")
        var expected = ""
        for piece in 0..<400 {
            let text = String(repeating: "\(piece),", count: piece * 30)
            expected += text
            try output.write(bytes(text))
        }
        try output.finish()
        #expect(text("big") == expected)
    }

    @Test func continuationsAreNumberedAndOldOnesRemoved() throws {
        for name in ["r-003.xml", "r-004.xml", "r-006.xml"] {
            try Data("MARK old".utf8).write(to: URL(fileURLWithPath: "\(directory)/\(name)"))
        }
        try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(directory)/r-005.xml"))
        var output = try FileOutput(path: "\(directory)/r.xml")
        try output.write(bytes("1"))
        try output.startNextFile()
        try output.write(bytes("MARK 2"))
        output.replaceContinuations(beginningWith: "MARK")
        #expect(text("r-002.xml") == nil)
        try output.finish()
        // Those from 003 on are stale; the user's own file ends the row.
        #expect(try names() == ["r-002.xml", "r-005.xml", "r-006.xml", "r.xml"])
        #expect(text("r.xml") == "1" && text("r-002.xml") == "MARK 2")
    }

    @Test func numberedNames() {
        #expect(FilePaths.numbered("out/r.xml", 2) == "out/r-002.xml")
        #expect(FilePaths.numbered("out.d/r", 12) == "out.d/r-012")
        #expect(FilePaths.numbered(".r", 3) == ".r-003")
        #expect(FilePaths.numbered("a.b.xml", 1234) == "a.b-1234.xml")
    }

    @Test func missingDirectory() {
        let path = "\(directory)/none/r.json"
        #expect(throws: ReportError.cannotWrite(path: path, errno: ENOENT)) { try FileOutput(path: path) }
        let error = ReportError.cannotWrite(path: path, errno: ENOENT)
        #expect(error.message == "cannot write `\(path)`: No such file or directory")
    }

    @Test func directoryInTheWay() {
        #expect(throws: ReportError.cannotWrite(path: directory, errno: EISDIR)) { try FileOutput(path: directory) }
    }

    @Test func devicesAreWrittenDirectly() throws {
        var output = try FileOutput(path: "/dev/null")
        #expect(!output.canContinueInNextFile)
        try output.write(bytes("gone"))
        try output.finish()
        #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    }

    #if os(Linux)
        @Test func aFullDiskIsReported() throws {
            let full = ReportError.cannotWrite(path: "/dev/full", errno: ENOSPC)
            var small = try FileOutput(path: "/dev/full")
            try small.write(bytes("kept in the buffer"))
            #expect(throws: full) { try small.finish() }
            var large = try FileOutput(path: "/dev/full")
            #expect(throws: full) { try large.write(bytes(String(repeating: "x", count: 1 << 20))) }
        }
    #endif

    @Test func aReaderThatLeavesIsNoFault() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        var output = DescriptorOutput(ends[1], name: "standard output")
        try output.write(bytes("x"))
        #expect(throws: ReportError.readerGone) { try output.finish() }
        #expect(throws: ReportError.readerGone) { try output.write(bytes(String(repeating: "x", count: 1 << 20))) }
    }

    /// A full non-blocking pipe takes a write in parts and refuses in between.
    @Test func partialWritesGoOn() async throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let (reading, writing) = (ends[0], ends[1])
        _ = fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK)
        let reader = Task.detached {
            var total = 0
            var buffer = [UInt8](repeating: 0, count: 1000)
            while true {
                let got = read(reading, &buffer, buffer.count)
                if got <= 0 { return total }
                total += got
            }
        }
        var output = DescriptorOutput(writing, name: "standard output")
        try output.write(bytes(String(repeating: "x", count: 1 << 20)))
        try output.finish()
        close(writing)
        #expect(await reader.value == 1 << 20)
        close(reading)
    }
}
