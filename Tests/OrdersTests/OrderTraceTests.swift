import Foundation
import JSON
import StatesLanguage
import TestDigests
import Testing

@testable import Orders
@testable import Telemetry

private let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
private let xray = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1"

/// A tracer that keeps what it is given, at a time that does not pass.
private func makeTracer(_ sampler: Sampler = Sampler()) -> Tracer {
    Tracer(sampler, into: SpanBuffer(), seed: 1, clock: { 1_800_000_000_000_000_000 })
}

struct `What came with an order` {
    /// Origins, and the trace that they tell of.
    @Test(
        arguments: [
            (#"{"source":"http","traceparent":"\#(parent)","tracestate":"a=1"}"#, parent, "a=1"),
            (
                #"{"source":"http","traceHeader":"\#(xray)"}"#,
                "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01", ""
            ),
            (
                #"{"source":"sqs","attributes":{"traceparent":{"DataType":"String","StringValue":"\#(parent)"},"tracestate":{"StringValue":"b=2"}},"traceHeader":"\#(xray)"}"#,
                parent, "b=2"
            ),
            (
                #"{"source":"sqs","attributes":{"traceparent":{"StringValue":"none"}},"traceHeader":"\#(xray)"}"#,
                "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01", ""
            ),
            (#"{"source":"sqs","messageId":"1"}"#, nil, nil), ("[]", nil, nil), ("", nil, nil),
        ] as [(String, String?, String?)]
    )
    func `tells its trace`(origin: String, traceparent: String?, state: String?) {
        let found = TraceOrigin(Array(origin.utf8))
        #expect(found?.context.traceparent == traceparent)
        #expect(found?.context.state == state)
    }

    @Test(arguments: [(parent, "a=1"), (parent, "")])
    func `is written as it is read`(text: String, state: String) throws {
        let context = try #require(TraceContext(traceparent: text, tracestate: state))
        for source in [TraceOrigin.Source.http, .task] {
            let found = try #require(TraceOrigin(TraceOrigin.text(source, context)))
            #expect(found.context == context && found.isStarted == (source == .task))
        }
    }

    @Test func `of a load balancer is written as it is read`() throws {
        let context = try #require(TraceContext(xray: "Root=1-67891233-abcdef012345678912345678"))
        #expect(TraceOrigin(TraceOrigin.text(.http, context))?.context == context)
    }
}

struct `The trace of an order` {
    private let date = Date(timeIntervalSince1970: 1_800_000_000.123)

    @Test func `of a schedule's run begins with the order`() throws {
        let schedule = Schedule(
            try #require(ScheduleName("s")),
            Schedule.Timing(try ScheduleExpression("rate(1 day)")),
            .workflow("W")
        )
        let run = ScheduledOrder(schedule, at: date)
        let trace = try #require(
            OrderTrace(of: try id("s.1"), createdAt: date, origin: run.origin, makeTracer())
        )
        #expect(trace.parent == nil && !trace.hasRemoteParent)
    }

    private func id(_ text: String) throws -> OrderID { try #require(OrderID(text)) }

    @Test func `is none when nothing came and nothing is recorded`() throws {
        #expect(OrderTrace(of: try id("1"), createdAt: date, origin: nil, nil) == nil)
        let other = Array(#"{"source":"sqs"}"#.utf8)
        #expect(OrderTrace(of: try id("1"), createdAt: date, origin: other, nil) == nil)
    }

    @Test func `goes on as it came where nothing is recorded`() throws {
        let context = try #require(TraceContext(traceparent: parent, tracestate: "a=1"))
        let trace = try #require(
            OrderTrace(of: try id("1"), createdAt: date, incoming: context, nil)
        )
        #expect(trace.context(of: trace.acceptance) == context)
        #expect(trace.exemplar == nil)
    }

    @Test func `begins with the order, and is the same after a restart`() throws {
        let traces = try (0..<2).map { _ in
            try #require(OrderTrace(of: id("1"), createdAt: date, origin: nil, makeTracer()))
        }
        #expect(traces[0].traceID == traces[1].traceID)
        #expect(traces[0].whole(redrives: 0) == traces[1].whole(redrives: 0))
        let other = try #require(
            OrderTrace(of: id("2"), createdAt: date, origin: nil, makeTracer())
        )
        #expect(other.traceID != traces[0].traceID)
        #expect(traces[0].exemplar == traces[0].traceID)
    }

    @Test func `has numbers of its own in a trace that others share`() throws {
        let context = try #require(TraceContext(traceparent: parent))
        let tracer = makeTracer()
        var ids: [SpanID] = []
        for number in ["1", "2"] {
            let trace = try #require(
                OrderTrace(of: id(number), createdAt: date, incoming: context, tracer)
            )
            #expect(trace.traceID == context.traceID)
            ids += [trace.acceptance, trace.queueWait]
            for redrives in 0...1 {
                ids.append(trace.whole(redrives: redrives))
                ids += (1...300).map { trace.state($0, redrives: redrives) }
            }
        }
        #expect(Set(ids).count == ids.count)
    }

    @Test func `that is not sampled is given out as that, and recorded nowhere`() throws {
        let tracer = makeTracer(Sampler(.never))
        let trace = try #require(OrderTrace(of: id("1"), createdAt: date, origin: nil, tracer))
        let context = trace.context(of: trace.acceptance)
        #expect(context.traceparent?.hasSuffix("-00") == true)
        #expect(trace.tracer == nil && trace.exemplar == nil)
        // Whoever called us has decided.
        let sampled = try #require(TraceContext(traceparent: parent))
        let other = try #require(
            OrderTrace(of: id("1"), createdAt: date, incoming: sampled, tracer)
        )
        #expect(other.tracer != nil)
    }
}

struct `The spans of an order` {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)
    private let tracer = makeTracer()

    private static let definition = """
        {"StartAt": "Both", "States": {
          "Both": {"Type": "Parallel", "Next": "Last", "Branches": [
            {"StartAt": "One", "States": {"One": {"Type": "Task", "End": true, "Resource": "arn:aws:lambda:::function:F"}}},
            {"StartAt": "Two", "States": {"Two": {"Type": "Pass", "End": true}}}]},
          "Last": {"Type": "Fail", "Error": "Sold Out"}}}
        """

    private func workflow() throws -> Workflow {
        let text = Array(Self.definition.utf8)
        return Workflow(
            id: "w",
            name: "Shop",
            definition: text,
            machine: try StateMachine(parsing: text)
        )
    }

    @Test func `belong together though the process ended between them`() throws {
        let workflow = try workflow()
        let configuration = EngineConfiguration(digests: .openSSL)
        let interpreter = configuration.interpreter(of: workflow.machine)
        var random = SystemRandomNumberGenerator()
        let order = try #require(OrderID("001"))
        let trace = try #require(OrderTrace(of: order, createdAt: now, origin: nil, tracer))
        let (begun, transition) = interpreter.start(
            input: [:],
            context: configuration.context(for: order, at: now),
            now: now,
            random: &random
        )
        var first = try #require(OrderSpans(trace, begun, createdAt: now, of: workflow))
        first.noteTakenUp(due: now, at: now.addingTimeInterval(1))
        first.note(transition.history)
        // Another process takes it up where it was recorded.
        var execution = try Execution(snapshot: begun.snapshot)
        var second = try #require(OrderSpans(trace, execution, createdAt: now, of: workflow))
        second.resume(execution)
        guard case .runTask(let task) = execution.commands.first else {
            Issue.record("no task")
            return
        }
        let call = second.call(task, execution)
        call.end(call.begin(), "F", error: "an error of ann@example.com") { _ in }
        let later = now.addingTimeInterval(5)
        let end = interpreter.apply(
            .taskSucceeded(id: task.id, output: [:]),
            to: &execution,
            now: later,
            random: &random
        )
        second.note(end.history)
        let ending = Ending(status: .failed, output: nil, error: "Sold Out", cause: nil)
        second.end(ending, at: later)

        let spans = try SpanReader.spans(in: tracer.buffer)
        #expect(
            Set(spans.map(\.name)) == ["queue wait", "Two", "F", "One", "Both", "Last", "order"]
        )
        #expect(Set(spans.map(\.id)).count == spans.count)
        #expect(spans.allSatisfy { $0.traceID == trace.traceID.text })
        func named(_ name: String) throws -> SpanReader.Span {
            try #require(spans.first { $0.name == name })
        }
        let whole = try named("order")
        #expect(whole.parent == trace.acceptance.text)
        for name in ["queue wait", "Both", "Last"] { #expect(try named(name).parent == whole.id) }
        for name in ["One", "Two"] { #expect(try named(name).parent == named("Both").id) }
        #expect(try named("F").parent == named("One").id)
        // What was entered before the restart began then.
        #expect(try named("Both").start == now.nanoseconds)
        #expect(try named("Both").end == later.nanoseconds + 999_999)
        #expect(try named("Both").error == nil)
        #expect(try named("Last").error == "Sold Out" && whole.error == "Sold Out")
        #expect(try named("F").error == "other")
        #expect(whole.attributes["orderd.order.id"] == "001")
        #expect(whole.attributes["orderd.workflow"] == "Shop")
        #expect(try named("One").attributes["orderd.state"] == "One")
    }

    @Test func `are none where nothing is recorded`() throws {
        let workflow = try workflow()
        let order = try #require(OrderID("001"))
        let context = TraceContext(traceparent: parent)
        let trace = OrderTrace(of: order, createdAt: now, incoming: context, nil)
        #expect(trace != nil)
        #expect(
            OrderSpans(trace, try Execution(workflow, now), createdAt: now, of: workflow) == nil
        )
    }
}

extension Execution {
    /// One that has just begun.
    fileprivate init(_ workflow: Workflow, _ now: Date) throws {
        let configuration = EngineConfiguration(digests: .openSSL)
        var random = SystemRandomNumberGenerator()
        let order = try #require(OrderID("001"))
        self =
            configuration.interpreter(of: workflow.machine).start(
                input: [:],
                context: configuration.context(for: order, at: now),
                now: now,
                random: &random
            ).0
    }
}

/// Reads what waits for the exporter.
enum SpanReader {
    struct Span {
        var name = ""
        var traceID = ""
        var id = ""
        var parent: String?
        var start: UInt64 = 0
        var end: UInt64 = 0
        /// nil: it did not fail.
        var error: String?
        var attributes: [String: String] = [:]
    }

    static func spans(in buffer: SpanBuffer) throws -> [Span] {
        var spans: [Span] = []
        while let batch = buffer.take() {
            var list = ProtobufReader(batch.bytes[...])
            while let field = list.next() {
                guard field.number == 2, case .bytes(let bytes) = field.value else { continue }
                spans.append(span(bytes))
            }
        }
        return spans
    }

    private static func span(_ bytes: ArraySlice<UInt8>) -> Span {
        var span = Span()
        for (number, value) in fields(bytes) {
            guard case .bytes(let bytes) = value else { continue }
            switch number {
            case 1: span.traceID = hexadecimal(bytes)
            case 2: span.id = hexadecimal(bytes)
            case 4: span.parent = hexadecimal(bytes)
            case 5: span.name = String(decoding: bytes, as: UTF8.self)
            case 7: span.start = number64(bytes)
            case 8: span.end = number64(bytes)
            case 9:
                let pair = fields(bytes)
                guard case .bytes(let key)? = pair.first?.1, case .bytes(let any)? = pair.last?.1,
                    let value = fields(any).first?.1
                else { continue }
                let name = String(decoding: key, as: UTF8.self)
                switch value {
                case .bytes(let text): span.attributes[name] = String(decoding: text, as: UTF8.self)
                case .number(let number): span.attributes[name] = String(number)
                }
            case 15:
                for (number, value) in fields(bytes) {
                    if number == 2, case .bytes(let text) = value {
                        span.error = String(decoding: text, as: UTF8.self)
                    }
                }
            default: break
            }
        }
        return span
    }

    private static func fields(_ bytes: ArraySlice<UInt8>) -> [(Int, ProtobufReader.Value)] {
        var reader = ProtobufReader(bytes)
        var fields: [(Int, ProtobufReader.Value)] = []
        while let field = reader.next() { fields.append(field) }
        return fields
    }

    private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static func number64(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
