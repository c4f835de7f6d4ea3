package import FoundationEssentials
package import JSON

/// Many orders that are to be run again, some a second, by the service itself, over restarts too.
package struct BulkRedrive: Sendable, Equatable {
    package var id: Int64
    package var filter: Filter
    /// Whether from the workflow's start instead of the failed state.
    package var isFromStart: Bool
    /// Whether on the definition that new orders run on.
    package var isOnCurrent: Bool
    /// What each order's input is changed by before it begins at the workflow's start; nil: it begins with its own.
    package var patch: JSONPatch?
    /// Whether the orders are ended for good instead of going on.
    package var stops = false
    /// How many orders a second.
    package var rate: Int
    /// Who asked for it, and why.
    package var by: Operator
    /// When it was asked for; what ends later is not meant.
    package var createdAt: Date
    package var finishedAt: Date?
    package var state = State.running
    /// How many orders matched when it was asked for.
    package var total = 0
    /// How many were redriven.
    package var redriven = 0
    /// How many could not be.
    package var refused = 0
    /// The place of the last order that was redriven or refused.
    package var cursor: Int64 = 0

    /// What is done with the orders.
    package enum Action: Sendable {
        /// They are run again, each with its own input, or with what the patch makes of it.
        case redrive(Redrive, patch: JSONPatch? = nil)
        /// They are ended for good.
        case stop
    }

    package enum State: String, Sendable, CaseIterable {
        case running
        case finished
        case cancelled
    }

    /// Which ended orders are meant.
    package struct Filter: Sendable, Equatable {
        /// How they ended, failed, timed out or aborted; or held.
        package var status: OrderStatus
        /// The error that they ended with; nil for any.
        package var error: String?
        /// The state of their workflow in which they ended; nil for any.
        package var state: String?
        /// The definition that they ran on; nil for any.
        package var workflow: Workflow.ID?
        /// The workflow that they are of; nil for any.
        package var place: OrderFilter.Place?
        /// Only those that ended at this time or later.
        package var finishedAfter: Date?
        /// Only those that ended before this.
        package var finishedBefore: Date?

        package init(
            status: OrderStatus,
            error: String? = nil,
            state: String? = nil,
            finishedAfter: Date? = nil,
            finishedBefore: Date? = nil
        ) {
            self.status = status
            self.error = error
            self.state = state
            self.finishedAfter = finishedAfter
            self.finishedBefore = finishedBefore
        }
    }

    /// A bulk redrive that is asked for now; the store gives it its number.
    package init(
        _ filter: Filter,
        isFromStart: Bool = false,
        isOnCurrent: Bool = false,
        rate: Int,
        by operator: Operator,
        at now: Date
    ) {
        id = 0
        self.filter = filter
        self.isFromStart = isFromStart
        self.isOnCurrent = isOnCurrent
        self.rate = rate
        by = `operator`
        createdAt = now
    }
}

extension BulkRedrive {
    /// What is still meant: what was redriven and failed again is not meant a second time.
    package var remaining: Filter {
        var filter = filter
        let end = createdAt.addingTimeInterval(0.001)
        filter.finishedBefore = min(filter.finishedBefore ?? end, end)
        return filter
    }

    /// Notes how it goes on; one that does not run any more stays as it is.
    package mutating func note(_ progress: BulkProgress) {
        guard state == .running else { return }
        switch progress {
        case .refused(let place):
            refused += 1
            cursor = max(cursor, place)
        case .finished(let now): end(.finished, at: now)
        }
    }

    /// Counts an order that was redriven as a part of it; also when it was cancelled meanwhile.
    package mutating func count(_ place: Int64) {
        redriven += 1
        cursor = max(cursor, place)
    }

    /// Ends it; false when it does not run.
    package mutating func cancel(at now: Date) -> Bool {
        guard state == .running else { return false }
        end(.cancelled, at: now)
        return true
    }

    /// Nobody needs the patch any more: its values may be a customer's, whose data can be erased after it.
    private mutating func end(_ state: State, at now: Date) {
        (self.state, finishedAt, patch) = (state, now, patch?.withoutValues)
    }
}

extension BulkRedrive.Filter {
    /// Whether an order is meant; of one that is held the time of its acceptance counts.
    package func includes(_ order: Order) -> Bool {
        let instant = order.finishedAt ?? order.createdAt
        return order.status == status && order.erasedAt == nil
            && (error == nil || order.error == error)
            && (state == nil || order.state == state)
            && (workflow == nil || order.workflow == workflow)
            && (place?.holds(order.id) ?? true)
            && instant >= finishedAfter ?? .distantPast
            && instant < finishedBefore ?? .distantFuture
    }
}

extension AuditEntry {
    /// That a bulk redrive was asked for.
    package static func begun(_ bulk: BulkRedrive) -> AuditEntry {
        let detail = "\(bulk.id): \(bulk.what) \(bulk.total) orders \(bulk.filter.text)"
        return AuditEntry(.bulkRedrive, by: bulk.by, at: bulk.createdAt, detail: detail)
    }

    /// That a bulk redrive was ended before its end.
    package static func cancelled(
        _ bulk: Int64,
        by operator: Operator,
        at now: Date
    ) -> AuditEntry {
        AuditEntry(.bulkRedrive, by: `operator`, at: now, detail: "\(bulk): cancelled")
    }
}

extension BulkRedrive {
    /// What is done, for the audit; of a patch its operations are counted, since its values may be a customer's.
    fileprivate var what: String {
        if stops { return "stop:" }
        var words = [isFromStart ? "redrive from the start" : "redrive"]
        if let patch { words.append("with a patch of \(patch.operations.count) operations") }
        if isOnCurrent { words.append("on the current definition") }
        return words.joined(separator: " ") + ":"
    }
}

extension BulkRedrive.Filter {
    /// Which orders, for the audit.
    fileprivate var text: String {
        var words = [status.rawValue]
        if let error { words.append("with \(error)") }
        if let state { words.append("in \(state)") }
        if case .named(let name) = place { words.append("of \(name)") }
        if case .own = place { words.append("of the default workflow") }
        if let workflow { words.append("on definition \(workflow)") }
        return words.joined(separator: " ")
    }
}
