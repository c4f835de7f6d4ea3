import FoundationEssentials
import Orders

extension ModelStore: AlertStore {
    func alertLedger() async throws -> AlertLedger { try await change { $0.alerts } }

    func keep(_ change: AlertLedger.Change) async throws {
        try await self.change { $0.alerts.apply(change) }
    }

    func overdueOrders(
        since instant: Date,
        limit: Int
    ) async throws -> (count: Int, orders: [OrderID]) {
        try await change { state in
            let overdue = state.orders.filter { entry in
                [.queued, .running].contains(entry.order.status)
                    && entry.life.due.map { $0 <= instant } ?? false
            }
            .sorted { ($0.due.due, $0.id) < ($1.due.due, $1.id) }
            return (overdue.count, overdue.prefix(limit).map(\.order.id))
        }
    }
}
