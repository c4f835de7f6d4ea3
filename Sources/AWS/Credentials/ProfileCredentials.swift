package import FoundationEssentials

/// The static keys of a profile: first in the credentials file, then in the config file.
package struct ProfileCredentials: CredentialsProvider {
    private let profiles: ProfileFiles

    /// The profile that is chosen in these files.
    package init(_ profiles: ProfileFiles) { self.profiles = profiles }

    package var name: String { "profile \"\(profiles.profile)\"" }

    /// Nil when the profile has no key, unless it was asked for by name and does not exist.
    package func credentials(at now: Date) throws(CredentialsError) -> Credentials? {
        guard profiles.exists || !profiles.isExplicit else {
            throw CredentialsError(name, "no such profile")
        }
        for values in [profiles.credentials, profiles.config] {
            guard let key = values.nonEmpty("aws_access_key_id") else { continue }
            guard let secret = values.nonEmpty("aws_secret_access_key") else {
                throw CredentialsError(name, "aws_secret_access_key is missing")
            }
            return Credentials(
                accessKeyID: key,
                secretAccessKey: secret,
                sessionToken: values.nonEmpty("aws_session_token")
            )
        }
        return nil
    }
}
