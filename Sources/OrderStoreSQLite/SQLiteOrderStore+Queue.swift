package import FoundationEssentials
package import Orders

extension SQLiteOrderStore {
    /// What the queue as a whole was last told to do.
    package func queueMode() async throws -> QueueMode {
        try await read { connection in
            let text: String? = try connection.setting("queue mode")
            return text.flatMap(QueueMode.init) ?? .running
        }
    }

    /// Keeps what the queue as a whole is to do, with its audit entry.
    package func setQueueMode(
        _ mode: QueueMode,
        by operator: Operator,
        at now: Date
    ) async throws -> Int64 {
        try await write { try $0.setQueueMode(mode, by: `operator`, at: now) }
    }
}

extension Connection {
    /// Keeps the mode with its audit entry; answers a number that grows with each such change.
    func setQueueMode(_ mode: QueueMode, by operator: Operator, at now: Date) throws -> Int64 {
        let action: AuditEntry.Action =
            switch mode {
            case .running: .resume
            case .paused: .pause
            case .draining: .drain
            }
        try set("queue mode", to: mode.rawValue)
        let before: String? = try setting("queue changes")
        let place = (before.flatMap { Int64($0) } ?? 0) + 1
        try set("queue changes", to: "\(place)")
        try insert(AuditEntry(action, by: `operator`, at: now), order: nil)
        return place
    }
}
