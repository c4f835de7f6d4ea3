public import FoundationEssentials
public import Orders

extension SQLiteOrderStore {
    /// What the queue as a whole was last told to do.
    public func queueMode() async throws -> QueueMode {
        try await read { connection in
            let text = try connection.first(
                "select value from settings where name = 'queue mode'"
            ) { $0.text(0) }
            return text.flatMap(QueueMode.init) ?? .running
        }
    }

    /// Keeps what the queue as a whole is to do, with its audit entry.
    public func setQueueMode(
        _ mode: QueueMode,
        by operator: Operator,
        at now: Date
    ) async throws {
        let action: AuditEntry.Action =
            switch mode {
            case .running: .resume
            case .paused: .pause
            case .draining: .drain
            }
        try await write { connection in
            try connection.run(
                "insert or replace into settings(name, value) values('queue mode', ?)",
                Array(mode.rawValue.utf8)
            )
            try connection.insert(AuditEntry(action, by: `operator`, at: now), order: nil)
        }
    }
}
