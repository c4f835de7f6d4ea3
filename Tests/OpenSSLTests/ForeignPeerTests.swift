import Foundation
import OpenSSL
import Sockets
import TestClosing
import TestProcesses
import Testing

/// Against the `openssl` program, whose TLS is driven by somebody else's code.
@Suite(.closingPrograms)
struct ForeignPeerTests {
    private let certificate: SelfSignedCertificate
    private let folder: URL

    init() throws {
        certificate = try SelfSignedCertificate(names: ["localhost", "127.0.0.1"])
        folder = try TestFolder.make()
        try Data(certificate.certificatePEM).write(to: folder.appending(path: "c.pem"))
        try Data(certificate.privateKeyPEM).write(to: folder.appending(path: "k.pem"))
    }

    /// The program, which is told `hello` on standard input.
    private func start(_ command: String) throws -> ChildProcess {
        let process = try ChildProcess("/bin/sh", ["-c", command], environment: [:], in: folder)
        afterwards { process.killGroup() }
        return process
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `s_client trusts our certificate and hears our end`(_ version: String) async throws {
        try await onLoop { loop in
            let address = SocketAddress(ip: .loopback, port: 0)
            let listener = try TCPListener.bind(to: address, on: loop)
            let process = try start(
                """
                printf hello | exec openssl s_client -connect \(listener.localAddress) -servername localhost \
                    -CAfile c.pem -verify_return_error -verify_hostname localhost -quiet \(version) 2>errors
                """
            )
            let accepted = try await listener.accept(for: loop)
            accepted.deadline = loop.now.advanced(by: .seconds(600))
            let context = try TLSContext(server: certificate.server)
            let stream = try await TLSStream.server(over: accepted, context: context)
            #expect(try await stream.read(exactly: 5) == Array("hello".utf8))
            try await stream.write(Array("goodbye".utf8))
            try await stream.shutdownWrite()
            #expect(try process.output.readToEnd() == Data("goodbye".utf8))
            #expect(process.wait() == 0)
        }
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `s_server is proven by us and says hello`(_ version: String) async throws {
        try await onLoop { loop in
            // Its standard input stays open, since it would close the connection at the end of that.
            let process = try start(
                """
                (printf hello; sleep 600) | exec openssl s_server -accept 127.0.0.1:0 -cert c.pem -key k.pem \
                    -naccept 1 \(version)
                """
            )
            // "ACCEPT 127.0.0.1:43210"
            var text = ""
            while !text.contains("ACCEPT ") || text.last != "\n" {
                text += String(decoding: process.output.availableData, as: UTF8.self)
            }
            let port = try #require(
                text.split(separator: ":").last.flatMap { UInt16($0.dropLast()) }
            )
            let deadline = loop.now.advanced(by: .seconds(600))
            let tcp = try await TCPStream.connect(
                to: "localhost",
                port: port,
                on: loop,
                deadline: deadline
            )
            tcp.deadline = deadline
            let context = try TLSContext(client: certificate.client)
            let stream = try await TLSStream.client(
                over: tcp,
                context: context,
                serverName: "localhost"
            )
            #expect(stream.version == (version == "-tls1_2" ? "TLSv1.2" : "TLSv1.3"))
            #expect(try await stream.read(exactly: 5) == Array("hello".utf8))
        }
    }
}
