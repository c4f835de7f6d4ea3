import AWS
import FoundationEssentials
import HTTP
import HTTPTypes
import InMemoryLogging
import JSON
import Logging
import ServiceLifecycleTestKit
import StatesLanguage
import Synchronization
import TestClock
import TestClosing
import Testing

@testable import Integrations
@testable import Orders
@testable import Telemetry

/// The trace of an order whose spans are not recorded: what came goes on.
private func trace(_ state: String = "") throws -> (call: CallTrace, parent: String) {
    let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    let context = TraceContext(traceparent: parent, tracestate: state)
    let order = try #require(OrderID("001"))
    let trace = try #require(OrderTrace(of: order, createdAt: Date(), incoming: context, nil))
    return (CallTrace(trace, state: "S", task: 3), parent)
}

@Suite(.closing)
struct `A trace goes on` {
    private typealias Call = ServiceFixture.Call
    private static let xray =
        "Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=b7ad6b7169203331;Sampled=1"

    @Test func `to a Lambda function, in both forms`() async throws {
        let fixture = try await ServiceFixture.make()
        let (trace, parent) = try trace("rojo=1")
        let transport = AnsweringTransport([.answer(200, "1"), .answer(200, "1")])
        var call = Call("arn:aws:lambda:us-east-1:123456789012:function:charge")
        _ = try await fixture.perform(call, transport)
        #expect(transport.requests[0].fields[.traceParent] == nil)
        call.trace = trace
        _ = try await fixture.perform(call, transport)
        let fields = transport.requests[1].fields
        #expect(fields[.traceParent] == parent && fields[.traceState] == "rojo=1")
        #expect(fields[.xrayTraceID] == Self.xray)
        // A proxy may change them.
        #expect(fields[.authorization]?.contains("trace") == false)
    }

    @Test func `into a queue, though the ledger knows the message without`() async throws {
        let message: JSONValue = [
            "QueueUrl": "https://sqs.us-east-1.amazonaws.com/1/q", "MessageBody": "hello",
        ]
        var hashes: [String] = []
        for isTraced in [false, true] {
            let fixture = try await ServiceFixture.make()
            let answer =
                #"{"MessageId":"m-1","MD5OfMessageBody":"5d41402abc4b2a76b9719d911017c592"}"#
            let transport = AnsweringTransport([.answer(200, answer)])
            var call = Call("arn:aws:states:::sqs:sendMessage", message)
            if isTraced { call.trace = try trace().call }
            _ = try await fixture.perform(call, transport)
            let body = try JSONValue(parsing: transport.bodies[0])
            let system = body["MessageSystemAttributes"]?["AWSTraceHeader"]?["StringValue"]
            #expect(system == (isTraced ? .string(Self.xray) : nil))
            #expect((body["MessageAttributes"]?["traceparent"] != nil) == isTraced)
            hashes += try await fixture.ledger().map(\.contentHash)
        }
        #expect(hashes.count == 2 && hashes[0] == hashes[1])
    }

    @Test func `to an API, unless the definition says otherwise`() async throws {
        try await HTTPTaskFixture.run { fixture async throws in
            let (trace, parent) = try trace("rojo=1")
            let task = try fixture.task(try fixture.connections(HTTPTaskFixture.basic))
            let service = try await ServiceFixture.make()
            var visit = TaskCall.Visit(
                order: service.lease.id,
                state: "S",
                id: 1,
                deliveries: Deliveries(
                    writer: StepWriter(
                        store: service.store,
                        lease: service.lease,
                        clock: ManualClock()
                    ),
                    clock: ManualClock(),
                    policies: Deliveries.Policies()
                )
            )
            visit.trace = trace
            _ = await fixture.call(task, "/a", from: .order(visit))
            let own: JSONValue = ["traceparent": "mine"]
            _ = await fixture.call(task, "/b", ["Headers": own], from: .order(visit))
            let fields = fixture.api.fields
            #expect(fields.map { $0[.traceParent] } == [parent, "mine"])
            #expect(fields[0][.traceState] == "rojo=1")
        }
    }

    /// Arguments of an action that gets a context, and what stands there then.
    @Test(
        arguments: [
            (
                "sqs:sendMessage", #"{"MessageBody":"b"}"#,
                #"{"MessageBody":"b","MessageSystemAttributes":{"AWSTraceHeader":X},"MessageAttributes":{"traceparent":P}}"#
            ),
            (
                "sqs:sendMessage", #"{"MessageBody":"b","MessageAttributes":{"traceparent":1}}"#,
                #"{"MessageBody":"b","MessageAttributes":{"traceparent":1},"MessageSystemAttributes":{"AWSTraceHeader":X}}"#
            ),
            (
                "sqs:sendMessage", #"{"MessageSystemAttributes":{"AWSTraceHeader":2}}"#,
                #"{"MessageSystemAttributes":{"AWSTraceHeader":2},"MessageAttributes":{"traceparent":P}}"#
            ),
            (
                "sqs:sendMessage",
                #"{"MessageAttributes":{"0":0,"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"9":0}}"#,
                #"{"MessageAttributes":{"0":0,"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"9":0},"MessageSystemAttributes":{"AWSTraceHeader":X}}"#
            ),
            (
                "sqs:sendMessageBatch", #"{"Entries":[{"Id":"1"},3]}"#,
                #"{"Entries":[{"Id":"1","MessageSystemAttributes":{"AWSTraceHeader":X},"MessageAttributes":{"traceparent":P}},3]}"#
            ),
            ("sqs:sendMessageBatch", #"{"Entries":1}"#, #"{"Entries":1}"#),
            ("sns:publish", #"{"Message":"m"}"#, #"{"Message":"m"}"#),
            ("sqs:sendMessage", "[]", "[]"),
        ]
    )
    func `beside a message`(action: String, arguments: String, expected: String) throws {
        let (trace, parent) = try trace()
        let traced = TraceInjection.arguments(
            try JSONValue(parsing: arguments),
            of: action,
            trace.begin().context
        )
        let attribute = { (text: String) in #"{"DataType":"String","StringValue":"\#(text)"}"# }
        let whole = expected.replacing("X}", with: "\(attribute(Self.xray))}")
            .replacing("P}", with: "\(attribute(parent))}")
        #expect(traced.text == whole)
    }

    /// How much of SQS's size the bodies of a batch leave free, what an attribute of one takes, and whether the fields fit.
    @Test(arguments: [
        (2 * 72, 0, true), (2 * 72 - 1, 0, false), (2 * 72 + 10, 10, true),
        (2 * 72 + 9, 10, false),
    ])
    func `beside messages that leave it room`(free: Int, own: Int, fits: Bool) throws {
        let (trace, parent) = try trace()
        #expect("traceparent".count + "String".count + parent.count == 72)
        let body = String(repeating: "b", count: 1_000)
        let rest = String(repeating: "b", count: 1_048_576 - 1_000 - free)
        var message: JSONObject = ["MessageBody": .string(rest)]
        if own > 0 {
            let text = String(repeating: "v", count: own - "a".count - "String".count)
            let attribute: JSONValue = ["DataType": "String", "StringValue": .string(text)]
            message["MessageAttributes"] = ["a": attribute]
        }
        let entries: [JSONValue] = [["MessageBody": .string(body)], .object(message)]
        let traced = TraceInjection.arguments(
            ["Entries": .array(entries)],
            of: "sqs:sendMessageBatch",
            trace.begin().context
        )
        let messages = traced["Entries"]?.array ?? []
        #expect(messages.count == 2)
        for message in messages {
            #expect((message["MessageAttributes"]?["traceparent"] != nil) == fits)
            #expect(message["MessageSystemAttributes"]?["AWSTraceHeader"] != nil)
        }
    }
}

struct `The exporter of spans` {
    @Test func `sends a batch when it is whole, and the rest when its time has come`() async throws
    {
        let test = Exporting()
        try await test.run {
            test.record(3)
            // Time stands still: only that a batch is whole can make it go.
            while test.buffer.counts.exported < 2 { await Task.yield() }
            #expect(test.transport.requests.count == 1)
            await test.clock.pass { test.buffer.counts.exported == 3 }
        }
        #expect(test.transport.requests.map(\.target) == ["/v1/traces", "/v1/traces"])
        #expect(test.buffer.count == 0 && test.log.entries.isEmpty)
    }

    @Test(arguments: [
        [AnsweringTransport.Answer.answer(503)], [.answer(429, "", ["Retry-After": "3"])],
        [.unreachable, .lost, .answer(502)],
    ])
    func `tries again what is refused for a while, and tells it once`(
        answers: [AnsweringTransport.Answer]
    ) async throws {
        let test = Exporting(answers + Array(repeating: .answer(200), count: 9))
        try await test.run {
            test.record(1)
            await test.clock.pass { test.buffer.counts.exported == 1 }
        }
        #expect(test.transport.requests.count == answers.count + 1)
        #expect(Set(test.transport.bodies).count == 1)
        #expect(test.buffer.counts.allLost == 0)
        #expect(
            test.log.entries.map(\.message.description) == [
                "spans do not reach their receiver: they wait in memory, and what does not fit is dropped",
                "spans reach their receiver again",
            ]
        )
    }

    @Test func `drops what is refused for good`() async throws {
        let test = Exporting([.answer(400), .answer(200)])
        try await test.run {
            test.record(1)
            await test.clock.pass { test.buffer.counts.allLost == 1 }
            test.record(1)
            await test.clock.pass { test.buffer.counts.exported == 1 }
        }
        #expect(test.buffer.counts.lost == [.refused: 1])
    }

    @Test func `gives a batch up when its time is over, and loses what does not fit meanwhile`()
        async throws
    {
        let test = Exporting([])
        try await test.run {
            test.record(1)
            while test.transport.requests.isEmpty {
                test.clock.advance(by: 0.1)
                await Task.yield()
            }
            test.record(Exporting.queue + 3)
            await test.clock.pass { test.buffer.counts.lost[.unreachable, default: 0] >= 1 }
        }
        #expect(test.buffer.counts.lost[.full] == 4)
        #expect(test.buffer.count == 0, "what waited was lost at the end")
    }

    @Test func `sends what waits at the end, and no longer than its patience`() async throws {
        let test = Exporting()
        try await test.run { test.record(1) }
        #expect(test.buffer.counts.exported == 1)
        let lost = Exporting([])
        try await lost.run { lost.record(1) }
        #expect(lost.buffer.counts.lost == [.ended: 1])
        #expect(lost.log.entries.last?.message == "the last spans did not reach their receiver")
    }
}

/// An exporter whose receiver answers from a list, by a clock of its own.
private struct Exporting {
    static let queue = 4
    let transport: AnsweringTransport
    let clock = ManualClock()
    let buffer: SpanBuffer
    let exporter: SpanExporter
    let log = InMemoryLogHandler()

    init(_ answers: [AnsweringTransport.Answer] = Array(repeating: .answer(200), count: 99)) {
        transport = AnsweringTransport(answers)
        let wake = WakeSignal()
        var limits = SpanBuffer.Limits()
        (limits.queue, limits.batch) = (Self.queue, 2)
        buffer = SpanBuffer(limits) { wake.raise() }
        let request = ClientRequest(
            method: .post,
            scheme: .http,
            host: "collector",
            target: "/v1/traces"
        )
        exporter = SpanExporter(
            SpanExporter.Configuration(request),
            SpanSource([], scope: "orderd", version: "1"),
            buffer: buffer,
            wake: wake,
            over: transport,
            clock: clock,
            logger: Logger(label: "test") { [log] _ in log },
            random: { 1 }
        )
    }

    func record(_ count: Int) {
        for number in 0..<count {
            let id = SpanID(derivedFrom: 7, UInt64(number))
            let span = Span(
                "s",
                .internal,
                TraceID(of: "t", at: 1),
                id,
                parent: nil,
                from: 1,
                to: 2
            )
            buffer.record(span, SpanAttributes())
        }
    }

    /// Runs it while the body runs, then ends it in order.
    func run(_ body: @escaping @Sendable () async throws -> Void) async throws {
        try await testGracefulShutdown { trigger in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await exporter.run() }
                try await body()
                trigger.triggerGracefulShutdown()
                // Patience and pauses are this clock's.
                let isOver = Mutex(false)
                async let passing: Void = clock.pass { isOver.withLock(\.self) }
                try await group.waitForAll()
                isOver.withLock { $0 = true }
                await passing
            }
        }
    }
}
