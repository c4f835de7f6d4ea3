import FoundationEssentials
import HTTP
import Testing

@testable import AWS

/// How calls that change nothing are repeated.
struct RetryTests {
    /// Always the largest number.
    private struct Largest: RandomNumberGenerator {
        mutating func next() -> UInt64 { .max }
    }

    private static func service(_ status: Int, _ code: String, _ asked: Duration? = nil) -> AWSError
    {
        AWSError(
            "sns GetTopicAttributes",
            .service(
                ServiceError(
                    operation: "o",
                    code: code,
                    message: "",
                    status: status,
                    retryAfter: asked
                )
            )
        )
    }

    private static func transport(_ reason: HTTPClientError.Reason) -> AWSError {
        AWSError("o", .transport(HTTPClientError(reason, sent: .maybeSent, authority: "a")))
    }

    @Test(
        arguments: [
            (service(500, "InternalError"), true), (service(502, "HTTP 502"), true),
            (service(503, "ServiceUnavailable"), true), (service(504, "HTTP 504"), true),
            (service(501, "HTTP 501"), false), (service(505, "HTTP 505"), false),
            (service(400, "RequestTimeout"), true), (service(400, "RequestTimeoutException"), true),
            (service(400, "PriorRequestNotComplete"), true),
            (service(400, "IDPCommunicationError"), true), (service(429, "X"), true),
            (service(400, "Throttling"), true), (service(400, "ThrottlingException"), true),
            (service(400, "ThrottledException"), true), (service(503, "SlowDown"), true),
            (service(400, "RequestThrottledException"), true),
            (service(400, "TooManyRequestsException"), true),
            (service(400, "ProvisionedThroughputExceededException"), true),
            (service(400, "TransactionInProgressException"), true),
            (service(400, "RequestLimitExceeded"), true),
            (service(400, "BandwidthLimitExceeded"), true),
            (service(400, "LimitExceededException"), true),
            (service(400, "RequestThrottled"), true), (service(400, "EC2ThrottledException"), true),
            (service(400, "ValidationError"), false), (service(403, "AccessDenied"), false),
            (service(403, "ExpiredToken"), false), (service(404, "NotFoundException"), false),
            (transport(.connectFailed("x")), true), (transport(.timedOut(.firstByte)), true),
            (transport(.connectionLost("x")), true), (transport(.handshakeFailed("x")), false),
            (transport(.cancelled), false), (AWSError("o", .noCredentials("x")), false),
        ]
    )
    func `what may pass is repeated, and nothing else`(_ error: AWSError, _ isRepeated: Bool) {
        var random = Largest()
        let delay = RetryPolicy.standard.delay(after: 1, of: error, using: &random)
        #expect((delay != nil) == isRepeated)
    }

    @Test(
        arguments: [
            // The attempt, what the service asks for, and the longest wait; nil: not again.
            (1, nil, 1.0), (2, nil, 2), (3, nil, 4), (5, nil, 16), (6, nil, 20), (9, nil, 20),
            (10, nil, nil), (1, 3.0, 3), (1, 60, 6), (2, 0.5, 2), (6, 60, 25),
        ] as [(Int, Double?, Double?)]
    )
    func `the wait doubles up to twenty seconds, and a service gets a little more if it asks`(
        _ attempt: Int,
        _ asked: Double?,
        _ seconds: Double?
    ) {
        var random = Largest()
        let error = Self.service(503, "X", asked.map { Duration.seconds($0) })
        let delay = RetryPolicy(attempts: 10).delay(after: attempt, of: error, using: &random)
        #expect(delay.map { ($0 / .seconds(1)).rounded() } == seconds.map { $0.rounded() })
    }

    @Test func `repetitions are paid from a quota, which successes fill again`() {
        var quota = RetryQuota()
        let timeout = Self.transport(.timedOut(.firstByte))
        let fault = Self.service(500, "X")
        for _ in 0..<49 { #expect(quota.take(for: timeout) == 10) }
        #expect(quota.take(for: fault) == 5)
        #expect(quota.take(for: timeout) == nil)
        #expect(quota.take(for: fault) == 5)
        #expect(quota.take(for: fault) == nil)
        quota.giveBack(nil)
        #expect(quota.available == 1)
        quota.giveBack(5)
        #expect(quota.available == 6)
        for _ in 0..<1_000 { quota.giveBack(nil) }
        #expect(quota.available == RetryQuota.capacity)
    }

    @Test func `in adaptive mode a throttle slows calls down, and success lets them go on faster`()
    {
        var rate = AdaptiveRate()
        var time = 100.0
        for _ in 0..<100 {
            #expect(rate.takeTurn(at: time, within: 0) == 0)
            rate.note(isThrottle: false, at: time)
            time += 0.1
        }
        // Ten a second were measured; a throttle takes that to seven tenths.
        rate.note(isThrottle: true, at: time)
        #expect(rate.isLimiting)
        #expect((6.5...8.5).contains(rate.rate), "\(rate.rate)")
        let first = rate.rate
        for _ in 0..<5 { rate.note(isThrottle: true, at: time) }
        #expect(rate.rate < first)
        let slow = rate.rate
        for _ in 0..<300 {
            time += 0.1
            rate.note(isThrottle: false, at: time)
        }
        #expect(rate.rate > slow)
        // Turns beyond the rate wait, each for itself.
        var waits: [Double] = []
        for _ in 0..<100 { waits.append(rate.takeTurn(at: time, within: 600) ?? -1) }
        #expect(waits.last ?? 0 > 1)
        #expect(waits == waits.sorted())
    }

    @Test func `a turn that comes too late is not taken, and one that is given back is another's`()
    {
        var rate = AdaptiveRate()
        rate.note(isThrottle: true, at: 100)
        // One turn in two seconds: the first is there at once or soon, and each waits for those before it.
        var waits: [Double] = []
        for _ in 0..<100 {
            if let wait = rate.takeTurn(at: 100, within: 5) { waits.append(wait) }
        }
        #expect((2...4).contains(waits.count), "\(waits)")
        #expect(waits.allSatisfy { $0 <= 5 })
        let last = waits.last
        #expect(rate.takeTurn(at: 100, within: 5) == nil)
        rate.giveTurnBack()
        #expect(rate.takeTurn(at: 100, within: 5) == last)
        // Whoever gave up has left no debt behind.
        #expect(rate.takeTurn(at: 110, within: 0) == 0)
    }

    @Test func `a quota outlives the client that spent of it, at the same place by the same rules`()
    {
        let memory = RetriesMemory()
        let (near, far) = (
            Endpoint(scheme: .https, host: "a.test"), Endpoint(scheme: .https, host: "b.test")
        )
        let first = memory.retries(.standard, of: .sts, at: near)
        #expect(memory.retries(.standard, of: .sts, at: near) === first)
        #expect(memory.retries(.standard, of: .sts, at: far) !== first)
        #expect(memory.retries(.standard, of: .sso, at: near) !== first)
        #expect(memory.retries(.never, of: .sts, at: near) !== first)
        for number in 0..<99 {
            let other = Endpoint(scheme: .https, host: "\(number).test")
            _ = memory.retries(.standard, of: .sts, at: other)
        }
        #expect(memory.count <= 16)
    }

    @Test(
        arguments: [
            ([:], 3, .standard, nil), (["AWS_RETRY_MODE": "Adaptive"], 3, .adaptive, nil),
            (["AWS_RETRY_MODE": "legacy", "AWS_MAX_ATTEMPTS": "7"], 7, .standard, nil),
            (["AWS_RETRY_MODE": "eager"], 0, .standard, "AWS_RETRY_MODE"),
            (["AWS_MAX_ATTEMPTS": "0"], 0, .standard, "AWS_MAX_ATTEMPTS"),
            (["AWS_MAX_ATTEMPTS": "many"], 0, .standard, "AWS_MAX_ATTEMPTS"),
            (["AWS_PROFILE": "p"], 5, .adaptive, nil),
        ] as [([String: String], Int, RetryPolicy.Mode, String?)]
    )
    func `mode and attempts are the environment's or the profile's`(
        _ environment: [String: String],
        _ attempts: Int,
        _ mode: RetryPolicy.Mode,
        _ fault: String?
    ) throws {
        let text = "[profile p]\nretry_mode = adaptive\nmax_attempts = 5\n"
        let all = environment.merging(["HOME": "/h"]) { given, _ in given }
        let profiles = try ProfileFiles(environment: all) { $0.hasSuffix("config") ? text : nil }
        let settings = AWSSettings(environment: all, profiles: profiles)
        guard let fault else {
            let policy = try settings.retryPolicy()
            #expect((policy.attempts, policy.mode) == (attempts, mode))
            #expect(settings.asksForLegacyRetries == (environment["AWS_RETRY_MODE"] == "legacy"))
            return
        }
        let error = #expect(throws: AWSSettingsError.self) { try settings.retryPolicy() }
        #expect(error?.name == fault)
    }
}
