import AWS
import FoundationEssentials
import InMemoryLogging
import JSON
import Logging
import OrderStoreSQLite
import Orders
import StatesLanguage
import TestClock
import TestClosing
import Testing

@testable import Integrations

@Suite(.closing)
struct `SES's feedback` {
    @Test func `joins the story of the order whose e-mail it is about, once`() async throws {
        let fixture = try await FeedbackFixture(.sent(messageID: "m-1"))
        let event = FeedbackFixture.event(
            "Delivery",
            #""delivery":{"timestamp":"T","smtpResponse":"250"}"#
        )
        #expect(await fixture.handle(event) == .done(isNew: true))
        #expect(await fixture.handle(event) == .done(isNew: false))
        let order = try await fixture.order()
        #expect(order.audit.map(\.action) == [.feedback])
        #expect(order.audit.first?.by == Operator("SES"))
        #expect(order.audit.first?.detail == "Delivery; 250; m-1; Delivery T")
        #expect(order.deliveries.map(\.status) == [.sent])
    }

    @Test(
        arguments: [
            (
                "Bounce",
                #""bounce":{"bounceType":"Permanent","feedbackId":"f","bouncedRecipients":[{"emailAddress":"Ann <A@example.com>"}]}"#,
                Suppression.Cause.bounce
            ),
            (
                "Complaint",
                #""complaint":{"feedbackId":"f","complainedRecipients":[{"emailAddress":"a@example.com"}]}"#,
                .complaint
            ),
            (
                "Bounce",
                #""bounce":{"bounceType":"Transient","feedbackId":"f","bouncedRecipients":[{"emailAddress":"a@example.com"}]}"#,
                nil
            ),
        ] as [(String, String, Suppression.Cause?)]
    )
    func `keeps whom nothing reaches, and who complains, from further mail`(
        kind: String,
        rest: String,
        cause: Suppression.Cause?
    ) async throws {
        let fixture = try await FeedbackFixture(.sent(messageID: "m-1"))
        #expect(await fixture.handle(FeedbackFixture.event(kind, rest)) == .done(isNew: true))
        let found = try await fixture.suppressions.find(EmailAddress("a@example.com"))
        #expect(found?.cause == cause)
        #expect(found?.by == (cause == nil ? nil : Operator("SES")))
    }

    @Test func `is kept up to a number of events, and what follows from more is still done`()
        async throws
    {
        let fixture = try await FeedbackFixture(.sent(messageID: "m-1"))
        for number in 0..<DeliveryNews.maximumCount + 5 {
            let delay = #""deliveryDelay":{"timestamp":"T\#(number)"}"#
            let isNew = number < DeliveryNews.maximumCount
            let event = FeedbackFixture.event("DeliveryDelay", delay)
            #expect(await fixture.handle(event) == .done(isNew: isNew))
        }
        let bounce =
            #""bounce":{"bounceType":"Permanent","feedbackId":"f","bouncedRecipients":[{"emailAddress":"a@example.com"}]}"#
        #expect(
            await fixture.handle(FeedbackFixture.event("Bounce", bounce)) == .done(isNew: false)
        )
        #expect(try await fixture.order().audit.count == DeliveryNews.maximumCount)
        #expect(fixture.suppressions.count == 1)
        #expect(
            fixture.log.entries.filter { $0.message.description.contains("as many") }.count == 1
        )
    }

    @Test func `writes nothing of a customer whose order was erased`() async throws {
        let fixture = try await FeedbackFixture(.sent(messageID: "m-1"))
        guard let id = OrderID("001") else { return }
        for verdict in [Self.stop, Self.erase] { _ = try await fixture.store.revise(id, verdict) }
        let bounce =
            #""bounce":{"bounceType":"Permanent","feedbackId":"f","bouncedRecipients":[{"emailAddress":"a@example.com","diagnosticCode":"550 a@example.com unknown"}]}"#
        #expect(await fixture.handle(FeedbackFixture.event("Bounce", bounce)) == .done(isNew: true))
        let audit = try await fixture.order().audit
        #expect(audit.last?.detail == "Bounce; m-1; f")
        #expect(fixture.suppressions.count == 0)
    }

    private static let stop: @Sendable (Standing) -> Verdict = { standing in
        .revise(
            Revision(
                to: .aborted,
                due: nil,
                history: [],
                snapshot: nil,
                audit: AuditEntry(.stop, by: Operator("ada"), at: .distantPast)
            )
        )
    }

    private static let erase: @Sendable (Standing) -> Verdict = { standing in
        .erase(standing, by: Operator("ada"), at: .distantPast)
    }

    @Test func `keeps nobody from mail whom the order does not name`() async throws {
        let fixture = try await FeedbackFixture(.sent(messageID: "m-1"))
        let bounce =
            #""bounce":{"bounceType":"Permanent","feedbackId":"f","bouncedRecipients":[{"emailAddress":"victim@example.com"}]}"#
        #expect(await fixture.handle(FeedbackFixture.event("Bounce", bounce)) == .done(isNew: true))
        #expect(fixture.suppressions.count == 0)
    }

    @Test func `settles an e-mail of which nobody knew whether it was sent`() async throws {
        let fixture = try await FeedbackFixture(.uncertain(reason: "the connection was lost"))
        #expect(try await fixture.order().status == .held)
        let event = FeedbackFixture.event("Send", #""send":{}"#, visit: "2")
        #expect(await fixture.handle(event) == .done(isNew: true))
        let order = try await fixture.order()
        #expect(order.status == .running)
        #expect(order.due != nil)
        #expect(order.deliveries.map(\.status) == [.sent])
        #expect(order.deliveries.map(\.messageID) == ["m-1"])
    }

    @Test(arguments: [
        (
            "another e-mail's number",
            FeedbackFixture.event("Send", #""send":{}"#, id: "m-2", visit: "2"), false
        ),
        (
            "no such order", FeedbackFixture.event("Send", #""send":{}"#, order: "002", visit: "2"),
            true
        ),
        ("no tag of an order", FeedbackFixture.event("Send", #""send":{}"#, order: nil), true),
        ("another visit", FeedbackFixture.event("Send", #""send":{}"#, visit: "3"), true),
        ("what was not sent", FeedbackFixture.event("Reject", #""reject":{}"#, visit: "2"), true),
    ])
    func `is set aside when it does not fit`(
        why: String,
        event: String,
        isUncertain: Bool
    ) async throws {
        let outcome: Delivery.Outcome =
            isUncertain ? .uncertain(reason: "?") : .sent(messageID: "m-1")
        let fixture = try await FeedbackFixture(outcome)
        let before = try await fixture.order()
        let bounce = event.replacing(
            #""send":{}"#,
            with:
                #""bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"a@example.com"}]}"#
        )
        .replacing(#""eventType":"Send""#, with: #""eventType":"Bounce""#)
        for text in [event, bounce] {
            #expect(await fixture.handle(text) == .done(isNew: false))
        }
        #expect(try await fixture.order() == before)
        #expect(fixture.suppressions.count == 0)
    }

    @Test func `that is none is left to its queue`() async throws {
        let fixture = try await FeedbackFixture(.sent(messageID: "m-1"))
        #expect(
            await fixture.handle("x") == .rejected("it is not JSON: expected a value at byte 0")
        )
    }

    @Test(arguments: ["001", "a.b_c", "Refunds:001", "_2E", "a_5Fb.c"])
    func `leads back to the order by its tag`(text: String) throws {
        let tag = EmailComposer.tag(of: try #require(OrderID(text)))
        #expect(EmailComposer.order(of: [tag.name: tag.value]) == text)
    }
}

/// An order with one e-mail, in a store on disk.
private struct FeedbackFixture {
    let store: SQLiteOrderStore
    let suppressions: SuppressionList
    let log = InMemoryLogHandler()
    private let messages: FeedbackMessages

    init(_ outcome: Delivery.Outcome) async throws {
        let clock = ManualClock()
        let path = try TestFolder.make().appending(path: "orders.sqlite").path
        let store = try SQLiteOrderStore(SQLiteOrderStore.Configuration(path: path), at: clock.now)
        afterwards { try await store.close() }
        let text = Array(#"{"StartAt":"P","States":{"P":{"Type":"Succeed"}}}"#.utf8)
        let machine = try StateMachine(parsing: text)
        let workflow = Workflow(id: "w", name: "W", definition: text, machine: machine)
        try await store.register(workflow)
        guard let id = OrderID("001") else { throw CancellationError() }
        let order = NewOrder(
            id: id,
            input: Array(#"{"customerEmail":"a@example.com"}"#.utf8),
            workflow: "w",
            createdAt: clock.now
        )
        _ = try await store.submit(order)
        let request = ClaimRequest(limit: 1, now: clock.now, until: clock.now)
        guard let lease = try await store.claim(request).first?.lease else {
            throw CancellationError()
        }
        let key = Delivery.Key(state: "P", visit: 2, name: "confirmation")
        let intent = Delivery.Intent(key: key, kind: .email, contentHash: "00")
        _ = try await store.intend(intent, at: clock.now, under: lease)
        try await store.conclude(key, outcome, at: clock.now, under: lease)
        if case .uncertain = outcome {
            let move = Move(
                snapshot: Array("{}".utf8),
                state: "P",
                history: [],
                failures: 0,
                next: .hold(reason: "?"),
                at: clock.now
            )
            try await store.record(move, under: lease)
        }
        self.store = store
        suppressions = try await SuppressionList(store: store, clock: clock)
        messages = FeedbackMessages(
            store: store,
            workflows: WorkflowCatalog(current: workflow, store: store),
            suppressions: suppressions,
            wake: WakeSignal(),
            clock: clock,
            logger: Logger(label: "test") { [log] _ in log }
        )
    }

    func handle(_ body: String) async -> QueueConsumer.Disposition {
        await messages.handle(ReceivedMessage(id: "m", receipt: "r", body: body))
    }

    func order() async throws -> Order {
        guard let id = OrderID("001"), let order = try await store.order(id) else {
            throw CancellationError()
        }
        return order
    }

    static func event(
        _ kind: String,
        _ rest: String,
        id: String = "m-1",
        order: String? = "001",
        visit: String? = nil
    ) -> String {
        let tags = [
            order.map { #""orderId":["\#($0)"]"# }, visit.map { #""orderdVisit":["\#($0)"]"# },
        ]
        return
            #"{"eventType":"\#(kind)",\#(rest),"mail":{"messageId":"\#(id)","tags":{\#(tags.compactMap(\.self).joined(separator: ","))}}}"#
    }
}
