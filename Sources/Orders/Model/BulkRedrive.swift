public import FoundationEssentials

/// Many orders that are to be run again, some a second, by the service itself, over restarts too.
public struct BulkRedrive: Sendable, Equatable {
    /// Its number.
    public var id: Int64
    /// Which orders.
    public var filter: Filter
    /// Whether from the workflow's start instead of the failed state.
    public var isFromStart: Bool
    /// Whether on the definition that new orders run on.
    public var isOnCurrent: Bool
    /// Whether the orders are ended for good instead of going on.
    public var stops = false
    /// How many orders a second.
    public var rate: Int
    /// Who asked for it, and why.
    public var by: Operator
    /// When it was asked for; what ends later is not meant.
    public var createdAt: Date
    /// When it came to its end.
    public var finishedAt: Date?
    /// Where it is.
    public var state = State.running
    /// How many orders matched when it was asked for.
    public var total = 0
    /// How many were redriven.
    public var redriven = 0
    /// How many could not be.
    public var refused = 0
    /// The place of the last order that was redriven or refused.
    public var cursor: Int64 = 0

    /// What is done with the orders.
    public enum Action: Sendable {
        /// They are run again, each with its own input.
        case redrive(Redrive)
        /// They are ended for good.
        case stop
    }

    /// Where a bulk redrive is.
    public enum State: String, Sendable, CaseIterable {
        case running
        case finished
        case cancelled
    }

    /// Which ended orders are meant.
    public struct Filter: Sendable, Equatable {
        /// How they ended, failed, timed out or aborted; or held.
        public var status: OrderStatus
        /// The error that they ended with; nil for any.
        public var error: String?
        /// Only those that ended at this time or later.
        public var finishedAfter: Date?
        /// Only those that ended before this.
        public var finishedBefore: Date?

        /// Those of that status.
        public init(
            status: OrderStatus,
            error: String? = nil,
            finishedAfter: Date? = nil,
            finishedBefore: Date? = nil
        ) {
            self.status = status
            self.error = error
            self.finishedAfter = finishedAfter
            self.finishedBefore = finishedBefore
        }
    }

    /// A bulk redrive that is asked for now; the store gives it its number.
    public init(
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
    public var remaining: Filter {
        var filter = filter
        let end = createdAt.addingTimeInterval(0.001)
        filter.finishedBefore = min(filter.finishedBefore ?? end, end)
        return filter
    }

    /// Notes how it goes on; one that does not run any more stays as it is.
    public mutating func note(_ progress: BulkProgress) {
        guard state == .running else { return }
        switch progress {
        case .refused(let place):
            refused += 1
            cursor = max(cursor, place)
        case .finished(let now): (state, finishedAt) = (.finished, now)
        }
    }

    /// Counts an order that was redriven as a part of it; also when it was cancelled meanwhile.
    public mutating func count(_ place: Int64) {
        redriven += 1
        cursor = max(cursor, place)
    }

    /// Ends it; false when it does not run.
    public mutating func cancel(at now: Date) -> Bool {
        guard state == .running else { return false }
        (state, finishedAt) = (.cancelled, now)
        return true
    }
}

extension BulkRedrive.Filter {
    /// Whether an order is meant; of one that is held the time of its acceptance counts.
    public func includes(_ order: Order) -> Bool {
        let instant = order.finishedAt ?? order.createdAt
        return order.status == status && order.erasedAt == nil
            && (error == nil || order.error == error)
            && instant >= finishedAfter ?? .distantPast
            && instant < finishedBefore ?? .distantFuture
    }
}

extension AuditEntry {
    /// That a bulk redrive was asked for.
    public static func begun(_ bulk: BulkRedrive) -> AuditEntry {
        let detail = "\(bulk.id): \(bulk.total) orders \(bulk.filter.status.rawValue)"
        return AuditEntry(.bulkRedrive, by: bulk.by, at: bulk.createdAt, detail: detail)
    }

    /// That a bulk redrive was ended before its end.
    public static func cancelled(
        _ bulk: Int64,
        by operator: Operator,
        at now: Date
    ) -> AuditEntry {
        AuditEntry(.bulkRedrive, by: `operator`, at: now, detail: "\(bulk): cancelled")
    }
}
