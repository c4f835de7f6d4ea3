import AWS
import FoundationEssentials
import HTTP
import HTTPTypes
import Testing

/// The signatures are those of AWS's published test suite (get-vanilla and its family), or were computed
/// with botocore 1.44.5 for the same key and time where the suite has no such case.
struct SignatureV4Tests {
    private static let key = Credentials(
        accessKeyID: "AKIDEXAMPLE",
        secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    )
    /// 2015-08-30 12:36:00.
    private static let date = Date(timeIntervalSince1970: 1_440_938_160)

    private static func field(_ name: String, _ value: String) -> HTTPField {
        // The names are valid.
        // swift-format-ignore: NeverForceUnwrap
        HTTPField(name: HTTPField.Name(name)!, lenientValue: Array(value.utf8))
    }

    /// The fields that a request needs beside its own.
    private static func signature(of request: SignableRequest, by signer: SignatureV4) -> HTTPFields
    {
        let time = SigningTime(date)
        var added = HTTPFields([field("X-Amz-Date", time.stamp)])
        if let token = signer.credentials.sessionToken {
            added.append(field("X-Amz-Security-Token", token))
        }
        let complete = SignableRequest(
            method: request.method,
            path: request.path,
            query: request.query,
            fields: FieldTable(HTTPFields(request.fields.httpFields + added)),
            bodyHash: request.bodyHash
        )
        added[.authorization] = signer.authorization(of: complete, at: time)
        return added
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var method = "GET"
        var path = "/"
        var query = ""
        var host = "example.amazonaws.com"
        var field: HTTPField?
        var body = ""
        var token: String?
        var names = "host;x-amz-date"
        let signature: String
    }

    @Test(arguments: [
        Case(
            testDescription: "get-vanilla",
            signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
        ),
        Case(
            testDescription: "post-vanilla",
            method: "POST",
            signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
        ),
        Case(
            testDescription: "get-vanilla-query",
            query: "Param1=value1",
            signature: "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"
        ),
        Case(
            testDescription: "get-vanilla-query-order-key-case",
            query: "Param2=value2&Param1=value1",
            signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
        ),
        Case(
            testDescription: "get-vanilla-query-order-value",
            query: "Param1=value2&Param1=Value1",
            signature: "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1"
        ),
        Case(
            testDescription: "a query with encoded and unreserved characters",
            query: "a=%20%2B&b=~-_.",
            signature: "30747940d0e93819932c3a71df4baf8fc265dead734947191e149efa7a4f6f5c"
        ),
        Case(
            testDescription: "get-relative",
            path: "/example/..",
            signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
        ),
        Case(
            testDescription: "get-slash-dot-slash",
            path: "/./example",
            signature: "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5"
        ),
        Case(
            testDescription: "get-slashes",
            path: "//example//",
            signature: "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"
        ),
        Case(
            testDescription: "an encoded path is encoded once more",
            path: "/a%40b",
            signature: "6ec8a31a248e8835bfbe2e9230b7354098891e0549986f469be83ed9c6d6f1fd"
        ),
        Case(
            testDescription: "a field's white space is collapsed",
            field: field("My-Header1", "  a   b  c "),
            names: "host;my-header1;x-amz-date",
            signature: "6ff6bc3cebca8811504dc903f3a072c310d9f48f8ee5c0b08115052209439e1b"
        ),
        Case(
            testDescription: "post-x-www-form-urlencoded",
            method: "POST",
            field: field("Content-Type", "application/x-www-form-urlencoded"),
            body: "Param1=value1",
            names: "content-type;host;x-amz-date",
            signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"
        ),
        Case(
            testDescription: "a session's token is signed too",
            method: "POST",
            token: "AQoDYXdzEPT//////////wEXAMPLE",
            names: "host;x-amz-date;x-amz-security-token",
            signature: "997fca65d08f4072d2c61b34906c6c8e83179f706ce49ad9dbb7c41659dc53cc"
        ),
        Case(
            testDescription: "another port belongs to the host",
            method: "POST",
            path: "/v2/email/outbound-emails",
            host: "example.amazonaws.com:8443",
            field: field("Content-Type", "application/json"),
            body: "{}",
            names: "content-type;host;x-amz-date",
            signature: "11ee37c017a879c3c73655a5903f331c0343d98b24d6f1a3d2612ed1ec8d3e75"
        ),
    ])
    func `the signature is AWS's, and its receiver accepts it`(_ test: Case) throws {
        let fields = HTTPFields(
            [Self.field("Host", test.host)] + [test.field].compactMap { $0 }
        )
        let request = SignableRequest(
            method: test.method,
            path: test.path,
            query: test.query,
            fields: FieldTable(fields),
            body: Array(test.body.utf8)
        )
        let credentials = Credentials(
            accessKeyID: Self.key.accessKeyID,
            secretAccessKey: Self.key.secretAccessKey,
            sessionToken: test.token
        )
        let signer = SignatureV4(credentials: credentials, region: "us-east-1", service: "service")
        let added = Self.signature(of: request, by: signer)
        #expect(
            added[.authorization]
                == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + "SignedHeaders=\(test.names), Signature=\(test.signature)"
        )

        let received = SignableRequest(
            method: test.method,
            path: test.path,
            query: test.query,
            fields: FieldTable(HTTPFields(fields + added)),
            body: Array(test.body.utf8)
        )
        try SignedRequest(received).verify(with: credentials, service: "service", at: Self.date)
    }

    private func signed(body: String = "body") -> SignableRequest {
        let fields = HTTPFields([Self.field("Host", "sns.us-east-1.amazonaws.com")])
        let signer = SignatureV4(credentials: Self.key, region: "us-east-1", service: "sns")
        let bytes = Array("body".utf8)
        let request = SignableRequest(
            method: "POST",
            path: "/",
            fields: FieldTable(fields),
            body: bytes
        )
        return SignableRequest(
            method: "POST",
            path: "/",
            fields: FieldTable(HTTPFields(fields + Self.signature(of: request, by: signer))),
            body: Array(body.utf8)
        )
    }

    private func refusal(
        _ request: SignableRequest,
        _ credentials: Credentials = key,
        service: String = "sns",
        later: TimeInterval = 0
    ) -> SignedRequest.Refusal? {
        do throws(SignedRequest.Refusal) {
            let now = Self.date.addingTimeInterval(later)
            try SignedRequest(request).verify(with: credentials, service: service, at: now)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a receiver refuses what was changed, is old, or is for another`() {
        let stranger = Credentials(accessKeyID: "AKIDOTHER", secretAccessKey: "x")
        let imposter = Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "x")
        #expect(refusal(signed()) == nil)
        #expect(refusal(signed(), later: 300) == nil)
        #expect(refusal(signed(), later: -300) == nil)
        #expect(refusal(signed(), later: 301) == .expired)
        #expect(refusal(signed(), later: -301) == .expired)
        #expect(refusal(signed(body: "other")) == .mismatch)
        #expect(refusal(signed(), imposter) == .mismatch)
        #expect(refusal(signed(), stranger) == .unknownKey)
        #expect(refusal(signed(), service: "ses") == .wrongScope("service sns"))
    }

    @Test func `keys that are kept sign as those that are derived anew`() throws {
        let keys = SigningKeys()
        let other = Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "other")
        let request = SignableRequest(method: "GET", path: "/", fields: FieldTable())
        let regions = (1...20).map { "region-\($0)" } + ["region-1", "region-20"]
        for day in [0, 0, 1, 0] {
            for (region, credentials) in regions.flatMap({ [($0, Self.key), ($0, other)] }) {
                let date = Self.date.addingTimeInterval(TimeInterval(86_400 * day))
                let kept = SignatureV4(
                    credentials: credentials,
                    region: region,
                    service: "sns",
                    keys: keys
                )
                let anew = SignatureV4(credentials: credentials, region: region, service: "sns")
                let time = SigningTime(date)
                #expect(
                    kept.authorization(of: request, at: time)
                        == anew.authorization(of: request, at: time)
                )
            }
        }
    }

    @Test(arguments: [
        "", "Basic abc", "AWS4-HMAC-SHA256 ", "AWS4-HMAC-SHA256 Credential=a/b, Signature=c",
        "AWS4-HMAC-SHA256 Credential=a/20150830/r/s/aws4_request, SignedHeaders=x-amz-date, Signature=1",
        "AWS4-HMAC-SHA256 Credential=a/20150830/r/s/aws4_request, SignedHeaders=host, Signature=1",
        "AWS4-HMAC-SHA256 Credential=a/20150830/r/s/aws4_request, Credential=a/20150830/r/s/aws4_request, "
            + "SignedHeaders=host, Signature=\(String(repeating: "0", count: 64))",
        "AWS4-HMAC-SHA256 Credential=a/20150830/r/s/aws4_request, SignedHeaders=host, "
            + "Signature=\(String(repeating: "0", count: 64)), more",
    ])
    func `a receiver refuses what is written as no signature`(_ text: String) {
        let request = SignableRequest(
            method: "GET",
            path: "/",
            fields: FieldTable(
                HTTPFields([
                    Self.field("Host", "h"), Self.field("Authorization", text),
                    Self.field("X-Amz-Date", "20150830T123600Z"),
                ])
            )
        )
        guard case .incomplete = refusal(request) else {
            Issue.record("was not refused: \(text)")
            return
        }
    }

    @Test(
        arguments: [
            (0, "19700101T000000Z"), (-1, "19691231T235959Z"), (951_782_399, "20000228T235959Z"),
            (951_782_400, "20000229T000000Z"), (1_440_938_160, "20150830T123600Z"),
            (4_107_542_399, "21000228T235959Z"), (4_107_542_400, "21000301T000000Z"),
        ]
    )
    func `a time is written and read in UTC`(_ seconds: Int, _ stamp: String) throws {
        let date = Date(timeIntervalSince1970: TimeInterval(seconds))
        #expect(SigningTime(date).stamp == stamp)
        #expect(try #require(SigningTime(stamp: stamp)).date == date)
    }

    @Test func `a secret is not shown, however it is printed`() {
        var dumped = ""
        dump(Self.key, to: &dumped)
        for text in ["\(Self.key)", String(reflecting: Self.key), "\([Self.key])", dumped] {
            #expect(!text.contains("wJalr"))
            #expect(text.contains("AKIDEXAMPLE"))
        }
    }
}
