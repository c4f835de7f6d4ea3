import Foundation
import HTTPTypes
import OpenSSL
import Sockets
import TestClosing
import TestProcesses
import Testing

@testable import HTTP

/// `openssl s_server -www` answers each call on a connection of its own, and tells whether that took a session up.
@Suite(.closingPrograms)
struct ForeignResumptionTests {
    @Test(arguments: ["-tls1_3", "-tls1_2", "-tls1_2 -no_ticket"])
    func `a server's tickets and session numbers are taken up`(_ version: String) async throws {
        let shop = try Workshop()
        try shop.run(CertificateCase("").script)
        let process = try shop.start(
            """
            exec openssl s_server -accept 127.0.0.1:0 -cert leaf.pem -key leaf.key -cert_chain middle.pem \
            -www -naccept 3 \(version)
            """
        )
        let port = try CertificateServer.port(of: process).port
        let roots = TLSConfiguration.Roots.only(.bytes(try shop.bytes("root.pem")))
        let pages = try await withLoop { loop in
            let client = HTTPClient(
                loops: [loop],
                configuration: .patient,
                tls: try TLSContext(client: TLSConfiguration.Client(roots: roots))
            )
            defer { client.shutDown() }
            var pages: [String] = []
            for _ in 0..<3 {
                let request = ClientRequest(
                    method: .get,
                    scheme: .https,
                    host: "localhost",
                    port: port,
                    target: "/"
                )
                let response = try await client.send(request, deadline: .now + .patient)
                pages.append(String(decoding: response.body, as: UTF8.self))
            }
            return pages
        }
        #expect(pages.map { $0.contains("\nNew, TLS") } == [true, false, false])
        #expect(pages.map { $0.contains("\nReused, TLS") } == [false, true, true])
    }
}
