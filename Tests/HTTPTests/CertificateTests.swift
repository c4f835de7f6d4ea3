import Foundation
import HTTPTypes
import OpenSSL
import Sockets
import TestClosing
import TestProcesses
import Testing

@testable import HTTP

/// Against `openssl s_server`, which shows what a case says and writes down what it is sent.
@Suite(.closingPrograms)
struct `A server's certificate` {
    @Test(arguments: CertificateCase.all)
    func `is proof, or nothing is sent to the server`(_ certificate: CertificateCase) async throws {
        let shop = try Workshop()
        try shop.run(certificate.script)
        let server = try CertificateServer(certificate, in: shop)
        let result = try await call(
            certificate,
            server.port,
            try shop.bytes("\(certificate.roots).pem")
        )
        let received = try server.output()
        if let refusal = certificate.refusal {
            guard case .failure(let error) = result, case .handshakeFailed(let text) = error.reason
            else {
                Issue.record("\(result)")
                return
            }
            #expect(text.contains("TLS with \(certificate.host): "))
            #expect(text.contains(refusal))
            #expect(error.sent == .notSent)
            #expect(!received.contains("marker"))
        } else {
            #expect(try result.get().body == Array("ok".utf8))
            #expect(received.contains("GET /marker HTTP/1.1"))
            // curl is at most as strict.
            #expect(try curl(certificate, in: shop) == 0)
        }
    }

    private func call(
        _ certificate: CertificateCase,
        _ port: Int,
        _ roots: [UInt8]
    ) async throws -> Result<ClientResponse, HTTPClientError> {
        try await withLoop { loop in
            var trust = TLSConfiguration.Client(roots: .only(.bytes(roots)))
            trust.rootsSetting = "THE BUNDLE"
            let client = HTTPClient(
                loops: [loop],
                configuration: .patient,
                tls: try TLSContext(client: trust)
            )
            defer { client.shutDown() }
            let request = ClientRequest(
                method: .get,
                scheme: .https,
                host: certificate.host,
                port: port,
                target: "/marker"
            )
            do throws(HTTPClientError) {
                return .success(try await client.send(request, deadline: .now + .patient))
            } catch {
                return .failure(error)
            }
        }
    }

    /// How curl ends against the same server; 60: it does not trust it, 35: no handshake.
    private func curl(_ certificate: CertificateCase, in shop: Workshop) throws -> Int32 {
        let server = try CertificateServer(certificate, in: shop)
        let place = "\(certificate.host):\(server.port)"
        let process = try shop.start(
            """
            exec curl -sS --noproxy '*' --cacert \(certificate.roots).pem --connect-to \(place):127.0.0.1:\(server.port) \
            https://\(place)/marker
            """
        )
        _ = try process.output.readToEnd()
        return process.wait()
    }
}

/// `openssl s_server` for one connection.
struct CertificateServer {
    private let process: ChildProcess
    let port: Int
    private let start: Data

    init(_ certificate: CertificateCase, in shop: Workshop) throws {
        let chain = certificate.chain.map { "-cert_chain \($0).pem" } ?? ""
        // Its standard input has no end, for it would end with that.
        process = try shop.start(
            """
            rm -f input; mkfifo input; exec 3<>input
            printf 'HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\nConnection: close\\r\\n\\r\\nok' >&3
            exec openssl s_server -accept 127.0.0.1:0 -cert leaf.pem -key leaf.key \(chain) \
            -naccept 1 \(certificate.options) <&3
            """
        )
        (port, start) = try Self.port(of: process)
    }

    /// Where the program listens, as soon as it does, and what it wrote until then.
    static func port(of process: ChildProcess) throws -> (port: Int, text: Data) {
        // "ACCEPT 127.0.0.1:43210"
        var text = Data()
        while !text.contains(Data("ACCEPT ".utf8)) || text.last != UInt8(ascii: "\n") {
            let more = process.output.availableData
            guard !more.isEmpty else {
                throw Workshop.Failure(output: String(decoding: text, as: UTF8.self))
            }
            text += more
        }
        let line = String(decoding: text, as: UTF8.self).split(separator: ":").last ?? ""
        return (try #require(Int(line.trimmingCharacters(in: .newlines))), text)
    }

    /// All that it wrote to its end, which is that of its connection.
    func output() throws -> String {
        let rest = try process.output.readToEnd() ?? Data()
        return String(decoding: start + rest, as: UTF8.self)
    }
}

extension Data {
    fileprivate func contains(_ other: Data) -> Bool { range(of: other) != nil }
}
