import AWS
import AWSSandbox
import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Sockets
import TestClosing
import Testing

@Suite(.closing)
struct SandboxTests {
    @Test(arguments: [SESClient.API.v2, .v1])
    func `an e-mail arrives whole over either API`(_ api: SESClient.API) async throws {
        try await Loopback.run { loopback in
            var email = Email.example
            email.cc = ["c@example.com"]
            email.replyTo = ["r@example.com"]
            email.tags = [Email.Pair("order", "001")]
            let id = try await loopback.makeSES(api).send(email, deadline: .later)
            let message = try #require(loopback.sandbox.messages.all.first)
            #expect(message.id == id)
            #expect(message.service == .ses)
            #expect(
                message.content == [
                    "kind": "email", "from": "shop@example.com", "to": ["a@example.com"],
                    "cc": ["c@example.com"], "replyTo": ["r@example.com"],
                    "subject": "Order Confirmation: 001", "text": "Thank you & <goodbye> 😀",
                    "html": "<b>Thank you</b>", "tags": ["order": "001"],
                ]
            )
        }
    }

    @Test func `headers reach the newer API`() async throws {
        try await Loopback.run { loopback in
            var email = Email.example
            email.headers = [Email.Pair("X-Order", "001")]
            _ = try await loopback.makeSES().send(email, deadline: .later)
            #expect(loopback.sandbox.messages.all.first?.content["headers"] == ["X-Order": "001"])
        }
    }

    @Test func `a notice arrives whole`() async throws {
        try await Loopback.run { loopback in
            var notice = Notice.example
            notice.attributes = ["kind": .string("a+b c"), "total": .number("9.50")]
            let id = try await loopback.makeSNS().publish(notice, deadline: .later)
            let message = try #require(loopback.sandbox.messages.all.first)
            #expect(message.id == id)
            #expect(
                message.content == [
                    "kind": "notice", "topic": .string(notice.topic),
                    "message": "New order processed: 001", "subject": "New Order Processed",
                    "attributes": [
                        "kind": ["type": "String", "value": "a+b c"],
                        "total": ["type": "Number", "value": "9.50"],
                    ],
                ]
            )
        }
    }

    @Test func `the account may send`() async throws {
        try await Loopback.run { loopback in
            let account = try await loopback.makeSES().account(deadline: .later)
            #expect(account.hasProductionAccess)
            #expect(account.isSendingEnabled)
            #expect(account.dailyQuota == nil)
        }
    }

    @Test func `every identity is verified and every topic there`() async throws {
        try await Loopback.run { loopback in
            let ses = loopback.makeSES()
            #expect(try await ses.isVerified("shop+a@example.com", deadline: .later))
            try await loopback.makeSNS().findTopic(Notice.example.topic, deadline: .later)
        }
    }

    @Test(
        arguments: [
            ("AKIASTRANGER", nil, "UnrecognizedClientException", "InvalidClientTokenId"),
            (nil, "wrong", "InvalidSignatureException", "SignatureDoesNotMatch"),
        ] as [(String?, String?, String, String)]
    )
    func `who does not have the secret is refused, and nothing is kept`(
        _ key: String?,
        _ secret: String?,
        _ emailCode: String,
        _ noticeCode: String
    ) async throws {
        try await Loopback.run { loopback in
            let imposter = Credentials(
                accessKeyID: key ?? loopback.sandbox.credentials.accessKeyID,
                secretAccessKey: secret ?? loopback.sandbox.credentials.secretAccessKey
            )
            let (v2, sns) = (
                loopback.makeClient(.sesV2, imposter), loopback.makeClient(.sns, imposter)
            )
            let first = await #expect(throws: AWSError.self) {
                try await SESClient(v2: v2, v1: v2, api: .v2).send(.example, deadline: .later)
            }
            let second = await #expect(throws: AWSError.self) {
                try await SNSClient(sns).publish(.example, deadline: .later)
            }
            #expect(first?.serviceError?.code == emailCode)
            #expect(second?.serviceError?.code == noticeCode)
            for error in [first, second] {
                #expect(error?.serviceError?.status == 403)
                #expect(error?.acceptance == .notAccepted)
            }
            #expect(loopback.sandbox.messages.all.isEmpty)
        }
    }

    @Test func `a call without a signature is refused in the form of its service`() async throws {
        try await Loopback.run { loopback in
            let answer = try await loopback.call(.post, "/v2/email/outbound-emails", "{}")
            #expect(answer.status == 403)
            #expect(answer.body == ["message": "Missing Authentication Token"])
        }
    }

    @Test func `a clock that is far off is corrected by the client from the refusal`() async throws
    {
        try await Loopback.run { loopback in
            let client = AWSClient(
                .sns,
                at: loopback.sandbox.endpoint,
                region: "us-east-1",
                credentials: StaticCredentials(loopback.sandbox.credentials),
                transport: loopback.client,
                now: { Date(timeIntervalSinceNow: -3_600) }
            )
            _ = try await SNSClient(client).publish(.example, deadline: .later)
            #expect(loopback.sandbox.messages.all.count == 1)
        }
    }

    @Test(arguments: [-3_600.0, 3_600])
    func `sixty e-mails at once by a clock an hour off are each accepted once`(
        _ error: Double
    ) async throws {
        try await Loopback.run { loopback in
            let client = AWSClient(
                .sesV2,
                at: loopback.sandbox.endpoint,
                region: "us-east-1",
                credentials: StaticCredentials(loopback.sandbox.credentials),
                transport: loopback.client,
                now: { Date(timeIntervalSinceNow: error) }
            )
            let ses = SESClient(v2: client, v1: client, api: .v2)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<60 {
                    group.addTask { _ = try await ses.send(.example, deadline: .later) }
                }
                try await group.waitForAll()
            }
            #expect(loopback.sandbox.messages.acceptedCount == 60)
        }
    }

    @Test func `a certificate that is not trusted ends the call before anything is sent`()
        async throws
    {
        try await Loopback.run { trusted in
            try await Loopback.run { other in
                let client = AWSClient(
                    .sns,
                    at: other.sandbox.endpoint,
                    region: "us-east-1",
                    credentials: StaticCredentials(other.sandbox.credentials),
                    transport: trusted.client
                )
                let error = await #expect(throws: AWSError.self) {
                    try await SNSClient(client).publish(.example, deadline: .later)
                }
                #expect(error?.acceptance == .notAccepted)
                #expect(error?.description.contains("certificate rejected") == true)
            }
        }
    }

    @Test func `what is kept is shown and forgotten over HTTP`() async throws {
        try await Loopback.run { loopback in
            _ = try await loopback.makeSES().send(.example, deadline: .later)
            let shown = try await loopback.call(.get, "/sandbox/messages")
            #expect(shown.status == 200)
            #expect(shown.body["accepted"] == 1)
            #expect(shown.body["messages"]?[0]?["subject"] == "Order Confirmation: 001")
            #expect(try await loopback.call(.delete, "/sandbox/messages").status == 204)
            #expect(loopback.sandbox.messages.all.isEmpty)
            #expect(try await loopback.call(.get, "/sandbox/none").status == 404)
        }
    }

    @Test func `the oldest messages make room at the limit`() async throws {
        var configuration = Sandbox.Configuration()
        configuration.messageLimit = 3
        try await Loopback.run(configuration) { loopback in
            let sns = loopback.makeSNS()
            for number in 1...4 {
                var notice = Notice.example
                notice.message = "\(number)"
                _ = try await sns.publish(notice, deadline: .later)
                #expect(loopback.sandbox.messages.droppedCount == (number == 4 ? 1 : 0))
            }
            let kept = loopback.sandbox.messages.all.map { $0.content["message"] }
            #expect(kept == ["2", "3", "4"])
            #expect(loopback.sandbox.messages.acceptedCount == 4)
        }
    }

    @Test func `messages come in pages, and know their orders once these are noted`() async throws {
        var configuration = Sandbox.Configuration()
        configuration.messageLimit = 5
        try await Loopback.run(configuration) { loopback in
            let (messages, sns) = (loopback.sandbox.messages, loopback.makeSNS())
            #expect(messages.page(3).messages.isEmpty)
            for number in 1...7 {
                var notice = Notice.example
                notice.message = "\(number)"
                let id = try await sns.publish(notice, deadline: .later)
                if number % 2 == 0 { messages.note(order: "Refunds:\(number)", of: id) }
            }
            messages.note(order: "nobody's", of: "unknown")
            let first = messages.page(3)
            #expect(first.messages.map(\.number) == [7, 6, 5])
            #expect(first.messages.map { $0.document["orderId"] } == [nil, "Refunds:6", nil])
            #expect(first.next == 5)
            let second = messages.page(3, before: first.next)
            // What was dropped is on no page.
            #expect(second.messages.map(\.number) == [4, 3])
            #expect(second.next == nil)
            #expect(messages.page(2, before: 5).next == nil)
            #expect(messages.page(1, before: 5).next == 4)
            #expect(messages.page(9, before: 3).messages.isEmpty)
            #expect(messages.page(2, before: 99).messages.map(\.number) == [7, 6])
        }
    }

    @Test func `plain HTTP is served beside TLS when it is asked for`() async throws {
        var configuration = Sandbox.Configuration()
        configuration.plainAddress = .init(ip: .loopback, port: 0)
        try await Loopback.run(configuration) { loopback in
            let address = try #require(loopback.sandbox.plainAddress)
            let request = ClientRequest(
                method: .get,
                scheme: .http,
                host: "127.0.0.1",
                port: Int(address.port),
                target: "/sandbox/ca.pem"
            )
            let answer = try await loopback.client.send(request, deadline: .later)
            #expect(answer.body == loopback.sandbox.certificatePEM)
        }
    }
}
