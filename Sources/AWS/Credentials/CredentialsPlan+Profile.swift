extension AWSSettings {
    /// The role that a profile takes on by another source; nil when it names none.
    ///
    /// A chain of profiles that comes back to itself is refused and told.
    func rolePlan(
        _ profile: String,
        _ visited: inout [String]
    ) throws(CredentialsError) -> CredentialsPlan? {
        let values = profiles.values(of: profile)
        guard let role = values.nonEmpty("role_arn"),
            values.nonEmpty("web_identity_token_file") == nil
        else { return nil }
        let source = "profile \"\(profile)\""
        guard values.nonEmpty("mfa_serial") == nil else {
            throw CredentialsError(
                source,
                "mfa_serial asks for a code, and there is nobody to type one; use a role without it"
            )
        }
        visited.append(profile)
        let request = try RoleRequest(
            role: role,
            session: values.nonEmpty("role_session_name"),
            externalID: values.nonEmpty("external_id"),
            duration: values.nonEmpty("duration_seconds"),
            source
        )
        switch (values.nonEmpty("source_profile"), values.nonEmpty("credential_source")) {
        case (let base?, nil): return .role(request, by: try basePlan(base, profile, &visited))
        case (nil, let base?): return .role(request, by: try namedPlan(base, source))
        case (nil, nil):
            throw CredentialsError(
                source,
                "role_arn needs source_profile or credential_source to take the role on with"
            )
        case (_?, _?):
            throw CredentialsError(source, "has both source_profile and credential_source")
        }
    }

    /// What a role is taken on with: the profile's own keys come before the role that it may name itself.
    private func basePlan(
        _ base: String,
        _ profile: String,
        _ visited: inout [String]
    ) throws(CredentialsError) -> CredentialsPlan {
        let source = "profile \"\(profile)\""
        guard profiles.has(base) else {
            throw CredentialsError(
                source,
                "source_profile \"\(base)\" is not in \(profiles.places)"
            )
        }
        let hasKeys = ["aws_access_key_id", "aws_secret_access_key"]
            .contains { profiles.values(of: base).nonEmpty($0) != nil }
        if visited.contains(base), !(base == profile && hasKeys) {
            let loop = (visited + [base]).joined(separator: " → ")
            throw CredentialsError(source, "source_profile leads in a circle: \(loop)")
        }
        if !hasKeys, let role = try rolePlan(base, &visited) { return role }
        if let identity = try webIdentityPlan(of: base) { return identity }
        guard let plan = try profilePlan(base) else {
            throw CredentialsError(source, "source_profile \"\(base)\" has no credentials")
        }
        return plan
    }

    private func webIdentityPlan(of profile: String) throws(CredentialsError) -> CredentialsPlan? {
        let values = profiles.values(of: profile)
        guard let file = values.nonEmpty("web_identity_token_file") else { return nil }
        return .webIdentity(
            try WebIdentityRequest(
                tokenFile: file,
                role: values.nonEmpty("role_arn"),
                session: values.nonEmpty("role_session_name"),
                duration: values.nonEmpty("duration_seconds")
            )
        )
    }

    /// What `credential_source` names.
    private func namedPlan(
        _ name: String,
        _ source: String
    ) throws(CredentialsError) -> CredentialsPlan {
        let plan: CredentialsPlan?
        switch name.lowercased() {
        case "environment": plan = try environmentKeys()
        case "ecscontainer":
            plan = try ContainerRequest(environment).map(CredentialsPlan.container)
        case "ec2instancemetadata":
            plan = try InstanceRequest(self).map(CredentialsPlan.instance)
        default:
            throw CredentialsError(
                source,
                "credential_source \"\(name)\" is none of Environment, EcsContainer and Ec2InstanceMetadata"
            )
        }
        guard let plan else {
            throw CredentialsError(source, "credential_source \(name) has no credentials here")
        }
        return plan
    }

    /// What a profile has beside roles: IAM Identity Center, keys in the credentials file, a program, keys in the config file.
    func profilePlan(_ profile: String) throws(CredentialsError) -> CredentialsPlan? {
        let source = "profile \"\(profile)\""
        if let sso = try SSORequest(profile, profiles) { return .sso(sso) }
        if let keys = try Self.keys(in: profiles.credentials(of: profile), source) { return keys }
        let values = profiles.values(of: profile)
        guard values.nonEmpty("login_session") == nil else {
            throw CredentialsError(
                source,
                "login_session is not supported: it is a person's login to the console. "
                    + "Use a role of the machine, role_arn, sso_session or credential_process"
            )
        }
        if let command = values.nonEmpty("credential_process") {
            return .process(try ProcessRequest(command, source))
        }
        return try Self.keys(in: profiles.config(of: profile), source)
    }

    private static func keys(
        in values: [String: String],
        _ source: String
    ) throws(CredentialsError) -> CredentialsPlan? {
        let key = values.nonEmpty("aws_access_key_id")
        let secret = values.nonEmpty("aws_secret_access_key")
        guard key != nil || secret != nil else { return nil }
        guard let key else { throw CredentialsError(source, "aws_access_key_id is missing") }
        guard let secret else {
            throw CredentialsError(source, "aws_secret_access_key is missing")
        }
        let token = values.nonEmpty("aws_session_token")
        let credentials = Credentials(
            accessKeyID: key,
            secretAccessKey: secret,
            sessionToken: token
        )
        return .keys(credentials, source: source)
    }
}
