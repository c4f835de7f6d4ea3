internal import HTTP
internal import JSON

/// Publishes notices through Amazon SNS.
package struct SNSClient: Sendable {
    package var region: String { client.region }

    private let client: AWSClient

    /// A client over one that signs for `sns`.
    package init(_ client: AWSClient) { self.client = client }

    /// Hands the notice over to SNS, and answers the number that SNS gave it.
    ///
    /// Only a FIFO topic recognises a notice that it is given twice.
    package func publish(
        _ notice: PreparedNotice,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> String {
        try SNSAnswer.messageID(try await client.send(notice.request, deadline: deadline))
    }

    /// The same of a notice that is not kept.
    package func publish(
        _ notice: Notice,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> String {
        try await publish(try PreparedNotice(notice), deadline: deadline)
    }

    /// Makes sure that the topic is there and may be looked at.
    package func findTopic(
        _ topic: String,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) {
        guard ARN(topic)?.service == "sns" else {
            let fault = "the topic is not the ARN of an SNS topic"
            throw AWSError("sns GetTopicAttributes", .invalidRequest(fault))
        }
        let request = AWSRequest(
            query: "GetTopicAttributes",
            version: "2010-03-31",
            parameters: [("TopicArn", topic)]
        )
        let answer = try await client.send(request, deadline: deadline)
        guard SNSAnswer.isAbout(topic, answer) else {
            throw AWSError("sns GetTopicAttributes", .unreadableAnswer("it is not about the topic"))
        }
    }
}

/// Reads SNS's answers.
enum SNSAnswer {
    static func messageID(_ answer: ClientResponse) throws(AWSError) -> String {
        if let id = messageID(inJSON: answer.body) { return id }
        do throws(XMLError) {
            let root = try XMLElement(parsing: answer.body)
            if let id = root["PublishResult"]?["MessageId"]?.text, !id.isEmpty { return id }
        } catch {
            throw AWSError("sns Publish", .unreadableAnswer("\(error)"))
        }
        throw AWSError("sns Publish", .unreadableAnswer("no MessageId"))
    }

    /// Whether an answer tells the topic's attributes, in either form.
    static func isAbout(_ topic: String, _ answer: ClientResponse) -> Bool {
        if let root = try? XMLElement(parsing: answer.body) {
            return root["GetTopicAttributesResult"] != nil
        }
        let root = try? JSONValue(parsing: answer.body)
        return (root?["GetTopicAttributesResponse"] ?? root)?.object != nil
    }

    /// The query protocol's answers are XML, but emulators and gateways give the same as JSON.
    private static func messageID(inJSON body: [UInt8]) -> String? {
        guard body.first == UInt8(ascii: "{"), let root = try? JSONValue(parsing: body) else {
            return nil
        }
        let result = root["PublishResponse"]?["PublishResult"] ?? root["PublishResult"] ?? root
        guard let id = result["MessageId"]?.string, !id.isEmpty else { return nil }
        return id
    }
}
