package import FoundationEssentials
package import Orders

extension PostgresOrderStore {
    /// What the queue as a whole was last told to do.
    package func queueMode() async throws -> QueueMode {
        try await read { try $0.setting(Connection.queueMode).flatMap(QueueMode.init) ?? .running }
    }

    /// Keeps what the queue as a whole is to do, with its audit entry; of two nodes whoever comes later is obeyed.
    package func setQueueMode(
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
            // The counter's row is locked first, so that modes follow one another as their numbers do.
            let place = try connection.next(of: "queue changes")
            try connection.set(Connection.queueMode, to: mode.rawValue)
            try connection.insert(AuditEntry(action, by: `operator`, at: now), order: nil)
            return place
        }
    }
}

extension PostgresOrderStore: VersionStore {
    /// Notes the definitions that are not the last noted of their names.
    package func adopt(
        _ workflows: [Workflow],
        by operator: Operator?,
        at now: Date
    ) async throws {
        try await write { connection in
            try connection.lock(.versions)
            for workflow in workflows
            where try connection.latestVersion(of: workflow.name) != workflow.id {
                try connection.run(
                    "insert into workflow_changes(name, workflow, since, who, why) values($1, $2, $3, $4, $5)",
                    workflow.name,
                    workflow.id,
                    now,
                    `operator`?.name,
                    `operator`?.reason
                )
            }
        }
    }

    /// The definitions that were noted of that name; served by workflow_changes_by_name.
    package func versions(of name: String, limit: Int) async throws -> [WorkflowVersion] {
        try await read { connection in
            let unended = try connection.unendedByDefinition()
            return try connection.all(
                """
                select workflow, since, who, why from workflow_changes
                where name = $1 order by id desc limit $2
                """,
                name,
                limit
            ) { row in
                let id = row.text(0)
                return WorkflowVersion(
                    id,
                    since: row.date(1),
                    by: row.optionalText(2).map { Operator($0, reason: row.optionalText(3)) },
                    unended: unended[id] ?? 0
                )
            }
        }
    }
}

extension Connection {
    fileprivate static let queueMode = "queue mode"

    fileprivate func latestVersion(of name: String) throws -> Workflow.ID? {
        try first(
            "select workflow from workflow_changes where name = $1 order by id desc limit 1",
            name
        ) { $0.text(0) }
    }

    /// How many of the newest orders that have not ended run on which definition; served by orders_by_status.
    fileprivate func unendedByDefinition() throws -> [Workflow.ID: Int] {
        let counts = try all(Self.unended) { ($0.text(0), Int($0.int(1))) }
        return Dictionary(counts) { first, _ in first }
    }

    private static let unended = SQL(
        """
        select w.hash, count(*) from (
            select workflow from orders where status in (\(.queued), \(.running), \(.held))
            order by id desc limit \(StoreSummary.maximumCount)
        ) o join workflows w on w.id = o.workflow group by w.hash
        """
    )
}
