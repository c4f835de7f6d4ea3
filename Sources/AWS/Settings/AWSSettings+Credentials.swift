extension AWSSettings {
    /// Every source that the AWS SDKs ask, in their order: environment, web identity, profile, container,
    /// instance.
    ///
    /// The sources behind a connection are asked over `transport`, and what they give is kept until it ends;
    /// `read` answers the text of a file.
    package func credentials(
        over transport: any AWSTransport,
        read: @escaping @Sendable (_ path: String) throws -> String
    ) throws(AWSSettingsError) -> CredentialsChain {
        let sts = try endpoint(for: .sts, region: region ?? "us-east-1")
        let remote: [any CredentialsProvider] = [
            ContainerCredentials(environment: environment, transport: transport, read: read),
            InstanceCredentials(environment: environment, transport: transport),
        ]
        let webIdentity = WebIdentityCredentials(
            environment: environment,
            endpoint: sts,
            transport: transport,
            read: read
        )
        return CredentialsChain(
            [
                EnvironmentCredentials(environment), CachedCredentials(webIdentity),
                ProfileCredentials(profiles),
            ] + remote.map { CachedCredentials($0) }
        )
    }
}
