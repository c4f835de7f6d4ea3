import Foundation
import JSON
import TestClosing
import Testing

/// Kill -9 while orders come out of a queue and wait for others: for a token, for a worker, for an order of their own.
///
/// `ORDERD_KILLS=50 swift test --filter OpenTaskTortureTests` kills more often.
@Suite(
    .enabled(
        if: MotoServer.isInstalled || ProcessInfo.processInfo.environment["CI"] == "true",
        "moto is not installed: python3 -m venv .build/moto && .build/moto/bin/pip install -q 'moto[server]'"
    ),
    .closingPrograms(minutes: 60)
)
struct `With tasks open under kill -9` {
    private static let kills =
        ProcessInfo.processInfo.environment["ORDERD_KILLS"].flatMap(Int.init) ?? 3
    /// Orders that come out of the queue for each kill.
    private static let fromQueue = 5

    @Test func `every accepted order ends once, with the answers that were acknowledged`()
        async throws
    {
        let bench = try await Bench()
        let world = try OutsideWorld(moto: bench.host)
        try await withThrowingTaskGroup { group in
            group.addTask { try await world.giveOrders(upTo: 30) }
            for _ in 1...2 {
                group.addTask { try await world.answerMessages(of: bench.url("callbacks")) }
                for activity in ["pack", "bill"] {
                    group.addTask { try await world.work(on: activity) }
                }
            }
            for kill in 0..<Self.kills {
                let service = try await bench.serve()
                for number in 0..<Self.fromQueue {
                    try await bench.order(Self.fromQueue * kill + number)
                }
                world.serve(at: service.address)
                try await world.happens(.random(in: 1...120))
                service.program.send(SIGKILL)
                world.serve(at: nil)
                await service.kill()
            }
            let service = try await bench.serve()
            world.serve(at: service.address)
            world.stopGivingOrders()
            try await settle(service, bench)
            group.cancelAll()
            while let result = await group.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
            try await judge(service, world.notes)
            await service.kill()
        }
        let verify = ["store", "verify", "--data", bench.data.path]
        let (status, text) = try await Command.run(Repository.program.path, verify)
        #expect(status == 0, "\(text)")
    }

    /// Waits until nothing is left, in the queue or here.
    private func settle(_ service: ServiceProcess, _ bench: Bench) async throws {
        while true {
            try Task.checkCancellation()
            // The source is asked first: what has left it is here.
            let left = try await bench.left
            let queue = try await service.curl("/queue").json()
            if queue["quarantined"] != 0 { try await release(service) }
            if left == 0, queue["backlog"] == 0 { return }
        }
    }

    /// Lets those go on that were found running at three ends of the process in a row, which may be chance.
    private func release(_ service: ServiceProcess) async throws {
        let held = try await service.curl("/orders?status=HELD&limit=200").json()["orders"]
        for id in (held?.array ?? []).compactMap({ $0["orderId"]?.string }) {
            let order = try await service.curl("/orders/\(id)").json()
            guard order["error"] == "Quarantined" else { continue }
            #expect(order["crashes"]?.array?.count ?? 0 >= 3, "\(id) is no suspect")
            _ = try await service.curl("/orders/\(id)/redrive", ["-X", "POST"])
        }
    }

    private func judge(_ service: ServiceProcess, _ notes: OutsideWorld.Notes) async throws {
        #expect(notes.surprises == [])
        let orders = try await service.wholeOrders()
        let children = orders.filter { $0["parent"] != nil }
        let parents = orders.filter { $0["parent"] == nil }
        let numbers = parents.compactMap { $0["input"]?["n"]?.int }
        #expect(Set(numbers).count == parents.count, "an order is there twice")
        let queued = Set((0..<Self.kills * Self.fromQueue).map { 2 * $0 + 1 })
        let accepted = notes.acknowledged.union(queued)
        #expect(!notes.acknowledged.isEmpty)
        #expect(accepted.isSubset(of: numbers), "\(accepted.subtracting(numbers)) are lost")
        for order in orders {
            #expect(order["status"] == "SUCCEEDED", "\(order["orderId"] ?? .null)")
        }

        let tasks = Dictionary(grouping: notes.assignments.values) { "\($0.kind) \($0.order)" }
        for order in parents {
            guard let n = order["input"]?["n"]?.int else { continue }
            let expected = ["callback", "pack", "bill"].map { kind -> JSONValue in
                let counted = (tasks["\(kind) \(n)"] ?? []).filter { $0.isCounted && !$0.fails }
                #expect(counted.count == 1, "\(kind) of \(n): \(tasks["\(kind) \(n)"] ?? [])")
                return ["answer": .number(counted.first?.output ?? 0)]
            }
            #expect(order["output"] == .array(expected), "\(n)")
            #expect(order["children"]?.array?.count == 1, "\(n)")
            let audit = order["audit"]?.array ?? []
            let failed = (tasks["callback \(n)"] ?? []).count(where: \.fails)
            let resent = audit.filter { $0["detail"]?.string?.hasPrefix("resend: message") == true }
            #expect(
                (1 + failed...1 + failed + resent.count).contains(notes.messages[n]?.count ?? 0),
                "\(n): \(notes.messages[n]?.count ?? 0) messages, \(failed) failed, \(resent.count) resent"
            )
        }
        #expect(children.count == parents.count)
        #expect(notes.repeated.allSatisfy { $0.hasPrefix("callback") }, "given to two workers")
        for task in notes.assignments.values {
            #expect(task.answers.last != 404, "\(task) was not known")
            // Only a task whose time was over, since its answer did not come through, is given out anew.
            #expect(task.kind != "callback" || task.isCounted, "\(task)")
        }
        report(notes, parents.count)
    }

    private func report(_ notes: OutsideWorld.Notes, _ orders: Int) {
        let answers = Dictionary(notes.assignments.values.flatMap(\.answers).map { ($0, 1) }) {
            $0 + $1
        }
        print(
            "\(Self.kills) kills, \(orders) orders, \(notes.acknowledged.count) acknowledged over HTTP, "
                + "\(notes.messages.values.reduce(0) { $0 + $1.count }) messages, \(notes.repeated.count) tokens twice, "
                + "\(notes.assignments.count) tokens, \(notes.assignments.values.count(where: \.fails)) failed, answers \(answers)"
        )
    }
}

/// moto with a queue of orders and one for messages with tokens, and two workflows.
private struct Bench {
    private let moto: MotoServer
    private let folder: URL
    let data: URL

    init() async throws {
        moto = try await MotoServer(.plain)
        folder = try TestFolder.make()
        data = folder.appending(path: "data")
        try await moto.makeOrdersQueue(receives: 1000)
        try await moto.call("sqs", ["Action": "CreateQueue", "QueueName": "callbacks"])
        let others = folder.appending(path: "workflows")
        try FileManager.default.createDirectory(at: others, withIntermediateDirectories: true)
        try Data(workflow.utf8).write(to: folder.appending(path: "workflow.asl.json"))
        try Data(bill.utf8).write(to: others.appending(path: "Bill.asl.json"))
    }

    var host: String { String(moto.url.dropFirst("http://".count)) }

    func url(_ queue: String) -> String { moto.queueURL(queue) }

    func serve() async throws -> ServiceProcess {
        let settings = [
            "sources.sqs=\(url("orders"))", "sources.visibility=10s", "message.policy=resend",
            "workflow.requireEmail=false",
            "workflow.file=\(folder.appending(path: "workflow.asl.json").path)",
            "workflow.directory=\(folder.appending(path: "workflows").path)",
        ]
        let own = [
            "SENDER_EMAIL": "orders@example.com",
            "SNS_TOPIC_ARN": "arn:aws:sns:us-east-1:123456789012:notices",
        ]
        return try await ServiceProcess(
            settings.flatMap { ["--set", $0] },
            environment: moto.environment.merging(own) { $1 },
            data: data
        )
    }

    /// Puts an order into the queue; every other one has no number of its own.
    func order(_ number: Int) async throws {
        let own = number.isMultiple(of: 2) ? #""orderId":"q-\#(number)","# : ""
        let body = "{\(own)\"n\":\(2 * number + 1)}"
        try await moto.send(body, to: "orders")
    }

    /// Orders that are in the queue or in somebody's hand.
    var left: Int { get async throws { try await moto.messages(in: "orders") } }

    private var workflow: String {
        """
        {"StartAt": "All", "States": {"All": {"Type": "Parallel", "End": true, "Branches": [
          {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "Retry": [{"ErrorEquals": ["Again"], "IntervalSeconds": 1, "BackoffRate": 1, "MaxAttempts": 99}],
            "Parameters": {"QueueUrl": "\(url("callbacks"))",
                           "MessageBody": {"token.$": "$$.Task.Token", "n.$": "$.n"}}}}},
          {"StartAt": "Pack", "States": {"Pack": \(Self.activity("pack"))}},
          {"StartAt": "Bill", "States": {"Bill": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:::states:startExecution.sync:2", "OutputPath": "$.Output",
            "Parameters": {"StateMachineArn": "arn:aws:states:eu-central-1:123456789012:stateMachine:Bill",
                           "Input": {"n.$": "$.n"}}}}}]}}}
        """
    }

    private var bill: String {
        #"{"StartAt": "Write", "States": {"Write": \#(Self.activity("bill"))}}"#
    }

    /// A task whose worker may never hear of it: what hands it out may be killed before the answer has left.
    private static func activity(_ name: String) -> String {
        """
        {"Type": "Task", "Resource": "arn:aws:states:eu-central-1:123456789012:activity:\(name)", "End": true,
         "HeartbeatSeconds": 5, "Retry": [{"ErrorEquals": ["States.HeartbeatTimeout", "States.Timeout"],
                                           "IntervalSeconds": 1, "BackoffRate": 1, "MaxAttempts": 99}]}
        """
    }
}

extension ServiceProcess {
    /// All orders, each as it is shown in full.
    fileprivate func wholeOrders() async throws -> [JSONValue] {
        var (orders, next): ([JSONValue], String?) = ([], "/orders?limit=200")
        while let path = next {
            let page = try await curl(path).json()
            for id in (page["orders"]?.array ?? []).compactMap({ $0["orderId"]?.string }) {
                orders.append(try await curl("/orders/\(id)").json())
            }
            next = page["next"]?.string
        }
        return orders
    }
}
