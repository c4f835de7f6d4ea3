import FoundationEssentials
import JSON
import StatesLanguage
import Synchronization

/// Shows what was sent, made again from what the order's history says that the task was given.
///
/// The ledger keeps no content, only its SHA-256. So each attempt that the history has of the state is written again by the
/// code that sent it, and shown when it has the ledger's digest: nothing that differs in a byte is ever shown.
package final class SentContents: Sendable {
    private let store: any OrderStore & OrderReader
    private let writer: any DeliveryWriter
    /// The most events of a history that are looked at.
    private let maximumEvents: Int
    private let running = Mutex(0)

    /// How many are made at a time: an e-mail with files is large.
    package static let maximumRunning = 4
    private static let page = 1_000
    private static let unrecorded =
        "the order's history does not hold what its state was given, as of a distributed Map's children"

    package init(
        store: any OrderStore & OrderReader,
        writer: any DeliveryWriter,
        maximumEvents: Int = 100_000
    ) {
        self.store = store
        self.writer = writer
        self.maximumEvents = maximumEvents
    }

    /// What becomes of the wish to see a delivery's content.
    package enum Verdict: Sendable, Equatable {
        case asSent(DeliveryContent)
        /// It cannot be told any more, for that reason.
        case lost(String)
    }

    /// What was sent for a delivery of that order; nil when as many are made as may be.
    ///
    /// It may compute for long, which no loop may.
    package func content(of delivery: Delivery) async throws -> Verdict? {
        guard begin() else { return nil }
        defer { end() }
        guard !delivery.contentHash.isEmpty else {
            return .lost("the ledger does not know its content any more")
        }
        var search = TaskSearch(for: delivery.key)
        // Whichever attempt it is of, it says what somebody can look into.
        var doubt: String?
        var (after, left) = (search.start, maximumEvents)
        while left > 0 {
            let limit = min(left, Self.page)
            let page = try await store.history(of: delivery.order, after: after, limit: limit)
            for event in page?.events ?? [] {
                guard let task = search.task(scheduledBy: event) else { continue }
                switch try await content(of: delivery, task) {
                case .asSent(let content): return .asSent(content)
                case .lost(let reason): doubt = doubt ?? reason
                case nil: break
                }
            }
            guard let page, page.hasMore, let last = page.events.last else {
                return .lost(doubt ?? Self.unrecorded)
            }
            (after, left) = (last.id, left - page.events.count)
        }
        return .lost("the order's history is too long to be searched for it")
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

    /// Lets one more be made; false when as many are as may be.
    package func begin() -> Bool {
        running.withLock { running in
            guard running < Self.maximumRunning else { return false }
            running += 1
            return true
        }
    }

    /// One that was let in has ended.
    package func end() { running.withLock { $0 -= 1 } }
}

/// Finds in a history what the tasks of one state were given.
struct TaskSearch {
    private let key: Delivery.Key
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
