internal import Formats
internal import HTTP
package import JSON

/// Takes messages out of one queue of Amazon SQS (API of 2012-11-05, in its JSON form).
package struct QueueClient: Sendable {
    /// The queue's URL, as SQS gives it.
    package let url: String
    private let client: AWSClient
    /// For calls that wait for messages.
    private let polling: AWSClient

    /// SQS's own bounds for one call.
    package enum Limit {
        /// Messages in a batch.
        package static let batch = 10
        /// Seconds that a call waits for a message.
        package static let wait = 20
        /// Seconds that a message may be kept from others, twelve hours.
        package static let visibility = 43_200
        /// Bytes of the answer to one call: a batch has as much as a message, and JSON escapes at most six for one.
        package static let answer = 8 * 1_048_576
    }

    /// The queue of that URL, by clients that sign for `sqs`: `polling` waits for messages, with connections of its own, since
    /// each such call holds one for as long as no message comes.
    package init(_ client: AWSClient, polling: AWSClient, url: String) {
        self.client = client
        self.polling = polling
        self.url = url
    }

    /// What a queue says of itself.
    package struct Attributes: Sendable, Equatable {
        package var arn: String
        /// Whether it moves messages to a dead-letter queue that were received too often.
        package var hasRedrivePolicy: Bool
        package var isFIFO: Bool
    }

    package func attributes(
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> Attributes {
        let answer = try await call(
            client,
            "GetQueueAttributes",
            ["AttributeNames": .array([.string("All")])],
            deadline
        )
        guard let attributes = answer["Attributes"] else {
            throw unreadable("GetQueueAttributes", "it has no Attributes")
        }
        return Attributes(
            arn: attributes["QueueArn"]?.string ?? "",
            hasRedrivePolicy: attributes["RedrivePolicy"]?.string?.isEmpty == false,
            isFIFO: attributes["FifoQueue"]?.string == "true"
        )
    }

    /// Waits so many seconds for messages, and keeps those it gets from others for `visibility` seconds.
    package func receive(
        wait: Int,
        visibility: Int,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> [ReceivedMessage] {
        let answer = try await call(
            polling,
            "ReceiveMessage",
            [
                "MaxNumberOfMessages": .number(Limit.batch), "WaitTimeSeconds": .number(wait),
                "VisibilityTimeout": .number(visibility),
                "MessageAttributeNames": .array([.string("All")]),
                "MessageSystemAttributeNames": .array([.string("All")]),
                // The name that it had before, which emulators know.
                "AttributeNames": .array([.string("All")]),
            ],
            deadline
        )
        // Measured on AWS by others: there is no such member when there is no message.
        let messages = answer["Messages"]?.array ?? []
        return messages.compactMap(ReceivedMessage.init)
    }

    /// Takes messages out of the queue for good; answers those that are not, with the reason.
    package func delete(
        _ messages: [ReceivedMessage],
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> [(message: ReceivedMessage, reason: String)] {
        try await batch("DeleteMessageBatch", messages, deadline) { _ in }
    }

    /// Keeps messages from others for so many seconds from now on; zero: no longer.
    ///
    /// Answers those that are not.
    package func changeVisibility(
        _ messages: [ReceivedMessage],
        to seconds: Int,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> [(message: ReceivedMessage, reason: String)] {
        try await batch("ChangeMessageVisibilityBatch", messages, deadline) { entry in
            entry["VisibilityTimeout"] = .number(seconds)
        }
    }

    private func batch(
        _ operation: String,
        _ messages: [ReceivedMessage],
        _ deadline: ContinuousClock.Instant,
        _ complete: (inout JSONObject) -> Void
    ) async throws(AWSError) -> [(message: ReceivedMessage, reason: String)] {
        let entries = messages.enumerated().map { index, message in
            var entry: JSONObject = [
                "Id": .string("\(index)"), "ReceiptHandle": .string(message.receipt),
            ]
            complete(&entry)
            return JSONValue.object(entry)
        }
        let answer = try await call(client, operation, ["Entries": .array(entries)], deadline)
        return (answer["Failed"]?.array ?? []).compactMap { failure in
            guard let index = failure["Id"]?.string.flatMap({ Int($0) }),
                messages.indices.contains(index)
            else { return nil }
            let text = [failure["Code"], failure["Message"]].compactMap { $0?.string }
            return (messages[index], text.joined(separator: ": "))
        }
    }

    private func call(
        _ client: AWSClient,
        _ operation: String,
        _ arguments: JSONObject,
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> JSONValue {
        var arguments = arguments
        arguments["QueueUrl"] = .string(url)
        let request = AWSRequest(
            json10: operation,
            of: "AmazonSQS",
            body: JSONValue.object(arguments).bytes
        )
        let answer = try await client.send(request, deadline: deadline)
        guard !answer.body.isEmpty else { return .object(JSONObject()) }
        do throws(JSONError) {
            return try JSONValue(parsing: answer.body)
        } catch {
            throw unreadable(operation, "\(error)")
        }
    }

    private func unreadable(_ operation: String, _ what: String) -> AWSError {
        AWSError("sqs \(operation)", .unreadableAnswer(what))
    }
}

/// A message that was taken out of a queue, and is kept from others for a while.
package struct ReceivedMessage: Sendable, Equatable {
    /// The number that SQS has given it.
    package var id: String
    /// By which it is deleted or kept longer: another for every time that it is received.
    package var receipt: String
    package var body: String
    /// SQS's attributes of it: `SentTimestamp`, `ApproximateReceiveCount`, `MessageDeduplicationId`, `AWSTraceHeader`.
    package var attributes: [String: String] = [:]
    /// Its sender's attributes, as the API has them: name to `{"DataType":…,"StringValue":…}`.
    package var senderAttributes = JSONObject()

    package init(id: String, receipt: String, body: String) {
        self.id = id
        self.receipt = receipt
        self.body = body
    }

    /// A message of an answer; nil when it lacks what it can be handled by.
    init?(_ value: JSONValue) {
        guard let id = value["MessageId"]?.string, let receipt = value["ReceiptHandle"]?.string
        else { return nil }
        self.init(id: id, receipt: receipt, body: value["Body"]?.string ?? "")
        for (name, text) in value["Attributes"]?.object ?? JSONObject() {
            attributes[name] = text.string
        }
        senderAttributes = value["MessageAttributes"]?.object ?? JSONObject()
    }

    /// How often it was received, this time included.
    package var receiveCount: Int { attributes["ApproximateReceiveCount"].flatMap { Int($0) } ?? 1 }
}
