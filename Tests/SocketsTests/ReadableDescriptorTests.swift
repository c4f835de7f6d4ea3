import Glibc
import TestClosing
import Testing

@testable import Sockets

/// A pipe on a loop.
@Suite(.closing)
struct ReadableDescriptorTests {
    /// A pipe's reading end on the loop, and its writing end.
    private func makePipe(on loop: EventLoop) throws -> (ReadableDescriptor, Int32) {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        return (ReadableDescriptor(adopting: ends[0], on: loop), ends[1])
    }

    @Test func `what is written is read, and then the end`() async throws {
        try await onLoop { loop, _ in
            let (reading, writing) = try makePipe(on: loop)
            defer { reading.close() }
            #expect(write(writing, "abc", 3) == 3)
            var bytes: [UInt8] = []
            #expect(try await reading.read(into: &bytes, limit: 2) == 2)
            #expect(try await reading.read(into: &bytes, limit: 2) == 1)
            #expect(bytes == Array("abc".utf8))
            #expect(try reading.readNow(into: &bytes, limit: 2) == nil)
            async let next = {
                var more: [UInt8] = []
                return (try await reading.read(into: &more, limit: 9), more)
            }()
            #expect(write(writing, "d", 1) == 1)
            #expect(try await next.1 == Array("d".utf8))
            close(writing)
            #expect(try await reading.read(into: &bytes, limit: 2) == 0)
        }
    }

    @Test func `a wait has a deadline, and can be waited again`() async throws {
        try await onLoop { loop, _ in
            let (reading, writing) = try makePipe(on: loop)
            defer { reading.close() }
            reading.deadline = .now + .milliseconds(1)
            await #expect(throws: SocketError.self) { try await reading.waitUntilReadable() }
            reading.deadline = nil
            close(writing)
            try await reading.waitUntilReadable()
        }
    }
}
