import FoundationEssentials
import HTTP
import HTTPTypes
import Testing

@testable import AWS

/// An EC2 instance's metadata service.
extension RemoteCredentialsTests {
    @Test func `an instance is asked for a token, its role and the keys`() async throws {
        let (found, requests) = try await credentials(
            [:],
            [.answer(200, "session"), .answer(200, "orders-role\n"), .answer(200, Self.keys)]
        )
        #expect(found == Self.expected)
        let base = "http://169.254.169.254/latest"
        #expect(
            requests.map(\.url) == [
                "\(base)/api/token", "\(base)/meta-data/iam/security-credentials/",
                "\(base)/meta-data/iam/security-credentials/orders-role",
            ]
        )
        #expect(
            requests.map { $0.field("x-aws-ec2-metadata-token") } == [nil, "session", "session"]
        )
        #expect(requests.first?.method == .put)
        #expect(requests.first?.field("x-aws-ec2-metadata-token-ttl-seconds") == "21600")
    }

    @Test(
        arguments: [
            // What the wish for a token is answered with, and whether version 1 is asked then.
            (.answer(403), true), (.answer(404), true), (.answer(405), true),
            (.answer(500), true), (lost(.timedOut(.firstByte), .maybeSent), true),
            (noRoute, false),
        ] as [(FakeTransport.Answer, Bool)]
    )
    func `an instance without tokens is asked in the old way, unless that is forbidden`(
        _ answer: FakeTransport.Answer,
        _ isAsked: Bool
    ) async throws {
        let rest: [FakeTransport.Answer] = [.answer(200, "role"), .answer(200, Self.keys)]
        let (result, requests) = await fetch([:], [answer] + rest)
        #expect(requests.count == (isAsked ? 3 : 1))
        guard isAsked else {
            guard case .success(.nowhere) = result else { throw Nothing() }
            return
        }
        guard case .success(.found(let found)) = result else { throw Nothing() }
        #expect(found.outlivesItsEnd)
        #expect(requests.allSatisfy { $0.field("x-aws-ec2-metadata-token") == nil })
        let told = await reason(["AWS_EC2_METADATA_V1_DISABLED": "true"], [answer])
        #expect(told?.contains("hop limit") == true)
    }

    @Test func `an instance is asked as the variables say`() async throws {
        let moved = try await credentials(
            [
                "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv6",
                "AWS_METADATA_SERVICE_NUM_ATTEMPTS": "2",
            ],
            [
                Self.noRoute, .answer(200, "session"), .answer(500), .answer(200, "role"),
                .answer(200, ""), .answer(200, Self.keys),
            ]
        )
        #expect(moved.1.first?.url == "http://[fd00:ec2::254]/latest/api/token")
        #expect(await reason([:], [.answer(400)])?.contains("HTTP 400") == true)
    }

    @Test func `where there is no instance or no role there are no credentials, and no error`()
        async throws
    {
        for answers in [[Self.noRoute], [.answer(200, "session"), .answer(404)]] {
            let (result, _) = await fetch([:], answers)
            guard case .nowhere(let lookedAt) = try result.get() else { throw Nothing() }
            #expect(lookedAt.contains("instance metadata at http://169.254.169.254"))
            #expect(lookedAt.contains("/h/.aws/credentials"))
        }
        let (off, requests) = await fetch(["AWS_EC2_METADATA_DISABLED": "true"], [])
        guard case .nowhere = try off.get() else { throw Nothing() }
        #expect(requests.isEmpty)
    }
}
