import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import OrderStoreSQLite
import Orders
import StatesLanguage
import TestClock
import TestClosing
import TestDigests
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `The routes of tasks` {
    @Test func `keep an end once it is on disk, and tell late comers why`() async throws {
        try await APIFixture.run { fixture in
            try await fixture.makeOpenTasks()
            let success = try await fixture.tell("success", #","output":{"ok":true}"#, "open")
            #expect(success.status == 200)
            #expect(try success.json() == ["orderId": "callback"])
            let again = try await fixture.tell("failure", #","error":"E""#, "open")
            #expect(again.status == 409)
            #expect(try again.json()["type"]?.string == "/problems/task-answered")
            let closed = try await fixture.tell("heartbeat", "", "closed")
            #expect(closed.status == 410)
            #expect(try closed.json()["type"]?.string == "/problems/task-closed")
            let unknown = try await fixture.tell("heartbeat", "", "nobody's")
            #expect(unknown.status == 404)
            #expect(try unknown.json()["type"]?.string == "/problems/no-task")
            for answer in [success, again, closed, unknown] {
                #expect(!answer.text.contains("nobody's") && !answer.text.contains("\"open\""))
            }
            let claim = try await fixture.store.claim(
                ClaimRequest(limit: 9, now: fixture.clock.now, until: fixture.clock.now)
            )
            let output = Array(#"{"ok":true}"#.utf8)
            #expect(claim.first?.answers.map(\.content) == [.success(output: output)])
        }
    }

    @Test(arguments: [
        ("success", #"{"output":1}"#, "taskToken is required"),
        ("success", #"{"taskToken":"open"}"#, "output is required"),
        ("success", #"{"taskToken":7,"output":1}"#, "taskToken must be a string"),
        ("failure", #"{"taskToken":"open","error":1}"#, "error must be a string"),
        ("failure", #"{"taskToken":"open","Cause":"x"}"#, "Cause means nothing here"),
        ("heartbeat", #"{"taskToken":""}"#, "taskToken is required"),
        ("heartbeat", "", "taskToken is required"),
    ])
    func `say what is wrong with a request`(
        route: String,
        body: String,
        words: String
    ) async throws {
        try await APIFixture.run { fixture in
            let answer = try await fixture.send(.post, "/tasks/\(route)", body)
            #expect(answer.status == 400)
            #expect(answer.text.contains(words), "\(answer.text)")
        }
    }

    @Test(arguments: ["wait=x", "wait=-1", "wait", "respond-async, wait=1.5"])
    func `ask at once about a wait that cannot be read`(prefer: String) async throws {
        try await APIFixture.run { fixture in
            let answer = try await fixture.send(
                .post,
                "/activities/pack/task",
                "{}",
                fields: [.prefer: prefer]
            )
            #expect(answer.status == 400)
            #expect(answer.text.contains("Prefer: wait is a whole number of seconds"))
        }
    }

    @Test func `say what form a body has, and nothing of orders`() async throws {
        try await APIFixture.run { fixture in
            let answer = try await fixture.send(
                .post,
                "/activities/pack/task",
                "{}",
                type: "text/plain"
            )
            #expect(answer.status == 415)
            #expect(!answer.text.contains("order is sent"), "\(answer.text)")
            #expect(answer.text.contains("application/json"))
        }
    }

    @Test(
        arguments: [
            ("wait=7", Wait.seconds(7)), ("respond-async, WAIT = 7 ; x", .seconds(7)),
            (#"wait="7""#, .seconds(7)), ("wait=x, wait=3", .seconds(3)), ("wait=x", .malformed),
            ("respond-async", .unsaid), ("", .unsaid),
        ]
    )
    func `read how long a client waits`(field: String, wait: Wait) {
        #expect(Wait(field) == wait)
    }

    @Test func `take as much as Step Functions does, and no more`() async throws {
        try await APIFixture.run { fixture in
            try await fixture.makeOpenTasks()
            let (error, cause) = (
                String(repeating: "é", count: 256), String(repeating: "c", count: 32_768)
            )
            for (error, cause, status) in [
                (error + "e", cause, 400), (error, cause + "c", 400), (error, cause, 200),
            ] {
                let rest = #","error":"\#(error)","cause":"\#(cause)""#
                #expect(try await fixture.tell("failure", rest, "open").status == status)
            }
            let head = RequestHead(
                method: .post,
                path: "/tasks/success",
                query: nil,
                fields: FieldTable([.contentType: "application/json"])
            )
            var request = ServerRequest(head: head, remoteAddress: "::1", id: "r")
            guard case .wanted(upTo: 1_048_576) = fixture.api.admit(&request).body else {
                Issue.record("a result is as large as another body")
                return
            }
        }
    }

    @Test func `give an activity's task to a worker, with its token and input`() async throws {
        try await APIFixture.run { fixture in
            let token = try await fixture.makeOpenActivity()
            let listed = try await fixture.get("/tasks").json()["tasks"]?.array ?? []
            #expect(listed.map { $0["name"]?.string } == ["pack"])
            #expect(listed.first?["taskToken"] == nil && !listed.description.contains(token))
            let answer = try await fixture.send(
                .post,
                "/activities/pack/task",
                #"{"workerName":"ada"}"#
            )
            #expect(answer.status == 200)
            let task = try answer.json()
            #expect(task["taskToken"]?.string == token)
            #expect(task["input"] == ["x": 1])
            #expect(task["orderId"]?.string == "activity")
            #expect(task["heartbeatSeconds"]?.int == 5)
            let none = try await fixture.send(
                .post,
                "/activities/pack/task",
                fields: [.prefer: "wait=0"]
            )
            #expect(none.status == 204)
            #expect(try await fixture.get("/tasks").json()["tasks"]?[0]?["worker"]?.string == "ada")
        }
    }
}

extension APIFixture {
    func tell(_ route: String, _ rest: String, _ token: String) async throws -> APIAnswer {
        try await send(.post, "/tasks/\(route)", #"{"taskToken":"\#(token)"\#(rest)}"#)
    }

    /// Order `callback` with the tasks of the tokens `open`, `other` and `kept`, and one of `closed` that it went on without.
    func makeOpenTasks() async throws {
        try await submit("callback")
        let lease = try await claim()
        let tasks = ["open", "other", "kept", "closed"].enumerated().map { index, token in
            let task = OpenTask(
                order: lease.id,
                task: index + 1,
                state: "P",
                kind: .callback,
                name: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                since: clock.now
            )
            return TaskOpening(task, token: Digests.openSSL.digest(ofToken: token))
        }
        for (next, tasks) in [
            (Move.Next.proceed, tasks),
            (.sleep(until: clock.now.addingTimeInterval(9_000)), Array(tasks.dropLast())),
        ] {
            var move = Move(
                snapshot: Array("{}".utf8),
                state: "P",
                history: [],
                failures: 0,
                next: next,
                at: clock.now
            )
            move.openTasks = tasks
            try await store.record(move, under: lease)
        }
    }

    /// Order `activity` that waits for a worker; answers the token that the worker gets.
    func makeOpenActivity() async throws -> String {
        try await submit("activity")
        let lease = try await claim()
        let definition = #"""
            {"StartAt":"A","States":{"A":{"Type":"Task","End":true,"HeartbeatSeconds":5,
            "Parameters":{"x":1},"Resource":"arn:aws:states:us-east-1:1:activity:pack"}}}
            """#
        let machine = try StateMachine(parsing: Array(definition.utf8))
        var random = SystemRandomNumberGenerator()
        let context = ExecutionContext(
            id: "arn:aws:states:us-east-1:000000000000:execution:W:activity",
            name: "activity",
            roleArn: "arn:aws:iam::000000000000:role/orderd",
            startTime: clock.now,
            stateMachineId: "arn:aws:states:us-east-1:000000000000:stateMachine:W",
            stateMachineName: "W"
        )
        let (execution, _) = Interpreter(machine: machine, digests: .openSSL)
            .start(
                input: [:],
                context: context,
                now: clock.now,
                random: &random
            )
        guard let task = execution.awaitedTasks.first, let token = task.token else {
            throw CancellationError()
        }
        var move = Move(
            snapshot: execution.snapshot,
            state: "A",
            history: [],
            failures: 0,
            next: .sleep(until: task.deadline),
            at: clock.now
        )
        move.openTasks = [
            TaskOpening(
                OpenTask(
                    order: lease.id,
                    task: task.id,
                    state: "A",
                    kind: .activity,
                    name: "pack",
                    since: clock.now
                ),
                token: Digests.openSSL.digest(ofToken: token)
            )
        ]
        try await store.record(move, under: lease)
        return token
    }
}
