package import FoundationEssentials
internal import OpenSSL
internal import Synchronization

/// Keeps what a source gives, for as long as `CredentialsLife` has it; the hands of that value.
package final class CachedCredentials: CredentialsProvider {
    /// What becomes of the source, for logs.
    package enum Event: Sendable {
        /// Others than before, or the first ones; the count is that of failures before.
        case fetched(SourcedCredentials, afterFailures: Int)
        case failed(CredentialsError, count: Int)
        case nowhere(lookedAt: String, count: Int)
    }

    private struct State {
        var life = CredentialsLife()
        var trace: [FileTrace?] = []
        var lastLook = Date.distantPast
        var failures = 0
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextWaiting = 0
    }

    private let source: any CredentialsSource
    private let state = Mutex(State())
    private let note: @Sendable (Event) -> Void

    /// How often is looked whether the source's files have changed, in seconds.
    private static let lookInterval: TimeInterval = 1

    /// A cache in front of that source; `note` is told what becomes of it, and must not block.
    package init(
        _ source: any CredentialsSource,
        note: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.source = source
        self.note = note
    }

    package var name: String {
        state.withLock { $0.life.held?.source ?? $0.life.lookedAt ?? "no source yet" }
    }

    package var status: CredentialsStatus { state.withLock { CredentialsStatus($0.life) } }

    /// The kept credentials, or new ones.
    package func credentials(at now: Date) async throws(CredentialsError) -> Credentials? {
        noticeChanges(now)
        while true {
            switch state.withLock({ $0.life.ask(at: now) }) {
            case .use(let credentials): return credentials
            case .none: return nil
            case .fail(let error): throw error
            case .fetch: try await fetch(now)
            case .wait:
                await waitForFetch()
                if Task.isCancelled { throw CredentialsError(name, "cancelled") }
            }
        }
    }

    package func refused(_ credentials: Credentials, at now: Date) {
        let luck = Self.luck
        state.withLock { $0.life.refused(credentials, at: now, luck: luck) }
    }

    /// Looking is cheap, but not so cheap as to be done for every signature.
    private func noticeChanges(_ now: Date) {
        let isDue = state.withLock { state in
            let isDue = abs(now.timeIntervalSince(state.lastLook)) >= Self.lookInterval
            if isDue { state.lastLook = now }
            return isDue
        }
        guard isDue else { return }
        let trace = source.trace
        state.withLock { state in
            guard state.trace != trace else { return }
            state.trace = trace
            state.life.sourceChanged()
        }
    }

    private static var luck: Double {
        var random = SecureRandom()
        return Double.random(in: 0..<1, using: &random)
    }
}

extension CachedCredentials {
    /// Asks the source, and wakes who waits for that, whatever comes of it.
    private func fetch(_ now: Date) async throws(CredentialsError) {
        do throws(CredentialsError) {
            let finding = try await source.fetch(at: now)
            end(with: .success(finding), now)
        } catch {
            guard !Task.isCancelled else {
                wake { $0.gaveUp() }
                throw error
            }
            end(with: .failure(error), now)
        }
    }

    private func end(with result: Result<CredentialsFinding, CredentialsError>, _ now: Date) {
        let luck = Self.luck
        let before = state.withLock { $0.life.held }
        wake { life in
            switch result {
            case .success(.found(let found)): life.found(found, at: now, luck: luck)
            case .success(.nowhere(let lookedAt)): life.foundNothing(lookedAt: lookedAt, now, luck)
            case .failure(let error): life.failed(error, now, luck)
            }
        }
        tell(before)
    }

    private func wake(_ change: (inout CredentialsLife) -> Void) {
        let waiting = state.withLock { state in
            change(&state.life)
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for continuation in waiting { continuation.resume() }
    }

    private func tell(_ before: SourcedCredentials?) {
        let event: Event? = state.withLock { state in
            let life = state.life
            if let fault = life.fault {
                state.failures += 1
                return .failed(fault, count: state.failures)
            }
            if let lookedAt = life.lookedAt {
                state.failures += 1
                return .nowhere(lookedAt: lookedAt, count: state.failures)
            }
            defer { state.failures = 0 }
            guard let held = life.held, held != before || state.failures > 0 else { return nil }
            return .fetched(held, afterFailures: state.failures)
        }
        if let event { note(event) }
    }

    /// Returns when the fetch under way has ended, or the task is cancelled.
    private func waitForFetch() async {
        let id = state.withLock { state in
            state.nextWaiting += 1
            return state.nextWaiting
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    // The fetch may have ended since, and the task may have been cancelled before.
                    guard state.life.isFetching, !Task.isCancelled else { return true }
                    state.waiting[id] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: id) }?.resume()
        }
    }
}
