import Foundation
import JSON
import TestClosing
import Testing

@testable import orderd

struct `The list of queues` {
    @Test(arguments: [
        ("https://sqs.eu-central-1.amazonaws.com/123456789012/orders", ["orders"]),
        (
            " https://q.test/1/a ; http://127.0.0.1:5000/1/b.fifo rejects=delete workflow=R;",
            ["a", "b.fifo"]
        ),
        ("orders", nil), ("https://sqs.test", nil), ("https://sqs.test/1/a x=y", nil),
        ("https://sqs.test/1/a rejects=drop", nil), ("ftp://sqs.test/1/a", nil),
        ("https://sqs.test/1/a; https://sqs.test/1/a", nil),
        ("https://sqs.test/1/a workflow=A workflow=B", nil),
    ])
    func `is read whole, or not at all`(text: String, names: [String]?) {
        #expect(QueueSetting.list(text)?.map(\.name) == names)
    }

    @Test(arguments: [
        ("https://q.test/1/a; orders ;https://q.test/1/b", #"has the entry "orders""#),
        (
            "https://q.test/1/a;https://q.test/1/b rejects=drop",
            #"has the entry "https://q.test/1/b rejects=drop""#
        ),
        ("https://q.test/1/a;https://q.test/2/a", "has two queues called a"),
        ("https://q.test/1/a", nil),
    ])
    func `says which entry is wrong`(text: String, fault: String?) {
        #expect(QueueSetting.fault(in: text) == fault)
    }

    @Test(arguments: [
        ("https://sqs.eu-central-1.amazonaws.com/1/a", "eu-central-1"),
        ("https://sqs.cn-north-1.amazonaws.com.cn/1/a", "cn-north-1"),
        ("http://127.0.0.1:5000/1/a", nil), ("https://sqs.test/1/a", nil),
    ])
    func `tells the region of AWS's own`(url: String, region: String?) {
        #expect(QueueSetting.list(url)?.first?.region == region)
    }
}

/// Orders that come out of a queue that we did not write.
///
/// `ORDERD_KILLS=50 swift test --filter QueueSourceTests` kills more often.
@Suite(
    .enabled(
        if: MotoServer.isInstalled || ProcessInfo.processInfo.environment["CI"] == "true",
        "moto is not installed: python3 -m venv .build/moto && .build/moto/bin/pip install -q 'moto[server]'"
    ),
    .closingPrograms(minutes: 60)
)
struct `A queue of SQS` {
    private static let kills =
        ProcessInfo.processInfo.environment["ORDERD_KILLS"].flatMap(Int.init) ?? 3

    @Test func `loses no order and doubles none when the process is killed`() async throws {
        let moto = try await MotoQueues()
        let data = try TestFolder.make()
        let count = 20 * Self.kills
        for kill in 0..<Self.kills {
            let service = try await moto.serve(data)
            for number in 20 * kill..<20 * (kill + 1) {
                // Every other order has no number of its own.
                let own = number.isMultiple(of: 2) ? #""orderId":"n-\#(number)","# : ""
                try await moto.send(#"{\#(own)"customerEmail":"a@example.com","n":\#(number)}"#)
            }
            while try await service.accepted == 0 { await Task.yield() }
            await service.kill()
        }
        let service = try await moto.serve(data)
        while try await moto.left > 0 { await Task.yield() }
        var numbers: [Int] = []
        for order in try await service.orders {
            let whole = try await service.curl("/orders/\(order)").json()
            if let number = whole["input"]?["n"]?.int { numbers.append(number) }
        }
        #expect(numbers.sorted() == Array(0..<count))
    }

    @Test func `has what is no order taken away by its redrive policy`() async throws {
        let moto = try await MotoQueues(receives: 1)
        let service = try await moto.serve(try TestFolder.make())
        try await moto.send("no order")
        while try await moto.count("orders-dead") == 0 {
            await Task.yield()
        }
        let health = try await service.curl("/health").json()["checks"]?["sources:orders"]?[0]
        #expect(health?["output"]?.string?.contains("it is not JSON") == true)
    }

    @Test func `without a redrive policy keeps the service from starting, unless that is meant`()
        async throws
    {
        let moto = try await MotoQueues()
        let arguments = [
            "serve", "--port", "0", "--data", try TestFolder.make().path, "--set",
            "sources.sqs=\(moto.url("bare"))",
        ]
        let (status, text) = try await Command.run(
            Repository.program.path,
            arguments,
            environment: moto.environment
        )
        #expect(status == 78)
        #expect(text.contains("has no redrive policy"), "\(text)")
        let (missing, why) = try await Command.run(
            Repository.program.path,
            arguments.dropLast() + ["sources.sqs=\(moto.url("nowhere"))"],
            environment: moto.environment
        )
        #expect(missing == 78)
        #expect(why.contains("does not exist"), "\(why)")
        let service = try await moto.serve(
            try TestFolder.make(),
            "\(moto.url("bare")) rejects=delete"
        )
        try await moto.send("no order", to: "bare")
        while try await service.rejected == 0 { await Task.yield() }
        let check = try await service.check("sources:bare", is: "warn")
        let output = check["output"]?.string ?? ""
        #expect(output.contains("it is deleted") && !output.contains("dead-letter"), "\(output)")
    }
}

// `orderd check` of queues.
extension `A queue of SQS` {
    @Test func `is asked by the check, which takes no message`() async throws {
        let moto = try await MotoQueues()
        try await moto.send("{}")
        let (status, text) = try await moto.check(["orders"])
        #expect(status == 0, "\(text)")
        #expect(text.contains("SQS: the queue orders is there, with a dead-letter queue"))
        #expect(try await moto.visible("orders") == 1)
        let (bad, why) = try await moto.check(["orders", "bare", "nowhere"])
        #expect(bad == 78)
        #expect(why.contains("/bare: the queue has no redrive policy"), "\(why)")
        #expect(why.contains("does not exist"), "\(why)")
    }
}

/// moto with a queue that has a dead-letter queue, and one that has none.
private struct MotoQueues {
    private let moto: MotoServer

    /// What is no order is taken away after so many receives.
    init(receives: Int = 100) async throws {
        moto = try await MotoServer(.plain)
        try await moto.verify("orders@example.com")
        try await moto.call("sns", ["Action": "CreateTopic", "Name": "notices"])
        try await moto.makeOrdersQueue(receives: receives)
        try await moto.call("sqs", ["Action": "CreateQueue", "QueueName": "bare"])
    }

    var environment: [String: String] {
        moto.environment.merging([
            "SENDER_EMAIL": "orders@example.com",
            "SNS_TOPIC_ARN": "arn:aws:sns:us-east-1:123456789012:notices",
        ]) { $1 }
    }

    func url(_ queue: String) -> String { moto.queueURL(queue) }

    func serve(_ data: URL, _ queues: String? = nil) async throws -> ServiceProcess {
        try await ServiceProcess(
            [
                "--set", "sources.sqs=\(queues ?? url("orders"))", "--set",
                "sources.visibility=10s",
            ],
            environment: environment,
            data: data
        )
    }

    /// What the check says of these queues.
    func check(_ queues: [String]) async throws -> (status: Int32, text: String) {
        let list = queues.map(url).joined(separator: ";")
        return try await Command.run(
            Repository.program.path,
            ["check", "--data", TestFolder.make().path, "--set", "sources.sqs=\(list)"],
            environment: environment
        )
    }

    func send(_ body: String, to queue: String = "orders") async throws {
        try await moto.send(body, to: queue)
    }

    func count(_ queue: String) async throws -> Int { try await moto.messages(in: queue) }

    func visible(_ queue: String) async throws -> Int {
        try await moto.messages(in: queue, onlyVisible: true)
    }

    /// Orders that are in the queue or in somebody's hand.
    var left: Int { get async throws { try await count("orders") } }
}

extension ServiceProcess {
    fileprivate var accepted: Int { get async throws { try await messages("accepted") } }
    fileprivate var rejected: Int { get async throws { try await messages("rejected") } }

    private func messages(_ outcome: String) async throws -> Int {
        let text = try await curl("/metrics").body
        let pattern = try Regex(
            #"orderd_source_messages_total\{[^}]*outcome="\#(outcome)"\} (\d+)"#
        )
        return text.firstMatch(of: pattern)?.output[1].substring.flatMap { Int($0) } ?? 0
    }

    /// The ids of all orders.
    fileprivate var orders: [String] {
        get async throws {
            var (ids, next): ([String], String?) = ([], "/orders?limit=100")
            while let path = next {
                let page = try await curl(path).json()
                ids += (page["orders"]?.array ?? []).compactMap { $0["orderId"]?.string }
                next = page["next"]?.string
            }
            return ids
        }
    }
}
