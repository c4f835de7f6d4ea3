import Foundation
import HTTP
import HTTPTypes
import JSON
import OpenSSL
import Sockets

/// Asks a service on loopback over HTTP.
final class ServiceClient: Sendable {
    let port: UInt16
    private let loops: EventLoopGroup
    private let client: HTTPClient

    init(port: UInt16) throws {
        self.port = port
        loops = try EventLoopGroup(count: 1, name: "client")
        var configuration = ClientConfiguration()
        // A service under valgrind takes its time.
        configuration.firstByteTimeout = .seconds(300)
        client = HTTPClient(
            loops: loops.loops,
            configuration: configuration,
            tls: try TLSContext(client: TLSConfiguration.Client())
        )
    }

    /// The answer's document, whatever its status; null when it has none.
    func get(_ path: String) async throws -> JSONValue {
        try await send(.get, path, nil, []).1
    }

    /// The document of a successful answer.
    @discardableResult
    func post(
        _ path: String,
        _ body: String = "{}",
        type: String = "application/json"
    ) async throws -> JSONValue {
        let (status, document) = try await send(.post, path, type, Array(body.utf8))
        guard (200..<300).contains(status) else {
            throw BenchmarkError("POST \(path): \(status) \(document)")
        }
        return document
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ type: String?,
        _ body: [UInt8]
    ) async throws -> (Int, JSONValue) {
        var fields = HTTPFields()
        if let type { fields[.contentType] = type }
        let answer = try await client.send(
            ClientRequest(
                method: method,
                scheme: .http,
                host: "127.0.0.1",
                port: Int(port),
                target: path,
                fields: fields,
                body: body
            ),
            deadline: .now + .seconds(300)
        )
        return (answer.status.code, (try? JSONValue(parsing: answer.body)) ?? .null)
    }

    /// Closes its connections and ends its thread.
    func shutDown() {
        client.shutDown()
        loops.shutdown()
    }
}
