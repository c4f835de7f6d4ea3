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
                try connection.forgetVersions(of: workflow.name)
            }
        }
    }

    /// The definitions that were noted of that name; one that is not as it was written is left out.
    package func versions(
        of name: String,
        at place: OrderFilter.Place,
        limit: Int
    ) async throws -> [WorkflowVersion] {
        try await read { connection in
            let unended = try connection.unendedByDefinition(at: place)
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

    fileprivate func forgetVersions(of name: String) throws {
        try run(
            """
            delete from workflow_changes where name = ?1 and id not in (
                select id from workflow_changes where name = ?1 order by id desc limit ?2
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
                status.code,
                StoreSummary.maximumCount,
                place.prefix
            ) { ($0.text(0), Int($0.int(1))) }
            counts.merge(found, uniquingKeysWith: +)
        }
        return counts
    }

    private static let newestOfStatus: SQL = """
        select w.hash, count(*) from (
            select workflow, number from orders where status = ?1 order by id desc limit ?2
        ) o join workflows w on w.id = o.workflow
        where case ?3 when '' then instr(o.number, ':') = 0 else substr(o.number, 1, length(?3)) = ?3 end
        group by w.hash
        """
}
