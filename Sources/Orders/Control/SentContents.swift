import FoundationEssentials
import JSON
import StatesLanguage

/// Shows what was sent, made again from what the order's history says that the task was given.
///
/// The ledger keeps no content, only its SHA-256. So each attempt that the history has of the state is written again by the
/// code that sent it, and shown when it has the ledger's digest: nothing that differs in a byte is ever shown.
package final class SentContents: Sendable {
    /// How far a search goes.
    package struct Limits: Sendable {
        /// The most events of a history that are looked at.
        package var events = 100_000
        /// The most attempts that are written again: one of a Map's many is not known by its event.
        package var attempts = 1_000
        /// How long a search may take.
        package var time = Duration.seconds(5)

        /// The defaults.
        package init() {}
    }

    private let store: any OrderStore & OrderReader
    private let writer: any DeliveryWriter
    private let clock: any WallClock
    private let limits: Limits

    /// How many are made at a time: an e-mail with files is large.
    package let places = Places(4)
    private static let page = 1_000

    package init(
        store: any OrderStore & OrderReader,
        writer: any DeliveryWriter,
        clock: any WallClock,
        limits: Limits = Limits()
    ) {
        self.store = store
        self.writer = writer
        self.clock = clock
        self.limits = limits
    }

    /// What becomes of the wish to see a delivery's content.
    package enum Verdict: Sendable, Equatable {
        case asSent(DeliveryContent)
        /// It cannot be told any more, for that reason.
        case lost(String)
    }

    /// What was sent for a delivery of that order; nil when as many are made as may be.
    ///
    /// It may compute for long, which no loop may. It ends early when the task is cancelled.
    package func content(of delivery: Delivery) async throws -> Verdict? {
        try await places.take { try await search(for: delivery) }
    }

    private func search(for delivery: Delivery) async throws -> Verdict {
        guard !delivery.contentHash.isEmpty else {
            return .lost("the ledger does not know its content any more")
        }
        var search = TaskSearch(for: delivery.key)
        var bounds = Bounds(limits, clock)
        // Whichever attempt it is of, it says what somebody can look into.
        var doubt: String?
        var (after, left) = (search.start, limits.events)
        while left > 0 {
            let limit = min(left, Self.page)
            let page = try await store.history(of: delivery.order, after: after, limit: limit)
            for event in page?.events ?? [] where !search.isOver {
                guard let task = search.task(scheduledBy: event) else { continue }
                if let stop = bounds.stop() { return .lost("\(stop)") }
                switch try await content(of: delivery, task) {
                case .asSent(let content): return .asSent(content)
                case .lost(let reason): doubt = doubt ?? reason
                case nil: break
                }
            }
            guard let page, page.hasMore, !search.isOver, let last = page.events.last else {
                return .lost(doubt ?? "\(Stop.unrecorded)")
            }
            if bounds.isLate { return .lost("\(Stop.time)") }
            (after, left) = (last.id, left - page.events.count)
        }
        return .lost("\(Stop.events)")
    }

    /// nil: the task sends no such thing.
    private func content(
        of delivery: Delivery,
        _ task: TaskSearch.Task
    ) async throws -> Verdict? {
        do {
            let written = try await writer.write(
                delivery,
                resource: task.resource,
                input: task.input
            )
            guard let written else { return nil }
            return written.contentHash == delivery.contentHash
                ? .asSent(written.content) : .lost(written.doubt)
        } catch let fault as Unwritable {
            return .lost("it cannot be written any more: \(fault)")
        }
    }
}

extension SentContents {
    /// Why a search ends that has found nothing.
    private enum Stop: CustomStringConvertible {
        case unrecorded
        case events
        case attempts(Int)
        case time

        var description: String {
            switch self {
            case .unrecorded:
                "the order's history does not hold what its state was given, as of a distributed Map's children"
            case .events: "the order's history is too long to be searched for it"
            case .attempts(let count):
                "it is none of the first \(count) attempts of its state, and no more are looked at"
            case .time: "it took too long to look for it among the attempts of its state"
            }
        }
    }

    /// What of its bounds a search has used up.
    private struct Bounds {
        private let attempts: Int
        private var left: Int
        private let clock: any WallClock
        private let end: Date

        init(_ limits: Limits, _ clock: any WallClock) {
            (attempts, left) = (limits.attempts, limits.attempts)
            self.clock = clock
            end = clock.now.addingTimeInterval(limits.time / .seconds(1))
        }

        var isLate: Bool { Task.isCancelled || clock.now >= end }

        /// The bound that one more attempt would break; nil, and it is counted, when there is none.
        mutating func stop() -> Stop? {
            if left == 0 { return .attempts(attempts) }
            if isLate { return .time }
            left -= 1
            return nil
        }
    }
}

/// Finds in a history what the tasks of one state were given.
struct TaskSearch {
    private let key: Delivery.Key
    /// Whether the visit has ended, behind which nothing of it can come.
    ///
    /// In the machine's own branch nothing else happens while a state is visited.
    private(set) var isOver = false
    /// The name of the state in which each event happened, by the event's id, as far as it is known.
    private var states: [Int: String] = [:]

    struct Task: Equatable {
        var resource: TaskResource
        var input: JSONValue
    }

    init(for key: Delivery.Key) { self.key = key }

    /// After which event the visit can begin: in the machine's own branch it is known by its first event.
    var start: Int { key.visit > 0 ? key.visit - 1 : 0 }

    /// The task that an event schedules, unless it is another state's.
    ///
    /// Where an event's state is not known it may be this one.
    mutating func task(scheduledBy event: RecordedEvent) -> Task? {
        guard let event = (try? JSONValue(parsing: event.json))?.object, let id = event["id"]?.int
        else { return nil }
        let entered = event["stateEnteredEventDetails"]?["name"]?.string
        let state = entered ?? event["previousEventId"]?.int.flatMap { states[$0] }
        states[id] = state
        if key.visit > 0, event["stateExitedEventDetails"]?["name"]?.string == key.state {
            isOver = true
            return nil
        }
        guard state == nil || state == key.state else { return nil }
        if let details = event["taskScheduledEventDetails"],
            let type = details["resourceType"]?.string, let action = details["resource"]?.string
        {
            // Of the partition nothing depends that is sent.
            return Self.task("arn:aws:states:::\(type):\(action)", details["parameters"])
        }
        guard let details = event["lambdaFunctionScheduledEventDetails"],
            let resource = details["resource"]?.string
        else { return nil }
        return Self.task(resource, details["input"])
    }

    private static func task(_ resource: String, _ text: JSONValue?) -> Task? {
        guard let text = text?.string, let input = try? JSONValue(parsing: text) else { return nil }
        return Task(resource: TaskResource(resource), input: input)
    }
}
