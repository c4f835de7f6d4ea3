internal import CLinux
internal import Glibc

/// A descriptor on a loop: what is known of its readiness, who waits for it, and until when.
///
/// It is registered with epoll once, edge-triggered, in both directions; so a wait costs no system call,
/// and a call is made at once unless the last one showed that it would have to wait.
@usableFromInline
final class Channel: @unchecked Sendable {
    // Proof of Sendable: `loop` and `address` never change; all else is touched only on the loop's thread
    // (every entry checks it), but for `deinit`, when nobody else is left.

    @usableFromInline
    enum Direction: Sendable {
        case reading
        case writing
    }

    let loop: EventLoop
    /// The address that errors name.
    let address: SocketAddress
    /// -1 once it is closed.
    private(set) var descriptor: Int32
    /// What epoll hands back for it; 0 while it is not registered.
    var token: UInt64 = 0

    private var reading = Side()
    private var writing = Side()
    private var timer: LoopTimer?
    /// Calls that succeeded since the last wait.
    private var callsWithoutWait = 0
    /// Whether somebody looks out for the task's cancellation, so that waits need not.
    private var hasLookout = false
    /// Whether that one has seen it: no wait begins any more.
    private var isCancelled = false
    /// Who wants to know when the peer sends nothing more.
    private var endWatch: Suspension<Void>?

    /// Calls in a row after which the others on the loop have their turn: 2 MiB at most.
    private static let callsInARow = 32

    /// When pending and later waits and calls fail with `timedOut`.
    ///
    /// The timer is not moved with it: it is set when a wait begins, and when it fires too early it
    /// is set again.
    var deadline: ContinuousClock.Instant? {
        didSet { if isWaiting { setTimer() } }
    }

    private enum Wake: Sendable {
        case ready
        case timedOut
        case closed
        case cancelled
    }

    private struct Side {
        /// Whether a call may succeed.
        ///
        /// False after a call that would have had to wait, until epoll reports a change.
        var isReady = true
        /// Whether the peer ended this direction: no change will be reported after that.
        var hasEnded = false
        var waiter: UnsafeContinuation<Wake, Never>?
        /// Counts the waits, so that a cancellation that comes late cannot end the next one.
        var waitNumber: UInt64 = 0

        /// Why the wait that is about to begin is over already.
        var early: Wake?

        /// Ends the wait.
        ///
        /// Taking the continuation out makes sure that it is resumed once.
        mutating func wake(_ reason: Wake) {
            if let waiter = waiter.take() {
                waiter.resume(returning: reason)
            } else {
                early = reason
            }
        }

        /// Begins the wait, unless what it waits for has come since it was decided on: the task may have
        /// been queued in between.
        mutating func install(_ continuation: UnsafeContinuation<Wake, Never>) {
            if let early {
                continuation.resume(returning: early)
            } else {
                waiter = continuation
            }
        }
    }

    init(_ descriptor: Int32, at address: SocketAddress, on loop: EventLoop) {
        self.descriptor = descriptor
        self.address = address
        self.loop = loop
    }

    deinit {
        // The loop's table holds what is registered, so this one never was, or is closed.
        if descriptor >= 0 { SystemCall.close(descriptor) }
    }
}

extension Channel {
    /// Makes the call on the descriptor if it may succeed: its result, or nil when it has to wait.
    ///
    /// What has arrived is taken even when the deadline has passed meanwhile, on a machine that stood still: whether an
    /// answer came is worth more than when. The wait that follows heeds the deadline.
    @inline(__always)
    func attempt<Value: SignedInteger>(
        _ operation: SocketError.Operation,
        _ direction: Direction,
        _ call: (Int32) -> Value
    ) throws(SocketError) -> Value? {
        try checkOpen(operation)
        guard self[direction].isReady else { return nil }
        let result = try SystemCall.attempt(operation, on: address.description) {
            call(descriptor)
        }
        if result == nil { self[direction].isReady = false }
        return result
    }

    /// Makes a call that never has to wait.
    func perform(
        _ operation: SocketError.Operation,
        _ call: (Int32) -> Int32
    ) throws(SocketError) {
        try check(operation)
        try SystemCall.perform(operation, on: address.description) { call(descriptor) }
    }

    /// Counts a call that succeeded, and says whether there were so many in a row that the others on the
    /// loop should have their turn: a peer that is as fast as we are would never let us wait.
    @usableFromInline
    func isGreedy() -> Bool {
        callsWithoutWait += 1
        guard callsWithoutWait >= Self.callsInARow else { return false }
        callsWithoutWait = 0
        return true
    }

    /// Says that the kernel gave all it had, so the next read waits without asking; the end of the stream
    /// is no change that epoll will report again.
    @inline(__always)
    func markDrained() {
        if !reading.hasEnded { reading.isReady = false }
    }

    /// Lets the next read ask the kernel, whatever epoll has reported so far.
    func markUnknown() {
        reading.isReady = true
    }

    /// Says that the connection is under way: nothing can be done before epoll reports.
    func markConnecting() {
        reading.isReady = false
        writing.isReady = false
    }

    /// Waits until a call may succeed.
    @usableFromInline
    func wait(
        _ operation: SocketError.Operation,
        _ direction: Direction
    ) async throws(SocketError) {
        try check(operation)
        if token == 0 { try loop.register(self) }
        guard !self[direction].isReady else { return }
        callsWithoutWait = 0
        switch hasLookout ? await wake(direction) : await wakeOrCancellation(direction) {
        case .ready: return
        case .timedOut: throw SocketError(operation, address.description, .timedOut)
        case .closed: throw SocketError(operation, address.description, .closed)
        case .cancelled: throw SocketError(operation, address.description, .cancelled)
        }
    }

    /// Runs `body`, during which waits do not look out for the task's cancellation themselves.
    func withOneLookout<Result>(_ body: () async -> Result) async -> Result {
        loop.preconditionIsCurrent()
        (hasLookout, isCancelled) = (true, false)
        defer { hasLookout = false }
        return await withTaskCancellationHandler(operation: body) {
            loop.execute { [self] in
                isCancelled = hasLookout
                if hasLookout { wakeBoth(.cancelled) }
            }
        }
    }

    /// Closes the descriptor and wakes who waits for it.
    func close() {
        loop.preconditionIsCurrent()
        guard descriptor >= 0 else { return }
        loop.unregister(self)
        if let timer { loop.cancel(timer) }
        SystemCall.close(descriptor)
        descriptor = -1
        wakeBoth(.closed)
        endWatch?.finish(())
    }

    /// Returns once the peer has ended its direction or the descriptor is closed, or when the task is cancelled; one task
    /// waits so at a time.
    func whenEnded() async {
        loop.preconditionIsCurrent()
        guard descriptor >= 0, !reading.hasEnded else { return }
        precondition(endWatch == nil, "two tasks wait for the end of a socket")
        let watch = Suspension<Void>(on: loop)
        endWatch = watch
        defer { endWatch = nil }
        do throws(SocketError) {
            // What has happened is reported too, on the loop's next turn.
            if token == 0 { try loop.register(self) }
        } catch {
            return
        }
        _ = await watch.outcome(until: nil)
    }

    /// What epoll reports: hang-ups and errors are found by the next call, so they wake both sides.
    func handle(_ flags: UInt32) {
        if flags & (Poller.readable | Poller.readEnded) != 0 {
            reading.hasEnded = reading.hasEnded || flags & Poller.readEnded != 0
            reading.isReady = true
            reading.wake(.ready)
            if reading.hasEnded { endWatch?.finish(()) }
        }
        if flags & (Poller.writable | Poller.writeEnded) != 0 {
            writing.isReady = true
            writing.wake(.ready)
        }
    }
}

extension Channel {
    private subscript(direction: Direction) -> Side {
        @inline(__always) get {
            switch direction {
            case .reading: reading
            case .writing: writing
            }
        }
        @inline(__always) _modify {
            switch direction {
            case .reading: yield &reading
            case .writing: yield &writing
            }
        }
    }

    private var isWaiting: Bool { reading.waiter != nil || writing.waiter != nil }

    @inline(__always)
    private func checkOpen(_ operation: SocketError.Operation) throws(SocketError) {
        loop.preconditionIsCurrent()
        guard descriptor >= 0 else {
            throw SocketError(operation, address.description, .closed)
        }
    }

    @inline(__always)
    private func check(_ operation: SocketError.Operation) throws(SocketError) {
        try checkOpen(operation)
        if let deadline, deadline <= loop.now {
            throw SocketError(operation, address.description, .timedOut)
        }
    }

    /// Why the wait ended; without a look at the task's cancellation.
    @inline(__always)
    private func wake(_ direction: Direction) async -> Wake {
        beginWait(direction)
        if isCancelled { return .cancelled }
        return await withUnsafeContinuation { self[direction].install($0) }
    }

    private func wakeOrCancellation(_ direction: Direction) async -> Wake {
        beginWait(direction)
        let number = self[direction].waitNumber
        return await withTaskCancellationHandler {
            await withUnsafeContinuation { self[direction].install($0) }
        } onCancel: {
            loop.execute { [self] in
                if self[direction].waitNumber == number { self[direction].wake(.cancelled) }
            }
        }
    }

    private func beginWait(_ direction: Direction) {
        precondition(self[direction].waiter == nil, "two tasks wait for one direction of a socket")
        self[direction].waitNumber += 1
        self[direction].early = nil
        setTimer()
    }

    private func wakeBoth(_ reason: Wake) {
        reading.wake(reason)
        writing.wake(reason)
    }

    private func setTimer() {
        guard let deadline else { return }
        // Unowned: while the timer is in the heap the channel is in the loop's table, until `close`.
        let timer = self.timer ?? LoopTimer { [unowned self] in timerFired() }
        self.timer = timer
        if timer.isScheduled, timer.due <= deadline { return }
        loop.schedule(timer, at: deadline)
    }

    private func timerFired() {
        guard isWaiting, let deadline else { return }
        if deadline <= loop.now { wakeBoth(.timedOut) } else { setTimer() }
    }
}
