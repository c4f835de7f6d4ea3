import ArgumentParser
import HTTP
import HTTPTypes
import OpenSSL
import Sockets

/// What a running service answered.
typealias ServiceAnswer = (status: Int, body: [UInt8])

/// A running service that is asked more than once.
struct ServiceConnection {
    /// What every request has: the address and the key.
    private let model: ClientRequest
    private let timeout: Duration
    private let group: EventLoopGroup
    private let client: HTTPClient

    init(_ model: ClientRequest, _ tls: TLSContext, timeout: Duration) throws {
        (self.model, self.timeout) = (model, timeout)
        group = try EventLoopGroup(count: 1)
        client = HTTPClient(loops: group.loops, tls: tls)
    }

    /// Host and port.
    var place: String { model.authority }

    func close() {
        client.shutDown()
        group.shutdown()
    }

    /// Asks; a service that cannot be reached is told of on standard error, and ends the command.
    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        body: [UInt8] = [],
        fields: HTTPFields = HTTPFields()
    ) async throws -> ServiceAnswer {
        do {
            return try await attempt(method, path, body: body, fields: fields)
        } catch {
            StandardError.write("\(error)\n")
            throw ExitCode.failure
        }
    }

    /// Asks; throws what came in between.
    func attempt(
        _ method: HTTPRequest.Method,
        _ path: String,
        body: [UInt8] = [],
        fields: HTTPFields = HTTPFields()
    ) async throws(HTTPClientError) -> ServiceAnswer {
        let request = request(method, path, body: body, fields: fields)
        let answer = try await client.send(request, deadline: .now + timeout)
        return (answer.status.code, answer.body)
    }

    /// Asks for a stream, whose pieces are taken as they come.
    func stream(
        _ path: String,
        fields: HTTPFields,
        _ pieces: BodyPieces
    ) async throws(HTTPClientError) -> ServiceAnswer {
        let request = request(.get, path, body: [], fields: fields)
        let answer = try await client.send(request, deadline: .now + timeout, pieces)
        return (answer.status.code, answer.body)
    }

    private func request(
        _ method: HTTPRequest.Method,
        _ path: String,
        body: [UInt8],
        fields: HTTPFields
    ) -> ClientRequest {
        var request = model
        (request.method, request.target, request.body) = (method, path, body)
        for field in fields { request.fields[field.name] = field.value }
        if !body.isEmpty, request.fields[.contentType] == nil {
            request.fields[.contentType] = "application/json"
        }
        return request
    }
}
