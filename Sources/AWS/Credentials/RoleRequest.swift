/// A role to take on through STS.
struct RoleRequest: Sendable, Hashable {
    /// The role's ARN.
    let role: String
    /// The name under which CloudTrail shows what is done.
    let session: String
    let externalID: String?
    /// Seconds; nil: STS's hour.
    let duration: Int?

    static let defaultSession = "orderd"

    /// A request of what a profile says; `source` is the profile, for errors.
    init(
        role: String,
        session: String?,
        externalID: String?,
        duration: String?,
        _ source: String
    ) throws(CredentialsError) {
        guard ARN(role)?.service == "iam" else {
            throw CredentialsError(
                source,
                "role_arn \"\(role)\" is not the ARN of a role, such as arn:aws:iam::123456789012:role/orders"
            )
        }
        self.role = role
        self.session = try Self.session(session, source)
        self.externalID = externalID
        self.duration = try Self.duration(duration, source)
    }

    static func session(_ text: String?, _ source: String) throws(CredentialsError) -> String {
        guard let text else { return defaultSession }
        let marks = Set("_+=,.@-".utf8)
        let isName = text.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                || marks.contains($0)
        }
        guard isName, (2...64).contains(text.utf8.count) else {
            throw CredentialsError(
                source,
                "role_session_name has to be 2 to 64 letters, digits and characters of _+=,.@-"
            )
        }
        return text
    }

    static func duration(_ text: String?, _ source: String) throws(CredentialsError) -> Int? {
        guard let text else { return nil }
        guard let seconds = Int(text), (900...43_200).contains(seconds) else {
            throw CredentialsError(source, "duration_seconds has to be 900 to 43200")
        }
        return seconds
    }
}

/// A role to take on with the token of an EKS service account or another OpenID provider.
struct WebIdentityRequest: Sendable, Hashable {
    let tokenFile: String
    let role: String
    let session: String
    let duration: Int?

    static let source = "web identity"

    init(
        tokenFile: String,
        role: String?,
        session: String?,
        duration: String?
    ) throws(CredentialsError) {
        guard let role else {
            throw CredentialsError(
                Self.source,
                "AWS_ROLE_ARN is not set, nor role_arn in the profile"
            )
        }
        let request = try RoleRequest(
            role: role,
            session: session,
            externalID: nil,
            duration: duration,
            Self.source
        )
        (self.tokenFile, self.role) = (tokenFile, role)
        (self.session, self.duration) = (request.session, request.duration)
    }
}
