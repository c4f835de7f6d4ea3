internal import Formats
package import FoundationEssentials
package import HTTP
internal import HTTPTypes
internal import OpenSSL

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
/// A call that sends something is sent once, and again only when it was refused for the time of its signature, which
/// proves that nothing was done. Other calls are repeated as `RetryPolicy` has it.
package final class AWSClient: Sendable {
    package let service: AWSService
    package let endpoint: Endpoint
    /// The region to sign for.
    package let region: String

    private let transport: any AWSTransport
    /// nil: calls go without a signature.
    private let credentials: (any CredentialsProvider)?
    private let retries: Retries
    private let skew: SkewCorrection
    private let keys = SigningKeys()
    private let now: @Sendable () -> Date

    /// A client for the service at that endpoint; `now` is this machine's time, which `skew` puts right to sign with.
    package convenience init(
        _ service: AWSService,
        at endpoint: Endpoint,
        region: String,
        credentials: (any CredentialsProvider)?,
        transport: any AWSTransport,
        retries: RetryPolicy = .never,
        skew: SkewCorrection = SkewCorrection(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.init(
            service,
            at: endpoint,
            region: region,
            credentials: credentials,
            transport: transport,
            retries: Retries(retries),
            skew: skew,
            now: now
        )
    }

    /// A client that goes on with what another one remembers.
    init(
        _ service: AWSService,
        at endpoint: Endpoint,
        region: String,
        credentials: (any CredentialsProvider)?,
        transport: any AWSTransport,
        retries: Retries,
        skew: SkewCorrection,
        now: @escaping @Sendable () -> Date
    ) {
        self.service = service
        self.endpoint = endpoint
        self.region = region
        self.credentials = credentials
        self.transport = transport
        self.retries = retries
        self.skew = skew
        self.now = now
    }

    /// The answer to the call, which is a success (2xx).
    package func send(
        _ request: AWSRequest,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> ClientResponse {
        var random = SecureRandom()
        let invocation = RandomUUID.text(SecureRandom.bytes(16))
        let attempts = request.isRepeatable ? retries.policy.attempts : 1
        var paid: Int?
        var number = 0
        while true {
            number += 1
            let attempt = Attempt(invocation: invocation, number: number, count: attempts)
            do throws(AWSError) {
                try await waitForTurn(request, deadline)
                let answer = try await sendAtTheRightTime(request, attempt, deadline)
                retries.succeeded(paid: paid)
                return answer
            } catch {
                retries.failed(error)
                guard request.isRepeatable,
                    let next = retries.next(after: number, of: error, using: &random)
                else { throw error }
                paid = next.cost
                guard await pause(next.delay, deadline) else { throw error }
            }
        }
    }

    /// In adaptive mode a call waits while its service throttles; what is sent has the engine's gates instead.
    private func waitForTurn(
        _ request: AWSRequest,
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) {
        guard request.isRepeatable else { return }
        guard let delay = retries.takeTurn(within: deadline - .now) else { throw late(request) }
        guard delay > .zero else { return }
        guard await pause(delay, deadline) else {
            retries.giveTurnBack()
            throw late(request)
        }
    }

    /// The deadline came before the request could be signed: certainly nothing was sent.
    private func late(_ request: AWSRequest) -> AWSError {
        let reason = HTTPClientError.Reason.timedOut(.signing)
        let error = HTTPClientError(reason, sent: .notSent, authority: endpoint.host)
        return AWSError(name(of: request), .transport(error))
    }

    /// False when the deadline comes first, or the task is cancelled.
    private func pause(_ delay: Duration, _ deadline: ContinuousClock.Instant) async -> Bool {
        let wake = ContinuousClock.now.advanced(by: delay)
        guard wake < deadline else { return false }
        return (try? await Task.sleep(until: wake)) != nil
    }
}

extension AWSClient {
    private struct Attempt {
        let invocation: String
        let number: Int
        let count: Int
    }

    /// What a call was signed with.
    private struct Signature {
        let request: ClientRequest
        let credentials: Credentials?
        let skew: TimeInterval
    }

    /// How often a call is signed anew within an attempt: once for what it learns of the time, and once more for what
    /// others have learnt meanwhile.
    private static let maximumSignatures = 3

    private func sendAtTheRightTime(
        _ request: AWSRequest,
        _ attempt: Attempt,
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> ClientResponse {
        var count = 0
        while true {
            count += 1
            let signature = try await sign(request, attempt, deadline)
            let answer = try await exchange(signature.request, request, deadline)
            if answer.isSuccess { return answer }
            let fault = ServiceError(operation: name(of: request), answer: answer)
            guard fault.isAboutTime, signsAgain(signature, answer), count < Self.maximumSignatures
            else {
                throw refusal(fault, of: signature, request)
            }
        }
    }

    private func signsAgain(_ signature: Signature, _ answer: ClientResponse) -> Bool {
        skew.signsAgain(
            signedWith: signature.skew,
            theirs: answer.fields[.date].flatMap(HTTPDate.date),
            ours: now()
        )
    }

    private func refusal(
        _ fault: ServiceError,
        of signature: Signature,
        _ request: AWSRequest
    ) -> AWSError {
        if fault.refusesCredentials, let used = signature.credentials {
            credentials?.refused(used)
        }
        return AWSError(name(of: request), .service(fault))
    }

    private func exchange(
        _ signed: ClientRequest,
        _ request: AWSRequest,
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> ClientResponse {
        do throws(HTTPClientError) {
            return try await transport.send(signed, deadline: deadline)
        } catch {
            throw AWSError(name(of: request), .transport(error))
        }
    }

    private func sign(
        _ request: AWSRequest,
        _ attempt: Attempt,
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> Signature {
        let found = try await currentCredentials(for: request, deadline)
        // Read after the wait for credentials, so that it is what the signature has.
        let offset = skew.offset
        var addressed = addressed(request, attempt)
        if let found {
            let signer = SignatureV4(
                credentials: found,
                region: region,
                service: service.signingName,
                keys: keys
            )
            let time = now().addingTimeInterval(offset)
            addressed.sign(with: signer, bodyHash: request.bodyHash, at: time)
        }
        return Signature(request: addressed, credentials: found, skew: offset)
    }

    private func addressed(_ request: AWSRequest, _ attempt: Attempt) -> ClientRequest {
        var addressed = ClientRequest(
            method: request.method,
            scheme: endpoint.scheme,
            host: endpoint.host,
            port: endpoint.port,
            target: endpoint.pathPrefix + request.path,
            fields: request.fields,
            body: request.body
        )
        if let type = request.contentType { addressed.fields[.contentType] = type }
        addressed.fields[.invocationID] = attempt.invocation
        addressed.fields[.sdkRequest] = "attempt=\(attempt.number); max=\(attempt.count)"
        return addressed
    }

    /// nil when the client signs nothing.
    private func currentCredentials(
        for request: AWSRequest,
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> Credentials? {
        guard let credentials else { return nil }
        let found: Credentials?
        do throws(CredentialsError) {
            found = try await credentials.credentials(until: deadline)
        } catch {
            if error.isLate { throw late(request) }
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
}

extension ClientResponse {
    /// Whether the service did what was asked.
    var isSuccess: Bool { status.kind == .successful }
}
