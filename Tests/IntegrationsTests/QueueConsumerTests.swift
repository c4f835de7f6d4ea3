import AWS
import FoundationEssentials
import Logging
import Orders
import ServiceLifecycle
import ServiceLifecycleTestKit
import Synchronization
import Testing

@testable import Integrations

struct `A queue's consumer` {
    /// What each message comes to, by its body, and what happens to the messages.
    @Test func `deletes a message once it is handled, and leaves what it rejects`() async throws {
        let source = ScriptedSource([["new", "known", "bad"]])
        let status = try await run(source) { message in
            switch message.body {
            case "new": .done(isNew: true)
            case "known": .done(isNew: false)
            default: .rejected("it is bad")
            }
        }
        #expect(source.log == ["delete known new"])
        #expect(status.accepted == 1 && status.repeated == 1 && status.rejected == 1)
        #expect(status.lastRejection?.reason == "it is bad")
        #expect(status.trouble == nil)
    }

    @Test func `deletes what it rejects where that is wanted`() async throws {
        let source = ScriptedSource([["bad"]])
        var configuration = QueueConsumer.Configuration()
        configuration.rejected = .deleted
        _ = try await run(source, configuration) { _ in .rejected("it is bad") }
        #expect(source.log == ["delete bad"])
    }

    @Test func `keeps a message from others while it has to wait`() async throws {
        let source = ScriptedSource([["waits"]])
        _ = try await run(source) { _ in
            // Until it was prolonged twice it cannot be handled.
            source.log.count >= 2 ? .done(isNew: true) : .later("the disk is full")
        }
        #expect(source.log.dropLast().allSatisfy { $0 == "prolong waits" })
        #expect(source.log.last == "delete waits")
    }

    @Test func `lets go of what waits when it is to stop`() async throws {
        let source = ScriptedSource([["done", "waits"]], endsAlone: false)
        _ = try await run(source) { message in
            if message.body == "done" { return .done(isNew: true) }
            source.stop()
            return .later("the disk is full")
        }
        #expect(source.log == ["delete done", "release waits"])
    }

    @Test func `handles a FIFO queue's messages in their order, and none before one that waits`()
        async throws
    {
        let source = ScriptedSource([["a", "b", "c"]])
        let seen = Mutex<[String]>([])
        var configuration = QueueConsumer.Configuration()
        configuration.isOrdered = true
        _ = try await run(source, configuration) { message in
            let count = seen.withLock { seen in
                seen.append(message.body)
                return seen.count { $0 == message.body }
            }
            return message.body == "b" && count == 1 ? .later("wait") : .done(isNew: true)
        }
        #expect(seen.withLock { $0 } == ["a", "b", "b", "c"])
        #expect(source.log.filter { $0.hasPrefix("delete") } == ["delete a", "delete b c"])
    }

    @Test func `receives nothing while nothing may be taken`() async throws {
        let source = ScriptedSource([["a"]])
        let asked = Mutex(0)
        let mayReceive = { @Sendable in
            asked.withLock { count in
                count += 1
                return count > 3
            }
        }
        _ = try await run(source, mayReceive: mayReceive, handle: { _ in .done(isNew: true) })
        #expect(source.log == ["delete a"])
        #expect(asked.withLock { $0 } > 3)
    }

    @Test func `tells why no messages come, and goes on when they do`() async throws {
        let source = ScriptedSource([["a"]], faults: 3)
        let troubles = Mutex<[String]>([])
        let watch = { @Sendable (status: QueueConsumer.Status) in
            if let trouble = status.trouble { troubles.withLock { $0.append(trouble) } }
        }
        let done = { @Sendable (_: ReceivedMessage) in QueueConsumer.Disposition.done(isNew: true) }
        let status = try await run(source, watch: watch, handle: done)
        #expect(source.log == ["delete a"])
        #expect(status.trouble == nil)
        #expect(troubles.withLock { $0.allSatisfy { $0 == "the network is away" } })
    }

    /// Runs a consumer until its source has nothing more.
    private func run(
        _ source: ScriptedSource,
        _ configuration: QueueConsumer.Configuration = QueueConsumer.Configuration(),
        mayReceive: @escaping @Sendable () -> Bool = { true },
        watch: @escaping @Sendable (QueueConsumer.Status) -> Void = { _ in },
        handle: @escaping QueueConsumer.Handler
    ) async throws -> QueueConsumer.Status {
        var configuration = configuration
        configuration.receivers = 1
        let consumer = QueueConsumer(
            "orders",
            source,
            configuration,
            clock: QuickClock(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            mayReceive: mayReceive,
            handle: handle
        )
        try await testGracefulShutdown { trigger in
            source.onEnd {
                watch(consumer.status)
                trigger.triggerGracefulShutdown()
            }
            try await consumer.run()
        }
        return consumer.status
    }
}

/// A queue whose messages are given beforehand; it stops the consumer when there are no more.
private final class ScriptedSource: MessageSource {
    private let state: Mutex<State>
    private let endsAlone: Bool

    private struct State {
        var batches: [[String]]
        var faults: Int
        var log: [String] = []
        var end: (@Sendable () -> Void)?
    }

    private struct Away: Error, CustomStringConvertible {
        var description: String { "the network is away" }
    }

    init(_ batches: [[String]], faults: Int = 0, endsAlone: Bool = true) {
        state = Mutex(State(batches: batches, faults: faults))
        self.endsAlone = endsAlone
    }

    var log: [String] { state.withLock(\.log) }

    func onEnd(_ end: @escaping @Sendable () -> Void) { state.withLock { $0.end = end } }

    func stop() { state.withLock { $0.end }?() }

    func check() async throws {}

    func receive() async throws -> [ReceivedMessage] {
        let batch = try state.withLock { state -> [String]? in
            if state.faults > 0 {
                state.faults -= 1
                throw Away()
            }
            return state.batches.isEmpty ? nil : state.batches.removeFirst()
        }
        guard let batch else {
            if endsAlone { stop() }
            // A call that waits is cut off by the stop.
            try await Task.sleep(for: .seconds(600))
            return []
        }
        return batch.map { ReceivedMessage(id: $0, receipt: "r-\($0)", body: $0) }
    }

    private func note(_ what: String, _ messages: [ReceivedMessage]) {
        let names = messages.map(\.body).sorted()
        state.withLock { $0.log.append("\(what) \(names.joined(separator: " "))") }
    }

    func delete(_ messages: [ReceivedMessage]) async throws -> [ReceivedMessage] {
        note("delete", messages)
        return []
    }

    func prolong(_ messages: [ReceivedMessage]) async throws { note("prolong", messages) }

    func release(_ messages: [ReceivedMessage]) async throws { note("release", messages) }
}

/// Time that passes as it is slept away, one sleeper after the other in the order of their instants.
private final class QuickClock: WallClock {
    private let state = Mutex(State())

    private struct State {
        var now = Date(timeIntervalSince1970: 1_800_000_000)
        var sleepers: [(until: Date, id: Int)] = []
        var count = 0
    }

    var now: Date { state.withLock(\.now) }

    func sleep(for duration: Duration) async throws {
        let id = state.withLock { state -> Int in
            state.count += 1
            let (seconds, attoseconds) = duration.components
            let length = Double(seconds) + Double(attoseconds) / 1e18
            state.sleepers.append((state.now.addingTimeInterval(length), state.count))
            return state.count
        }
        defer { state.withLock { $0.sleepers.removeAll { $0.id == id } } }
        // Others that could go on have their turn first.
        for _ in 0..<20 { await Task.yield() }
        while true {
            try Task.checkCancellation()
            let isFirst = state.withLock { state -> Bool in
                guard let first = state.sleepers.min(by: { $0.until < $1.until }), first.id == id
                else { return false }
                state.now = max(state.now, first.until)
                return true
            }
            if isFirst { return }
            await Task.yield()
        }
    }
}
