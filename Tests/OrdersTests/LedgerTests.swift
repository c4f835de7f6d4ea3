import FoundationEssentials
import Testing

@testable import Orders

private let noon = Date(timeIntervalSince1970: 1_790_000_000)
private let later = noon.addingTimeInterval(60)
private let intent = Delivery.Intent(
    key: Delivery.Key(state: "A", visit: 2, name: "confirmation"),
    kind: .email,
    contentHash: "c0ffee"
)

/// An entry of that status, begun under fence 3.
private func entry(_ status: Delivery.Status) throws -> Delivery {
    let id = try #require(OrderID("001"))
    var withheld = intent
    withheld.withheldAs = status == .withheld ? "w" : nil
    var entry = Delivery(id: 1, of: id, withheld, at: noon, fence: 3)
    switch status {
    case .intended, .withheld: break
    case .sent: _ = entry.conclude(.sent(messageID: "m"), at: noon, fence: 3)
    case .waiting: _ = entry.conclude(.postponed(reason: "w"), at: noon, fence: 3)
    case .refused: _ = entry.conclude(.refused(reason: "r"), at: noon, fence: 3)
    case .uncertain: _ = entry.conclude(.uncertain(reason: "u"), at: noon, fence: 3)
    case .resend:
        _ = entry.conclude(.uncertain(reason: "u"), at: noon, fence: 3)
        (entry.status, entry.concludedAt) = (.resend, noon)
    }
    #expect(entry.status == status)
    return entry
}

/// What an intent, an outcome and a decision make of a delivery's entry.
struct `The ledger` {
    @Test(arguments: Delivery.Status.allCases)
    func
        `lets a delivery be sent again only when it was certainly not accepted, or somebody said so`(
            status: Delivery.Status
        ) throws
    {
        var again = intent
        again.contentHash = "beef"
        let before = try entry(status)
        var after = before
        let answer = after.intend(again, at: later, fence: 4)
        switch status {
        case .refused, .waiting, .resend:
            #expect(answer == before)
            #expect(after.status == .intended)
            #expect(after.attempts == before.attempts + 1)
            #expect(after.fence == 4)
            #expect(after.contentHash == "beef")
            #expect(after.intendedAt == later)
            #expect(after.concludedAt == nil && after.reason == nil)
        case .sent, .withheld, .uncertain:
            #expect(answer == before)
            #expect(after == before)
        case .intended:
            #expect(answer == after)
            #expect(after.status == .uncertain)
            #expect(after.reason == "the process ended between the intent and the outcome")
            #expect(after.attempts == before.attempts)
        }
    }

    @Test(arguments: [Delivery.Status.refused, .waiting, .resend])
    func `withholds at once what is not to be sent`(status: Delivery.Status) throws {
        var withheld = intent
        withheld.withheldAs = "w"
        var after = try entry(status)
        _ = after.intend(withheld, at: later, fence: 4)
        #expect(after.status == .withheld)
        #expect(after.messageID == "w")
        #expect(after.concludedAt == later)
    }

    static let outcomes: [Delivery.Outcome] = [
        .sent(messageID: "n"), .postponed(reason: "later"), .refused(reason: "no"),
        .uncertain(reason: "?"),
    ]

    @Test(arguments: Delivery.Status.allCases, outcomes)
    func `keeps what was sent, and heeds other outcomes of the attempt that they are about`(
        status: Delivery.Status,
        outcome: Delivery.Outcome
    ) throws {
        for fence: Int64 in [2, 3, 4] {
            let before = try entry(status)
            var after = before
            let isChanged = after.conclude(outcome, at: later, fence: fence)
            let isOver = status == .sent || status == .withheld
            let isHeeded = outcome.status == .sent || (!isOver && fence == 3)
            #expect(isChanged == isHeeded, "fence \(fence)")
            guard isChanged else {
                #expect(after == before)
                continue
            }
            #expect(after.status == outcome.status)
            #expect(after.concludedAt == later)
            #expect(after.messageID == (outcome.status == .sent ? "n" : nil))
            #expect((after.reason == nil) == (outcome.status == .sent))
            // An outcome is about an attempt and begins none.
            #expect(after.attempts == before.attempts && after.fence == before.fence)
        }
    }

    @Test(arguments: Delivery.Status.allCases, OrderStatus.allCases)
    func `hears a decision about what is uncertain alone, and sends nothing after the order's end`(
        status: Delivery.Status,
        order: OrderStatus
    ) throws {
        let entry = try entry(status)
        for decision in Delivery.Decision.allCases {
            let result = entry.deciding(decision, inOrder: order, at: later)
            guard status == .uncertain else {
                #expect(result == .notUncertain(entry))
                continue
            }
            if decision == .resend, order.isFinal {
                #expect(result == .orderEnded(entry))
                continue
            }
            guard case .applied(let decided) = result else {
                Issue.record("\(result)")
                continue
            }
            #expect(decided.status == (decision == .resend ? .resend : .sent))
            #expect(decided.concludedAt == later)
            #expect(decided.messageID == nil)
        }
    }

    @Test(arguments: Delivery.Status.allCases)
    func `gives up what waits once its order has ended`(status: Delivery.Status) throws {
        let before = try entry(status)
        var after = before
        #expect(after.giveUp(at: later) == (status == .waiting))
        guard status == .waiting else {
            #expect(after == before)
            return
        }
        #expect(after.status == .refused)
        #expect(after.reason == "w")
        #expect(after.concludedAt == later)
    }

    @Test func `lets go of all words with an erasure`() throws {
        var erased = try entry(.refused)
        erased.erase()
        #expect(erased.contentHash.isEmpty && erased.reason == nil)
        #expect(erased.status == .refused && erased.attempts == 1)
        var audit = AuditEntry(
            .assumeSent,
            about: erased,
            by: Operator("ada", reason: "a@example.com called"),
            at: noon
        )
        #expect(audit.detail == "assume-sent: email confirmation, delivery 1")
        audit.erase()
        #expect(audit.by == Operator("ada") && audit.detail == nil)
    }
}
