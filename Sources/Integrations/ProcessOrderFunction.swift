package import AWS
import JSON
package import Logging
package import Orders
package import StatesLanguage
import Telemetry

/// `ProcessOrderFunction`: the confirmation by e-mail and the notice to the shop, each a durable step.
///
/// A retry after a failed notice finds in the ledger that the e-mail is sent and does not send it again.
package struct ProcessOrderFunction: Integration {
    private let email: EmailComposer
    private let notice: NoticeComposer
    private let timeout: Duration
    private let ses: SESClient
    private let sns: SNSClient
    private let suppressions: SuppressionList?
    private let account: SESAccountWatch?
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

    /// A function that sends through these clients, and nothing to whom is on the list.
    package init(
        _ configuration: Configuration,
        ses: SESClient,
        sns: SNSClient,
        suppressions: SuppressionList? = nil,
        account: SESAccountWatch? = nil,
        logger: Logger
    ) {
        email = EmailComposer(configuration.email)
        notice = NoticeComposer(configuration.notice)
        timeout = configuration.timeout
        self.ses = ses
        self.sns = sns
        self.suppressions = suppressions
        self.account = account
        self.logger = logger
    }

    /// Sends the e-mail, then the notice; what the ledger knows as sent is not sent again.
    ///
    /// Both are written before the first is sent, so that an order for which one cannot be written sends none.
    package func perform(_ call: TaskCall) async -> TaskOutcome {
        guard case .order(let visit) = call.origin else {
            return FunctionResult.failure(type: "ValueError", message: "only an order is processed")
        }
        logger.debug("processing order", metadata: visit.metadata)
        guard let customer = call.input["customerEmail"]?.string, !customer.isEmpty else {
            return FunctionResult.failure(
                type: "ValueError",
                message: "customerEmail is a required field."
            )
        }
        do {
            let recipient = try Self.recipient(customer)
            let (email, notice) = try await compose(for: recipient, call.input, visit)
            if let problem = try await send(email, to: recipient, visit) { return problem }
            if let problem = try await publish(notice, visit) { return problem }
        } catch let fault as CompositionFault {
            return FunctionResult.failure(type: fault.error, message: fault.description)
        } catch {
            return .abandoned(reason: "\(error)")
        }
        let id = call.input["orderId"]?.string ?? visit.order.number.text
        return .succeeded(FunctionResult.success(body: "Successfully processed order \(id)"))
    }

    package func sends(_ task: TaskRequest) -> Bool { true }

    /// One mailbox: a workflow may have given the address a name, or made something else of it.
    static func recipient(_ customer: String) throws(CompositionFault) -> Mailbox {
        // Nearly always it is an address alone, which is read much faster.
        if let address = try? EmailAddress(customer) { return Mailbox(address) }
        do throws(Mailbox.Fault) {
            return try Mailbox(customer)
        } catch {
            throw CompositionFault("customerEmail: \(error)")
        }
    }

    private func compose(
        for recipient: Mailbox,
        _ order: JSONValue,
        _ visit: TaskCall.Visit
    ) async throws(CompositionFault) -> (PreparedEmail, PreparedNotice) {
        let email = try await email.email(
            to: recipient.header,
            for: order,
            as: visit.order,
            visit: visit.id
        )
        let notice = try notice.notice(for: order, as: visit.order, visit: visit.id)
        for gap in email.gaps + notice.gaps {
            logger.warning(
                "the order has nothing for a template's tags: the text has gaps",
                metadata: visit.metadata.merging([
                    "template": "\(gap.template)",
                    "tags": "\(gap.names.joined(separator: ", "))",
                ]) { $1 }
            )
        }
        return (email.message, notice.message)
    }

    /// nil when it is sent; else what the task came to.
    private func send(
        _ email: PreparedEmail,
        to recipient: Mailbox,
        _ visit: TaskCall.Visit
    ) async throws -> TaskOutcome? {
        let intent = Delivery.Intent(
            key: visit.key(Self.confirmation),
            kind: .email,
            contentHash: email.contentHash
        )
        let result = try await visit.deliveries.deliver(intent, weight: email.recipients) {
            if suppressions?.contains(recipient.address.mailbox) == true {
                return .refused(.suppressed)
            }
            do throws(AWSError) {
                let id = try await visit.trace.calling(
                    "SES",
                    "SendEmail",
                    describe: { $0.add("orderd.delivery.kind", intent.kind.rawValue) }
                ) { (_) async throws(AWSError) -> String in
                    try await ses.send(email, deadline: .now + timeout)
                }
                return .accepted(messageID: id)
            } catch {
                return await explained(error, email, to: recipient.address)
            }
        }
        return TaskOutcome(result, of: .email)
    }

    /// What a failed send means; whom SES suppresses is on our list from then on.
    private func explained(
        _ error: AWSError,
        _ email: PreparedEmail,
        to address: EmailAddress
    ) async -> Deliveries.Attempt {
        let explanation = SendExplanation(
            error,
            in: ses.region,
            from: self.email.sender,
            account?.standing
        )
        account?.noteRefusal()
        // Of several recipients SES does not say which it means.
        if explanation.isSuppression, email.recipients == 1 {
            let detail = error.serviceError?.message
            do {
                _ = try await suppressions?.add(
                    address,
                    .refused,
                    detail: detail,
                    by: Self.provider
                )
            } catch {
                logger.warning(
                    "an address could not be suppressed",
                    metadata: ["error": "\(error)"]
                )
            }
        }
        return Deliveries.Attempt(error, explanation)
    }

    private static let provider = Operator("SES")

    /// What its deliveries are called in the ledger.
    static let confirmation = "confirmation"
    static let notice = "notice"

    /// nil when it is sent; else what the task came to.
    private func publish(
        _ notice: PreparedNotice,
        _ visit: TaskCall.Visit
    ) async throws -> TaskOutcome? {
        let intent = Delivery.Intent(
            key: visit.key(Self.notice),
            kind: .notice,
            contentHash: notice.contentHash
        )
        let result = try await visit.deliveries.deliver(intent) {
            do throws(AWSError) {
                let id = try await visit.trace.calling(
                    "SNS",
                    "Publish",
                    .producer,
                    describe: { attributes in
                        attributes.add("messaging.system", "aws.sns")
                        attributes.add("messaging.operation.name", "publish")
                        attributes.add("messaging.operation.type", "send")
                        attributes.add("orderd.delivery.kind", intent.kind.rawValue)
                    }
                ) { (_) async throws(AWSError) -> String in
                    try await sns.publish(notice, deadline: .now + timeout)
                }
                return .accepted(messageID: id)
            } catch {
                return Deliveries.Attempt(error, SendExplanation(error, in: sns.region))
            }
        }
        return TaskOutcome(result, of: .notice)
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
