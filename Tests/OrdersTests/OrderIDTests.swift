import FoundationEssentials
import JSON
import OrderStoreSQLite
import StatesLanguage
import TestClosing
import Testing

@testable import Orders

/// What an order is known by: its workflow and its number in it.
struct `An order's id` {
    @Test(
        arguments: [
            ("001", nil, "001"),
            ("Refunds:001", "Refunds", "001"),
            ("a.b_c-d:x", "a.b_c-d", "x"),
        ] as [(String, String?, String)]
    )
    func `is a number, after the workflow's name where that is not the default one`(
        text: String,
        workflow: String?,
        number: String
    ) throws {
        let id = try #require(OrderID(text))
        #expect(id.workflow == workflow)
        #expect(id.number.text == number)
        #expect(id.text == text)
        #expect(id.description == text)
    }

    @Test(arguments: [
        "", ":", "001:", ":001", "a:b:c", "a b:1", "a:1 2", "..:1", "a:.", "ä:1", "a:ä", "a/b:1",
        String(repeating: "x", count: 81) + ":1", "a:" + String(repeating: "1", count: 81),
    ])
    func `is no other text`(text: String) { #expect(OrderID(text) == nil) }

    @Test func `fits into what SNS takes of a message's group`() throws {
        let number = try #require(OrderNumber(String(repeating: "1", count: 80)))
        let longest = String(repeating: "w", count: OrderID.maximumLength - 81)
        #expect(OrderID(number, in: longest)?.text.utf8.count == OrderID.maximumLength)
        #expect(OrderID(number, in: longest + "w") == nil)
    }

    @Test func `tells one number of two workflows apart`() throws {
        let number = try #require(OrderNumber("001"))
        let refund = try #require(OrderID(number, in: "Refunds"))
        #expect(OrderID(number) != refund)
        #expect(refund == OrderID("Refunds:001"))
        #expect(OrderID(number, in: "no name") == nil)
    }
}

/// Orders of several workflows in one service.
@Suite(.closing)
struct `Several workflows` {
    private static func workflow(
        _ name: String,
        next: String,
        requiresEmail: Bool = true
    ) throws -> Workflow {
        let text = Array(
            #"{"StartAt":"\#(next)","States":{"\#(next)":{"Type":"Succeed"}}}"#.utf8
        )
        return Workflow(
            id: "id of \(name)",
            name: name,
            definition: text,
            machine: try StateMachine(parsing: text),
            rules: OrderRules(requiresEmail: requiresEmail)
        )
    }

    private func withService(
        _ body: (EngineFixture) async throws -> Void
    ) async throws {
        let fixture = try await EngineFixture(
            `The engine`.task,
            others: [
                try Self.workflow("Refunds", next: "R"),
                try Self.workflow("Audits", next: "A", requiresEmail: false),
            ],
            function: ScriptedFunction([.succeeded(.null)])
        )
        try await fixture.run { try await body(fixture) }
    }

    private static func order(_ number: String) -> [UInt8] {
        Array(#"{"orderId":"\#(number)","customerEmail":"a@example.com"}"#.utf8)
    }

    @Test func `run one number each, on their own definitions`() async throws {
        try await withService { fixture in
            for workflow in [nil, "Refunds"] {
                guard
                    case .accepted(let order) = try await fixture.intake.submit(
                        Self.order("001"),
                        for: workflow
                    )
                else { throw CancellationError() }
                #expect(order.id.workflow == workflow)
            }
            let refund = try await fixture.order("Refunds:001", is: [.succeeded])
            #expect(refund.state == "R")
            #expect(try await fixture.order("001", is: [.succeeded]).state == "A")
            let history = try await fixture.store.history(of: refund.id, after: 0, limit: 1)
            let started = String(decoding: history?.events.first?.json ?? [], as: UTF8.self)
            #expect(started.contains("ExecutionStarted"))
        }
    }

    @Test func `know each their own order when it comes again`() async throws {
        try await withService { fixture in
            for _ in 0..<2 {
                _ = try await fixture.intake.submit(Self.order("001"), for: "Refunds")
            }
            let list = try await fixture.store.list(OrderQuery(limit: 9)).orders
            #expect(list.map(\.id.text) == ["Refunds:001"])
            let other = Array(#"{"orderId":"001","customerEmail":"b@example.com"}"#.utf8)
            guard case .conflict(let id) = try await fixture.intake.submit(other, for: "Refunds")
            else {
                Issue.record("another order was not told apart")
                return
            }
            #expect(id.text == "Refunds:001")
            guard case .accepted = try await fixture.intake.submit(other) else {
                Issue.record("the default workflow's number is taken")
                return
            }
        }
    }

    @Test func `have a key each for what a client sends under one key`() async throws {
        try await withService { fixture in
            let key = IdempotencyKey(digest: [1], body: [2])
            for workflow in [nil, "Refunds"] {
                for isFirst in [true, false] {
                    let result = try await fixture.intake.submit(
                        Self.order("001"),
                        for: workflow,
                        key: key
                    )
                    switch result {
                    case .accepted(let order): #expect(isFirst && order.id.workflow == workflow)
                    case .repeated(let order): #expect(!isFirst && order.id.workflow == workflow)
                    default: Issue.record("\(result)")
                    }
                }
            }
        }
    }

    @Test func `demand an address where they say so`() async throws {
        try await withService { fixture in
            let bare = Array(#"{"orderId":"001"}"#.utf8)
            for workflow in [nil, "Refunds"] {
                await #expect(throws: OrderFaults([OrderFault("/customerEmail", "is required")])) {
                    try await fixture.intake.submit(bare, for: workflow)
                }
            }
            guard case .accepted = try await fixture.intake.submit(bare, for: "Audits") else {
                throw CancellationError()
            }
            _ = try await fixture.order("Audits:001", is: [.succeeded])
            // One that is there must be an address all the same.
            for body in [#"{"customerEmail":"nobody"}"#, #"{"customerEmail":1}"#] {
                await #expect(throws: OrderFaults.self) {
                    try await fixture.intake.submit(Array(body.utf8), for: "Audits")
                }
            }
        }
    }

    @Test func `are told apart from none`() async throws {
        try await withService { fixture in
            await #expect(throws: WorkflowFault.self) {
                try await fixture.intake.submit(Self.order("001"), for: "Gifts")
            }
            // By its own name too the default one is the default one.
            _ = try await fixture.intake.submit(Self.order("002"), for: "W")
            _ = try await fixture.order("002", is: [.succeeded])
            #expect(fixture.intake.id("W:002")?.text == "002")
            #expect(fixture.intake.id("Refunds:002")?.text == "Refunds:002")
            #expect(fixture.intake.id("a b") == nil)
        }
    }

    @Test func `are operated on by their full ids`() async throws {
        try await withService { fixture in
            let input =
                #"{"orderId":"001","customerEmail":"a@example.com","notBefore":"2999-01-01T00:00:00Z"}"#
            for workflow in [nil, "Refunds"] {
                _ = try await fixture.intake.submit(Array(input.utf8), for: workflow)
            }
            let (id, ada) = (try EngineFixture.id("Refunds:001"), Operator("ada"))
            _ = try await fixture.control.stop(id, by: ada)
            #expect(try await fixture.order("Refunds:001", is: [.aborted]).audit.count == 1)
            #expect(try await fixture.order("001", is: [.queued]).audit.isEmpty)
            // Not before it is wanted, unless its input says otherwise now.
            let now: JSONValue = ["customerEmail": "a@example.com"]
            let redrive = Redrive(from: .beginning(input: now))
            _ = try await fixture.control.redrive(id, redrive, by: ada)
            let again = try await fixture.order("Refunds:001", is: [.succeeded])
            #expect(again.workflow == "id of Refunds")
            _ = try await fixture.control.erase(id, by: ada)
            #expect(try await fixture.store.order(id)?.erasedAt != nil)
            #expect(try await fixture.order("001", is: [.queued]).erasedAt == nil)
        }
    }
}
