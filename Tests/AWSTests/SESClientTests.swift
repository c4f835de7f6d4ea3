import AWS
import Formats
import HTTP
import JSON
import Testing

struct SESClientTests {
    private func makeEmail(html: String? = nil) -> Email {
        Email(
            from: "shop@example.com",
            to: ["a@example.com"],
            subject: "Größe",
            text: "Hi",
            html: html
        )
    }

    private func client(_ transport: FakeTransport, _ api: SESClient.API = .automatic) -> SESClient
    {
        SESClient(v2: makeClient(.sesV2, transport), v1: makeClient(.ses, transport), api: api)
    }

    private static let answerV1 = """
        <SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendEmailResult>\
        <MessageId>m-1</MessageId></SendEmailResult></SendEmailResponse>
        """

    @Test func `the newer API gets JSON with what was given and nothing else`() async throws {
        let transport = FakeTransport([.answer(200, #"{"MessageId":"m-2"}"#)])
        #expect(try await client(transport).send(makeEmail(), deadline: .later) == "m-2")
        let request = try #require(transport.requests.first)
        #expect(request.target == "/base/v2/email/outbound-emails")
        #expect(
            try JSONValue(parsing: request.body) == [
                "FromEmailAddress": "shop@example.com",
                "Destination": ["ToAddresses": ["a@example.com"]],
                "Content": [
                    "Simple": [
                        "Subject": ["Data": "Größe", "Charset": "UTF-8"],
                        "Body": ["Text": ["Data": "Hi", "Charset": "UTF-8"]],
                    ]
                ],
            ]
        )
    }

    @Test func `everything an e-mail can have reaches the newer API`() async throws {
        let transport = FakeTransport([.answer(200, #"{"MessageId":"m-2"}"#)])
        var email = makeEmail(html: "<b>Hi</b>")
        email.cc = ["c@example.com"]
        email.bcc = ["d@example.com"]
        email.replyTo = ["r@example.com"]
        email.headers = [Email.Pair("X-Order", "001")]
        email.tags = [Email.Pair("order", "001")]
        email.configurationSet = "set"
        _ = try await client(transport).send(email, deadline: .later)
        let body = try JSONValue(parsing: try #require(transport.requests.first).body)
        let simple = body["Content"]?["Simple"]
        #expect(simple?["Body"]?["Html"]?["Data"] == "<b>Hi</b>")
        #expect(simple?["Headers"] == [["Name": "X-Order", "Value": "001"]])
        #expect(body["Destination"]?["CcAddresses"] == ["c@example.com"])
        #expect(body["Destination"]?["BccAddresses"] == ["d@example.com"])
        #expect(body["ReplyToAddresses"] == ["r@example.com"])
        #expect(body["EmailTags"] == [["Name": "order", "Value": "001"]])
        #expect(body["ConfigurationSetName"] == "set")
    }

    @Test func `the older API gets a form`() async throws {
        let transport = FakeTransport([.answer(200, Self.answerV1)])
        var email = makeEmail()
        email.tags = [Email.Pair("order", "001")]
        #expect(try await client(transport, .v1).send(email, deadline: .later) == "m-1")
        let body = try #require(transport.requests.first).body
        #expect(
            String(decoding: body, as: UTF8.self)
                == "Action=SendEmail&Version=2010-12-01&Source=shop%40example.com"
                + "&Destination.ToAddresses.member.1=a%40example.com"
                + "&Message.Subject.Data=Gr%C3%B6%C3%9Fe&Message.Subject.Charset=UTF-8"
                + "&Message.Body.Text.Data=Hi&Message.Body.Text.Charset=UTF-8"
                + "&Tags.member.1.Name=order&Tags.member.1.Value=001"
        )
    }

    @Test(
        arguments: [
            .answer(404, "<html>not found</html>"), .answer(405),
            .answer(400, "{}", ["x-amzn-ErrorType": "UnknownOperationException"]),
        ] as [FakeTransport.Answer]
    )
    func `an endpoint that does not know the newer API is spoken to in the older from then on`(
        _ unknown: FakeTransport.Answer
    ) async throws {
        let transport = FakeTransport(
            [unknown, .answer(200, Self.answerV1), .answer(200, Self.answerV1)]
        )
        let client = client(transport)
        for _ in 0..<2 {
            #expect(try await client.send(makeEmail(), deadline: .later) == "m-1")
        }
        #expect(
            transport.requests.map(\.target) == [
                "/base/v2/email/outbound-emails", "/base/", "/base/",
            ]
        )
    }

    @Test(arguments: [(301, AWSError.Acceptance.notAccepted), (501, .uncertain), (502, .uncertain)])
    func `what answered in SES's place is not spoken to in the older API`(
        _ status: Int,
        _ acceptance: AWSError.Acceptance
    ) async throws {
        let transport = FakeTransport([.answer(status, "<html></html>")])
        let error = await #expect(throws: AWSError.self) {
            try await client(transport).send(makeEmail(), deadline: .later)
        }
        #expect(error?.acceptance == acceptance)
        #expect(transport.requests.count == 1)
    }

    @Test func `a configuration set that is missing is no unknown API`() async throws {
        let transport = FakeTransport([
            .answer(404, #"{"message":"no set"}"#, ["x-amzn-ErrorType": "NotFoundException"])
        ])
        let error = await #expect(throws: AWSError.self) {
            try await client(transport).send(makeEmail(), deadline: .later)
        }
        #expect(error?.serviceError?.code == "NotFoundException")
        #expect(error?.acceptance == .notAccepted)
    }

    @Test(arguments: ["", "{}", #"{"MessageId":""}"#, #"{"MessageId":7}"#, "{"])
    func `a success that names no message is uncertain`(_ body: String) async throws {
        let transport = FakeTransport([.answer(200, body)])
        let error = await #expect(throws: AWSError.self) {
            try await client(transport, .v2).send(makeEmail(), deadline: .later)
        }
        #expect(error?.acceptance == .uncertain)
    }

    static let faults: [(String, @Sendable (inout Email) -> Void)] = [
        ("no recipient", { $0.to = [] }),
        ("a recipient too many", { $0.bcc = Array(repeating: "b@example.com", count: 50) }),
        ("no body", { $0.content = .message(Email.Message(subject: "S")) }),
        (
            "a line break in the subject",
            { $0.content = .message(Email.Message(subject: "a\r\nBcc: x@a.example", text: "T")) }
        ),
        ("a letter outside ASCII in an address", { $0.to = ["kunde@bücher.example"] }),
        ("a header that is SES's", { $0.headers = [Email.Pair("Date", "today")] }),
        ("a second subject", { $0.headers = [Email.Pair("subject", "S")] }),
        ("a tag too many", { $0.tags = Array(repeating: Email.Pair("a", "b"), count: 51) }),
        ("a file's name with a folder", { $0.content = files("a/b.pdf", "application/pdf") }),
        ("a file without a type", { $0.content = files("a.pdf", "pdf") }),
        ("a file that is a message", { $0.content = files("a.eml", "message/rfc822") }),
        ("a type that ends its line", { $0.content = files("a", "text/plain\r\nX: y") }),
        ("a mark that is none", { $0.content = files("a", "image/png", contentID: "<a>") }),
        (
            "too much for a template",
            {
                let data = String(repeating: "x", count: 262_145)
                $0.content = .template(Email.Template(name: "T", data: data))
            }
        ),
        ("a line break in an address", { $0.to = ["a@example.com\n"] }),
        ("a line break in a header", { $0.headers = [Email.Pair("X", "a\nb")] }),
        ("a colon in a header's name", { $0.headers = [Email.Pair("X:", "a")] }),
        (
            "a header too long",
            { $0.headers = [Email.Pair("X", String(repeating: "a", count: 996))] }
        ),
        ("a header too many", { $0.headers = Array(repeating: Email.Pair("X", "a"), count: 16) }),
        ("a tag with a space", { $0.tags = [Email.Pair("a b", "c")] }),
    ]

    private static func files(
        _ name: String,
        _ type: String,
        contentID: String? = nil
    ) -> Email.Content {
        let file = Email.Attachment(
            fileName: name,
            contentType: type,
            content: [1],
            contentID: contentID
        )
        return .message(Email.Message(subject: "S", text: "T", attachments: [file]))
    }

    @Test func `an e-mail with a file goes to either API as a whole message`() async throws {
        var email = makeEmail()
        email.content = Self.files("a.pdf", "application/pdf")
        (email.bcc, email.replyTo) = (["b@example.com"], ["r@example.com"])
        let raw = Base64.encode(try #require(email.raw))
        let transport = FakeTransport([.answer(200, #"{"MessageId":"m-2"}"#)])
        _ = try await client(transport, .v2).send(email, deadline: .later)
        let newer = try JSONValue(parsing: try #require(transport.requests.first).body)
        #expect(newer["Content"] == ["Raw": ["Data": .string(raw)]])
        #expect(newer["Destination"]?["BccAddresses"] == ["b@example.com"])
        #expect(newer["ReplyToAddresses"] == nil)
        let older = try await form(of: email, answeredAs: "SendRawEmail")
        #expect(older.hasPrefix("Action=SendRawEmail&Version=2010-12-01&Source=shop%40example.com"))
        #expect(older.contains("RawMessage.Data=\(PercentEncoding.encode(raw))"))
        #expect(older.contains("Destinations.member.2=b%40example.com"))
        let message = String(decoding: try #require(email.raw), as: UTF8.self)
        #expect(message.contains("Reply-To: r@example.com"))
        #expect(!message.contains("b@example.com"))
    }

    @Test func `a template that lies with SES is named, by its ARN if it has one`() async throws {
        var email = makeEmail()
        email.content = .template(Email.Template(name: "Welcome", data: #"{"a":1}"#))
        let transport = FakeTransport(
            Array(repeating: .answer(200, #"{"MessageId":"m"}"#), count: 2)
        )
        _ = try await client(transport, .v2).send(email, deadline: .later)
        let older = try await form(of: email, answeredAs: "SendTemplatedEmail")
        #expect(older.contains("Template=Welcome&TemplateData=%7B%22a%22%3A1%7D"))
        let arn = "arn:aws:ses:us-east-1:123456789012:template/Welcome"
        email.content = .template(Email.Template(name: arn, data: "{}"))
        _ = try await client(transport, .v2).send(email, deadline: .later)
        let contents = try transport.requests.map { try JSONValue(parsing: $0.body)["Content"] }
        #expect(
            contents == [
                ["Template": ["TemplateName": "Welcome", "TemplateData": #"{"a":1}"#]],
                ["Template": ["TemplateArn": .string(arn), "TemplateData": "{}"]],
            ]
        )
    }

    @Test func `a header makes an e-mail a whole message for the older API`() async throws {
        var email = makeEmail()
        email.headers = [Email.Pair("X-Grüße", "ä")]
        #expect(email.fault != nil)
        email.headers = [Email.Pair("X-Order", "Größe")]
        let older = try await form(of: email, answeredAs: "SendRawEmail")
        let raw = Base64.encode(try #require(email.raw))
        #expect(older.contains("RawMessage.Data=\(PercentEncoding.encode(raw))"))
    }

    private func form(of email: Email, answeredAs call: String) async throws -> String {
        let answer = Self.answerV1.replacing("SendEmail", with: call)
        let transport = FakeTransport([.answer(200, answer)])
        #expect(try await client(transport, .v1).send(email, deadline: .later) == "m-1")
        return String(decoding: try #require(transport.requests.first).body, as: UTF8.self)
    }

    @Test(arguments: faults.indices)
    func `what SES would refuse is not sent`(_ index: Int) async throws {
        var email = makeEmail()
        Self.faults[index].1(&email)
        let transport = FakeTransport([])
        let unsendable = email
        let error = await #expect(throws: AWSError.self, "\(Self.faults[index].0)") {
            try await client(transport).send(unsendable, deadline: .later)
        }
        #expect(error?.acceptance == .notAccepted)
        #expect(transport.requests.isEmpty)
    }

    @Test func `at its limits an e-mail is sent`() async throws {
        var email = makeEmail()
        email.bcc = Array(repeating: "b@example.com", count: 49)
        email.headers = Array(
            repeating: Email.Pair("X", String(repeating: "a", count: 995)),
            count: 15
        )
        email.tags = [Email.Pair(String(repeating: "t", count: 256), "v")]
        let transport = FakeTransport([.answer(200, #"{"MessageId":"m"}"#)])
        #expect(try await client(transport).send(email, deadline: .later) == "m")
    }

    @Test(
        arguments: [
            (.answer(200, #"{"VerifiedForSendingStatus":true}"#), true),
            (.answer(200, #"{"VerifiedForSendingStatus":false}"#), false),
            (.answer(404, "{}", ["x-amzn-ErrorType": "NotFoundException"]), false),
        ] as [(FakeTransport.Answer, Bool)]
    )
    func `an identity is verified or not`(
        _ answer: FakeTransport.Answer,
        _ isVerified: Bool
    ) async throws {
        let transport = FakeTransport([answer])
        let found = try await client(transport).isVerified("a@example.com", deadline: .later)
        #expect(found == isVerified)
        #expect(transport.requests.first?.target == "/base/v2/email/identities/a%40example.com")
    }

    @Test func `the account's state is read`() async throws {
        let answer = """
            {"ProductionAccessEnabled":false,"SendingEnabled":true,"EnforcementStatus":"HEALTHY",
             "SendQuota":{"Max24HourSend":-1.0,"MaxSendRate":14.0,"SentLast24Hours":3.0}}
            """
        let account = try await client(FakeTransport([.answer(200, answer)]))
            .account(deadline: .later)
        #expect(!account.hasProductionAccess && account.isSendingEnabled)
        #expect(account.dailyQuota == nil)
        #expect(account.maximumRate == 14)
        #expect(account.sentInLastDay == 3)
    }
}
