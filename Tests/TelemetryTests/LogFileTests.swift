import Foundation
import Testing

@testable import Telemetry

struct `The log's file` {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "orderd-log-\(UInt64.random(in: .min ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test func `is its owner's, and what was there stays`() throws {
        try withFolder { folder in
            let path = folder.appending(path: "log").path
            try LogFile(path).write(Array("one\n".utf8))
            try LogFile(path).write(Array("two\n".utf8))
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "one\ntwo\n")
            let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect((rights as? NSNumber)?.intValue == 0o600)
        }
    }

    @Test func `is opened anew when it was moved away`() throws {
        try withFolder { folder in
            let (path, moved) = (
                folder.appending(path: "log").path, folder.appending(path: "log.1").path
            )
            let file = try LogFile(path)
            file.write(Array("one\n".utf8))
            try FileManager.default.moveItem(atPath: path, toPath: moved)
            file.write(Array("two\n".utf8))
            file.reopen()
            file.write(Array("three\n".utf8))
            #expect(try String(contentsOfFile: moved, encoding: .utf8) == "one\ntwo\n")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "three\n")
        }
    }

    @Test func `stays in use where it cannot be opened anew`() throws {
        try withFolder { folder in
            let inner = folder.appending(path: "inner")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            let file = try LogFile(inner.appending(path: "log").path)
            let moved = folder.appending(path: "moved")
            try FileManager.default.moveItem(at: inner, to: moved)
            file.reopen()
            file.write(Array("one\n".utf8))
            let text = try String(contentsOf: moved.appending(path: "log"), encoding: .utf8)
            #expect(text == "one\n")
        }
    }

    @Test func `that cannot be opened says why`() {
        #expect(throws: LogFile.Unopened.self) { try LogFile("/nowhere/at/all/log") }
    }

    @Test func `that takes nothing holds nobody up`() throws {
        // Every write to it fails with ENOSPC.
        let file = try LogFile("/dev/full")
        for _ in 1...3 { file.write(Array("line\n".utf8)) }
        #expect(file.lost == 3)
    }
}
