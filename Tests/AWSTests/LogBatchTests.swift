import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Testing

@testable import AWS

struct `A batch of log events` {
    private static let day: Int64 = 24 * 3_600_000
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)
    private static let time: Int64 = 1_800_000_000_000

    private func line(_ count: Int) -> ArraySlice<UInt8> {
        ArraySlice(repeatElement(UInt8(ascii: "x"), count: count))
    }

    private func batch(_ events: [(String, Int64)]) -> LogBatch {
        var batch = LogBatch()
        for (text, time) in events {
            let isTaken = batch.append(Array(text.utf8)[...], at: time)
            #expect(isTaken, "\(text)")
        }
        return batch
    }

    private func messages(_ batch: LogBatch) -> [String] {
        batch.events.map(batch.message)
    }

    @Test(arguments: [
        // Events, bytes of each message, how many are taken.
        (10_000, 1, 10_000), (10_001, 1, 10_000),
        (2, 524_288 - 26, 2), (2, 524_288 - 25, 1),
        (1, 1_048_576 - 26, 1), (3, 0, 3),
    ])
    func `takes what PutLogEvents takes`(count: Int, size: Int, taken: Int) {
        var batch = LogBatch()
        let answers = (0..<count).map { _ in batch.append(line(size), at: 1) }
        #expect(answers.count { $0 } == taken)
        #expect(answers.prefix(taken).allSatisfy { $0 })
        #expect(batch.count == taken && batch.bytes == taken * (size + 26))
    }

    @Test(arguments: [
        ([0, day], true), ([0, day + 1], false), ([day, 0], true), ([day + 1, 0], false),
        ([0, -day, 0], true), ([0, -day, 1], false), ([Int64.min, Int64.max], false),
    ])
    func `spans a day at most`(times: [Int64], isTaken: Bool) {
        var batch = LogBatch()
        let answers = times.map { batch.append(line(1), at: $0) }
        #expect(answers.dropLast().allSatisfy { $0 })
        #expect(answers.last == isTaken)
    }

    @Test func `takes the longest message whole, and cuts a longer one between characters`() {
        let limit = LogBatch.Limit.message
        #expect(limit == 1_048_550)
        var batch = LogBatch()
        let isTaken = batch.append(line(limit), at: 1)
        #expect(isTaken)
        #expect(messages(batch)[0].utf8.count == limit)
        for letter in ["x", "é", "€", "😀"] {
            let text = String(repeating: letter, count: limit + 1)
            batch = self.batch([(text, 1)])
            let cut = messages(batch)[0]
            #expect(cut.hasSuffix("\(letter)… [cut]") && !cut.contains("\u{FFFD}"))
            #expect((limit - 4...limit).contains(cut.utf8.count))
            #expect(batch.bytes == 1_048_576)
        }
    }

    @Test(arguments: [
        // Times behind the present one, and what becomes of them.
        (-14 * day, 0, 0), (-14 * day - 1, 1, 0), (7_200_000, 0, 0), (7_200_001, 0, 1), (0, 0, 0),
    ])
    func `leaves out what CloudWatch would pass over`(ahead: Int64, tooOld: Int, tooNew: Int) {
        var batch = batch([("a", Self.time + ahead)])
        let out = batch.settle(at: Self.now)
        #expect(out == .init(tooOld: tooOld, tooNew: tooNew))
        #expect(batch.count == 1 - tooOld - tooNew)
    }

    @Test func `is in the order of times, and as it came within one`() {
        var batch = batch([
            ("c", Self.time + 2), ("a", Self.time), ("b1", Self.time + 1), ("b2", Self.time + 1),
            ("d", Self.time + 2),
        ])
        let out = batch.settle(at: Self.now)
        #expect(out == .init())
        #expect(messages(batch) == ["a", "b1", "b2", "c", "d"])
    }

    @Test func `queues behind others until the limit, and makes way for nobody`() {
        var queue = LogQueue(limit: 2 * 1_048_576)
        let rest = 1_048_576 - 252
        let sizes = [1_048_550, 100, 100, rest - 25, rest - 26, 0]
        let answers = sizes.map { queue.append(line($0), at: 1) }
        #expect(answers == [.first, .completed, .queued, .full, .queued, .full])
        #expect(queue.hasWholeBatch && queue.count == 4 && queue.bytes == 2 * 1_048_576)
    }

    @Test func `keeps its room until it has arrived`() {
        var queue = LogQueue(limit: 200)
        let first = queue.append(line(74), at: 1)
        let batch = queue.take()
        #expect(first == .first && batch?.count == 1 && queue.isEmpty && queue.bytes == 100)
        let (nothing, second) = (queue.take(), queue.append(line(74), at: 2))
        #expect(nothing == nil && second == .first && !queue.hasWholeBatch)
        let third = queue.append(line(1), at: 3)
        queue.finish()
        #expect(third == .full && queue.bytes == 100)
        let fourth = queue.append(line(74), at: 4)
        #expect(fourth == .queued)
    }

    @Test(arguments: [
        ("{}", 0, 0), ("", 0, 0), ("[]", 0, 0), (#"{"rejectedLogEventsInfo":{}}"#, 0, 0),
        (#"{"rejectedLogEventsInfo":{"tooOldLogEventEndIndex":2}}"#, 2, 0),
        (
            #"{"rejectedLogEventsInfo":{"expiredLogEventEndIndex":3,"tooOldLogEventEndIndex":2}}"#,
            3, 0
        ),
        (#"{"rejectedLogEventsInfo":{"tooNewLogEventStartIndex":4}}"#, 0, 1),
        (#"{"rejectedLogEventsInfo":{"tooNewLogEventStartIndex":0}}"#, 0, 5),
        (
            #"{"rejectedLogEventsInfo":{"tooOldLogEventEndIndex":9,"tooNewLogEventStartIndex":-1}}"#,
            5, 0
        ),
        (
            #"{"rejectedLogEventsInfo":{"tooOldLogEventEndIndex":-9,"tooNewLogEventStartIndex":9}}"#,
            0, 0
        ),
    ])
    func `is answered with what was passed over`(
        body: String,
        tooOld: Int,
        tooNew: Int
    ) async throws {
        let transport = FakeTransport([.answer(200, body)])
        let client = CloudWatchLogsClient(makeClient(.cloudWatchLogs, transport))
        let batch = batch((0..<5).map { ("\($0)", Self.time) })
        let rejected = try await client.put(
            batch,
            in: LogDestination(group: "g", stream: "s"),
            deadline: .later
        )
        #expect(rejected.tooOld == tooOld && rejected.tooNew == tooNew)
    }

    @Test func `is one request of JSON 1.1`() async throws {
        let transport = FakeTransport([.answer(200, "{}")])
        let client = CloudWatchLogsClient(makeClient(.cloudWatchLogs, transport))
        let line = #"{"message":"a \"b\" ä😀\u007f\\"}"#
        _ = try await client.put(
            batch([(line, 5), ("b", 6)]),
            in: LogDestination(group: "/g", stream: "s/1"),
            deadline: .later
        )
        let request = try #require(transport.requests.first)
        #expect(request.field("X-Amz-Target") == "Logs_20140328.PutLogEvents")
        #expect(request.fields[.contentType] == "application/x-amz-json-1.1")
        let expected: JSONValue = [
            "logGroupName": "/g", "logStreamName": "s/1",
            "logEvents": [
                ["timestamp": 5, "message": .string(line)], ["timestamp": 6, "message": "b"],
            ],
        ]
        #expect(try JSONValue(parsing: request.body) == expected)
    }

    @Test(arguments: [
        ("orders", nil), ("/aws/x_y-Z.9#", nil), (String(repeating: "g", count: 512), nil),
        ("", "0 characters"), (String(repeating: "g", count: 513), "513 characters"),
        ("aws/x", "kept for AWS"), ("a b", "letters, digits"), ("a:b", "letters, digits"),
        ("ä", "letters, digits"), ("a*", "letters, digits"),
    ])
    func `needs a group of a right name`(name: String, fault: String?) {
        let found = LogDestination.fault(ofGroup: name)
        #expect(fault.map { found?.contains($0) == true } ?? (found == nil), "\(found ?? "")")
    }

    @Test(arguments: [
        ("a b/[c]{ä}", nil), (String(repeating: "s", count: 512), nil),
        ("", "0 characters"), (String(repeating: "s", count: 513), "513 characters"),
        ("a:b", "neither : nor *"), ("a*b", "neither : nor *"), ("a\nb", "control"),
    ])
    func `needs a stream of a right name`(name: String, fault: String?) {
        let found = LogDestination.fault(ofStream: name)
        #expect(fault.map { found?.contains($0) == true } ?? (found == nil), "\(found ?? "")")
    }

    @Test(arguments: [
        ("web-1", "web-1/2026-11-30T21-20-31.000Z"), ("", "orderd/2026-11-30T21-20-31.000Z"),
        ("a:b*c", "a-b-c/2026-11-30T21-20-31.000Z"),
    ])
    func `has a stream of its start by default`(host: String, stream: String) {
        let name = LogDestination.stream(host: host, start: "2026-11-30T21:20:31.000Z")
        #expect(name == stream)
        #expect(LogDestination.fault(ofStream: name) == nil)
    }
}
