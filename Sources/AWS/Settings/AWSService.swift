/// A service by the names that AWS has for it.
package struct AWSService: Sendable, Hashable {
    /// As in `AWS_ENDPOINT_URL_<id>`, upper case with underscores: `SESV2`.
    package let id: String
    /// As in the host's name: `email`.
    package let hostPrefix: String
    /// As in signatures: `ses`.
    package let signingName: String
    /// Where it is for all regions of the world's partition, if it is in no region.
    package var onePlace: OnePlace?

    /// A host, and the region that calls to it are signed for.
    package struct OnePlace: Sendable, Hashable {
        package let host: String
        package let region: String
    }

    package init(id: String, hostPrefix: String, signingName: String) {
        self.id = id
        self.hostPrefix = hostPrefix
        self.signingName = signingName
    }

    /// A service whose name in signatures is that in its host.
    private init(_ id: String, _ name: String) {
        self.init(id: id, hostPrefix: name, signingName: name)
    }

    /// Simple Email Service, the query API of 2010.
    package static let ses = AWSService(id: "SES", hostPrefix: "email", signingName: "ses")
    /// Simple Email Service, the JSON API of 2019.
    package static let sesV2 = AWSService(id: "SESV2", hostPrefix: "email", signingName: "ses")
    /// Simple Notification Service.
    package static let sns = AWSService("SNS", "sns")
    /// Simple Queue Service.
    package static let sqs = AWSService("SQS", "sqs")
    /// Security Token Service.
    package static let sts = AWSService("STS", "sts")
    package static let lambda = AWSService("LAMBDA", "lambda")
    /// Step Functions.
    package static let sfn = AWSService("SFN", "states")
    package static let cloudWatchLogs = AWSService("CLOUDWATCH_LOGS", "logs")
    package static let cloudWatch = AWSService("CLOUDWATCH", "monitoring")
    /// IAM Identity Center's portal, which hands out the keys of roles.
    package static let sso = AWSService(
        id: "SSO",
        hostPrefix: "portal.sso",
        signingName: "awsssoportal"
    )
    /// IAM Identity Center's token service.
    package static let ssoOIDC = AWSService(
        id: "SSO_OIDC",
        hostPrefix: "oidc",
        signingName: "sso-oauth"
    )

    /// Every one of the above.
    package static let all = [
        ses, sesV2, sns, sqs, sts, lambda, sfn, cloudWatchLogs, cloudWatch, sso, ssoOIDC,
    ]
}
