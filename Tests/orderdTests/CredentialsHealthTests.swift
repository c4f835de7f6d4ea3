import AWS
import Foundation
import Synchronization
import Testing

@testable import orderd

/// What health says of credentials.
struct CredentialsHealthTests {
    private static let now = Date(timeIntervalSince1970: 1_769_860_800)

    /// Gives one finding after the other, and then fails.
    private final class Source: CredentialsSource {
        private let findings: Mutex<[CredentialsFinding]>

        init(_ findings: [CredentialsFinding]) { self.findings = Mutex(findings) }

        var trace: [FileTrace?] { [] }

        func fetch(at now: Date) throws(CredentialsError) -> CredentialsFinding {
            let next = findings.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            guard let next else { throw CredentialsError("test", "down") }
            return next
        }
    }

    private static func keys(
        lasting seconds: TimeInterval?,
        isExtended: Bool = false
    ) -> CredentialsFinding {
        let credentials = Credentials(
            accessKeyID: "AKID",
            secretAccessKey: "s",
            expiration: seconds.map { now.addingTimeInterval($0) }
        )
        return .found(
            SourcedCredentials(credentials, from: "test", outlivesItsEnd: isExtended)
        )
    }

    @Test(
        arguments: [
            // What the source gives at first and when it is asked again so many seconds later, and what health says.
            ([], 0, "orders wait for AWS credentials: credentials from test: down"),
            (
                [.nowhere(lookedAt: "here and there")], 0,
                "orders wait for AWS credentials: there are none in here and there"
            ),
            ([keys(lasting: nil)], 100_000, nil), ([keys(lasting: 3_600)], 2_000, nil),
            (
                [keys(lasting: 3_600)], 2_800,
                "the credentials from test end in 800 s and cannot be renewed: credentials from test: down"
            ),
            (
                [keys(lasting: 3_600)], 3_600,
                "the credentials from test have ended: orders wait: credentials from test: down"
            ),
            (
                [keys(lasting: 3_600, isExtended: true)], 3_700,
                "the credentials from test have ended and are used on until there are others: credentials from test: down"
            ),
        ] as [([CredentialsFinding], TimeInterval, String?)]
    )
    func `it warns when orders wait for credentials, or will`(
        _ findings: [CredentialsFinding],
        _ seconds: TimeInterval,
        _ problem: String?
    ) async {
        let time = Mutex(Self.now)
        let cache = CachedCredentials(Source(findings), now: { time.withLock { $0 } })
        #expect(cache.status.problem(at: Self.now) == nil)
        _ = try? await cache.credentials(until: nil)
        let later = Self.now.addingTimeInterval(seconds)
        time.withLock { $0 = later }
        _ = try? await cache.credentials(until: nil)
        #expect(cache.status.problem(at: later) == problem)
    }
}
