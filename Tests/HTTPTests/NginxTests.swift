import Foundation
import HTTPTypes
import OpenSSL
import Sockets
import TestClosing
import TestProcesses
import Testing

@testable import HTTP

/// With nginx, as it stands before many services.
@Suite(
    .enabled(
        if: Nginx.isInstalled || ProcessInfo.processInfo.environment["CI"] == "true",
        "nginx is not installed: apt-get install nginx-light"
    ),
    .closingPrograms
)
struct `A server behind nginx` {
    @Test func `is spoken to over one connection, and over another with the session of the first`()
        async throws
    {
        let nginx = try Nginx(CertificateCase("in order"))
        try await nginx.withClient { client async throws in
            #expect(try await nginx.post(client, "/") == "POST 1 .")
            #expect(try await nginx.post(client, "/") == "POST 2 .")
            // Its answer ends the connection.
            #expect(try await nginx.post(client, "/last") == "POST 3 .")
            #expect(try await nginx.post(client, "/") == "POST 1 r")
        }
    }

    @Test(
        arguments: [
            (
                CertificateCase("expired", [.leaf().with { $0.until = 2021 }], refusal: "expired"),
                "ssl_protocols TLSv1.3;"
            ),
            (
                CertificateCase("alone", refusal: "send its whole chain") { $0.chain = nil },
                "ssl_protocols TLSv1.2;"
            ),
            (
                CertificateCase("without forward secrecy", refusal: "handshake failed") {
                    $0.certificates[2].key = .rsa(bits: 2048)
                },
                "ssl_protocols TLSv1.2; ssl_ciphers AES128-GCM-SHA256;"
            ),
        ]
    )
    func `gets no request that it has not deserved`(
        _ certificate: CertificateCase,
        _ settings: String
    ) async throws {
        let nginx = try Nginx(certificate, settings)
        try await nginx.withClient { client async throws in
            let error = await #expect(throws: HTTPClientError.self) {
                _ = try await nginx.post(client, "/")
            }
            #expect(error?.sent == .notSent)
            #expect(
                error?.description.contains(certificate.refusal ?? "") == true,
                "\(error?.description ?? "")"
            )
        }
        #expect(try nginx.requests.isEmpty)
    }
}

private struct Nginx {
    static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/sbin/nginx")

    private let shop: Workshop
    private let port: UInt16

    /// Starts it on a free port; on another when somebody was faster.
    init(_ certificate: CertificateCase, _ settings: String = "") throws {
        for _ in 0..<20 {
            let (shop, port) = (try Workshop(), try Workshop.freePort())
            let chain = certificate.chain.map { " \($0).pem" } ?? ""
            try shop.run(certificate.script + "cat leaf.pem\(chain) >chain.pem")
            let text = Self.configuration(port, settings)
            try Data(text.utf8).write(to: shop.folder.appending(path: "nginx.conf"))
            let process = try shop.start("exec nginx -p . -e stderr -c nginx.conf")
            guard try Self.hasBegun(process) else { continue }
            (self.shop, self.port) = (shop, port)
            return
        }
        throw Workshop.Failure(output: "no free port")
    }

    /// Whether it has its port; it says what the machine allows when it has.
    private static func hasBegun(_ process: ChildProcess) throws -> Bool {
        var log = ""
        while !log.contains("getrlimit") {
            let more = process.output.availableData
            if more.isEmpty {
                guard log.contains("bind() to") else { throw Workshop.Failure(output: log) }
                return false
            }
            log += String(decoding: more, as: UTF8.self)
        }
        return true
    }

    /// The requests that it answered.
    var requests: [Substring] {
        get throws { Self.text(shop.folder.appending(path: "access")).split(separator: "\n") }
    }

    func withClient(
        _ body: @escaping @Sendable (HTTPClient) async throws -> Void
    ) async throws {
        let roots = try shop.bytes("root.pem")
        try await withLoop { loop in
            let client = HTTPClient(
                loops: [loop],
                configuration: .patient,
                tls: try TLSContext(client: TLSConfiguration.Client(roots: .only(.bytes(roots))))
            )
            defer { client.shutDown() }
            try await body(client)
        }
    }

    func post(_ client: HTTPClient, _ path: String) async throws -> String {
        let request = ClientRequest(
            method: .post,
            scheme: .https,
            host: "localhost",
            port: Int(port),
            target: path,
            body: Array("abc".utf8)
        )
        let answer = try await client.send(request, deadline: .now + .patient)
        return String(decoding: answer.body, as: UTF8.self)
    }

    private static func text(_ file: URL) -> String {
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func configuration(_ port: UInt16, _ settings: String) -> String {
        """
        pid pid;
        error_log stderr notice;
        daemon off;
        master_process off;
        events { worker_connections 64; }
        http {
            access_log access;
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            server {
                listen 127.0.0.1:\(port) ssl;
                ssl_certificate chain.pem;
                ssl_certificate_key leaf.key;
                ssl_session_cache shared:sessions:1m;
                \(settings)
                location / { return 200 "$request_method $connection_requests $ssl_session_reused"; }
                location /last {
                    keepalive_timeout 0;
                    return 200 "$request_method $connection_requests $ssl_session_reused";
                }
            }
        }

        """
    }
}
