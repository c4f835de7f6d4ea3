import AWS
import FoundationEssentials
import HTTP
import HTTPTypes
import Synchronization

/// Answers from a list, in order, and keeps what it was asked.
final class FakeTransport: AWSTransport {
    typealias Answer = Result<ClientResponse, HTTPClientError>

    private struct State {
        var answers: [Answer]
        var requests: [ClientRequest] = []
    }

    private let state: Mutex<State>

    init(_ answers: [Answer]) { state = Mutex(State(answers: answers)) }

    var requests: [ClientRequest] { state.withLock { $0.requests } }

    func send(
        _ request: ClientRequest,
        deadline: ContinuousClock.Instant
    ) async throws(HTTPClientError) -> ClientResponse {
        let answer = state.withLock { state in
            state.requests.append(request)
            return state.answers.removeFirst()
        }
        return try answer.get()
    }
}

extension Result where Success == ClientResponse, Failure == HTTPClientError {
    static func answer(
        _ status: Int,
        _ body: String = "",
        _ fields: [String: String] = [:]
    ) -> Self {
        var all = HTTPFields()
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { all[name] = value }
        }
        let status = HTTPResponse.Status(code: status)
        return .success(ClientResponse(status: status, fields: all, body: Array(body.utf8)))
    }
}

extension ContinuousClock.Instant {
    /// Later than any test.
    static var later: Self { .now.advanced(by: .seconds(3_600)) }
}

let testCredentials = StaticCredentials(
    Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret")
)

func makeClient(
    _ service: AWSService,
    _ transport: FakeTransport,
    retries: RetryPolicy = .never,
    credentials: any CredentialsProvider = testCredentials
) -> AWSClient {
    AWSClient(
        service,
        at: Endpoint(scheme: .https, host: "aws.test", pathPrefix: "/base"),
        region: "us-east-1",
        credentials: credentials,
        transport: transport,
        retries: retries,
        now: { Date(timeIntervalSince1970: 1_440_938_160) }
    )
}

/// A source that has none.
struct NoCredentials: CredentialsProvider {
    let name = "nowhere"

    func credentials(
        until deadline: ContinuousClock.Instant?
    ) throws(CredentialsError) -> Credentials? { nil }
}
