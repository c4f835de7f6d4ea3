import FoundationEssentials
import Synchronization
import Testing

@testable import AWS

/// Many callers of one source.
struct CachedCredentialsTests {
    /// A source that gives credentials of one hour, waits when told, and counts.
    private final class Source: CredentialsSource {
        private struct State {
            var count = 0
            var isAway = false
            var inFlight = 0
            var mostInFlight = 0
            var isHeld = false
            var held: [CheckedContinuation<Void, Never>] = []
            var isTraceHeld = false
            var looks = 0
            var file = FileTrace(changed: 0, size: 0, number: 0)
        }

        private let state = Mutex(State())

        var count: Int { state.withLock { $0.count } }
        var mostInFlight: Int { state.withLock { $0.mostInFlight } }
        /// How often it was looked at.
        var looks: Int { state.withLock { $0.looks } }

        var trace: [FileTrace?] {
            get async {
                await wait { state in
                    state.looks += 1
                    return state.isTraceHeld
                }
                return [state.withLock { $0.file }]
            }
        }

        func setAway(_ isAway: Bool) { state.withLock { $0.isAway = isAway } }
        func hold() { state.withLock { $0.isHeld = true } }
        func change() { state.withLock { $0.file.changed += 1 } }
        func holdTrace() { state.withLock { $0.isTraceHeld = true } }

        func release() {
            let held = state.withLock { state in
                (state.isHeld, state.isTraceHeld) = (false, false)
                defer { state.held = [] }
                return state.held
            }
            for continuation in held { continuation.resume() }
        }

        func fetch(at now: Date) async throws(CredentialsError) -> CredentialsFinding {
            let number = state.withLock { state in
                state.count += 1
                state.inFlight += 1
                state.mostInFlight = max(state.mostInFlight, state.inFlight)
                return state.count
            }
            defer { state.withLock { $0.inFlight -= 1 } }
            await wait { $0.isHeld }
            if Task.isCancelled || state.withLock({ $0.isAway }) {
                throw CredentialsError("test", "away")
            }
            return .found(
                SourcedCredentials(
                    Credentials(
                        accessKeyID: "AKID\(number)",
                        secretAccessKey: "s",
                        sessionToken: "t",
                        expiration: now.addingTimeInterval(3_600)
                    ),
                    from: "test"
                )
            )
        }

        private func wait(while isHeld: (inout State) -> Bool) async {
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    guard isHeld(&state) else { return true }
                    state.held.append(continuation)
                    return false
                }
                if goesOn { continuation.resume() }
            }
        }
    }

    private let time = TestTime()
    private let source = Source()

    private func makeCache(_ source: any CredentialsSource) -> CachedCredentials {
        CachedCredentials(source, now: { [time] in time.now })
    }

    /// Returns when so many wait for the fetch that is held.
    private func wait(for count: Int, in cache: CachedCredentials) async {
        while cache.waiters != count { await Task.yield() }
    }

    @Test func `a hundred callers wait for one fetch`() async throws {
        let cache = makeCache(source)
        source.hold()
        try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<100 {
                group.addTask { try await cache.credentials(until: nil)?.accessKeyID }
            }
            await wait(for: 100, in: cache)
            source.release()
            for try await key in group { #expect(key == "AKID1") }
        }
        #expect((source.count, source.mostInFlight) == (1, 1))
    }

    @Test func `a fetch goes on for the others when who began it is cancelled`() async throws {
        let cache = makeCache(source)
        source.hold()
        let first = Task { try await cache.credentials(until: nil) }
        await wait(for: 1, in: cache)
        async let second = cache.credentials(until: nil)
        await wait(for: 2, in: cache)
        first.cancel()
        await #expect(throws: CredentialsError.self) { try await first.value }
        source.release()
        #expect(try await second?.accessKeyID == "AKID1")
        #expect(source.count == 1)
    }

    @Test func `a fetch that everybody has left who waited is given up, and begun anew`()
        async throws
    {
        let cache = makeCache(source)
        source.hold()
        let waiting = [0, 1].map { _ in Task { try await cache.credentials(until: nil) } }
        await wait(for: 2, in: cache)
        for task in waiting {
            task.cancel()
            await #expect(throws: CredentialsError.self) { try await task.value }
        }
        source.release()
        #expect(try await cache.credentials(until: nil)?.accessKeyID == "AKID2")
        #expect(cache.status.fault == nil)
    }

    @Test func `a waiting caller that is cancelled waits no longer`() async throws {
        let cache = makeCache(source)
        source.hold()
        async let other = cache.credentials(until: nil)
        await wait(for: 1, in: cache)
        let waiting = Task { try await cache.credentials(until: nil) }
        await wait(for: 2, in: cache)
        waiting.cancel()
        await #expect(throws: CredentialsError.self) { try await waiting.value }
        #expect(cache.waiters == 1)
        source.release()
        _ = try await other
        #expect(source.count == 1)
    }

    @Test func `a caller waits to its deadline, and the fetch goes on without it`() async throws {
        let cache = makeCache(source)
        source.hold()
        let error = await #expect(throws: CredentialsError.self) {
            try await cache.credentials(until: .now)
        }
        #expect(error?.isLate == true)
        let transport = FakeTransport([])
        let client = makeClient(.sns, transport, retries: .standard, credentials: cache)
        let call = AWSRequest(query: "Publish", version: "1", parameters: [])
        let failure = await #expect(throws: AWSError.self) {
            try await client.send(call, deadline: .now)
        }
        #expect(failure?.acceptance == .notAccepted)
        #expect(failure?.isTransient == true)
        #expect(transport.requests.isEmpty)
        source.release()
        #expect(try await cache.credentials(until: nil)?.accessKeyID == "AKID1")
        #expect(source.count == 1)
    }

    @Test func `the rest after a failure begins when the fetch has ended`() async throws {
        let cache = makeCache(source)
        source.setAway(true)
        source.hold()
        let first = Task { try await cache.credentials(until: nil) }
        await wait(for: 1, in: cache)
        time.now = noon.addingTimeInterval(20)
        source.release()
        await #expect(throws: CredentialsError("test", "away")) { try await first.value }
        // The first rest lasts half a second at least.
        time.now = noon.addingTimeInterval(20.4)
        await #expect(throws: CredentialsError("test", "away")) {
            try await cache.credentials(until: nil)
        }
        #expect(source.count == 1)
    }

    @Test func `a home that hangs holds up no call`() async throws {
        let cache = makeCache(source)
        #expect(try await cache.credentials(until: nil)?.accessKeyID == "AKID1")
        time.now = noon.addingTimeInterval(2)
        source.holdTrace()
        // Who looks waits for that a while; the deadline makes it short here.
        #expect(try await cache.credentials(until: .now)?.accessKeyID == "AKID1")
        while source.looks < 2 { await Task.yield() }
        time.now = noon.addingTimeInterval(4)
        for _ in 0..<9 { #expect(try await cache.credentials(until: nil) != nil) }
        #expect(source.looks == 2)
        source.change()
        source.release()
        // The look that hung has ended, sooner or later, and others see what has changed meanwhile.
        while source.count == 1 {
            time.now = time.now.addingTimeInterval(2)
            _ = try await cache.credentials(until: nil)
        }
    }

    @Test func `a file is looked at once a second at most, and read only when it changed`()
        async throws
    {
        let machine = FakeMachine([
            "/h/.aws/credentials":
                "[default]\naws_access_key_id = AKIDOLD\naws_secret_access_key = x\n"
        ])
        let source = SettingsCredentials(
            environment: ["HOME": "/h"],
            machine: machine,
            transport: FakeTransport([]),
            nearTransport: FakeTransport([])
        )
        let cache = makeCache(source)
        for _ in 0..<100 {
            #expect(try await cache.credentials(until: nil)?.accessKeyID == "AKIDOLD")
        }
        let reads = machine.reads.count
        #expect(reads == 2)
        machine["/h/.aws/credentials"] =
            "[default]\naws_access_key_id = AKIDNEW\naws_secret_access_key = y\n"
        time.now = noon.addingTimeInterval(0.5)
        #expect(try await cache.credentials(until: nil)?.accessKeyID == "AKIDOLD")
        time.now = noon.addingTimeInterval(1)
        #expect(try await cache.credentials(until: nil)?.accessKeyID == "AKIDNEW")
        #expect(machine.reads.count == 2 * reads)
        // Half a file is no reason to forget what was read before.
        machine["/h/.aws/credentials"] = "[default]\naws_acc"
        time.now = noon.addingTimeInterval(3)
        #expect(try await cache.credentials(until: nil)?.accessKeyID == "AKIDNEW")
        #expect(cache.status.fault?.reason.contains("line 2") == true)
    }
}
