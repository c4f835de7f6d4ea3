internal import HTTP

/// What the environment and the shared files say about AWS, by the rules of its own SDKs.
package struct AWSSettings: Sendable {
    let environment: [String: String]
    let profiles: ProfileFiles

    /// Settings of an environment that was handed in, and of shared files that have been read.
    package init(environment: [String: String], profiles: ProfileFiles = ProfileFiles()) {
        self.environment = environment
        self.profiles = profiles
    }

    /// `AWS_REGION`, then `AWS_DEFAULT_REGION`, then the profile's.
    package var region: String? {
        environment.nonEmpty("AWS_REGION") ?? environment.nonEmpty("AWS_DEFAULT_REGION")
            ?? profiles.config.nonEmpty("region") ?? profiles.credentials.nonEmpty("region")
    }

    /// The file with the roots to trust in place of the machine's own.
    package var caBundle: String? { value("AWS_CA_BUNDLE", "ca_bundle") }

    /// The environment's credentials, then the profile's: those that need no connection.
    ///
    /// A profile that is chosen by name comes first only in code; in the environment AWS lets the keys win.
    package var credentials: CredentialsChain {
        CredentialsChain([EnvironmentCredentials(environment), ProfileCredentials(profiles)])
    }

    /// Where the service is reached in that region: an address that is set, or AWS's own.
    package func endpoint(
        for service: AWSService,
        region: String
    ) throws(AWSSettingsError) -> Endpoint {
        if let (name, url) = configuredURL(for: service) {
            guard let endpoint = Endpoint(url: url) else {
                throw AWSSettingsError(name, "\"\(url)\" is not an http or https URL")
            }
            return endpoint
        }
        guard Self.isRegionName(region) else {
            throw AWSSettingsError("region", "\"\(region)\" is not a region's name")
        }
        let isFIPS = try flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")
        let isDualStack = try flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")
        let partition = Partition(region: region)
        let prefix = service.hostPrefix + (isFIPS ? "-fips" : "")
        let suffix = isDualStack ? partition.dualStackSuffix : partition.suffix
        return Endpoint(scheme: .https, host: "\(prefix).\(region).\(suffix)")
    }

    /// The setting that names an address for the service, and the address.
    private func configuredURL(for service: AWSService) -> (name: String, url: String)? {
        let ignored = value(
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "ignore_configured_endpoint_urls"
        )
        guard ignored?.lowercased() != "true" else { return nil }
        for name in ["AWS_ENDPOINT_URL_\(service.id)", "AWS_ENDPOINT_URL"] {
            if let url = environment.nonEmpty(name) { return (name, url) }
        }
        let section = profiles.service(service.id.lowercased())
        for (name, values) in [("services \(service.id)", section), ("profile", profiles.config)] {
            if let url = values.nonEmpty("endpoint_url") { return ("\(name) endpoint_url", url) }
        }
        return nil
    }

    private func value(_ variable: String, _ key: String) -> String? {
        environment.nonEmpty(variable) ?? profiles.config.nonEmpty(key)
    }

    private func flag(_ variable: String, _ key: String) throws(AWSSettingsError) -> Bool {
        switch value(variable, key)?.lowercased() {
        case nil, "false": return false
        case "true": return true
        case let other?: throw AWSSettingsError(variable, "\"\(other)\" is neither true nor false")
        }
    }

    /// A name goes into a host's name, so it must not bring anything else with it.
    private static func isRegionName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 63
            && text.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45
            }
    }
}

/// A setting about AWS that cannot be used.
package struct AWSSettingsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The variable or the key.
    package let name: String
    package let reason: String

    init(_ name: String, _ reason: String) {
        self.name = name
        self.reason = reason
    }

    /// The setting and what is wrong with it.
    package var description: String { "\(name): \(reason)" }
}
