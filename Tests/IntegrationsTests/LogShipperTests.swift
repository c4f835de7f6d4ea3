import AWS
import FoundationEssentials
import HTTP
import InMemoryLogging
import Logging
import Orders
import ServiceLifecycleTestKit
import Synchronization
import TestClock
import Testing

@testable import Integrations

struct `The shipper of log lines` {
    @Test func `makes what is missing and ships every line once, in order`() async throws {
        let test = Shipping()
        test.stub.lose(group: true)
        let lines = (1...25_000).map { "line \($0)" }
        for line in lines { test.append(line) }
        try await test.run { await test.shipped(lines.count) }
        #expect(test.stub.messages == lines)
        #expect(
            test.stub.calls == [
                "PutLogEvents", "CreateLogStream", "CreateLogGroup", "CreateLogStream",
                "PutLogEvents", "PutLogEvents", "PutLogEvents",
            ]
        )
        #expect(test.buffer.bytes == 0 && test.buffer.counts.allLost == 0)
        #expect(test.log.entries.isEmpty)
    }

    @Test func `makes the stream again when it is deleted meanwhile`() async throws {
        let test = Shipping()
        try await test.run {
            test.append("a")
            await test.shipped(1)
            test.stub.lose(group: false)
            test.append("b")
            await test.shipped(2)
        }
        #expect(test.stub.messages == ["a", "b"])
        #expect(
            test.stub.calls == [
                "PutLogEvents", "PutLogEvents", "CreateLogStream", "PutLogEvents",
            ]
        )
    }

    @Test func `makes no group unless it may, and says so`() async throws {
        let test = Shipping(makesGroup: false)
        test.stub.lose(group: true)
        test.append("a")
        try await test.run {
            await test.clock.pass { test.shipper.status.trouble != nil }
            #expect(
                test.shipper.status.trouble
                    == "there is no log group /shop: make it, or set cloudwatch.createGroup: true"
            )
            #expect(!test.stub.calls.contains("CreateLogGroup"))
            test.stub.expect([], then: .body("{}"))
            await test.shipped(1)
        }
    }

    @Test func `waits for others before it ships, but not for a whole batch`() async throws {
        let test = Shipping()
        try await test.run {
            test.append("a")
            // Time stands still: only that a batch is whole can make it ship.
            for number in 1...10_000 { test.append("\(number)") }
            while test.stub.messages.count < 10_000 { await Task.yield() }
            #expect(test.stub.messages.count == 10_000 && test.stub.calls.count == 1)
            await test.shipped(10_001)
        }
        #expect(test.stub.calls.count == 2)
    }

    @Test(arguments: [
        LogsStub.Weather.fault(400, "ThrottlingException", "Rate exceeded"),
        .fault(503, "ServiceUnavailableException"), .fault(500, "HTTP"), .unreachable,
    ])
    func `tries again until the weather is better, and tells it once`(
        weather: LogsStub.Weather
    ) async throws {
        let test = Shipping()
        test.append("a")
        test.stub.expect(Array(repeating: weather, count: 5))
        try await test.run { await test.shipped(1) }
        #expect(test.stub.messages == ["a"] && test.stub.calls.count == 6)
        #expect(
            test.messages == [
                "CloudWatch takes no log lines: they wait in memory, and what does not fit is lost there",
                "CloudWatch takes log lines again",
            ]
        )
    }

    @Test func `says nothing of two faults in a row`() async throws {
        let test = Shipping()
        test.append("a")
        test.stub.expect([.unreachable, .fault(429, "ThrottlingException")])
        try await test.run { await test.shipped(1) }
        #expect(test.stub.messages == ["a"] && test.log.entries.isEmpty)
    }

    @Test(arguments: [
        (
            "User: arn:aws:sts::1:assumed-role/x is not authorized to perform: logs:PutLogEvents on resource: y",
            "logs:PutLogEvents"
        ),
        ("no", "logs:PutLogEvents"),
        ("not authorized to perform: logs:CreateLogStream on", "logs:CreateLogStream"),
    ])
    func `names the action that it may not do`(message: String, action: String) async throws {
        let test = Shipping()
        test.append("a")
        test.stub.expect([.fault(400, "AccessDeniedException", message)])
        try await test.run {
            await test.clock.pass { test.shipper.status.trouble != nil }
            let trouble = test.shipper.status.trouble ?? ""
            #expect(
                trouble
                    == "the credentials may not do \(action) on the log group /shop: allow it, or unset cloudwatch.logGroup"
            )
            await test.shipped(1)
            #expect(test.shipper.status.trouble == nil)
        }
        #expect(test.stub.messages == ["a"])
    }

    @Test func `counts what CloudWatch passes over and what it refuses`() async throws {
        let test = Shipping()
        test.stub.expect([
            .body(
                #"{"rejectedLogEventsInfo":{"tooOldLogEventEndIndex":1,"tooNewLogEventStartIndex":3}}"#
            ),
            .fault(400, "InvalidParameterException", "The batch is bad."),
        ])
        try await test.run {
            for line in ["a", "b", "c", "d", "e"] { test.append(line) }
            await test.shipped(2)
            test.append("x")
            await test.clock.pass { test.buffer.counts.lost[.refused] != nil }
            test.append("y")
            await test.shipped(3)
        }
        #expect(test.buffer.counts.lost == [.tooOld: 1, .tooNew: 2, .refused: 1])
        #expect(test.stub.messages.last == "y")
    }

    @Test func `leaves out what has become too old while it waited`() async throws {
        let test = Shipping()
        test.append("old")
        test.clock.advance(by: 14 * 86_400 + 1)
        try await test.run {
            test.append("new")
            await test.shipped(1)
        }
        #expect(test.stub.messages == ["new"])
        #expect(test.buffer.counts.lost == [.tooOld: 1])
    }

    @Test func `keeps within its memory while nobody answers, and tells the loss once`()
        async throws
    {
        let test = Shipping(limit: 2_000)
        test.stub.expect([], then: .unreachable)
        try await test.run {
            var kept = 0
            for number in 100..<1_000 where test.append("line \(number)") { kept += 1 }
            // A line and its overhead are 34 bytes.
            #expect(kept == 2_000 / 34)
            #expect(test.buffer.bytes <= 2_000)
            await test.clock.pass { test.shipper.status.isLosing }
            #expect(test.buffer.counts.lost == [.full: 900 - kept])
            test.stub.expect([])
            await test.shipped(kept)
            #expect(test.stub.messages == (100..<100 + kept).map { "line \($0)" })
            await test.clock.pass { !test.shipper.status.isLosing }
        }
        let losses = test.log.entries.filter { $0.message.description.contains("log lines") }
            .filter { $0.metadata["cloudwatch.lost.full"] != nil }
        #expect(
            losses.map(\.message.description) == [
                "log lines do not reach CloudWatch",
                "no more log lines are lost on their way to CloudWatch",
            ]
        )
        #expect(losses.last?.metadata["cloudwatch.lost.full"]?.description == "842")
    }

    @Test func `ships what waits at the end`() async throws {
        let test = Shipping()
        try await test.run {
            for line in ["a", "b"] { test.append(line) }
        }
        #expect(test.stub.messages == ["a", "b"] && test.buffer.counts.allLost == 0)
    }

    @Test func `does not wait at the end for somebody who never answers`() async throws {
        let test = Shipping()
        test.stub.expect([], then: .silence)
        test.append("a")
        let start = test.clock.now
        let isOver = Mutex(false)
        async let passing: Void = test.clock.pass { isOver.withLock { $0 } }
        try await test.run {
            while test.stub.calls.isEmpty { await Task.yield() }
            test.append("b")
        }
        isOver.withLock { $0 = true }
        await passing
        #expect(test.buffer.counts.lost == [.ended: 2])
        #expect(test.clock.now.timeIntervalSince(start) >= 3)
        #expect(test.messages == ["the last log lines did not reach CloudWatch"])
    }

    @Test func `needs the rights that it names`() {
        let destination = LogDestination(group: "/shop", stream: "s")
        func statements(_ makesGroup: Bool) -> [PolicyStatement] {
            LogShippingPermissions.statements(
                LogShipper.Configuration(destination, makesGroup: makesGroup),
                partition: "aws",
                region: "us-east-1",
                account: "123456789012"
            )
        }
        let group = "arn:aws:logs:us-east-1:123456789012:log-group:/shop"
        let shipping = PolicyStatement(
            "ShipLogs",
            ["logs:CreateLogStream", "logs:PutLogEvents"],
            on: [group, "\(group):*"]
        )
        #expect(statements(false) == [shipping])
        #expect(
            statements(true) == [
                shipping,
                PolicyStatement(
                    "MakeTheLogGroup",
                    ["logs:CreateLogGroup"],
                    on: [group, "\(group):*"]
                ),
            ]
        )
    }
}

/// A shipper with CloudWatch, clock and log of a test.
private struct Shipping {
    let stub = LogsStub()
    let clock = ManualClock()
    let log = InMemoryLogHandler()
    let buffer: LogBuffer
    let shipper: LogShipper

    init(limit: Int = LogBuffer.limit, makesGroup: Bool = true) {
        let client = AWSClient(
            .cloudWatchLogs,
            at: Endpoint(scheme: .https, host: "logs.test"),
            region: "eu-west-1",
            credentials: StaticCredentials(
                Credentials(accessKeyID: "AKID", secretAccessKey: "secret")
            ),
            transport: stub
        )
        buffer = LogBuffer(limit: limit) { [clock] in clock.now }
        shipper = LogShipper(
            CloudWatchLogsClient(client),
            LogShipper.Configuration(
                LogDestination(group: "/shop", stream: "s"),
                makesGroup: makesGroup
            ),
            buffer: buffer,
            clock: clock,
            logger: Logger(label: "test") { [log] _ in log }
        )
    }

    @discardableResult
    func append(_ line: String) -> Bool { buffer.append(Array(line.utf8)[...]) }

    /// Lets time pass until so many lines are shipped.
    func shipped(_ count: Int) async {
        await clock.pass { buffer.counts.shipped >= count && buffer.bytes == 0 }
    }

    var messages: [String] { log.entries.map(\.message.description) }

    /// Runs the shipper until the body has ended, and then to its own end.
    func run(_ body: @escaping @Sendable () async -> Void) async throws {
        try await testGracefulShutdown { trigger in
            try await withThrowingTaskGroup { group in
                group.addTask { try await shipper.run() }
                await body()
                trigger.triggerGracefulShutdown()
                try await group.waitForAll()
            }
        }
    }
}
