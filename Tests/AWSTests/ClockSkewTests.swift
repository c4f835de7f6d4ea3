import FoundationEssentials
import HTTP
import HTTPTypes
import Synchronization
import Testing

@testable import AWS

/// A clock that is wrong, and what is signed by it.
struct ClockSkewTests {
    @Test(
        arguments: [
            // Signed with, known since, theirs minus ours; signs again, known then. nil: no date.
            (0, 0, 3_600, true, 3_600), (0, 3_600, 3_600, true, 3_600),
            (3_600, 3_600, 3_610, false, 3_600), (0, 0, 100, false, 0), (0, 0, nil, false, 0),
            (0, 3_600, nil, true, 3_600), (0, 0, -3_600, true, -3_600),
            // The clock was set right since the skew was learnt.
            (3_600, 3_600, 0, true, 0), (0, 3_600, 3_500, true, 3_600), (0, 3_600, 10, true, 3_600),
        ] as [(Double, Double, Double?, Bool, Double)]
    )
    func `a refusal for the time is judged by what the call was signed with`(
        _ used: Double,
        _ known: Double,
        _ difference: Double?,
        _ again: Bool,
        _ offset: Double
    ) {
        var skew = ClockSkew()
        if known != 0 {
            let theirs = noon.addingTimeInterval(known)
            _ = skew.signsAgain(signedWith: 0, theirs: theirs, ours: noon)
        }
        let theirs = difference.map { noon.addingTimeInterval($0) }
        #expect(skew.signsAgain(signedWith: used, theirs: theirs, ours: noon) == again)
        #expect(skew.offset == offset)
    }

    /// A service whose clock is right, and that answers the first calls only when all of them have come.
    private final class Service: AWSTransport {
        private struct State {
            var count = 0
            var held: [CheckedContinuation<Void, Never>] = []
        }

        private let state = Mutex(State())
        private let time: SigningTime
        private let together: Int
        private let code: String

        init(at time: Date, together: Int, code: String) {
            self.time = SigningTime(time)
            self.together = together
            self.code = code
        }

        var count: Int { state.withLock { $0.count } }

        func send(
            _ request: ClientRequest,
            deadline: ContinuousClock.Instant
        ) async throws(HTTPClientError) -> ClientResponse {
            await waitForAll()
            let signed = request.field("X-Amz-Date").flatMap(SigningTime.init(stamp:))
            let distance = signed.map { abs($0.date.timeIntervalSince(time.date)) } ?? .infinity
            if distance < 300 { return try FakeTransport.Answer.answer(200).get() }
            return try FakeTransport.Answer.answer(
                403,
                #"{"__type":"\#(code)","message":"Signature expired"}"#,
                ["Date": "Sat, 31 Jan 2026 12:00:00 GMT"]
            ).get()
        }

        private func waitForAll() async {
            await withCheckedContinuation { continuation in
                let ready: [CheckedContinuation<Void, Never>] = state.withLock { state in
                    state.count += 1
                    guard state.count <= together else { return [continuation] }
                    state.held.append(continuation)
                    guard state.count == together else { return [] }
                    defer { state.held = [] }
                    return state.held
                }
                for continuation in ready { continuation.resume() }
            }
        }
    }

    @Test(
        arguments: [
            "SignatureDoesNotMatch", "InvalidSignatureException", "AuthFailure",
            "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture",
        ],
        [3_600.0, -3_600]
    )
    func `sixty sends at once by a clock an hour off are all accepted, and it is told once`(
        _ code: String,
        _ error: Double
    ) async throws {
        let service = Service(at: noon, together: 60, code: code)
        let changes = Mutex<[TimeInterval]>([])
        let skew = SkewCorrection { offset in changes.withLock { $0.append(offset) } }
        let client = AWSClient(
            .sns,
            at: Endpoint(scheme: .https, host: "aws.test"),
            region: "us-east-1",
            credentials: testCredentials,
            transport: service,
            skew: skew,
            now: { noon.addingTimeInterval(error) }
        )
        let call = AWSRequest(query: "Publish", version: "1", parameters: [])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<60 {
                group.addTask { _ = try await client.send(call, deadline: .later) }
            }
            try await group.waitForAll()
        }
        #expect(service.count == 120)
        #expect(changes.withLock { $0 } == [-error])
        #expect(skew.offset == -error)
    }

    @Test func `a service whose clock wanders is not asked for ever`() async throws {
        let hours = Mutex(0)
        let transport = RoutedTransport { _ in
            let hour = hours.withLock { hours in
                hours += 1
                return hours
            }
            return .answer(
                403,
                #"{"__type":"RequestTimeTooSkewed"}"#,
                ["Date": "Sat, 31 Jan 2026 \(12 + hour):00:00 GMT"]
            )
        }
        let client = AWSClient(
            .sns,
            at: Endpoint(scheme: .https, host: "aws.test"),
            region: "us-east-1",
            credentials: testCredentials,
            transport: transport,
            now: { noon }
        )
        let call = AWSRequest(query: "Publish", version: "1", parameters: [])
        let error = await #expect(throws: AWSError.self) {
            try await client.send(call, deadline: .later)
        }
        #expect(error?.acceptance == .notAccepted)
        #expect(transport.requests.count == 3)
    }

    @Test func `credentials are judged by AWS's time`() async throws {
        // By our clock, which is an hour late, these would last another thirty minutes.
        let end = noon.addingTimeInterval(1_800)
        let asked = Mutex<[Date]>([])
        struct Source: CredentialsProvider {
            let name = "test"
            let end: Date
            let note: @Sendable (Date) -> Void

            func credentials(at now: Date) throws(CredentialsError) -> Credentials? {
                note(now)
                return Credentials(accessKeyID: "a", secretAccessKey: "b", expiration: end)
            }
        }
        let source = Source(end: end) { now in asked.withLock { $0.append(now) } }
        let client = AWSClient(
            .sns,
            at: Endpoint(scheme: .https, host: "aws.test"),
            region: "us-east-1",
            credentials: source,
            transport: Service(at: noon, together: 1, code: "RequestExpired"),
            now: { noon.addingTimeInterval(-3_600) }
        )
        let call = AWSRequest(query: "Publish", version: "1", parameters: [])
        _ = try await client.send(call, deadline: .later)
        #expect(asked.withLock { $0 } == [noon.addingTimeInterval(-3_600), noon])
    }
}
