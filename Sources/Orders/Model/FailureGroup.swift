package import FoundationEssentials

/// Orders that came to nothing in the same way: of one status, with one error.
package struct FailureGroup: Sendable, Equatable {
    package var status: OrderStatus
    package var error: String?
    /// What the newest of them says of its error; at most `maximumCause` characters.
    package var cause: String?
    package var count = 0
    /// When the first and the last of them ended; of those that are held, when they were accepted.
    package var first: Date
    package var last: Date
    /// The commonest places in workflows where they stand.
    package var parts: [Part] = []
    /// The newest of them.
    package var examples: [OrderID] = []

    /// Those of one state of one workflow.
    package struct Part: Sendable, Equatable {
        /// nil: their first state was not begun.
        package var state: String?
        /// The workflow's name in their ids; nil for the default one's.
        package var workflow: String?
        package var count: Int
    }

    /// The most characters of a cause that a group or a list shows.
    package static let maximumCause = 300
    package static let maximumParts = 10
    package static let maximumExamples = 3
    /// The most groups of one answer: errors are texts that a definition chooses.
    package static let maximumGroups = 100
}

/// Which failures are meant, and how many orders of each status are looked at.
package struct FailureQuery: Sendable {
    package var statuses: Set<OrderStatus>
    package var finishedAfter: Date?
    package var finishedBefore: Date?
    /// The most orders of each status that are looked at, the newest.
    package var limit = StoreSummary.maximumCount

    package init(
        _ statuses: Set<OrderStatus>,
        finishedAfter: Date? = nil,
        finishedBefore: Date? = nil
    ) {
        self.statuses = statuses
        self.finishedAfter = finishedAfter
        self.finishedBefore = finishedBefore
    }

    /// Whether an order that is looked at is meant.
    package func includes(_ order: Order) -> Bool {
        let instant = order.finishedAt ?? order.createdAt
        return order.erasedAt == nil && instant >= finishedAfter ?? .distantPast
            && instant < finishedBefore ?? .distantFuture
    }
}

/// Failures by status and error, as they are gathered from orders, newest first.
package struct FailureGroups: Sendable, Equatable {
    private var groups: [Key: Gathered] = [:]
    /// The statuses of which there are more orders than were looked at.
    package private(set) var unfinished: Set<OrderStatus> = []

    fileprivate struct Key: Hashable {
        let status: OrderStatus
        let error: String?
    }

    fileprivate struct Place: Hashable {
        let state: String?
        let workflow: String?
    }

    fileprivate struct Gathered: Equatable {
        var group: FailureGroup
        var places: [Place: Int] = [:]
    }

    /// What one order adds.
    package struct Failure: Sendable {
        package var order: OrderID
        package var status: OrderStatus
        package var error: String?
        package var cause: String?
        package var state: String?
        /// When it ended; when it was accepted, if it has not.
        package var at: Date

        package init(
            _ order: OrderID,
            _ status: OrderStatus,
            error: String?,
            cause: String?,
            state: String?,
            at: Date
        ) {
            self.order = order
            self.status = status
            self.error = error
            self.cause = cause
            self.state = state
            self.at = at
        }

        package init(_ order: Order) {
            self.init(
                order.id,
                order.status,
                error: order.error,
                cause: order.cause,
                state: order.state,
                at: order.finishedAt ?? order.createdAt
            )
        }
    }

    package init() {}

    /// Adds an order that is older than those of its status before it.
    package mutating func add(_ failure: Failure) {
        let key = Key(status: failure.status, error: failure.error)
        let place = Place(state: failure.state, workflow: failure.order.workflow)
        var fresh: Gathered {
            Gathered(
                group: FailureGroup(
                    status: failure.status,
                    error: failure.error,
                    cause: failure.cause.map { String($0.prefix(FailureGroup.maximumCause)) },
                    first: failure.at,
                    last: failure.at
                )
            )
        }
        groups[key, default: fresh].add(failure, place)
    }

    /// Notes that there are more of that status than were looked at.
    package mutating func noteMore(of status: OrderStatus) { unfinished.insert(status) }

    /// The groups, the one that grew last first.
    package var all: [FailureGroup] {
        groups.values.map(\.whole)
            .sorted { ($0.last, $0.count, $0.error ?? "") > ($1.last, $1.count, $1.error ?? "") }
            .prefix(FailureGroup.maximumGroups).map(\.self)
    }
}

extension FailureGroups.Gathered {
    fileprivate mutating func add(_ failure: FailureGroups.Failure, _ place: FailureGroups.Place) {
        group.count += 1
        group.first = min(group.first, failure.at)
        group.last = max(group.last, failure.at)
        if group.examples.count < FailureGroup.maximumExamples {
            group.examples.append(failure.order)
        }
        places[place, default: 0] += 1
    }

    /// The group with its parts, the commonest first.
    fileprivate var whole: FailureGroup {
        var whole = group
        whole.parts = places.map { place, count in
            FailureGroup.Part(state: place.state, workflow: place.workflow, count: count)
        }
        .sorted { left, right in
            left.count != right.count
                ? left.count > right.count
                : (left.workflow ?? "", left.state ?? "") < (
                    right.workflow ?? "", right.state ?? ""
                )
        }
        .prefix(FailureGroup.maximumParts).map(\.self)
        return whole
    }
}
