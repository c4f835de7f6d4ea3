import HTTPTypes
import Testing

@testable import HTTP

struct `A message that is written` {
    private func head(
        _ status: HTTPResponse.Status,
        _ fields: HTTPFields,
        _ framing: ResponseSerializer.Framing,
        _ connection: ResponseSerializer.Connection
    ) -> String {
        let serializer = ResponseSerializer(
            framing: framing,
            connection: connection,
            requestID: "id",
            date: DateField(784_111_777)
        )
        var output: [UInt8] = []
        serializer.write(status, fields, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    @Test func `says how its body ends and how the connection goes on`() {
        #expect(
            head(.accepted, [.location: "/a"], .length(12), .persists)
                == "HTTP/1.1 202 Accepted\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nLocation: /a\r\nX-Request-Id: id\r\n"
                + "Content-Length: 12\r\n\r\n"
        )
        #expect(
            head(.ok, [:], .chunked, .closes)
                == "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nX-Request-Id: id\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        )
        #expect(
            head(.ok, [:], .untilClose, .persistsForHTTP10)
                == "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nX-Request-Id: id\r\n"
                + "Connection: keep-alive\r\n\r\n"
        )
    }

    @Test(arguments: [204, 304])
    func `gives no length where there is no body`(code: Int) {
        let text = head(HTTPResponse.Status(code: code), [:], .length(0), .persists)
        #expect(!text.contains("Content-Length"))
        let streamed = head(HTTPResponse.Status(code: code), [:], .chunked, .persists)
        #expect(!streamed.contains("Transfer-Encoding"))
    }

    @Test func `keeps line ends out of its fields`() {
        let text = head(.ok, [.location: "a\r\nb: c\n\u{0}d"], .length(0), .persists)
        #expect(text.contains("\r\nLocation: a  b: c  d\r\n"))
    }

    @Test(arguments: [("/orders/1", "/orders/1"), ("a\r\nb: c\n\u{0}d", "a  b: c  d")])
    func `writes the place of what was made, and keeps line ends out of it`(
        place: String,
        written: String
    ) {
        var serializer = ResponseSerializer(
            framing: .length(0),
            connection: .persists,
            requestID: "id",
            date: DateField(0)
        )
        serializer.location = place
        var output: [UInt8] = []
        serializer.write(.accepted, [:], to: &output)
        #expect(
            String(decoding: output, as: UTF8.self).contains("GMT\r\nLocation: \(written)\r\n")
        )
    }

    @Test(arguments: [
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (951_827_696, "Tue, 29 Feb 2000 12:34:56 GMT"),
        (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
        (1_709_251_200, "Fri, 01 Mar 2024 00:00:00 GMT"),
        (4_102_444_800, "Fri, 01 Jan 2100 00:00:00 GMT"),
        (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
    ])
    func `is dated as the standard writes it`(second: Int, text: String) {
        #expect(String(decoding: DateField(second).text, as: UTF8.self) == text)
    }

    @Test func `has an id of its own`() {
        let ids = RequestIDs(random: .max)
        let (first, second) = (ids.next(), ids.next())
        #expect(first != second)
        #expect(first.prefix(7) == second.prefix(7))
        #expect(RequestIDs.accept(first) == first)
        #expect(RequestIDs(random: 0).next() == "0000000-0")
    }

    @Test func `to a server names the host and the length`() throws {
        let request = ClientRequest(
            method: .post,
            scheme: .https,
            host: "h",
            target: "/a?b",
            fields: [.accept: "*/*", .contentLength: "99", .transferEncoding: "chunked"],
            body: Array("xyz".utf8)
        )
        #expect(
            String(decoding: try RequestSerializer.bytes(request), as: UTF8.self)
                == "POST /a?b HTTP/1.1\r\nHost: h\r\nAccept: */*\r\nContent-Length: 3\r\n\r\nxyz"
        )
    }

    @Test(arguments: [
        ("h", 443, "h"), ("h", 8_443, "h:8443"), ("::1", 443, "[::1]"), ("::1", 1, "[::1]:1"),
    ])
    func `to a server leaves out the usual port`(host: String, port: Int, authority: String) {
        let request = ClientRequest(
            method: .get,
            scheme: .https,
            host: host,
            port: port,
            target: "/"
        )
        #expect(request.authority == authority)
    }

    @Test(arguments: [HTTPRequest.Method.get, .head, .delete])
    func `to a server says nothing of a length it does not need`(method: HTTPRequest.Method) throws
    {
        let request = ClientRequest(method: method, scheme: .http, host: "h", target: "/")
        let text = String(decoding: try RequestSerializer.bytes(request), as: UTF8.self)
        #expect(!text.contains("Content-Length"))
    }

    @Test func `as a field table reads the same as HTTPFields`() {
        let fields: HTTPFields = [.accept: "a", .cookie: "c=1", .contentType: "t", .accept: "b"]
        let table = FieldTable(fields)
        #expect(table.count == fields.count)
        #expect(table[.accept] == "a, b")
        #expect(table.values(for: .accept) == ["a", "b"])
        #expect(table[.contentType] == "t")
        #expect(table[.location] == nil)
        #expect(table.contains(.cookie))
        #expect(table.httpFields == fields)
    }
}
