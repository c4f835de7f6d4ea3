internal import Formats
package import FoundationEssentials
package import HTTP
internal import HTTPTypes
internal import OpenSSL
internal import Synchronization

/// What carries the requests: `HTTPClient`, or a stand-in in tests.
package protocol AWSTransport: Sendable {
    /// The whole answer to the request, or why there is none.
    func send(
        _ request: ClientRequest,
        deadline: ContinuousClock.Instant
    ) async throws(HTTPClientError) -> ClientResponse
}

/// Signs calls to one service and sends them.
///
/// A call is sent once. It is sent again only when the service says that our clock is wrong, which proves
/// that it did nothing, and as often as `RetryPolicy` lets calls be repeated that were not accepted.
package final class AWSClient: Sendable {
    package let service: AWSService
    package let endpoint: Endpoint
    /// The region to sign for.
    package let region: String

    private let transport: any AWSTransport
    private let credentials: any CredentialsProvider
    private let retries: RetryPolicy
    private let now: @Sendable () -> Date
    /// How far AWS's clock is ahead of ours, as far as a refusal has told.
    private let skew = Mutex<TimeInterval>(0)

    /// A client for the service at that endpoint; `now` is the time to sign with.
    package init(
        _ service: AWSService,
        at endpoint: Endpoint,
        region: String,
        credentials: any CredentialsProvider,
        transport: any AWSTransport,
        retries: RetryPolicy = .never,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.service = service
        self.endpoint = endpoint
        self.region = region
        self.credentials = credentials
        self.transport = transport
        self.retries = retries
        self.now = now
    }

    /// The answer to the call, which is a success (2xx).
    package func send(
        _ request: AWSRequest,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> ClientResponse {
        var random = SecureRandom()
        let invocation = UUID(from: &random).uuidString.lowercased()
        var attempt = 1
        while true {
            do throws(AWSError) {
                let tag = Attempt(invocation: invocation, number: attempt, of: retries.attempts)
                return try await sendCorrectingTheClock(request, tag, deadline)
            } catch {
                guard let delay = retries.delay(after: attempt, of: error, using: &random) else {
                    throw error
                }
                let wake = ContinuousClock.now.advanced(by: delay)
                guard wake < deadline, (try? await Task.sleep(until: wake)) != nil else {
                    throw error
                }
                attempt += 1
            }
        }
    }

    private struct Attempt {
        let invocation: String
        let number: Int
        let count: Int

        init(invocation: String, number: Int, of count: Int) {
            self.invocation = invocation
            self.number = number
            self.count = count
        }
    }

    private func sendCorrectingTheClock(
        _ request: AWSRequest,
        _ attempt: Attempt,
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> ClientResponse {
        let answer = try await sendOnce(request, attempt, deadline)
        guard !answer.isSuccess else { return answer }
        let fault = ServiceError(operation: name(of: request), answer: answer)
        guard fault.isAboutTime, learnTheTime(from: answer) else {
            throw AWSError(name(of: request), .service(fault))
        }
        let second = try await sendOnce(request, attempt, deadline)
        guard !second.isSuccess else { return second }
        let secondFault = ServiceError(operation: name(of: request), answer: second)
        throw AWSError(name(of: request), .service(secondFault))
    }

    private func sendOnce(
        _ request: AWSRequest,
        _ attempt: Attempt,
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> ClientResponse {
        let operation = name(of: request)
        let signed = try await sign(request, attempt)
        do throws(HTTPClientError) {
            return try await transport.send(signed, deadline: deadline)
        } catch {
            throw AWSError(operation, .transport(error))
        }
    }

    private func sign(
        _ request: AWSRequest,
        _ attempt: Attempt
    ) async throws(AWSError) -> ClientRequest {
        let signer = SignatureV4(
            credentials: try await currentCredentials(for: request),
            region: region,
            service: service.signingName
        )
        var addressed = ClientRequest(
            method: request.method,
            scheme: endpoint.scheme,
            host: endpoint.host,
            port: endpoint.port,
            target: endpoint.pathPrefix + request.path,
            body: request.body
        )
        if let type = request.contentType { addressed.fields[.contentType] = type }
        addressed.fields[.invocationID] = attempt.invocation
        addressed.fields[.sdkRequest] = "attempt=\(attempt.number); max=\(attempt.count)"
        addressed.sign(with: signer, at: now().addingTimeInterval(skew.withLock { $0 }))
        return addressed
    }

    private func currentCredentials(
        for request: AWSRequest
    ) async throws(AWSError) -> Credentials {
        let found: Credentials?
        do throws(CredentialsError) {
            found = try await credentials.credentials(at: now())
        } catch {
            throw AWSError(name(of: request), .noCredentials("\(error)"))
        }
        guard let found else {
            throw AWSError(name(of: request), .noCredentials("none in \(credentials.name)"))
        }
        return found
    }

    private func name(of request: AWSRequest) -> String {
        "\(service.id.lowercased()) \(request.operation)"
    }

    /// Takes over the service's time when ours is too far from it; false when it is not.
    private func learnTheTime(from answer: ClientResponse) -> Bool {
        guard let text = answer.fields[.date], let date = HTTPDate.date(text) else { return false }
        let difference = date.timeIntervalSince(now())
        return skew.withLock { skew in
            guard abs(difference - skew) >= Self.smallestSkew else { return false }
            skew = difference
            return true
        }
    }

    /// Below this the services accept a signature anyway, so the time was not the fault.
    private static let smallestSkew: TimeInterval = 240
}

extension ClientRequest {
    /// Adds the signature's fields; what it covers must not be changed afterwards.
    mutating func sign(with signer: SignatureV4, at date: Date) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let own = fields.map { SignableRequest.Field($0.name.rawName, $0.value) }
        let request = SignableRequest(
            method: method.rawValue,
            path: String(parts[0]),
            query: parts.count == 2 ? String(parts[1]) : "",
            fields: own + [SignableRequest.Field("Host", authority.lowercased())],
            body: body
        )
        for field in signer.fields(for: request, at: date) {
            guard let name = HTTPField.Name(field.name) else { continue }
            fields[name] = field.value
        }
    }
}

extension ClientResponse {
    /// Whether the service did what was asked.
    var isSuccess: Bool { status.kind == .successful }
}
