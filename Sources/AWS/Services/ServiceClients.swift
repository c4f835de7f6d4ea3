package import FoundationEssentials
internal import Synchronization

/// Clients for the services that workflows call, made when they are first wanted and kept: each remembers how its service
/// fares.
package final class ServiceClients: Sendable {
    /// How clients reach AWS.
    package struct Way: Sendable {
        /// Where a service is in that region; nil: in the program's own.
        package var address:
            @Sendable (AWSService, String?) throws(AWSSettingsError) -> ServiceAddress
        package var credentials: any CredentialsProvider
        package var transport: any AWSTransport
        /// For Lambda, whose answers may take a quarter of an hour.
        package var patientTransport: any AWSTransport
        package var retries: RetryPolicy
        package var skew: SkewCorrection

        package init(
            credentials: any CredentialsProvider,
            transport: any AWSTransport,
            patientTransport: any AWSTransport,
            retries: RetryPolicy,
            skew: SkewCorrection = SkewCorrection(),
            address:
                @escaping @Sendable (AWSService, String?) throws(AWSSettingsError)
                -> ServiceAddress
        ) {
            self.address = address
            self.credentials = credentials
            self.transport = transport
            self.patientTransport = patientTransport
            self.retries = retries
            self.skew = skew
        }
    }

    private struct Key: Hashable {
        let service: AWSService
        let region: String?
        let role: AssumedRole?
    }

    private struct State {
        var clients: [Key: AWSClient] = [:]
        var roles: [AssumedRole: RoleCredentials] = [:]
        /// The roles in the order in which they were taken on.
        var order: [AssumedRole] = []
    }

    private let way: Way
    private let now: @Sendable () -> Date
    private let state = Mutex(State())

    /// How many roles are kept; the oldest goes, with its clients, when there is another.
    package static let maximumRoles = 256

    package init(_ way: Way, now: @escaping @Sendable () -> Date = { Date() }) {
        self.way = way
        self.now = now
    }

    /// A client for the service in that region, under that role; nil: in and under the program's own.
    package func client(
        _ service: AWSService,
        in region: String? = nil,
        as role: AssumedRole? = nil
    ) throws(AWSSettingsError) -> AWSClient {
        let key = Key(service: service, region: region, role: role)
        if let known = state.withLock({ $0.clients[key] }) { return known }
        let address = try way.address(service, region)
        let credentials: any CredentialsProvider =
            if let role { try self.credentials(of: role) } else { way.credentials }
        let client = AWSClient(
            service,
            at: address.endpoint,
            region: address.region,
            credentials: credentials,
            transport: service == .lambda ? way.patientTransport : way.transport,
            retries: way.retries,
            skew: way.skew,
            now: now
        )
        return state.withLock { state in
            if let known = state.clients[key] { return known }
            state.clients[key] = client
            return client
        }
    }

    /// Why the role could not be taken on when it was last tried; nil: it could, or was not tried.
    package func refusal(of role: AssumedRole) -> AWSError? {
        state.withLock { $0.roles[role] }?.refusal
    }

    /// How many roles are kept.
    var roleCount: Int { state.withLock { $0.roles.count } }

    private func credentials(of role: AssumedRole) throws(AWSSettingsError) -> RoleCredentials {
        if let known = state.withLock({ $0.roles[role] }) { return known }
        let sts = try client(.sts)
        let skew = way.skew
        let now = now
        let made = RoleCredentials(role, sts) { skew.corrected(now()) }
        return state.withLock { state in
            if let known = state.roles[role] { return known }
            state.roles[role] = made
            state.order.append(role)
            if state.order.count > Self.maximumRoles {
                let oldest = state.order.removeFirst()
                state.roles[oldest] = nil
                state.clients = state.clients.filter { $0.key.role != oldest }
            }
            return made
        }
    }
}
