package import FoundationEssentials
package import Orders
import StatesLanguage
import Testing

/// An instant to count from.
package let noon = Date(timeIntervalSince1970: 1_790_000_000)

package func noon(plus seconds: Double) -> Date { noon.addingTimeInterval(seconds) }

func makeID(_ text: String) throws -> OrderID { try #require(OrderID(text)) }

/// A registered workflow of one state.
func makeWorkflow(in store: any OrderStore) async throws -> Workflow.ID {
    let workflow = try makeWorkflow()
    try await store.register(workflow)
    return workflow.id
}

/// A workflow of one state.
func makeWorkflow(_ id: Workflow.ID = "w1", named name: String = "W") throws -> Workflow {
    let text = Array(#"{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}"#.utf8)
    return Workflow(
        id: id,
        name: name,
        definition: text,
        machine: try StateMachine(parsing: text)
    )
}

/// An order that was accepted at noon plus those seconds.
@discardableResult
package func submit(
    _ number: String,
    at seconds: Double = 0,
    key: IdempotencyKey? = nil,
    input: String? = nil,
    to store: any OrderStore
) async throws
    -> Submission
{
    let workflow = try await makeWorkflow(in: store)
    var order = NewOrder(
        id: try makeID(number),
        input: Array((input ?? #"{"orderId":"\#(number)"}"#).utf8),
        workflow: workflow,
        createdAt: noon(plus: seconds)
    )
    order.idempotencyKey = key
    return try await store.submit(order)
}

/// Leases orders that are due so many seconds after noon.
package func claim(
    _ limit: Int = 10,
    at seconds: Double = 1,
    rooms: [String: Int] = [:],
    from store: any OrderStore
) async throws
    -> [Claim]
{
    let (now, until) = (noon(plus: seconds), noon(plus: seconds + 60))
    return try await store.claim(
        ClaimRequest(limit: limit, now: now, until: until, rooms: rooms)
    )
}

/// The claim of the only order that is due.
func claimOne(at seconds: Double = 1, from store: any OrderStore) async throws -> Claim {
    let claims = try await claim(at: seconds, from: store)
    #expect(claims.count == 1)
    return try #require(claims.first)
}

func move(_ next: Move.Next, events: ClosedRange<Int>? = nil, failures: Int = 0) -> Move {
    Move(
        snapshot: Array("snapshot".utf8),
        state: "A",
        history: (events.map(Array.init) ?? []).map {
            RecordedEvent(id: $0, json: Array(#"{"id":\#($0)}"#.utf8))
        },
        failures: failures,
        next: next,
        at: noon(plus: 2)
    )
}

let succeeded = Move.Next.end(
    Ending(status: .succeeded, output: Array("{}".utf8), error: nil, cause: nil)
)

let email = Delivery.Intent(
    key: Delivery.Key(state: "A", visit: 2, name: "confirmation"),
    kind: .email,
    contentHash: "c0ffee"
)

/// Expects that a change under a lease is refused because the lease does not hold.
func expectLeaseLost(_ change: () async throws -> Void) async {
    do {
        try await change()
        Issue.record("the change was made without a lease")
    } catch StoreError.leaseLost {
        // This is what the contract says.
    } catch {
        Issue.record("\(error)")
    }
}

/// Erases an order as an operator does.
package func erase(
    in store: any OrderStore,
    _ id: OrderID,
    by operator: Operator,
    at now: Date
) async throws -> Revised {
    try await store.revise(id) { .erase($0, by: `operator`, at: now) }
}

/// A change of an order from outside its workflow, by somebody who stops it or runs it again.
func change(to status: OrderStatus) -> Revision {
    let isEnd = status.isFinal
    let audit = AuditEntry(isEnd ? .stop : .redrive, by: Operator("ada"), at: noon)
    var revision = Revision(
        to: status,
        due: isEnd ? nil : noon,
        history: [],
        snapshot: nil,
        audit: audit
    )
    if isEnd {
        revision.ending = Ending(status: status, output: nil, error: nil, cause: nil)
    }
    return revision
}
