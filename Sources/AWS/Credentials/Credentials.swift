package import FoundationEssentials

/// An access key, with the secret that proves it.
///
/// Printing it does not show the secret.
package struct Credentials: Sendable, Hashable {
    /// The key's public part: `AKIA…`.
    package let accessKeyID: String
    /// What signatures are made with.
    package let secretAccessKey: String
    /// Goes with temporary keys.
    package let sessionToken: String?
    /// When temporary keys end.
    package let expiration: Date?

    package init(
        accessKeyID: String,
        secretAccessKey: String,
        sessionToken: String? = nil,
        expiration: Date? = nil
    ) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.expiration = expiration
    }
}

extension Credentials {
    /// The last four characters of the public part, which tell keys apart in a log.
    package var ending: String { "…\(accessKeyID.suffix(4))" }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key's public part alone.
    package var description: String { "credentials \(accessKeyID)" }

    package var debugDescription: String { description }

    /// Without the secret and the token, so that `dump` does not show them either.
    package var customMirror: Mirror {
        Mirror(self, children: ["accessKeyID": accessKeyID], displayStyle: .struct)
    }
}
