package import FoundationEssentials

/// A leased order with all that its runner needs.
package struct Claim: Sendable {
    /// The right to move it.
    package var lease: Lease
    /// The workflow definition that it runs on.
    package var workflow: Workflow.ID
    /// What its client sent, as JSON text.
    package var input: [UInt8]
    /// Its execution when it was last recorded; nil before its first state.
    package var snapshot: [UInt8]?
    /// When it was accepted.
    package var createdAt: Date
    /// When it fell due; by default when it was accepted.
    package var due: Date
    /// How often it was taken up, this time included.
    package var attempts: Attempts
    /// The gate that it has waited for; nil when it waited for none.
    package var gate: String?
    /// How it came here, as JSON text; nil: nothing is said.
    package var origin: [UInt8]?
    /// How often it was run again after its end.
    package var redrives = 0
    /// What came from outside for its tasks and was not taken in, in order of the numbers.
    package var answers: [TaskAnswer] = []
    /// The ledger's entry for the intent of `ClaimRequest.begin` as it was before; nil when it is new, or there is none.
    package var entry: Delivery?

    package init(
        lease: Lease,
        workflow: Workflow.ID,
        input: [UInt8],
        snapshot: [UInt8]?,
        createdAt: Date,
        attempts: Attempts
    ) {
        self.lease = lease
        self.workflow = workflow
        self.input = input
        self.snapshot = snapshot
        self.createdAt = createdAt
        due = createdAt
        self.attempts = attempts
    }
}
