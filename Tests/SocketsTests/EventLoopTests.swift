import Sockets
import Synchronization
import TestClosing
import Testing

@Suite(.closing)
struct EventLoopTests {
    @Test func `what runs under the loop's preference stays on its thread`() async throws {
        try await onLoop { loop, _ in
            for _ in 0..<100 {
                #expect(EventLoop.current === loop)
                await Task.yield()
            }
            await withTaskGroup { group in
                group.addTask { #expect(loop.isCurrent) }
            }
        }
        #expect(EventLoop.current == nil)
    }

    @Test func `an actor can live on a loop`() async throws {
        try await onLoop { loop, group in
            let counter = Counter(on: group.loops[1])
            for _ in 0..<100 { await counter.add() }
            #expect(await counter.value == 100)
            #expect(loop.isCurrent)
        }
    }

    private actor Counter {
        private let executor: LoopSerialExecutor
        private(set) var value = 0

        init(on loop: EventLoop) { executor = LoopSerialExecutor(on: loop) }

        nonisolated var unownedExecutor: UnownedSerialExecutor {
            executor.asUnownedSerialExecutor()
        }

        func add() {
            executor.checkIsolated()
            value += 1
        }
    }

    @Test func `sleepers wake in the order of their instants`() async throws {
        try await onLoop { loop, _ in
            let start = loop.now
            let order = try await withThrowingTaskGroup(of: Int.self) { group in
                for delay in [9, 3, 6, 0] {
                    group.addTask {
                        try await loop.sleep(until: start.advanced(by: .milliseconds(delay)))
                        #expect(loop.now >= start.advanced(by: .milliseconds(delay)))
                        return delay
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(order == [0, 3, 6, 9])
        }
    }

    @Test func `a cancelled sleep ends at once`() async throws {
        try await onLoop { loop, _ in
            await withTaskGroup { group in
                group.addTask {
                    await #expect(throws: CancellationError.self) {
                        try await loop.sleep(until: loop.now.advanced(by: .seconds(600)))
                    }
                }
                group.cancelAll()
            }
        }
    }

    @Test func `actions of many threads all run, each on the loop`() async throws {
        let count = try await onLoop { loop, group in
            let ran = Tally()
            await withTaskGroup { tasks in
                for _ in 0..<8 {
                    tasks.addTask(executorPreference: group.loops[1]) {
                        for _ in 0..<500 {
                            await withUnsafeContinuation { continuation in
                                loop.execute {
                                    #expect(loop.isCurrent)
                                    ran.count.wrappingAdd(1, ordering: .relaxed)
                                    continuation.resume()
                                }
                            }
                        }
                    }
                }
            }
            return ran.count.load(ordering: .relaxed)
        }
        #expect(count == 4_000)
    }

    private final class Tally: Sendable {
        let count = Atomic(0)
    }

    @Test func `jobs that keep making jobs do not keep a loop from its timers`() async throws {
        try await onLoop { loop, _ in
            let due = loop.now.advanced(by: .milliseconds(2))
            await withTaskGroup { group in
                group.addTask { while !Task.isCancelled { await Task.yield() } }
                try? await loop.sleep(until: due)
                group.cancelAll()
            }
            #expect(loop.now >= due)
        }
    }

    @Test func `shutdown ends a sleep and a read that would wait for ever`() async throws {
        let group = try EventLoopGroup(count: 1)
        let loop = group.loops[0]
        let isWaiting = AsyncStream.makeStream(of: Void.self)
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask(executorPreference: loop) {
                _ = await #expect(throws: SocketError.self) {
                    let (client, server) = try await connectedPair(on: loop)
                    defer { server.close() }
                    isWaiting.continuation.yield()
                    _ = try await client.read(exactly: 1)
                }
            }
            tasks.addTask(executorPreference: loop) {
                _ = await #expect(throws: CancellationError.self) {
                    isWaiting.continuation.yield()
                    try await loop.sleep(until: loop.now.advanced(by: .seconds(600)))
                }
            }
            var waits = isWaiting.stream.makeAsyncIterator()
            await waits.next()
            await waits.next()
            group.shutdown()
        }
        group.shutdown()
    }

    @Test func `loops are given out in turn`() throws {
        let group = try EventLoopGroup(count: 3)
        defer { group.shutdown() }
        let names = (0..<6).map { _ in group.next().name }
        #expect(names == ["loop-0", "loop-1", "loop-2", "loop-0", "loop-1", "loop-2"])
    }
}
