import Foundation
import OpenSSL
import Sockets
import TestClosing
import TestProcesses
import Testing

@testable import HTTP

/// Through tinyproxy, a proxy that others wrote.
@Suite(
    .enabled(
        if: Tinyproxy.isInstalled || ProcessInfo.processInfo.environment["CI"] == "true",
        "tinyproxy is not installed: apt-get install tinyproxy"
    ),
    .closingPrograms
)
struct TinyproxyTests {
    /// An address of this machine that is not loopback, so that the proxy is asked for it.
    private static let host = "0.0.0.0"

    private func call(
        _ user: String,
        port: Int? = nil,
        settings: String = "BasicAuth user pa-ss"
    ) async throws -> Result<ClientResponse, HTTPClientError> {
        try await withSecuredServer(names: [Self.host]) { secured, loopback in
            let proxy = try Tinyproxy(settings)
            let roots = TLSConfiguration.Roots.only(.bytes(secured.certificate.certificatePEM))
            let client = try `A call through a proxy`.client(
                loopback.loop,
                "http://\(user)127.0.0.1:\(proxy.port)",
                roots: roots
            )
            defer { client.shutDown() }
            return await `A call through a proxy`.send(
                client,
                (.https, Self.host),
                port: port ?? Int(loopback.address.port)
            )
        }
    }

    @Test func `a call reaches its host, encrypted`() async throws {
        let response = try await call("user:pa%2Dss@").get()
        #expect(response.body == Array("POST /marker abc".utf8))
    }

    @Test(arguments: [("", "407"), ("user:wrong@", "401")])
    func `a user that it does not know is told so`(user: String, status: String) async throws {
        let error = try `A call through a proxy`.failure(try await call(user))
        guard case .proxyRefused(let text) = error.reason else {
            Issue.record("\(error)")
            return
        }
        #expect(text.contains("answered \(status)"))
        #expect(text.contains("ALL_PROXY") && text.contains("user"))
        #expect(error.sent == .notSent)
    }

    @Test func `a port that it does not connect to is told`() async throws {
        let error = try `A call through a proxy`.failure(
            try await call("", settings: "ConnectPort 1")
        )
        #expect(error.description.contains("answered 403"))
        #expect(error.sent == .notSent)
    }

    @Test func `a host that does not answer it is told`() async throws {
        let error = try `A call through a proxy`.failure(
            try await call("user:pa%2Dss@", port: 1)
        )
        guard case .proxyRefused = error.reason else {
            Issue.record("\(error)")
            return
        }
        #expect(error.sent == .notSent)
    }
}

private struct Tinyproxy {
    static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/tinyproxy")
    let port: UInt16

    /// Starts it on a free port and waits until it listens; on another when somebody was faster.
    init(_ settings: String) throws {
        for _ in 0..<20 {
            guard let port = try Self.start(settings) else { continue }
            self.port = port
            return
        }
        throw Workshop.Failure(output: "no free port")
    }

    private static func start(_ settings: String) throws -> UInt16? {
        let (shop, port) = (try Workshop(), try Workshop.freePort())
        let text = """
            Port \(port)
            Listen 127.0.0.1
            Timeout 600
            LogLevel Info
            \(settings)

            """
        try Data(text.utf8).write(to: shop.folder.appending(path: "settings"))
        let process = try shop.start("exec tinyproxy -d -c settings")
        // It logs to standard output, this last.
        var log = Data()
        while log.range(of: Data("Accepting connections".utf8)) == nil {
            let more = process.output.availableData
            if more.isEmpty {
                let text = String(decoding: log, as: UTF8.self)
                guard text.contains("listening sockets") else {
                    throw Workshop.Failure(output: text)
                }
                return nil
            }
            log += more
        }
        return port
    }
}
