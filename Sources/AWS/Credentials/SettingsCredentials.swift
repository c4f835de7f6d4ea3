package import FoundationEssentials

/// The credentials that the environment and the shared files mean: the whole chain of the AWS SDKs.
///
/// The files are read anew for each fetch.
package struct SettingsCredentials: CredentialsSource {
    private let environment: [String: String]
    private let machine: any LocalMachine
    /// For STS and IAM Identity Center.
    private let transport: any AWSTransport
    /// For the services that give keys to this machine; never goes through a proxy.
    private let nearTransport: any AWSTransport
    private let skew: SkewCorrection
    private let now: @Sendable () -> Date
    /// From one fetch to the next.
    private let memory = RetriesMemory()

    /// The variables as they were given to the program, and what sources need beside them.
    package init(
        environment: [String: String],
        machine: any LocalMachine,
        transport: any AWSTransport,
        nearTransport: any AWSTransport,
        skew: SkewCorrection = SkewCorrection(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.environment = environment
        self.machine = machine
        self.transport = transport
        self.nearTransport = nearTransport
        self.skew = skew
        self.now = now
    }

    package var trace: [FileTrace?] {
        get async {
            var traces: [FileTrace?] = []
            for path in ProfileFiles.paths(environment) {
                traces.append(await machine.trace(of: path))
            }
            return traces
        }
    }

    package func fetch(at now: Date) async throws(CredentialsError) -> CredentialsFinding {
        let settings = try await settings()
        guard let plan = try settings.credentialsPlan() else {
            return .nowhere(lookedAt: settings.lookedAt)
        }
        guard case .instance(let request) = plan else {
            let credentials = try await fetch(plan, settings, now)
            return .found(SourcedCredentials(credentials, from: plan.source))
        }
        switch try await instance(request).fetch() {
        case .keys(let keys):
            return .found(SourcedCredentials(keys, from: plan.source, outlivesItsEnd: true))
        case .nothing(let reason):
            let place = "\(plan.source) at \(request.endpoint) (\(reason))"
            return .nowhere(lookedAt: "\(settings.lookedAt), and \(place)")
        }
    }

    private func instance(_ request: InstanceRequest) -> InstanceCredentials {
        InstanceCredentials(request: request, transport: nearTransport)
    }

    private func settings() async throws(CredentialsError) -> AWSSettings {
        var texts: [String: String] = [:]
        for path in ProfileFiles.paths(environment) {
            do throws(LocalFault) {
                texts[path] = try await machine.text(of: path)
            } catch {
                throw CredentialsError("the shared files", "\(error)")
            }
        }
        do throws(ProfileFileError) {
            let profiles = try ProfileFiles(environment: environment) { texts[$0] }
            return AWSSettings(environment: environment, profiles: profiles)
        } catch {
            throw CredentialsError("the shared files", "\(error)")
        }
    }
}

extension SettingsCredentials {
    private func fetch(
        _ plan: CredentialsPlan,
        _ settings: AWSSettings,
        _ now: Date
    ) async throws(CredentialsError) -> Credentials {
        switch plan {
        case .keys(let credentials, _):
            return credentials
        case .role(let request, let base):
            let keys = try await fetch(base, settings, now)
            let source = StaticCredentials(keys, name: base.source)
            return try await role(plan, settings, source) { sts throws(AWSError) in
                try await sts.assume(request)
            }
        case .webIdentity(let request):
            let token = try await machine.secret(in: request.tokenFile, for: plan.source)
            return try await role(plan, settings, nil) { sts throws(AWSError) in
                try await sts.assume(request, token: token)
            }
        case .sso(let request):
            return try await identityCenter(request, settings).fetch(at: now)
        case .process(let request):
            return try request.credentials(in: try await output(of: request))
        case .container(let request):
            return try await ContainerCredentials(
                request: request,
                transport: nearTransport,
                machine: machine
            ).fetch()
        case .instance(let request):
            switch try await instance(request).fetch() {
            case .keys(let keys): return keys
            case .nothing(let reason): throw CredentialsError(plan.source, reason)
            }
        }
    }

    private func role(
        _ plan: CredentialsPlan,
        _ settings: AWSSettings,
        _ credentials: StaticCredentials?,
        _ assume: (STSClient) async throws(AWSError) -> Credentials
    ) async throws(CredentialsError) -> Credentials {
        let client = try client(.sts, settings, settings.region ?? "us-east-1", credentials)
        do throws(AWSError) {
            return try await assume(STSClient(client))
        } catch {
            throw CredentialsError(plan.source, "\(error)")
        }
    }

    private func output(of request: ProcessRequest) async throws(CredentialsError) -> String {
        do throws(LocalFault) {
            return try await machine.run(request.command, within: ProcessRequest.limit)
        } catch {
            throw CredentialsError(
                "credential_process of \(request.source)",
                SecretMask.masked("\(error)")
            )
        }
    }

    private func identityCenter(
        _ request: SSORequest,
        _ settings: AWSSettings
    ) throws(CredentialsError) -> SSOCredentials {
        SSOCredentials(
            request: request,
            folder: "\(environment["HOME"] ?? "")/.aws/sso/cache",
            portal: try client(.sso, settings, request.region, nil),
            tokens: try client(.ssoOIDC, settings, request.region, nil),
            machine: machine
        )
    }

    private func client(
        _ service: AWSService,
        _ settings: AWSSettings,
        _ region: String,
        _ credentials: StaticCredentials?
    ) throws(CredentialsError) -> AWSClient {
        do throws(AWSSettingsError) {
            let address = try settings.address(of: service, region: region)
            let policy = try settings.retryPolicy()
            return AWSClient(
                service,
                at: address.endpoint,
                region: address.region,
                credentials: credentials,
                transport: transport,
                retries: memory.retries(policy, of: service, at: address.endpoint),
                skew: skew,
                now: now
            )
        } catch {
            throw CredentialsError(service.id, "\(error)")
        }
    }
}
