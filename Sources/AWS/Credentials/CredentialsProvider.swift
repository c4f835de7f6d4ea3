package import FoundationEssentials

/// What a client signs with.
///
/// - nil means that there are none.
/// - An error means that some were meant and cannot be had; no others are taken in their place.
package protocol CredentialsProvider: Sendable {
    /// What people know the source by: `environment`, `profile "orders"`.
    var name: String { get }

    /// The credentials to sign with at that time.
    func credentials(at now: Date) async throws(CredentialsError) -> Credentials?

    /// A service says that these have ended or that it does not know them: the next call gets others, if there are any.
    func refused(_ credentials: Credentials, at now: Date)
}

extension CredentialsProvider {
    /// Where credentials are known beforehand there are no others.
    package func refused(_ credentials: Credentials, at now: Date) {}
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
