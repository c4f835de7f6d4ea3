/// The shared config and credentials files, with the profile that is chosen in them.
package struct ProfileFiles: Sendable, Hashable {
    package let profile: String
    /// Whether it was chosen by name, so that it must exist.
    package let isExplicit: Bool

    /// Where the files are, for errors.
    private(set) var places = "the shared files"

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

    /// Where the config file and the credentials file are: what the environment names, or those in the home directory.
    package static func paths(_ environment: [String: String]) -> [String] {
        let home = environment["HOME"] ?? ""
        return [("AWS_CONFIG_FILE", "config"), ("AWS_SHARED_CREDENTIALS_FILE", "credentials")]
            .map { variable, name in
                let path = environment.nonEmpty(variable) ?? "\(home)/.aws/\(name)"
                return path.hasPrefix("~/") ? home + path.dropFirst() : path
            }
    }

    /// Reads the files.
    ///
    /// A file that is not there is empty. `read` answers a file's text, or nil when there is none.
    package init(
        environment: [String: String],
        read: (_ path: String) throws -> String?
    ) throws(ProfileFileError) {
        let paths = Self.paths(environment)
        self.init(
            profile: environment.nonEmpty("AWS_PROFILE")
                ?? environment.nonEmpty("AWS_DEFAULT_PROFILE"),
            config: try Self.parse(paths[0], read),
            credentials: try Self.parse(paths[1], read)
        )
        places = paths.joined(separator: " and ")
    }

    private static func parse(
        _ path: String,
        _ read: (String) throws -> String?
    ) throws(ProfileFileError) -> INIFile {
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
    private func configSection(_ profile: String) -> INIFile.Section? {
        if profile == "default", let section = configFile["default"] { return section }
        return configFile["profile \(profile)"]
    }

    func has(_ profile: String) -> Bool {
        configSection(profile) != nil || credentialsFile[profile] != nil
    }

    /// A profile's values in the config file.
    func config(of profile: String) -> [String: String] { configSection(profile)?.values ?? [:] }

    /// A profile's values in the credentials file.
    func credentials(of profile: String) -> [String: String] {
        credentialsFile[profile]?.values ?? [:]
    }

    /// A profile's values in both files; the credentials file wins.
    func values(of profile: String) -> [String: String] {
        config(of: profile).merging(credentials(of: profile)) { $1 }
    }

    /// Whether the chosen profile is there.
    var exists: Bool { has(profile) }

    /// The values of the chosen profile.
    var values: [String: String] { values(of: profile) }

    /// What the profile's `services` section says of a service: `endpoint_url` and the like.
    func service(_ id: String) -> [String: String] {
        guard let name = values.nonEmpty("services") else { return [:] }
        return configFile["services \(name)"]?.nested[id] ?? [:]
    }

    /// What the section of a session with IAM Identity Center says; nil when there is none.
    func ssoSession(_ name: String) -> [String: String]? {
        configFile["sso-session \(name)"]?.values
    }
}
