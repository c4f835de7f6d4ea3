/// Decides which connection a call gets, and when.
///
/// It opens and closes nothing itself: it says what is to be done, and the client does it.
struct ConnectionPool {
    typealias ConnectionID = UInt64
    typealias Ticket = UInt64

    /// What connections have in common that can stand for each other.
    struct Origin: Hashable, Sendable {
        let scheme: ClientRequest.Scheme
        let host: String
        let port: Int
    }

    enum Action: Hashable {
        /// The call gets this idle connection.
        case use(ConnectionID, for: Ticket)
        /// The call opens a connection and it will have this name.
        case connect(ConnectionID, for: Ticket)
        /// Too many calls wait already.
        case reject(Ticket)
        /// The pool has been shut down.
        case turnAway(Ticket)
        /// An idle connection is no longer wanted.
        case close(ConnectionID)
    }

    private struct Idle {
        let id: ConnectionID
        let lease: Lease
        /// From when on it is closed: it has been unused for too long then, or open.
        let expiry: ContinuousClock.Instant
    }

    private struct Lease {
        let origin: Origin
        /// From when on it is used no more.
        let end: ContinuousClock.Instant
    }

    private let configuration: ClientConfiguration
    /// Connections that no call has, the longest unused first.
    private var idle: [Idle] = []
    /// Connections that a call has, or is opening.
    private var leased: [ConnectionID: Lease] = [:]
    /// How many connections of each kind there are to an origin.
    private var perOrigin: [Origin: Int] = [:]
    /// Before this nothing that is idle has expired.
    private var nextExpiry: ContinuousClock.Instant?
    /// Calls that wait, the first first.
    private var waiting: [(ticket: Ticket, origin: Origin)] = []
    private var nextID: ConnectionID = 1
    private var isShutDown = false

    init(_ configuration: ClientConfiguration) {
        self.configuration = configuration
    }

    var counts: HTTPClient.Counts {
        HTTPClient.Counts(idle: idle.count, inUse: leased.count, waiting: waiting.count)
    }

    /// A call wants a connection.
    mutating func lease(
        _ origin: Origin,
        _ ticket: Ticket,
        now: ContinuousClock.Instant
    ) -> [Action] {
        if isShutDown { return [.turnAway(ticket)] }
        let expired = expire(now: now)
        if let actions = grant(origin, ticket, now: now) { return expired + actions }
        guard waiting.count < configuration.maximumWaiting else {
            return expired + [.reject(ticket)]
        }
        waiting.append((ticket, origin))
        return expired
    }

    /// A waiting call has given up; a connection it was given meanwhile is released as any other.
    mutating func giveUp(_ ticket: Ticket) {
        waiting.removeAll { $0.ticket == ticket }
    }

    /// A call is through with its connection, which another may use unless it is too old.
    mutating func giveBack(_ id: ConnectionID, now: ContinuousClock.Instant) -> [Action] {
        guard let lease = leased.removeValue(forKey: id) else { return [] }
        guard !isShutDown, lease.end > now else {
            forget(lease.origin)
            return [.close(id)] + serveWaiting(now: now)
        }
        let expiry = min(now + configuration.idleTimeout, lease.end)
        idle.append(Idle(id: id, lease: lease, expiry: expiry))
        nextExpiry = nextExpiry.map { min($0, expiry) } ?? expiry
        return serveWaiting(now: now)
    }

    /// A call's connection is gone, or was never opened.
    mutating func lost(_ id: ConnectionID, now: ContinuousClock.Instant) -> [Action] {
        guard let lease = leased.removeValue(forKey: id) else { return [] }
        forget(lease.origin)
        return serveWaiting(now: now)
    }

    /// Closes what has been idle for too long, or open.
    mutating func expire(now: ContinuousClock.Instant) -> [Action] {
        guard let nextExpiry, nextExpiry <= now else { return [] }
        let expired = idle.filter { $0.expiry <= now }
        idle.removeAll { $0.expiry <= now }
        self.nextExpiry = idle.lazy.map(\.expiry).min()
        for connection in expired { forget(connection.lease.origin) }
        return expired.map { .close($0.id) }
    }

    /// Closes what is idle, turns away who waits and, from now on, everybody.
    mutating func shutDown() -> [Action] {
        isShutDown = true
        let actions = waiting.map { Action.turnAway($0.ticket) } + idle.map { .close($0.id) }
        for connection in idle { forget(connection.lease.origin) }
        (idle, waiting) = ([], [])
        return actions
    }

    /// A connection for the call, if it may have one now.
    private mutating func grant(
        _ origin: Origin,
        _ ticket: Ticket,
        now: ContinuousClock.Instant
    ) -> [Action]? {
        // The last one used is the least likely to have been closed by the other side.
        if let index = idle.lastIndex(where: { $0.lease.origin == origin }) {
            let connection = idle.remove(at: index)
            leased[connection.id] = connection.lease
            return [.use(connection.id, for: ticket)]
        }
        guard perOrigin[origin, default: 0] < configuration.maximumConnectionsPerHost else {
            return nil
        }
        var closed: [Action] = []
        if idle.count + leased.count >= configuration.maximumConnections {
            // Another host's idle connection makes room.
            guard !idle.isEmpty else { return nil }
            let oldest = idle.removeFirst()
            forget(oldest.lease.origin)
            closed = [.close(oldest.id)]
        }
        let id = nextID
        nextID += 1
        leased[id] = Lease(origin: origin, end: now + lifetime(of: id))
        perOrigin[origin, default: 0] += 1
        return closed + [.connect(id, for: ticket)]
    }

    /// Grants what can be granted, in the order of waiting.
    private mutating func serveWaiting(now: ContinuousClock.Instant) -> [Action] {
        var actions: [Action] = []
        var blocked: Set<Origin> = []
        var index = 0
        while index < waiting.count {
            let (ticket, origin) = waiting[index]
            if !blocked.contains(origin), let granted = grant(origin, ticket, now: now) {
                actions += granted
                waiting.remove(at: index)
            } else {
                blocked.insert(origin)
                index += 1
            }
        }
        return actions
    }

    /// Shorter by up to a fifth, by steps that spread neighbours: those that were opened together end one by one.
    private func lifetime(of id: ConnectionID) -> Duration {
        configuration.connectionAge * (100 - Int(id * 13 % 21)) / 100
    }

    private mutating func forget(_ origin: Origin) {
        guard let count = perOrigin[origin] else { return }
        perOrigin[origin] = count == 1 ? nil : count - 1
    }
}
