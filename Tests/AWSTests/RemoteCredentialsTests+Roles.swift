import FoundationEssentials
import HTTP
import HTTPTypes
import Testing

@testable import AWS

/// Roles through STS, and programs that print keys.
extension RemoteCredentialsTests {
    private static func stsAnswer(
        _ operation: String,
        _ key: String = "AKIDTEMP"
    ) -> FakeTransport.Answer {
        .answer(
            200,
            "<\(operation)Response><\(operation)Result><Credentials><AccessKeyId>\(key)</AccessKeyId>"
                + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                + "<Expiration>2026-01-31T13:00:00Z</Expiration></Credentials>"
                + "</\(operation)Result></\(operation)Response>"
        )
    }

    private static let web = [
        "AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/r",
        "AWS_REGION": "eu-west-1",
    ]

    @Test func `a web identity's token is given to STS without a signature`() async throws {
        let (found, requests) = try await credentials(
            Self.web,
            [Self.stsAnswer("AssumeRoleWithWebIdentity")],
            FakeMachine(["/token": "the token\n"])
        )
        #expect(found == Self.expected)
        let request = try #require(requests.first)
        #expect(request.url == "https://sts.eu-west-1.amazonaws.com/")
        #expect(request.fields[.authorization] == nil)
        #expect(
            request.text
                == "Action=AssumeRoleWithWebIdentity&Version=2011-06-15"
                + "&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr&RoleSessionName=orderd"
                + "&WebIdentityToken=the%20token"
        )
    }

    @Test func `what STS refuses is an error that does not show the token`() async {
        let fault = "<E><Error><Code>InvalidIdentityToken</Code><Message>bad</Message></Error></E>"
        let told = await reason(
            Self.web,
            [.answer(400, fault)],
            FakeMachine(["/token": "secret"])
        )
        #expect(told?.contains("InvalidIdentityToken") == true)
        #expect(told?.contains("secret") == false)
    }

    @Test func `a provider of identities that STS cannot reach is asked again`() async throws {
        let fault = "<E><Error><Code>IDPCommunicationError</Code></Error></E>"
        let (found, requests) = try await credentials(
            Self.web,
            [.answer(400, fault), Self.stsAnswer("AssumeRoleWithWebIdentity")],
            FakeMachine(["/token": "x"])
        )
        #expect(found == Self.expected)
        #expect(requests.count == 2)
    }

    @Test func `a chain of roles is taken on one by one, each with the keys before it`()
        async throws
    {
        let machine = FakeMachine([
            "/h/.aws/config": """
            [profile a]
            region = eu-west-1
            role_arn = arn:aws:iam::1:role/a
            source_profile = b
            external_id = e 1
            [profile b]
            role_arn = arn:aws:iam::1:role/b
            source_profile = keys
            duration_seconds = 900
            [profile keys]
            aws_access_key_id = AKIDBASE
            aws_secret_access_key = b
            """
        ])
        let (found, requests) = try await credentials(
            ["AWS_PROFILE": "a"],
            [Self.stsAnswer("AssumeRole", "AKIDB"), Self.stsAnswer("AssumeRole")],
            machine
        )
        #expect(found == Self.expected)
        let keys = requests.map { $0.fields[.authorization]?.split(separator: "/").first ?? "" }
        #expect(
            keys == ["AWS4-HMAC-SHA256 Credential=AKIDBASE", "AWS4-HMAC-SHA256 Credential=AKIDB"]
        )
        #expect(requests.map { $0.field("x-amz-security-token") } == [nil, "t"])
        #expect(
            requests.first?.text.hasSuffix("&RoleSessionName=orderd&DurationSeconds=900") == true
        )
        #expect(requests.last?.text.hasSuffix("&RoleSessionName=orderd&ExternalId=e%201") == true)
    }

    @Test func `a program's keys are read, and its faults told without secrets`() async throws {
        let files = [
            "/h/.aws/config": "[default]\ncredential_process = /bin/keys --for 'the orders'\n"
        ]
        let output = """
            {"Version":1,"AccessKeyId":"AKIDTEMP","SecretAccessKey":"s","SessionToken":"t",\
            "Expiration":"2026-01-31T13:00:00Z"}
            """
        let machine = FakeMachine(files) { _ in .success(output) }
        #expect(try await credentials([:], [], machine).0 == Self.expected)
        #expect(machine.commands == [["/bin/keys", "--for", "the orders"]])
        let failing = FakeMachine(files) { _ in
            .failure(LocalFault("/bin/keys ended with status 1: no AKIAIOSFODNN7EXAMPLE here"))
        }
        let told = await reason([:], [], failing)
        #expect(told?.hasSuffix("status 1: no […] here") == true, "\(told ?? "")")
        let old = FakeMachine(files) { _ in .success(#"{"Version":2}"#) }
        #expect(await reason([:], [], old)?.contains("\"Version\": 1") == true)
    }
}

extension RemoteCredentialsTests {
    @Test func `a token that was exchanged meanwhile is the one that STS gets`() async throws {
        let machine = FakeMachine(["/token": "first"])
        for token in ["first", "second"] {
            machine["/token"] = token
            let (_, requests) = try await credentials(
                Self.web,
                [Self.stsAnswer("AssumeRoleWithWebIdentity")],
                machine
            )
            #expect(requests.first?.text.hasSuffix("&WebIdentityToken=\(token)") == true)
        }
    }
}
