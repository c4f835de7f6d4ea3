package import AWS
import FoundationEssentials
package import HTTP
import HTTPTypes
package import Logging
package import Orders
import ServiceLifecycle
import Synchronization
package import Telemetry

/// Sends spans to whoever receives them, by OTLP over HTTP, and never in the way of an order.
///
/// A batch goes when it is whole or when its time has come. What the receiver does not take for a reason that passes is sent
/// again; meanwhile spans gather, and beyond the buffer's limit they are dropped and counted.
package final class SpanExporter: Service {
    package struct Configuration: Sendable {
        /// Where to, with the fields that the operator wants with it.
        package var request: ClientRequest
        /// How long spans wait for others: `OTEL_BSP_SCHEDULE_DELAY`.
        package var delay = Duration.seconds(5)
        /// How long a batch may take with all its attempts: `OTEL_BSP_EXPORT_TIMEOUT`.
        package var exportTimeout = Duration.seconds(30)
        /// How long one attempt may take: `OTEL_EXPORTER_OTLP_TIMEOUT`.
        package var requestTimeout = Duration.seconds(10)
        /// How long what waits at a shutdown may take.
        package var patience = Duration.seconds(10)

        package init(_ request: ClientRequest) { self.request = request }
    }

    package let buffer: SpanBuffer
    private let source: SpanSource
    private let configuration: Configuration
    private let transport: any AWSTransport
    private let clock: any WallClock
    private let logger: Logger
    private let random: @Sendable () -> Double
    /// Raised when a batch is whole, or the service is to end.
    private let wake: WakeSignal
    private let ending = WakeSignal()
    private let state = Mutex(State())

    private struct State {
        var isEnding = false
        /// Why spans do not reach their receiver; nil when they do.
        var trouble: String?
    }

    /// An exporter of what is in the buffer, which raises `wake` when a batch is whole.
    package init(
        _ configuration: Configuration,
        _ source: SpanSource,
        buffer: SpanBuffer,
        wake: WakeSignal,
        over transport: any AWSTransport,
        clock: any WallClock,
        logger: Logger,
        random: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        (self.configuration, self.source, self.buffer) = (configuration, source, buffer)
        (self.wake, self.transport, self.clock) = (wake, transport, clock)
        (self.logger, self.random) = (logger, random)
    }

    /// Why spans do not reach their receiver; nil when they do.
    package var trouble: String? { state.withLock(\.trouble) }

    /// Exports until a graceful shutdown, and then what waits, as far as its patience reaches.
    package func run() async throws {
        await withTaskGroup { group in
            group.addTask { await self.export() }
            group.addTask { await self.waitForEnd() }
            await group.next()
            group.cancelAll()
        }
        loseRest()
        guard let lost = buffer.counts.lost[.ended], lost > 0 else { return }
        logger.warning(
            "the last spans did not reach their receiver",
            metadata: ["trace.lost.ended": .stringConvertible(lost)]
        )
    }

    private var isEnding: Bool { state.withLock(\.isEnding) }

    private func waitForEnd() async {
        guard (try? await gracefulShutdown()) != nil else { return }
        state.withLock { $0.isEnding = true }
        wake.raise()
        ending.raise()
        try? await clock.sleep(for: configuration.patience)
    }

    private func export() async {
        while !Task.isCancelled {
            // What is raised from now on is news.
            _ = wake.lower()
            if !isEnding, !buffer.hasWholeBatch {
                await wake.wait(for: configuration.delay, clock: clock)
            }
            guard let batch = buffer.take() else {
                if isEnding { return }
                continue
            }
            await deliver(batch)
        }
    }

    /// Tries until the batch is taken, refused for good, or its time is over.
    private func deliver(_ batch: SpanBuffer.Batch) async {
        var request = configuration.request
        request.body = source.request(batch)
        let end = clock.now.addingTimeInterval(configuration.exportTimeout.inSeconds)
        var pauses = ExportPauses()
        while true {
            let (answer, problem) = await send(request)
            switch answer {
            case .taken(let rejected):
                buffer.finish(batch, lost: rejected, .refused)
                return noteTaken(rejected: rejected)
            case .refused:
                tell(problem)
                return buffer.finish(batch, lost: batch.count, .refused)
            case .again(let said):
                tell(problem)
                let pause = pauses.pause(after: said, random: random())
                let isLate = clock.now.addingTimeInterval(pause) > end
                guard !isLate, !Task.isCancelled else {
                    return buffer.finish(
                        batch,
                        lost: batch.count,
                        Task.isCancelled ? .ended : .unreachable
                    )
                }
                await rest(.seconds(pause))
            }
        }
    }

    private func send(_ request: ClientRequest) async -> (ExportAnswer, problem: String) {
        do throws(HTTPClientError) {
            let deadline = ContinuousClock.now + configuration.requestTimeout
            let response = try await transport.send(request, deadline: deadline)
            let answer = ExportAnswer(
                status: response.status.code,
                retryAfter: response.fields[.retryAfter],
                body: response.body
            )
            return (answer, "it answered \(response.status.code)")
        } catch {
            switch error.reason {
            case .invalidRequest, .hostRefused: return (.refused, "\(error)")
            default: return (.again(after: nil), "\(error)")
            }
        }
    }

    /// Rests before the next attempt; at a shutdown one more is made at once.
    private func rest(_ pause: Duration) async {
        guard !isEnding else {
            try? await clock.sleep(for: pause)
            return
        }
        await ending.wait(for: pause, clock: clock)
    }

    private func noteTaken(rejected: Int) {
        let had = state.withLock { $0.trouble.take() }
        if rejected > 0 {
            tell("it did not take all spans of a batch")
        } else if had != nil {
            logger.notice("spans reach their receiver again")
        }
    }

    /// Tells of a trouble when it begins.
    private func tell(_ problem: String) {
        let isNews = state.withLock { state in
            defer { state.trouble = problem }
            return state.trouble == nil
        }
        guard isNews else { return }
        logger.warning(
            "spans do not reach their receiver: they wait in memory, and what does not fit is dropped",
            metadata: [
                "problem": "\(problem)", "trace.receiver": "\(configuration.request.authority)",
            ]
        )
    }

    private func loseRest() {
        while let batch = buffer.take() { buffer.finish(batch, lost: batch.count, .ended) }
    }
}

extension Duration {
    fileprivate var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
