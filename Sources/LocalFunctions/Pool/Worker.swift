internal import Sockets

/// One worker as the host knows it.
final class Worker {
    let id: Int
    let function: LocalFunction
    let bornAt: ContinuousClock.Instant
    /// The event that it gets when it asks for one.
    var pending: Event?
    /// The event that it works on.
    var current: Event?
    /// Its call for the next event, which waits.
    var call: Suspension<Void>?
    /// Nil before its start.
    var process: WorkerProcess?
    var lines = OutputLines()
    /// The most memory that it was seen to hold, in MiB.
    var peakMB = 0
    /// Whether it has asked for an event.
    var isReady = false
    /// Whether it was told to end.
    var isEnding = false
    /// Until when it must ask for an event, after an answer.
    var returnDeadline: ContinuousClock.Instant?

    init(_ id: Int, for event: Event, at now: ContinuousClock.Instant) {
        self.id = id
        function = event.function
        bornAt = now
        pending = event
    }
}
