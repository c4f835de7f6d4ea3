/// Until when a connection's next wait may last.
///
/// It decides from events and the time it is given; the connection hands the answer to its stream.
struct ConnectionTimeouts {
    enum Event {
        /// The connection is open, or waits for the next request.
        case waiting(Wait)
        /// The first bytes of a head have arrived, and more are needed.
        case headContinues
        /// A body's first byte is awaited.
        case bodyBegins
        /// This many bytes of the body have arrived.
        case bodyArrived(Int)
        /// A piece of an answer, 64 KiB at most, is about to be written.
        case writing
        /// The answer to a refusal has been written.
        case lingering
    }

    enum Wait {
        case forFirstRequest
        case forNextRequest
        /// The server shuts down: only a request that is on its way already is awaited.
        case forLastRequest
    }

    /// How long a request that crosses our shutdown may still take to arrive.
    static let lastRequestTimeout = Duration.milliseconds(50)

    private let configuration: ServerConfiguration
    private var headDeadline: ContinuousClock.Instant?
    private var bodyStart: ContinuousClock.Instant?
    private var bodyBytes = 0

    init(_ configuration: ServerConfiguration) {
        self.configuration = configuration
    }

    /// The deadline from this event on.
    mutating func event(_ event: Event, now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        switch event {
        case .waiting(.forFirstRequest):
            headDeadline = now + configuration.headTimeout
            return now + configuration.headTimeout
        case .waiting(.forNextRequest):
            headDeadline = nil
            return now + configuration.idleTimeout
        case .waiting(.forLastRequest):
            headDeadline = nil
            return now + Self.lastRequestTimeout
        case .headContinues:
            let deadline = headDeadline ?? now + configuration.headTimeout
            headDeadline = deadline
            return deadline
        case .bodyBegins:
            headDeadline = nil
            (bodyStart, bodyBytes) = (now, 0)
            return now + configuration.bodyTimeout
        case .bodyArrived(let count):
            bodyBytes += count
            return bodyDeadline(now)
        case .writing:
            return now + configuration.writeTimeout
        case .lingering:
            return now + configuration.lingerTimeout
        }
    }

    /// The first seconds are free; after them the whole body must have kept the minimum rate.
    private func bodyDeadline(_ now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        let earned = Duration.seconds(1) * bodyBytes / max(1, configuration.minimumBodyRate)
        return (bodyStart ?? now) + configuration.bodyTimeout + earned
    }
}
