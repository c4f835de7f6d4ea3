package import AWS
package import FoundationEssentials
package import Logging
package import Orders
import ServiceLifecycle
import Synchronization

/// Takes messages out of a queue, has each handled, and deletes it once that is on disk.
///
/// A message is never deleted before: killed at any moment, it comes back, and whoever handles it knows it again. While one
/// has to wait it is kept from others, and is let go when the service stops.
package final class QueueConsumer: Service {
    /// The queue's name, for logs, health and metrics.
    package let name: String
    private let source: any MessageSource
    package let configuration: Configuration
    private let handle: Handler
    private let mayReceive: @Sendable () -> Bool
    private let clock: any WallClock
    private let logger: Logger
    private let state = Mutex(State())

    /// What becomes of a message.
    package typealias Handler = @Sendable (ReceivedMessage) async -> Disposition

    package enum Disposition: Sendable, Equatable {
        /// What it asks for is on disk, or was before.
        case done(isNew: Bool)
        /// It is none that can be handled, however often it comes; the reason names nothing of a customer.
        case rejected(String)
        /// It cannot be handled now.
        case later(String)
    }

    package struct Configuration: Sendable {
        /// How many calls wait for messages at a time.
        package var receivers = 2
        /// How long a message is kept from others at a time; it is prolonged after half of that.
        package var visibility = Duration.seconds(60)
        /// Whether messages are handled one after the other, as they come: those of a FIFO queue.
        package var isOrdered = false
        package var rejected = Rejected.redriven

        package init() {}
    }

    /// What becomes of messages that are rejected.
    package enum Rejected: Sendable {
        /// The queue's redrive policy moves them to its dead-letter queue.
        case redriven
        case deleted
        /// They come again until the queue thinks them too old.
        case left
    }

    /// What is counted and told of it.
    package struct Status: Sendable, Equatable {
        /// Why no messages come; nil while they do, or may.
        package var trouble: String?
        package var accepted = 0
        package var repeated = 0
        package var rejected = 0
        /// When the last one was rejected, and why.
        package var lastRejection: (at: Date, reason: String)?

        package static func == (one: Status, other: Status) -> Bool {
            one.trouble == other.trouble && one.accepted == other.accepted
                && one.repeated == other.repeated && one.rejected == other.rejected
                && one.lastRejection?.at == other.lastRejection?.at
        }
    }

    private struct State {
        var status = Status()
        var isStopping = false
        var stops: [WakeSignal] = []
    }

    /// How long it rests after a fault: doubled up to the longest.
    static let shortestRest = Duration.seconds(1)
    static let longestRest = Duration.seconds(60)
    /// How long it rests while nothing may be received, and before what has to wait is tried again.
    static let pause = Duration.seconds(1)

    package init(
        _ name: String,
        _ source: any MessageSource,
        _ configuration: Configuration,
        clock: any WallClock,
        logger: Logger,
        mayReceive: @escaping @Sendable () -> Bool = { true },
        handle: @escaping Handler
    ) {
        self.name = name
        self.source = source
        self.configuration = configuration
        self.clock = clock
        self.logger = logger
        self.mayReceive = mayReceive
        self.handle = handle
    }

    package var status: Status { state.withLock(\.status) }

    /// Consumes until a graceful shutdown.
    package func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskGroup { group in
                // One after the other: two could overtake each other.
                let count = configuration.isOrdered ? 1 : configuration.receivers
                for _ in 0..<count { group.addTask { await self.receive() } }
            }
        } onGracefulShutdown: {
            self.stop()
        }
    }

    private func stop() {
        let stops = state.withLock { state in
            state.isStopping = true
            return state.stops
        }
        for stop in stops { stop.raise() }
    }

    private var isStopping: Bool { state.withLock(\.isStopping) || Task.isCancelled }

    private func receive() async {
        let stop = WakeSignal()
        state.withLock { $0.stops.append(stop) }
        var (rest, isChecked) = (Self.shortestRest, false)
        while !isStopping {
            guard mayReceive() else {
                await stop.wait(for: Self.pause, clock: clock)
                continue
            }
            do {
                if !isChecked { try await source.check() }
                isChecked = true
                let messages = try await receiveOnce(stop)
                note(trouble: nil)
                rest = Self.shortestRest
                if !messages.isEmpty { await settle(messages, stop) }
            } catch {
                if isStopping { return }
                note(trouble: "\(error)")
                await stop.wait(for: rest, clock: clock)
                rest = min(rest * 2, Self.longestRest)
            }
        }
    }

    /// Waits for messages, or for the service's stop: then nothing is received.
    private func receiveOnce(_ stop: WakeSignal) async throws -> [ReceivedMessage] {
        try await withThrowingTaskGroup(of: [ReceivedMessage]?.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await self.source.receive() }
            group.addTask {
                await stop.wait()
                return nil
            }
            guard let first = try await group.next(), let messages = first else { return [] }
            return messages
        }
    }

    /// Has each message handled, keeps from others those that have to wait, and lets them go when the service stops.
    private func settle(_ messages: [ReceivedMessage], _ stop: WakeSignal) async {
        let hand = Hand(messages)
        await withTaskGroup { group in
            group.addTask { await self.keep(hand) }
            group.addTask { await self.handleAll(hand, stop) }
            // The handling ends, the keeping does not.
            while await group.next() != nil, !hand.isEmpty {}
            group.cancelAll()
        }
    }

    /// The messages in hand that are neither deleted nor left.
    private final class Hand: Sendable {
        private let messages: Mutex<[ReceivedMessage]>

        init(_ messages: [ReceivedMessage]) { self.messages = Mutex(messages) }

        var all: [ReceivedMessage] { messages.withLock { $0 } }
        var isEmpty: Bool { messages.withLock(\.isEmpty) }

        func put(away settled: [ReceivedMessage]) {
            let receipts = Set(settled.map(\.receipt))
            messages.withLock { $0.removeAll { receipts.contains($0.receipt) } }
        }
    }

    private func keep(_ hand: Hand) async {
        while (try? await clock.sleep(for: configuration.visibility / 2)) != nil, !hand.isEmpty {
            do { try await source.prolong(hand.all) } catch {
                // It comes back to us or to others, and is known again.
                logger.debug("messages could not be kept", metadata: ["error": "\(error)"])
            }
        }
    }

    private func handleAll(_ hand: Hand, _ stop: WakeSignal) async {
        while !hand.isEmpty {
            let left = await handleOnce(hand)
            guard !left.isEmpty else { return }
            if isStopping {
                try? await source.release(left)
                return hand.put(away: left)
            }
            await stop.wait(for: Self.pause, clock: clock)
        }
    }

    /// Handles what is in hand; answers what has to wait.
    private func handleOnce(_ hand: Hand) async -> [ReceivedMessage] {
        var (done, waiting, left): ([ReceivedMessage], [ReceivedMessage], [ReceivedMessage]) = (
            [], [], []
        )
        for (message, disposition) in await dispositions(of: hand.all) {
            switch disposition {
            case .done(let isNew):
                count(isNew)
                done.append(message)
            case .rejected(let reason):
                reject(message, reason)
                switch configuration.rejected {
                case .deleted: done.append(message)
                case .redriven, .left: left.append(message)
                }
            case .later(let reason):
                logger.debug(
                    "a message waits",
                    metadata: ["queue": "\(name)", "reason": "\(reason)"]
                )
                waiting.append(message)
            }
        }
        await delete(done)
        hand.put(away: done + left)
        return waiting
    }

    private func dispositions(
        of messages: [ReceivedMessage]
    ) async -> [(ReceivedMessage, Disposition)] {
        guard configuration.isOrdered else {
            return await withTaskGroup(of: (Int, Disposition).self) { group in
                // All at once, so that they join one commit.
                for (index, message) in messages.enumerated() {
                    group.addTask { (index, await self.handle(message)) }
                }
                return await group.reduce(into: []) { $0.append((messages[$1.0], $1.1)) }
            }
        }
        var results: [(ReceivedMessage, Disposition)] = []
        for message in messages {
            let disposition = await handle(message)
            results.append((message, disposition))
            // What comes behind one that waits must not overtake it.
            if case .later = disposition {
                let rest = messages.dropFirst(results.count)
                return results + rest.map { ($0, .later("it is behind one that waits")) }
            }
        }
        return results
    }

    private func delete(_ messages: [ReceivedMessage]) async {
        guard !messages.isEmpty else { return }
        do {
            let failed = try await source.delete(messages)
            guard !failed.isEmpty else { return }
            logger.warning(
                "messages could not be deleted and come again, which changes nothing",
                metadata: ["queue": "\(name)", "messages": "\(failed.count)"]
            )
        } catch {
            logger.warning(
                "messages could not be deleted and come again, which changes nothing",
                metadata: ["queue": "\(name)", "error": "\(error)"]
            )
        }
    }

    private func count(_ isNew: Bool) {
        state.withLock { state in
            if isNew { state.status.accepted += 1 } else { state.status.repeated += 1 }
        }
    }

    private func reject(_ message: ReceivedMessage, _ reason: String) {
        let now = clock.now
        state.withLock { state in
            state.status.rejected += 1
            state.status.lastRejection = (now, reason)
        }
        logger.warning(
            configuration.rejected == .deleted
                ? "a message was rejected and deleted"
                : "a message was rejected and is left to the queue",
            metadata: [
                "queue": "\(name)", "message.id": "\(message.id)", "reason": "\(reason)",
                "message.receives": .stringConvertible(message.receiveCount),
            ]
        )
    }

    /// Says once what keeps messages from coming, and once that it is over.
    private func note(trouble: String?) {
        let before = state.withLock { state in
            defer { state.status.trouble = trouble }
            return state.status.trouble
        }
        if let trouble, before != trouble {
            logger.warning(
                "no messages can be received",
                metadata: ["queue": "\(name)", "error": "\(trouble)"]
            )
        } else if trouble == nil, before != nil {
            logger.notice("messages are received again", metadata: ["queue": "\(name)"])
        }
    }
}
