import Formats
import HTTP
import HTTPTypes
import Testing

@testable import LocalFunctions

/// What callers may ask for, and what they are told when they may not.
struct InvokeCallTests {
    @Test(arguments: [
        ("ok", nil, "ok", nil, "arn:aws:lambda:r:000000000000:function:ok"),
        ("ok", "prod", "ok", "prod", "arn:aws:lambda:r:000000000000:function:ok:prod"),
        ("ok:3", nil, "ok", "3", "arn:aws:lambda:r:000000000000:function:ok:3"),
        (
            "ok:$LATEST", "$LATEST", "ok", "$LATEST",
            "arn:aws:lambda:r:000000000000:function:ok:$LATEST"
        ),
        (
            "123456789012:function:A_b-9", nil, "A_b-9", nil,
            "arn:aws:lambda:r:000000000000:function:A_b-9"
        ),
        (
            "arn:aws-cn:lambda:eu-west-1:123456789012:function:ok", "7", "ok", "7",
            "arn:aws-cn:lambda:eu-west-1:123456789012:function:ok:7"
        ),
        (
            "arn:aws:lambda:eu-west-1:123456789012:function:ok:prod", nil, "ok", "prod",
            "arn:aws:lambda:eu-west-1:123456789012:function:ok:prod"
        ),
    ])
    func `a function is named in each of AWS's forms`(
        _ text: String,
        _ qualifier: String?,
        _ name: String,
        _ version: String?,
        _ arn: String
    ) throws {
        let reference = try #require(FunctionReference(text, qualifier: qualifier))
        #expect(reference.name == name)
        #expect(reference.qualifier == version)
        #expect(reference.arn(region: "r") == arn)
    }

    @Test(
        arguments: [
            ("", nil), ("a/b", nil), ("..", nil), ("a.b", nil), ("ä", nil), ("a b", nil),
            (String(repeating: "a", count: 65), nil), ("ok:", nil), ("ok:1:2", nil), ("ok:1", "2"),
            ("ok", "a/b"), ("ok", ""), ("arn:aws:lambda:eu-west-1:12:function:ok", nil),
            ("arn:aws:sns:eu-west-1:123456789012:function:ok", nil),
            ("arn:aws:lambda::123456789012:function:ok", nil),
            ("123456789012:topic:ok", nil), (String(repeating: "a", count: 300), nil),
        ] as [(String, String?)]
    )
    func `what has none of the forms names nothing`(_ text: String, _ qualifier: String?) {
        #expect(FunctionReference(text, qualifier: qualifier) == nil)
    }

    @Test func `routes are AWS's, and nothing else is one`() throws {
        let ok = try #require(FunctionReference("ok"))
        let prod = try #require(FunctionReference("ok", qualifier: "prod"))
        func route(
            _ method: HTTPRequest.Method,
            _ path: String,
            _ query: String? = nil
        ) throws -> InvokeRoute {
            try InvokeRoute(method, path, query: query)
        }
        let root = "/2015-03-31/functions"
        #expect(try route(.get, root) == .list)
        #expect(try route(.get, "\(root)/") == .list)
        #expect(try route(.get, "\(root)/ok") == .function(ok))
        #expect(try route(.get, "\(root)/ok/configuration") == .configuration(ok))
        #expect(try route(.post, "\(root)/ok/invocations") == .invoke(ok))
        #expect(try route(.post, "\(root)/ok/invocations", "Qualifier=prod") == .invoke(prod))
        #expect(try route(.post, "\(root)/ok%3Aprod/invocations") == .invoke(prod))
        for (method, path) in [
            (HTTPRequest.Method.get, "\(root)/ok/invocations"), (.post, root),
            (.delete, "\(root)/ok"),
            (.post, "\(root)x/ok/invocations"), (.get, "/"), (.post, "\(root)/ok/invocations/more"),
        ] {
            #expect(throws: LambdaRefusal.unknownOperation) { try route(method, path) }
        }
        let refusal = #expect(throws: LambdaRefusal.self) {
            try route(.post, "\(root)/..%2Fok/invocations")
        }
        #expect(refusal?.type == "ValidationException")
    }

    private func call(
        _ fields: InvokeCall.Fields = InvokeCall.Fields(),
        _ body: String = "{}"
    ) throws -> InvokeCall {
        try InvokeCall(#require(FunctionReference("ok")), fields, body: Array(body.utf8))
    }

    @Test func `an empty body is an empty event`() throws {
        #expect(try call(.init(), "").payload == Array("{}".utf8))
    }

    @Test func `the client's context is passed on as JSON`() throws {
        let text = Base64.encode(Array(#"{"custom": {"k": "v"}}"#.utf8))
        #expect(try call(.init(clientContext: text)).clientContext == #"{"custom":{"k":"v"}}"#)
    }

    @Test(arguments: [
        (InvokeCall.Fields(kind: "Later"), "{}", "InvalidParameterValueException"),
        (.init(logType: "Head"), "{}", "InvalidParameterValueException"),
        (.init(clientContext: "{}"), "{}", "InvalidRequestContentException"),
        (.init(clientContext: "W10="), "{}", "InvalidRequestContentException"),
        (
            .init(clientContext: String(repeating: "A", count: 3_584)), "{}",
            "InvalidRequestContentException"
        ),
        (.init(), "{", "InvalidRequestContentException"),
        (.init(), "\u{FEFF}", "InvalidRequestContentException"),
    ])
    func `what is malformed is refused under AWS's name for it`(
        _ fields: InvokeCall.Fields,
        _ body: String,
        _ type: String
    ) {
        #expect(throws: LambdaRefusal.self) {
            do { _ = try call(fields, body) } catch let refusal as LambdaRefusal {
                #expect(refusal.type == type)
                #expect(refusal.status == .badRequest)
                throw refusal
            }
        }
    }

    @Test(arguments: [("RequestResponse", 6_291_456), ("Event", 1_048_576)])
    func `a payload has a limit`(_ kind: String, _ limit: Int) throws {
        let longest = "\"" + String(repeating: "a", count: limit - 2) + "\""
        #expect(try call(.init(kind: kind), longest).payload.count == limit)
        let refusal = #expect(throws: LambdaRefusal.self) {
            try call(.init(kind: kind), longest + " ")
        }
        #expect(refusal?.type == "RequestTooLargeException")
        #expect(
            refusal?.message
                == "\(limit + 1) byte payload is too large for the \(kind) invocation type (limit \(limit) bytes)"
        )
    }

    @Test(
        arguments: [
            ("127.0.0.1:3001", [:], true), ("localhost", [:], true), ("LOCALHOST:1", [:], true),
            ("[::1]:3001", [:], true), ("evil.example:3001", [:], false),
            ("127.0.0.1.evil.example", [:], false),
            ("", [:], false), ("127.0.0.1", ["Origin": "http://127.0.0.1"], false),
            ("127.0.0.1", ["Sec-Fetch-Site": "none"], false),
        ] as [(String, [String: String], Bool)]
    )
    func `a page in a browser is not let in`(
        _ host: String,
        _ fields: [String: String],
        _ isAllowed: Bool
    ) throws {
        var all: HTTPFields = [:]
        for (name, value) in fields { all[try #require(HTTPField.Name(name))] = value }
        let head = RequestHead(method: .post, path: "/", authority: host, fields: FieldTable(all))
        #expect((LoopbackGuard.refusal(head) == nil) == isAllowed)
    }
}
