package import AWS
import JSON
package import Logging
package import Orders

/// `ProcessOrderFunction`: the confirmation by e-mail and the notice to the shop, each a durable step.
///
/// A retry after a failed notice finds in the ledger that the e-mail is sent and does not send it again.
package struct ProcessOrderFunction: Integration {
    private let email: EmailComposer
    private let notice: NoticeComposer
    private let timeout: Duration
    private let ses: SESClient
    private let sns: SNSClient
    private let logger: Logger

    /// What is sent, and how long a call may take.
    package struct Configuration: Sendable {
        package var email: EmailComposer.Configuration
        package var notice: NoticeComposer.Configuration
        /// How long a call of SES or SNS may take.
        package var timeout: Duration

        package init(
            email: EmailComposer.Configuration,
            notice: NoticeComposer.Configuration,
            timeout: Duration
        ) {
            self.email = email
            self.notice = notice
            self.timeout = timeout
        }
    }

    /// A function that sends through these clients.
    package init(_ configuration: Configuration, ses: SESClient, sns: SNSClient, logger: Logger) {
        email = EmailComposer(configuration.email)
        notice = NoticeComposer(configuration.notice)
        timeout = configuration.timeout
        self.ses = ses
        self.sns = sns
        self.logger = logger
    }

    /// Sends the e-mail, then the notice; what the ledger knows as sent is not sent again.
    ///
    /// Both are written before the first is sent, so that an order for which one cannot be written sends none.
    package func perform(_ call: TaskCall) async -> TaskOutcome {
        guard case .order(let visit) = call.origin else {
            return FunctionResult.failure(type: "ValueError", message: "only an order is processed")
        }
        logger.debug("processing order", metadata: ["order.id": "\(visit.order)"])
        guard let customer = call.input["customerEmail"]?.string, !customer.isEmpty else {
            return FunctionResult.failure(
                type: "ValueError",
                message: "customerEmail is a required field."
            )
        }
        do {
            let (email, notice) = try await compose(for: customer, call.input, visit)
            if let problem = try await send(email, visit) { return problem }
            if let problem = try await publish(notice, visit) { return problem }
        } catch let fault as CompositionFault {
            return FunctionResult.failure(type: fault.error, message: fault.description)
        } catch {
            return .abandoned(reason: "\(error)")
        }
        let id = call.input["orderId"]?.string ?? visit.order.number.text
        return .succeeded(FunctionResult.success(body: "Successfully processed order \(id)"))
    }

    private func compose(
        for customer: String,
        _ order: JSONValue,
        _ visit: TaskCall.Visit
    ) async throws(CompositionFault) -> (Email, Notice) {
        // What a workflow made of the address may be none: then SES says so.
        let recipient = (try? EmailAddress(customer))?.mailbox ?? customer
        let email = try await email.email(to: recipient, for: order, as: visit.order)
        let notice = try notice.notice(for: order, as: visit.order, visit: visit.id)
        for gap in email.gaps + notice.gaps {
            logger.warning(
                "the order has nothing for a template's tags: the text has gaps",
                metadata: [
                    "order.id": "\(visit.order)", "template": "\(gap.template)",
                    "tags": "\(gap.names.joined(separator: ", "))",
                ]
            )
        }
        return (email.message, notice.message)
    }

    /// nil when it is sent; else what the task came to.
    private func send(_ email: Email, _ visit: TaskCall.Visit) async throws -> TaskOutcome? {
        let intent = Delivery.Intent(
            key: visit.key("confirmation"),
            kind: .email,
            contentHash: email.contentHash
        )
        let result = try await visit.deliveries.deliver(intent) {
            await attempt { deadline throws(AWSError) in
                try await ses.send(email, deadline: deadline)
            }
        }
        return TaskOutcome(result, of: .email)
    }

    /// nil when it is sent; else what the task came to.
    private func publish(_ notice: Notice, _ visit: TaskCall.Visit) async throws -> TaskOutcome? {
        let intent = Delivery.Intent(
            key: visit.key("notice"),
            kind: .notice,
            contentHash: notice.contentHash
        )
        let result = try await visit.deliveries.deliver(intent) {
            await attempt { deadline throws(AWSError) in
                try await sns.publish(notice, deadline: deadline)
            }
        }
        return TaskOutcome(result, of: .notice)
    }

    private func attempt(
        _ send: (ContinuousClock.Instant) async throws(AWSError) -> String
    ) async -> Deliveries.Attempt {
        do throws(AWSError) {
            return .accepted(messageID: try await send(.now + timeout))
        } catch {
            return Deliveries.Attempt(error)
        }
    }
}

extension TaskCall.Visit {
    fileprivate func key(_ name: String) -> Delivery.Key {
        Delivery.Key(state: state, visit: id, name: name)
    }
}

extension TaskOutcome {
    /// What a delivery's result means for its task; nil when it is sent.
    fileprivate init?(_ result: Deliveries.Result, of kind: Delivery.Kind) {
        switch result {
        case .sent: return nil
        case .held(let reason): self = .held(reason: reason)
        case .refused(let refusal):
            if let retryAfter = refusal.retryAfter {
                self = .postponed(
                    for: retryAfter,
                    reason: refusal.summary,
                    gate: kind.rawValue
                )
            } else {
                self = FunctionResult.failure(type: refusal.error, message: refusal.cause)
            }
        }
    }
}

extension Deliveries.Attempt {
    /// What a failed call means for the ledger: certainly not accepted, or not known.
    init(_ error: AWSError) {
        switch error.acceptance {
        case .uncertain: self = .uncertain(reason: "\(error)")
        case .notAccepted: self = .refused(Deliveries.Refusal(error))
        }
    }
}

extension Deliveries.Refusal {
    /// A refusal for good, or one that a fault from outside explains and that is tried again later.
    fileprivate init(_ error: AWSError) {
        switch error.reason {
        case .service(let fault):
            self.init(
                error: fault.code,
                cause: fault.message,
                retryAfter: Self.delay(after: fault),
                isThrottle: fault.isThrottle
            )
        case .transport(let fault):
            self.init(
                error: "ConnectionError",
                cause: "\(fault)",
                retryAfter: .seconds(1),
                summary: "ConnectionError: \(fault)"
            )
        case .noCredentials(let reason):
            self.init(
                error: "NoCredentialsError",
                cause: reason,
                retryAfter: .seconds(30),
                summary: "NoCredentialsError: \(reason)"
            )
        case .invalidRequest(let reason), .unreadableAnswer(let reason):
            self.init(error: "ParamValidationError", cause: reason)
        }
    }

    /// After how long the same call may succeed although the order stays as it is; nil when it never will.
    private static func delay(after fault: ServiceError) -> Duration? {
        // The gate lets those that were throttled together come back one after the other.
        if fault.isThrottle { return fault.retryAfter ?? .seconds(1) }
        if accountFaults.contains(fault.code) {
            return .milliseconds(Int.random(in: 20_000...40_000))
        }
        return nil
    }

    /// Faults of our keys or our account: no order is to blame for them, and an operator mends them.
    private static let accountFaults: Set = [
        "AccessDenied", "AccessDeniedException", "AccountSendingPausedException",
        "AccountSuspendedException", "AuthorizationError", "ConfigurationSetSendingPausedException",
        "ExpiredToken", "ExpiredTokenException", "IncompleteSignature", "InvalidClientTokenId",
        "InvalidSignatureException", "MissingAuthenticationToken", "SendingPausedException",
        "SignatureDoesNotMatch", "UnrecognizedClientException",
    ]
}
