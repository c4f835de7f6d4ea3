import FoundationEssentials
import HTTP
import Synchronization
import Testing

@testable import AWS

/// A working day of a role's credentials, by a clock that the test sets.
struct TwelveHoursTests {
    /// STS, which gives keys of one hour and is away when told.
    private final class STS: AWSTransport {
        private struct State {
            var now = noon
            var isAway = false
            var calls = 0
            var inFlight = 0
            var mostInFlight = 0
        }

        private let state = Mutex(State())

        var now: Date { state.withLock { $0.now } }
        var calls: Int { state.withLock { $0.calls } }
        var mostInFlight: Int { state.withLock { $0.mostInFlight } }

        func set(_ now: Date, isAway: Bool) {
            state.withLock { ($0.now, $0.isAway) = (now, isAway) }
        }

        func send(
            _ request: ClientRequest,
            deadline: ContinuousClock.Instant
        ) async throws(HTTPClientError) -> ClientResponse {
            let (number, isAway, now) = state.withLock { state in
                state.calls += 1
                state.inFlight += 1
                state.mostInFlight = max(state.mostInFlight, state.inFlight)
                return (state.calls, state.isAway, state.now)
            }
            // The other callers come while this is under way.
            for _ in 0..<50 { await Task.yield() }
            state.withLock { $0.inFlight -= 1 }
            guard !isAway else {
                throw HTTPClientError(.connectFailed("away"), sent: .notSent, authority: "sts")
            }
            return try answer(number, end: now.addingTimeInterval(3_600)).get()
        }

        private func answer(_ number: Int, end: Date) -> FakeTransport.Answer {
            let stamp = Array(SigningTime(end).stamp)
            let pieces = [
                (0, 4, "-"), (4, 6, "-"), (6, 8, "T"), (9, 11, ":"), (11, 13, ":"), (13, 15, "Z"),
            ]
            let text = pieces.map { String(stamp[$0.0..<$0.1]) + $0.2 }.joined()
            return .answer(
                200,
                "<R><AssumeRoleResult><Credentials><AccessKeyId>AKID\(number)</AccessKeyId>"
                    + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                    + "<Expiration>\(text)</Expiration></Credentials></AssumeRoleResult></R>"
            )
        }
    }

    private let sts = STS()

    private func makeCache(
        _ note: @escaping @Sendable (CachedCredentials.Event) -> Void
    ) -> CachedCredentials {
        let config = """
            [default]
            region = eu-west-1
            role_arn = arn:aws:iam::123456789012:role/orders
            source_profile = keys
            [profile keys]
            aws_access_key_id = AKIDBASE
            aws_secret_access_key = b
            """
        let source = SettingsCredentials(
            // Repetitions wait by the machine's clock, which stands still here beside ours.
            environment: ["HOME": "/h", "AWS_MAX_ATTEMPTS": "1"],
            machine: FakeMachine(["/h/.aws/config": config]),
            transport: sts,
            nearTransport: FakeTransport([]),
            now: { [sts] in sts.now }
        )
        return CachedCredentials(source, now: { [sts] in sts.now }, note: note)
    }

    /// What a hundred callers get by the time of STS: the keys, and how many get none.
    private func burst(
        _ cache: CachedCredentials
    ) async -> (found: [Credentials], failed: Int) {
        await withTaskGroup(of: Credentials?.self) { group in
            for _ in 0..<100 { group.addTask { try? await cache.credentials(until: nil) } }
            var found: [Credentials] = []
            var failed = 0
            for await credentials in group {
                if let credentials { found.append(credentials) } else { failed += 1 }
            }
            return (found, failed)
        }
    }

    /// The role is taken on every 45 minutes; STS is away from minute 380 to minute 425, so that the keys of minute 360,
    /// which last to minute 420, bridge all of it but five minutes.
    @Test func `a role's keys of an hour serve twelve hours, through an outage of STS`() async {
        let events = Mutex<[String]>([])
        let cache = makeCache { event in
            events.withLock { events in
                switch event {
                case .fetched(_, let failures): events.append("fetched after \(failures)")
                case .failed: events.append("failed")
                case .nowhere: events.append("nowhere")
                }
            }
        }
        var missing: [Int] = []
        for minute in 0..<720 {
            let now = noon.addingTimeInterval(TimeInterval(minute * 60))
            sts.set(now, isAway: (380..<425).contains(minute))
            let (found, failed) = await burst(cache)
            #expect(found.allSatisfy { ($0.expiration ?? .distantPast) > now })
            if failed > 0 { missing.append(minute) }
            #expect(failed == 0 || failed == 100)
        }
        #expect(missing == Array(420..<425))
        #expect(sts.mostInFlight == 1)
        let log = events.withLock { $0 }
        #expect(log.count { $0.hasPrefix("fetched") } == 16, "\(log)")
        // The last quarter of an hour of the old keys and the five minutes after, once a minute.
        #expect(log.count { $0 == "failed" } == 20, "\(log)")
        #expect(sts.calls == log.count)
        #expect(log.contains("fetched after 20"))
    }
}
