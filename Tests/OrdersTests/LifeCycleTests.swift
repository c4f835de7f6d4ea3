import FoundationEssentials
import Testing

@testable import Orders

private let noon = Date(timeIntervalSince1970: 1_790_000_000)

private func noon(plus seconds: Double) -> Date { noon.addingTimeInterval(seconds) }

/// An order of that status, as it is when nothing unusual has happened.
private func life(_ status: OrderStatus, streak: Int = 0, suspicion: Int = 0) -> LifeCycle {
    var life = LifeCycle(due: noon)
    if status != .queued { _ = life.lease(to: 1, at: noon) }
    life.status = status
    if status != .queued, status != .running { life.release() }
    if status.isFinal { life.finishedAt = noon }
    (life.streak, life.suspicion) = (streak, suspicion)
    return life
}

private func move(_ next: Move.Next, failures: Int = 0) -> Move {
    Move(snapshot: [1], state: "A", history: [], failures: failures, next: next, at: noon(plus: 2))
}

private let succeeded = Ending(status: .succeeded, output: [2], error: nil, cause: nil)

/// Where an order can come to, and by what.
struct `An order's life cycle` {
    @Test func `allows these moves and no others`() {
        let legal: [OrderStatus: Set<OrderStatus>] = [
            .queued: [.running, .held, .aborted],
            .running: [.running, .succeeded, .failed, .timedOut, .aborted, .held],
            .held: [.running, .aborted, .held],
            .failed: [.running], .timedOut: [.running], .aborted: [.running],
        ]
        for from in OrderStatus.allCases {
            #expect(from.successors == legal[from] ?? [], "\(from)")
            for to in OrderStatus.allCases {
                var order = life(from)
                let isLegal = legal[from]?.contains(to) ?? false
                var refused: IllegalMove?
                do throws(IllegalMove) { try order.move(to: to) } catch { refused = error }
                #expect(refused == (isLegal ? nil : IllegalMove(from: from, to: to)))
                #expect(order.status == (isLegal ? to : from))
            }
        }
    }

    @Test(arguments: OrderStatus.allCases)
    func `is leased only while it is due and has not ended`(status: OrderStatus) {
        for isDue in [true, false] {
            var order = life(status)
            order.release()
            order.due = isDue ? noon : nil
            let before = order
            let isLeased = order.lease(to: 7, at: noon(plus: 9))
            #expect(isLeased == (isDue && (status == .queued || status == .running)))
            guard isLeased else {
                #expect(order == before)
                continue
            }
            #expect(order.status == .running)
            #expect(order.holder == 7)
            #expect(order.due == nil)
            #expect(order.fence == before.fence + 1)
            #expect(order.attempts.started == before.attempts.started + 1)
            #expect(order.startedAt == before.startedAt ?? noon(plus: 9))
            let isLeasedTwice = order.lease(to: 8, at: noon(plus: 9))
            #expect(!isLeasedTwice)
        }
    }

    @Test func `holds a lease for its holder and its fence alone`() throws {
        let order = life(.running)
        let id = try #require(OrderID("001"))
        let lease = Lease(order: 1, id: id, fence: order.fence, node: "n")
        #expect(order.isLeased(lease, to: 1))
        #expect(!order.isLeased(lease, to: 2))
        #expect(!order.isLeased(Lease(order: 1, id: id, fence: 0, node: "n"), to: 1))
    }

    @Test func `goes on under its lease while its run proceeds`() throws {
        let edit = try life(.running, streak: 2, suspicion: 400)
            .recording(move(.proceed, failures: 2)) {
                [.uncertain]
            } hasAnswers: {
                false
            }
        var expected = life(.running)
        expected.state = "A"
        expected.attempts.failed = 2
        #expect(edit.life == expected)
        #expect(edit.givesUpAt == nil)
        #expect(edit.snapshot == .replaced([1]))
        #expect(edit.ending == .kept)
    }

    @Test func `waits for a time, a gate and a timer without a lease`() throws {
        let next = Move.Next.sleep(until: noon(plus: 5), gate: "email", timer: noon(plus: 3))
        let edit = try life(.running).recording(move(next)) {
            []
        } hasAnswers: {
            false
        }
        #expect(edit.life.holder == nil)
        #expect(edit.life.due == noon(plus: 5))
        #expect(edit.life.gate == "email")
        #expect(edit.life.timer == noon(plus: 3))
        #expect(edit.life.status == .running)
    }

    @Test func `ends with its ending, and keeps its position unless it succeeded`() throws {
        for status in OrderStatus.allCases where status.isFinal {
            let ending = Ending(status: status, output: nil, error: "E", cause: "c")
            let edit = try life(.running).recording(move(.end(ending))) {
                []
            } hasAnswers: {
                false
            }
            #expect(edit.life.status == status)
            #expect(edit.life.finishedAt == noon(plus: 2))
            #expect(edit.givesUpAt == noon(plus: 2))
            #expect(edit.life.holder == nil && edit.life.due == nil)
            #expect(edit.ending == .replaced(ending))
            #expect(edit.snapshot == (status == .succeeded ? .removed : .replaced([1])))
        }
    }

    @Test(
        arguments: [
            ([], true),
            ([.uncertain], true),
            ([.sent, .uncertain], true),
            // Decided just now, before the order could be held.
            ([.resend], false),
            ([.sent, .refused], false),
        ] as [([Delivery.Status], Bool)]
    )
    func `is held unless the decision came first`(
        deliveries: [Delivery.Status],
        isHeld: Bool
    )
        throws
    {
        let edit = try life(.running).recording(move(.hold(reason: "r"))) {
            deliveries
        } hasAnswers: {
            false
        }
        #expect(edit.life.status == (isHeld ? .held : .running))
        #expect(edit.life.due == (isHeld ? nil : noon(plus: 3)))
        #expect(edit.ending == (isHeld ? .replaced(.held(.delivery, "r")) : .kept))
        #expect(edit.life.holder == nil)
    }

    @Test func `is given back with its count`() {
        var order = life(.running)
        order.handBack(due: noon(plus: 4))
        #expect(order.attempts.handedBack == 1)
        #expect(order.due == noon(plus: 4))
        #expect(order.holder == nil)
    }

    @Test func `never begins again after it succeeded`() {
        let audit = AuditEntry(.redrive, by: Operator("ada"), at: noon)
        let revision = Revision(to: .running, due: noon, history: [], snapshot: nil, audit: audit)
        #expect(throws: IllegalMove(from: .succeeded, to: .running)) {
            try life(.succeeded).revised(by: revision)
        }
    }

    @Test func `counts a redrive, and its attempts anew`() throws {
        let audit = AuditEntry(.redrive, by: Operator("ada"), at: noon(plus: 9))
        var revision = Revision(
            to: .running,
            due: noon(plus: 9),
            history: [],
            snapshot: [3],
            audit: audit
        )
        revision.isRedrive = true
        revision.bulk = 4
        let before = life(.failed, streak: 1, suspicion: 10)
        let edit = try before.revised(by: revision)
        #expect(edit.life.redrives == 1)
        #expect(edit.life.attempts == Attempts())
        #expect(edit.life.fence == before.fence + 1)
        #expect(edit.life.finishedAt == nil)
        #expect((edit.life.streak, edit.life.suspicion) == (0, 0))
        #expect(edit.ending == .removed)
        #expect(edit.snapshot == .replaced([3]))
        #expect(edit.bulk == 4)
        #expect(edit.audit == audit)
    }

    @Test func `is erased only after its end`() throws {
        let audit = AuditEntry(.erase, by: Operator("ada"), at: noon(plus: 9))
        for status in OrderStatus.allCases {
            var revision = Revision(to: status, due: nil, history: [], snapshot: nil, audit: audit)
            revision.isErasure = true
            guard status.isFinal else {
                #expect(throws: IllegalMove.self) { try life(status).revised(by: revision) }
                continue
            }
            let edit = try life(status).revised(by: revision)
            #expect(edit.isErasure)
            #expect(edit.life.erasedAt == noon(plus: 9))
            #expect(edit.life.status == status)
            #expect(edit.life.finishedAt == noon)
        }
    }
}

/// What holds an order, and what lets it go on.
struct `A held order` {
    @Test(arguments: OrderStatus.allCases)
    func `is held for damage and for a copy unless it has ended`(status: OrderStatus) {
        let damaged = life(status).holding(forDamage: "its row", at: noon)
        let restored = life(status).holding(forRestoration: "a copy")
        #expect((damaged == nil) == status.isFinal)
        #expect((restored == nil) == status.isFinal)
        guard let damaged, let restored else { return }
        for edit in [damaged, restored] {
            #expect(edit.life.status == .held)
            #expect(edit.life.holder == nil && edit.life.due == nil && edit.life.gate == nil)
            // Whoever worked on it has lost it.
            #expect(edit.life.fence == life(status).fence + 1)
        }
        #expect(damaged.ending == .replaced(.held(.damage, "its row")))
        #expect(damaged.audit?.action == .damage)
        #expect(restored.ending == .replaced(.held(.restoration, "a copy")))
    }

    /// A held order with what else is known of it, and whether it goes on once nothing about its deliveries is open.
    struct Case: Sendable, CustomTestStringConvertible {
        var status = OrderStatus.held
        var streak = 0
        var error: String? = "Held"
        var isDamaged = false
        var goesOn: Bool

        var testDescription: String { "\(status) \(streak) \(error ?? "-") \(isDamaged)" }
    }

    @Test(arguments: [
        Case(goesOn: true),
        Case(streak: 2, goesOn: true),
        Case(streak: 3, error: "Quarantined", goesOn: false),
        Case(error: "Damaged", isDamaged: true, goesOn: false),
        Case(error: "Restored", goesOn: false),
        Case(status: .running, goesOn: false),
        Case(status: .aborted, goesOn: false),
    ])
    func `goes on after a decision only when a delivery is what it is held for`(_ example: Case) {
        let order = life(example.status, streak: example.streak)
        let edit = order.goingOn(at: noon, heldFor: example.error, isDamaged: example.isDamaged)
        #expect((edit != nil) == example.goesOn)
        guard let edit else { return }
        #expect(edit.life.status == .running)
        #expect(edit.life.due == noon)
        #expect(edit.ending == .removed)
    }

    @Test func `goes on when a late outcome settles the last uncertain delivery`() {
        func edit(_ before: Delivery.Status, _ deliveries: [Delivery.Status]) -> OrderEdit? {
            life(.held).concluding(from: before, at: noon) { ("Held", false, deliveries) }
        }
        #expect(edit(.uncertain, [.sent])?.life.status == .running)
        #expect(edit(.uncertain, [.sent, .uncertain]) == nil)
        #expect(edit(.intended, [.sent]) == nil)
    }

    @Test func `loses its suspicion with a send's outcome`() {
        let suspect = life(.running, streak: 2, suspicion: 600)
        let edit = suspect.concluding(from: .intended, at: noon) { ("", false, []) }
        #expect((edit?.life.streak, edit?.life.suspicion) == (0, 0))
        #expect(edit?.life.holder == suspect.holder)
        #expect(life(.running).concluding(from: .intended, at: noon) { ("", false, []) } == nil)
    }
}

/// What the end of a process makes of the orders that it had leased.
struct `The blame for a crash` {
    /// Takes an order back that ran beside so many others each time.
    private func takenBack(_ times: [Int]) -> (edit: OrderEdit?, crashes: [Crash]) {
        var (order, crashes, edit) = (life(.running), [Crash](), OrderEdit?.none)
        for (boot, running) in times.enumerated() {
            if order.holder == nil {
                order.due = noon
                guard order.lease(to: Int64(boot + 1), at: noon) else { return (nil, crashes) }
            }
            edit = order.takingBack(
                share: LifeCycle.share(of: running),
                at: noon(plus: Double(boot)),
                earlier: { crashes }
            )
            guard let edit else { return (nil, crashes) }
            order = edit.life
            if let crash = edit.crash { crashes.append(crash) }
        }
        return (edit, crashes)
    }

    @Test(
        arguments: [
            // Alone three times in a row: it is to blame.
            ([1, 1, 1], true),
            ([1, 1], false),
            // To have run alone once may be chance.
            ([9, 9, 1], false),
            ([2, 1, 1], true),
            ([64, 64, 64, 64], false),
            // Little suspect again and again until it is enough.
            ([2, 2, 2], false),
            ([2, 2, 2, 2], true),
            ([1, 1000, 1], true),
        ] as [([Int], Bool)]
    )
    func `falls on who ran alone or again and again`(running: [Int], isHeld: Bool) {
        let (edit, _) = takenBack(running)
        #expect(edit?.life.status == (isHeld ? .held : .running))
        #expect((edit?.life.due == nil) == isHeld)
        #expect(edit?.life.isQuarantined == isHeld)
        #expect(edit?.life.attempts.crashed == running.count)
        #expect((edit?.audit?.action == .quarantine) == isHeld)
    }

    @Test func `is told with its evidence`() throws {
        let (edit, crashes) = takenBack([1, 1, 1])
        #expect(crashes.map(\.boot) == [1, 2, 3])
        guard case .replaced(let ending) = edit?.ending else {
            Issue.record("it has no ending")
            return
        }
        #expect(ending.error == "Quarantined")
        #expect(
            ending.cause
                == "the process ended 3 times in a row while this order ran, before its first state, in run 3; "
                + "boots 1, 2, 3. A redrive lets it go on"
        )
    }

    @Test func `does not touch who has no lease`() {
        #expect(life(.queued).takingBack(share: 1_000, at: noon, earlier: { [] }) == nil)
    }

    @Test func `follows a clock that was set back`() {
        var fresh = LifeCycle(due: noon(plus: 60))
        #expect(fresh.followingClock(acceptedAt: noon(plus: 60), at: noon) == noon)
        // Its client wants it later.
        #expect(fresh.followingClock(acceptedAt: noon, at: noon) == nil)
        fresh.due = noon
        #expect(fresh.followingClock(acceptedAt: noon, at: noon) == nil)
        var waiting = life(.running)
        waiting.release()
        (waiting.due, waiting.gate) = (noon(plus: ProviderGate.longestRest + 1), "email")
        #expect(waiting.followingClock(acceptedAt: noon, at: noon) == noon)
        waiting.due = noon(plus: ProviderGate.longestRest)
        #expect(waiting.followingClock(acceptedAt: noon, at: noon) == nil)
    }
}
