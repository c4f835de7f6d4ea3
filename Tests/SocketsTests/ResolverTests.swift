import Glibc
import Synchronization
import TestClosing
import Testing

@testable import Sockets

@Suite(.closing)
struct ResolverTests {
    /// Holds lookups up until it is opened.
    private final class Gate: Sendable {
        private let isOpen = Atomic(false)
        let lookups = Atomic(0)

        func open() { isOpen.store(true, ordering: .releasing) }

        func pass() {
            lookups.wrappingAdd(1, ordering: .relaxed)
            while !isOpen.load(ordering: .acquiring) { sched_yield() }
        }
    }

    @Test func `a name is looked up off the loop and its addresses come back to it`() async throws {
        try await onLoop { loop, _ in
            let resolver = Resolver { host throws(SocketError) in
                #expect(EventLoop.current == nil)
                #expect(host == "orders.test")
                return [.loopbackV6, .loopback]
            }
            let found = try await resolver.resolve("orders.test", on: loop, deadline: nil)
            #expect(found == [.loopbackV6, .loopback])
            #expect(loop.isCurrent)
        }
    }

    @Test func `a literal and localhost need no lookup`() async throws {
        try await onLoop { loop, _ in
            let resolver = Resolver { host throws(SocketError) in
                Issue.record("\(host) was looked up")
                return []
            }
            let names = ["192.0.2.1", "::1", "localhost", "a.localhost"]
            for name in names {
                let found = try await resolver.resolve(name, on: loop, deadline: nil)
                #expect(!found.isEmpty)
            }
        }
    }

    @Test func `a name that does not exist is the caller's error`() async throws {
        try await onLoop { loop, _ in
            let failure = SocketError(.resolve, "orders.test", .unresolved("no such name"))
            let resolver = Resolver { _ throws(SocketError) in throw failure }
            await #expect(throws: failure) {
                try await resolver.resolve("orders.test", on: loop, deadline: nil)
            }
        }
    }

    @Test func `who waits for a dead name server goes on at the deadline, and when cancelled`()
        async throws
    {
        let gate = Gate()
        try await onLoop { loop, _ in
            let resolver = Resolver { _ throws(SocketError) in
                gate.pass()
                return []
            }
            await #expect(throws: SocketError(.resolve, "a.test", .timedOut)) {
                let deadline = loop.now.advanced(by: .milliseconds(3))
                _ = try await resolver.resolve("a.test", on: loop, deadline: deadline)
            }
            await withTaskGroup { group in
                group.addTask {
                    await #expect(throws: SocketError(.resolve, "b.test", .cancelled)) {
                        try await resolver.resolve("b.test", on: loop, deadline: nil)
                    }
                }
                group.cancelAll()
            }
        }
        gate.open()
    }

    @Test func `names wait for a thread up to the limit, and one more is refused`() async throws {
        let gate = Gate()
        try await onLoop { loop, _ in
            let resolver = Resolver { _ throws(SocketError) in
                gate.pass()
                return [.loopback]
            }
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<Resolver.threadLimit { group.addTask { await look(resolver, loop) } }
                // Every thread is inside a lookup before the queue is filled.
                while gate.lookups.load(ordering: .relaxed) < Resolver.threadLimit {
                    await Task.yield()
                }
                for _ in 0..<Resolver.queueLimit { group.addTask { await look(resolver, loop) } }
                group.addTask {
                    let error = await #expect(throws: SocketError.self) {
                        try await resolver.resolve("late.test", on: loop, deadline: nil)
                    }
                    #expect(error?.description.contains("too many names") == true)
                    gate.open()
                }
            }
        }
    }

    private func look(_ resolver: Resolver, _ loop: EventLoop) async {
        await #expect(throws: Never.self) {
            let found = try await resolver.resolve("a.test", on: loop, deadline: nil)
            #expect(found == [.loopback])
        }
    }
}
