import Foundation
import TestClosing
import Testing

@testable import orderd

/// What a command is given to read.
@Suite(.closing)
struct `An input file` {
    @Test func `can be a file`() throws {
        let file = try TestFolder.make().appending(path: "file").path
        try Data("text".utf8).write(to: URL(filePath: file))
        let input = try InputFile(file)
        #expect(try input.text == "text")
        #expect(input.isRegular)
    }

    @Test func `can be a pipe, however large its pieces`() async throws {
        let file = try TestFolder.make().appending(path: "pipe").path
        try #require(mkfifo(file, 0o600) == 0)
        let text = Data(repeating: 97, count: 300_000)
        async let writing: Void = {
            try FileHandle(forWritingTo: URL(filePath: file)).write(contentsOf: text)
        }()
        let input = try InputFile(file)
        try await writing
        #expect(input.bytes.count == text.count && !input.isRegular)
    }

    @Test(arguments: [(10, true), (9, false)])
    func `has a largest size`(limit: Int, isRead: Bool) throws {
        let file = try TestFolder.make().appending(path: "file").path
        try Data("0123456789".utf8).write(to: URL(filePath: file))
        let found = try? InputFile(file, maximumSize: limit)
        #expect((found?.bytes.count == 10) == isRead)
    }

    @Test func `without an end is read no further than its limit`() {
        #expect(reason { try InputFile("/dev/zero") } == "is larger than 16 MiB")
    }

    @Test func `has text only in UTF-8`() throws {
        let file = try TestFolder.make().appending(path: "file").path
        try Data([0x61, 0xFF]).write(to: URL(filePath: file))
        let input = try InputFile(file)
        #expect(throws: InputFile.Unreadable.self) { try input.text }
    }

    @Test func `that is none says why`() throws {
        let folder = try TestFolder.make()
        let pipe = folder.appending(path: "pipe").path
        try #require(mkfifo(pipe, 0o600) == 0)
        #expect(reason { try InputFile(folder.path) } == "is a folder, not a file")
        #expect(reason { try InputFile(pipe + "x") } == "there is no such file")
        #expect(
            reason { try InputFile(folder.path + "/pipe/x") } == "cannot be read: Not a directory"
        )
        let watched = reason { try InputFile(watched: pipe) }
        #expect(watched == "is no regular file: \(InputFile.isReadAgain)")
        #expect(reason { try InputFile(watched: folder.path) } == "is a folder, not a file")
    }

    private func reason(_ read: () throws -> InputFile) -> String? {
        do {
            _ = try read()
            return nil
        } catch {
            return (error as? InputFile.Unreadable)?.reason
        }
    }
}
