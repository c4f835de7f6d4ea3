import AWS
import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Orders
import Synchronization

/// CloudWatch Logs as a test wants it to be: a group and a stream that may be missing, and faults before the next calls.
final class LogsStub: AWSTransport {
    /// What the next call comes to, whatever it is.
    enum Weather: Sendable {
        case fault(Int, String, String = "")
        case body(String)
        case unreachable
        /// There is no answer until the caller gives up.
        case silence
    }

    private struct State {
        var weather: [Weather] = []
        var lasting: Weather?
        var hasGroup = true
        var hasStream = true
        var calls: [String] = []
        var messages: [String] = []
    }

    private let state = Mutex(State())

    /// What is to come, a call each, and then for all calls.
    func expect(_ weather: [Weather], then lasting: Weather? = nil) {
        state.withLock { ($0.weather, $0.lasting) = (weather, lasting) }
    }

    func lose(group: Bool) {
        state.withLock { state in
            state.hasStream = false
            if group { state.hasGroup = false }
        }
    }

    /// The calls by their names, in their order.
    var calls: [String] { state.withLock(\.calls) }
    /// The messages of all events that were taken, in their order.
    var messages: [String] { state.withLock(\.messages) }

    func send(
        _ request: ClientRequest,
        deadline: ContinuousClock.Instant
    ) async throws(HTTPClientError) -> ClientResponse {
        let target = HTTPField.Name("X-Amz-Target").flatMap { request.fields[$0] } ?? ""
        let operation = String(target.split(separator: ".").last ?? "")
        let weather = state.withLock { state in
            state.calls.append(operation)
            return state.weather.isEmpty ? state.lasting : state.weather.removeFirst()
        }
        switch weather {
        case nil: return answer(operation, request)
        case .fault(let status, let code, let message): return Self.fault(status, code, message)
        case .body(let text):
            take(request)
            return Self.response(200, text)
        case .unreachable:
            throw HTTPClientError(.connectFailed("refused"), sent: .notSent, authority: "logs")
        case .silence:
            try? await Task.sleep(for: .seconds(3_600))
            throw HTTPClientError(.timedOut(.response), sent: .maybeSent, authority: "logs")
        }
    }

    private func answer(_ operation: String, _ request: ClientRequest) -> ClientResponse {
        let hasAll = state.withLock { state in
            switch operation {
            case "CreateLogGroup":
                state.hasGroup = true
                return true
            case "CreateLogStream":
                state.hasStream = state.hasGroup
                return state.hasGroup
            default: return state.hasStream
            }
        }
        guard hasAll else {
            return Self.fault(400, "ResourceNotFoundException", "There is none.")
        }
        take(request)
        return Self.response(200, "{}")
    }

    private func take(_ request: ClientRequest) {
        let events = (try? JSONValue(parsing: request.body))?["logEvents"]?.array ?? []
        state.withLock { $0.messages += events.compactMap { $0["message"]?.string } }
    }

    private static func fault(_ status: Int, _ code: String, _ message: String) -> ClientResponse {
        let body: JSONValue = ["__type": .string(code), "message": .string(message)]
        return response(status, body.text)
    }

    private static func response(_ status: Int, _ body: String) -> ClientResponse {
        ClientResponse(
            status: HTTPResponse.Status(code: status),
            fields: HTTPFields(),
            body: Array(body.utf8)
        )
    }
}
