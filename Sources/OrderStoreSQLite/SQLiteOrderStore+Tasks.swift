package import FoundationEssentials
package import Orders

extension SQLiteOrderStore: TaskStore {
    /// Keeps an answer, and makes its order due.
    package func answer(
        _ token: [UInt8],
        _ content: TaskAnswer.Content,
        at now: Date
    ) async throws -> AnswerResult {
        try await guarded { connection in
            guard let row = try connection.taskRow(of: token) else { return .unknown }
            return try connection.answer(row, content, at: now)
        }
    }

    package func answers(under lease: Lease) async throws -> [TaskAnswer] {
        let holder = holder
        return try await read { connection in
            guard try connection.row(under: lease, holder) != nil else { return [] }
            return try connection.answers(to: lease.order)
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
        return try await guarded { connection in
            // What is damaged must not keep the others from their workers.
            for id in try connection.waitingTasks(of: activity, limit: Self.maximumLook) {
                do {
                    guard let row = try connection.taskRow(id),
                        let snapshot = try connection.snapshot(row.order),
                        case .kept = try connection.answer(row, .started(worker: worker), at: now),
                        let taken = try connection.taskRow(id)
                    else { continue }
                    return TakenTask(taken.task, snapshot: snapshot)
                } catch let damage as Damage {
                    try connection.hold(damage, at: now.milliseconds)
                }
            }
            return nil
        }
    }

    /// Open tasks in the order in which they were opened; what is damaged is left out.
    package func openTasks(after place: Int64, limit: Int) async throws -> OpenTaskPage {
        try await read { connection in
            // Served by tasks_open.
            let ids = try connection.all(
                "select id from tasks where status in ('open', 'taken') and id > ? order by id limit ?",
                place,
                limit
            ) { $0.int(0) }
            let tasks = try ids.compactMap { try connection.taskRow($0)?.task }
            return OpenTaskPage(tasks, next: ids.count < limit ? nil : ids.last)
        }
    }

    /// How many tasks are looked at for one that can be taken.
    private static let maximumLook = 20

    package func orphans(limit: Int) async throws -> [OrderID] {
        try await read { connection in
            // Served by children_awaited, where only those stand that have not ended.
            let children = try connection.all(
                """
                select child_id from children c where is_awaited = 1 and is_starter = 1
                    and sum = row_sum('children', id, child_id, parent_id, task, is_awaited, is_starter)
                    and not exists(
                        select 1 from children o
                        join tasks t on t.order_id = o.parent_id and t.task = o.task
                        where o.child_id = c.child_id and o.is_awaited = 1 and t.status in ('open', 'taken')
                    )
                group by child_id limit ?
                """,
                limit
            ) { $0.int(0) }
            return try children.compactMap { child in
                // One that is damaged is held when it is met; the others are not kept by it.
                guard let (row, sum) = try connection.storedOrderRow(child),
                    sum == connection.sums.order(row), try !row.life().status.isFinal
                else { return nil }
                return OrderID(row.number)
            }
        }
    }
}

/// A row of `tasks` that matches its checksum.
struct TaskRow {
    var id: Int64
    var order: Int64
    var task: OpenTask
}

extension Connection {
    /// The task of that token; nil without one, and for one that is not as it was written.
    fileprivate func taskRow(of token: [UInt8]) throws -> TaskRow? {
        try first("select id from tasks where token = ?", token) { $0.int(0) }.flatMap(taskRow)
    }

    fileprivate func taskRow(_ id: Int64) throws -> TaskRow? {
        let found = try first(
            """
            select id, order_id, task, state, kind, name, since, status, worker, taken_at from tasks
            where id = ? and sum = row_sum('tasks', id, order_id, task, token, state, kind, name, since,
                status, worker, taken_at)
            """,
            id
        ) { row in
            row.openTask(of: .damaged(at: row.int(1)))
                .map { TaskRow(id: row.int(0), order: row.int(1), task: $0) }
        }
        guard var found = found ?? nil, let row = try orderRow(found.order),
            let order = OrderID(row.number)
        else { return nil }
        found.task.order = order
        return found
    }

    /// The tasks of that activity that have waited longest; served by tasks_waiting.
    fileprivate func waitingTasks(of activity: String, limit: Int) throws -> [Int64] {
        try all(
            """
            select id from tasks where kind = 'activity' and status = 'open' and name = ?
            order by id limit ?
            """,
            activity,
            limit
        ) { $0.int(0) }
    }

    /// Keeps an answer if the task still takes it, and makes its order due.
    fileprivate func answer(
        _ row: TaskRow,
        _ content: TaskAnswer.Content,
        at now: Date
    ) throws -> AnswerResult {
        guard let task = row.task.answering(content, at: now) else { return row.task.refusal }
        if task != row.task {
            try run(
                "update tasks set status = ?, worker = ?, taken_at = ? where id = ?",
                task.status.rawValue,
                task.worker,
                task.takenAt?.milliseconds,
                row.id
            )
        }
        if case .heartbeat = content {
            try run(
                "delete from answers where order_id = ? and task = ? and kind = 'heartbeat'",
                row.order,
                task.task
            )
        }
        try run(
            "insert into answers(order_id, task, at, kind, body) values(?, ?, ?, ?, ?)",
            row.order,
            task.task,
            now.milliseconds,
            content.kind,
            content.body
        )
        if case .heartbeat = content { return .kept(task.order) }
        if let order = try orderRow(row.order), let edit = try order.life().answered(at: now) {
            try write(edit, to: order)
        }
        return .kept(task.order)
    }

    /// What came for an order's tasks; one that is not as it was written has the order held.
    func answers(to order: Int64) throws -> [TaskAnswer] {
        try all(
            """
            select id, task, at, kind, body,
                sum is row_sum('answers', id, order_id, task, at, kind, body)
            from answers where order_id = ? order by id
            """,
            order
        ) { row in
            guard row.int(5) == 1,
                let content = TaskAnswer.Content(kind: row.text(3), body: row.blob(4))
            else { throw Damage(order: order, what: "an answer to one of its tasks") }
            let at = Date(milliseconds: row.int(2))
            return TaskAnswer(number: row.int(0), task: Int(row.int(1)), at: at, content)
        }
    }

    /// Whether something came for it that is more than a sign of life.
    func hasAnswers(_ order: Int64) throws -> Bool {
        try first(
            "select 1 from answers where order_id = ? and kind != 'heartbeat' limit 1",
            order
        ) { _ in true } ?? false
    }

    /// Whether something came for a task that is not among those answers.
    func hasAnswer(to task: Int, of order: Int64, besides known: [Int64]) throws -> Bool {
        try all("select id from answers where order_id = ? and task = ?", order, task) { $0.int(0) }
            .contains { !known.contains($0) }
    }

    /// Takes away the answers that a step has taken in, and those that an end makes void.
    func drop(_ answers: [Int64], of order: Int64) throws {
        for answer in answers {
            try run("delete from answers where id = ? and order_id = ?", answer, order)
        }
    }

    /// Opens the tasks that are new, closes those that are not among them, and lets the answers to those go.
    func replaceOpenTasks(of order: Int64, by tasks: [TaskOpening]) throws {
        let numbers = Set(tasks.map(\.task.task))
        // Served by tasks_live: those that are over are not looked at again.
        let known = try all(
            "select task, id, status from tasks where order_id = ? and status in ('open', 'taken', 'answered')",
            order
        ) {
            (Int($0.int(0)), $0.int(1), $0.text(2))
        }
        for (number, id, status) in known where !numbers.contains(number) {
            let isOpen = OpenTask.Status(rawValue: status)?.isOpen == true
            let over: OpenTask.Status = isOpen ? .closed : .ended
            try run("update tasks set status = ? where id = ?", over.rawValue, id)
            try run("delete from answers where order_id = ? and task = ?", order, number)
        }
        let there = Set(known.map(\.0))
        for opening in tasks where !there.contains(opening.task.task) {
            try insert(opening, of: order)
        }
    }

    private func insert(_ opening: TaskOpening, of order: Int64) throws {
        let task = opening.task
        try run(
            """
            insert into tasks(order_id, task, token, state, kind, name, since, status)
            values(?, ?, ?, ?, ?, ?, ?, ?)
            """,
            order,
            task.task,
            opening.token,
            task.state,
            task.kind.rawValue,
            task.name,
            task.since.milliseconds,
            task.status.rawValue
        )
    }
}

/// Orders that tasks of others have started.
extension Connection {
    /// Notes that a task has started the order; one that has ended already answers the task.
    func link(
        _ child: Int64,
        to parent: Int64,
        _ link: ParentLink,
        isStarter: Bool,
        at now: Date
    ) throws {
        try run(
            """
            insert or ignore into children(child_id, parent_id, task, is_awaited, is_starter)
            values(?, ?, ?, ?, ?)
            """,
            child,
            parent,
            link.task,
            link.isAwaited ? 1 : 0,
            isStarter ? 1 : 0
        )
        guard let row = try orderRow(child), try row.life().status.isFinal else { return }
        try tellParents(ofEnded: row, at: now)
    }

    /// Tells the tasks that wait for an order's end that it has come.
    func tellParents(ofEnded order: OrderRow, at now: Date) throws {
        guard let child = OrderID(order.number) else { return }
        // Served by children_by_child; hardly any order has a row there.
        let waiting = try all(
            """
            select id, parent_id, task from children where child_id = ? and is_awaited = 1
                and sum = row_sum('children', id, child_id, parent_id, task, is_awaited, is_starter)
            """,
            order.id
        ) { ($0.int(0), $0.int(1), Int($0.int(2))) }
        for (id, parent, task) in waiting {
            try run("update children set is_awaited = 0 where id = ?", id)
            let place = try first(
                "select id from tasks where order_id = ? and task = ?",
                parent,
                task
            ) { $0.int(0) }
            do {
                guard let place, let row = try taskRow(place) else { continue }
                _ = try answer(row, .childEnded(child), at: now)
            } catch let damage as Damage {
                // The child has ended all the same.
                try hold(damage, at: now.milliseconds)
            }
        }
    }

    /// The tasks that have started the order.
    func parents(of order: Int64) throws -> [ParentLink] {
        try all(
            """
            select o.number, c.task, c.is_awaited from children c join orders o on o.id = c.parent_id
            where c.child_id = ? order by c.id
            """,
            order
        ) { row in
            OrderID(row.text(0)).map { parent in
                ParentLink(order: parent, task: Int(row.int(1)), isAwaited: row.int(2) == 1)
            }
        }
        .compactMap(\.self)
    }

    /// The orders that its tasks have started, the first of them.
    func children(of order: Int64) throws -> [OrderID] {
        try all(
            """
            select o.number from children c join orders o on o.id = c.child_id
            where c.parent_id = ? order by c.id limit ?
            """,
            order,
            Order.maximumChildren
        ) { OrderID($0.text(0)) }
        .compactMap(\.self)
    }
}

extension Row {
    /// Columns of `tasks` from `task` on, at 2; nil when a later version has written a word that this one does not know.
    fileprivate func openTask(of order: OrderID) -> OpenTask? {
        guard let kind = OpenTask.Kind(rawValue: text(4)),
            let status = OpenTask.Status(rawValue: text(7))
        else { return nil }
        var task = OpenTask(
            order: order,
            task: Int(int(2)),
            state: text(3),
            kind: kind,
            name: text(5),
            since: Date(milliseconds: int(6))
        )
        task.status = status
        task.worker = optionalText(8)
        task.takenAt = optionalInt(9).map(Date.init(milliseconds:))
        return task
    }
}
