import FoundationEssentials
import Orders
import StatesLanguage
import Testing

/// Tasks whose ends somebody outside tells.
extension StoreFact {
    static let tasks = [
        StoreFact("a task's end is kept once, and whoever comes later is told so") {
            fixture async throws in
            let store = fixture.store
            try await open([opening(1)], in: store)
            let failure = TaskAnswer.Content.failure(error: nil, cause: "why")
            #expect(try await store.answer([9], failure, at: noon) == .unknown)
            #expect(try await store.answer([1], failure, at: noon) == .kept(makeID("001")))
            #expect(try await store.answer([1], failure, at: noon) == .answered(makeID("001")))
            #expect(try await store.answer([1], .heartbeat, at: noon) == .answered(makeID("001")))
            let claim = try await claimOne(at: 5, from: store)
            #expect(claim.answers.map(\.content) == [failure])
            #expect(claim.answers.map(\.task) == [1])
            #expect(claim.answers.map(\.at) == [noon])
        },
        StoreFact("an answer and its task outlive the process") { fixture async throws in
            try await open([opening(1), opening(2)], in: fixture.store)
            let done = TaskAnswer.Content.success(output: Array(#"{"é":1}"#.utf8))
            _ = try await fixture.store.answer([1], done, at: noon)
            let store = try await fixture.restarted()
            #expect(try await store.answer([2], .heartbeat, at: noon) == .kept(makeID("001")))
            let claim = try await claimOne(at: 5, from: store)
            #expect(claim.answers.map(\.content) == [done, .heartbeat])
            #expect(try await store.answers(under: claim.lease) == claim.answers)
        },
        StoreFact("an answer makes its order due, a heartbeat does not") {
            fixture async throws in
            let store = fixture.store
            try await open([opening(1)], in: store)
            _ = try await store.answer([1], .heartbeat, at: noon(plus: 3))
            #expect(try await claim(at: 5, from: store).isEmpty)
            _ = try await store.answer([1], .success(output: [49]), at: noon(plus: 4))
            #expect(try await store.nextDue() == noon(plus: 4))
            #expect(try await claim(at: 5, from: store).count == 1)
        },
        StoreFact("an order that waits for a gate goes on with an answer") {
            fixture async throws in
            let store = fixture.store
            let sleep = Move.Next.sleep(until: noon(plus: 500), gate: "email")
            try await open([opening(1)], next: sleep, in: store)
            _ = try await store.answer([1], .success(output: [49]), at: noon(plus: 4))
            #expect(try await claim(at: 5, rooms: ["email": 0], from: store).count == 1)
        },
        StoreFact("of heartbeats the last alone is kept") { fixture async throws in
            let store = fixture.store
            try await open([opening(1)], in: store)
            for second in 1...3 {
                _ = try await store.answer([1], .heartbeat, at: noon(plus: Double(second)))
            }
            let claim = try await claimOne(at: 5_000, from: store)
            #expect(claim.answers.map(\.at) == [noon(plus: 3)])
        },
        StoreFact("who is to sleep although there is an answer is due at once") {
            fixture async throws in
            let store = fixture.store
            try await submit("001", to: store)
            let lease = try await claimOne(from: store).lease
            try await store.record(step([opening(1)], .proceed), under: lease)
            _ = try await store.answer([1], .success(output: [49]), at: noon)
            // While somebody works on it the answer waits for him.
            #expect(try await claim(at: 5, from: store).isEmpty)
            #expect(try await store.answers(under: lease).count == 1)
            try await store.record(move(.sleep(until: noon(plus: 900))), under: lease)
            #expect(try await claimOne(at: 5, from: store).answers.count == 1)
        },
        StoreFact("an answer that was taken in is gone, and wakes nobody") {
            fixture async throws in
            let store = fixture.store
            try await open([opening(1), opening(2)], in: store)
            _ = try await store.answer([1], .success(output: [49]), at: noon)
            let claim = try await claimOne(at: 5, from: store)
            var taken = move(.sleep(until: noon(plus: 900)))
            taken.answers = claim.answers.map(\.number)
            taken.openTasks = [opening(2)]
            try await store.record(taken, under: claim.lease)
            #expect(try await StoreConformance.claim(at: 6, from: store).isEmpty)
            #expect(try await store.answers(under: claim.lease).isEmpty)
            #expect(try await store.openTasks(after: 0, limit: 9).tasks.map(\.task) == [2])
            #expect(try await store.answer([1], .heartbeat, at: noon) == .answered(makeID("001")))
        },
        StoreFact("a task whose time is over does not end so once an answer is kept") {
            fixture async throws in
            let store = fixture.store
            try await open([opening(1), opening(2)], in: store)
            let lease = try await claimOne(at: 5_000, from: store).lease
            _ = try await store.answer([1], .heartbeat, at: noon)
            var late = step([opening(2)], .proceed)
            late.ended = Move.OwnEnd(task: 1, isForSilence: true)
            let refusal = StoreError.answered(try makeID("001"))
            await #expect(throws: refusal) {
                try await store.record(late, under: lease)
            }
            #expect(try await store.openTasks(after: 0, limit: 9).tasks.map(\.task) == [1, 2])
            // A sign of life does not keep it from ending for another reason.
            late.ended = Move.OwnEnd(task: 1)
            _ = try await store.answer([2], .heartbeat, at: noon)
            try await store.record(late, under: lease)
            #expect(try await store.answer([1], .heartbeat, at: noon) == .closed(makeID("001")))
        },
        StoreFact(
            "the outcome of a send is kept though the move beside it has not heard of an answer"
        ) {
            fixture async throws in
            let store = fixture.store
            try await open([opening(1)], in: store)
            let lease = try await claimOne(at: 5_000, from: store).lease
            _ = try await store.intend(email, at: noon, under: lease)
            _ = try await store.answer([1], .heartbeat, at: noon)
            var late = step([], .proceed)
            late.ended = Move.OwnEnd(task: 1, isForSilence: true)
            let conclusion = Conclusion(email.key, .sent(messageID: "m"), at: noon)
            let outcome = Step(conclusion, move: late)
            await #expect(throws: StoreError.answered(try makeID("001"))) {
                try await store.record(outcome, under: lease)
            }
            for store in [store, try await fixture.restarted()] {
                let order = try await store.order(makeID("001"))
                #expect(order?.deliveries.map(\.status) == [.sent])
            }
        },
        StoreFact("a task that its order goes on without is closed") { fixture async throws in
            let store = fixture.store
            try await open([opening(1), opening(2)], in: store)
            let claim = try await claimOne(at: 5_000, from: store)
            try await store.record(step([opening(2)], .proceed), under: claim.lease)
            #expect(try await store.answer([1], .heartbeat, at: noon) == .closed(makeID("001")))
            #expect(try await store.answer([2], .heartbeat, at: noon) == .kept(makeID("001")))
            try await store.record(step([], succeeded), under: claim.lease)
            #expect(try await store.answer([2], .heartbeat, at: noon) == .closed(makeID("001")))
        },
        StoreFact("who stops an order or runs it again says which of its tasks are open") {
            fixture async throws in
            let store = fixture.store
            try await open([opening(1)], in: store)
            _ = try await store.revise(makeID("001")) { _ in
                var revision = change(to: .aborted)
                revision.openTasks = []
                return .revise(revision)
            }
            #expect(try await store.answer([1], .heartbeat, at: noon) == .closed(makeID("001")))
            _ = try await store.revise(makeID("001")) { _ in
                var revision = change(to: .running)
                revision.openTasks = [opening(2)]
                return .revise(revision)
            }
            #expect(try await store.answer([2], .heartbeat, at: noon) == .kept(makeID("001")))
        },
        StoreFact("an activity's tasks are taken in the order of their coming, each once") {
            fixture async throws in
            let store = fixture.store
            for number in ["001", "002"] {
                let task = opening(1, of: number, .activity, "pack")
                try await open([task], of: number, in: store)
            }
            try await open([opening(1, of: "003", .activity, "label")], of: "003", in: store)
            var taken: [TakenTask] = []
            for worker in ["ada", nil, "late"] {
                let task = try await store.takeTask(of: "pack", by: worker, at: noon(plus: 7))
                if let task { taken.append(task) }
            }
            #expect(taken.map(\.task.order.text) == ["001", "002"])
            #expect(taken.map(\.task.worker) == ["ada", nil])
            #expect(taken.map(\.task.takenAt) == [noon(plus: 7), noon(plus: 7)])
            #expect(taken.map(\.snapshot) == [Array("snapshot".utf8), Array("snapshot".utf8)])
            let started = try await claim(at: 8, from: store).first { $0.lease.id.text == "001" }
            #expect(started?.answers.map(\.content) == [.started(worker: "ada")])
            let open = try await store.openTasks(after: 0, limit: 9).tasks
            #expect(open.map(\.status) == [.taken, .taken, .open])
        },
        StoreFact("open tasks are listed in pages, longest open first") { fixture async throws in
            let store = fixture.store
            try await open((1...5).map { opening($0) }, in: store)
            var (found, place) = ([Int](), Int64?(0))
            while let after = place {
                let page = try await store.openTasks(after: after, limit: 2)
                found += page.tasks.map(\.task)
                place = page.next
            }
            #expect(found == [1, 2, 3, 4, 5])
        },
        StoreFact("an order's tasks and answers go with it") { fixture async throws in
            let store = fixture.store
            try await open([opening(1)], in: store)
            try await submit("002", to: store)
            _ = try await store.answer([1], .success(output: [49]), at: noon)
            let claims = try await claim(at: 5, from: store)
            let lease = try #require(claims.first { $0.lease.id.text == "001" }).lease
            try await store.record(step([], succeeded), under: lease)
            let request = PruneRequest(endedBefore: noon(plus: 99), keeping: 0, limit: 9)
            #expect(try await store.prune(request) == 1)
            #expect(try await store.answer([1], .heartbeat, at: noon) == .unknown)
        },
    ]

    /// What comes with an order, and what is told of it later.
    static let telling = [
        StoreFact("a delivery that is withheld is over with its intent, also after a crash") {
            fixture async throws in
            let (store, lease) = try await started(fixture)
            var withheld = email
            withheld.withheldAs = "w"
            #expect(try await store.intend(withheld, at: noon, under: lease) == nil)
            #expect(try await store.intend(email, at: noon, under: lease)?.status == .withheld)
            #expect(try await store.deliveries(.withheld, limit: 9).map(\.messageID) == ["w"])
            let later = try await fixture.restarted()
            #expect(try await later.deliveries(.withheld, limit: 9).map(\.concludedAt) == [noon])
            #expect(try await later.summary(at: noon).deliveries[.withheld] == 1)
        },
        StoreFact("how an order came is kept with it, told to who takes it up, and erased with it")
        { fixture async throws in
            let store = fixture.store
            let workflow = try await makeWorkflow(in: store)
            var order = NewOrder(
                id: try makeID("001"),
                input: Array("{}".utf8),
                workflow: workflow,
                createdAt: noon
            )
            order.origin = Array(#"{"source":"é"}"#.utf8)
            _ = try await store.submit(order)
            #expect(try await store.order(makeID("001"))?.origin == order.origin)
            #expect(try await claimOne(from: store).origin == order.origin)
            _ = try await store.revise(makeID("001")) { _ in .revise(change(to: .aborted)) }
            _ = try await erase(in: store, makeID("001"), by: Operator("ada"), at: noon)
            #expect(try await store.order(makeID("001"))?.origin == nil)
        },
        StoreFact("a provider's news join an order's story once, also after its end") {
            fixture async throws in
            let store = fixture.store
            try await submit("001", to: store)
            let lease = try await claimOne(from: store).lease
            let id = try makeID("001")
            let news = DeliveryNews(
                AuditEntry(.feedback, by: Operator("SES"), at: noon, detail: "d")
            )
            let unknown = try await store.note(of: makeID("002")) { _ in news }
            #expect(unknown == .unknown)
            let aside = try await store.note(of: id) { _ in nil }
            #expect(aside == .setAside)
            let first = try await store.note(of: id) { _ in news }
            #expect(first == .noted(isNew: true))
            // Whoever works on it goes on.
            try await store.record(move(succeeded), under: lease)
            let revision = store.endedRevision
            let again = try await store.note(of: id) { _ in news }
            #expect(again == .noted(isNew: false))
            let later = DeliveryNews(
                AuditEntry(.feedback, by: Operator("SES"), at: noon, detail: "e")
            )
            let second = try await store.note(of: id) { _ in later }
            #expect(second == .noted(isNew: true))
            #expect(try await store.order(id)?.audit.map(\.detail) == ["d", "e"])
            if let revision { #expect(store.endedRevision ?? 0 > revision) }
        },
        StoreFact("news settle an uncertain delivery, and its held order goes on") {
            fixture async throws in
            let store = fixture.store
            try await submit("001", to: store)
            let lease = try await claimOne(from: store).lease
            _ = try await store.intend(email, at: noon, under: lease)
            try await store.conclude(email.key, .uncertain(reason: "?"), at: noon, under: lease)
            try await store.record(move(.hold(reason: "?")), under: lease)
            let id = try #require(try await store.deliveries(.uncertain, limit: 1).first?.id)
            let entry = AuditEntry(.feedback, by: Operator("SES"), at: noon(plus: 5), detail: "d")
            let news = DeliveryNews(entry, settles: (id, "m-1"))
            let noted = try await store.note(of: makeID("001")) { _ in news }
            #expect(noted == .noted(isNew: true))
            let order = try await store.order(makeID("001"))
            #expect(order?.deliveries.map(\.messageID) == ["m-1"])
            #expect(order?.deliveries.map(\.status) == [.sent])
            #expect(order?.status == .running)
            #expect(try await claim(at: 6, from: store).count == 1)
        },
    ]

    /// Orders that tasks of others start.
    static let nesting = [
        StoreFact("the end of an order answers the task that waits for it") {
            fixture async throws in
            try await expectAnswer(ofChildThat: succeeded, in: fixture.store)
        },
        StoreFact("the failure of an order answers the task that waits for it") {
            fixture async throws in
            try await expectAnswer(ofChildThat: .end(failed), in: fixture.store)
        },
        StoreFact("stopping an order answers the task that waits for it") {
            fixture async throws in
            let store = fixture.store
            try await open([opening(1, .child, "start")], in: store)
            try await submitChild("001.1", to: store)
            _ = try await store.revise(makeID("001.1")) { _ in .revise(change(to: .aborted)) }
            let parent = try await claimOne(at: 5, from: store)
            #expect(parent.answers.map(\.content) == [.childEnded(try makeID("001.1"))])
        },
        StoreFact("a task that starts an order again has the one that it has started") {
            fixture async throws in
            let store = fixture.store
            try await open([opening(1, .child, "start")], in: store)
            #expect(try await submitChild("001.1", to: store) == .accepted)
            let child = try await claim(at: 2, from: store).first { $0.lease.id.text == "001.1" }
            try await store.record(move(succeeded), under: try #require(child).lease)
            guard case .existing(let existing) = try await submitChild("001.1", to: store) else {
                Issue.record("it was started twice")
                return
            }
            #expect(existing.parents.map(\.order.text) == ["001"])
            // It is told once.
            #expect(try await claimOne(at: 5, from: store).answers.count == 1)
        },
        StoreFact("an order that others run already answers whoever joins it") {
            fixture async throws in
            let store = fixture.store
            try await open([opening(1, .child, "start")], in: store)
            try await submit("002", at: 1, to: store)
            guard case .existing = try await submitChild("002", isNamed: true, to: store) else {
                Issue.record("it was started twice")
                return
            }
            let other = try await claim(at: 2, from: store).first { $0.lease.id.text == "002" }
            try await store.record(move(succeeded), under: try #require(other).lease)
            #expect(try await claimOne(at: 5, from: store).answers.count == 1)
            // One that has ended is none that a task joins.
            _ = try await submitChild("002", task: 7, isNamed: true, to: store)
            #expect(try await store.order(makeID("002"))?.parents.map(\.task) == [1])
        },
        StoreFact("parent and child know each other") { fixture async throws in
            let store = fixture.store
            try await open([opening(1, .child, "start")], in: store)
            try await submitChild("001.1", to: store)
            try await submitChild("001.2", isAwaited: false, to: store)
            let parent = try await store.order(makeID("001"))
            #expect(parent?.children.map(\.text) == ["001.1", "001.2"])
            var (place, pages): (Int64?, [[String]]) = (0, [])
            while let after = place {
                let page = try await store.children(of: makeID("001"), after: after, limit: 1)
                pages.append(page.children.map(\.text))
                place = page.next
            }
            #expect(pages == [["001.1"], ["001.2"], []])
            let none = try await store.children(of: makeID("none"), after: 0, limit: 9)
            #expect(none == ChildPage())
            #expect(try await store.awaitingParent(of: makeID("001.1")) == makeID("001"))
            #expect(try await store.awaitingParent(of: makeID("001.2")) == nil)
            #expect(try await store.awaitingParent(of: makeID("001")) == nil)
            let child = try await store.order(makeID("001.2"))
            let link = ParentLink(order: try makeID("001"), task: 1, isAwaited: false)
            #expect(child?.parents == [link])
        },
        StoreFact(
            "an order that others have made is no orphan when a task that has joined it waits no more"
        ) {
            fixture async throws in
            let store = fixture.store
            try await open([opening(1, .child, "start")], in: store)
            try await submit("002", at: 1, to: store)
            _ = try await submitChild("002", isNamed: true, to: store)
            _ = try await store.revise(makeID("001")) { _ in
                var revision = change(to: .aborted)
                revision.openTasks = []
                return .revise(revision)
            }
            #expect(try await store.orphans(limit: 9).isEmpty)
        },
        StoreFact("only a task that names an order may take one that others run") {
            fixture async throws in
            let store = fixture.store
            try await open([opening(1, .child, "start")], in: store)
            try await submit("001.1", at: 1, to: store)
            _ = try await submitChild("001.1", to: store)
            #expect(try await store.order(makeID("001.1"))?.parents.isEmpty == true)
        },
        StoreFact("an order whose end nobody waits for any more is an orphan") {
            fixture async throws in
            let store = fixture.store
            try await open([opening(1, .child, "start")], in: store)
            try await submitChild("001.1", to: store)
            try await submitChild("001.2", isAwaited: false, to: store)
            #expect(try await store.orphans(limit: 9).isEmpty)
            _ = try await store.revise(makeID("001")) { _ in
                var revision = change(to: .aborted)
                revision.openTasks = []
                return .revise(revision)
            }
            #expect(try await store.orphans(limit: 9) == [makeID("001.1")])
            _ = try await store.revise(makeID("001.1")) { _ in .revise(change(to: .aborted)) }
            #expect(try await store.orphans(limit: 9).isEmpty)
        },
    ]
}

private let failed = Ending(status: .failed, output: nil, error: "E", cause: nil)

/// A task that is known by its number alone; so is its token.
private func opening(
    _ task: Int,
    of order: String = "001",
    _ kind: OpenTask.Kind = .callback,
    _ name: String = "call"
) -> TaskOpening {
    let id = OrderID(order) ?? .damaged(at: 0)
    let open = OpenTask(order: id, task: task, state: "A", kind: kind, name: name, since: noon)
    return TaskOpening(open, token: (order == "001" ? [] : Array(order.utf8)) + [UInt8(task)])
}

private func step(_ tasks: [TaskOpening], _ next: Move.Next) -> Move {
    var step = move(next)
    step.openTasks = tasks
    return step
}

/// An order that waits for those tasks.
private func open(
    _ tasks: [TaskOpening],
    of number: String = "001",
    next: Move.Next = .sleep(until: noon(plus: 900)),
    in store: any OrderStore
) async throws {
    try await submit(number, to: store)
    let claim = try await claim(at: 1, from: store).first { $0.lease.id.text == number }
    try await store.record(step(tasks, next), under: try #require(claim).lease)
}

/// Expects that an order's end reaches the task that has started it.
private func expectAnswer(ofChildThat next: Move.Next, in store: any TestedStore) async throws {
    try await open([opening(1, .child, "start")], in: store)
    try await submitChild("001.1", to: store)
    let child = try await claim(at: 2, from: store).first { $0.lease.id.text == "001.1" }
    try await store.record(move(next), under: try #require(child).lease)
    let parent = try await claimOne(at: 5, from: store)
    #expect(parent.lease.id.text == "001")
    #expect(parent.answers.map(\.content) == [.childEnded(try makeID("001.1"))])
}

/// An order that a task of order 001 starts.
@discardableResult
private func submitChild(
    _ number: String,
    task: Int = 1,
    isAwaited: Bool = true,
    isNamed: Bool = false,
    to store: any OrderStore
) async throws -> Submission {
    var order = NewOrder(
        id: try makeID(number),
        input: Array(#"{"orderId":"\#(number)"}"#.utf8),
        workflow: "w1",
        createdAt: noon(plus: 1)
    )
    order.parent = ParentLink(
        order: try makeID("001"),
        task: task,
        isAwaited: isAwaited,
        isNamed: isNamed
    )
    return try await store.submit(order)
}
