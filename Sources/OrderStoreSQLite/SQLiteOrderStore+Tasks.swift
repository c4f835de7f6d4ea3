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

    /// Open tasks in the order in which they were opened; what is known to be damaged is left out.
    package func openTasks(after place: Int64, limit: Int) async throws -> OpenTaskPage {
        try await read { connection in
            // Served by tasks_open.
            let ids = try connection.all(
                "select id from tasks where status in ('open', 'taken') and id > ? order by id limit ?",
                place,
                limit
            ) { $0.int(0) }
            let tasks = try ids.compactMap { id in
                try connection.unlessKnown { try connection.taskRow(id)?.task }
            }
            return OpenTaskPage(tasks, next: ids.count < limit ? nil : ids.last)
        }
    }

    /// How many tasks are looked at for one that can be taken.
    private static let maximumLook = 20

    package func orphans(limit: Int) async throws -> [OrderID] {
        try await read { connection in
            try connection.meetDamagedLinks()
            let children = try connection.all(Connection.orphans, limit) { $0.int(0) }
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

extension Connection {
    /// Served by children_awaited, where only those stand that have not ended.
    fileprivate static let orphans = SQL(
        """
        select child_id from children c where is_awaited = 1 and is_starter = 1 and \(isSound: .children)
            and not exists(
                select 1 from children o
                join tasks t on t.order_id = o.parent_id and t.task = o.task
                where o.child_id = c.child_id and o.is_awaited = 1 and t.status in ('open', 'taken')
            )
        group by child_id limit ?
        """
    )
}

/// A row of `tasks` that matches its checksum.
struct TaskRow {
    var id: Int64
    var order: Int64
    var task: OpenTask
}

extension Connection {
    /// The task of that token; nil without one.
    ///
    /// This and the next throw `Damage` when a row is not what was written.
    fileprivate func taskRow(of token: [UInt8]) throws -> TaskRow? {
        try first("select id from tasks where token = ?", token) { $0.int(0) }.flatMap(taskRow)
    }

    fileprivate func taskRow(_ id: Int64) throws -> TaskRow? {
        let found = try first(
            Self.taskByPlace,
            id
        ) { row in
            guard row.int(10) == 1 else {
                throw Self.damage(ofTask: Int(row.int(2)), row.text(7), of: row.int(1))
            }
            return row.openTask(of: .damaged(at: row.int(1)))
                .map { TaskRow(id: row.int(0), order: row.int(1), task: $0) }
        }
        guard var found = found ?? nil, let row = try orderRow(found.order),
            let order = OrderID(row.number)
        else { return nil }
        found.task.order = order
        return found
    }

    private static let taskByPlace = SQL(
        """
        select id, order_id, task, state, kind, name, since, status, worker, taken_at, \(isSound: .tasks)
        from tasks where id = ?
        """
    )

    /// One that is over does nothing any more: who comes late with its token must not have the order held again.
    private static func damage(ofTask task: Int, _ status: String, of order: Int64) -> Damage {
        let isOver = [OpenTask.Status.closed, .ended].contains(OpenTask.Status(rawValue: status))
        return Damage(order: order, what: "its task \(task)", acts: !isOver)
    }

    /// What `body` reads; nil when that is damage of an order that is known to be damaged, which must not hide the others.
    fileprivate func unlessKnown<Value>(_ body: () throws -> Value?) throws -> Value? {
        do { return try body() } catch let damage as Damage {
            try meet(damage)
            return nil
        }
    }

    /// Throws the damage, unless it is known already that the order is damaged.
    func meet(_ damage: Damage) throws {
        guard let order = damage.order, try self.damage(of: order) != nil else { throw damage }
    }

    /// The tasks of that activity that have waited longest; served by tasks_waiting.
    ///
    /// Those of orders that are held for damage would stand in the way for ever.
    fileprivate func waitingTasks(of activity: String, limit: Int) throws -> [Int64] {
        try all(
            """
            select id from tasks where kind = 'activity' and status = 'open' and name = ?
                and not exists(select 1 from damages d where d.order_id = tasks.order_id and is_decided = 0)
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
            Self.answersOfOrder,
            order
        ) { row in
            guard row.int(5) == 1,
                let content = TaskAnswer.Content(kind: row.text(3), body: row.blob(4))
            else { throw Damage(order: order, what: "an answer to one of its tasks") }
            let at = Date(milliseconds: row.int(2))
            return TaskAnswer(number: row.int(0), task: Int(row.int(1)), at: at, content)
        }
    }

    private static let answersOfOrder = SQL(
        """
        select id, task, at, kind, body, \(isSound: .answers) from answers
        where order_id = ? order by id
        """
    )

    /// Whether something came for it that is more than a sign of life.
    func hasAnswers(_ order: Int64) throws -> Bool {
        try first(
            "select 1 from answers where order_id = ? and kind != 'heartbeat' limit 1",
            order
        ) { _ in true } ?? false
    }

    /// Whether something came for a task that speaks against its own end and is not among those answers.
    func hasAnswer(
        against end: Move.OwnEnd,
        of order: Int64,
        besides known: [Int64]
    ) throws -> Bool {
        try all(
            "select id from answers where order_id = ? and task = ? and (kind != 'heartbeat' or ?)",
            order,
            end.task,
            end.isForSilence ? 1 : 0
        ) { $0.int(0) }
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
        let known = try all(Self.liveTasks, order) { (Int($0.int(0)), $0.int(1), $0.text(2)) }
        for (number, id, status) in known where !numbers.contains(number) {
            let damagedSum = try first(Self.damagedSum, id) { $0.int(0) }
            if damagedSum != nil { try meet(Self.damage(ofTask: number, status, of: order)) }
            let isOpen = OpenTask.Status(rawValue: status)?.isOpen == true
            let over: OpenTask.Status = isOpen ? .closed : .ended
            try run("update tasks set status = ? where id = ?", over.rawValue, id)
            if let damagedSum {
                // What does not match must not be made to match.
                try run("update tasks set sum = ? where id = ?", damagedSum, id)
            }
            try run("delete from answers where order_id = ? and task = ?", order, number)
        }
        if tasks.isEmpty {
            // One that does not tell its task any more would be met again.
            try run("delete from answers where order_id = ?", order)
        }
        let there = Set(known.map(\.0))
        for opening in tasks where !there.contains(opening.task.task) {
            try insert(opening, of: order)
        }
    }

    /// Served by tasks_live: those that are over are not looked at again.
    private static let liveTasks = SQL(
        """
        select task, id, status from tasks
        where order_id = ? and status in ('open', 'taken', 'answered')
        """
    )

    /// The checksum of a task that does not match it.
    private static let damagedSum = SQL(
        "select sum from tasks where id = ? and not \(isSound: .tasks)"
    )

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
        let waiting = try all(
            Self.awaitedLinks,
            order.id
        ) { ($0.int(0), $0.int(1), Int($0.int(2)), isSound: $0.int(3) == 1) }
        for (id, parent, task, isSound) in waiting {
            guard isSound else {
                try hold(Self.damageOfLink(from: parent), at: now.milliseconds)
                continue
            }
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

    /// Served by children_by_child; hardly any order has a row there.
    private static let awaitedLinks = SQL(
        """
        select id, parent_id, task, \(isSound: .children) from children
        where child_id = ? and is_awaited = 1
        """
    )

    /// A link is its parent's, whose task has made it and may wait for it.
    private static func damageOfLink(from parent: Int64) -> Damage {
        Damage(order: parent, what: "its link to an order that it has started")
    }

    /// Throws for a link that a task waits for, when it is damaged and nobody knows.
    fileprivate func meetDamagedLinks() throws {
        let parent = try first(Self.damagedLink) { $0.int(0) }
        if let parent { throw Self.damageOfLink(from: parent) }
    }

    /// Served by children_awaited.
    private static let damagedLink = SQL(
        """
        select parent_id from children where is_awaited = 1 and not \(isSound: .children)
            and not exists(select 1 from damages where order_id = parent_id) limit 1
        """
    )

    /// The tasks that have started the order.
    func parents(of order: Int64) throws -> [ParentLink] {
        try all(
            Self.linksToParents,
            order
        ) { ($0.int(0), Int($0.int(1)), isAwaited: $0.int(2) == 1, isSound: $0.int(3) == 1) }
        .compactMap { parent, task, isAwaited, isSound in
            guard isSound else {
                try meet(Self.damageOfLink(from: parent))
                return nil
            }
            return try orderID(at: parent).map {
                ParentLink(order: $0, task: task, isAwaited: isAwaited)
            }
        }
    }

    /// A page of the orders that its tasks have started, those behind a place.
    func children(of order: Int64, after place: Int64, limit: Int) throws -> ChildPage {
        let links = try all(Self.linksToChildren, order, place, limit) {
            (place: $0.int(0), child: $0.int(1), isSound: $0.int(2) == 1)
        }
        var page = ChildPage(next: links.count < limit ? nil : links.last?.place)
        for link in links {
            if link.isSound {
                // One that was pruned is none any more.
                if let child = try orderID(at: link.child) { page.children.append(child) }
            } else {
                try meet(Self.damageOfLink(from: order))
                page.damaged += 1
            }
        }
        return page
    }

    /// The order of the task that waits for the order's end.
    func awaitingParent(of order: Int64) throws -> OrderID? {
        try first(Self.awaitingParent, order) { $0.int(0) }.flatMap(orderID)
    }

    /// Served by children_awaited.
    private static let awaitingParent = SQL(
        "select parent_id from children where child_id = ? and is_awaited = 1 order by id limit 1"
    )

    private static let linksToParents = SQL(
        """
        select parent_id, task, is_awaited, \(isSound: .children) from children
        where child_id = ? order by id
        """
    )

    private static let linksToChildren = SQL(
        """
        select id, child_id, \(isSound: .children) from children
        where parent_id = ? and id > ? order by id limit ?
        """
    )

    private func orderID(at place: Int64) throws -> OrderID? {
        try first("select number from orders where id = ?", place) { OrderID($0.text(0)) } ?? nil
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
