public import FoundationEssentials

/// An access key, with the secret that proves it.
///
/// Printing it does not show the secret.
public struct Credentials: Sendable, Hashable {
    /// The key's public part: `AKIA…`.
    public let accessKeyID: String
    /// What signatures are made with.
    public let secretAccessKey: String
    /// Goes with temporary keys.
    public let sessionToken: String?
    /// When temporary keys end.
    public let expiration: Date?

    /// A key from its parts.
    public init(
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

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key's public part alone.
    public var description: String { "credentials \(accessKeyID)" }

    /// The key's public part alone.
    public var debugDescription: String { description }

    /// Without the secret and the token, so that `dump` does not show them either.
    public var customMirror: Mirror {
        Mirror(self, children: ["accessKeyID": accessKeyID], displayStyle: .struct)
    }
}
