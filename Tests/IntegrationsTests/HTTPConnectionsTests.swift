import HTTPTypes
import JSON
import Testing

@testable import Integrations

struct `A file of connections` {
    private static let good = """
        {
          "Basic": {"AuthorizationType": "BASIC", "Description": "d",
            "AuthParameters": {"BasicAuthParameters": {"Username": "u", "Password": "p"}}},
          "Key": {"AuthorizationType": "API_KEY",
            "AuthParameters": {"ApiKeyAuthParameters": {"ApiKeyName": "X-Key", "ApiKeyValue": "k"},
              "InvocationHttpParameters": {"QueryStringParameters":
                [{"Key": "q", "Value": "v", "IsValueSecret": true}]}}},
          "OAuth": {"AuthorizationType": "OAUTH_CLIENT_CREDENTIALS",
            "AuthParameters": {"OAuthParameters": {
              "ClientParameters": {"ClientID": "id", "ClientSecret": "s"},
              "AuthorizationEndpoint": "https://auth.test/token", "HttpMethod": "POST",
              "OAuthHttpParameters": {"BodyParameters": [{"Key": "scope", "Value": "all"}]}}}}
        }
        """

    @Test func `has EventBridge's three kinds`() throws {
        let connections = try HTTPConnections(parsing: Array(Self.good.utf8))
        #expect(connections.names == ["Basic", "Key", "OAuth"])
        #expect(connections["Basic"]?.authorization == .basic(user: "u", password: "p"))
        #expect(connections["Key"]?.authorization == .key(name: "X-Key", value: "k"))
        #expect(
            connections["Key"]?.invocation.query == [
                HTTPConnection.Parameter(name: "q", value: "v", isSecret: true)
            ]
        )
        var client = HTTPConnection.OAuthClient(
            id: "id",
            secret: "s",
            endpoint: try HTTPEndpoint("https://auth.test/token"),
            method: .post
        )
        client.parameters.body = [HTTPConnection.Parameter(name: "scope", value: "all")]
        #expect(connections["OAuth"]?.authorization == .client(client))
    }

    @Test(
        arguments: [
            ("{", "1:2", "expected"), ("[]", "1:1", "is a JSON object"),
            (#"{"a b": {}}"#, "a b", "is no name of a connection"),
            (#"{"A": 1}"#, "A", "is an object with Name, Description, AuthorizationType"),
            (
                #"{"A": {"AuthorizationType": "NONE"}}"#, "A.AuthorizationType",
                "is one of API_KEY, BASIC"
            ),
            (
                #"{"A": {"AuthorizationType": "BASIC"}}"#, "A.AuthParameters",
                "is missing: an object with BasicAuthParameters, InvocationHttpParameters"
            ),
            (
                #"{"A": {"AuthorizationType": "BASIC", "AuthParameters": {"ApiKeyAuthParameters": {}}}}"#,
                "A.AuthParameters.ApiKeyAuthParameters",
                "is not known; there are BasicAuthParameters"
            ),
            (
                #"{"A": {"AuthorizationType": "BASIC", "AuthParameters": {"BasicAuthParameters": {"Username": "u", "Pasword": "TopSecret"}}}}"#,
                "A.AuthParameters.BasicAuthParameters.Pasword",
                "is not known; there are Username, Password"
            ),
            (
                #"{"A": {"AuthorizationType": "BASIC", "AuthParameters": {"BasicAuthParameters": {"Username": "u"}}}}"#,
                "A.AuthParameters.BasicAuthParameters.Password", "is missing"
            ),
            (
                #"{"A": {"AuthorizationType": "BASIC", "AuthParameters": {"BasicAuthParameters": {"Username": "a:b", "Password": "TopSecret"}}}}"#,
                "A.AuthParameters.BasicAuthParameters.Username", "has a colon"
            ),
            (
                #"{"A": {"AuthorizationType": "BASIC", "AuthParameters": {"BasicAuthParameters": {"Username": "u", "Password": "TopSecret\n"}}}}"#,
                "A.AuthParameters.BasicAuthParameters.Password", "control character"
            ),
            (
                #"{"A": {"AuthorizationType": "API_KEY", "AuthParameters": {"ApiKeyAuthParameters": {"ApiKeyName": "Host", "ApiKeyValue": "TopSecret"}}}}"#,
                "A.AuthParameters.ApiKeyAuthParameters.ApiKeyName", "is a header that is written"
            ),
            (
                #"{"A": {"AuthorizationType": "API_KEY", "AuthParameters": {"ApiKeyAuthParameters": {"ApiKeyName": "a b", "ApiKeyValue": "TopSecret"}}}}"#,
                "A.AuthParameters.ApiKeyAuthParameters.ApiKeyName", "is no name of a header"
            ),
            (
                #"{"A": {"AuthorizationType": "API_KEY", "AuthParameters": {"ApiKeyAuthParameters": {"ApiKeyName": "k", "ApiKeyValue": "TopSecret"}, "InvocationHttpParameters": {"BodyParameters": [{"Key": "a", "Value": "b", "IsValueSecret": "yes"}]}}}}"#,
                "A.AuthParameters.InvocationHttpParameters.BodyParameters[0].IsValueSecret",
                "is true or false"
            ),
            (
                #"{"A": {"AuthorizationType": "OAUTH_CLIENT_CREDENTIALS", "AuthParameters": {"OAuthParameters": {"ClientParameters": {"ClientID": "i", "ClientSecret": "TopSecret"}, "AuthorizationEndpoint": "auth.test", "HttpMethod": "POST"}}}}"#,
                "A.AuthParameters.OAuthParameters.AuthorizationEndpoint",
                "is a URL that begins with https://"
            ),
            (
                #"{"A": {"AuthorizationType": "OAUTH_CLIENT_CREDENTIALS", "AuthParameters": {"OAuthParameters": {"ClientParameters": {"ClientID": "i", "ClientSecret": "TopSecret"}, "AuthorizationEndpoint": "https://auth.test", "HttpMethod": "DELETE"}}}}"#,
                "A.AuthParameters.OAuthParameters.HttpMethod", "is one of GET, POST, PUT"
            ),
        ]
    )
    func `is refused with place and fix, and no secret`(
        _ text: String,
        _ place: String,
        _ words: String
    ) {
        let faults = #expect(throws: HTTPConnections.Faults.self) {
            try HTTPConnections(parsing: Array(text.utf8))
        }
        let found = faults?.all.first { $0.place == place }
        #expect(found?.problem.contains(words) == true, "\(faults.map { "\($0)" } ?? "")")
        #expect(!"\(faults.map { "\($0)" } ?? "")".contains("TopSecret"))
    }

    @Test func `is refused for everything at once`() {
        let text = #"{"A": {"AuthorizationType": "X"}, "B": 1, "": {}}"#
        let faults = #expect(throws: HTTPConnections.Faults.self) {
            try HTTPConnections(parsing: Array(text.utf8))
        }
        #expect(faults?.all.map(\.place) == ["A.AuthorizationType", "B", ""])
    }

    @Test func `has texts of so many bytes and parameters in such a number at most`() throws {
        func file(_ length: Int, _ count: Int) -> [UInt8] {
            let password = String(repeating: "p", count: length)
            let parameters = Array(repeating: #"{"Key": "k", "Value": ""}"#, count: count)
            return Array(
                """
                {"A": {"AuthorizationType": "BASIC", "AuthParameters": {
                  "BasicAuthParameters": {"Username": "u", "Password": "\(password)"},
                  "InvocationHttpParameters": {"HeaderParameters": [\(parameters.joined(separator: ","))]}}}}
                """.utf8
            )
        }
        #expect(try HTTPConnections(parsing: file(512, 100)).names == ["A"])
        for file in [file(513, 100), file(512, 101)] {
            #expect(throws: HTTPConnections.Faults.self) { try HTTPConnections(parsing: file) }
        }
    }
}

struct `What is secret` {
    private let redaction = Redaction(
        secrets: ["p/ss \"word", "pss", "12345678", "p/ss \"word and more"],
        names: ["sk_live_0123456789", "shop"]
    )

    @Test(arguments: [
        ("a p/ss \"word b", "a *** b"), ("p/ss \"word and more", "***"),
        ("?k=p%2Fss%20%22word", "?k=***"), ("k=p%2Fss+%22word&x", "k=***&x"),
        (#"{"k":"p/ss \"word"}"#, #"{"k":"***"}"#), ("pss shop", "pss shop"),
        ("sk_live_0123456789", "***"), ("1234567 8", "1234567 8"),
        ("x12345678x12345678", "x***x***"), ("p/ss \"word\u{301}", "***\u{301}"), ("", ""),
    ])
    func `is masked in texts, in every form`(_ text: String, _ masked: String) {
        #expect(Array(redaction.text(text).utf8) == Array(masked.utf8))
    }

    @Test func `is masked in names, numbers and texts of values`() {
        let value: JSONValue = [
            "p/ss \"word": [12_345_678, 1, true, nil, ["x": "a 12345678"]]
        ]
        #expect(redaction.value(value) == ["***": ["***", 1, true, nil, ["x": "a ***"]]])
    }
}
