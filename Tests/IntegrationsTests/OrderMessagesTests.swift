import AWS
import FoundationEssentials
import JSON
import OrderStoreSQLite
import Orders
import StatesLanguage
import TestClock
import TestClosing
import TestDigests
import Testing

@testable import Integrations

@Suite(.closing)
struct `A message of a queue` {
    private static let queue = "https://sqs.us-east-1.amazonaws.com/123456789012/orders"

    private static func message(
        _ body: String,
        id: String = "5fea7756-0ea4-451a-a703-a558b933e274",
        deduplication: String? = nil
    ) -> ReceivedMessage {
        var message = ReceivedMessage(id: id, receipt: "r", body: body)
        message.attributes["MessageDeduplicationId"] = deduplication
        return message
    }

    private static func messages(
        closed: IntakeGate.Reasons = []
    ) async throws -> (OrderMessages, SQLiteOrderStore) {
        let path = try TestFolder.make().appending(path: "orders.sqlite").path
        let store = try SQLiteOrderStore(SQLiteOrderStore.Configuration(path: path), at: Date())
        afterwards { try await store.close() }
        let text = Array(#"{"StartAt":"P","States":{"P":{"Type":"Succeed"}}}"#.utf8)
        let workflow = Workflow(
            id: "w",
            name: "W",
            definition: text,
            machine: try StateMachine(parsing: text)
        )
        try await store.register(workflow)
        let gate = IntakeGate()
        if !closed.isEmpty { gate.set(closed, isClosed: true) }
        let intake = OrderIntake(
            store: store,
            clock: ManualClock(),
            workflows: WorkflowCatalog(current: workflow, store: store),
            wake: WakeSignal(),
            gate: gate
        )
        return (OrderMessages(intake, from: queue, for: nil, digests: .openSSL), store)
    }

    @Test func `is an order, however often it comes`() async throws {
        let (messages, store) = try await Self.messages()
        let message = Self.message(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        #expect(await messages.handle(message) == .done(isNew: true))
        #expect(await messages.handle(message) == .done(isNew: false))
        #expect(store.backlog == 1)
    }

    @Test func `without a number is one order all the same`() async throws {
        let (messages, store) = try await Self.messages()
        let message = Self.message(#"{"customerEmail":"a@example.com"}"#)
        #expect(await messages.handle(message) == .done(isNew: true))
        #expect(await messages.handle(message) == .done(isNew: false))
        let other = Self.message(#"{"customerEmail":"a@example.com"}"#, id: "other")
        #expect(await messages.handle(other) == .done(isNew: true))
        #expect(store.backlog == 2)
        let id = try #require(OrderID("5fea7756-0ea4-451a-a703-a558b933e274"))
        #expect(try await store.order(id)?.status == .queued)
    }

    @Test(arguments: [
        ("no json", "it is not JSON: expected a value at byte 0"),
        ("[]", "an order is a JSON object, not array"),
        (
            #"{"Type":"Notification","TopicArn":"t","Message":"{}"}"#,
            "it is an envelope of SNS around a message; set RawMessageDelivery on the subscription"
        ),
        (#"{"orderId":"1"}"#, "/customerEmail is required"),
        (
            #"{"orderId":"taken","customerEmail":"b@example.com"}"#,
            "another order has the number taken"
        ),
    ])
    func `is rejected as a request would be`(body: String, reason: String) async throws {
        let (messages, _) = try await Self.messages()
        let first = Self.message(#"{"orderId":"taken","customerEmail":"a@example.com"}"#)
        _ = await messages.handle(first)
        #expect(await messages.handle(Self.message(body)) == .rejected(reason))
    }

    @Test func `waits while no orders are taken`() async throws {
        let (messages, _) = try await Self.messages(closed: .diskFull)
        let message = Self.message(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        #expect(await messages.handle(message) == .later("no orders are taken for 5 s"))
    }

    @Test func `with a deduplication id of its sender's stands for one order`() async throws {
        let (messages, store) = try await Self.messages()
        let body = #"{"customerEmail":"a@example.com"}"#
        for (id, isNew) in [("m1", true), ("m2", false)] {
            let message = Self.message(body, id: id, deduplication: "k")
            #expect(await messages.handle(message) == .done(isNew: isNew))
        }
        let other = Self.message(
            #"{"customerEmail":"b@example.com"}"#,
            id: "m3",
            deduplication: "k"
        )
        #expect(await messages.handle(other) == .rejected("another order has its deduplication id"))
        // One that SQS has made of the body says nothing: two orders may read the same.
        let digest = Digests.openSSL.sha256(Array(body.utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        for id in ["m4", "m5"] {
            let message = Self.message(body, id: id, deduplication: digest.joined())
            #expect(await messages.handle(message) == .done(isNew: true))
        }
        #expect(store.backlog == 3)
    }

    @Test func `keeps its attributes and its trace header with the order`() async throws {
        let (messages, store) = try await Self.messages()
        var message = Self.message(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        message.attributes["SentTimestamp"] = "1800000000000"
        message.attributes["AWSTraceHeader"] = "Root=1-2-3"
        message.senderAttributes = ["shop": ["DataType": "String", "StringValue": "main"]]
        _ = await messages.handle(message)
        let id = try #require(OrderID("1"))
        let origin = try #require(try await store.order(id)?.origin)
        #expect(
            try JSONValue(parsing: origin) == [
                "source": "sqs", "queue": .string(Self.queue),
                "messageId": "5fea7756-0ea4-451a-a703-a558b933e274",
                "sentTimestamp": "1800000000000", "traceHeader": "Root=1-2-3",
                "attributes": ["shop": ["DataType": "String", "StringValue": "main"]],
            ]
        )
    }
}
