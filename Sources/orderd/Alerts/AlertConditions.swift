import Orders

/// What people are told of, from what health has seen; nothing of a customer is in it.
struct AlertConditions: Sendable {
    /// Below so many free bytes.
    let diskFree: Int
    /// Below so many seconds.
    let credentialsLeft: Int
    let heartbeatMissed: Int

    /// What is so, but for the ids of orders, which have to be looked up.
    func conditions(_ readings: HealthBoard.Readings) -> [AlertCondition] {
        var conditions: [AlertCondition] = []
        if let summary = readings.summary {
            let held = summary.orders[.held] ?? 0
            if held > 0 { conditions.append(AlertCondition(.orderHeld, count: held)) }
            let uncertain = summary.deliveries[.uncertain] ?? 0
            if uncertain > 0 {
                conditions.append(AlertCondition(.deliveryUncertain, count: uncertain))
            }
        }
        for name in readings.closed.keys.sorted() {
            let waiting = readings.summary?.waiting[name] ?? 0
            let orders = waiting == 1 ? "an order waits" : "\(waiting) orders wait"
            conditions.append(
                AlertCondition(
                    .providerClosed,
                    name,
                    count: waiting,
                    detail: waiting == 0 ? nil : "\(orders) for it"
                )
            )
        }
        for (name, missed) in readings.missed.sorted(by: { $0.key < $1.key })
        where missed >= heartbeatMissed {
            conditions.append(AlertCondition(.scheduleMissed, name, count: missed))
        }
        if let free = readings.free, free < diskFree {
            let mebibytes = free >> 20
            conditions.append(
                AlertCondition(.diskLow, count: mebibytes, detail: "\(mebibytes) MiB are free")
            )
        }
        if let credentials = credentials(readings.credentials) { conditions.append(credentials) }
        return conditions
    }

    /// What these readings say nothing of.
    func unknown(_ readings: HealthBoard.Readings) -> Set<AlertKind> {
        var unknown: Set<AlertKind> = []
        if readings.summary == nil { unknown.formUnion([.orderHeld, .deliveryUncertain]) }
        if readings.free == nil { unknown.insert(.diskLow) }
        return unknown
    }

    private func credentials(_ credentials: HealthBoard.Credentials) -> AlertCondition? {
        switch credentials {
        case .lasting: nil
        case .ending(let seconds) where seconds >= credentialsLeft: nil
        case .ending(let seconds):
            AlertCondition(.credentialsExpiring, count: seconds, detail: "\(seconds) s are left")
        case .ended: AlertCondition(.credentialsExpiring, count: 0, detail: "they have ended")
        case .missing: AlertCondition(.credentialsExpiring, count: 0, detail: "there are none")
        }
    }
}
