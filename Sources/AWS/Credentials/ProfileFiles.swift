/// The shared config and credentials files, with the profile that is chosen in them.
package struct ProfileFiles: Sendable, Hashable {
    package let profile: String
    /// Whether it was chosen by name, so that it must exist.
    package let isExplicit: Bool

    private let configFile: INIFile
    private let credentialsFile: INIFile

    package init(
        profile: String? = nil,
        config: INIFile = INIFile(),
        credentials: INIFile = INIFile()
    ) {
        self.profile = profile ?? "default"
        isExplicit = profile != nil
        configFile = config
        credentialsFile = credentials
    }

    /// Reads the files that the environment names, or those in the home directory.
    ///
    /// A file that is not there is empty. `read` answers a file's text, or nil when there is none.
    package init(
        environment: [String: String],
        read: (_ path: String) throws -> String?
    ) throws(ProfileFileError) {
        let home = environment["HOME"] ?? ""
        let config = environment.nonEmpty("AWS_CONFIG_FILE") ?? "\(home)/.aws/config"
        let credentials =
            environment.nonEmpty("AWS_SHARED_CREDENTIALS_FILE") ?? "\(home)/.aws/credentials"
        self.init(
            profile: environment.nonEmpty("AWS_PROFILE")
                ?? environment.nonEmpty("AWS_DEFAULT_PROFILE"),
            config: try Self.parse(config, home, read),
            credentials: try Self.parse(credentials, home, read)
        )
    }

    private static func parse(
        _ path: String,
        _ home: String,
        _ read: (String) throws -> String?
    ) throws(ProfileFileError) -> INIFile {
        let path = path.hasPrefix("~/") ? home + path.dropFirst() : path
        do {
            guard let text = try read(path) else { return INIFile() }
            return try INIFile(parsing: text)
        } catch {
            throw ProfileFileError(path: path, reason: "\(error)")
        }
    }
}

/// Why a shared file cannot be used.
package struct ProfileFileError: Error, Sendable, Hashable, CustomStringConvertible {
    package let path: String
    /// Why, with the line if one is at fault.
    package let reason: String

    package var description: String { "\(path): \(reason)" }
}

extension ProfileFiles {
    private var configSection: INIFile.Section? {
        if profile == "default", let section = configFile["default"] { return section }
        return configFile["profile \(profile)"]
    }

    var exists: Bool { configSection != nil || credentialsFile[profile] != nil }

    /// The profile's values in the config file.
    var config: [String: String] { configSection?.values ?? [:] }

    /// The profile's values in the credentials file.
    var credentials: [String: String] { credentialsFile[profile]?.values ?? [:] }

    /// What the profile's `services` section says of a service: `endpoint_url` and the like.
    func service(_ id: String) -> [String: String] {
        guard let name = config.nonEmpty("services") else { return [:] }
        return configFile["services \(name)"]?.nested[id] ?? [:]
    }
}
