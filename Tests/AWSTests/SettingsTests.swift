import AWS
import FoundationEssentials
import Testing

struct SettingsTests {
    private static let config = """
        # The usual file.
        [default]
        region = eu-west-1

        [profile orders]
        region = eu-central-1 ; where they are
        services = dev
        ca_bundle = /etc/roots.pem

        [profile old]
        aws_access_key_id = AKIDOLD
        aws_secret_access_key = old#secret
        endpoint_url = http://[::1]:4566/

        [services dev]
        sesv2 =
          endpoint_url = http://localhost:4579/mail
        sns =
          endpoint_url = https://sns.test
        """

    private func files(_ environment: [String: String]) throws -> ProfileFiles {
        let texts = ["/home/o/.aws/config": Self.config]
        let home = environment.merging(["HOME": "/home/o"]) { given, _ in given }
        return try ProfileFiles(environment: home) { texts[$0] }
    }

    private func settings(_ environment: [String: String]) throws -> AWSSettings {
        AWSSettings(environment: environment, profiles: try files(environment))
    }

    @Test(
        arguments: [
            ([:], "eu-west-1"), (["AWS_PROFILE": "orders"], "eu-central-1"),
            (["AWS_REGION": "a", "AWS_DEFAULT_REGION": "b"], "a"),
            (["AWS_REGION": "", "AWS_DEFAULT_REGION": "b"], "b"),
            (["AWS_PROFILE": "old"], nil), (["AWS_CONFIG_FILE": "/none"], nil),
        ] as [([String: String], String?)]
    )
    func `the region is the environment's or the profile's`(
        _ environment: [String: String],
        _ region: String?
    ) throws {
        #expect(try settings(environment).region == region)
    }

    @Test(
        arguments: [
            ([:], "https://email.us-east-1.amazonaws.com"),
            (["AWS_USE_FIPS_ENDPOINT": "true"], "https://email-fips.us-east-1.amazonaws.com"),
            (["AWS_USE_DUALSTACK_ENDPOINT": "TRUE"], "https://email.us-east-1.api.aws"),
            (["AWS_ENDPOINT_URL": "http://127.0.0.1:4566"], "http://127.0.0.1:4566"),
            (["AWS_ENDPOINT_URL_SESV2": "https://mail.test:8443/x/"], "https://mail.test:8443/x"),
            (
                ["AWS_ENDPOINT_URL_SES": "https://mail.test"],
                "https://email.us-east-1.amazonaws.com"
            ),
            (
                ["AWS_ENDPOINT_URL_SESV2": "http://a", "AWS_ENDPOINT_URL": "http://b"],
                "http://a"
            ),
            (
                ["AWS_ENDPOINT_URL": "http://b", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"],
                "https://email.us-east-1.amazonaws.com"
            ),
            (["AWS_PROFILE": "orders"], "http://localhost:4579/mail"),
            (["AWS_PROFILE": "orders", "AWS_ENDPOINT_URL": "http://b:80"], "http://b"),
            (["AWS_PROFILE": "old"], "http://[::1]:4566"),
        ]
    )
    func `the endpoint is the first that is set, or AWS's own`(
        _ environment: [String: String],
        _ url: String
    ) throws {
        let address = try settings(environment).address(of: .sesV2, region: "us-east-1")
        #expect(address.endpoint.description == url)
    }

    @Test(
        arguments: [
            (["AWS_ENDPOINT_URL": "localhost:4566"], "us-east-1", "AWS_ENDPOINT_URL"),
            (["AWS_ENDPOINT_URL_SNS": "ftp://a"], "us-east-1", "AWS_ENDPOINT_URL_SNS"),
            (["AWS_ENDPOINT_URL": "http://a:99999"], "us-east-1", "AWS_ENDPOINT_URL"),
            (["AWS_ENDPOINT_URL": "http://u@a"], "us-east-1", "AWS_ENDPOINT_URL"),
            (["AWS_USE_FIPS_ENDPOINT": "yes"], "us-east-1", "AWS_USE_FIPS_ENDPOINT"),
            (["AWS_STS_REGIONAL_ENDPOINTS": "global"], "us-east-1", "AWS_STS_REGIONAL_ENDPOINTS"),
            ([:], "evil.test/", "region"), ([:], "", "region"), ([:], "xx-west", "region"),
            ([:], "us-east", "region"), ([:], "aws-global", "region"),
            ([:], "us-east-1.evil.test", "region"), ([:], "US-EAST-1", "region"),
            (["AWS_ENDPOINT_URL": "http://a"], "a/b", "region"),
            (
                ["AWS_ENDPOINT_URL": "http://a", "AWS_USE_FIPS_ENDPOINT": "true"], "us-east-1",
                "AWS_ENDPOINT_URL"
            ),
            (
                ["AWS_ENDPOINT_URL_STS": "http://a", "AWS_USE_DUALSTACK_ENDPOINT": "true"],
                "us-east-1", "AWS_ENDPOINT_URL_STS"
            ),
        ] as [([String: String], String, String)]
    )
    func `a setting that cannot be used is named`(
        _ environment: [String: String],
        _ region: String,
        _ name: String
    ) throws {
        let settings = AWSSettings(environment: environment)
        let error = #expect(throws: AWSSettingsError.self) {
            for service in [AWSService.sns, .sts] {
                _ = try settings.address(of: service, region: region)
            }
        }
        #expect(error?.name == name)
    }

    @Test func `what stands in for AWS may have a region of any name`() throws {
        let settings = AWSSettings(environment: ["AWS_ENDPOINT_URL": "http://a"])
        let address = try settings.address(of: .sns, region: "xx-west")
        #expect((address.endpoint.description, address.region) == ("http://a", "xx-west"))
    }

    @Test(
        arguments: [
            ("a = b", 1, "a value before the first section"), ("[a]\nb", 2, "expected key = value"),
            ("\n\n[a", 3, "expected [section]"), ("[]", 1, "expected [section]"),
            ("[a]\n= b", 2, "expected a key before ="),
            ("[a] b", 1, "text after the section's bracket"),
        ]
    )
    func `a file's fault has its line`(_ text: String, _ line: Int, _ reason: String) {
        let error = #expect(throws: INIError.self) { try INIFile(parsing: text) }
        #expect(error?.line == line)
        #expect(error?.reason == reason)
        let named = #expect(throws: ProfileFileError.self) {
            try ProfileFiles(environment: ["HOME": "/h"]) { _ in text }
        }
        #expect(named?.description == "/h/.aws/config: line \(line): \(reason)")
    }

    @Test func `a section that is named again goes on, and comments and CRLF are passed over`()
        throws
    {
        let file = try INIFile(
            parsing: "[a] # one\r\nk = v ; c\r\n;x\r\n[b]\r\n[a]\r\nK = v;w\r\nl = #\r\n m = n\r\n"
        )
        #expect(file.sections.map(\.name) == ["a", "b"])
        #expect(file["a"]?.values == ["k": "v;w", "l": ""])
        #expect(file["a"]?.nested == ["l": ["m": "n"]])
    }

    @Test(
        arguments: [
            ("arn:aws:sns:us-east-1:123456789012:orders.fifo", "sns", "us-east-1", "orders.fifo"),
            ("arn:aws:lambda:eu-west-1:1:function:f:2", "lambda", "eu-west-1", "function:f:2"),
            ("arn:aws-cn:s3:::bucket", "s3", "", "bucket"),
        ]
    )
    func `an ARN is read and written`(
        _ text: String,
        _ service: String,
        _ region: String,
        _ resource: String
    ) throws {
        let arn = try #require(ARN(text))
        #expect(arn.description == text)
        #expect((arn.service, arn.region, arn.resource) == (service, region, resource))
    }

    @Test(arguments: ["", "arn", "arn:aws:sns:r:a:", "urn:aws:sns:r:a:b", "arn:aws:sns:r:a:b c"])
    func `what is no ARN is not taken for one`(_ text: String) {
        #expect(ARN(text) == nil)
    }

    @Test func `a password in an endpoint is refused and not repeated`() throws {
        let settings = AWSSettings(
            environment: [
                "AWS_ENDPOINT_URL": "https://u:SECRET@localhost:1", "AWS_REGION": "us-east-1",
            ]
        )
        let error = #expect(throws: AWSSettingsError.self) {
            try settings.address(of: .sns, region: "us-east-1")
        }
        #expect(error?.description.contains("a user or a password") == true)
        #expect(error?.description.contains("SECRET") == false)
    }
}
