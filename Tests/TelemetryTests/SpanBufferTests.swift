import Synchronization
import Testing

@testable import Telemetry

struct `The buffer of spans` {
    private func span(_ name: String) -> Span {
        Span(
            name,
            .internal,
            TraceID(of: "t", at: 0),
            SpanID(derivedFrom: 1, 2),
            parent: nil,
            from: 1,
            to: 2
        )
    }

    private func buffer(
        queue: Int,
        batch: Int,
        _ whole: @escaping @Sendable () -> Void = {}
    )
        -> SpanBuffer
    {
        var limits = SpanBuffer.Limits()
        (limits.queue, limits.batch) = (queue, batch)
        return SpanBuffer(limits, whenWhole: whole)
    }

    @Test func `takes as many as its limit, drops the next and counts it`() throws {
        let buffer = buffer(queue: 5, batch: 2)
        for index in 1...5 { #expect(buffer.record(span("\(index)"), SpanAttributes())) }
        #expect(!buffer.record(span("6"), SpanAttributes()))
        #expect(buffer.counts.lost == [.full: 1])
        let batch = try #require(buffer.take())
        #expect(batch.count == 2 && buffer.count == 5)
        // Under way it still has its room.
        #expect(!buffer.record(span("7"), SpanAttributes()))
        buffer.finish(batch, lost: 1, .refused)
        #expect(buffer.count == 3)
        #expect(buffer.counts.exported == 1)
        #expect(buffer.counts.lost == [.full: 2, .refused: 1])
        #expect(buffer.record(span("8"), SpanAttributes()))
    }

    @Test func `tells of each batch that is whole, and gives the others away all the same`() {
        let told = Counter()
        let buffer = buffer(queue: 100, batch: 2) { told.add() }
        for index in 1...5 { buffer.record(span("\(index)"), SpanAttributes()) }
        #expect(told.value == 2 && buffer.hasWholeBatch)
        #expect([buffer.take()?.count, buffer.take()?.count, buffer.take()?.count] == [2, 2, 1])
        #expect(buffer.take() == nil && !buffer.hasWholeBatch)
    }

    @Test(
        arguments: [
            (200, nil, [], .taken(rejected: 0)), (202, nil, [], .taken(rejected: 0)),
            // partial_success { rejected_spans: 3, error_message: "no" }
            (200, nil, [0x0a, 6, 0x08, 3, 0x12, 2, 0x6e, 0x6f], .taken(rejected: 3)),
            (200, nil, [0x0a, 60, 0x08], .taken(rejected: 0)),
            (200, nil, [0xff], .taken(rejected: 0)),
            (429, "7", [], .again(after: 7)), (502, nil, [], .again(after: nil)),
            (503, "Wed, 21 Oct 2026 07:28:00 GMT", [], .again(after: nil)),
            (504, "-1", [], .again(after: nil)), (400, nil, [], .refused), (404, "7", [], .refused),
            (500, nil, [], .refused), (302, nil, [], .refused),
        ] as [(Int, String?, [UInt8], ExportAnswer)]
    )
    func `goes on by what OTLP says of answers`(
        status: Int,
        after: String?,
        body: [UInt8],
        answer: ExportAnswer
    ) {
        #expect(ExportAnswer(status: status, retryAfter: after, body: body) == answer)
    }

    @Test func `is tried again with doubling pauses, or as it is asked`() {
        var pauses = ExportPauses()
        let without = (0..<7).map { _ in pauses.pause(after: nil, random: 1) }
        #expect(without == [1, 2, 4, 8, 16, 30, 30])
        var jittered = ExportPauses()
        #expect(jittered.pause(after: nil, random: 0) == 0.5)
        #expect(jittered.pause(after: 90, random: 0) == 90)
    }

    @Test func `cuts a value that is too long between two characters`() {
        var attributes = SpanAttributes()
        attributes.add("key", String(repeating: "é", count: 600))
        var short = SpanAttributes()
        short.add("key", String(repeating: "é", count: 512))
        #expect(attributes.bytes == short.bytes)
        var odd = SpanAttributes()
        odd.add("key", "x" + String(repeating: "é", count: 600))
        #expect(String(decoding: odd.bytes, as: UTF8.self).contains("é\u{FFFD}") == false)
    }
}
