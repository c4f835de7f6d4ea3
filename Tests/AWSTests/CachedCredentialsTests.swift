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
            var arrivals: [CheckedContinuation<Void, Never>] = []
        }

        private let state = Mutex(State())

        var count: Int { state.withLock { $0.count } }
        var mostInFlight: Int { state.withLock { $0.mostInFlight } }
        var trace: [FileTrace?] { [] }

        func setAway(_ isAway: Bool) { state.withLock { $0.isAway = isAway } }
        func hold() { state.withLock { $0.isHeld = true } }

        func release() {
            let held = state.withLock { state in
                state.isHeld = false
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
            await waitIfHeld()
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

        private func waitIfHeld() async {
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    guard state.isHeld else { return true }
                    state.held.append(continuation)
                    return false
                }
                if goesOn { continuation.resume() }
            }
        }
    }

    @Test func `a hundred callers wait for one fetch`() async throws {
        let source = Source()
        let cache = CachedCredentials(source)
        source.hold()
        try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<100 {
                group.addTask { try await cache.credentials(at: noon)?.accessKeyID }
            }
            // Whoever comes first is held; the others find it fetching, whenever they come.
            while source.count == 0 { await Task.yield() }
            source.release()
            for try await key in group { #expect(key == "AKID1") }
        }
        #expect((source.count, source.mostInFlight) == (1, 1))
    }

    @Test func `when the fetching caller is cancelled another one fetches`() async throws {
        let source = Source()
        let cache = CachedCredentials(source)
        source.hold()
        try await withThrowingTaskGroup(of: Void.self) { group in
            let first = Task { try? await cache.credentials(at: noon) }
            while source.count == 0 { await Task.yield() }
            group.addTask {
                let found = try await cache.credentials(at: noon)
                #expect(found != nil)
            }
            first.cancel()
            source.release()
            _ = await first.value
            try await group.waitForAll()
        }
    }

    @Test func `a waiting caller that is cancelled waits no longer`() async throws {
        let source = Source()
        let cache = CachedCredentials(source)
        source.hold()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = try await cache.credentials(at: noon) }
            while source.count == 0 { await Task.yield() }
            let waiting = Task { try await cache.credentials(at: noon) }
            waiting.cancel()
            await #expect(throws: CredentialsError.self) { try await waiting.value }
            source.release()
            try await group.waitForAll()
        }
        #expect(source.count == 1)
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
        let cache = CachedCredentials(source)
        for _ in 0..<100 {
            #expect(try await cache.credentials(at: noon)?.accessKeyID == "AKIDOLD")
        }
        let reads = machine.reads.count
        #expect(reads == 2)
        machine["/h/.aws/credentials"] =
            "[default]\naws_access_key_id = AKIDNEW\naws_secret_access_key = y\n"
        let soon = noon.addingTimeInterval(0.5)
        #expect(try await cache.credentials(at: soon)?.accessKeyID == "AKIDOLD")
        let later = noon.addingTimeInterval(1)
        #expect(try await cache.credentials(at: later)?.accessKeyID == "AKIDNEW")
        #expect(machine.reads.count == 2 * reads)
        // Half a file is no reason to forget what was read before.
        machine["/h/.aws/credentials"] = "[default]\naws_acc"
        let broken = noon.addingTimeInterval(3)
        #expect(try await cache.credentials(at: broken)?.accessKeyID == "AKIDNEW")
        #expect(cache.status.fault?.reason.contains("line 2") == true)
    }
}
