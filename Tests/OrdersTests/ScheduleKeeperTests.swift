import Formats
import Foundation
import JSON
import Logging
import OrderStoreSQLite
import StatesLanguage
import Telemetry
import TestClock
import TestClosing
import TestDigests
import Testing

@testable import Orders

/// Schedules over the whole engine with a real store, on a clock that a test sets.
@Suite(.closing)
struct `A keeper of schedules` {
    private static let function = "arn:aws:lambda:us-east-1:000000000000:function:F"
    private static let task = """
        {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"\(function)","End":true}}}
        """

    private struct Fixture {
        let clock = ManualClock()
        let engine: EngineFixture
        let gate = IntakeGate()
        let keeper: ScheduleKeeper
        let desk: ScheduleDesk
        let orders: ScheduledOrders

        init(_ function: ScriptedFunction = ScriptedFunction([.succeeded(.null)])) async throws {
            engine = try await EngineFixture(
                `A keeper of schedules`.task,
                clock: clock,
                function: function
            )
            let configuration = EngineConfiguration(digests: .openSSL)
            let (store, clock, workflows) = (engine.store, clock, engine.workflows)
            orders = ScheduledOrders(
                store: store,
                clock: clock,
                workflows: workflows,
                configuration: configuration,
                wake: engine.dispatcher.wake,
                gate: gate,
                backlog: 1_000
            )
            keeper = ScheduleKeeper(
                store: store,
                orders: orders,
                zones: { $0 == "UTC" ? .utc : nil },
                clock: clock,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            let rules = ScheduleRules(
                zones: { name in
                    guard name == "UTC" else { throw CancellationError() }
                    return .utc
                },
                workflows: { workflows.all.map(\.name) },
                configuration: configuration,
                objections: { _ in [] }
            )
            desk = ScheduleDesk(store: store, rules: rules, keeper: keeper, clock: clock)
        }

        @discardableResult
        func create(_ name: String, _ document: JSONValue) async throws -> ScheduleName {
            let name = try #require(ScheduleName(name))
            let made = try await desk.create(try Schedule(name, document), by: Operator("ada"))
            guard case .created = made else { throw CancellationError() }
            return name
        }

        func outcomes(_ name: ScheduleName) async throws -> [ScheduleRun.Outcome] {
            try await desk.runs(of: name).reversed().map(\.outcome)
        }

        func entry(_ name: ScheduleName) async throws -> ScheduleEntry {
            try #require(try await desk.find(name))
        }

        /// The ids of all orders, oldest first.
        func ids() async throws -> [String] {
            try await engine.store.list(OrderQuery(OrderFilter(), limit: 100)).orders
                .map(\.id.text).reversed()
        }
    }

    private static let rate: JSONValue = [
        "expression": "rate(10 minutes)", "target": ["workflow": "W", "input": ["n": 1]],
    ]

    @Test func `makes an order of each time, with the time in its number`() async throws {
        let fixture = try await Fixture()
        let name = try await fixture.create("s", Self.rate)
        #expect(await fixture.keeper.look() == fixture.clock.now.addingTimeInterval(600))
        fixture.clock.advance(by: 1_199)
        _ = await fixture.keeper.look()
        #expect(try await fixture.ids() == ["s.20270115T080000", "s.20270115T081000"])
        let order = try #require(
            try await fixture.engine.store.order(EngineFixture.id("s.20270115T081000"))
        )
        #expect(order.input == Array(#"{"n":1}"#.utf8))
        let origin = #"{"source":"schedule","schedule":"s","time":"2027-01-15T08:10:00.000Z"}"#
        #expect(order.origin == Array(origin.utf8))
        #expect(try await fixture.outcomes(name) == [.started, .started])
        #expect(fixture.keeper.count(of: .started) == 2)
        // By how much it was late: not at all, and 599 seconds.
        #expect(fixture.keeper.lateness.snapshot.sum == 599)
    }

    @Test func `finds what it began before its end, and begins it no second time`() async throws {
        let fixture = try await Fixture()
        let name = try await fixture.create("s", Self.rate)
        let entry = try await fixture.entry(name)
        // The process ended between the order and the note.
        _ = try await fixture.orders.start(ScheduledOrder(entry.schedule, at: fixture.clock.now))
        _ = await fixture.keeper.look()
        #expect(try await fixture.ids() == ["s.20270115T080000"])
        #expect(try await fixture.outcomes(name) == [.started])
    }

    @Test func `finds it also after so long that it would be missed`() async throws {
        let fixture = try await Fixture()
        let name = try await fixture.create("s", Self.rate)
        let entry = try await fixture.entry(name)
        _ = try await fixture.orders.start(ScheduledOrder(entry.schedule, at: fixture.clock.now))
        fixture.clock.advance(by: 86_400 + 1_205)
        _ = await fixture.keeper.look()
        let runs = try await fixture.desk.runs(of: name).reversed().map { $0 }
        #expect(runs.prefix(2).map(\.outcome) == [.started, .missed])
        // 08:10 and 08:20 of the day before.
        #expect(runs.dropFirst().first?.count == 2)
    }

    @Test func `runs nothing twice on a clock that is set back, and all on one that is set ahead`()
        async throws
    {
        let fixture = try await Fixture()
        let name = try await fixture.create("s", Self.rate)
        _ = await fixture.keeper.look()
        fixture.clock.advance(by: 7_200)
        _ = await fixture.keeper.look()
        #expect(try await fixture.entry(name).progress.started == 13)
        fixture.clock.advance(by: -7_200)
        #expect(await fixture.keeper.look() == fixture.clock.now.addingTimeInterval(7_800))
        fixture.clock.advance(by: 7_801)
        _ = await fixture.keeper.look()
        #expect(try await fixture.entry(name).progress.started == 14)
        let ids = try await fixture.ids()
        #expect(Set(ids).count == 14 && ids.count == 14)
    }

    @Test func `passes over what comes while the run before goes on`() async throws {
        let fixture = try await Fixture()
        let name = try await fixture.create("s", Self.rate.merging(["overlap": "skip"]))
        _ = await fixture.keeper.look()
        fixture.clock.advance(by: 1_200)
        _ = await fixture.keeper.look()
        #expect(try await fixture.outcomes(name) == [.started, .skipped])
        #expect(try await fixture.entry(name).progress.skipped == 2)
        try await fixture.engine.run {
            _ = try await fixture.engine.order("s.20270115T080000", is: [.succeeded])
        }
        fixture.clock.advance(by: 600)
        _ = await fixture.keeper.look()
        #expect(try await fixture.outcomes(name) == [.started, .skipped, .started])
    }

    @Test func `has one run wait for the end of the one before`() async throws {
        let fixture = try await Fixture()
        let name = try await fixture.create("s", Self.rate.merging(["overlap": "buffer-one"]))
        _ = await fixture.keeper.look()
        fixture.clock.advance(by: 1_200)
        // It asks again soon whether the run has ended.
        #expect(await fixture.keeper.look() == fixture.clock.now.addingTimeInterval(1))
        #expect(try await fixture.outcomes(name) == [.started, .skipped])
        let waiting = fixture.clock.now.addingTimeInterval(-600)
        #expect(try await fixture.entry(name).progress.buffered == waiting)
        try await fixture.engine.run {
            _ = try await fixture.engine.order("s.20270115T080000", is: [.succeeded])
        }
        _ = await fixture.keeper.look()
        #expect(try await fixture.ids() == ["s.20270115T080000", "s.20270115T081000"])
        #expect(try await fixture.entry(name).progress.buffered == nil)
    }

    @Test func `waits while nothing is accepted, and tells what was missed by it`() async throws {
        let fixture = try await Fixture()
        let name = try await fixture.create("s", Self.rate.merging(["catchUpSeconds": 900]))
        fixture.gate.set(.draining, isClosed: true)
        #expect(await fixture.keeper.look() == fixture.clock.now.addingTimeInterval(5))
        #expect(fixture.keeper.standing.waiting == ["s": "the queue is being drained"])
        fixture.clock.advance(by: 1_000)
        _ = await fixture.keeper.look()
        #expect(try await fixture.outcomes(name) == [.missed])
        #expect(fixture.keeper.standing.missed == ["s": fixture.clock.now])
        let reason = try await fixture.desk.runs(of: name).first?.reason
        #expect(reason?.contains("the queue is being drained") == true)
        fixture.gate.set(.draining, isClosed: false)
        _ = await fixture.keeper.look()
        #expect(try await fixture.ids() == ["s.20270115T081000"])
        #expect(fixture.keeper.standing.waiting.isEmpty)
    }

    @Test func `has runs begin within a window, always at the same time in it`() async throws {
        let fixture = try await Fixture()
        try await fixture.create("s", Self.rate.merging(["flexibleWindowMinutes": 15]))
        _ = await fixture.keeper.look()
        let id = try EngineFixture.id("s.20270115T080000")
        let order = try #require(try await fixture.engine.store.order(id))
        let delay = try #require(order.due).timeIntervalSince(fixture.clock.now)
        #expect(delay > 0 && delay < 900)
        let schedule = try await fixture.entry(try #require(ScheduleName("s"))).schedule
        let again = ScheduledOrder(schedule, at: fixture.clock.now).due(.openSSL)
        #expect(again == order.due)
    }

    @Test func `deletes what is over, when it is asked to`() async throws {
        let fixture = try await Fixture()
        let once: JSONValue = [
            "expression": "at(2027-01-15T08:00:05)", "target": ["workflow": "W"],
        ]
        let kept = try await fixture.create("kept", once)
        let gone = try await fixture.create("gone", once.merging(["deleteAfterCompletion": true]))
        fixture.clock.advance(by: 5)
        _ = await fixture.keeper.look()
        #expect(try await fixture.ids() == ["gone.20270115T080005", "kept.20270115T080005"])
        #expect(try await fixture.desk.find(gone) == nil)
        #expect(try await fixture.entry(kept).progress.started == 1)
        #expect(await fixture.keeper.look() == .distantFuture)
    }

    @Test func `calls a function, and again as its retry says`() async throws {
        let function = ScriptedFunction([.failed(error: "E", cause: "first"), .succeeded(3)])
        let fixture = try await Fixture(function)
        let document: JSONValue = [
            "expression": "rate(1 day)",
            "target": [
                "function": "F",
                "input": [
                    "at": "<aws.scheduler.scheduled-time>", "id": "<aws.scheduler.execution-id>",
                    "arn": "<aws.scheduler.schedule-arn>", "try": "<aws.scheduler.attempt-number>",
                ],
            ],
        ]
        try await fixture.create("s", document)
        _ = await fixture.keeper.look()
        try await fixture.engine.run {
            let id = "_schedule:s.20270115T080000"
            try await fixture.engine.history(id, has: "LambdaFunctionFailed")
            #expect(function.calls == 1)
            while function.calls < 2 {
                try Task.checkCancellation()
                fixture.clock.advance(by: 1)
                await Task.yield()
            }
            let order = try await fixture.engine.order(id, is: [.succeeded])
            #expect(order.output == Array("3".utf8))
            #expect(try #require(order.finishedAt).timeIntervalSince(order.createdAt) >= 60)
            let input = #"""
                {"at":"2027-01-15T08:00:00Z","id":"s.20270115T080000","arn":"arn:aws:scheduler:us-east-1:000000000000:schedule/default/s","try":"1"}
                """#
            #expect(String(decoding: order.input, as: UTF8.self) == input)
        }
    }

    @Test func `lets a function's order fail when its attempts are used up`() async throws {
        let function = ScriptedFunction([.failed(error: "E", cause: "always")])
        let fixture = try await Fixture(function)
        let document: JSONValue = [
            "expression": "rate(1 day)",
            "target": ["function": "F", "retry": ["maximumAttempts": 0]],
        ]
        try await fixture.create("s", document)
        _ = await fixture.keeper.look()
        try await fixture.engine.run {
            let order = try await fixture.engine.order(
                "_schedule:s.20270115T080000",
                is: [.failed]
            )
            #expect(order.error == "E" && order.cause == "always")
            #expect(function.calls == 1)
            // A redrive calls the function again.
            _ = try await fixture.engine.control.redrive(order.id, by: Operator("ada"))
            while function.calls < 2 {
                try Task.checkCancellation()
                await Task.yield()
            }
        }
    }

    @Test func `is told of missed times by a letter, once for all that are missed together`()
        async throws
    {
        let fixture = try await Fixture()
        let queue = "https://sqs.eu-central-1.amazonaws.com/1/missed"
        let document: JSONValue = [
            "expression": "rate(10 minutes)", "catchUpSeconds": 900,
            "target": ["function": "F", "input": ["n": 1], "deadLetterQueue": .string(queue)],
        ]
        let name = try await fixture.create("s", document)
        fixture.clock.advance(by: 3_000)
        _ = await fixture.keeper.look()
        #expect(try await fixture.outcomes(name) == [.missed, .started, .started])
        let letter = try EngineFixture.id("_schedule:s.20270115T080000.missed")
        let order = try #require(try await fixture.engine.store.order(letter))
        let input = try JSONValue(parsing: order.input)
        #expect(input["count"] == 4 && input["input"] == ["n": 1] && input["schedule"] == "s")
        #expect(input["first"] == "2027-01-15T08:00:00.000Z")
        #expect(input["last"] == "2027-01-15T08:30:00.000Z")
        // The process ends before the letter is noted: then it is found, and is no run.
        let entry = try await fixture.entry(name)
        let run = ScheduledOrder(entry.schedule, at: fixture.clock.now.addingTimeInterval(-3_000))
        #expect(try await fixture.orders.begun(run) == nil)
    }

    @Test func `runs functions that are called alike on one definition`() async throws {
        let fixture = try await Fixture()
        for name in ["a", "b", "c"] {
            try await fixture.create(
                name,
                ["expression": "rate(1 day)", "target": ["function": "F", "input": .string(name)]]
            )
        }
        _ = await fixture.keeper.look()
        var definitions: Set<String> = []
        for id in try await fixture.ids() {
            let order = try await fixture.engine.store.order(EngineFixture.id(id))
            definitions.insert(try #require(order).workflow)
        }
        #expect(definitions.count == 1)
    }

    @Test func `makes no second run when a schedule is changed before its run is noted`()
        async throws
    {
        let fixture = try await Fixture()
        let name = try await fixture.create("s", Self.rate)
        let entry = try await fixture.entry(name)
        // The order is on disk and its note is not; then somebody has it run something else.
        _ = try await fixture.orders.start(ScheduledOrder(entry.schedule, at: fixture.clock.now))
        let target: JSONValue = ["target": ["workflow": nil, "function": "F"]]
        _ = try await fixture.desk.change(name, target, by: Operator("ada"))
        _ = await fixture.keeper.look()
        #expect(try await fixture.ids() == ["s.20270115T080000"])
        #expect(try await fixture.outcomes(name) == [.started])
        // With other times it is no missed one either.
        fixture.clock.advance(by: 600)
        let changed = try await fixture.entry(name)
        _ = try await fixture.orders.start(ScheduledOrder(changed.schedule, at: fixture.clock.now))
        let times: JSONValue = ["expression": "cron(0 9 * * ? *)"]
        _ = try await fixture.desk.change(name, times, by: Operator("ada"))
        #expect(try await fixture.outcomes(name) == [.started, .started])
        #expect(
            try await fixture.entry(name).progress.latest?.text == "_schedule:s.20270115T081000"
        )
    }

    @Test(arguments: [
        (0, 86_400, 0), (2, 86_400, 2), (2, 60, 1), (2, 179, 1), (2, 180, 2), (185, 86_400, 99),
        (185, 60, 1), (5, 420, 3),
    ])
    func `tries a function again as often as its age has room for`(
        maximumAttempts: Int,
        maximumAge: Int,
        attempts: Int
    ) {
        var retry = Schedule.Retry()
        (retry.maximumAttempts, retry.maximumAge) = (maximumAttempts, maximumAge)
        #expect(retry.attempts == attempts)
    }

    @Test func `takes another number when a client has its own`() async throws {
        let fixture = try await Fixture()
        let name = try await fixture.create("s", Self.rate)
        _ = try await fixture.engine.intake.submit(
            Array(#"{"orderId":"s.20270115T080000","customerEmail":"a@example.com"}"#.utf8)
        )
        _ = await fixture.keeper.look()
        let ids = try await fixture.ids()
        #expect(ids.count == 2 && ids[1].hasPrefix("s.") && ids[1] != ids[0])
        #expect(try await fixture.entry(name).progress.latest?.text == ids[1])
    }

    @Test func `is told what is wrong with a schedule`() async throws {
        let fixture = try await Fixture()
        let wrong: [(JSONValue, String)] = [
            (["target": ["workflow": "X"]], "/target/workflow"),
            (["timeZone": "Nowhere"], "/timeZone"),
            (["expression": "at(2020-01-01T00:00:00)"], "/expression"),
            (["end": "2027-01-14T00:00:00Z"], "/expression"),
            (
                ["target": ["deadLetterQueue": "https://sqs.x.amazonaws.com/1/q.fifo"]],
                "/target/deadLetterQueue"
            ),
        ]
        for (patch, place) in wrong {
            let faults = await #expect(throws: ScheduleFaults.self) {
                try await fixture.create("s", Self.rate.merging(patch))
            }
            #expect(faults?.faults.map(\.pointer) == [place])
        }
        #expect(try await fixture.desk.list().sound.isEmpty)
    }

    @Test
    func `goes on from now when a schedule's times are changed, and tells what it leaves out`()
        async throws
    {
        let fixture = try await Fixture()
        let name = try await fixture.create("s", Self.rate)
        _ = await fixture.keeper.look()
        fixture.clock.advance(by: 1_500)
        _ = try await fixture.desk.change(
            name,
            ["expression": "cron(0 9 * * ? *)"],
            by: Operator("ada")
        )
        #expect(await fixture.keeper.look() == fixture.clock.now.addingTimeInterval(2_100))
        #expect(try await fixture.outcomes(name) == [.started, .missed])
        #expect(try await fixture.desk.runs(of: name).first?.count == 2)
        // What is not a matter of time leaves the times alone.
        _ = try await fixture.desk.change(name, ["overlap": "skip"], by: Operator("ada"))
        #expect(try await fixture.entry(name).progress.missed == 2)
    }

    @Test func `takes on what the file says, and lets go of what is gone from it`() async throws {
        let fixture = try await Fixture()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        func schedules(_ names: [String], _ patch: JSONValue = [:]) throws -> [Schedule] {
            try names.map {
                try Schedule(try #require(ScheduleName($0)), Self.rate.merging(patch))
            }
        }
        try await fixture.create("mine", Self.rate)
        try await fixture.desk.adopt(try schedules(["a", "b"]), logger: logger)
        _ = await fixture.keeper.look()
        fixture.clock.advance(by: 700)
        // A restart with the same file goes on where it was.
        try await fixture.desk.adopt(try schedules(["a", "b"]), logger: logger)
        _ = await fixture.keeper.look()
        let a = try #require(ScheduleName("a"))
        #expect(try await fixture.outcomes(a) == [.started, .started])
        try await fixture.desk.adopt(try schedules(["a"], ["overlap": "skip"]), logger: logger)
        let names = try await fixture.desk.list().sound.map(\.schedule.name.text)
        #expect(names == ["a", "mine"])
        // A file that is not there takes nothing away.
        try await fixture.desk.adopt(nil, logger: logger)
        #expect(try await fixture.desk.list().sound.count == 2)
        #expect(try await fixture.entry(a).progress.started == 2)
        #expect(try await fixture.entry(a).schedule.overlap == .skip)
        let change = try await fixture.desk.change(a, ["enabled": false], by: Operator("ada"))
        guard case .standsInFile = change else {
            Issue.record("a schedule of the file was changed by the API")
            return
        }
    }
}
