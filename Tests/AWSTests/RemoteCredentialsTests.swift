import AWS
import FoundationEssentials
import HTTP
import HTTPTypes
import Synchronization
import Testing

struct RemoteCredentialsTests {
    private static let keys = """
        {"AccessKeyId":"AKIDTEMP","SecretAccessKey":"s","Token":"t",
         "Expiration":"2015-08-30T13:36:00Z"}
        """
    private static let expected = Credentials(
        accessKeyID: "AKIDTEMP",
        secretAccessKey: "s",
        sessionToken: "t",
        expiration: Date(timeIntervalSince1970: 1_440_941_760)
    )
    private static let unreachable = FakeTransport.Answer.failure(
        HTTPClientError(.connectFailed("no route"), sent: .notSent, authority: "169.254.169.254:80")
    )

    private func url(_ request: ClientRequest) -> String {
        "\(request.scheme.rawValue)://\(request.authority)\(request.target)"
    }

    @Test(
        arguments: [
            (
                ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/c?id=1"],
                "http://169.254.170.2/v2/c?id=1", nil
            ),
            (
                [
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1/credentials",
                    "AWS_CONTAINER_AUTHORIZATION_TOKEN": "from variable",
                    "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/token",
                ],
                "http://169.254.170.23/v1/credentials", "from /token"
            ),
            (
                [
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI": "https://keys.test:8443",
                    "AWS_CONTAINER_AUTHORIZATION_TOKEN": "from variable",
                ],
                "https://keys.test:8443/", "from variable"
            ),
        ] as [([String: String], String, String?)]
    )
    func `a container's service is asked with its token`(
        _ environment: [String: String],
        _ url: String,
        _ token: String?
    ) async throws {
        let transport = FakeTransport([.answer(200, Self.keys)])
        let provider = ContainerCredentials(environment: environment, transport: transport) {
            "from \($0)"
        }
        #expect(try await provider.credentials(at: .distantPast) == Self.expected)
        let request = try #require(transport.requests.first)
        #expect(self.url(request) == url)
        #expect(request.fields[.authorization] == token)
    }

    @Test(
        arguments: [
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://keys.test/"],
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.evil.test/"],
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "keys"],
            [
                "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/a",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN": "a\r\nb",
            ],
        ]
    )
    func `a container's service elsewhere, or a token with a line break, is refused`(
        _ environment: [String: String]
    ) async throws {
        let transport = FakeTransport([])
        let provider = ContainerCredentials(environment: environment, transport: transport) { $0 }
        await #expect(throws: CredentialsError.self) {
            try await provider.credentials(at: .distantPast)
        }
        #expect(transport.requests.isEmpty)
    }

    @Test func `an instance is asked for a token, its role and the keys`() async throws {
        let transport = FakeTransport([
            .answer(200, "session"), .answer(200, "orders-role\n"), .answer(200, Self.keys),
        ])
        let provider = InstanceCredentials(environment: [:], transport: transport)
        #expect(try await provider.credentials(at: .distantPast) == Self.expected)
        let base = "http://169.254.169.254/latest"
        #expect(
            transport.requests.map(url) == [
                "\(base)/api/token", "\(base)/meta-data/iam/security-credentials/",
                "\(base)/meta-data/iam/security-credentials/orders-role",
            ]
        )
        let name = try #require(HTTPField.Name("x-aws-ec2-metadata-token"))
        #expect(transport.requests.map { $0.fields[name] } == [nil, "session", "session"])
    }

    @Test func `where there is no instance there are no credentials, and no error`() async throws {
        let elsewhere = InstanceCredentials(
            environment: [:],
            transport: FakeTransport([Self.unreachable])
        )
        #expect(try await elsewhere.credentials(at: .distantPast) == nil)
        let noRole = FakeTransport([.answer(200, "session"), .answer(404)])
        let roleless = InstanceCredentials(environment: [:], transport: noRole)
        #expect(try await roleless.credentials(at: .distantPast) == nil)
        let off = InstanceCredentials(
            environment: ["AWS_EC2_METADATA_DISABLED": "true"],
            transport: FakeTransport([])
        )
        #expect(try await off.credentials(at: .distantPast) == nil)
    }

    private func webIdentity(
        _ answer: FakeTransport.Answer
    ) -> (WebIdentityCredentials, FakeTransport) {
        let transport = FakeTransport([answer])
        let provider = WebIdentityCredentials(
            environment: ["AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:r"],
            endpoint: Endpoint(scheme: .https, host: "sts.test"),
            transport: transport
        ) { "from \($0)\n" }
        return (provider, transport)
    }

    @Test func `a web identity's token is given to STS without a signature`() async throws {
        let (provider, transport) = webIdentity(
            .answer(
                200,
                "<R><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>AKIDTEMP</AccessKeyId>"
                    + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                    + "<Expiration>2015-08-30T13:36:00Z</Expiration></Credentials>"
                    + "</AssumeRoleWithWebIdentityResult></R>"
            )
        )
        #expect(try await provider.credentials(at: .distantPast) == Self.expected)
        let request = try #require(transport.requests.first)
        #expect(request.fields[.authorization] == nil)
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn%3Ar"
                + "&RoleSessionName=orderd&WebIdentityToken=from%20%2Ftoken"
        )
    }

    @Test func `what STS refuses is an error, and does not show the token`() async throws {
        let fault = "<E><Error><Code>InvalidIdentityToken</Code><Message>bad</Message></Error></E>"
        let (provider, _) = webIdentity(.answer(400, fault))
        let error = await #expect(throws: CredentialsError.self) {
            try await provider.credentials(at: .distantPast)
        }
        #expect(error?.reason.contains("InvalidIdentityToken") == true)
        #expect(error?.description.contains("from") == true)
        #expect(error?.description.contains("/token") == false)
    }

    @Test func `without their variables the remote sources are silent`() async throws {
        let settings = AWSSettings(environment: ["AWS_EC2_METADATA_DISABLED": "true"])
        let chain = try settings.credentials(over: FakeTransport([])) { $0 }
        #expect(try await chain.credentials(at: .distantPast) == nil)
    }

    private final class Counter: CredentialsProvider {
        let name = "counter"
        private let count = Mutex(0)
        private let results: [Credentials?]

        init(_ results: [Credentials?]) { self.results = results }

        var calls: Int { count.withLock { $0 } }

        func credentials(at now: Date) throws(CredentialsError) -> Credentials? {
            let call = count.withLock { count in
                count += 1
                return count - 1
            }
            guard call < results.count else { throw CredentialsError(name, "down") }
            return results[call]
        }
    }

    @Test(
        arguments: [
            // Seconds before the end: calls of the source in all, and whether there are credentials.
            (901, 1, true), (900, 2, true), (600, 2, true), (1, 2, true), (0, 2, false),
            (-1, 2, false),
        ]
    )
    func `temporary credentials are renewed before they end, in need or in time`(
        _ left: Int,
        _ calls: Int,
        _ isUsable: Bool
    ) async throws {
        let source = Counter([Self.expected])
        let cache = CachedCredentials(source)
        #expect(try await cache.credentials(at: .distantPast) == Self.expected)
        let end = try #require(Self.expected.expiration)
        let now = end.addingTimeInterval(-TimeInterval(left))
        let found = try? await cache.credentials(at: now)
        #expect((found == Self.expected) == isUsable)
        #expect(source.calls == calls)
    }

    @Test func `credentials without an end are fetched once`() async throws {
        let source = Counter([Credentials(accessKeyID: "a", secretAccessKey: "b")])
        let cache = CachedCredentials(source)
        for _ in 0..<3 { _ = try await cache.credentials(at: .distantFuture) }
        #expect(source.calls == 1)
    }
}
