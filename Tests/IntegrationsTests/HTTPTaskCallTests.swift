import HTTP
import HTTPTypes
import JSON
import Testing

@testable import Integrations

extension ClientRequest {
    /// What its headers of that name say.
    func values(_ name: String) -> [String] {
        fields.filter { $0.name.canonicalName == name.lowercased() }.map(\.value)
    }
}

struct `An HTTP task's endpoint` {
    @Test(
        arguments: [
            ("https://api.example.com", .https, "api.example.com", 443, "/", ""),
            (
                "HTTPS://API.Example.com/v1/a%20b?x=1&y#part", .https, "api.example.com", 443,
                "/v1/a%20b", "x=1&y"
            ),
            ("https://api.example.com.:8443?q", .https, "api.example.com", 8443, "/", "q"),
            ("http://127.0.0.1:9000/a b/ö", .http, "127.0.0.1", 9000, "/a%20b/%C3%B6", ""),
            ("https://[::ffff:127.0.0.1]/x", .https, "::ffff:127.0.0.1", 443, "/x", ""),
            ("https://0x7f.1/", .https, "0x7f.1", 443, "/", ""),
            ("https://a.test/\r\nHost: b", .https, "a.test", 443, "/%0D%0AHost:%20b", ""),
        ] as [(String, ClientRequest.Scheme, String, Int, String, String)]
    )
    func `is taken apart`(
        _ text: String,
        _ scheme: ClientRequest.Scheme,
        _ host: String,
        _ port: Int,
        _ path: String,
        _ query: String
    ) throws {
        let endpoint = try HTTPEndpoint(text)
        #expect(endpoint.scheme == scheme)
        #expect(endpoint.host == host)
        #expect(endpoint.port == port)
        #expect(endpoint.path == path)
        #expect(endpoint.query == query)
    }

    @Test(arguments: [
        "", "api.example.com", "ftp://a.test", "https://", "https:///x", "https://user:pw@a.test/",
        "https://a.test:0/", "https://a.test:99999/", "https://a.test:80x/", "https://a b/",
        "https://ä.test/", "https://[fe80::1%25eth0]/", "https://a%2etest/", "https://a.test\\@b/",
        "https://a.test@b.test/",
    ])
    func `is refused when it is none`(_ text: String) {
        #expect(throws: HTTPEndpoint.Fault.self) { try HTTPEndpoint(text) }
    }
}

struct `An HTTP task's arguments` {
    static let arn: JSONValue = "arn:aws:events:us-east-1:123456789012:connection/Shop/a-1"
    static let usual: JSONObject = [
        "ApiEndpoint": "https://api.test/v1", "Method": "POST",
        "InvocationConfig": ["ConnectionArn": arn],
    ]
    private static let connection = HTTPConnection(
        authorization: .key(name: "X-Key", value: "secret")
    )

    static func arguments(_ changes: JSONObject) -> JSONValue {
        var members = usual
        for (name, value) in changes { members[name] = value }
        return .object(members)
    }

    private func request(
        _ changes: JSONObject,
        _ connection: HTTPConnection = connection
    ) throws -> ClientRequest {
        try HTTPTaskCall(Self.arguments(changes)).request(
            connection,
            agent: HTTPTaskCall.agent(region: "eu-west-1")
        )
    }

    @Test func `become a request as Step Functions makes it`() throws {
        let request = try request(["RequestBody": ["a": 1.5], "QueryParameters": ["q": "x y"]])
        #expect(request.method == .post)
        #expect(request.scheme == .https)
        #expect(request.authority == "api.test")
        #expect(request.target == "/v1?q=x%20y")
        #expect(request.body == Array(#"{"a":1.5}"#.utf8))
        let fields = request.fields.map { "\($0.name.canonicalName): \($0.value)" }.sorted()
        #expect(
            fields == [
                "content-type: application/json; charset=UTF-8", "range: bytes=0-262144",
                "user-agent: orderd|StepFunctions|HttpInvoke|eu-west-1", "x-key: secret",
            ]
        )
    }

    @Test func `name the connection in either field`() throws {
        #expect(try HTTPTaskCall(Self.arguments([:])).connection == "Shop")
        var old = Self.usual
        old["InvocationConfig"] = nil
        old["Authentication"] = [
            "ConnectionArn": "arn:aws-cn:events:REGION:ACCOUNT_ID:connection/my.Shop_2"
        ]
        #expect(try HTTPTaskCall(.object(old)).connection == "my.Shop_2")
    }

    @Test func `have no body and no type of one unless they say so`() throws {
        let request = try request(["Method": "GET"])
        #expect(request.body.isEmpty)
        #expect(request.fields[.contentType] == nil)
        #expect(request.target == "/v1")
    }

    @Test(
        arguments: [
            (["a": "x", "b": ["y", "z"], "n": 1, "t": true], "?a=x&b=y&b=z&n=1&t=true"),
            ("a=x%20y&b", "?a=x%20y&b="), (["ü&": "="], "?%C3%BC%26=%3D"), ([:], ""), (nil, ""),
        ] as [(JSONValue, String)]
    )
    func `put parameters behind the path`(_ query: JSONValue, _ target: String) throws {
        #expect(try request(["QueryParameters": query]).target == "/v1\(target)")
    }

    @Test func `keep the endpoint's own query in front`() throws {
        let changes: JSONObject = [
            "ApiEndpoint": "https://api.test/v1?own=1", "QueryParameters": ["q": "2"],
        ]
        #expect(try request(changes).target == "/v1?own=1&q=2")
    }

    @Test func `set headers of one or several values`() throws {
        let request = try request(["Headers": ["X-A": "1", "X-B": ["2", "3"], "User-Agent": "me"]])
        #expect(request.values("X-B") == ["2", "3"])
        #expect(request.values("X-A") == ["1"])
        #expect(request.fields[.userAgent] == "orderd|StepFunctions|HttpInvoke|eu-west-1")
    }

    @Test(arguments: [
        "A-IM", "Accept-Charset", "Accept-Datetime", "Accept-Encoding", "Authorization",
        "Cache-Control", "Connection", "Content-Encoding", "Content-MD5", "Date", "Expect",
        "Forwarded", "From", "host", "HTTP2-Settings", "If-Match", "If-Modified-Since",
        "If-None-Match", "If-Range", "If-Unmodified-Since", "Max-Forwards", "Origin", "Pragma",
        "Proxy-Authorization", "Referer", "Server", "TE", "Trailer", "TRANSFER-ENCODING", "Upgrade",
        "Via", "Warning", "X-Forwarded-For", "x-amz-date", "X-Amzn-Trace-Id",
    ])
    func `may not set what Step Functions keeps to itself`(_ name: String) {
        let failure = #expect(throws: ServiceFailure.self) {
            try HTTPTaskCall(Self.arguments(["Headers": .object([name: "x"])]))
        }
        #expect(failure?.error == "States.Runtime")
        #expect(failure?.cause.contains("'\(name)' may not be set") == true)
    }

    @Test(
        arguments: [
            (["ApiEndpoint": nil], "'ApiEndpoint' must be a STRING"),
            (["ApiEndpoint": "api.test"], "'ApiEndpoint' is a URL that begins with https://"),
            (["ApiEndpoint": "https://u:p@a.test"], "has no user in it"),
            (
                ["Method": "post"],
                "'Method' must be one of GET, POST, PUT, DELETE, PATCH, OPTIONS, HEAD"
            ),
            (["Method": "TRACE"], "'Method' must be one of"),
            (["InvocationConfig": [:]], "'ConnectionArn' is required"),
            (["InvocationConfig": ["ConnectionArn": "Shop"]], "must be the ARN of a connection"),
            (["Header": ["a": "b"]], "'Header' is no field of an HTTP task"),
            (["Headers": "a: b"], "'Headers' must be an object"),
            (
                ["Headers": ["X": ["a": "b"]]],
                "'X' in 'Headers' must be a text or an array of texts"
            ),
            (["Headers": ["X Y": "b"]], "'X Y' is no name of a header"),
            (["Headers": ["X": "a\r\nHost: b"]], "has a control character"),
            (["QueryParameters": ["q": [["a"]]]], "'q' in 'QueryParameters'"),
            (["QueryParameters": "a=%zz"], "broken escape"),
            (["Transform": ["RequestBodyEncoding": "XML"]], "must be one of NONE, URL_ENCODED"),
            (
                [
                    "Transform": [
                        "RequestBodyEncoding": "URL_ENCODED",
                        "RequestEncodingOptions": ["ArrayFormat": "PIPES"],
                    ]
                ], "'ArrayFormat' must be one of INDICES, REPEAT, COMMAS, BRACKETS"
            ),
        ] as [(JSONObject, String)]
    )
    func `say what is wrong with them`(_ changes: JSONObject, _ words: String) {
        let failure = #expect(throws: ServiceFailure.self) {
            try HTTPTaskCall(Self.arguments(changes))
        }
        #expect(failure?.error == "States.Runtime")
        #expect(failure?.cause.contains(words) == true, "\(failure?.cause ?? "")")
    }

    @Test func `say which of them are missing`() {
        for name in ["ApiEndpoint", "Method", "InvocationConfig"] {
            var members = Self.usual
            members[name] = nil
            let failure = #expect(throws: ServiceFailure.self) {
                try HTTPTaskCall(.object(members))
            }
            #expect(failure?.cause.contains("'\(name)'") == true)
            #expect(failure?.cause.contains("required but was missing") == true)
        }
    }

    @Test(
        arguments: [
            ("INDICES", "array%5B0%5D=a&array%5B1%5D=b&o%5Bp%20q%5D=1%202&n=&t=true"),
            ("REPEAT", "array=a&array=b&o%5Bp%20q%5D=1%202&n=&t=true"),
            ("COMMAS", "array=a%2Cb&o%5Bp%20q%5D=1%202&n=&t=true"),
            ("BRACKETS", "array%5B%5D=a&array%5B%5D=b&o%5Bp%20q%5D=1%202&n=&t=true"),
        ]
    )
    func `write a body as a form`(_ format: JSONValue, _ form: String) throws {
        let request = try request([
            "RequestBody": ["array": ["a", "b"], "o": ["p q": "1 2"], "n": nil, "t": true],
            "Transform": [
                "RequestBodyEncoding": "URL_ENCODED",
                "RequestEncodingOptions": ["ArrayFormat": format],
            ],
        ])
        #expect(String(decoding: request.body, as: UTF8.self) == form)
        #expect(request.fields[.contentType] == "application/x-www-form-urlencoded")
    }

    @Test func `number arrays in a form unless they say otherwise`() throws {
        let request = try request([
            "RequestBody": ["a": [["b": ["c"]]], "empty": []],
            "Transform": ["RequestBodyEncoding": "URL_ENCODED"],
        ])
        #expect(String(decoding: request.body, as: UTF8.self) == "a%5B0%5D%5Bb%5D%5B0%5D=c")
    }

    @Test func `send a text as it is, of the type that they say`() throws {
        let request = try request([
            "RequestBody": "<a/>", "Headers": ["content-type": "text/xml"],
            "Transform": ["RequestBodyEncoding": "NONE"],
        ])
        #expect(request.body == Array("<a/>".utf8))
        #expect(request.fields[.contentType] == "text/xml")
    }

    @Test(
        arguments: [
            (["a": [["b": 1]]], "COMMAS", "An array under COMMAS"),
            (["x"], "INDICES", "must be an object or a text"),
        ] as [(JSONValue, JSONValue, String)]
    )
    func `say what no form can be made of`(
        _ body: JSONValue,
        _ format: JSONValue,
        _ words: String
    ) {
        let failure = #expect(throws: ServiceFailure.self) {
            try request([
                "RequestBody": body,
                "Transform": [
                    "RequestBodyEncoding": "URL_ENCODED",
                    "RequestEncodingOptions": ["ArrayFormat": format],
                ],
            ])
        }
        #expect(failure?.cause.contains(words) == true)
    }
}

struct `A connection` {
    private func connection() -> HTTPConnection {
        var connection = HTTPConnection(authorization: .basic(user: "us", password: "pass"))
        connection.invocation.headers = [.init(name: "Header-Param", value: "ours")]
        connection.invocation.query = [.init(name: "QueryParam", value: "our s")]
        connection.invocation.body = [.init(name: "BodyParam", value: "ours")]
        return connection
    }

    private func request(_ changes: JSONObject) throws -> ClientRequest {
        try HTTPTaskCall(`An HTTP task's arguments`.arguments(changes))
            .request(connection(), agent: "a")
    }

    @Test func `has the last word on headers, parameters and body`() throws {
        let request = try request([
            "Headers": ["header-param": "theirs", "Request-Id": "1"],
            "QueryParameters": ["QueryParam": "theirs", "q": "1"],
            "RequestBody": ["Job": "x", "BodyParam": "theirs", "Company": "y"],
        ])
        #expect(request.values("Header-Param") == ["ours"])
        #expect(request.values("Request-Id") == ["1"])
        #expect(request.target == "/v1?q=1&QueryParam=our%20s")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"Job":"x","BodyParam":"ours","Company":"y"}"#
        )
        // "us:pass" (RFC 7617).
        #expect(request.fields[.authorization] == "Basic dXM6cGFzcw==")
    }

    @Test func `makes a body where there is none`() throws {
        #expect(try request([:]).body == Array(#"{"BodyParam":"ours"}"#.utf8))
    }

    @Test(arguments: ["text", ["a"]] as [JSONValue])
    func `adds nothing to a body that is no object`(_ body: JSONValue) {
        let failure = #expect(throws: ServiceFailure.self) { try request(["RequestBody": body]) }
        #expect(failure?.error == "States.Runtime")
    }

    @Test func `is called by the name in its ARN`() {
        for text in [
            "arn:aws:events:us-east-1:1:connection/", "arn:aws:events:us-east-1:1:rule/a",
            "arn:aws:events:us-east-1:1:connection/a/b/c", "arn:aws:sns:us-east-1:1:connection/a",
            "a", "arn:aws:events:us-east-1:1:connection/a b",
        ] {
            #expect(HTTPConnection.name(inARN: text) == nil, "\(text)")
        }
    }

    @Test func `shows no secret when it is printed`() {
        #expect(!"\(connection())".contains("pass"))
        #expect(!String(reflecting: connection()).contains("pass"))
        var text = ""
        dump(connection(), to: &text)
        #expect(!text.contains("pass"))
    }
}
