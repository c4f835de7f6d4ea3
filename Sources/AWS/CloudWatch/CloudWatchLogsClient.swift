internal import HTTP
internal import JSON

/// Puts log events into a stream of CloudWatch Logs (JSON 1.1).
package struct CloudWatchLogsClient: Sendable {
    package var region: String { client.region }

    private let client: AWSClient

    /// A client over one that signs for `logs`.
    package init(_ client: AWSClient) { self.client = client }

    /// Hands the events over, which are in the order of their times, and answers which of them CloudWatch passed over.
    ///
    /// CloudWatch does not recognise events that it is given twice.
    package func put(
        _ batch: LogBatch,
        in destination: LogDestination,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> RejectedLogEvents {
        let body = Self.body(batch, destination)
        let answer = try await call("PutLogEvents", body, deadline)
        return RejectedLogEvents(answer, of: batch.count)
    }

    /// Makes the group; that there is one already is as good.
    package func makeGroup(
        of destination: LogDestination,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) {
        let body: JSONValue = ["logGroupName": .string(destination.group)]
        try await make("CreateLogGroup", body, deadline)
    }

    /// Makes the stream in its group; that there is one already is as good.
    package func makeStream(
        of destination: LogDestination,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) {
        let body: JSONValue = [
            "logGroupName": .string(destination.group),
            "logStreamName": .string(destination.stream),
        ]
        try await make("CreateLogStream", body, deadline)
    }

    private func make(
        _ operation: String,
        _ body: JSONValue,
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) {
        do throws(AWSError) {
            _ = try await call(operation, body.bytes, deadline)
        } catch {
            guard error.serviceError?.code == "ResourceAlreadyExistsException" else { throw error }
        }
    }

    private func call(
        _ operation: String,
        _ body: [UInt8],
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> ClientResponse {
        let request = AWSRequest(json11: operation, of: "Logs_20140328", body: body)
        return try await client.send(request, deadline: deadline)
    }

    private static func body(_ batch: LogBatch, _ destination: LogDestination) -> [UInt8] {
        // Quotes in messages, which are JSON themselves, take two bytes.
        var body = ObjectWriter(reservingCapacity: batch.bytes + batch.bytes / 2 + 256)
        body.add("logGroupName", destination.group)
        body.add("logStreamName", destination.stream)
        body.add("logEvents", objects: batch.events) { object, event in
            object.add("timestamp", Int(event.time))
            object.add("message", batch.message(of: event))
        }
        return body.finished()
    }
}

/// How many events of a batch CloudWatch passed over, as `rejectedLogEventsInfo` tells.
package struct RejectedLogEvents: Sendable, Hashable {
    /// Older than it takes, or than the group keeps.
    package private(set) var tooOld = 0
    package private(set) var tooNew = 0

    package init() {}

    /// An answer without readable indices rejects nothing: the events were taken.
    init(_ answer: ClientResponse, of count: Int) {
        guard let body = try? JSONValue(parsing: answer.body) else { return }
        let info = body["rejectedLogEventsInfo"]
        // The indices of ends are those of the first event behind them.
        let ends = ["tooOldLogEventEndIndex", "expiredLogEventEndIndex"]
        tooOld = min(count, max(0, ends.compactMap { info?[$0]?.int }.max() ?? 0))
        if let start = info?["tooNewLogEventStartIndex"]?.int {
            tooNew = max(0, count - max(start, tooOld))
        }
    }
}
