import Foundation
import HTTP
import HTTPTypes
import JSON
import TestClosing
import Testing

@testable import AWS

/// Our requests beside those that botocore makes of the same parameters, keys and time.
@Suite(.enabled(if: Botocore.isWanted, Botocore.hint), .closingPrograms)
struct `As botocore does` {
    private static let keys = Credentials(
        accessKeyID: "AKIDEXAMPLE",
        secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        sessionToken: "AQoDYXdzEPT//////////wEXAMPLE=="
    )

    /// The request as it would be sent.
    private func request(_ call: BotocoreCall) async throws -> ClientRequest {
        let transport = FakeTransport([.answer(400)])
        let address = try AWSSettings(environment: [:]).address(
            of: call.service,
            region: "us-east-1"
        )
        let client = AWSClient(
            call.service,
            at: address.endpoint,
            region: address.region,
            credentials: call.isSigned ? StaticCredentials(Self.keys) : nil,
            transport: transport,
            now: { noon }
        )
        try? await call.send(client)
        return try #require(transport.requests.first, "\(call.operation)")
    }

    private func question(_ ask: String, _ request: ClientRequest, _ service: String) -> JSONObject
    {
        let unsigned: Set = ["authorization", "x-amz-date", "x-amz-security-token"]
        let headers = request.fields.filter { !unsigned.contains($0.name.rawName.lowercased()) }
        return [
            "ask": .string(ask), "method": .string(request.method.rawValue),
            "url": .string(request.url), "service": .string(service), "region": "us-east-1",
            "headers": .array(
                headers.map { .array([.string($0.name.rawName), .string($0.value)]) }
            ),
            "body": .string(Data(request.body).base64EncodedString()),
            "time": .number(JSONNumber(Int(noon.timeIntervalSince1970))),
            "key": .string(Self.keys.accessKeyID), "secret": .string(Self.keys.secretAccessKey),
            "token": .string(Self.keys.sessionToken ?? ""),
        ]
    }

    @Test func `each call is signed`() async throws {
        let signed = BotocoreCall.all.filter(\.isSigned)
        var requests: [ClientRequest] = []
        var questions: [JSONValue] = []
        for call in signed {
            let request = try await request(call)
            requests.append(request)
            questions.append(.object(question("sign", request, call.service.signingName)))
        }
        let answers = try await Botocore.answers(questions)
        for ((call, request), answer) in zip(zip(signed, requests), answers) {
            #expect(
                request.fields[.authorization] == answer["authorization"]?.string,
                "\(call.operation): \(answer["canonical"]?.string ?? "")"
            )
            let parts = request.target.split(separator: "?", maxSplits: 1)
            let name = try #require(HTTPField.Name("Host"))
            let host = HTTPField(name: name, value: request.authority)
            let fields = request.fields.filter { $0.name != .authorization }
            let signable = SignableRequest(
                method: request.method.rawValue,
                path: String(parts[0]),
                query: parts.count == 2 ? String(parts[1]) : "",
                fields: FieldTable(HTTPFields(fields + [host])),
                body: request.body
            )
            #expect(
                String(decoding: signable.canonical(signable.signedNames), as: UTF8.self)
                    == answer["canonical"]?.string
            )
        }
    }

    @Test func `each call says the same`() async throws {
        let questions = BotocoreCall.all.map { call -> JSONValue in
            [
                "ask": "call", "client": .string(call.client), "region": "us-east-1",
                "operation": .string(call.operation), "parameters": call.parameters,
            ]
        }
        let answers = try await Botocore.answers(questions)
        for (call, answer) in zip(BotocoreCall.all, answers) {
            let request = try await request(call)
            #expect(request.method.rawValue == answer["method"]?.string)
            #expect(parts(request.url) == parts(answer["url"]?.string ?? ""), "\(call.operation)")
            #expect(
                meaning(request.text) == meaning(answer["body"]?.string ?? ""),
                "\(call.operation)"
            )
            #expect(answer["signed"]?.bool == call.isSigned)
            #expect((request.fields[.authorization] != nil) == call.isSigned)
            #expect(request.field("x-amz-target") == answer["target"]?.string)
            #expect(request.field("x-amz-sso_bearer_token") == answer["bearer"]?.string)
        }
    }

    /// An address as its place and its parameters, decoded.
    private func parts(_ url: String) -> [String] {
        let halves = url.split(separator: "?", maxSplits: 1)
        let query = halves.count == 2 ? pairs(halves[1]) : []
        return [String(halves[0])] + query
    }

    private func pairs(_ form: some StringProtocol) -> [String] {
        form.split(separator: "&").map {
            $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding ?? String($0)
        }
        .sorted()
    }

    /// A body as what it means: JSON whatever its spaces, a form whatever its order.
    private func meaning(_ body: String) -> JSONValue {
        if let value = try? JSONValue(parsing: body) { return value }
        return .array(pairs(body).map { .string($0) })
    }

    @Test func `a request is presigned`() async throws {
        var questions: [JSONValue] = []
        var urls: [String] = []
        for (target, token) in [
            ("/", nil), ("/v2/email/account?a=b%20c&A=%2F", Self.keys.sessionToken),
            ("/a%40b", nil),
        ] as [(String, String?)] {
            let keys = Credentials(
                accessKeyID: Self.keys.accessKeyID,
                secretAccessKey: Self.keys.secretAccessKey,
                sessionToken: token
            )
            var request = ClientRequest(
                method: .get,
                scheme: .https,
                host: "sqs.us-east-1.amazonaws.com",
                target: target
            )
            var asked = question("presign", request, "sqs")
            asked["token"] = token.map(JSONValue.string) ?? .null
            asked["expires"] = 900
            questions.append(.object(asked))
            request.presign(
                with: SignatureV4(credentials: keys, region: "us-east-1", service: "sqs"),
                at: noon,
                for: .seconds(900)
            )
            urls.append(request.url)
        }
        let answers = try await Botocore.answers(questions)
        for (url, answer) in zip(urls, answers) {
            let expected = answer["url"]?.string ?? ""
            #expect(signature(url) == signature(expected), "\(url)\n\(expected)")
            #expect(parts(url) == parts(expected))
        }
    }

    private func signature(_ url: String) -> Substring? {
        url.split(separator: "X-Amz-Signature=").last
    }

    private static let clients = [
        "ses", "sesv2", "sns", "sqs", "sts", "lambda", "stepfunctions", "logs", "cloudwatch", "sso",
        "sso-oidc",
    ]

    @Test func `every region of every partition has its hosts`() async throws {
        let services = Array(zip(AWSService.all, Self.clients)) + [(.sts, "sts")]
        let questions = services.enumerated().map { index, service -> JSONValue in
            let isLegacy = index == services.count - 1
            return ["ask": "endpoints", "client": .string(service.1), "legacy": .bool(isLegacy)]
        }
        let answers = try await Botocore.answers(questions)
        var count = 0
        for (index, (service, answer)) in zip(services, answers).enumerated() {
            for row in answer.array ?? [] {
                var environment: [String: String] = [:]
                if row[1]?.bool == true { environment["AWS_USE_FIPS_ENDPOINT"] = "true" }
                if row[2]?.bool == true { environment["AWS_USE_DUALSTACK_ENDPOINT"] = "true" }
                if index == services.count - 1 {
                    environment["AWS_STS_REGIONAL_ENDPOINTS"] = "legacy"
                }
                let address = try? AWSSettings(environment: environment)
                    .address(of: service.0, region: row[0]?.string ?? "")
                #expect(address?.endpoint.description == row[3]?.string, "\(service.1) \(row)")
                #expect(address?.region == row[4]?.string, "\(service.1) \(row)")
                count += 1
            }
        }
        #expect(count > 2_000)
    }
}
