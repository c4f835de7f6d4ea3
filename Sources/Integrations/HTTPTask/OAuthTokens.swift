import Synchronization

/// The tokens of connections, each until shortly before its end; whoever needs one that is being asked for waits for it.
package final class OAuthTokens: Sendable {
    /// A token with less time than this is fetched anew (EventBridge, "Authorization methods for connections").
    package static let margin = Duration.seconds(60)

    package typealias Grant = OAuthTokenRequest.Grant

    private struct Kept {
        let token: HTTPConnection.Token
        /// nil: until it is refused.
        let end: ContinuousClock.Instant?
    }

    private enum Found: Sendable {
        case token(HTTPConnection.Token)
        case failure(ServiceFailure)
        /// Who asked has given up, or a newer one is wanted.
        case nothing
    }

    private struct State {
        var kept: [HTTPConnection: Kept] = [:]
        /// Who waits for what somebody else asks for.
        var waiting: [HTTPConnection: [Int: CheckedContinuation<Found, Never>]] = [:]
        /// Those whose wait ended before it had begun.
        var early: Set<Int> = []
        var nextTicket = 0
    }

    private enum Turn {
        case use(HTTPConnection.Token)
        case fetch
        case wait(ticket: Int)
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> ContinuousClock.Instant

    package init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.now = now
    }

    /// A token for the connection, and none that has been refused; it is asked for when there is none.
    package func token(
        for connection: HTTPConnection,
        otherThan refused: HTTPConnection.Token? = nil,
        fetch: () async throws(ServiceFailure) -> Grant
    ) async throws(ServiceFailure) -> HTTPConnection.Token {
        while true {
            switch turn(connection, refused) {
            case .use(let token): return token
            case .fetch: return try await take(connection, fetch)
            case .wait(let ticket):
                switch await wait(connection, ticket) {
                case .token(let token) where token != refused: return token
                case .failure(let failure): throw failure
                case .token, .nothing:
                    guard !Task.isCancelled else {
                        throw ServiceFailure(error: "States.Http.Socket", cause: "cancelled")
                    }
                }
            }
        }
    }

    /// Forgets the tokens of all connections but these.
    package func keep(_ isWanted: (HTTPConnection) -> Bool) {
        state.withLock { state in state.kept = state.kept.filter { isWanted($0.key) } }
    }

    private func turn(_ connection: HTTPConnection, _ refused: HTTPConnection.Token?) -> Turn {
        let now = now()
        return state.withLock { state in
            if let kept = state.kept[connection], kept.token != refused,
                kept.end.map({ $0 - Self.margin > now }) ?? true
            {
                return .use(kept.token)
            }
            guard state.waiting[connection] != nil else {
                state.kept[connection] = nil
                state.waiting[connection] = [:]
                return .fetch
            }
            state.nextTicket += 1
            return .wait(ticket: state.nextTicket)
        }
    }

    private func take(
        _ connection: HTTPConnection,
        _ fetch: () async throws(ServiceFailure) -> Grant
    ) async throws(ServiceFailure) -> HTTPConnection.Token {
        let began = now()
        do throws(ServiceFailure) {
            let grant = try await fetch()
            end(connection, .token(grant.token)) {
                $0.kept[connection] = Kept(token: grant.token, end: grant.life.map { began + $0 })
            }
            return grant.token
        } catch {
            end(connection, Task.isCancelled ? .nothing : .failure(error)) { _ in }
            throw error
        }
    }

    private func end(
        _ connection: HTTPConnection,
        _ found: Found,
        _ change: (inout State) -> Void
    ) {
        let waiting = state.withLock { state in
            change(&state)
            return state.waiting.removeValue(forKey: connection) ?? [:]
        }
        for continuation in waiting.values { continuation.resume(returning: found) }
    }

    private func wait(_ connection: HTTPConnection, _ ticket: Int) async -> Found {
        // One that was cancelled just when it ended has left its ticket.
        defer { state.withLock { _ = $0.early.remove(ticket) } }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    // It has ended meanwhile, or the wait has.
                    guard state.early.remove(ticket) == nil, state.waiting[connection] != nil else {
                        return true
                    }
                    state.waiting[connection]?[ticket] = continuation
                    return false
                }
                if isOver { continuation.resume(returning: .nothing) }
            }
        } onCancel: {
            let continuation = state.withLock { state in
                let continuation = state.waiting[connection]?.removeValue(forKey: ticket)
                if continuation == nil { state.early.insert(ticket) }
                return continuation
            }
            continuation?.resume(returning: .nothing)
        }
    }
}
