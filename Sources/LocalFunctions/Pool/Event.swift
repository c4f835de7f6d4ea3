internal import Sockets

/// One event on its way through a worker; it belongs to the host.
final class Event {
    let id: Int
    let requestID: String
    let call: InvokeCall
    let function: LocalFunction

    /// Whether a worker was found for it after a wait, or none will be.
    let assigned: Suspension<Bool>
    /// A worker has taken it, or will not.
    let begun: Suspension<Void>
    let ended: Suspension<EventEnd>

    /// The worker that it was given to.
    var worker: Worker?
    var beganAt: ContinuousClock.Instant?
    /// The worker's start, if this is its first event.
    var initDuration: Duration?
    var usedMB = 0
    var tail = LogTail()

    init(
        _ id: Int,
        _ call: InvokeCall,
        _ requestID: String,
        _ function: LocalFunction,
        on loop: EventLoop
    ) {
        self.id = id
        self.call = call
        self.requestID = requestID
        self.function = function
        assigned = Suspension(on: loop)
        begun = Suspension(on: loop)
        ended = Suspension(on: loop)
    }

    var deadline: ContinuousClock.Instant? { beganAt.map { $0 + function.timeout } }
}

/// How an event ended.
enum EventEnd: Hashable, Sendable {
    /// What the function answers, as its worker has sent it.
    case answer([UInt8])
    case error(ReportedError)
    case fault(FunctionFault)
}
