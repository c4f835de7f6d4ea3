package import FoundationEssentials

/// Where what people are told of outlives the process.
///
/// What is kept and not as it was written is left out: it tells nobody.
package protocol AlertStore: AnyObject, Sendable {
    /// What was kept last; empty at first.
    func alertLedger() async throws -> AlertLedger

    /// Keeps a change as a whole, or throws and keeps nothing of it.
    func keep(_ change: AlertLedger.Change) async throws

    /// The orders that are due since before an instant and that nobody works on, longest due first.
    ///
    /// Counted up to `StoreSummary.maximumCount`, with the ids of at most `limit`.
    func overdueOrders(
        since instant: Date,
        limit: Int
    ) async throws -> (count: Int, orders: [OrderID])
}

/// What is known of alerts and of messages that are on their way.
package struct AlertLedger: Sendable, Equatable {
    /// In order of their keys.
    package var alerts: [Alert]
    /// In the order in which they came.
    package var sendings: [AlertSending]
    /// Until when the failures of orders are counted in these; nil: never looked at.
    package var lookedAt: Date?

    package init(alerts: [Alert] = [], sendings: [AlertSending] = [], lookedAt: Date? = nil) {
        self.alerts = alerts
        self.sendings = sendings
        self.lookedAt = lookedAt
    }

    /// What is to be written so that one becomes another.
    package struct Change: Sendable, Equatable {
        /// Those that are new or have changed.
        package var alerts: [Alert] = []
        package var endedAlerts: [Alert.Key] = []
        package var sendings: [AlertSending] = []
        package var endedSendings: [AlertSending.Key] = []
        package var lookedAt: Date?

        package init() {}

        package var isEmpty: Bool {
            alerts.isEmpty && endedAlerts.isEmpty && sendings.isEmpty && endedSendings.isEmpty
        }
    }

    /// What has changed since those were kept, that is worth a write.
    package func change(since kept: AlertLedger) -> Change {
        var change = Change()
        let alertsBefore = Dictionary(kept.alerts.map { ($0.key, $0) }) { $1 }
        change.alerts = alerts.filter { alert in
            alertsBefore[alert.key].map(alert.isNews) ?? true
        }
        let keys = Set(alerts.map(\.key))
        change.endedAlerts = kept.alerts.map(\.key).filter { !keys.contains($0) }
        let sendingsBefore = Set(kept.sendings)
        change.sendings = sendings.filter { !sendingsBefore.contains($0) }
        let sendingKeys = Set(sendings.map(\.key))
        change.endedSendings = kept.sendings.map(\.key).filter { !sendingKeys.contains($0) }
        change.lookedAt = lookedAt
        return change
    }
}

extension AlertLedger {
    /// With a change made, as a store keeps it.
    package mutating func apply(_ change: Change) {
        for alert in change.alerts {
            alerts.removeAll { $0.key == alert.key }
            alerts.append(alert)
        }
        alerts.removeAll { change.endedAlerts.contains($0.key) }
        alerts.sort { $0.key < $1.key }
        for sending in change.sendings {
            if let index = sendings.firstIndex(where: { $0.key == sending.key }) {
                sendings[index] = sending
            } else {
                sendings.append(sending)
            }
        }
        sendings.removeAll { change.endedSendings.contains($0.key) }
        lookedAt = change.lookedAt ?? lookedAt
    }
}
