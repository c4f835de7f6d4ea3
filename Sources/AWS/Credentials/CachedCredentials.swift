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
        /// What the last look saw; nil before the first.
        var trace: [FileTrace?]?
        var lastLook = Date.distantPast
        var failures = 0
        var fetch: SharedWork?
        /// The look at the files that is under way.
        var look: SharedWork?
    }

    private let source: any CredentialsSource
    private let now: @Sendable () -> Date
    private let state = Mutex(State())
    private let note: @Sendable (Event) -> Void

    /// How often is looked whether the source's files have changed, in seconds.
    private static let lookInterval: TimeInterval = 1
    /// How long a call waits for that look: a home on a server that hangs is not to hold up orders.
    private static let lookPatience = Duration.seconds(1)

    /// A cache in front of that source.
    ///
    /// `now` is AWS's time as far as it is known; `note` is told what becomes of the source, and must not block.
    package init(
        _ source: any CredentialsSource,
        now: @escaping @Sendable () -> Date,
        note: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.source = source
        self.now = now
        self.note = note
    }

    package var name: String {
        state.withLock { $0.life.held?.source ?? $0.life.lookedAt ?? "no source yet" }
    }

    package var status: CredentialsStatus { state.withLock { CredentialsStatus($0.life) } }

    /// How many callers wait for the fetch that is under way.
    var waiters: Int { state.withLock { $0.fetch }?.waiters ?? 0 }

    /// The kept credentials, or new ones.
    package func credentials(
        until deadline: ContinuousClock.Instant?
    ) async throws(CredentialsError) -> Credentials? {
        await noticeChanges(deadline)
        while true {
            // Anew each time: a fetch takes a while, and may tell that the clock is wrong.
            let now = now()
            let (answer, fetch) = state.withLock { state in
                let answer = state.life.ask(at: now)
                if answer == .fetch { state.fetch = SharedWork { await self.fetch() } }
                return (answer, state.fetch)
            }
            switch answer {
            case .use(let credentials): return credentials
            case .none: return nil
            case .fail(let error): throw error
            case .fetch, .wait:
                switch await fetch?.wait(until: deadline) {
                case .over, nil: continue
                case .late: throw CredentialsError.late(name)
                case .cancelled: throw CredentialsError(name, "cancelled")
                }
            }
        }
    }

    package func refused(_ credentials: Credentials) {
        let (now, luck) = (now(), Self.luck)
        state.withLock { $0.life.refused(credentials, at: now, luck: luck) }
    }

    private static var luck: Double {
        var random = SecureRandom()
        return Double.random(in: 0..<1, using: &random)
    }
}

// Whether files have changed.
extension CachedCredentials {
    /// Looking is cheap, but not so cheap as to be done for every signature.
    private func noticeChanges(_ deadline: ContinuousClock.Instant?) async {
        let now = now()
        let look: SharedWork? = state.withLock { state in
            // The first look comes before the first fetch, lest that read what changes in between.
            if let look = state.look { return state.trace == nil ? look : nil }
            guard abs(now.timeIntervalSince(state.lastLook)) >= Self.lookInterval else {
                return nil
            }
            state.lastLook = now
            let look = SharedWork { await self.look() }
            state.look = look
            return look
        }
        guard let look else { return }
        let patience = ContinuousClock.now + Self.lookPatience
        _ = await look.wait(until: deadline.map { min($0, patience) } ?? patience)
    }

    private func look() async {
        let trace = await source.trace
        state.withLock { state in
            state.look = nil
            let isFirst = state.trace == nil && state.fetch == nil
            guard state.trace != trace else { return }
            state.trace = trace
            if !isFirst { state.life.sourceChanged() }
        }
    }
}

// What the source says.
extension CachedCredentials {
    private func fetch() async {
        let result: Result<CredentialsFinding, CredentialsError>
        do throws(CredentialsError) {
            result = .success(try await source.fetch(at: now()))
        } catch {
            guard !Task.isCancelled else { return state.withLock { $0.life.gaveUp() } }
            result = .failure(error)
        }
        // The rest after a fetch begins at its end, by the time that it may have taught.
        let (now, luck) = (now(), Self.luck)
        let before = state.withLock { state in
            defer { Self.end(&state.life, result, now, luck) }
            return state.life.held
        }
        tell(before)
    }

    private static func end(
        _ life: inout CredentialsLife,
        _ result: Result<CredentialsFinding, CredentialsError>,
        _ now: Date,
        _ luck: Double
    ) {
        switch result {
        case .success(.found(let found)): life.found(found, at: now, luck: luck)
        case .success(.nowhere(let lookedAt)): life.foundNothing(lookedAt: lookedAt, now, luck)
        case .failure(let error): life.failed(error, now, luck)
        }
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
}
