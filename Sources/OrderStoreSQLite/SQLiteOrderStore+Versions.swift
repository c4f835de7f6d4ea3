package import FoundationEssentials
package import Orders

extension SQLiteOrderStore: VersionStore {
    /// Notes the definitions that are not the last noted of their names.
    package func adopt(
        _ workflows: [Workflow],
        by operator: Operator?,
        at now: Date
    ) async throws {
        try await write { connection in
            for workflow in workflows
            where try connection.latestVersion(of: workflow.name) != workflow.id {
                try connection.run(
                    "insert into workflow_changes(name, workflow, since, who, why) values(?, ?, ?, ?, ?)",
                    workflow.name,
                    workflow.id,
                    now.milliseconds,
                    `operator`?.name,
                    `operator`?.reason
                )
            }
        }
    }

    /// The definitions that were noted of that name; one that is not as it was written is left out.
    package func versions(of name: String, limit: Int) async throws -> [WorkflowVersion] {
        try await read { connection in
            let unended = try connection.unendedByDefinition()
            // Served by workflow_changes_by_name.
            return try connection.all(
                """
                select workflow, since, who, why from workflow_changes
                where name = ? and sum = row_sum('workflow_changes', id, name, workflow, since, who, why)
                order by id desc limit ?
                """,
                name,
                limit
            ) { row in
                let id = row.text(0)
                return WorkflowVersion(
                    id,
                    since: Date(milliseconds: row.int(1)),
                    by: row.optionalText(2).map { Operator($0, reason: row.optionalText(3)) },
                    unended: unended[id] ?? 0
                )
            }
        }
    }
}

extension Connection {
    fileprivate func latestVersion(of name: String) throws -> Workflow.ID? {
        try first(
            "select workflow from workflow_changes where name = ? order by id desc limit 1",
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
