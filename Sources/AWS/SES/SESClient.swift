internal import HTTP
internal import HTTPTypes
internal import JSON
internal import Synchronization

/// Sends e-mail through Amazon SES.
public final class SESClient: Sendable {
    /// Which of SES's two APIs is spoken.
    public enum API: String, Sendable, Hashable {
        /// The JSON API of 2019.
        case v2
        /// The query API of 2010.
        case v1
        /// The newer one, until an endpoint says that it does not know it.
        case automatic
    }

    private let v2: AWSClient
    private let v1: AWSClient
    private let api: API
    /// Whether this endpoint said that it does not know the newer API.
    private let hasOnlyV1 = Mutex(false)

    /// A client over one that signs for `sesV2` and one that signs for `ses`.
    public init(v2: AWSClient, v1: AWSClient, api: API = .automatic) {
        self.v2 = v2
        self.v1 = v1
        self.api = api
    }

    /// Hands the e-mail over to SES, and answers the number that SES gave it.
    ///
    /// SES has no way to recognise an e-mail that it is given twice: after an error whose acceptance is
    /// uncertain, it may be under way.
    public func send(
        _ email: Email,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> String {
        if let fault = email.fault { throw AWSError("ses SendEmail", .invalidRequest(fault)) }
        guard !usesV1 else { return try await sendV1(email, deadline) }
        do throws(AWSError) {
            let answer = try await v2.send(email.requestV2, deadline: deadline)
            return try SESAnswer.messageIDV2(answer)
        } catch {
            guard api == .automatic, error.isUnknownOperation else { throw error }
            hasOnlyV1.withLock { $0 = true }
            return try await sendV1(email, deadline)
        }
    }

    /// What SES lets this account do.
    public func account(deadline: ContinuousClock.Instant) async throws(AWSError) -> SESAccount {
        let request = AWSRequest(operation: "GetAccount", method: .get, path: "/v2/email/account")
        return try SESAnswer.account(try await v2.send(request, deadline: deadline))
    }

    private var usesV1: Bool {
        switch api {
        case .v1: true
        case .v2: false
        case .automatic: hasOnlyV1.withLock { $0 }
        }
    }

    private func sendV1(
        _ email: Email,
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> String {
        guard email.headers.isEmpty else {
            throw AWSError("ses SendEmail", .invalidRequest("SES's API of 2010 takes no headers"))
        }
        let answer = try await v1.send(email.requestV1, deadline: deadline)
        return try SESAnswer.messageIDV1(answer)
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
        default: return ["HTTP 404", "HTTP 405", "HTTP 501"].contains(serviceError.code)
        }
    }
}

/// What SES lets an account do.
public struct SESAccount: Sendable, Hashable {
    /// Whether it may send to anybody, and not only to verified addresses.
    public let hasProductionAccess: Bool
    /// Whether it may send now.
    public let isSendingEnabled: Bool
    /// `HEALTHY`, `PROBATION` or `SHUTDOWN`.
    public let enforcementStatus: String
    /// Recipients in 24 hours; nil: no limit.
    public let dailyQuota: Double?
    /// Recipients a second.
    public let maximumRate: Double
    /// Recipients in the last 24 hours.
    public let sentInLastDay: Double
}

/// Reads SES's answers.
enum SESAnswer {
    static func messageIDV2(_ answer: ClientResponse) throws(AWSError) -> String {
        guard let id = try json(answer, "sesv2 SendEmail")["MessageId"]?.string, !id.isEmpty else {
            throw AWSError("sesv2 SendEmail", .unreadableAnswer("no MessageId"))
        }
        return id
    }

    static func messageIDV1(_ answer: ClientResponse) throws(AWSError) -> String {
        let operation = "ses SendEmail"
        do throws(XMLError) {
            let root = try XMLElement(parsing: answer.body)
            if let id = root["SendEmailResult"]?["MessageId"]?.text, !id.isEmpty { return id }
        } catch {
            throw AWSError(operation, .unreadableAnswer("\(error)"))
        }
        throw AWSError(operation, .unreadableAnswer("no MessageId"))
    }

    static func account(_ answer: ClientResponse) throws(AWSError) -> SESAccount {
        let operation = "sesv2 GetAccount"
        let value = try json(answer, operation)
        let quota = value["SendQuota"]
        guard let production = value["ProductionAccessEnabled"]?.bool,
            let sending = value["SendingEnabled"]?.bool,
            let daily = quota?["Max24HourSend"]?.number?.double,
            let rate = quota?["MaxSendRate"]?.number?.double
        else { throw AWSError(operation, .unreadableAnswer("members are missing")) }
        return SESAccount(
            hasProductionAccess: production,
            isSendingEnabled: sending,
            enforcementStatus: value["EnforcementStatus"]?.string ?? "unknown",
            dailyQuota: daily < 0 ? nil : daily,
            maximumRate: rate,
            sentInLastDay: quota?["SentLast24Hours"]?.number?.double ?? 0
        )
    }

    private static func json(
        _ answer: ClientResponse,
        _ operation: String
    ) throws(AWSError) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: answer.body)
        } catch {
            throw AWSError(operation, .unreadableAnswer("\(error)"))
        }
    }
}
