package import FoundationEssentials

/// One thing that was done to an order beside its workflow.
package struct AuditEntry: Sendable, Hashable {
    package var at: Date
    package var action: Action
    package var by: Operator
    /// More about it: what was before, what was asked for.
    package var detail: String?

    package enum Action: String, Sendable, CaseIterable {
        case stop
        case redrive
        /// A quarantined order goes on.
        case release
        /// An uncertain delivery was decided about.
        case decide
        /// A provider told of a delivery some time after it was sent.
        case feedback
        /// The customer's data were erased.
        case erase
        /// The service itself held the order, because the process ended too often while it ran.
        case quarantine
        /// The service itself held the order, because what is stored of it is damaged.
        case damage
        /// The service itself held the order, because the store is a copy of an earlier time.
        case restore
        /// Of the whole queue: no order is taken up.
        case pause
        /// Of the whole queue: no order is accepted.
        case drain
        /// Of the whole queue: everything goes on.
        case resume
        case bulkRedrive = "bulk-redrive"
        /// Nothing is sent to an address any more.
        case suppress
        /// Something may be sent to an address again.
        case unsuppress
        case createSchedule = "create-schedule"
        case changeSchedule = "change-schedule"
        case deleteSchedule = "delete-schedule"
    }

    package init(_ action: Action, by: Operator, at now: Date, detail: String? = nil) {
        at = now
        self.action = action
        self.by = by
        self.detail = detail
    }
}
