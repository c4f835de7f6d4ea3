import HTTPTypes
import JSON
import TestClosing
import Testing

@testable import OrderAPI

/// What an SDK of AWS's is told that was pointed here.
@Suite(.closing)
struct `A caller that takes the service for AWS` {
    private static let signed =
        "AWS4-HMAC-SHA256 Credential=AKIA/20261130/us-east-1/states/aws4_request"

    /// A request, its status, and what the answer names; nil where it is no SDK's.
    struct Call: Sendable, CustomTestStringConvertible {
        var method = HTTPRequest.Method.post
        var target = "/"
        var fields: HTTPFields = [:]
        var body = ""
        var status = 405
        var code: String?
        var hint = "POST /orders"

        var testDescription: String { "\(method) \(target) \(fields) \(body)" }
    }

    private static let json: HTTPFields = [.contentType: "application/x-amz-json-1.0"]
    private static let form: HTTPFields = [
        .contentType: "application/x-www-form-urlencoded; charset=utf-8"
    ]

    @Test(arguments: [
        Call(
            fields: target("AWSStepFunctions.StartExecution"),
            body: "{}",
            code: "Unknown",
            hint: "StartExecution: POST /orders"
        ),
        Call(
            fields: target("AmazonSQS.SendMessage"),
            body: "{}",
            code: "Unknown",
            hint: "SendMessage: POST /orders"
        ),
        Call(
            fields: target("AWSStepFunctions.StopExecution"),
            code: "Unknown",
            hint: "POST /orders/{id}/stop"
        ),
        Call(fields: target("X.Nothing"), code: "Unknown"),
        Call(fields: json, body: "{}", code: "Unknown"),
        Call(
            fields: form,
            body: "Action=SendMessage&Version=2012-11-05",
            code: "Invalid",
            hint: "SendMessage: POST /orders"
        ),
        Call(fields: form, body: "Version=2012-11-05&Action=Publish", code: "Invalid"),
        Call(method: .put, target: "/?Action=SendMessage&Version=2012-11-05", code: "Invalid"),
        // Only the path would say what is wanted: Lambda, SES.
        Call(
            target: "/2015-03-31/functions/F/invocations",
            fields: [.authorization: signed],
            body: "{}",
            status: 404,
            code: "Unknown"
        ),
        Call(method: .get, target: "/a?X-Amz-Signature=0", status: 404, code: "Unknown"),
        // Nobody of theirs.
        Call(target: "/", body: "{}"),
        Call(fields: form, body: "Action=&x=1&Version=1"),
        Call(fields: form, body: "x=1&Action=Save"),
        Call(method: .get, target: "/nothing?Action=Show", status: 404),
        Call(
            method: .get,
            target: "/nothing",
            fields: [.userAgent: "aws-sdk-go-v2/1.30"],
            status: 404
        ),
        Call(fields: form, body: "Action=<script>&Version=1"),
        Call(body: "Action=SendMessage"),
        Call(method: .get, target: "/nothing", fields: [.userAgent: "curl/8"], status: 404),
        Call(
            method: .get,
            target: "/nothing",
            fields: [.authorization: "Bearer AWS4-"],
            status: 404
        ),
    ])
    func `reads what speaks here`(call: Call) async throws {
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.send(
                call.method,
                call.target,
                call.body,
                type: call.fields[.contentType],
                fields: call.fields
            )
            #expect(answer.status == call.status)
            #expect((answer.fields[.allow] != nil) == (call.status == 405))
            guard let code = call.code else {
                #expect(answer.fields[.contentType] == "application/problem+json")
                return
            }
            #expect(answer.text.contains(call.hint), "\(answer.text)")
            #expect(answer.fields[Self.errorType]?.hasPrefix(code) == true)
            if code == "Invalid" {
                #expect(answer.fields[.contentType] == "text/xml")
                #expect(answer.text.contains("<Code>InvalidAction</Code><Message>This is orderd"))
            } else {
                #expect(answer.fields[.contentType] == "application/json")
                #expect(try answer.json()["__type"] == "UnknownOperationException")
            }
        }
    }

    @Test func `is answered like anybody where there is a route`() async throws {
        try await APIFixture.run { fixture async throws in
            let fields: HTTPFields = [.authorization: Self.signed, .userAgent: "aws-cli/2.1"]
            let missing = try await fixture.send(.get, "/orders/7", fields: fields)
            #expect(missing.fields[.contentType] == "application/problem+json")
            #expect(try await fixture.send(.get, "/orders", fields: fields).status == 200)
        }
    }

    private static func target(_ operation: String) -> HTTPFields {
        [errorTarget: operation, .contentType: "application/x-amz-json-1.0"]
    }

    // The literals are tokens.
    // swift-format-ignore: NeverForceUnwrap
    private static let errorTarget = HTTPField.Name("X-Amz-Target")!
    // swift-format-ignore: NeverForceUnwrap
    private static let errorType = HTTPField.Name("x-amzn-ErrorType")!
}
