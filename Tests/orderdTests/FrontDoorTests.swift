import Foundation
import JSON
import TestClosing
import Testing

/// Who is let in, and how connections are secured, as a user sets it up.
@Suite(.closingPrograms)
struct `The front door` {
    private static let order = #"{"orderId":"001","customerEmail":"buyer@example.com"}"#

    @Test func `opens to a key that was made for it, and to one that is added`() async throws {
        let folder = try TestFolder.make()
        let keys = folder.appending(path: "keys").path
        let token = try await Self.makeKey(["--name", "shop", "--file", keys])
        let service = try await ServiceProcess(
            ["--sandbox"],
            environment: ["ORDERD_HTTP_KEYS_FILE": keys],
            data: folder
        )
        #expect(try await service.post(Self.order).status == 401)
        let bearer = ["-H", "Authorization: Bearer \(token)"]
        let accepted = try await service.curl("/orders", bearer + ["-d", Self.order])
        #expect(accepted.status == 415)
        let json = bearer + ["--json", Self.order]
        #expect(try await service.curl("/orders", json).status == 202)
        #expect(try await service.curl("/orders/001", bearer).status == 200)
        #expect(
            try await service.curl("/queue/pause", bearer + ["-X", "POST"]).status == 403
        )
        #expect(try await service.curl("/health").status == 200)
        let line = try await service.program.line(containing: #""http.status":202"#)
        #expect(line.contains(#""request.identity":"shop""#))
        #expect(line.contains(#""http.route":"/orders""#))
        let operating = try await Self.makeKey([
            "--name", "ops", "--scopes", "operate", "--days", "1", "--file", keys,
        ])
        _ = try await service.program.line(containing: #""message":"read again""#)
        let ops = ["-H", "Authorization: Bearer \(operating)", "-X", "POST"]
        #expect(try await service.curl("/queue/pause", ops).status == 200)
        #expect(!service.program.text.contains("buyer@example.com"))
        #expect(!service.program.text.contains(token))
    }

    @Test func `speaks TLS, takes new certificates and knows its clients by theirs`() async throws {
        let folder = try TestFolder.make()
        let (server, client) = (folder.appending(path: "s"), folder.appending(path: "c"))
        try await Self.makeCertificate(server, name: "localhost")
        try await Self.makeCertificate(client, name: "till-7")
        let keys = folder.appending(path: "keys").path
        let token = try await Self.makeKey(["--name", "ops", "--file", keys])
        let settings = [
            "http.keysFile=\(keys)", "tls.certificateFile=\(server.path).pem",
            "tls.privateKeyFile=\(server.path).key",
            "tls.clientRootsFile=\(client.path).pem",
        ]
        let service = try await ServiceProcess(
            ["--sandbox"] + settings.flatMap { ["--set", $0] },
            data: folder
        )
        let port = service.address.split(separator: ":").last ?? ""
        let plain = try await service.curl("/health")
        #expect(plain.status == 400)
        #expect(plain.body.contains("https://"))
        func ask(_ path: String, _ arguments: [String]) async throws -> Answer {
            let url = "https://localhost:\(port)\(path)"
            return try await Answer(
                curl: [url, "--cacert", "\(server.path).pem", "--ipv4"] + arguments
            )
        }
        #expect(try await ask("/health", []).status == 200)
        #expect(try await ask("/queue", []).status == 401)
        let own = ["--cert", "\(client.path).pem", "--key", "\(client.path).key"]
        #expect(try await ask("/queue", own).status == 200)
        let line = try await service.program.line(
            containing: #""http.route":"/queue","http.status":200"#
        )
        #expect(line.contains(#""request.identity":"till-7""#))
        let signedIn = try await ask("/session", ["--json", #"{"key":"\#(token)"}"#])
        #expect(signedIn.status == 201)
        let cookie = signedIn.head.split(separator: "Set-Cookie: ").last?.prefix { $0 != ";" } ?? ""
        #expect(cookie.hasPrefix("__Host-orderd_session_\(port)="))
        #expect(signedIn.head.contains("; Secure\r\n"))
        let byCookie = try await ask("/session", ["-H", "Cookie: \(cookie)"])
        #expect(try byCookie.json()["name"] == "ops")
        #expect(!service.program.text.contains(token))
        try await Self.makeCertificate(server, name: "localhost")
        _ = try await service.program.line(containing: #""message":"read again""#)
        #expect(try await ask("/health", []).status == 200)
    }

    @Test func `waits for an order's end, tells it as it happens and knows its keys after a crash`()
        async throws
    {
        let folder = try TestFolder.make()
        let service = try await ServiceProcess(["--sandbox"], data: folder)
        let order = #"{"customerEmail":"buyer@example.com"}"#
        let key = ["--json", order, "-H", "Idempotency-Key: k1"]
        let first = try await service.curl("/orders", key)
        #expect(first.status == 202)
        let path = try #require(
            first.head.split(separator: "Location: ").last?.prefix { !$0.isNewline }
        )
        let events = try await service.curl(String(path) + "/events")
        #expect(events.body.contains("ExecutionStarted"))
        #expect(events.body.contains("ExecutionSucceeded"))
        #expect(events.body.contains("event: end"))
        let waited = try await service.curl(
            "/orders",
            ["--json", Self.order, "-H", "Prefer: wait=30"]
        )
        #expect(waited.status == 200)
        #expect(waited.body.contains("SUCCEEDED"))
        await service.kill()
        let next = try await ServiceProcess(["--sandbox"], data: folder)
        let again = try await next.curl("/orders", key)
        await next.kill()
        #expect(again.status == 202)
        #expect(again.body == first.body)
        #expect(again.head.contains("Idempotency-Replayed: true"))
    }

    @Test func `starts beyond loopback only when it is guarded or said to be open`() async throws {
        let folder = try TestFolder.make()
        let keys = folder.appending(path: "keys").path
        _ = try await Self.makeKey(["--name", "shop", "--file", keys])
        let arguments = ["--sandbox", "--host", "0.0.0.0"]
        for more in [["http.keysFile=\(keys)"], ["http.auth=none"]] {
            let service = try await ServiceProcess(
                arguments + more.flatMap { ["--set", $0] },
                data: folder
            )
            await service.kill()
        }
    }

    @Test func `does not obey a web page, and answers to no name that it was not given`()
        async throws
    {
        let folder = try TestFolder.make()
        let names = ["--set", "http.allowedHosts=orders.internal:80, *.shop.internal"]
        let service = try await ServiceProcess(["--sandbox"] + names, data: folder)
        let page = ["-H", "Origin: https://evil.example"]
        let foreign = [
            page, ["-H", "Origin: null"], ["-H", "Sec-Fetch-Site: cross-site"],
            ["-H", "Host: evil.example"],
            ["--request-target", "http://evil.example/queue/pause"],
        ]
        for fields in foreign {
            let pause = ["-X", "POST"] + fields
            #expect(try await service.curl("/queue/pause", pause).status == 403)
        }
        #expect(try await service.curl("/queue").json()["mode"] == "running")
        // A body that is long, or waits to be asked for, is not read for it.
        let large = folder.appending(path: "large")
        try Data(repeating: UInt8(ascii: "x"), count: 300_000).write(to: large)
        let lines = ["-H", "Content-Type: application/x-ndjson"]
        let upload = lines + ["-H", "Expect: 100-continue", "--data-binary", "@\(large.path)"]
        let answer = try await service.curl("/orders", upload + page)
        #expect(answer.status == 403)
        #expect(try answer.json()["type"] == "/problems/foreign-origin")
        for name in ["orders.internal", "a.shop.internal:8080", "LOCALHOST", "10.0.0.1:1"] {
            let asked = try await service.curl("/queue", ["-H", "Host: \(name)"])
            #expect(asked.status == 200, "\(name)")
        }
        #expect(try await service.curl("/queue", ["-H", "Host: shop.internal"]).status == 403)
        #expect(try await service.curl("/livez", ["-H", "Host: shop.internal"]).status == 200)
        let own = ["-H", "Host: orders.internal", "-H", "Origin: http://orders.internal"]
        #expect(try await service.curl("/queue/resume", ["-X", "POST"] + own).status == 200)
        let line = try await service.program.line(containing: #""http.status":403"#)
        #expect(line.contains(#""http.route":"/queue/pause""#), "\(line)")
    }

    /// The token of a new key.
    private static func makeKey(_ arguments: [String]) async throws -> String {
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["keys", "new"] + arguments
        )
        #expect(status == 0, "\(text)")
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// A certificate that is its own root.
    private static func makeCertificate(_ file: URL, name: String) async throws {
        let (status, text) = try await Command.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-days", "2", "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:\(name)",
                "-keyout", "\(file.path).key", "-out", "\(file.path).pem",
            ]
        )
        #expect(status == 0, "\(text)")
    }
}
