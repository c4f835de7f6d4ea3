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

    /// STS, whose keys last an hour by the right time, and what it may be asked by.
    private static func sts(_ operation: String) -> RoutedTransport {
        RoutedTransport { request in
            let signed = request.field("X-Amz-Date").flatMap(SigningTime.init(stamp:))
            let distance = signed.map { abs($0.date.timeIntervalSince(noon)) } ?? 0
            guard distance < 300 else {
                return .answer(
                    403,
                    "<E><Error><Code>RequestExpired</Code></Error></E>",
                    ["Date": "Sat, 31 Jan 2026 12:00:00 GMT"]
                )
            }
            return .answer(
                200,
                "<R><\(operation)Result><Credentials><AccessKeyId>AKID</AccessKeyId>"
                    + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                    + "<Expiration>2026-01-31T13:00:00Z</Expiration></Credentials>"
                    + "</\(operation)Result></R>"
            )
        }
    }

    private static let role = """
        [default]
        region = eu-west-1
        role_arn = arn:aws:iam::123456789012:role/orders
        """
    private static let keys = """
        source_profile = keys
        [profile keys]
        aws_access_key_id = AKIDBASE
        aws_secret_access_key = b
        """
    private static let document =
        #"{"Version":1,"AccessKeyId":"AKID","SecretAccessKey":"s","SessionToken":"t","Expiration":"2026-01-31T13:00:00Z"}"#

    /// What STS is asked for, and the settings.
    private static let sources = [
        ("AssumeRole", "\(role)\n\(keys)"),
        ("AssumeRoleWithWebIdentity", "\(role)\nweb_identity_token_file = /token"),
        ("", "[default]\nregion = eu-west-1\ncredential_process = /bin/keys"),
    ]

    @Test(arguments: sources, [3_600.0, -3_600, 7_200])
    func `a clock that is off by the keys' life does not keep a call from being accepted`(
        _ configured: (operation: String, config: String),
        _ error: Double
    ) async throws {
        let (operation, config) = configured
        let skew = SkewCorrection()
        let ours = { @Sendable in noon.addingTimeInterval(error) }
        let sts = Self.sts(operation)
        let source = SettingsCredentials(
            environment: ["HOME": "/h"],
            machine: FakeMachine(["/h/.aws/config": config, "/token": "x"]) { _ in
                .success(Self.document)
            },
            transport: sts,
            nearTransport: FakeTransport([]),
            skew: skew,
            now: ours
        )
        let cache = CachedCredentials(source, now: { skew.corrected(ours()) })
        let service = Service(at: noon, together: 1, code: "RequestExpired")
        let client = AWSClient(
            .sns,
            at: Endpoint(scheme: .https, host: "aws.test"),
            region: "us-east-1",
            credentials: cache,
            transport: service,
            skew: skew,
            now: ours
        )
        let call = AWSRequest(query: "Publish", version: "1", parameters: [])
        for _ in 0..<3 { _ = try await client.send(call, deadline: .later) }
        #expect(skew.offset == -error)
        // By the clock that is right nothing is the matter with the keys, and they are not fetched again.
        #expect(cache.status.fault == nil)
        #expect(cache.status.secondsLeft(at: skew.corrected(ours())) == 3_600)
        #expect(sts.requests.count { $0.field("X-Amz-Date") == nil } <= 1)
    }
}
