/// What a client signs with.
///
/// - nil means that there are none.
/// - An error means that some were meant and cannot be had; no others are taken in their place.
package protocol CredentialsProvider: Sendable {
    /// What people know the source by: `environment`, `profile "orders"`.
    var name: String { get }

    /// The credentials to sign with now, or `CredentialsError.isLate` when they are not there by the deadline.
    func credentials(
        until deadline: ContinuousClock.Instant?
    ) async throws(CredentialsError) -> Credentials?

    /// A service says that these have ended or that it does not know them: the next call gets others, if there are any.
    func refused(_ credentials: Credentials)
}

extension CredentialsProvider {
    /// Where credentials are known beforehand there are no others.
    package func refused(_ credentials: Credentials) {}
}

/// Why a source of credentials that was meant gives none.
package struct CredentialsError: Error, Sendable, Hashable, CustomStringConvertible {
    package let source: String
    /// Why, without any secret.
    package let reason: String
    /// Whether the source may give some yet: the caller's deadline came first.
    package private(set) var isLate = false

    package init(_ source: String, _ reason: String) {
        self.source = source
        self.reason = reason
    }

    /// The fetch goes on without the caller.
    static func late(_ source: String) -> CredentialsError {
        var error = CredentialsError(source, "they are still being fetched")
        error.isLate = true
        return error
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

    package func credentials(
        until deadline: ContinuousClock.Instant?
    ) throws(CredentialsError) -> Credentials? { credentials }
}
