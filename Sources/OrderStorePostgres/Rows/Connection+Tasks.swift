import FoundationEssentials
import Orders

/// A row of `tasks`.
struct TaskRow {
    let id: Int64
    let order: Int64
    var task: OpenTask

    enum Columns: Int32, Column {
        case id, orderId, task, state, kind, name, since, status, worker, takenAt
    }

    static let byID = SQL("select \(Columns.self) from tasks where id = $1")
    static let byNumber = SQL("select \(Columns.self) from tasks where order_id = $1 and task = $2")
}

/// The tasks of orders whose ends somebody outside tells.
extension Connection {
    /// A task whose order is locked if this is a writer; nil without one.
    ///
    /// It is read after its order is locked: who holds that lock changes the task.
    func taskRow(_ id: Int64, of order: Int64) throws -> TaskRow? {
        guard let number = try orderRow(order)?.number else { return nil }
        return try first(TaskRow.byID, id) { $0.taskRow(of: number) } ?? nil
    }

    private func taskRow(number task: Int, of order: Int64) throws -> TaskRow? {
        guard let number = try orderRow(order)?.number else { return nil }
        return try first(TaskRow.byNumber, order, task) { $0.taskRow(of: number) } ?? nil
    }

    /// Keeps an answer if the task still takes it, and makes its order due.
    func answer(
        _ row: TaskRow,
        _ content: TaskAnswer.Content,
        at now: Date
    ) throws -> AnswerResult {
        guard let task = row.task.answering(content, at: now) else { return row.task.refusal }
        noteBusy(row.order)
        if task != row.task {
            try run(
                "update tasks set status = $2, worker = $3, taken_at = $4 where id = $1",
                row.id,
                task.status.rawValue,
                task.worker,
                task.takenAt
            )
        }
        if case .heartbeat = content {
            try run(
                "delete from answers where order_id = $1 and task = $2 and kind = 'heartbeat'",
                row.order,
                task.task
            )
        }
        try run(
            "insert into answers(order_id, task, at, kind, body) values($1, $2, $3, $4, $5)",
            row.order,
            task.task,
            now,
            content.kind,
            content.body
        )
        if case .heartbeat = content { return .kept(task.order) }
        if let order = try orderRow(row.order), let edit = order.life.answered(at: now) {
            try write(edit, to: order)
        }
        return .kept(task.order)
    }

    /// What came for the tasks of orders, in order of the numbers.
    func answers(to orders: [Int64]) throws -> [Int64: [TaskAnswer]] {
        try Self.answers(ask((Self.answersOfOrders, Parameters(List(orders))))[0])
    }

    static let answersOfOrders: SQL = """
        select id, task, at, kind, body, order_id from answers
        where order_id = any($1) order by id
        """

    /// What `answersOfOrders` has answered, by the orders.
    static func answers(_ found: Answer) throws -> [Int64: [TaskAnswer]] {
        let rows = try found.rows.map { row -> (order: Int64, answer: TaskAnswer) in
            guard let content = TaskAnswer.Content(kind: row.text(3), body: row.bytes(4)) else {
                throw StoreError.damaged(
                    "answer \(row.int(0)) is a \(row.text(3)), which this version does not know"
                )
            }
            let (number, task) = (row.int(0), Int(row.int(1)))
            return (
                row.int(5), TaskAnswer(number: number, task: task, at: row.date(2), content)
            )
        }
        return Dictionary(grouping: rows, by: \.order).mapValues { $0.map(\.answer) }
    }

    /// Whether something came for it that is more than a sign of life.
    func hasAnswers(_ order: Int64) throws -> Bool {
        if isQuiet(order) { return false }
        return try first(
            "select 1 from answers where order_id = $1 and kind != 'heartbeat' limit 1",
            order
        ) { _ in true } ?? false
    }

    /// Whether something came for a task that speaks against its own end and is not among those answers.
    func hasAnswer(
        against end: Move.OwnEnd,
        of order: Int64,
        besides known: [Int64]
    ) throws -> Bool {
        if isQuiet(order) { return false }
        return try first(
            """
            select 1 from answers where order_id = $1 and task = $2 and (kind != 'heartbeat' or $3)
                and id != all($4) limit 1
            """,
            order,
            end.task,
            end.isForSilence,
            List(known)
        ) { _ in true } ?? false
    }

    /// Takes away the answers that a step has taken in.
    func drop(_ answers: [Int64], of order: Int64) throws {
        guard !answers.isEmpty else { return }
        try run(
            "delete from answers where order_id = $1 and id = any($2)",
            order,
            List(answers)
        )
    }

    /// Opens the tasks that are new, closes those that are not among them, and lets the answers to those go.
    func replaceOpenTasks(of order: Int64, by tasks: [TaskOpening]) throws {
        let numbers = Set(tasks.map(\.task.task))
        let known = isQuiet(order) ? [] : try liveTasks(of: order)
        for task in known where !numbers.contains(task.number) {
            let isOpen = OpenTask.Status(rawValue: task.status)?.isOpen == true
            let over: OpenTask.Status = isOpen ? .closed : .ended
            try run("update tasks set status = $2 where id = $1", task.id, over.rawValue)
            try run(
                "delete from answers where order_id = $1 and task = $2",
                order,
                task.number
            )
        }
        let there = Set(known.map(\.number))
        for opening in tasks where !there.contains(opening.task.task) {
            try insert(opening, of: order)
        }
    }

    private func liveTasks(of order: Int64) throws -> [(number: Int, id: Int64, status: String)] {
        try all(
            """
            select task, id, status from tasks
            where order_id = $1 and status in ('open', 'taken', 'answered')
            """,
            order
        ) { (Int($0.int(0)), $0.int(1), $0.text(2)) }
    }

    private func insert(_ opening: TaskOpening, of order: Int64) throws {
        noteBusy(order)
        let task = opening.task
        try run(
            """
            insert into tasks(order_id, task, token, state, kind, name, since, status)
            values($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            order,
            task.task,
            opening.token,
            task.state,
            task.kind.rawValue,
            task.name,
            task.since,
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
        // Locked: whoever ends it tells the tasks that are linked by then, and nobody would tell this one.
        guard let row = try orderRow(child) else { return }
        noteBusy(child)
        try run(
            """
            insert into children(child_id, parent_id, task, is_awaited, is_starter)
            values($1, $2, $3, $4, $5) on conflict (child_id, parent_id, task) do nothing
            """,
            child,
            parent,
            link.task,
            link.isAwaited,
            isStarter
        )
        if row.life.status.isFinal { try tellParents(ofEnded: row, at: now) }
    }

    /// Tells the tasks that wait for an order's end that it has come.
    func tellParents(ofEnded child: OrderRow, at now: Date) throws {
        if isQuiet(child.id) { return }
        let waiting = try all(
            "select id, parent_id, task from children where child_id = $1 and is_awaited order by id",
            child.id
        ) { (id: $0.int(0), parent: $0.int(1), task: Int($0.int(2))) }
        for link in waiting {
            try run("update children set is_awaited = false where id = $1", link.id)
            guard let row = try taskRow(number: link.task, of: link.parent) else { continue }
            _ = try answer(row, .childEnded(child.number), at: now)
        }
    }

    /// The tasks that have started the order.
    func parents(of order: Int64) throws -> [ParentLink] {
        try all(
            """
            select o.number, c.task, c.is_awaited from children c join orders o on o.id = c.parent_id
            where c.child_id = $1 order by c.id
            """,
            order
        ) { row in
            OrderID(row.text(0)).map {
                ParentLink(order: $0, task: Int(row.int(1)), isAwaited: row.bool(2))
            }
        }
        .compactMap(\.self)
    }

    /// A page of the orders that its tasks have started, those behind a place.
    func children(of order: Int64, after place: Int64, limit: Int) throws -> ChildPage {
        let links = try all(
            """
            select c.id, o.number from children c join orders o on o.id = c.child_id
            where c.parent_id = $1 and c.id > $2 order by c.id limit $3
            """,
            order,
            place,
            limit
        ) { (place: $0.int(0), child: OrderID($0.text(1))) }
        return ChildPage(
            links.compactMap(\.child),
            next: links.count < limit ? nil : links.last?.place
        )
    }

    /// The order of the task that waits for the order's end.
    func awaitingParent(of order: Int64) throws -> OrderID? {
        try first(
            """
            select o.number from children c join orders o on o.id = c.parent_id
            where c.child_id = $1 and c.is_awaited order by c.id limit 1
            """,
            order
        ) { OrderID($0.text(0)) } ?? nil
    }
}

extension Row {
    /// A row of tasks; nil when a later version has written a word that this one does not know.
    func taskRow(of order: OrderID) -> TaskRow? {
        typealias Columns = TaskRow.Columns
        guard let kind = OpenTask.Kind(rawValue: text(Columns.kind)),
            let status = OpenTask.Status(rawValue: text(Columns.status))
        else { return nil }
        var task = OpenTask(
            order: order,
            task: Int(int(Columns.task)),
            state: text(Columns.state),
            kind: kind,
            name: text(Columns.name),
            since: date(Columns.since)
        )
        task.status = status
        task.worker = optionalText(Columns.worker)
        task.takenAt = optionalDate(Columns.takenAt)
        return TaskRow(id: int(Columns.id), order: int(Columns.orderId), task: task)
    }
}
