import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import TestClosing
import Testing

@testable import orderd

/// What is read again, and when.
@Suite(.closing)
struct `A file watch` {
    @Test func `sees what changed between its making and its begin`() async throws {
        let file = try TestFolder.make().appending(path: "keys")
        try Data("first".utf8).write(to: file)
        let (texts, told) = AsyncStream.makeStream(of: String.self)
        let entry = FileWatch.Entry(name: "keys", files: [file.path]) {
            told.yield(try String(contentsOf: file, encoding: .utf8))
        }
        try Data("second, longer".utf8).write(to: file)
        let watch = FileWatch(
            entries: [entry],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            interval: .milliseconds(1)
        )
        try await withThrowingTaskGroup { group in
            group.addTask { try await watch.run() }
            var iterator = texts.makeAsyncIterator()
            // Once since it begins, and once since its trace differs from the first.
            #expect(await iterator.next() == "second, longer")
            #expect(await iterator.next() == "second, longer")
            try Data("third".utf8).write(to: file, options: .atomic)
            #expect(await iterator.next() == "third")
            group.cancelAll()
        }
    }
}
