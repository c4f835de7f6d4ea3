import FoundationEssentials
import JSON
import StatesLanguage
import Synchronization
import TestClosing
import Testing

@testable import Orders

@Suite(.closing)
struct `The definitions of a running service` {
    private static func workflow(
        _ name: String,
        _ definition: String = #"{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}"#,
        requiresEmail: Bool = true
    ) throws -> Workflow {
        let text = Array(definition.utf8)
        return Workflow(
            id: definition,
            name: name,
            definition: text,
            machine: try StateMachine(parsing: text),
            rules: OrderRules(requiresEmail: requiresEmail)
        )
    }

    private static let other = #"{"StartAt":"S","States":{"S":{"Type":"Succeed"}}}"#

    private static func fixture(_ others: [Workflow] = []) async throws -> EngineFixture {
        try await EngineFixture(
            #"{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}"#,
            others: others,
            function: ScriptedFunction([.succeeded(.null)])
        )
    }

    @Test func `tell what has become of each when they are read again`() async throws {
        let others = [
            try Self.workflow("Same"), try Self.workflow("Gone"), try Self.workflow("Changed"),
            try Self.workflow("Ruled"),
        ]
        let fixture = try await Self.fixture(others)
        let changes = try await fixture.workflows.replace(
            current: fixture.workflows.current,
            others: [
                try Self.workflow("Same"), try Self.workflow("Changed", Self.other),
                try Self.workflow("New"), try Self.workflow("Ruled", requiresEmail: false),
            ]
        )
        let kinds = changes.map { "\($0.name) \($0.kind)" }
        #expect(
            kinds == [
                "Changed changed", "Gone gone", "New new", "Ruled changed", "Same same", "W same",
            ]
        )
        #expect(fixture.workflows.all.map(\.name) == ["W", "Changed", "New", "Ruled", "Same"])
    }

    @Test func `hold for orders that come later, and not for those that run`() async throws {
        let waiting =
            #"{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"Next":"P"},"P":{"Type":"Pass","Result":"old","End":true}}}"#
        let fixture = try await Self.fixture([try Self.workflow("Refunds", waiting)])
        try await fixture.run {
            _ = try await fixture.intake.submit(`The engine`.order, for: "Refunds")
            _ = try await fixture.order("Refunds:001", where: { $0.status == .running })
            let new = #"{"StartAt":"P","States":{"P":{"Type":"Pass","Result":"new","End":true}}}"#
            _ = try await fixture.workflows.replace(
                current: fixture.workflows.current,
                others: [try Self.workflow("Refunds", new)]
            )
            _ = try await fixture.intake.submit(`The engine`.order("002"), for: "Refunds")
            let later = try await fixture.order("Refunds:002", where: { $0.status == .succeeded })
            #expect(later.output == Array(#""new""#.utf8))
            let earlier = try await fixture.order("Refunds:001", where: { $0.status == .succeeded })
            #expect(earlier.output == Array(#""old""#.utf8))
        }
    }

    @Test func `are found by name, and by digest however old they are`() async throws {
        let fixture = try await Self.fixture([try Self.workflow("Refunds", Self.other)])
        let desk = WorkflowDesk(
            workflows: fixture.workflows,
            store: fixture.store,
            clock: fixture.clock
        ) {
            (try Self.workflow("W"), [])
        }
        #expect(try await desk.find("Refunds")?.isCurrent == true)
        let changes = try await desk.reload(by: Operator("ada"))
        #expect(
            changes == [WorkflowChange(name: "Refunds", .gone), WorkflowChange(name: "W", .same)]
        )
        #expect(try await desk.find("Refunds")?.name == nil)
        let old = try await desk.find(Self.other)
        #expect(old?.name == "Refunds")
        #expect(old?.isCurrent == false)
        #expect(old?.definition == Array(Self.other.utf8))
        #expect(try await desk.find("unknown")?.name == nil)
    }

    @Test func `stay as they are when one of the new ones is not valid`() async throws {
        let fixture = try await Self.fixture([try Self.workflow("Refunds")])
        let desk = WorkflowDesk(
            workflows: fixture.workflows,
            store: fixture.store,
            clock: fixture.clock
        ) {
            throw InvalidWorkflows(faults: ["Refunds.asl.json:1: no StartAt"])
        }
        await #expect(throws: InvalidWorkflows.self) { try await desk.reload(by: Operator("ada")) }
        #expect(desk.all.map(\.name) == ["W", "Refunds"])
    }

    @Test func `are read again for one at a time`() async throws {
        let fixture = try await Self.fixture([])
        let itself = Mutex<WorkflowDesk?>(nil)
        let desk = WorkflowDesk(
            workflows: fixture.workflows,
            store: fixture.store,
            clock: fixture.clock,
            read: {
                let desk = try #require(itself.withLock { $0 })
                await #expect(throws: ReloadUnderWay.self) {
                    try await desk.reload(by: Operator("bob"))
                }
                return (try Self.workflow("W"), [])
            }
        )
        itself.withLock { $0 = desk }
        for count in 1...2 {
            #expect(try await desk.reload(by: Operator("ada")).count == 1, "\(count)")
        }
        #expect(try await desk.versions(of: "W")?.map(\.by?.name) == ["ada"])
    }

    @Test func `are forgotten when too many are older, and read from the store again`() async throws
    {
        func definition(_ number: Int) -> String {
            #"{"Comment":"\#(number)","StartAt":"S","States":{"S":{"Type":"Succeed"}}}"#
        }
        let fixture = try await Self.fixture()
        let count = OlderWorkflows.maximumCount + 5
        for number in 0...count {
            _ = try await fixture.workflows.replace(
                current: fixture.workflows.current,
                others: [try Self.workflow("Refunds", definition(number))]
            )
        }
        #expect(fixture.workflows.olderCount == OlderWorkflows.maximumCount)
        #expect(try await fixture.workflows.workflow(definition(0)).name == "Refunds")
        #expect(fixture.workflows.olderCount == OlderWorkflows.maximumCount)
    }

    @Test func `that were used last are held longest`() throws {
        var older = OlderWorkflows()
        let all = try (0...OlderWorkflows.maximumCount).map { number in
            try Self.workflow(
                "W",
                #"{"Comment":"\#(number)","StartAt":"S","States":{"S":{"Type":"Succeed"}}}"#
            )
        }
        for workflow in all.dropLast() { older.hold(workflow) }
        #expect(older.use(all[0].id)?.id == all[0].id)
        for _ in 1...2 { older.hold(all[OlderWorkflows.maximumCount]) }
        #expect(older.count == OlderWorkflows.maximumCount)
        #expect(older.use(all[0].id) != nil)
        #expect(older.use(all[1].id) == nil)
    }

    @Test(arguments: [
        (#"{"orderId":"1","refundOf":"0"}"#, nil, "Refunds:1"),
        (#"{"orderId":"1"}"#, nil, "1"),
        (#"{"orderId":"1","refundOf":"0"}"#, "W", "1"),
        (#"{"orderId":"1"}"#, "Refunds", "Refunds:1"),
    ])
    func `are chosen by the order, unless its client chooses`(
        body: String,
        named: String?,
        id: String
    ) async throws {
        let fixture = try await Self.fixture([try Self.workflow("Refunds", requiresEmail: false)])
        let workflows = WorkflowCatalog(
            current: try Self.workflow("W", requiresEmail: false),
            others: [try Self.workflow("Refunds", requiresEmail: false)],
            store: fixture.store
        )
        let intake = OrderIntake(
            store: fixture.store,
            clock: fixture.clock,
            workflows: workflows,
            wake: WakeSignal(),
            route: { $0["refundOf"] == nil ? nil : "Refunds" }
        )
        guard case .accepted(let order) = try await intake.submit(Array(body.utf8), for: named)
        else {
            Issue.record("it was not accepted")
            return
        }
        #expect(order.id.text == id)
    }

    @Test func `are such as there are`() async throws {
        let fixture = try await Self.fixture()
        await #expect(throws: WorkflowFault.self) {
            _ = try await fixture.intake.submit(`The engine`.order, for: "Refunds")
        }
        let intake = OrderIntake(
            store: fixture.store,
            clock: fixture.clock,
            workflows: fixture.workflows,
            wake: WakeSignal(),
            route: { _ in throw InvalidWorkflows(faults: ["T2001"]) }
        )
        await #expect(throws: OrderFaults([OrderFault("", "leads to no workflow: T2001")])) {
            _ = try await intake.submit(`The engine`.order)
        }
    }
}
