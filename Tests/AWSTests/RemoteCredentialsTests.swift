import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Testing

@testable import AWS

/// Sources behind a connection, each with the answers and the faults of the real ones.
struct RemoteCredentialsTests {
    static let keys = """
        {"AccessKeyId":"AKIDTEMP","SecretAccessKey":"s","Token":"t",
         "Expiration":"2026-01-31T13:00:00Z"}
        """
    static let expected = Credentials(
        accessKeyID: "AKIDTEMP",
        secretAccessKey: "s",
        sessionToken: "t",
        expiration: noon.addingTimeInterval(3_600)
    )
    static func lost(
        _ reason: HTTPClientError.Reason,
        _ sent: HTTPClientError.RequestProgress
    ) -> FakeTransport.Answer {
        .failure(HTTPClientError(reason, sent: sent, authority: "169.254.169.254:80"))
    }
    static let noRoute = lost(.connectFailed("no route"), .notSent)

    /// What the environment's and the files' source gives when these answers come.
    func fetch(
        _ environment: [String: String],
        _ answers: [FakeTransport.Answer],
        _ machine: FakeMachine = FakeMachine()
    ) async -> (Result<CredentialsFinding, CredentialsError>, [ClientRequest]) {
        let transport = FakeTransport(answers)
        let source = SettingsCredentials(
            environment: environment.merging(["HOME": "/h"]) { given, _ in given },
            machine: machine,
            transport: transport,
            nearTransport: transport,
            now: { noon }
        )
        do throws(CredentialsError) {
            return (.success(try await source.fetch(at: noon)), transport.requests)
        } catch {
            return (.failure(error), transport.requests)
        }
    }

    func credentials(
        _ environment: [String: String],
        _ answers: [FakeTransport.Answer],
        _ machine: FakeMachine = FakeMachine()
    ) async throws -> (Credentials, [ClientRequest]) {
        let (result, requests) = await fetch(environment, answers, machine)
        guard case .found(let found) = try result.get() else { throw Nothing() }
        return (found.credentials, requests)
    }

    func reason(
        _ environment: [String: String],
        _ answers: [FakeTransport.Answer],
        _ machine: FakeMachine = FakeMachine()
    ) async -> String? {
        guard case (.failure(let error), _) = await fetch(environment, answers, machine) else {
            return nil
        }
        return error.description
    }

    struct Nothing: Error {}
}

extension RemoteCredentialsTests {
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
                "http://169.254.170.23/v1/credentials", "from file"
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
        let machine = FakeMachine(["/token": "from file\n"])
        let (found, requests) = try await credentials(
            environment,
            [.answer(200, Self.keys)],
            machine
        )
        #expect(found == Self.expected)
        #expect(requests.map(\.url) == [url])
        #expect(requests.first?.fields[.authorization] == token)
    }

    @Test(arguments: [".evil.test/x", "@evil.test/x", "1/x", ":8080/x"])
    func `a container's path cannot go on with the host's name`(_ path: String) async {
        let environment = [
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": path,
            "AWS_CONTAINER_AUTHORIZATION_TOKEN": "secret",
        ]
        let (result, requests) = await fetch(environment, [.answer(200, Self.keys)])
        #expect(throws: CredentialsError.self) { try result.get() }
        #expect(requests.isEmpty)
    }

    private static let container = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/a"]

    @Test func `a container's service is asked three times, a second apart`() async throws {
        let machine = FakeMachine()
        let answers =
            [
                .answer(500), Self.lost(.timedOut(.firstByte), .maybeSent), .answer(200, Self.keys),
            ] as [FakeTransport.Answer]
        let (found, _) = try await credentials(Self.container, answers, machine)
        #expect(found == Self.expected)
        #expect(machine.pauses == [.seconds(1), .seconds(1)])
        let never = await reason(Self.container, [.answer(403), .answer(403), .answer(403)])
        #expect(never == "credentials from container: http://169.254.170.2/a: HTTP 403")
    }

    @Test(arguments: [
        ("{}", "no AccessKeyId"), ("oops", "no JSON"),
        (
            #"{"AccessKeyId":"a","SecretAccessKey":"b","Expiration":"soon"}"#,
            "Expiration is no time"
        ),
        (#"{"Code":"AssumeRoleUnauthorizedAccess","Message":"no trust"}"#, "no trust"),
    ])
    func `an answer without keys is an error`(_ body: String, _ expected: String) async {
        let answers = Array(repeating: FakeTransport.Answer.answer(200, body), count: 3)
        let told = await reason(Self.container, answers)
        #expect(told?.contains(expected) == true, "\(told ?? "")")
    }

    @Test func `a container's token is read anew each time, and must not end its field`() async {
        let environment = Self.container.merging([
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/token"
        ]) { $1 }
        #expect(
            await reason(environment, [])
                == "credentials from container: /token: there is no token in it"
        )
        let machine = FakeMachine(["/token": "a\r\nX: b"])
        let broken = await reason(environment, [], machine)
        #expect(broken?.contains("line break") == true)
        machine["/token"] = "new"
        let (result, requests) = await fetch(environment, [.answer(200, Self.keys)], machine)
        #expect((try? result.get()) != nil)
        #expect(requests.first?.fields[.authorization] == "new")
    }
}
