/// What the environment and the shared files say about AWS, by the rules of its own SDKs.
package struct AWSSettings: Sendable {
    package let environment: [String: String]
    package let profiles: ProfileFiles

    /// Settings of an environment that was handed in, and of shared files that have been read.
    package init(environment: [String: String], profiles: ProfileFiles = ProfileFiles()) {
        self.environment = environment
        self.profiles = profiles
    }

    /// `AWS_REGION`, then `AWS_DEFAULT_REGION`, then the profile's.
    package var region: String? {
        environment.nonEmpty("AWS_REGION") ?? environment.nonEmpty("AWS_DEFAULT_REGION")
            ?? profiles.values.nonEmpty("region")
    }

    /// The file with the roots to trust in place of the machine's own.
    package var caBundle: String? { value("AWS_CA_BUNDLE", "ca_bundle") }

    /// The setting that names an address for the service, and the address.
    func configuredURL(for service: AWSService) -> (name: String, url: String)? {
        let ignored = value(
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "ignore_configured_endpoint_urls"
        )
        guard ignored?.lowercased() != "true" else { return nil }
        for name in ["AWS_ENDPOINT_URL_\(service.id)", "AWS_ENDPOINT_URL"] {
            if let url = environment.nonEmpty(name) { return (name, url) }
        }
        let section = profiles.service(service.id.lowercased())
        for (name, values) in [("services \(service.id)", section), ("profile", profiles.values)] {
            if let url = values.nonEmpty("endpoint_url") { return ("\(name) endpoint_url", url) }
        }
        return nil
    }

    /// The variable, or the profile's key.
    func value(_ variable: String, _ key: String) -> String? {
        environment.nonEmpty(variable) ?? profiles.values.nonEmpty(key)
    }

    func flag(_ variable: String, _ key: String) throws(AWSSettingsError) -> Bool {
        switch value(variable, key)?.lowercased() {
        case nil, "false": return false
        case "true": return true
        case let other?: throw AWSSettingsError(variable, "\"\(other)\" is neither true nor false")
        }
    }
}

/// A setting about AWS that cannot be used.
package struct AWSSettingsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The variable or the key.
    package let name: String
    package let reason: String

    package init(_ name: String, _ reason: String) {
        self.name = name
        self.reason = reason
    }

    /// The setting and what is wrong with it.
    package var description: String { "\(name): \(reason)" }
}

extension [String: String] {
    /// The value, unless it is empty: an empty variable counts as none.
    func nonEmpty(_ key: String) -> String? {
        guard let value = self[key], !value.isEmpty else { return nil }
        return value
    }
}
