import FoundationEssentials
import Integrations
import JSON
import Logging
import OrderStoreSQLite
import StatesLanguage
import Synchronization
import TestClosing
import TestDigests
import Testing

@testable import Orders

/// Orders that tasks of others start, on the whole engine with a real store.
@Suite(.closing)
struct `An order that a task has started` {
    /// Starts an order of workflow `Child`, and waits as the pattern says.
    private static func parent(_ pattern: String, name: String? = nil) -> String {
        let name = name.map { #""Name":"\#($0)","# } ?? ""
        return """
            {"StartAt":"A","States":{"A":{"Type":"Task","End":true,
            "Resource":"arn:aws:states:::states:startExecution\(pattern)",
            "Parameters":{\(name)"StateMachineArn":"arn:aws:states:us-east-1:1:stateMachine:Child","Input":{"n":1}}}}}
            """
    }

    private static let child =
        #"{"StartAt":"P","States":{"P":{"Type":"Pass","Result":{"m":2},"End":true}}}"#
    private static let failing =
        #"{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"Bad","Cause":"why"}}}"#
    private static let waiting =
        #"{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":9000,"End":true}}}"#

    @Test func `goes its own way when nobody waits for it`() async throws {
        let fixture = try await NestingFixture(Self.parent(""), child: Self.waiting)
        try await fixture.run {
            let parent = try await fixture.submit("001", until: [.succeeded])
            let answer = try JSONValue(parsing: parent.output ?? [])
            let arn = "arn:aws:states:us-east-1:000000000000:execution:Child:001.1"
            #expect(answer["ExecutionArn"]?.string == arn)
            #expect(answer["StartDate"]?.int != nil)
            let child = try await fixture.engine.order("Child:001.1", is: [.running])
            #expect(child.input == Array(#"{"n":1}"#.utf8))
            #expect(child.parents.map(\.order.text) == ["001"])
            #expect(parent.children.map(\.text) == ["Child:001.1"])
            await fixture.keeper.sweep()
            #expect(try await fixture.engine.store.orphans(limit: 9).isEmpty)
        }
    }

    @Test(arguments: [(".sync", JSONValue.string(#"{"m":2}"#)), (".sync:2", .object(["m": 2]))])
    func `gives its output to the task that waits for it`(
        pattern: String,
        output: JSONValue
    ) async throws {
        let fixture = try await NestingFixture(Self.parent(pattern), child: Self.child)
        try await fixture.run {
            let parent = try await fixture.submit("001", until: [.succeeded])
            let answer = try JSONValue(parsing: parent.output ?? [])
            #expect(answer["Output"] == output)
            #expect(answer["Status"] == "SUCCEEDED")
            #expect(answer["Name"] == "001.1")
            #expect(answer["OutputDetails"]?["Included"] == true)
            let types = try await fixture.engine.types("001")
            #expect(types.contains("TaskSubmitted") && types.contains("TaskSucceeded"))
        }
    }

    @Test func `is refused when as many stand above it as may`() async throws {
        // The child starts one of its own kind, without an end.
        let itself = Self.parent(".sync:2")
        let fixture = try await NestingFixture(itself, child: itself + " ")
        try await fixture.run {
            let top = try await fixture.submit("001", until: [.failed])
            #expect(top.error == "States.TaskFailed")
            let all = try await fixture.engine.store.summary(at: fixture.engine.clock.now)
            #expect(all.orders[.failed] == ChildOrders.maximumDepth + 1)
        }
    }

    @Test(arguments: [("", false), (".sync", true)])
    func `waits for room in the backlog unless somebody waits for it`(
        pattern: String,
        isStarted: Bool
    ) async throws {
        let fixture = try await NestingFixture(
            Self.parent(pattern),
            child: Self.waiting,
            backlog: 1
        )
        try await fixture.run {
            _ = try await fixture.submit("001", until: [.running])
            _ = try await fixture.engine.order("001", where: { $0.due != nil })
            let child = try await fixture.engine.store.order(EngineFixture.id("Child:001.1"))
            #expect((child != nil) == isStarted)
        }
    }

    /// Long work goes on in an order of its own, as Step Functions advises.
    @Test func `may follow one of its own kind without an end`() async throws {
        let itself = Self.parent("")
        let fixture = try await NestingFixture(itself, child: itself + " ")
        try await fixture.run {
            _ = try await fixture.submit("001", until: [.succeeded])
            while true {
                let all = try await fixture.engine.store.summary(at: fixture.engine.clock.now)
                #expect(all.orders[.failed, default: 0] == 0)
                if all.orders[.succeeded, default: 0] > ChildOrders.maximumDepth + 2 { break }
                try Task.checkCancellation()
            }
        }
    }

    @Test func `fails the task that waits for it, whose cause tells of it`() async throws {
        let fixture = try await NestingFixture(Self.parent(".sync:2"), child: Self.failing)
        try await fixture.run {
            let parent = try await fixture.submit("001", until: [.failed])
            #expect(parent.error == "States.TaskFailed")
            let cause = try JSONValue(parsing: Array((parent.cause ?? "").utf8))
            #expect(cause["Status"] == "FAILED")
            #expect(cause["Error"] == "Bad")
            #expect(cause["Cause"] == "why")
        }
    }

    @Test func `is stopped with the one that waits for it`() async throws {
        let fixture = try await NestingFixture(Self.parent(".sync"), child: Self.waiting)
        try await fixture.run {
            _ = try await fixture.submit("001", until: [.running])
            _ = try await fixture.engine.order("Child:001.1", is: [.running])
            _ = try await fixture.engine.order("001", where: { $0.due != nil })
            let id = try EngineFixture.id("001")
            _ = try await fixture.engine.control.stop(id, by: Operator("ada"))
            await fixture.keeper.sweep()
            let child = try await fixture.engine.order("Child:001.1", is: [.aborted])
            #expect(child.audit.map(\.by.name) == ["orderd"])
        }
    }

    /// Who stops the child fails its parent's task, as on AWS.
    @Test func `fails the task that waits for it when it is stopped`() async throws {
        let fixture = try await NestingFixture(Self.parent(".sync"), child: Self.waiting)
        try await fixture.run {
            _ = try await fixture.submit("001", until: [.running])
            _ = try await fixture.engine.order("Child:001.1", is: [.running])
            let id = try EngineFixture.id("Child:001.1")
            _ = try await fixture.engine.control.stop(id, by: Operator("ada"))
            let parent = try await fixture.engine.order("001", is: [.failed])
            #expect(parent.cause?.contains(#""Status":"ABORTED""#) == true)
        }
    }

    @Test func `is erased with its parent, whose data it has`() async throws {
        let fixture = try await NestingFixture(Self.parent(".sync"), child: Self.child)
        try await fixture.run {
            _ = try await fixture.submit("001", until: [.succeeded])
            let id = try EngineFixture.id("001")
            let erasure = try await fixture.engine.control.erase(id, by: Operator("ada"))
            #expect(erasure.children.map(\.text) == ["Child:001.1"])
            #expect(erasure.left.isEmpty)
            let child = try await fixture.engine.order("Child:001.1", is: [.succeeded])
            #expect(child.input.isEmpty && child.erasedAt != nil)
            #expect(child.audit.map(\.by.name) == ["ada"])
        }
    }

    @Test func `keeps its data while it runs, which is told, and loses them when asked again`()
        async throws
    {
        let fixture = try await NestingFixture(Self.parent(""), child: Self.waiting)
        try await fixture.run {
            _ = try await fixture.submit("001", until: [.succeeded])
            let (id, child) = (
                try EngineFixture.id("001"), try EngineFixture.id("Child:001.1")
            )
            let control = fixture.engine.control
            let first = try await control.erase(id, by: Operator("ada"))
            #expect(first.left == [Erasure.Left(order: child, reason: .notEnded)])
            _ = try await control.stop(child, by: Operator("ada"))
            let second = try await control.erase(id, by: Operator("ada"))
            #expect(second.children == [child])
            #expect(second.left.isEmpty)
        }
    }

    @Test func `keeps its data while another parent has them`() async throws {
        let fixture = try await NestingFixture(Self.parent("", name: "n"), child: Self.waiting)
        try await fixture.run {
            _ = try await fixture.submit("001", until: [.succeeded])
            _ = try await fixture.submit("002", until: [.succeeded])
            let child = try EngineFixture.id("Child:n")
            let control = fixture.engine.control
            _ = try await control.stop(child, by: Operator("ada"))
            let one = try EngineFixture.id("001")
            let first = try await control.erase(one, by: Operator("ada"))
            #expect(first.left == [Erasure.Left(order: child, reason: .shared)])
            let two = try EngineFixture.id("002")
            let second = try await control.erase(two, by: Operator("ada"))
            #expect(second.children == [child])
        }
    }

    @Test func `runs once for a name, whoever asks again is refused`() async throws {
        let fixture = try await NestingFixture(Self.parent("", name: "n-1"), child: Self.child)
        try await fixture.run {
            _ = try await fixture.submit("001", until: [.succeeded])
            _ = try await fixture.engine.order("Child:n-1", is: [.succeeded])
            let second = try await fixture.submit("002", until: [.failed])
            #expect(second.error == "StepFunctions.ExecutionAlreadyExistsException")
        }
    }

    @Test func `has another number when its parent runs again from the start`() async throws {
        let fixture = try await NestingFixture(Self.parent(".sync"), child: Self.failing)
        try await fixture.run {
            _ = try await fixture.submit("001", until: [.failed])
            let redrive = Redrive(from: .beginning(input: nil))
            let id = try EngineFixture.id("001")
            _ = try await fixture.engine.control.redrive(id, redrive, by: Operator("ada"))
            let parent = try await fixture.engine.order(
                "001",
                where: { $0.status == .failed && $0.redrives == 1 }
            )
            #expect(parent.children.map(\.text) == ["Child:001.1", "Child:001.2"])
        }
    }

    /// A client, or an order of the same number in another workflow, may have the plain number.
    @Test func `is its parent's alone, whatever number others have taken`() async throws {
        let fixture = try await NestingFixture(Self.parent(".sync:2"), child: Self.child)
        try await fixture.run {
            _ = try await fixture.engine.intake.submit(
                Array(#"{"orderId":"001.1","customerEmail":"a@example.com","n":1}"#.utf8),
                for: "Child"
            )
            let parent = try await fixture.submit("001", until: [.succeeded])
            #expect(parent.children.count == 1)
            #expect(parent.children.first?.text.hasPrefix("Child:001.1.") == true)
        }
    }

    @Test func `is of a workflow that there is`() async throws {
        let text = Self.parent("").replacing("Machine:Child", with: "Machine:Other")
        let fixture = try await NestingFixture(text, child: Self.child)
        try await fixture.run {
            let parent = try await fixture.submit("001", until: [.failed])
            #expect(parent.error == "StepFunctions.StateMachineDoesNotExistException")
        }
    }

    @Test(arguments: [
        ("001", 7, "001.7"),
        (
            String(repeating: "x", count: 80), 7,
            String(repeating: "x", count: 63) + ".07ea1a496602a2ff"
        ),
    ])
    func `has a number that is made of its parent's`(
        parent: String,
        task: Int,
        number: String
    ) throws {
        let made = OrderNumber.child(
            of: try #require(OrderID(parent)),
            task: task,
            .openSSL
        )
        #expect(made?.text.utf8.count ?? 0 <= OrderNumber.maximumLength)
        #expect(made?.text == number)
    }
}

/// What starts orders, once there is an engine that it can start them on.
private final class Starter: Integration {
    let children = Mutex<ChildOrders?>(nil)

    func perform(_ call: TaskCall) async -> TaskOutcome {
        guard let children = children.withLock({ $0 }) else { return .abandoned(reason: "?") }
        return await StartExecutionTask(children).perform(call)
    }
}

/// An engine with two workflows.
struct NestingFixture {
    let engine: EngineFixture
    let keeper: ChildKeeper

    init(_ parent: String, child: String, backlog: Int = 1_000) async throws {
        let text = Array(child.utf8)
        let other = Workflow(
            id: child,
            name: "Child",
            definition: text,
            machine: try StateMachine(parsing: text)
        )
        let starter = Starter()
        engine = try await EngineFixture(
            parent,
            others: [other],
            function: ScriptedFunction { call, _ in await starter.perform(call) }
        )
        starter.children.withLock { [engine] in
            $0 = ChildOrders(
                store: engine.store,
                clock: engine.clock,
                workflows: engine.workflows,
                configuration: EngineConfiguration(digests: .openSSL),
                wake: engine.dispatcher.wake,
                tasks: engine.dispatcher.tasks,
                gate: IntakeGate(),
                backlog: backlog
            )
        }
        keeper = ChildKeeper(
            store: engine.store,
            control: engine.control,
            clock: engine.clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    func run(_ body: () async throws -> Void) async throws { try await engine.run(body) }

    func submit(_ number: String, until statuses: Set<OrderStatus>) async throws -> Order {
        _ = try await engine.intake.submit(`The engine`.order(number))
        return try await engine.order(number, is: statuses)
    }
}
