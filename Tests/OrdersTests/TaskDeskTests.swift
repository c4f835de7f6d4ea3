import FoundationEssentials
import JSON
import Logging
import Orders
import StatesLanguage
import Synchronization
import TestClock
import TestClosing
import TestDigests
import Testing

/// Tasks whose ends come from outside, on the whole engine with a real store.
@Suite(.closing)
struct `A task whose end somebody outside tells` {
    /// A call that is answered at once, and whose end comes with the token.
    static let callback = """
        {"StartAt":"A","States":{"A":{"Type":"Task","End":true,
        "Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
        "Parameters":{"token.$":"$$.Task.Token"},
        "Retry":[{"ErrorEquals":["Again"],"IntervalSeconds":1,"MaxAttempts":1}],
        "Catch":[{"ErrorEquals":["Caught"],"Next":"C"}]},"C":{"Type":"Pass","End":true}}}
        """

    static let activity = """
        {"StartAt":"A","States":{"A":{"Type":"Task","End":true,
        "Resource":"arn:aws:states:us-east-1:1:activity:pack"}}}
        """

    @Test func `ends with the answer that its token brings`() async throws {
        let fixture = try await TaskFixture(Self.callback)
        try await fixture.run {
            let token = try await fixture.submit("001")
            let output = Array(#"{"ok":true}"#.utf8)
            let result = try await fixture.desk.answer(token, .success(output: output))
            #expect(result == .kept(try EngineFixture.id("001")))
            let order = try await fixture.engine.order("001", is: [.succeeded])
            #expect(order.output == output)
            let events = [
                "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited",
            ]
            #expect(try await fixture.engine.types("001").dropFirst(2).prefix(5) == events[...])
            #expect(
                try await fixture.desk.answer(token, .heartbeat)
                    == .answered(try EngineFixture.id("001"))
            )
        }
    }

    @Test func `fails as it is told, and Retry makes a new token`() async throws {
        let fixture = try await TaskFixture(Self.callback)
        try await fixture.run {
            let first = try await fixture.submit("001")
            let again = TaskAnswer.Content.failure(error: "Again", cause: nil)
            _ = try await fixture.desk.answer(first, again)
            let second = try await fixture.nextToken()
            #expect(first != second)
            let caught = TaskAnswer.Content.failure(error: "Caught", cause: "why")
            _ = try await fixture.desk.answer(second, caught)
            let order = try await fixture.engine.order("001", is: [.succeeded])
            #expect(order.output == Array(#"{"Error":"Caught","Cause":"why"}"#.utf8))
            #expect(order.attempts.failed == 0)
        }
    }

    /// The service that is called may be done before it answers the call.
    @Test func `may end before its call is answered`() async throws {
        let isAnswered = WakeSignal()
        let fixture = try await TaskFixture(Self.callback) { await isAnswered.wait() }
        try await fixture.run {
            let token = try await fixture.submit("001")
            _ = try await fixture.desk.answer(token, .success(output: Array("1".utf8)))
            isAnswered.raise()
            _ = try await fixture.engine.order("001", is: [.succeeded])
            let types = try await fixture.engine.types("001").filter { $0.hasPrefix("Task") }
            #expect(types.dropFirst(3) == ["TaskSubmitted", "TaskSucceeded", "TaskStateExited"])
        }
    }

    /// The service that is called tells the end, and then its call goes wrong.
    @Test(arguments: [TaskOutcome.failed(error: "Crash", cause: ""), nil])
    func `ends as it was told, whatever becomes of its call`(outcome: TaskOutcome?) async throws {
        let text = Self.callback.replacing(
            #""End":true,"#,
            with: #""End":true,"TimeoutSeconds":5,"#
        )
        let (clock, isOver) = (ManualClock(), WakeSignal())
        let fixture = try await TaskFixture(
            text,
            outcome: outcome ?? .succeeded(.null),
            clock: clock
        ) { _ in await isOver.wait() }
        try await fixture.run {
            let token = try await fixture.submit("001")
            let result = try await fixture.desk.answer(token, .success(output: [49]))
            #expect(result == .kept(try EngineFixture.id("001")))
            // Without an outcome it outlasts its time.
            if outcome == nil { clock.advance(by: 6) } else { isOver.raise() }
            let order = try await fixture.engine.order("001", where: \.status.isFinal)
            isOver.raise()
            #expect(order.status == .succeeded)
            #expect(order.output == [49])
            #expect(fixture.calls == 1)
        }
    }

    @Test func `is told to a run that is busy with something else`() async throws {
        let branch = { (name: String, resource: String, parameters: String) in
            #"{"StartAt":"\#(name)","States":{"\#(name)":{"Type":"Task","Resource":"\#(resource)",\#(parameters)"End":true}}}"#
        }
        let parallel = """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
            \(branch("A", "arn:aws:states:::lambda:invoke.waitForTaskToken", #""Parameters":{"token.$":"$$.Task.Token"},"#)),
            \(branch("B", "arn:aws:lambda:us-east-1:1:function:F", ""))]}}}
            """
        let isOver = WakeSignal()
        let fixture = try await TaskFixture(parallel) { call in
            if call.resource.function != nil { await isOver.wait() }
        }
        try await fixture.run {
            let token = try await fixture.submit("001")
            _ = try await fixture.desk.answer(token, .success(output: Array("1".utf8)))
            // The other branch's task is not begun again for it.
            try await fixture.engine.history("001", has: "TaskSucceeded")
            isOver.raise()
            let order = try await fixture.engine.order("001", is: [.succeeded])
            #expect(order.attempts.started == 1)
            #expect(fixture.calls == 2)
        }
    }

    @Test func `is not begun again by the next process`() async throws {
        let fixture = try await TaskFixture(Self.callback)
        let token = Mutex("")
        try await fixture.run {
            let submitted = try await fixture.submit("001")
            token.withLock { $0 = submitted }
            _ = try await fixture.engine.order("001", where: { $0.due != nil })
        }
        try await fixture.run {
            let token = token.withLock { $0 }
            _ = try await fixture.desk.answer(token, .success(output: Array("1".utf8)))
            _ = try await fixture.engine.order("001", is: [.succeeded])
            #expect(fixture.calls == 1)
        }
    }

    @Test func `is closed when its order is stopped`() async throws {
        let fixture = try await TaskFixture(Self.callback)
        try await fixture.run {
            let token = try await fixture.submit("001")
            let id = try EngineFixture.id("001")
            _ = try await fixture.engine.control.stop(id, by: Operator("ada"))
            let late = try await fixture.desk.answer(token, .success(output: Array("1".utf8)))
            #expect(late == .closed(id))
            // From the start it has another token, and the old one stays closed.
            let redrive = Redrive(from: .beginning(input: nil))
            _ = try await fixture.engine.control.redrive(id, redrive, by: Operator("ada"))
            let second = try await fixture.nextToken()
            #expect(try await fixture.desk.answer(token, .heartbeat) == .closed(id))
            _ = try await fixture.desk.answer(second, .success(output: Array("2".utf8)))
            #expect(try await fixture.engine.order("001", is: [.succeeded]).output == [50])
        }
    }

    @Test func `times out without a heartbeat, and not with one`() async throws {
        let text = Self.callback.replacing(
            #""End":true,"#,
            with: #""End":true,"HeartbeatSeconds":1,"#
        )
        let fixture = try await TaskFixture(text)
        try await fixture.run {
            let token = try await fixture.submit("001")
            let order = try await fixture.engine.order("001", is: [.failed])
            #expect(order.error == "States.Timeout")
            #expect(try await fixture.engine.types("001").contains("TaskTimedOut"))
            #expect(
                try await fixture.desk.answer(token, .heartbeat)
                    == .closed(try EngineFixture.id("001"))
            )
        }
    }

    @Test func `ends by its answer or by its time, whichever is kept first`() async throws {
        let text = Self.callback.replacing(
            #""End":true,"#,
            with: #""End":true,"TimeoutSeconds":1,"#
        )
        let clock = ManualClock()
        let fixture = try await TaskFixture(text, clock: clock)
        try await fixture.run {
            for number in 1...20 {
                let token = try await fixture.submit("\(number)")
                try await fixture.engine.history("\(number)", has: "TaskSubmitted")
                async let answer = fixture.desk.answer(token, .success(output: [49]))
                clock.advance(by: 1)
                let isKept = try await answer == .kept(try EngineFixture.id("\(number)"))
                let order = try await fixture.engine.order("\(number)", where: \.status.isFinal)
                #expect(order.status == (isKept ? .succeeded : .failed))
            }
        }
    }

    /// Its iterations leave no history, but a token must be known before it is handed out.
    @Test func `may stand in a distributed Map`() async throws {
        let map = #"""
            {"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":1,"End":true,"ItemsPath":"$.items",
            "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
            "StartAt":"A","States":{"A":{"Type":"Task","End":true,
            "Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
            "Parameters":{"token.$":"$$.Task.Token"}}}}}}}
            """#
        let fixture = try await TaskFixture(map)
        try await fixture.run {
            let body = #"{"orderId":"001","customerEmail":"a@example.com","items":[1,2,3]}"#
            _ = try await fixture.engine.intake.submit(Array(body.utf8))
            for number in 1...3 {
                let token = try await fixture.nextToken()
                let result = try await fixture.desk.answer(
                    token,
                    .success(output: Array("\(number)".utf8))
                )
                #expect(result == .kept(try EngineFixture.id("001")))
            }
            let order = try await fixture.engine.order("001", is: [.succeeded])
            #expect(order.output == Array("[1,2,3]".utf8))
        }
    }

    @Test func `is alive by its heartbeats although the run is busy with something else`()
        async throws
    {
        let parallel = #"""
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
            {"StartAt":"A","States":{"A":{"Type":"Task","End":true,"HeartbeatSeconds":1,
            "Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Parameters":{"token.$":"$$.Task.Token"}}}},
            {"StartAt":"B","States":{"B":{"Type":"Task","End":true,"Resource":"arn:aws:lambda:us-east-1:1:function:F"}}}]}}}
            """#
        let (clock, isOver) = (ManualClock(), WakeSignal())
        let fixture = try await TaskFixture(parallel, clock: clock) { call in
            if call.resource.function != nil { await isOver.wait() }
        }
        try await fixture.run {
            let token = try await fixture.submit("001")
            try await fixture.engine.history("001", has: "TaskSubmitted")
            for _ in 1...4 {
                clock.advance(by: 0.75)
                let result = try await fixture.desk.answer(token, .heartbeat)
                #expect(result == .kept(try EngineFixture.id("001")))
            }
            _ = try await fixture.desk.answer(token, .success(output: Array("1".utf8)))
            try await fixture.engine.history("001", has: "TaskSucceeded")
            isOver.raise()
            let order = try await fixture.engine.order("001", is: [.succeeded])
            #expect(order.attempts.started == 1)
        }
    }

    /// Who tells the end proves that the call was taken.
    @Test func `ends although its call is put off`() async throws {
        let fixture = try await TaskFixture(
            Self.callback,
            outcome: .postponed(for: .seconds(600), reason: "slow down")
        )
        try await fixture.run {
            let token = try await fixture.submit("001")
            _ = try await fixture.engine.order("001", where: { $0.due != nil })
            _ = try await fixture.desk.answer(token, .success(output: Array("1".utf8)))
            let order = try await fixture.engine.order("001", is: [.succeeded])
            #expect(order.attempts.started <= 3)
            #expect(fixture.calls == 1)
            let types = try await fixture.engine.types("001").filter { $0.hasPrefix("Task") }
            #expect(types.dropFirst(3) == ["TaskSubmitted", "TaskSucceeded", "TaskStateExited"])
        }
    }

    @Test func `has a token that nobody can make of another`() async throws {
        let fixture = try await TaskFixture(Self.callback)
        try await fixture.run {
            let tokens = [try await fixture.submit("001"), try await fixture.submit("002")]
            let texts = tokens.compactMap { Data(base64Encoded: $0) }
                .map { String(decoding: $0, as: UTF8.self).split(separator: "#") }
            #expect(texts.map { $0[0].suffix(3) } == ["001", "002"])
            #expect(texts.allSatisfy { $0[2].count == 32 })
            #expect(texts[0][2] != texts[1][2])
            let forged = "\(texts[0][0])#\(texts[0][1])#\(texts[1][2])"
            let token = Data(forged.utf8).base64EncodedString()
            #expect(try await fixture.desk.answer(token, .heartbeat) == .unknown)
        }
    }
}

@Suite(.closing)
struct `An activity` {
    private static let definition = `A task whose end somebody outside tells`.activity

    @Test func `is given to one worker, who tells its end`() async throws {
        let fixture = try await TaskFixture(Self.definition)
        try await fixture.run {
            // The worker is there first.
            async let waiting = fixture.desk.take("pack", by: "ada", within: 60)
            _ = try await fixture.engine.intake.submit(`The engine`.order)
            let task = try #require(try await waiting)
            #expect(task.input["orderId"]?.string == "001")
            #expect(task.task.worker == "ada")
            #expect(try await fixture.desk.take("pack", by: "eve", within: 0) == nil)
            #expect(try await fixture.desk.take("other", by: "eve", within: 0) == nil)
            _ = try await fixture.desk.answer(task.token, .success(output: Array("7".utf8)))
            #expect(try await fixture.engine.order("001", is: [.succeeded]).output == [55])
            let types = try await fixture.engine.types("001")
            #expect(
                types.filter { $0.hasPrefix("Activity") }
                    == ["ActivityScheduled", "ActivityStarted", "ActivitySucceeded"]
            )
            #expect(fixture.calls == 0)
        }
    }

    @Test func `is not given to a worker who has gone`() async throws {
        let fixture = try await TaskFixture(Self.definition, clock: ManualClock())
        try await fixture.run {
            let waiting = Task { [desk = fixture.desk] in
                try await desk.take("pack", by: "gone", within: 60)
            }
            waiting.cancel()
            #expect(try await waiting.value == nil)
            _ = try await fixture.engine.intake.submit(`The engine`.order)
            try await fixture.engine.history("001", has: "ActivityScheduled")
            let gone = Task { [desk = fixture.desk] in
                withUnsafeCurrentTask { $0?.cancel() }
                return try await desk.take("pack", by: "gone", within: 60)
            }
            #expect(try await gone.value == nil)
            #expect(try await fixture.desk.take("pack", by: "ada", within: 0)?.task.worker == "ada")
        }
    }

    @Test func `keeps no worker waiting when the service stops`() async throws {
        let fixture = try await TaskFixture(Self.definition, clock: ManualClock())
        async let waiting = fixture.desk.take("pack", by: "ada", within: 60)
        fixture.engine.dispatcher.stop()
        #expect(try await waiting == nil)
        #expect(try await fixture.desk.take("pack", by: "ada", within: 60) == nil)
    }

    @Test func `waits for a worker however long that takes`() async throws {
        let text = Self.definition.replacing(
            #""End":true,"#,
            with: #""End":true,"TimeoutSeconds":1,"#
        )
        let fixture = try await TaskFixture(text)
        try await fixture.run {
            _ = try await fixture.engine.intake.submit(`The engine`.order)
            let order = try await fixture.engine.order(
                "001",
                where: { $0.due != nil && $0.status == .running }
            )
            // Its time counts from when a worker takes it up.
            #expect(try #require(order.due).timeIntervalSince(order.createdAt) > 99_000_000)
            _ = try await fixture.desk.take("pack", by: nil, within: 0)
            #expect(try await fixture.engine.order("001", is: [.failed]).error == "States.Timeout")
        }
    }
}

/// An engine whose calls hand out tokens.
struct TaskFixture {
    let engine: EngineFixture
    let desk: TaskDesk
    private let stream: AsyncStream<String>
    private let function: ScriptedFunction

    var calls: Int { function.calls }

    init(
        _ definition: String,
        beforeAnswer: @escaping @Sendable () async -> Void
    ) async throws {
        try await self.init(definition) { (_: TaskCall) in await beforeAnswer() }
    }

    init(
        _ definition: String,
        outcome: TaskOutcome = .succeeded(["taken": true]),
        clock: any WallClock = SystemClock(),
        beforeAnswer: @escaping @Sendable (TaskCall) async -> Void = { _ in }
    ) async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        self.stream = stream
        function = ScriptedFunction { call, _ in
            if let token = call.input["token"]?.string { continuation.yield(token) }
            await beforeAnswer(call)
            return outcome
        }
        engine = try await EngineFixture(definition, clock: clock, function: function)
        desk = TaskDesk(
            store: engine.store,
            clock: engine.clock,
            digests: .openSSL,
            dispatcher: engine.dispatcher
        )
    }

    func run(_ body: () async throws -> Void) async throws { try await engine.run(body) }

    /// The token of an order's only task.
    func submit(_ number: String) async throws -> String {
        _ = try await engine.intake.submit(`The engine`.order(number))
        return try await nextToken()
    }

    func nextToken() async throws -> String {
        var tokens = stream.makeAsyncIterator()
        guard let token = await tokens.next() else { throw CancellationError() }
        return token
    }
}
