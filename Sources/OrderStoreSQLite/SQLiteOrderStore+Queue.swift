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
    ) async throws -> Int64 {
        let action: AuditEntry.Action =
            switch mode {
            case .running: .resume
            case .paused: .pause
            case .draining: .drain
            }
        return try await write { connection in
            try connection.run(
                "insert or replace into settings(name, value) values('queue mode', ?)",
                Array(mode.rawValue.utf8)
            )
            let before = try connection.first(
                "select value from settings where name = 'queue changes'"
            ) { Int64($0.text(0)) }
            let place = ((before ?? nil) ?? 0) + 1
            try connection.run(
                "insert or replace into settings(name, value) values('queue changes', ?)",
                Array("\(place)".utf8)
            )
            try connection.insert(AuditEntry(action, by: `operator`, at: now), order: nil)
            return place
        }
    }
}
