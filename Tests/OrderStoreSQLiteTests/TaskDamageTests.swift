import Foundation
import Orders
import StoreConformance
import TestClosing
import Testing

@testable import OrderStoreSQLite

/// Bits that a disk has turned in what stands beside an order: its open tasks, their answers, its children, how it came.
@Suite(.closing)
struct `Damage beside an order` {
    @Test(arguments: [
        "since = since + 1", "state = 'B'", "name = 'x'", "task = 9", "sum = sum + 1",
    ])
    func `in a task holds its order when its end is told, and is not sealed anew`(
        change: String
    ) async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in try await open([opening(1)], in: store) }
            try folder.change("update tasks set \(change)")
            try await folder.open { store in
                for _ in 0..<2 {
                    await #expect(throws: StoreError.self) {
                        _ = try await store.answer([1], .success(output: [49]), at: noon)
                    }
                }
                let id = try #require(OrderID("a"))
                let order = try #require(try await store.order(id))
                #expect(order.status == .held)
                #expect(order.damage?.contains("its task") == true)
                _ = try await store.revise(id) { _ in .revise(Self.stop) }
                #expect(try await store.order(id)?.status == .aborted)
                // Who comes late is told so, and nothing is held anew.
                await #expect(throws: StoreError.self) {
                    _ = try await store.answer([1], .heartbeat, at: noon)
                }
                #expect(try await store.summary(at: noon).damaged == 0)
            }
            let findings = try StoreFile(path: folder.path).verify()
            #expect(findings.contains { $0.hasPrefix("tasks 1 ") }, "\(findings)")
        }
    }

    @Test func `in a task holds its order when a step closes it`() async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in try await open([opening(1)], in: store) }
            try folder.change("update tasks set since = since + 1")
            try await folder.open { store in
                let lease = try #require(try await claim(at: 2_000, from: store).first).lease
                await #expect(throws: StoreError.self) {
                    try await store.record(step([], .proceed), under: lease)
                }
                let id = try #require(OrderID("a"))
                #expect(try await store.order(id)?.status == .held)
            }
            #expect(try StoreFile(path: folder.path).verify().description.contains("tasks 1 "))
        }
    }

    @Test func `in a task hides no other task, from people or from workers`() async throws {
        try await withDamagedTask { store in
            let page = try await store.openTasks(after: 0, limit: 9)
            #expect(page.tasks.map(\.order.text) == ["b"])
            #expect(try await store.order(#require(OrderID("a")))?.status == .held)
            #expect(try await store.takeTask(of: "call", by: nil, at: noon)?.task.task == 1)
            #expect(try await store.takeTask(of: "call", by: nil, at: noon) == nil)
        }
    }

    @Test func `in an activity's task holds its order when a worker asks`() async throws {
        try await withDamagedTask { store in
            let taken = try await store.takeTask(of: "call", by: "w", at: noon)
            #expect(taken?.task.order.text == "b")
            #expect(try await store.order(#require(OrderID("a")))?.status == .held)
            #expect(try await store.openTasks(after: 0, limit: 9).tasks.count == 1)
        }
    }

    @Test(arguments: ["body = x'32'", "task = 9", "kind = 'failure'", "at = at + 1"])
    func `in an answer holds its order until it runs from the start`(change: String) async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                try await open([opening(1)], in: store)
                _ = try await store.answer([1], .success(output: [49]), at: noon)
            }
            try folder.change("update answers set \(change)")
            #expect(try StoreFile(path: folder.path).verify().description.contains("answers 1 "))
            try await folder.open { store in
                #expect(try await claim(at: 5, from: store).isEmpty)
                let id = try #require(OrderID("a"))
                #expect(try await store.order(id)?.damage?.contains("an answer") == true)
                _ = try await store.revise(id) { _ in .revise(Self.redrive) }
                #expect(try await claim(at: 5, from: store).map(\.answers) == [[]])
                #expect(try await store.summary(at: noon).damaged == 0)
            }
        }
    }

    @Test func `in a link does not keep the customer's data from being erased`() async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                try await open([opening(1, .child)], in: store)
                try await submitChild("b", of: "a", to: store)
            }
            try folder.change("update children set task = 2")
            try await folder.open { store in
                let id = try #require(OrderID("a"))
                _ = try await store.revise(id) { _ in .revise(Self.stop) }
                guard
                    case .changed = try await store.revise(
                        id,
                        { .erase($0, by: Operator("ada"), at: noon) }
                    )
                else {
                    Issue.record("it was not erased")
                    return
                }
                let order = try #require(try await store.order(id))
                #expect(order.erasedAt == noon && order.input.isEmpty)
                #expect(try await store.children(of: id, after: 0, limit: 9).damaged == 1)
                #expect(try await store.summary(at: noon).damaged == 0)
            }
        }
    }

    /// Tasks of one activity of the orders `a` and `b`, of which the first is damaged.
    private func withDamagedTask(
        _ body: (SQLiteOrderStore) async throws -> Void
    ) async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                for name in ["a", "b"] {
                    try await open([opening(1, of: name, .activity)], of: name, in: store)
                }
            }
            try folder.change("update tasks set since = since + 1 where id = 1")
            try await folder.open(body)
        }
    }

    /// How a damaged link is met.
    enum Meeting: CaseIterable {
        case childEnds, childIsRead, parentIsRead, orphansAreLookedFor
    }

    @Test(arguments: Meeting.allCases)
    func `in a link holds the order whose task waits, and not the one that it has started`(
        meeting: Meeting
    ) async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                try await open([opening(1, .child)], in: store)
                try await submitChild("b", of: "a", to: store)
            }
            try folder.change("update children set task = 2")
            try await folder.open { store in
                let (parent, child) = (try #require(OrderID("a")), try #require(OrderID("b")))
                switch meeting {
                case .childEnds:
                    let lease = try #require(try await claim(at: 5, from: store).first).lease
                    #expect(lease.id == child)
                    let ending = Ending(status: .failed, output: nil, error: "E", cause: "c")
                    try await store.record(step([], .end(ending)), under: lease)
                case .childIsRead: _ = try await store.order(child)
                case .parentIsRead: _ = try await store.order(parent)
                case .orphansAreLookedFor: _ = try await store.orphans(limit: 9)
                }
                let order = try await store.order(parent)
                #expect(order?.status == .held)
                #expect(order?.damage?.contains("its link to an order") == true)
                let expected: OrderStatus = meeting == .childEnds ? .failed : .queued
                #expect(try await store.order(child)?.status == expected)
                #expect(try await store.orphans(limit: 9).isEmpty)
            }
            // An end that comes by it leaves it as it was found.
            #expect(try StoreFile(path: folder.path).verify().description.contains("children 1 "))
        }
    }

    @Test func `in how an order came holds it when it is read`() async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                try await submit("other", to: store)
                var order = NewOrder(
                    id: try #require(OrderID("a")),
                    input: Array("{}".utf8),
                    workflow: "w1",
                    createdAt: noon
                )
                order.origin = Array("{}".utf8)
                _ = try await store.submit(order)
            }
            try folder.change("update origins set body = x'7b7e'")
            try await folder.open { store in
                let order = try await store.order(#require(OrderID("a")))
                #expect(order?.status == .held)
                #expect(order?.damage?.contains("how it came") == true)
                #expect(order?.origin == nil)
            }
            #expect(try StoreFile(path: folder.path).verify().description.contains("origins 2 "))
        }
    }

    private static var stop: Revision {
        let audit = AuditEntry(.stop, by: Operator("ada"), at: noon)
        var stop = Revision(to: .aborted, due: nil, history: [], snapshot: nil, audit: audit)
        stop.openTasks = []
        stop.ending = Ending(status: .aborted, output: nil, error: nil, cause: nil)
        return stop
    }

    private static var redrive: Revision {
        let audit = AuditEntry(.redrive, by: Operator("ada"), at: noon)
        var redrive = Revision(
            to: .running,
            due: noon,
            history: [],
            snapshot: Array("snapshot".utf8),
            audit: audit
        )
        redrive.openTasks = []
        redrive.input = Array("{}".utf8)
        return redrive
    }

    private func opening(
        _ task: Int,
        of order: String = "a",
        _ kind: OpenTask.Kind = .callback
    ) -> TaskOpening {
        let id = OrderID(order) ?? .damaged(at: 0)
        let open = OpenTask(
            order: id,
            task: task,
            state: "A",
            kind: kind,
            name: "call",
            since: noon
        )
        return TaskOpening(open, token: (order == "a" ? [] : Array(order.utf8)) + [UInt8(task)])
    }

    private func step(_ tasks: [TaskOpening], _ next: Move.Next) -> Move {
        var step = Move(
            snapshot: Array("snapshot".utf8),
            state: "A",
            history: [],
            failures: 0,
            next: next,
            at: noon(plus: 2)
        )
        step.openTasks = tasks
        return step
    }

    /// An order that waits for those tasks.
    private func open(
        _ tasks: [TaskOpening],
        of number: String = "a",
        in store: any OrderStore
    ) async throws {
        try await submit(number, to: store)
        let claim = try await claim(at: 1, from: store).first { $0.lease.id.text == number }
        let sleep = Move.Next.sleep(until: noon(plus: 900))
        try await store.record(step(tasks, sleep), under: try #require(claim).lease)
    }

    /// An order that the first task of another has started, and waits for.
    private func submitChild(
        _ number: String,
        of parent: String,
        to store: any OrderStore
    ) async throws {
        var order = NewOrder(
            id: try #require(OrderID(number)),
            input: Array("{}".utf8),
            workflow: "w1",
            createdAt: noon(plus: 1)
        )
        let parent = try #require(OrderID(parent))
        order.parent = ParentLink(order: parent, task: 1, isAwaited: true)
        _ = try await store.submit(order)
    }
}
