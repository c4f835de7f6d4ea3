internal import Sockets
internal import Synchronization

/// The pool's hands: keeps the connections, and the calls that wait for one.
final class PooledConnections: Sendable {
    /// What a call got.
    enum Grant: Sendable {
        /// A connection that has been used before.
        case used(ConnectionPool.ConnectionID, any ByteStream)
        /// The right to open one.
        case fresh(ConnectionPool.ConnectionID)
        case refused(HTTPClientError.Reason)
    }

    private struct State {
        var pool: ConnectionPool
        var idle: [ConnectionPool.ConnectionID: any ByteStream] = [:]
        var waiters: [ConnectionPool.Ticket: Waiter] = [:]
        var nextTicket: ConnectionPool.Ticket = 1
    }

    private let state: Mutex<State>

    init(_ configuration: ClientConfiguration) {
        state = Mutex(State(pool: ConnectionPool(configuration)))
    }

    var counts: HTTPClient.Counts { state.withLock { $0.pool.counts } }

    /// Waits for a connection until the deadline, on the loop's thread.
    func lease(
        _ origin: ConnectionPool.Origin,
        on loop: EventLoop,
        until deadline: ContinuousClock.Instant
    ) async -> Grant {
        let waiter = Waiter()
        let ticket = state.withLock { state in
            let ticket = state.nextTicket
            state.nextTicket += 1
            state.waiters[ticket] = waiter
            return ticket
        }
        perform { $0.lease(origin, ticket, now: loop.now) }
        if let grant = waiter.early { return grant }
        let grant = await waiter.grant(on: loop, until: deadline)
        giveUp(ticket)
        return grant
    }

    /// Takes back a connection that can be used again.
    func giveBack(_ id: ConnectionPool.ConnectionID, _ stream: any ByteStream) {
        state.withLock { $0.idle[id] = stream }
        perform { $0.giveBack(id, now: .now) }
    }

    /// Takes notice that a connection is gone.
    func lost(_ id: ConnectionPool.ConnectionID) {
        perform { $0.lost(id, now: .now) }
    }

    func expire(now: ContinuousClock.Instant) {
        perform { $0.expire(now: now) }
    }

    func shutDown() {
        perform { $0.shutDown() }
    }

    private func giveUp(_ ticket: ConnectionPool.Ticket) {
        state.withLock { state in
            state.pool.giveUp(ticket)
            state.waiters[ticket] = nil
        }
    }

    /// Asks the pool and does what it says, the effects after the lock has been released.
    private func perform(_ decide: (inout ConnectionPool) -> [ConnectionPool.Action]) {
        let effects = state.withLock { state in
            decide(&state.pool).map { Self.effect(of: $0, &state) }
        }
        for effect in effects {
            switch effect {
            case .give(let grant, let waiter): settle(grant, waiter)
            case .close(let stream): stream.close()
            case .nothing: break
            }
        }
    }

    private enum Effect {
        case give(Grant, Waiter?)
        case close(any ByteStream)
        case nothing
    }

    private static func effect(of action: ConnectionPool.Action, _ state: inout State) -> Effect {
        switch action {
        case .use(let id, let ticket):
            let stream = state.idle.removeValue(forKey: id)
            let waiter = state.waiters.removeValue(forKey: ticket)
            return .give(stream.map { .used(id, $0) } ?? .fresh(id), waiter)
        case .connect(let id, let ticket):
            return .give(.fresh(id), state.waiters.removeValue(forKey: ticket))
        case .reject(let ticket):
            return .give(.refused(.tooManyWaiting), state.waiters.removeValue(forKey: ticket))
        case .turnAway(let ticket):
            return .give(.refused(.shutDown), state.waiters.removeValue(forKey: ticket))
        case .close(let id):
            return state.idle.removeValue(forKey: id).map { .close($0) } ?? .nothing
        }
    }

    /// Hands a grant over; when nobody waits for it any more, it goes back.
    private func settle(_ grant: Grant, _ waiter: Waiter?) {
        if let waiter, waiter.finish(grant) { return }
        switch grant {
        case .used(let id, let stream): giveBack(id, stream)
        case .fresh(let id): lost(id)
        case .refused: break
        }
    }
}

/// One call's wait for a connection.
private final class Waiter: Sendable {
    private enum State {
        case new
        case waiting(CheckedContinuation<PooledConnections.Grant, Never>)
        case granted(PooledConnections.Grant)
        case over
    }

    private let state = Mutex(State.new)

    /// What was granted before anybody waited.
    var early: PooledConnections.Grant? {
        state.withLock { state in
            guard case .granted(let grant) = state else { return nil }
            state = .over
            return grant
        }
    }

    /// Waits for a grant, the deadline or the task's cancellation.
    func grant(
        on loop: EventLoop,
        until deadline: ContinuousClock.Instant
    ) async -> PooledConnections.Grant {
        await withTaskGroup(of: Void.self) { group in
            group.addTask(executorPreference: loop) {
                do {
                    try await loop.sleep(until: deadline)
                    _ = self.finish(.refused(.timedOut(.pool)))
                } catch {
                    // Granted in time, or cancelled: the handler below has said so.
                }
            }
            defer { group.cancelAll() }
            return await withTaskCancellationHandler {
                await withCheckedContinuation { begin($0) }
            } onCancel: {
                _ = self.finish(.refused(.cancelled))
            }
        }
    }

    /// Ends the wait; false when it had ended before.
    func finish(_ grant: PooledConnections.Grant) -> Bool {
        let continuation: CheckedContinuation<PooledConnections.Grant, Never>?
        switch state.withLock({ state in
            defer {
                switch state {
                case .new: state = .granted(grant)
                case .waiting: state = .over
                case .granted, .over: break
                }
            }
            return state
        }) {
        case .new: return true
        case .waiting(let waiting): continuation = waiting
        case .granted, .over: return false
        }
        continuation?.resume(returning: grant)
        return true
    }

    private func begin(_ continuation: CheckedContinuation<PooledConnections.Grant, Never>) {
        let granted: PooledConnections.Grant? = state.withLock { state in
            switch state {
            case .new:
                state = .waiting(continuation)
                return nil
            case .granted(let grant):
                state = .over
                return grant
            case .waiting, .over:
                preconditionFailure("A waiter waits once.")
            }
        }
        if let granted { continuation.resume(returning: granted) }
    }
}
