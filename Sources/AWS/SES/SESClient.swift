internal import Formats
internal import HTTPTypes
internal import Synchronization

/// Sends e-mail through Amazon SES.
package final class SESClient: Sendable {
    /// Which of SES's two APIs is spoken.
    package enum API: String, Sendable, Hashable {
        /// The JSON API of 2019.
        case v2
        /// The query API of 2010.
        case v1
        /// The newer one, until an endpoint says that it does not know it.
        case automatic
    }

    /// Where its identities and quotas are.
    package var region: String { v2.region }

    private let v2: AWSClient
    private let v1: AWSClient
    private let api: API
    /// Until when this endpoint is taken at its word that it does not know the newer API: something on the way may have said
    /// it in its place.
    private let speaksV1Until = Mutex<ContinuousClock.Instant?>(nil)

    /// After how long the newer API is tried again.
    private static let memory = Duration.seconds(600)

    /// A client over one that signs for `sesV2` and one that signs for `ses`.
    package init(v2: AWSClient, v1: AWSClient, api: API = .automatic) {
        self.v2 = v2
        self.v1 = v1
        self.api = api
    }

    /// Hands the e-mail over to SES, and answers the number that SES gave it.
    ///
    /// SES has no way to recognise an e-mail that it is given twice: after an error whose acceptance is
    /// uncertain, it may be under way.
    package func send(
        _ email: PreparedEmail,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> String {
        guard !usesV1 else { return try await sendV1(email.email, deadline) }
        do throws(AWSError) {
            let answer = try await v2.send(email.request, deadline: deadline)
            return try SESAnswer.messageIDV2(answer)
        } catch {
            guard api == .automatic, error.isUnknownOperation else { throw error }
            speaksV1Until.withLock { $0 = .now + Self.memory }
            return try await sendV1(email.email, deadline)
        }
    }

    /// The same of an e-mail that is not kept.
    package func send(
        _ email: Email,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> String {
        try await send(try PreparedEmail(email), deadline: deadline)
    }

    package func account(deadline: ContinuousClock.Instant) async throws(AWSError) -> SESAccount {
        let request = AWSRequest(operation: "GetAccount", method: .get, path: "/v2/email/account")
        return try SESAnswer.account(try await v2.send(request, deadline: deadline))
    }

    /// Whether this account may send from the address or domain.
    ///
    /// An identity that SES does not know is not verified; an address is covered by its domain as well, which
    /// has to be asked about on its own.
    package func isVerified(
        _ identity: String,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> Bool {
        let request = AWSRequest(
            operation: "GetEmailIdentity",
            method: .get,
            path: "/v2/email/identities/\(PercentEncoding.encode(identity))"
        )
        do throws(AWSError) {
            return try SESAnswer.isVerified(try await v2.send(request, deadline: deadline))
        } catch {
            guard error.serviceError?.code == "NotFoundException" else { throw error }
            return false
        }
    }

    private var usesV1: Bool {
        switch api {
        case .v1: true
        case .v2: false
        case .automatic: speaksV1Until.withLock { $0.map { .now < $0 } ?? false }
        }
    }

    private func sendV1(
        _ email: Email,
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> String {
        guard let request = email.requestV1 else {
            let fault = "SES's API of 2010 takes a template alone, without headers and attachments"
            throw AWSError("ses SendTemplatedEmail", .invalidRequest(fault))
        }
        let answer = try await v1.send(request, deadline: deadline)
        return try SESAnswer.messageIDV1(answer, request.operation)
    }
}

extension AWSError {
    /// Whether the endpoint does not know the call.
    ///
    /// NotFoundException is another thing: the call is known and what it names is missing.
    var isUnknownOperation: Bool {
        guard let serviceError else { return false }
        switch serviceError.code {
        case "UnknownOperationException", "UnknownOperation", "InvalidAction": return true
        // A fault of the server's, as 501 is, would leave open what became of the call.
        default: return ["HTTP 404", "HTTP 405"].contains(serviceError.code)
        }
    }
}
