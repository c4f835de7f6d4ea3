package import AWS
import HTTP
import HTTPTypes
package import Orders
import Synchronization
import Telemetry

/// `http:invoke`: calls an API over HTTPS as a connection of the secrets file.
///
/// It is done once for each attempt, and once more when the process ends in its midst, as on AWS. What a connection adds to
/// a request is added below the history, and taken out of what the answer repeats of it.
package final class HTTPTaskIntegration: Integration {
    private let transport: any AWSTransport
    private let configuration: Configuration
    private let connections: Mutex<HTTPConnections>
    private let tokens: OAuthTokens

    package struct Configuration: Sendable {
        /// How long a call may take, with the fetching of a token.
        package var timeout: Duration
        /// For `User-Agent`.
        package var region: String
        package var allowance: WorkflowAllowance
        /// Where connections are written down, for messages.
        package var setting: String

        package init(
            timeout: Duration = .seconds(60),
            region: String,
            allowance: WorkflowAllowance = .usual,
            setting: String = "httpTask.secretsFile"
        ) {
            self.timeout = timeout
            self.region = region
            self.allowance = allowance
            self.setting = setting
        }
    }

    /// Over a client that has rules for hosts.
    package init(
        over transport: any AWSTransport,
        _ configuration: Configuration,
        connections: HTTPConnections,
        tokens: OAuthTokens = OAuthTokens()
    ) {
        self.transport = transport
        self.configuration = configuration
        self.connections = Mutex(connections)
        self.tokens = tokens
    }

    /// Takes other connections from now on; tokens of connections that have changed are forgotten.
    package func replace(with connections: HTTPConnections) {
        self.connections.withLock { $0 = connections }
        let wanted = Set(connections.names.compactMap { connections[$0] })
        tokens.keep(wanted.contains)
    }

    package func perform(_ call: TaskCall) async -> TaskOutcome {
        do throws(ServiceFailure) {
            guard configuration.allowance.allows(call.resource) else {
                throw .permissions("workflow.allow does not let a workflow call \(call.resource)")
            }
            let trace: CallTrace? =
                if case .order(let visit) = call.origin { visit.trace } else { nil }
            return try await invoke(try HTTPTaskCall(call.input), trace)
        } catch {
            return error.outcome
        }
    }

    private func invoke(
        _ call: HTTPTaskCall,
        _ trace: CallTrace?
    ) async throws(ServiceFailure) -> TaskOutcome {
        let deadline = ContinuousClock.now + configuration.timeout
        guard let connection = connections.withLock({ $0[call.connection] }) else {
            throw .connection(
                .notFound,
                "There is no connection \(call.connection) in \(configuration.setting)"
            )
        }
        guard case .client(let client) = connection.authorization else {
            let answer = try await send(call, connection, nil, trace, until: deadline)
            return HTTPTaskAnswer.outcome(answer, connection.secrets())
        }
        let fetch = { () async throws(ServiceFailure) -> OAuthTokenRequest.Grant in
            try await self.fetch(client, connection, until: deadline)
        }
        var token = try await tokens.token(for: connection, fetch: fetch)
        var answer = try await send(call, connection, token, trace, until: deadline)
        // A token may end before its time; whoever says so has done nothing.
        if answer.isUnauthorized {
            token = try await tokens.token(for: connection, otherThan: token, fetch: fetch)
            answer = try await send(call, connection, token, trace, until: deadline)
        }
        return HTTPTaskAnswer.outcome(answer, connection.secrets(token))
    }

    private func send(
        _ call: HTTPTaskCall,
        _ connection: HTTPConnection,
        _ token: HTTPConnection.Token?,
        _ trace: CallTrace?,
        until deadline: ContinuousClock.Instant
    ) async throws(ServiceFailure) -> ClientResponse {
        let agent = HTTPTaskCall.agent(region: configuration.region)
        var request = try call.request(connection, token: token, agent: agent)
        let span = trace?.begin()
        if let span, !request.fields.contains(.traceParent) {
            for field in TraceInjection.fields(span.context) {
                request.fields[field.name] = field.value
            }
        }
        /// The host is left out: a definition may make it of an order.
        func end(_ status: Int?, error: String?) {
            guard let trace, let span else { return }
            trace.end(span, call.method.rawValue, error: error) { attributes in
                attributes.add("http.request.method", call.method.rawValue)
                attributes.add("url.scheme", call.endpoint.scheme.rawValue)
                if let status { attributes.add("http.response.status_code", status) }
            }
        }
        do throws(HTTPClientError) {
            let answer = try await transport.send(request, deadline: deadline)
            let status = answer.status.code
            // A client's span fails by 4xx and 5xx (semantic conventions, "HTTP spans").
            end(status, error: status >= 400 ? "status_\(status)" : nil)
            return answer
        } catch {
            let failure = HTTPTaskAnswer.failure(error, connection.secrets(token))
            end(nil, error: failure.error)
            throw failure
        }
    }

    private func fetch(
        _ client: HTTPConnection.OAuthClient,
        _ connection: HTTPConnection,
        until deadline: ContinuousClock.Instant
    ) async throws(ServiceFailure) -> OAuthTokenRequest.Grant {
        let answer: ClientResponse
        do throws(HTTPClientError) {
            answer = try await transport.send(OAuthTokenRequest.request(client), deadline: deadline)
        } catch {
            let failure = HTTPTaskAnswer.failure(error, connection.secrets())
            guard failure.error == "States.Http.Socket" else { throw failure }
            throw .connection(
                .internalError,
                "The connection's authorization server could not be asked: \(failure.cause)"
            )
        }
        return try OAuthTokenRequest.grant(answer, connection.secrets())
    }
}
