import FoundationEssentials
import Orders
import Testing

/// Two nodes at once, for adapters that take several; the others refuse the second.
extension StoreFact {
    /// Sentences about two nodes; each begins with two stores on the same orders.
    package static let severalNodes = [
        NodeFact("an order is leased by one of two nodes, however many ask at the same time") {
            nodes in
            let (one, other) = (nodes.one, nodes.other)
            for number in 1...40 { try await submit("\(number)", to: one) }
            let ids = try await withThrowingTaskGroup(of: [Claim].self) { group in
                for _ in 0..<10 {
                    group.addTask { try await claim(3, from: one) }
                    group.addTask { try await claim(3, from: other) }
                }
                return try await group.reduce(into: []) { $0 += $1.map(\.lease.id) }
            }
            #expect(ids.count == 40)
            #expect(Set(ids).count == 40)
        },
        NodeFact("an id is given once by both together") { nodes in
            let (one, other) = (nodes.one, nodes.other)
            _ = try await makeWorkflow(in: one)
            let accepted = try await withThrowingTaskGroup(of: Submission.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await submit("001", to: one) }
                    group.addTask { try await submit("001", to: other) }
                }
                return try await group.reduce(0) { $1 == .accepted ? $0 + 1 : $0 }
            }
            #expect(accepted == 1)
        },
        NodeFact("what one writes the other reads") { nodes in
            let (one, other) = (nodes.one, nodes.other)
            try await submit("001", to: one)
            let lease = try await claimOne(from: other).lease
            #expect(lease.node == other.node)
            try await other.record(move(succeeded, events: 1...2), under: lease)
            let order = try #require(try await one.order(makeID("001")))
            #expect(order.status == .succeeded)
            let history = try await one.history(of: order.id, after: 0, limit: 9)
            #expect(history?.events.map(\.id) == [1, 2])
        },
        NodeFact("the lease of one is worth nothing at the other") { nodes in
            let (one, other) = (nodes.one, nodes.other)
            try await submit("001", to: one)
            let lease = try await claimOne(from: one).lease
            await expectLeaseLost { try await other.record(move(.proceed), under: lease) }
            await expectLeaseLost { try await other.handBack(lease, due: noon) }
            #expect(try await other.prolong([lease], until: noon(plus: 99)) == [lease])
            try await one.record(move(.proceed), under: lease)
        },
        NodeFact("whoever revises an order takes the other's lease") { nodes in
            let (one, other) = (nodes.one, nodes.other)
            try await submit("001", to: one)
            let lease = try await claimOne(from: one).lease
            _ = try await other.revise(makeID("001")) { _ in .revise(change(to: .aborted)) }
            await expectLeaseLost { try await one.record(move(.proceed), under: lease) }
            #expect(try await one.order(makeID("001"))?.status == .aborted)
        },
        NodeFact("a lease that nobody prolongs ends with its time, and counts as a crash") {
            nodes in
            let (one, other) = (nodes.one, nodes.other)
            try await submit("001", to: one)
            // Until 61 seconds after noon.
            let lease = try await claimOne(from: one).lease
            _ = try await one.intend(email, at: noon, under: lease)
            #expect(try await claim(at: 60, from: other).isEmpty)
            let taken = try await claimOne(at: 62, from: other)
            #expect(taken.attempts.crashed == 1)
            #expect(taken.lease.node == other.node)
            await expectLeaseLost { try await one.record(move(.proceed), under: lease) }
            // The send that it was in may have been accepted.
            let entry = try await other.intend(email, at: noon, under: taken.lease)
            #expect(entry?.status == .uncertain)
            // But what became of it is heard.
            try await one.conclude(email.key, .sent(messageID: "m"), at: noon, under: lease)
            let order = try await other.order(makeID("001"))
            #expect(order?.deliveries.map(\.status) == [.sent])
        },
        NodeFact("a lease that is prolonged goes on") { nodes in
            let (one, other) = (nodes.one, nodes.other)
            try await submit("001", to: one)
            let lease = try await claimOne(from: one).lease
            #expect(try await one.prolong([lease], until: noon(plus: 120)).isEmpty)
            #expect(try await claim(at: 119, from: other).isEmpty)
            try await one.record(move(.proceed), under: lease)
            _ = try await claimOne(at: 121, from: other)
        },
        NodeFact("a node that starts anew takes back what it had leased itself, and nothing else") {
            nodes in
            for number in ["001", "002"] { try await submit(number, to: nodes.one) }
            let mine = try await claim(1, from: nodes.one)
            let theirs = try await claim(1, from: nodes.other)
            let again = try await nodes.restartOne()
            let taken = try await claim(at: 52, from: again)
            #expect(taken.map(\.lease.id) == mine.map(\.lease.id))
            #expect(taken.map(\.attempts.crashed) == [1])
            try await nodes.other.record(move(.proceed), under: theirs[0].lease)
            await expectLeaseLost {
                try await nodes.one.record(move(.proceed), under: mine[0].lease)
            }
        },
        NodeFact("the queue's mode is one for both, and the one who was heard last is obeyed") {
            nodes in
            let (one, other) = (nodes.one, nodes.other)
            let first = try await one.setQueueMode(.paused, by: Operator("ada"), at: noon)
            let second = try await other.setQueueMode(.draining, by: Operator("bob"), at: noon)
            #expect(second > first)
            #expect(try await one.queueMode() == .draining)
        },
        NodeFact("a decision at one lets the order go on at the other") { nodes in
            let (one, other) = (nodes.one, nodes.other)
            try await submit("001", to: one)
            let lease = try await claimOne(from: one).lease
            _ = try await one.intend(email, at: noon, under: lease)
            try await one.conclude(email.key, .uncertain(reason: "?"), at: noon, under: lease)
            try await one.record(move(.hold(reason: "?")), under: lease)
            let uncertain = try await other.deliveries(.uncertain, limit: 9)
            let id = try #require(uncertain.first?.id)
            _ = try await other.decide(id, .resend, by: Operator("ada"), at: noon)
            #expect(try await claimOne(at: 5, from: one).lease.node == one.node)
        },
    ]
}

/// Two nodes on the same orders, as an adapter that takes several gives them.
///
/// `StoreFact.severalNodes` is for those; an adapter that takes one has a test that the second is refused.
package struct Nodes: Sendable {
    package let one: any TestedStore
    package let other: any TestedStore
    /// Kills the first node's process, and begins it anew.
    package let restartOne: @Sendable () async throws -> any TestedStore

    package init(
        one: any TestedStore,
        other: any TestedStore,
        restartOne: @escaping @Sendable () async throws -> any TestedStore
    ) {
        self.one = one
        self.other = other
        self.restartOne = restartOne
    }
}

/// A sentence about two nodes.
package struct NodeFact: Sendable, CustomTestStringConvertible {
    package let name: String
    package let check: @Sendable (Nodes) async throws -> Void

    package var testDescription: String { name }

    init(_ name: String, check: @escaping @Sendable (Nodes) async throws -> Void) {
        self.name = name
        self.check = check
    }
}
