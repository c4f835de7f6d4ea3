package import AWS
import FoundationEssentials
import HTTP
import HTTPTypes
package import Orders
import Synchronization

/// Posts alerts to a URL, signed by the rules of Standard Webhooks.
///
/// The URL is a secret, since it may be all that a receiver asks for: no error names more of it than the host.
package final class WebhookTarget: AlertTarget {
    package let way = AlertWay.webhook
    private let endpoint: HTTPEndpoint
    private let secrets: Mutex<[WebhookSecret]>
    private let transport: any AWSTransport
    private let clock: any WallClock
    private let agent: String

    /// How long the receiver may take to answer.
    package static let timeout = Duration.seconds(15)
    /// The most of an answer that is read, in bytes: nothing of it is used.
    package static let maximumAnswer = 64 * 1_024

    /// Over a client that follows no redirection and has rules for hosts.
    package init(
        _ endpoint: HTTPEndpoint,
        _ secrets: [WebhookSecret],
        over transport: any AWSTransport,
        clock: any WallClock,
        agent: String
    ) {
        self.endpoint = endpoint
        self.secrets = Mutex(secrets)
        self.transport = transport
        self.clock = clock
        self.agent = agent
    }

    /// Signs with other secrets from now on.
    package func replace(with secrets: [WebhookSecret]) {
        self.secrets.withLock { $0 = secrets }
    }

    package func send(_ message: AlertMessage) async -> AlertAttempt {
        do throws(HTTPClientError) {
            let answer = try await transport.send(
                request(message, at: clock.now),
                deadline: .now + Self.timeout
            )
            return Self.attempt(answer, at: clock.now)
        } catch {
            return .failed(reason: "\(error)")
        }
    }

    func request(_ message: AlertMessage, at now: Date) -> ClientRequest {
        let (body, seconds) = (message.body, Int(now.timeIntervalSince1970))
        let signatures = secrets.withLock(\.self).map {
            $0.signature(id: message.id, seconds: seconds, body: body)
        }
        var fields: HTTPFields = [.contentType: "application/json", .userAgent: agent]
        for (name, value) in [
            ("webhook-id", message.id), ("webhook-timestamp", "\(seconds)"),
            ("webhook-signature", signatures.joined(separator: " ")),
        ] {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return ClientRequest(
            method: .post,
            scheme: endpoint.scheme,
            host: endpoint.host,
            port: endpoint.port,
            target: endpoint.query.isEmpty ? endpoint.path : "\(endpoint.path)?\(endpoint.query)",
            fields: fields,
            body: body
        )
    }

    /// Any 2xx is success, 410 the wish for no more; a redirection is a failure, since it is not followed.
    static func attempt(_ answer: ClientResponse, at now: Date) -> AlertAttempt {
        switch answer.status.code {
        case 200..<300: .accepted
        case 410: .gone
        default:
            .failed(
                reason: "it answered \(answer.status.code)",
                retryAfter: answer.fields[.retryAfter].flatMap { text in
                    Int(text).map { .seconds(max(0, min($0, 86_400))) }
                }
            )
        }
    }
}
