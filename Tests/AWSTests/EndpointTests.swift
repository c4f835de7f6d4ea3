import HTTP
import Testing

@testable import AWS

/// Hosts by AWS's rules, as botocore 1.44.8 has them; `BotocoreTests.swift` compares every region with the one installed.
struct EndpointTests {
    @Test(
        arguments: [
            (.sesV2, "eu-central-1", "", "email.eu-central-1.amazonaws.com"),
            (.sesV2, "us-east-1", "FD", "email-fips.us-east-1.api.aws"),
            (.sns, "cn-north-1", "", "sns.cn-north-1.amazonaws.com.cn"),
            (.sns, "cn-north-1", "D", "sns.cn-north-1.api.amazonwebservices.com.cn"),
            (.sns, "eusc-de-east-1", "", "sns.eusc-de-east-1.amazonaws.eu"),
            (.sns, "us-iso-east-1", "", "sns.us-iso-east-1.c2s.ic.gov"),
            (.sns, "us-isob-east-1", "F", "sns-fips.us-isob-east-1.sc2s.sgov.gov"),
            (.sns, "eu-isoe-west-1", "", "sns.eu-isoe-west-1.cloud.adc-e.uk"),
            (.sns, "us-isof-south-1", "", "sns.us-isof-south-1.csp.hci.ic.gov"),
            // The exceptions, all of them in the regions of the US government.
            (.sns, "us-gov-west-1", "F", "sns.us-gov-west-1.amazonaws.com"),
            (.sns, "us-gov-west-1", "FD", "sns-fips.us-gov-west-1.api.aws"),
            (.sns, "us-gov-central-1", "F", "sns-fips.us-gov-central-1.amazonaws.com"),
            (.sqs, "us-gov-central-1", "F", "sqs.us-gov-central-1.amazonaws.com"),
            (.sts, "us-gov-east-1", "F", "sts.us-gov-east-1.amazonaws.com"),
            (.sfn, "us-gov-west-1", "F", "states.us-gov-west-1.amazonaws.com"),
            (.sfn, "us-gov-east-1", "F", "states-fips.us-gov-east-1.amazonaws.com"),
            (.sfn, "us-gov-west-1", "D", "states-fips.us-gov-west-1.api.aws"),
            (.cloudWatch, "us-gov-west-1", "FD", "monitoring.us-gov-west-1.api.aws"),
            (.cloudWatchLogs, "us-gov-west-1", "F", "logs.us-gov-west-1.amazonaws.com"),
            (.sso, "us-gov-west-1", "F", "portal.sso.us-gov-west-1.amazonaws.com"),
            (.ssoOIDC, "us-east-1", "F", "oidc-fips.us-east-1.amazonaws.com"),
            (.lambda, "us-gov-west-1", "F", "lambda-fips.us-gov-west-1.amazonaws.com"),
            // Newer than the list.
            (.sqs, "eu-central-9", "", "sqs.eu-central-9.amazonaws.com"),
        ] as [(AWSService, String, String, String)]
    )
    func `a service's host follows from region, partition and kind`(
        _ service: AWSService,
        _ region: String,
        _ kind: String,
        _ host: String
    ) throws {
        let environment = [
            "AWS_USE_FIPS_ENDPOINT": "\(kind.contains("F"))",
            "AWS_USE_DUALSTACK_ENDPOINT": "\(kind.contains("D"))",
        ]
        let address = try AWSSettings(environment: environment).address(of: service, region: region)
        #expect(address == ServiceAddress(Endpoint(scheme: .https, host: host), region: region))
    }

    @Test(
        arguments: [
            ("us-east-1", "aws"), ("ap-southeast-7", "aws"), ("cn-northwest-1", "aws-cn"),
            ("us-gov-east-1", "aws-us-gov"), ("eusc-de-east-1", "aws-eusc"),
            ("us-iso-west-1", "aws-iso"), ("us-isob-west-1", "aws-iso-b"),
            ("eu-isoe-west-1", "aws-iso-e"), ("us-isof-east-1", "aws-iso-f"), ("xx-west-1", nil),
            ("xx-west", nil), ("us-east", nil), ("us-east-", nil), ("us--1", nil),
            ("us-east-1a", nil), ("us-gov-east-1-x", nil), ("aws-global", nil), ("", nil),
        ] as [(String, String?)]
    )
    func `a region's partition follows from the form of its name`(_ region: String, _ id: String?) {
        #expect(Partition(region: region)?.id == id)
    }

    @Test func `STS's one host of old is signed for where it stands`() throws {
        let settings = AWSSettings(environment: ["AWS_STS_REGIONAL_ENDPOINTS": "legacy"])
        let old = try settings.address(of: .sts, region: "eu-west-1")
        #expect((old.endpoint.host, old.region) == ("sts.amazonaws.com", "us-east-1"))
        let young = try settings.address(of: .sts, region: "eu-south-1")
        #expect(
            (young.endpoint.host, young.region) == ("sts.eu-south-1.amazonaws.com", "eu-south-1")
        )
    }
}
