/// One wait of a task on a loop for something that is no socket's readiness.
///
/// It is for one wait, on the loop's thread; the outcome may come before the wait.
package final class Suspension<Value: Sendable>: @unchecked Sendable {
    // Proof of Sendable: `loop` never changes, and the rest is touched only on the loop's thread.

    package enum Outcome: Sendable {
        case finished(Value)
        case timedOut
        case cancelled
    }

    private let loop: EventLoop
    private var continuation: UnsafeContinuation<Outcome, Never>?
    private var result: Outcome?

    package init(on loop: EventLoop) { self.loop = loop }

    /// Waits for `finish`, the deadline or the task's cancellation.
    package func outcome(until deadline: ContinuousClock.Instant?) async -> Outcome {
        loop.preconditionIsCurrent()
        let timer = LoopTimer { [self] in resume(loop.isEnding ? .cancelled : .timedOut) }
        if let deadline { loop.schedule(timer, at: deadline) }
        defer { loop.cancel(timer) }
        return await withTaskCancellationHandler {
            await withUnsafeContinuation { install($0) }
        } onCancel: {
            loop.execute { [self] in resume(.cancelled) }
        }
    }

    /// Ends the wait, unless it has ended.
    ///
    /// From any thread.
    package func finish(_ value: Value) {
        loop.execute { [self] in resume(.finished(value)) }
    }

    private func install(_ continuation: UnsafeContinuation<Outcome, Never>) {
        if let result {
            continuation.resume(returning: result)
        } else {
            self.continuation = continuation
        }
    }

    /// The first outcome counts.
    ///
    /// Taking the continuation out makes sure that it is resumed once.
    private func resume(_ outcome: Outcome) {
        guard result == nil else { return }
        result = outcome
        continuation.take()?.resume(returning: outcome)
    }
}
