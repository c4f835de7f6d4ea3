/// Where credentials come from, by what the environment and the shared files say: a value, and nothing is asked yet.
///
/// The order is botocore's. The first source that is meant is the one; if it cannot be used, no other takes its place.
indirect enum CredentialsPlan: Sendable, Hashable {
    case keys(Credentials, source: String)
    case role(RoleRequest, by: CredentialsPlan)
    case webIdentity(WebIdentityRequest)
    case sso(SSORequest)
    case process(ProcessRequest)
    case container(ContainerRequest)
    case instance(InstanceRequest)

    /// What people know the source by.
    var source: String {
        switch self {
        case .keys(_, let source): source
        case .role(let request, let base): "role \(Self.name(of: request.role)) by \(base.source)"
        case .webIdentity(let request): "web identity as role \(Self.name(of: request.role))"
        case .sso(let request): "IAM Identity Center as role \(request.role)"
        case .process(let request): "credential_process of \(request.source)"
        case .container: "container"
        case .instance: "instance metadata"
        }
    }

    /// A role by its name alone: who reads of a source need not learn the account's number.
    private static func name(of role: String) -> String {
        role.split(separator: "/").last.map(String.init) ?? role
    }
}

extension AWSSettings {
    /// The one source that is meant; nil when nothing says so, not even that this may be an instance of EC2.
    func credentialsPlan() throws(CredentialsError) -> CredentialsPlan? {
        if let keys = try environmentKeys() { return keys }
        let profile = profiles.profile
        guard profiles.exists || !profiles.isExplicit else {
            throw CredentialsError(
                "profile \"\(profile)\"",
                "there is no such profile in \(profiles.places)"
            )
        }
        var visited: [String] = []
        if let plan = try rolePlan(profile, &visited) { return plan }
        if let plan = try webIdentityPlan() { return plan }
        if let plan = try profilePlan(profile) { return plan }
        if let container = try ContainerRequest(environment) { return .container(container) }
        return try InstanceRequest(self).map(CredentialsPlan.instance)
    }

    /// The source that is meant, in words; nil when none is.
    ///
    /// Nothing is asked.
    package func credentialsSource() throws(CredentialsError) -> String? {
        try credentialsPlan()?.source
    }

    func environmentKeys() throws(CredentialsError) -> CredentialsPlan? {
        let key = environment.nonEmpty("AWS_ACCESS_KEY_ID")
        let secret = environment.nonEmpty("AWS_SECRET_ACCESS_KEY")
        guard key != nil || secret != nil else { return nil }
        let source = "environment"
        guard let key else { throw CredentialsError(source, "AWS_ACCESS_KEY_ID is not set") }
        guard let secret else {
            throw CredentialsError(source, "AWS_SECRET_ACCESS_KEY is not set")
        }
        let token = environment.nonEmpty("AWS_SESSION_TOKEN")
        let credentials = Credentials(
            accessKeyID: key,
            secretAccessKey: secret,
            sessionToken: token
        )
        return .keys(credentials, source: source)
    }

    /// The variables win over the profile's keys, each for itself.
    private func webIdentityPlan() throws(CredentialsError) -> CredentialsPlan? {
        let values = profiles.values
        let file = value("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file")
        guard let file else { return nil }
        return .webIdentity(
            try WebIdentityRequest(
                tokenFile: file,
                role: value("AWS_ROLE_ARN", "role_arn"),
                session: value("AWS_ROLE_SESSION_NAME", "role_session_name"),
                duration: values.nonEmpty("duration_seconds")
            )
        )
    }

    /// Where sources are looked for, in plain words.
    package var lookedAt: String {
        """
        AWS_ACCESS_KEY_ID and AWS_WEB_IDENTITY_TOKEN_FILE in the environment, profile \
        "\(profiles.profile)" in \(profiles.places), AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and \
        AWS_CONTAINER_CREDENTIALS_FULL_URI
        """
    }
}
