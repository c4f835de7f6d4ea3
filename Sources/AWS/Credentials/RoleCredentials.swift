internal import FoundationEssentials
internal import Synchronization

/// A role that a workflow's task is done under, with the name of its session.
package struct AssumedRole: Sendable, Hashable {
    package let arn: String
    /// What CloudTrail shows beside the role: 2 to 64 of A–Z, a–z, 0–9 and `_+=,.@-`.
    package let session: String

    /// nil when the text is not the ARN of a role; of the session, what may not stand there becomes a hyphen.
    package init?(_ arn: String, session: String) {
        guard let parsed = ARN(arn), parsed.service == "iam", parsed.resource.hasPrefix("role/")
        else { return nil }
        self.arn = arn
        let marks = "_+=,.@-".utf8
        let name = session.utf8.prefix(Self.longestSession).map { byte in
            let isAllowed =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || marks.contains(byte)
            return isAllowed ? byte : UInt8(ascii: "-")
        }
        self.session = String(decoding: name, as: UTF8.self)
    }

    private static let longestSession = 64
}

/// The keys of a role that STS gives, kept until they end; and why it gave none.
final class RoleCredentials: CredentialsProvider {
    private let cache: CachedCredentials
    private let source: Source

    init(_ role: AssumedRole, _ sts: AWSClient, now: @escaping @Sendable () -> Date) {
        source = Source(role: role, sts: STSClient(sts))
        cache = CachedCredentials(source, now: now)
    }

    var name: String { cache.name }

    var refusal: AWSError? { source.refusal.withLock { $0 } }

    func credentials(
        until deadline: ContinuousClock.Instant?
    ) async throws(CredentialsError) -> Credentials? {
        try await cache.credentials(until: deadline)
    }

    func refused(_ credentials: Credentials) { cache.refused(credentials) }

    private final class Source: CredentialsSource {
        private let role: AssumedRole
        private let sts: STSClient
        let refusal = Mutex<AWSError?>(nil)

        init(role: AssumedRole, sts: STSClient) {
            self.role = role
            self.sts = sts
        }

        var trace: [FileTrace?] { get async { [] } }

        func fetch(at now: Date) async throws(CredentialsError) -> CredentialsFinding {
            let source = "role \(role.arn)"
            let request = try RoleRequest(
                role: role.arn,
                session: role.session,
                externalID: nil,
                duration: nil,
                source
            )
            do throws(AWSError) {
                let keys = try await sts.assume(request)
                refusal.withLock { $0 = nil }
                return .found(SourcedCredentials(keys, from: source))
            } catch {
                refusal.withLock { $0 = error }
                throw CredentialsError(source, "\(error)")
            }
        }
    }
}
