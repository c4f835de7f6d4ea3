package import AWS
import FoundationEssentials
package import Logging
package import Orders
import Synchronization

/// Has SES's events join the stories of the orders whose e-mails they are about.
///
/// A queue's messages may be forged by whoever can write there: an event counts when the order that its tag names has sent an
/// e-mail of that number. An uncertain e-mail, whose number nobody knows, is settled by an event whose other tag tells the visit
/// of the state that wrote it. All else is set aside, and so puts no address on the suppression list.
package struct FeedbackMessages: Sendable {
    private let store: any OrderStore
    private let workflows: WorkflowCatalog
    private let suppressions: SuppressionList
    private let wake: WakeSignal
    private let clock: any WallClock
    private let logger: Logger
    /// The order of which was last told that its story has as many events as are kept.
    private let lastFull = LastFull()

    private final class LastFull: Sendable {
        private let order = Mutex<OrderID?>(nil)

        func withLock<Result>(_ body: (inout OrderID?) -> Result) -> Result {
            order.withLock { order in body(&order) }
        }
    }

    package init(
        store: any OrderStore,
        workflows: WorkflowCatalog,
        suppressions: SuppressionList,
        wake: WakeSignal,
        clock: any WallClock,
        logger: Logger
    ) {
        self.store = store
        self.workflows = workflows
        self.suppressions = suppressions
        self.wake = wake
        self.clock = clock
        self.logger = logger
    }

    private static let provider = Operator("SES")

    package func handle(_ message: ReceivedMessage) async -> QueueConsumer.Disposition {
        do {
            switch try SESEventMessage(message.body) {
            case .other: return .done(isNew: false)
            case .event(let event): return try await take(event)
            }
        } catch let unreadable as SESEventMessage.Unreadable {
            return .rejected("\(unreadable)")
        } catch StoreError.damaged(let what) {
            return .rejected("the order that it is about is damaged: \(what)")
        } catch {
            return .later("\(error)")
        }
    }

    private func take(_ event: SESEvent) async throws -> QueueConsumer.Disposition {
        guard let id = EmailComposer.order(of: event.tags).flatMap(workflows.id) else {
            return setAside(event, "its tags name no order")
        }
        let now = clock.now
        let result = try await store.note(of: id) { Self.news(of: event, for: $0, at: now) }
        if case .setAside = result, try await isBeingSent(event, id) {
            // The call has not been answered yet; after that the e-mail's number is known, or that nobody knows it.
            return .later("the e-mail is being sent")
        }
        switch result {
        case .unknown: return setAside(event, "there is no order \(id)")
        case .setAside: return setAside(event, "order \(id) has sent no such e-mail")
        case .full:
            tellFull(id)
            try await suppress(event, of: id)
            return .done(isNew: false)
        case .noted(let isNew):
            // A second time too: the process may have ended between the two.
            try await suppress(event, of: id)
            if isNew { wake.raise() }
            return .done(isNew: isNew)
        }
    }

    /// Whether the e-mail that it may be about is on its way, so that its number cannot be compared.
    private func isBeingSent(_ event: SESEvent, _ id: OrderID) async throws -> Bool {
        try await store.order(id)?.deliveries.contains { delivery in
            delivery.kind == .email && delivery.status == .intended
                && event.tags["orderdVisit"] == "\(delivery.key.visit)"
        } ?? false
    }

    /// What the event is for the order; nil when it is about none of its e-mails.
    static func news(of event: SESEvent, for order: Order, at now: Date) -> DeliveryNews? {
        let emails = order.deliveries.filter { $0.kind == .email }
        // Receivers write addresses into what they say; of an erased order nothing of its customer is written anew.
        let said = order.erasedAt == nil ? event.detail : nil
        let words = [event.kind.rawValue, said, event.messageID, event.id]
        let detail = words.compactMap(\.self).joined(separator: "; ")
        let entry = AuditEntry(.feedback, by: provider, at: now, detail: detail)
        if emails.contains(where: { $0.messageID == event.messageID }) {
            return DeliveryNews(entry)
        }
        // What SES rejects it has not sent.
        guard event.kind != .reject, event.kind != .renderingFailure else { return nil }
        let uncertain = emails.first {
            $0.status == .uncertain && $0.messageID == nil
                && event.tags["orderdVisit"] == "\($0.key.visit)"
        }
        return uncertain.map { DeliveryNews(entry, settles: ($0.id, event.messageID)) }
    }

    /// Puts those on the list whom SES does not reach, and those that complain.
    ///
    /// Only an address that the order itself names: else whoever can write into the queue could keep anybody from mail.
    private func suppress(_ event: SESEvent, of id: OrderID) async throws {
        let cause: Suppression.Cause
        switch event.kind {
        case .bounce where event.isHardBounce: cause = .bounce
        case .complaint: cause = .complaint
        case .bounce, .send, .delivery, .delay, .reject, .renderingFailure: return
        }
        let input = try await store.order(id)?.input ?? []
        let text = String(decoding: input, as: UTF8.self).lowercased()
        for recipient in event.recipients {
            // Receivers may write the address with a name.
            guard let address = try? Mailbox(recipient).address,
                text.contains(address.mailbox.lowercased())
            else { continue }
            _ = try await suppressions.add(address, cause, detail: event.detail, by: Self.provider)
        }
    }

    /// Says so once for an order, as long as no other has as much.
    private func tellFull(_ id: OrderID) {
        let isTold = lastFull.withLock { last in
            defer { last = id }
            return last == id
        }
        guard !isTold else { return }
        logger.warning(
            "an order has as many events of SES as are kept: further ones are not",
            metadata: [
                "order.id": "\(id)", "events": .stringConvertible(DeliveryNews.maximumCount),
            ]
        )
    }

    private func setAside(_ event: SESEvent, _ reason: String) -> QueueConsumer.Disposition {
        logger.info(
            "an event of SES was set aside",
            metadata: [
                "event": "\(event.kind.rawValue)", "message.id": "\(event.messageID)",
                "reason": "\(reason)",
            ]
        )
        return .done(isNew: false)
    }
}
