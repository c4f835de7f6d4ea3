import AWS
import AWSSandbox
import InMemoryLogging
import Integrations
import JSON
import Logging
import Orders
import StatesLanguage
import TestClosing
import Testing

/// What the function answers and what it leaves in the ledger when nothing goes wrong, or when it is not asked well.
@Suite(.closing)
struct `The ProcessOrder function` {
    @Test func `sends the e-mail and the notice, each once`() async throws {
        try await FunctionFixture.run { fixture in
            #expect(try await fixture.perform() == FunctionFixture.success)
            #expect(
                fixture.accepted(.ses) == [
                    [
                        "kind": "email", "from": "shop@example.com", "to": ["buyer@example.com"],
                        "subject": "Order Confirmation: 001",
                        "text": "Thank you! Your order ID is 001.",
                        "tags": ["orderId": "001", "orderdVisit": "2"],
                    ]
                ]
            )
            #expect(
                fixture.accepted(.sns) == [
                    [
                        "kind": "notice", "topic": "arn:aws:sns:us-east-1:000000000000:orders",
                        "message": "Order ID 001 for buyer@example.com.",
                        "subject": "New Order Processed",
                    ]
                ]
            )
            let ledger = try await fixture.ledger()
            #expect(ledger.map(\.status) == [.sent, .sent])
            #expect(ledger.map(\.messageID) == fixture.sandbox.messages.all.map(\.id))
        }
    }

    @Test func `warns of what the order lacks for a text, and sends it`() async throws {
        let log = InMemoryLogHandler()
        try await FunctionFixture.run { fixture async throws in
            let call = FunctionFixture.Call(emailText: "Hi {{name}}, it is {{orderId}}", log: log)
            #expect(try await fixture.perform(call) == FunctionFixture.success)
            #expect(fixture.accepted(.ses).map { $0["text"] } == ["Hi , it is 001"])
        }
        let warning = try #require(log.entries.first { $0.level == .warning })
        #expect(warning.metadata["tags"] == "name")
        #expect(warning.metadata["template"] == "email-text.mustache")
        #expect(warning.metadata["order.id"] == "001")
    }

    @Test func `leads from SES back to every order, also to one whose number no tag may hold`()
        async throws
    {
        try await FunctionFixture.run { fixture in
            for (visit, order) in ["a_b-C", "2026.001_x", "2026_2E001"].enumerated() {
                _ = try await fixture.perform(.init(order: order, visit: visit + 10))
            }
            let tags = fixture.accepted(.ses).map { $0["tags"] }
            #expect(
                tags == [
                    ["orderId": "a_b-C", "orderdVisit": "10"],
                    ["orderIdEscaped": "2026_2E001_5Fx", "orderdVisit": "11"],
                    ["orderId": "2026_2E001", "orderdVisit": "12"],
                ]
            )
        }
    }

    @Test func `sends to an international domain as SES wants it`() async throws {
        try await FunctionFixture.run { fixture async throws in
            let input: JSONValue = ["orderId": "001", "customerEmail": "kunde@Bücher.example"]
            #expect(try await fixture.perform(.init(input: input)) == FunctionFixture.success)
            #expect(fixture.accepted(.ses).first?["to"] == ["kunde@xn--bcher-kva.example"])
            let notice = fixture.accepted(.sns).first?["message"]
            #expect(notice == "Order ID 001 for kunde@Bücher.example.")
        }
    }

    @Test(
        arguments: [
            ("Käthe <kaethe@example.com>", "=?UTF-8?Q?K=C3=A4the?= <kaethe@example.com>"),
            ("a@example.com, b@example.com", nil), ("nobody", nil),
        ] as [(String, String?)]
    )
    func `sends to one mailbox, whatever a workflow made of the address`(
        _ customer: String,
        _ recipient: String?
    ) async throws {
        try await FunctionFixture.run { fixture in
            let input: JSONValue = ["orderId": "001", "customerEmail": .string(customer)]
            let outcome = try await fixture.perform(.init(input: input))
            if let recipient {
                #expect(outcome == FunctionFixture.success)
                #expect(fixture.accepted(.ses).first?["to"] == [.string(recipient)])
            } else {
                guard case .failed("ParamValidationError", _) = outcome else {
                    Issue.record("\(outcome)")
                    return
                }
                #expect(fixture.sandbox.messages.acceptedCount == 0)
            }
        }
    }

    @Test func `answers a second attempt of a visit from the ledger`() async throws {
        try await FunctionFixture.run { fixture async throws in
            #expect(try await fixture.perform() == FunctionFixture.success)
            #expect(try await fixture.perform() == FunctionFixture.success)
            #expect(fixture.sandbox.messages.acceptedCount == 2)
        }
    }

    @Test func `sends again when the workflow comes back to its state`() async throws {
        try await FunctionFixture.run { fixture in
            _ = try await fixture.perform()
            _ = try await fixture.perform(.init(visit: 9))
            #expect(fixture.sandbox.messages.acceptedCount == 4)
        }
    }

    @Test(
        arguments: [
            ["orderId": "001"],
            ["orderId": "001", "customerEmail": ""],
            ["orderId": "001", "customerEmail": 5],
            ["orderId": "001", "customerEmail": nil],
            [], "text", nil,
        ] as [JSONValue]
    )
    func `fails without an address as the old function did`(_ input: JSONValue) async throws {
        try await FunctionFixture.run { fixture in
            let cause =
                #"{"errorMessage":"customerEmail is a required field.","errorType":"ValueError"}"#
            let expected = TaskOutcome.failed(error: "ValueError", cause: cause)
            let outcome = try await fixture.perform(.init(input: input))
            #expect(outcome == expected)
            #expect(fixture.sandbox.messages.acceptedCount == 0)
            #expect(try await fixture.ledger().isEmpty)
        }
    }

    @Test func `takes the order's own number when the input has none`() async throws {
        try await FunctionFixture.run { fixture in
            let input: JSONValue = ["customerEmail": "buyer@example.com"]
            let outcome = try await fixture.perform(.init(input: input))
            #expect(outcome == FunctionFixture.success)
        }
    }

    @Test func `gives a FIFO topic a group and a number against doubles`() async throws {
        try await FunctionFixture.run { fixture in
            let topic = "arn:aws:sns:us-east-1:000000000000:orders.fifo"
            let outcome = try await fixture.perform(.init(topic: topic))
            #expect(outcome == FunctionFixture.success)
            let notice = try #require(fixture.accepted(.sns).first)
            #expect(notice["groupId"] == "001")
            #expect(notice["deduplicationId"] == "001-2")
        }
    }

    @Test func `works for orders and not for schedules`() async throws {
        try await FunctionFixture.run { fixture in
            let call = TaskCall(origin: .schedule("s"), resource: "F", input: .null)
            let outcome = try await fixture.makeFunction().perform(call)
            guard case .failed("ValueError", _) = outcome else {
                Issue.record("\(outcome)")
                return
            }
        }
    }

    @Test func `sends nothing for an order that is not ours any more`() async throws {
        try await FunctionFixture.run { fixture in
            let outcome = try await fixture.perform(.init(fenceOffset: -1))
            guard case .abandoned = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(fixture.sandbox.messages.acceptedCount == 0)
        }
    }
}
