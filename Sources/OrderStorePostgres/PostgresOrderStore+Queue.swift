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
                try connection.forgetVersions(of: workflow.name)
            }
        }
    }

    /// The definitions that were noted of that name; served by workflow_changes_by_name.
    package func versions(
        of name: String,
        at place: OrderFilter.Place,
        limit: Int
    ) async throws -> [WorkflowVersion] {
        try await read { connection in
            let unended = try connection.unendedByDefinition(at: place)
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

    fileprivate func forgetVersions(of name: String) throws {
        try run(
            """
            delete from workflow_changes where name = $1 and id not in (
                select id from workflow_changes where name = $1 order by id desc limit $2
            )
            """,
            name,
            WorkflowVersion.maximumCount
        )
    }

    /// How many of the newest orders at that place that have not ended run on which definition.
    ///
    /// Served by orders_by_status, one status after the other: together they would have to be sorted.
    fileprivate func unendedByDefinition(at place: OrderFilter.Place) throws -> [Workflow.ID: Int] {
        var counts: [Workflow.ID: Int] = [:]
        for status in OrderStatus.allCases where !status.isFinal {
            let found = try all(
                Self.newestOfStatus,
                status.rawValue,
                StoreSummary.maximumCount,
                place.prefix
            ) { ($0.text(0), Int($0.int(1))) }
            counts.merge(found, uniquingKeysWith: +)
        }
        return counts
    }

    private static let newestOfStatus = SQL(
        """
        select w.hash, count(*) from (
            select workflow, number from orders where status = $1 order by id desc limit $2
        ) o join workflows w on w.id = o.workflow
        where case $3 when '' then position(':' in o.number) = 0 else starts_with(o.number, $3) end
        group by w.hash
        """
    )
}
