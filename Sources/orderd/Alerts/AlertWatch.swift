import Foundation
import Orders
import Synchronization

/// Sees what people are to be told of: what health has seen, the orders that it is about, and those that have failed.
final class AlertWatch: Sendable {
    private let store: any OrderReader & AlertStore
    private let board: HealthBoard
    private let endedOrders: EndedOrders
    private let rules: AlertConditions
    private let stuckAfter: Duration
    private let clock: any WallClock
    private let known = Mutex(Known())

    private struct Known {
        /// For how many of a kind these are the first.
        var examples: [AlertKind: (count: Int, orders: [String])] = [:]
        var overdue: (at: Date, count: Int, orders: [String])?
    }

    /// How old what health saw may be, in seconds.
    private static let maximumAge: TimeInterval = 15
    /// How often overdue orders are looked for, in seconds.
    private static let overdueInterval: TimeInterval = 5

    init(
        _ store: any OrderReader & AlertStore,
        _ board: HealthBoard,
        _ endedOrders: EndedOrders,
        _ rules: AlertConditions,
        stuckAfter: Duration,
        clock: any WallClock
    ) {
        self.store = store
        self.board = board
        self.endedOrders = endedOrders
        self.rules = rules
        self.stuckAfter = stuckAfter
        self.clock = clock
    }

    /// All that is so now, and what has failed since the last time, or since an instant, if one is given.
    func sighting(since: Date?) async -> AlertSighting {
        var sighting = AlertSighting()
        if let since {
            // The store has these too: who asks again finds each of them once.
            _ = endedOrders.takeFailures()
            do { sighting.conditions += try await failures(since: since) } catch {
                sighting.isCaughtUp = false
            }
        } else {
            sighting.conditions += newFailures()
        }
        guard let readings = board.readings,
            clock.now.timeIntervalSince(readings.at) < Self.maximumAge
        else {
            sighting.unknown = Set(AlertKind.allCases)
            return sighting
        }
        sighting.unknown = rules.unknown(readings)
        for condition in rules.conditions(readings) {
            sighting.conditions.append(await withOrders(condition))
        }
        if let stuck = await stuck(readings) {
            sighting.conditions += stuck
        } else {
            sighting.unknown.insert(.orderStuck)
        }
        return sighting
    }

    private func newFailures() -> [AlertCondition] {
        let failures = endedOrders.takeFailures()
        guard failures.count > 0 else { return [] }
        return [
            .ordersFailed(
                failures.count,
                examples: failures.examples.map(\.text),
                error: failures.mostFrequentError
            )
        ]
    }

    /// What failed after the process before this one had last looked.
    private func failures(since: Date) async throws -> [AlertCondition] {
        var orders: [Order] = []
        for status in [OrderStatus.failed, .timedOut] {
            var filter = OrderFilter()
            (filter.status, filter.finishedAfter) = (status, since)
            orders += try await store.list(OrderQuery(filter, limit: Self.mostFailures)).orders
        }
        guard !orders.isEmpty else { return [] }
        return [.ordersFailed(orders.count, examples: orders.map(\.id.text))]
    }

    /// How many are counted that failed when nobody looked.
    private static let mostFailures = 1_000

    /// The condition with the first orders that it is about; they are looked up when their number changes.
    private func withOrders(_ condition: AlertCondition) async -> AlertCondition {
        let kind = condition.key.kind
        guard kind == .orderHeld || kind == .deliveryUncertain else { return condition }
        let found = known.withLock { $0.examples[kind] }
        var orders = found?.orders ?? []
        if found?.count != condition.count {
            guard let looked = try? await orderIDs(kind) else { return condition }
            orders = looked
            known.withLock { $0.examples[kind] = (condition.count, looked) }
        }
        var condition = condition
        condition.examples = orders
        return condition
    }

    private func orderIDs(_ kind: AlertKind) async throws -> [String] {
        let limit = Alert.maximumExamples
        if kind == .deliveryUncertain {
            var orders: [String] = []
            for delivery in try await store.deliveries(.uncertain, limit: limit)
            where !orders.contains(delivery.order.text) { orders.append(delivery.order.text) }
            return orders
        }
        var filter = OrderFilter()
        filter.status = .held
        return try await store.list(OrderQuery(filter, limit: limit)).orders.map(\.id.text)
    }

    /// Orders that are due for too long, or cannot be carried on; nil when the store does not tell.
    private func stuck(_ readings: HealthBoard.Readings) async -> [AlertCondition]? {
        let now = clock.now
        var overdue = known.withLock { $0.overdue }
        if overdue.map({ now.timeIntervalSince($0.at) >= Self.overdueInterval }) ?? true {
            let since = now.addingTimeInterval(-(stuckAfter / .seconds(1)))
            guard
                let found = try? await store.overdueOrders(
                    since: since,
                    limit: Alert.maximumExamples
                )
            else { return nil }
            overdue = (now, found.count, found.orders.map(\.text))
            known.withLock { [overdue] in $0.overdue = overdue }
        }
        let faulty = readings.dispatcher.faulty.keys.map(\.text).sorted()
        let late = overdue?.orders ?? []
        let count = (overdue?.count ?? 0) + faulty.count { !late.contains($0) }
        guard count > 0 else { return [] }
        let others = faulty.filter { !late.contains($0) }
        return [AlertCondition(.orderStuck, count: count, examples: late + others)]
    }
}
