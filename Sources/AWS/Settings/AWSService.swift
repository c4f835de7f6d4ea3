/// A service by the names that AWS has for it.
package struct AWSService: Sendable, Hashable {
    /// As in `AWS_ENDPOINT_URL_<id>`, upper case with underscores: `SESV2`.
    package let id: String
    /// As in the host's name: `email`.
    package let hostPrefix: String
    /// As in signatures: `ses`.
    package let signingName: String

    package init(id: String, hostPrefix: String, signingName: String) {
        self.id = id
        self.hostPrefix = hostPrefix
        self.signingName = signingName
    }

    /// Simple Email Service, the query API of 2010.
    package static let ses = AWSService(id: "SES", hostPrefix: "email", signingName: "ses")
    /// Simple Email Service, the JSON API of 2019.
    package static let sesV2 = AWSService(id: "SESV2", hostPrefix: "email", signingName: "ses")
    /// Simple Notification Service.
    package static let sns = AWSService(id: "SNS", hostPrefix: "sns", signingName: "sns")
    /// Security Token Service.
    package static let sts = AWSService(id: "STS", hostPrefix: "sts", signingName: "sts")
}
