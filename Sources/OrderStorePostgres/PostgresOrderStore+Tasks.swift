package import FoundationEssentials
package import Orders

extension PostgresOrderStore: TaskStore {
    /// Keeps an answer, and makes its order due.
    package func answer(
        _ token: [UInt8],
        _ content: TaskAnswer.Content,
        at now: Date
    ) async throws -> AnswerResult {
        try await write { connection in
            let place = try connection.first(
                "select id, order_id from tasks where token = $1",
                token
            ) { (id: $0.int(0), order: $0.int(1)) }
            guard let place, let row = try connection.taskRow(place.id, of: place.order) else {
                return .unknown
            }
            return try connection.answer(row, content, at: now)
        }
    }

    package func answers(under lease: Lease) async throws -> [TaskAnswer] {
        try await read { [holder] connection in
            guard try connection.row(under: lease, holder) != nil else { return [] }
            return try connection.answers(to: [lease.order])[lease.order] ?? []
        }
    }

    /// Takes the activity's task that has waited longest; who asks in vain writes nothing.
    package func takeTask(
        of activity: String,
        by worker: String?,
        at now: Date
    ) async throws -> TakenTask? {
        guard try await !read({ try $0.waitingTasks(of: activity, limit: 1) }).isEmpty else {
            return nil
        }
        return try await write { connection in
            // Others may take the first ones at the same time.
            for waiting in try connection.waitingTasks(of: activity, limit: Self.maximumLook) {
                guard let row = try connection.taskRow(waiting.id, of: waiting.order),
                    let snapshot = try connection.snapshot(row.order),
                    case .kept = try connection.answer(row, .started(worker: worker), at: now),
                    let taken = try connection.taskRow(row.id, of: row.order)
                else { continue }
                return TakenTask(taken.task, snapshot: snapshot)
            }
            return nil
        }
    }

    /// Open tasks in the order in which they were opened; served by tasks_open.
    package func openTasks(after place: Int64, limit: Int) async throws -> OpenTaskPage {
        try await read { connection in
            let found = try connection.all(Connection.openTasks, place, limit) { row in
                let order = OrderID(row.text(TaskRow.Columns.width))
                return (
                    place: row.int(TaskRow.Columns.id), task: order.flatMap(row.taskRow)?.task
                )
            }
            return OpenTaskPage(
                found.compactMap(\.task),
                next: found.count < limit ? nil : found.last?.place
            )
        }
    }

    /// How many tasks are looked at for one that can be taken.
    private static let maximumLook = 20

    package func orphans(limit: Int) async throws -> [OrderID] {
        try await read { connection in
            try connection.all(Connection.orphans, limit) { OrderID($0.text(0)) }
                .compactMap(\.self)
        }
    }
}

extension Connection {
    /// The tasks of that activity that have waited longest; served by tasks_waiting.
    fileprivate func waitingTasks(
        of activity: String,
        limit: Int
    ) throws -> [(id: Int64, order: Int64)] {
        try all(
            """
            select id, order_id from tasks where kind = 'activity' and status = 'open' and name = $1
            order by id limit $2
            """,
            activity,
            limit
        ) { ($0.int(0), $0.int(1)) }
    }

    fileprivate static let openTasks = SQL(
        """
        select \(TaskRow.Columns.self, of: "t"), o.number from tasks t join orders o on o.id = t.order_id
        where t.status in ('open', 'taken') and t.id > $1 order by t.id limit $2
        """
    )

    /// Served by children_awaited, where only those stand that have not ended.
    fileprivate static let orphans = SQL(
        """
        select o.number from orders o join (
            select child_id, min(id) as place from children c where is_awaited and is_starter
                and not exists(
                    select 1 from children o
                    join tasks t on t.order_id = o.parent_id and t.task = o.task
                    where o.child_id = c.child_id and o.is_awaited and t.status in ('open', 'taken')
                )
            group by child_id
        ) found on found.child_id = o.id
        where o.finished_at is null order by found.place limit $1
        """
    )
}
