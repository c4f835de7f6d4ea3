import ArgumentParser
import Foundation
import HTTP
import HTTPTypes
import OpenSSL
import Sockets

/// `orderd health`: asks a running service how it is; for Docker's HEALTHCHECK.
struct Health: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask a running service how it is: exit 0 for pass and warn, 1 otherwise."
    )

    @Option(help: "The service's address (also ORDERD_URL).")
    var url: String?

    @Option(help: "How many seconds to wait for the answer.")
    var timeout: Int = 5

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let port = environment["ORDERD_HTTP_PORT"] ?? "8080"
        let url = url ?? environment["ORDERD_URL"] ?? "http://127.0.0.1:\(port)"
        guard let target = Target(url) else {
            throw ValidationError("\(url) is no http URL; write http://HOST:PORT")
        }
        let group = try EventLoopGroup(count: 1)
        defer { group.shutdown() }
        let client = HTTPClient(
            loops: group.loops,
            tls: try TLSContext(client: TLSConfiguration.Client())
        )
        defer { client.shutDown() }
        do {
            let answer = try await client.send(target.request, deadline: .now + .seconds(timeout))
            print(String(decoding: answer.body, as: UTF8.self))
            if answer.status.code != 200 { throw ExitCode.failure }
        } catch let error as HTTPClientError {
            StandardError.write("\(error)\n")
            throw ExitCode.failure
        }
    }

    /// The parts of the address.
    private struct Target {
        let request: ClientRequest

        init?(_ url: String) {
            guard let parts = URLComponents(string: url), let host = parts.host, !host.isEmpty,
                let scheme = ClientRequest.Scheme(rawValue: parts.scheme ?? "")
            else { return nil }
            request = ClientRequest(
                method: .get,
                scheme: scheme,
                host: host,
                port: parts.port,
                target: "/health"
            )
        }
    }
}
