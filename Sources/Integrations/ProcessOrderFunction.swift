package import AWS
import JSON
package import Logging
package import Orders

/// `ProcessOrderFunction`: the confirmation by e-mail and the notice to the shop, each a durable step.
///
/// A retry after a failed notice finds in the ledger that the e-mail is sent and does not send it again.
package struct ProcessOrderFunction: Integration {
    private let configuration: Configuration
    private let ses: SESClient
    private let sns: SNSClient
    private let logger: Logger

    /// Whom to send as, where to, what, and how long a call may take.
    package struct Configuration: Sendable {
        package var sender: String
        package var topic: String
        package var templates: Templates
        /// How long a call of SES or SNS may take.
        package var timeout: Duration

        /// Sends as that sender and to that topic.
        package init(sender: String, topic: String, templates: Templates, timeout: Duration) {
            self.sender = sender
            self.topic = topic
            self.templates = templates
            self.timeout = timeout
        }
    }

    /// The texts, to be filled in with an order.
    package struct Templates: Sendable {
        package var emailSubject: MessageTemplate
        package var emailText: MessageTemplate
        package var noticeSubject: MessageTemplate
        package var noticeMessage: MessageTemplate

        package var all: [MessageTemplate] {
            [emailSubject, emailText, noticeSubject, noticeMessage]
        }

        package init(
            emailSubject: MessageTemplate,
            emailText: MessageTemplate,
            noticeSubject: MessageTemplate,
            noticeMessage: MessageTemplate
        ) {
            self.emailSubject = emailSubject
            self.emailText = emailText
            self.noticeSubject = noticeSubject
            self.noticeMessage = noticeMessage
        }
    }

    /// A function that sends through these clients.
    package init(_ configuration: Configuration, ses: SESClient, sns: SNSClient, logger: Logger) {
        self.configuration = configuration
        self.ses = ses
        self.sns = sns
        self.logger = logger
    }

    /// Sends the e-mail, then the notice; what the ledger knows as sent is not sent again.
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
            // What a workflow made of the address may be none: then SES says so.
            let recipient = (try? EmailAddress(customer))?.mailbox ?? customer
            if let problem = try await send(email(to: recipient, call.input, visit), visit) {
                return problem
            }
            if let problem = try await publish(notice(call.input, visit), visit) { return problem }
        } catch {
            return .abandoned(reason: "\(error)")
        }
        let id = call.input["orderId"]?.string ?? visit.order.number.text
        return .succeeded(FunctionResult.success(body: "Successfully processed order \(id)"))
    }

    private func email(to customer: String, _ order: JSONValue, _ visit: TaskCall.Visit) -> Email {
        let templates = configuration.templates
        var email = Email(
            from: configuration.sender,
            to: [customer],
            subject: message(templates.emailSubject, order, visit).line,
            text: message(templates.emailText, order, visit).text
        )
        email.tags = [Self.tag(of: visit.order)]
        return email
    }

    /// What leads from SES's events back to the order.
    ///
    /// A tag has no dots or colons and an id may: then the tag has another name, and `_2E` stands for a dot in it, `_3A` for a
    /// colon and `_5F` for `_`.
    static func tag(of order: OrderID) -> Email.Pair {
        guard order.text.contains(where: { $0 == "." || $0 == ":" }) else {
            return Email.Pair("orderId", order.text)
        }
        let escaped = order.text.map { character in
            switch character {
            case ".": "_2E"
            case ":": "_3A"
            case "_": "_5F"
            default: String(character)
            }
        }
        return Email.Pair("orderIdEscaped", escaped.joined())
    }

    /// A text for an order; what the order lacks for it is told.
    private func message(
        _ template: MessageTemplate,
        _ order: JSONValue,
        _ visit: TaskCall.Visit
    ) -> MessageTemplate.Message {
        let message = template.message(for: order)
        if !message.missing.isEmpty {
            logger.warning(
                "the order has nothing for a template's tags: the text has gaps",
                metadata: [
                    "order.id": "\(visit.order)", "template": "\(template.place)",
                    "tags": "\(message.missing.joined(separator: ", "))",
                ]
            )
        }
        return message
    }

    private func notice(_ order: JSONValue, _ visit: TaskCall.Visit) -> Notice {
        let templates = configuration.templates
        var notice = Notice(
            topic: configuration.topic,
            message: message(templates.noticeMessage, order, visit).text,
            subject: message(templates.noticeSubject, order, visit).line
        )
        guard configuration.topic.hasSuffix(".fifo") else { return notice }
        // One order is one group and one visit one notice, so SNS drops what is published twice.
        notice.groupID = visit.order.text
        notice.deduplicationID = "\(visit.order)-\(visit.id)"
        return notice
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
            return .accepted(messageID: try await send(.now + configuration.timeout))
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
    ///
    /// The time is ours as well: a refusal for it that signing anew did not mend is no attempt of the order.
    private static let accountFaults: Set = [
        "AccessDenied", "AccessDeniedException", "AccountSendingPausedException",
        "AccountSuspendedException", "AuthFailure", "AuthorizationError",
        "ConfigurationSetSendingPausedException", "ExpiredToken", "ExpiredTokenException",
        "IncompleteSignature", "InvalidClientTokenId", "InvalidSignatureException",
        "MissingAuthenticationToken", "MissingAuthenticationTokenException", "OptInRequired",
        "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed", "SendingPausedException",
        "SignatureDoesNotMatch", "TokenRefreshRequired", "UnrecognizedClientException",
    ]
}
