import ArgumentParser
import Foundation
import HTTP
import HTTPTypes
import OpenSSL
import Sockets

/// The flags of every command that asks a running service.
struct ServiceOptions: ParsableArguments {
    @Option(help: "The service's address (also ORDERD_URL).")
    var url: String?

    @Option(help: "How many seconds to wait for the answer.")
    var timeout: Int = 30

    @Option(
        help: "A file with the API key's token (also ORDERD_TOKEN, the token itself).",
        completion: .file()
    )
    var keyFile: String?

    @Option(
        help: "Certificates to trust instead of the machine's (also ORDERD_CA_FILE).",
        completion: .file()
    )
    var caFile: String?

    @Flag(exclusivity: .exclusive)
    var form: AnswerForm?

    /// Asks the service once; answers the status and the body.
    func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        body: [UInt8] = [],
        fields: HTTPFields = HTTPFields()
    ) async throws -> ServiceAnswer {
        let connection = try connect()
        defer { connection.close() }
        return try await connection.send(method, path, body: body, fields: fields)
    }

    /// What the service is asked through more than once.
    func connect() throws -> ServiceConnection {
        var request = try request(.get, "/")
        if let token = try token() { request.fields[.authorization] = "Bearer \(token)" }
        let roots = caFile ?? ProcessInfo.processInfo.environment["ORDERD_CA_FILE"]
        let tls = try TLSContext(
            client: TLSConfiguration.Client(roots: roots.map { .only(.file($0)) } ?? .system)
        )
        return try ServiceConnection(request, tls, timeout: .seconds(timeout))
    }

    private func token() throws -> String? {
        guard let keyFile else { return ProcessInfo.processInfo.environment["ORDERD_TOKEN"] }
        do {
            return try InputFile(keyFile, maximumSize: 1 << 16).text
                .trimmingCharacters(in: .whitespacesAndNewlines)
        } catch {
            throw ValidationError("\(error)")
        }
    }

    private func request(_ method: HTTPRequest.Method, _ path: String) throws -> ClientRequest {
        let environment = ProcessInfo.processInfo.environment
        let port = environment["ORDERD_HTTP_PORT"] ?? "8080"
        let url = url ?? environment["ORDERD_URL"] ?? "http://127.0.0.1:\(port)"
        guard let parts = URLComponents(string: url), let host = parts.host, !host.isEmpty,
            let scheme = ClientRequest.Scheme(rawValue: parts.scheme ?? "")
        else { throw ValidationError("\(url) is no http URL; write http://HOST:PORT") }
        return ClientRequest(
            method: method,
            scheme: scheme,
            host: host,
            port: parts.port,
            target: path
        )
    }
}

/// The flags of every command by which a person steps in.
struct OperatorOptions: ParsableArguments {
    @Option(help: "Who does it, for the audit (default: the user's name).")
    var `operator`: String?

    @Option(help: "Why, for the audit.")
    var reason: String?

    /// The header that says who.
    var fields: HTTPFields {
        var fields = HTTPFields()
        let name = `operator` ?? ProcessInfo.processInfo.environment["USER"] ?? NSUserName()
        if let field = HTTPField.Name("X-Operator") { fields[field] = name }
        return fields
    }
}
