import FoundationEssentials
import Orders

extension ModelStore: TaskStore {
    func answer(
        _ token: [UInt8],
        _ content: TaskAnswer.Content,
        at now: Date
    ) async throws -> AnswerResult {
        try await change { $0.answer(token, content, at: now) }
    }

    func answers(under lease: Lease) async throws -> [TaskAnswer] {
        try await change { state in
            state.index(place: lease.order).map { state.orders[$0].answers } ?? []
        }
    }

    func takeTask(
        of activity: String,
        by worker: String?,
        at now: Date
    ) async throws -> TakenTask? {
        try await change { $0.takeTask(of: activity, by: worker, at: now) }
    }

    func openTasks(after place: Int64, limit: Int) async throws -> OpenTaskPage {
        try await change { state in
            let open = state.tasks.enumerated().filter { place, opening in
                opening.task.status.isOpen
            }
            let page = open.filter { Int64($0.offset) >= place }.prefix(limit)
            return OpenTaskPage(
                page.map(\.element.task),
                next: page.count < limit ? nil : page.last.map { Int64($0.offset) + 1 }
            )
        }
    }

    func orphans(limit: Int) async throws -> [OrderID] {
        try await change { state in
            let orphans = state.children.filter { child in
                child.link.isAwaited && child.isStarter
                    && !state.children.contains { other in
                        other.child == child.child && other.link.isAwaited
                            && state.tasks.contains {
                                $0.task.order == other.link.order
                                    && $0.task.task == other.link.task && $0.task.status.isOpen
                            }
                    }
            }
            return Array(orphans.map(\.child).prefix(limit))
        }
    }
}

extension ModelState {
    /// An order that a task of another has started.
    struct Child: Sendable {
        var child: OrderID
        var link: ParentLink
        /// Whether the task has made it, and not joined it.
        var isStarter: Bool
    }

    mutating func answer(
        _ token: [UInt8],
        _ content: TaskAnswer.Content,
        at now: Date
    ) -> AnswerResult {
        guard let place = tasks.firstIndex(where: { $0.token == token }) else { return .unknown }
        return answer(place, content, at: now)
    }

    private mutating func answer(
        _ place: Int,
        _ content: TaskAnswer.Content,
        at now: Date
    ) -> AnswerResult {
        guard let task = tasks[place].task.answering(content, at: now) else {
            return tasks[place].task.refusal
        }
        tasks[place].task = task
        guard let index = index(task.order) else { return .unknown }
        if case .heartbeat = content {
            orders[index].answers.removeAll { $0.task == task.task && $0.content == .heartbeat }
        }
        nextAnswer += 1
        orders[index].answers
            .append(TaskAnswer(number: nextAnswer, task: task.task, at: now, content))
        if case .heartbeat = content { return .kept(task.order) }
        if let edit = orders[index].life.answered(at: now) { write(edit, to: index) }
        return .kept(task.order)
    }

    mutating func takeTask(
        of activity: String,
        by worker: String?,
        at now: Date
    ) -> TakenTask? {
        let waiting = tasks.firstIndex {
            $0.task.kind == .activity && $0.task.status == .open && $0.task.name == activity
        }
        guard let waiting, let index = index(tasks[waiting].task.order),
            let snapshot = orders[index].snapshot
        else { return nil }
        _ = answer(waiting, .started(worker: worker), at: now)
        return TakenTask(tasks[waiting].task, snapshot: snapshot)
    }

    mutating func replaceOpenTasks(of order: OrderID, by openings: [TaskOpening]) {
        let numbers = Set(openings.map(\.task.task))
        var known: Set<Int> = []
        for place in tasks.indices where tasks[place].task.order == order {
            let number = tasks[place].task.task
            known.insert(number)
            guard !numbers.contains(number) else { continue }
            switch tasks[place].task.status {
            case .open, .taken: tasks[place].task.status = .closed
            case .answered: tasks[place].task.status = .ended
            case .ended, .closed: continue
            }
            if let index = index(order) { orders[index].answers.removeAll { $0.task == number } }
        }
        tasks += openings.filter { !known.contains($0.task.task) }
    }

    /// Notes that a task has started the order; one that has ended already answers the task.
    mutating func link(
        _ child: OrderID,
        to link: ParentLink,
        isStarter: Bool,
        at now: Date
    ) {
        guard let index = index(child) else { return }
        let isKnown = children.contains {
            $0.child == child && $0.link.order == link.order && $0.link.task == link.task
        }
        if !isKnown {
            children.append(Child(child: child, link: link, isStarter: isStarter))
            var shown = link
            shown.isNamed = false
            orders[index].order.parents.append(shown)
            if let parent = self.index(link.order) { orders[parent].order.children.append(child) }
        }
        if orders[index].life.status.isFinal { tellParents(ofEnded: child, at: now) }
    }

    mutating func tellParents(ofEnded child: OrderID, at now: Date) {
        for place in children.indices
        where children[place].child == child && children[place].link.isAwaited {
            children[place].link.isAwaited = false
            let link = children[place].link
            guard
                let task = tasks.firstIndex(where: {
                    $0.task.order == link.order && $0.task.task == link.task
                })
            else { continue }
            _ = answer(task, .childEnded(child), at: now)
        }
    }
}
