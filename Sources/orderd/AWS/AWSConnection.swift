import AWS
import Foundation
import HTTP
import Logging
import OpenSSL
import ServiceLifecycle
import Sockets
import Telemetry

/// AWS as it is reached: a client for each of its services, and the credentials that all of them sign with.
struct AWSConnection: Sendable {
    let access: AWSAccess
    /// For AWS and everything else outside.
    let http: HTTPClient
    /// For the services that give keys to this machine or container.
    ///
    /// They know their clients by their addresses and are asked directly, never through a proxy.
    private let near: HTTPClient
    /// For functions.
    private let patient: HTTPClient
    /// For calls that wait for messages.
    private let polling: HTTPClient
    private let source: Source
    private let skew: SkewCorrection

    private enum Source: Sendable {
        case fixed(Credentials)
        case cached(CachedCredentials)
    }

    /// Opens nothing yet: connections are made by calls, on that loop.
    ///
    /// `polls` says how many calls wait for messages at a time.
    init(
        _ access: AWSAccess,
        _ settings: Settings.AWS,
        polls: Int,
        on loop: EventLoop,
        logger: Logger
    ) throws {
        self.access = access
        http = try access.httpClient(settings, on: loop)
        near = HTTPClient(
            loops: [loop],
            configuration: ClientConfiguration(),
            tls: try access.makeTLS()
        )
        patient = try access.patientClient(settings, on: loop)
        polling = try access.pollingClient(settings, polls: polls, on: loop)
        let log = AWSLog(logger)
        skew = SkewCorrection(onChange: log.noteSkew)
        switch access.place {
        case .sandbox(_, let credentials): source = .fixed(credentials)
        case .settings(let settings):
            let settings = SettingsCredentials(
                environment: settings.environment,
                machine: ThisMachine(environment: settings.environment),
                transport: http,
                nearTransport: near,
                skew: skew
            )
            let now = { @Sendable [skew] in skew.corrected(Date()) }
            source = .cached(CachedCredentials(settings, now: now, note: log.note))
        }
    }

    /// A client for any service of AWS.
    func client(_ service: AWSService) throws(AWSSettingsError) -> AWSClient {
        try client(service, by: http)
    }

    /// Takes messages out of the queue of that URL.
    func queue(_ url: String) throws(AWSSettingsError) -> QueueClient {
        QueueClient(try client(.sqs), polling: try client(.sqs, by: polling), url: url)
    }

    private func client(
        _ service: AWSService,
        by transport: HTTPClient
    ) throws(AWSSettingsError) -> AWSClient {
        let address = try access.address(of: service)
        return AWSClient(
            service,
            at: address.endpoint,
            region: address.region,
            credentials: credentials,
            transport: transport,
            retries: access.retries,
            skew: skew
        )
    }

    func sesClient() throws -> SESClient {
        SESClient(v2: try client(.sesV2), v1: try client(.ses))
    }

    func snsClient() throws -> SNSClient { SNSClient(try client(.sns)) }

    /// Clients for whatever services workflows call.
    func serviceClients() -> ServiceClients {
        let way = ServiceClients.Way(
            credentials: credentials,
            transport: http,
            patientTransport: patient,
            retries: access.retries,
            skew: skew
        ) { [access] service, region throws(AWSSettingsError) in
            try access.address(of: service, in: region)
        }
        return ServiceClients(way)
    }

    var credentials: any CredentialsProvider {
        switch source {
        case .fixed(let credentials): StaticCredentials(credentials, name: "sandbox")
        case .cached(let cache): cache
        }
    }

    /// AWS's time as far as it is known, by which credentials end.
    var now: Date { skew.corrected(Date()) }

    /// What is known of the credentials, without asking anybody.
    var status: CredentialsStatus {
        switch source {
        case .fixed(let credentials): CredentialsStatus(credentials, from: "sandbox")
        case .cached(let cache): cache.status
        }
    }

    /// What has to run for this to work.
    var services: [any Service] { [http, near, patient, polling] }

    /// Ends it where nothing of it runs.
    func shutDown() {
        http.shutDown()
        near.shutDown()
        patient.shutDown()
        polling.shutDown()
    }

    func register(in registry: MetricsRegistry) {
        registry.gauge(
            "orderd_aws_credentials_remaining_seconds",
            help:
                "How long the AWS credentials last: +Inf without an end, 0 when there are none or they have ended."
        ) { status.secondsLeft(at: now) }
        registry.gauge(
            "orderd_aws_clock_skew_seconds",
            help: "By how much AWS's clock is ahead of this machine's, as refused calls have told."
        ) { skew.offset }
        for (name, client) in [
            ("aws", http), ("credentials", near), ("functions", patient), ("queues", polling),
        ] {
            client.register(as: name, in: registry)
        }
    }
}
