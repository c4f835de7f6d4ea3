package import FoundationEssentials

/// Where credentials come from.
///
/// - nil means that this source has none, and the next one may be asked.
/// - An error means that the source was meant and cannot be used; no other one is asked in its place.
package protocol CredentialsProvider: Sendable {
    /// What people know the source by: `environment`, `profile "orders"`.
    var name: String { get }

    /// The credentials to sign with at that time.
    func credentials(at now: Date) async throws(CredentialsError) -> Credentials?
}

/// Why a source of credentials that was meant gives none.
package struct CredentialsError: Error, Sendable, Hashable, CustomStringConvertible {
    package let source: String
    /// Why, without any secret.
    package let reason: String

    package init(_ source: String, _ reason: String) {
        self.source = source
        self.reason = reason
    }

    package var description: String { "credentials from \(source): \(reason)" }
}

/// Credentials that are known beforehand.
package struct StaticCredentials: CredentialsProvider {
    package let name: String
    private let credentials: Credentials

    package init(_ credentials: Credentials, name: String = "settings") {
        self.credentials = credentials
        self.name = name
    }

    package func credentials(at now: Date) throws(CredentialsError) -> Credentials? { credentials }
}

/// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`.
package struct EnvironmentCredentials: CredentialsProvider {
    private let environment: [String: String]

    /// The variables as they were given to the program.
    package init(_ environment: [String: String]) { self.environment = environment }

    package var name: String { "environment" }

    /// Nil when neither key nor secret is set; an error when only one of them is.
    package func credentials(at now: Date) throws(CredentialsError) -> Credentials? {
        let key = environment.nonEmpty("AWS_ACCESS_KEY_ID")
        let secret = environment.nonEmpty("AWS_SECRET_ACCESS_KEY")
        guard key != nil || secret != nil else { return nil }
        guard let key else { throw CredentialsError(name, "AWS_ACCESS_KEY_ID is not set") }
        guard let secret else { throw CredentialsError(name, "AWS_SECRET_ACCESS_KEY is not set") }
        return Credentials(
            accessKeyID: key,
            secretAccessKey: secret,
            sessionToken: environment.nonEmpty("AWS_SESSION_TOKEN")
        )
    }
}

/// The first source that has credentials.
package struct CredentialsChain: CredentialsProvider {
    private let providers: [any CredentialsProvider]

    /// The sources in the order in which they are asked.
    package init(_ providers: [any CredentialsProvider]) { self.providers = providers }

    package var name: String { providers.map(\.name).joined(separator: ", ") }

    /// What the first source that has any gives; nil when none has.
    package func credentials(at now: Date) async throws(CredentialsError) -> Credentials? {
        for provider in providers {
            if let credentials = try await provider.credentials(at: now) { return credentials }
        }
        return nil
    }
}

extension [String: String] {
    /// The value, unless it is empty: an empty variable counts as none.
    func nonEmpty(_ key: String) -> String? {
        guard let value = self[key], !value.isEmpty else { return nil }
        return value
    }
}
